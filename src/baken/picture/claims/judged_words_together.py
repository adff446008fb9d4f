# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The sum of several indicators in words."""

from __future__ import annotations

from baken.analysis.said import both
from baken.model.figure import Figure
from baken.model.number import format_number
from baken.model.text import Language, Text
from baken.picture.claims.judge_held import Held
from baken.picture.claims.judge_outcome import Outcome
from baken.picture.claims.judged_words_figures import names, placed, value_of
from baken.picture.sentences import amount

_LEVEL = Text("{names} samen: {value} in {period}.", "{names} together: {value} in {period}.")
_CHANGE = Text(
    "{names} samen: van {before} in {start} naar {after} in {end} ({signed}{doubt}).",
    "{names} together: from {before} in {start} to {after} in {end} ({signed}{doubt}).",
)
_CHANCE = Text("; dat kan toeval zijn", "; that may be chance")
_NO_DOUBT = Text("", "")


def carried_together(held: Held, outcomes: tuple[Outcome, ...]) -> Text | None:
    """What the members are together: a level, or a change of their sum."""
    first = outcomes[0] if outcomes else None
    if first is None or not first.shown:
        return None
    listed = names(one.member for one in outcomes)
    if first.change is None:
        period = str(first.shown[0].observation.period)
        said = both(_LEVEL, names=listed, value=_value(first, first.shown[0]), period=period)
        return placed(held, first.member, said)
    change, record = first.change, first.member.record
    decimals = record.indicator.decimals if record else 0
    said = both(
        _CHANGE,
        names=listed,
        before=_value(first, first.shown[0]),
        after=_value(first, first.shown[1]),
        start=str(change.start),
        end=str(change.end),
        signed=Text(*(amount(change, decimals, each, signed=True) for each in Language)),
        doubt=_NO_DOUBT if change.supported_direction else _CHANCE,
    )
    return placed(held, first.member, said)


def _value(first: Outcome, one: Figure) -> Text:
    """The number where it is known, and the rate."""
    rate, record, count = value_of(first.member, one), first.member.record, one.observation.count
    label = record.unit.label if record else _NO_DOUBT
    forms = ((rate.nl, label.nl, Language.NL), (rate.en, label.en, Language.EN))
    if count is None:
        return Text(*(f"{value} {unit}" for value, unit, _ in forms))
    return Text(*(f"{format_number(count, 0, language)} ({value} {unit})" for value, unit, language in forms))
