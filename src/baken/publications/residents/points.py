# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What stands out, each point in two or three short sentences."""

from __future__ import annotations

from collections.abc import Iterator

from baken.model.figure import Change, NotJudged, Supported
from baken.model.finding import Highlight
from baken.model.indicator import ChangeScale
from baken.model.offence import Initiative
from baken.publications.residents import words
from baken.publications.residents.telling import Teller


def told_point(point: Highlight, teller: Teller) -> tuple[str, str]:
    """What a point is about and what it says, from the same record as its own sentence."""
    change, compared = teller.record.change, teller.record.comparison
    if point.about == "level" and compared is not None:
        lines = _level(teller)
    elif change is not None:
        lines = _change(teller, change)
    else:
        lines = iter((teller.level(),))
    return teller.name, " ".join(lines)


def _level(teller: Teller) -> Iterator[str]:
    found, language = teller.record.comparison, teller.language
    if found is None:
        return
    if found.supported is None:
        yield teller.level()
        return
    reference = teller.reference.in_(language)
    yield words.POINT_LEVEL.in_(language).format(
        period=found.period, word=teller.word(found.supported), reference=reference
    )
    yield words.POINT_LEVELS.in_(language).format(
        value=teller.value(found.value), other=teller.value(found.reference_value), unit=_unit(teller)
    )


def _change(teller: Teller, change: Change) -> Iterator[str]:
    language, latest = teller.language, teller.record.latest
    if change.supported_direction is not None:
        form = words.POINT_LOOKED if teller.looked_for else words.POINT_CHANGE
    else:
        same = change.reason is NotJudged.INSIDE_INTERVAL
        form = words.POINT_SAME if same else words.POINT_UNJUDGED
    yield form.in_(language).format(
        word=teller.word(change.supported_direction), period=change.end, start=change.start
    )
    if latest is not None and latest.value is not None:
        yield words.POINT_WENT.in_(language).format(
            before=teller.start_value(change), value=teller.value(latest.value), unit=_unit(teller)
        )
    if _only_with_covid(teller, change):
        yield words.POINT_COVID.in_(language)
    if teller.record.initiative is Initiative.HAAL and change.supported_direction is Supported.UP:
        yield words.SEARCHED.in_(language)


def _only_with_covid(teller: Teller, change: Change) -> bool:
    """Whether a change is shown with a pandemic year only."""
    other = teller.record.ordinary_change
    found = change.supported_direction
    return change.pandemic and found is not None and (other is None or other.supported_direction is not found)


def _unit(teller: Teller) -> str:
    """The unit after two values; a share has its sign already and a mark needs none."""
    if teller.record.unit.change is not ChangeScale.PERCENT:
        return ""
    return f" {teller.unit}"
