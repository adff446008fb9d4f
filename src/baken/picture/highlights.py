# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What stands out: five points at most, each with the rule that picked it.

The rules, in order:

1. A change that the interval carries, with and without pandemic years. Ranked by its certain part: the end
   of the interval nearest to no change; a longer period goes first among equals.
2. A level that is certainly above or below the reference area. Ranked by the certain part likewise.
3. A change that exists only through pandemic years. It is said with the change without them, never alone.

Two points about the same phenomenon are never both shown, and no indicator is shown twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from baken.model.figure import Change, Interval
from baken.model.finding import Highlight
from baken.model.indicator import Indicator
from baken.model.text import Language, Text
from baken.picture.sentences import amount, change_sentence, compared, level
from baken.picture.series import IndicatorPicture

MOST = 5
_RULES = {
    "change": Text(
        "Gekozen omdat de marge een verandering aantoont, ook zonder coronajaren. De sterkste gaat voor.",
        "Picked because the margin shows a change, also without pandemic years. The strongest goes first.",
    ),
    "comparison": Text(
        "Gekozen omdat de marge een verschil met {reference} aantoont.",
        "Picked because the margin shows a difference from {reference}.",
    ),
    "pandemic": Text(
        "Gekozen omdat de marge een verandering aantoont, maar alleen met een coronajaar erbij.",
        "Picked because the margin shows a change, but only with a pandemic year included.",
    ),
}
_ONLY_PANDEMIC = Text(
    "Zonder coronajaren ({start}-{end}) was het verschil {signed}. "
    "De verandering is alleen aangetoond met een coronajaar erbij.",
    "Without pandemic years ({start}-{end}) the difference was {signed}. "
    "The change is shown only with a pandemic year included.",
)


def same_phenomenon(first: Indicator, second: Indicator) -> tuple[str, ...]:
    """The codes of the police tables that two indicators both cover."""
    return tuple(sorted({*first.covers} & {*second.covers}))


def ranking(records: Iterable[IndicatorPicture]) -> list[IndicatorPicture]:
    """Every indicator with a supported change, the strongest observed change first."""
    supported = [one for one in records if one.change and one.change.supported_direction]
    return sorted(supported, key=lambda one: (-_size(one.change), -_years(one.change), one.indicator.id))


def highlights(records: tuple[IndicatorPicture, ...], reference: Text) -> tuple[Highlight, ...]:
    """The points that stand out, by the rules above."""
    candidates = [_change(one) for one in records] + [_comparison(one, reference) for one in records]
    by_id = {one.indicator.id: one for one in records}
    supported = [one.indicator for one in ranking(records)]
    chosen: list[Highlight] = []
    found = [point for point in candidates if point]
    # First all points of rule 1, then rule 2, then rule 3; the strongest of each first.
    order = {rule: n for n, rule in enumerate(("change", "comparison", "pandemic"))}
    found.sort(key=lambda pair: (order[pair[0]], -pair[1].score, pair[1].indicator))
    for _, point in found:
        taken = [by_id[one.indicator].indicator for one in chosen]
        own = by_id[point.indicator].indicator
        if own in taken or any(same_phenomenon(own, other) for other in taken):
            continue
        twins = (one.id for one in supported if one.id != own.id and same_phenomenon(own, one))
        chosen.append(replace(point, same_phenomenon=tuple(twins)))
    return tuple(chosen[:MOST])


def _change(record: IndicatorPicture) -> tuple[str, Highlight] | None:
    change = record.change
    if change is None or change.supported_direction is None or change.interval is None:
        return None
    text, certain = record.sentence or Text("", ""), _certain(change.interval)
    if not change.pandemic:
        return "change", _point(record, text, _RULES["change"], certain)
    ordinary = record.ordinary_change
    if ordinary is None:
        return None
    if ordinary.supported_direction is change.supported_direction and ordinary.interval:
        certain = min(certain, _certain(ordinary.interval))
        return "change", _point(record, text, _RULES["change"], certain)
    return "pandemic", _point(record, _only_pandemic(record, ordinary), _RULES["pandemic"], certain)


def _comparison(record: IndicatorPicture, reference: Text) -> tuple[str, Highlight] | None:
    found, latest = record.comparison, record.latest
    if not (found and found.supported and found.interval and latest):
        return None
    text = Text(
        *(f"{level(record, latest, one)} {compared(found, reference, record, one)}" for one in Language)
    )
    words = _RULES["comparison"]
    rule = Text(words.nl.format(reference=reference.nl), words.en.format(reference=reference.en))
    certain = _certain(Interval((found.interval.lower - 1) * 100, (found.interval.upper - 1) * 100, ""))
    return "comparison", replace(_point(record, text, rule, certain), about="level")


def _point(record: IndicatorPicture, text: Text, rule: Text, certain: float) -> Highlight:
    return Highlight(
        indicator=record.indicator.id,
        sentence=text,
        rule=rule,
        score=round(certain, 6),
        change=record.change,
    )


def _only_pandemic(record: IndicatorPicture, ordinary: Change) -> Text:
    return Text(*(_pandemic_text(record, ordinary, language) for language in Language))


def _pandemic_text(record: IndicatorPicture, ordinary: Change, language: Language) -> str:
    signed = amount(ordinary, record.indicator.decimals, language, signed=True)
    note = _ONLY_PANDEMIC.in_(language).format(start=ordinary.start, end=ordinary.end, signed=signed)
    newest = level(record, record.latest, language) if record.latest else ""
    return f"{newest} {change_sentence(record, language)} {note}"


def _certain(interval: Interval) -> float:
    """The end of the interval nearest to no change, as a size."""
    return min(abs(interval.lower), abs(interval.upper))


def _size(change: Change | None) -> float:
    return abs(float(change.percent)) if change and change.percent is not None else 0.0


def _years(change: Change | None) -> int:
    return change.end.year - change.start.year if change else 0
