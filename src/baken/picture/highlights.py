# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What stands out: five points at most, chosen from the ranking, each with the rule that picked it.

The rules, in order; within each by the score of the ranking (see ``finding_rank``). Of a change from or to a
pandemic year the smaller score counts, with and without that year: here it stands without the whole ranking.

0. What an analyst put on a place, with the reason.
1. A change that the interval carries, with and without pandemic years.
2. A level that is certainly above or below the reference area.
3. A change that exists only through pandemic years. It is said with the change without them, never alone.

Two points about the same phenomenon are never both shown, and no indicator is shown twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from baken.model.figure import Change
from baken.model.finding import Finding, FindingKind, FindingOverride, Highlight, Mark
from baken.model.indicator import Indicator
from baken.model.text import Language, Text
from baken.picture.finding_rank import RankedFinding, rank, score
from baken.picture.findings import findings_of, without_pandemic_years
from baken.picture.sentences import amount, change_sentence, level
from baken.picture.series import IndicatorPicture

MOST = 5
_NOBODY = Text("", "")
_RULES = {
    "analyst": Text(
        "Gekozen omdat een analist dat besloot ({who}): “{why}”.",
        "Picked because an analyst decided so ({who}): “{why}”.",
    ),
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
_ORDER = {rule: place for place, rule in enumerate(_RULES)}
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
    """Every indicator with a supported change, in the order of the ranking."""
    by_id = {one.indicator.id: one for one in records}
    found = rank(one for one in _findings(by_id.values(), _NOBODY) if one.kind is FindingKind.CHANGE)
    return [by_id[one.finding.subject] for one in found.entries]


def highlights(
    records: tuple[IndicatorPicture, ...], reference: Text, overrides: Sequence[FindingOverride] = ()
) -> tuple[Highlight, ...]:
    """The points that stand out, by the rules above; what an analyst put on a place goes first."""
    by_id = {one.indicator.id: one for one in records}
    supported = [one.indicator for one in ranking(records)]
    entries = rank(_findings(records, reference), overrides).entries
    candidates = [(one, _point(one, by_id[one.finding.subject], reference)) for one in entries]
    found = [(pair[0], pair[1]) for _, pair in candidates if pair is not None]
    chosen: list[Highlight] = []
    for _, point in sorted(found, key=_place):
        taken = [by_id[one.indicator].indicator for one in chosen]
        own = by_id[point.indicator].indicator
        if own in taken or any(same_phenomenon(own, other) for other in taken):
            continue
        twins = (one.id for one in supported if one.id != own.id and same_phenomenon(own, one))
        chosen.append(replace(point, same_phenomenon=tuple(twins)))
    return tuple(chosen[:MOST])


def _place(pair: tuple[str, Highlight]) -> tuple[int, float]:
    """By the rule, and within it by the score; what an analyst placed keeps the order of the ranking."""
    rule, point = pair
    return _ORDER[rule], 0.0 if rule == "analyst" else -point.score


def _findings(records: Iterable[IndicatorPicture], reference: Text) -> Iterator[Finding]:
    """The findings that can be a point: changes and differences from the reference."""
    found = (one for record in records for one in findings_of(record, reference))
    return (one for one in found if one.kind in (FindingKind.CHANGE, FindingKind.COMPARISON))


def _point(entry: RankedFinding, record: IndicatorPicture, reference: Text) -> tuple[str, Highlight] | None:
    """The rule by which a finding is a point, and the point; nothing where no rule picks it."""
    finding = entry.finding
    change = finding.kind is FindingKind.CHANGE
    rule = "change" if change else "comparison"
    if change and Mark.PANDEMIC_ONLY in finding.marks:
        rule = "pandemic"
    if rule == "pandemic" and record.ordinary_change is None and entry.override is None:
        return None
    if entry.override is not None:
        rule = "analyst"
    return rule, Highlight(
        indicator=finding.subject,
        sentence=_sentence(entry, record),
        rule=_rule(rule, entry, reference),
        score=round(_cautious(entry, record), 6),
        about="change" if change else "level",
        change=record.change,
    )


def _cautious(entry: RankedFinding, record: IndicatorPicture) -> float:
    """The score of a finding; of a change from or to a pandemic year the smaller one, with and without it."""
    total = entry.score.total if entry.score else 0.0
    other = without_pandemic_years(record) if Mark.PANDEMIC in entry.finding.marks else None
    points = score(other) if other is not None and Mark.PANDEMIC_ONLY not in entry.finding.marks else None
    return min(total, points.total) if points is not None else total


def _sentence(entry: RankedFinding, record: IndicatorPicture) -> Text:
    if entry.finding.kind is FindingKind.COMPARISON:
        return entry.finding.sentence
    if Mark.PANDEMIC_ONLY in entry.finding.marks and record.ordinary_change is not None:
        return _only_pandemic(record, record.ordinary_change)
    return record.sentence or Text("", "")


def _rule(name: str, entry: RankedFinding, reference: Text) -> Text:
    words, decided = _RULES[name], entry.override
    who, why = (decided.author, decided.reason.rstrip(".")) if decided else ("", "")
    return Text(
        words.nl.format(reference=reference.nl, who=who, why=why),
        words.en.format(reference=reference.en, who=who, why=why),
    )


def _only_pandemic(record: IndicatorPicture, ordinary: Change) -> Text:
    return Text(*(_pandemic_text(record, ordinary, language) for language in Language))


def _pandemic_text(record: IndicatorPicture, ordinary: Change, language: Language) -> str:
    signed = amount(ordinary, record.indicator.decimals, language, signed=True)
    note = _ONLY_PANDEMIC.in_(language).format(start=ordinary.start, end=ordinary.end, signed=signed)
    newest = level(record, record.latest, language) if record.latest else ""
    return f"{newest} {change_sentence(record, language)} {note}"
