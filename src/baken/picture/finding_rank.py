# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which findings matter most: a ranking by size, certainty and duration, and what an analyst made of it.

score = size x certainty x duration

- *size*: how many times as high or as low, on the logarithm, so that a halving weighs as much as a doubling;
  more than ten times counts as ten times. Of a trend: all its years together.
- *certainty*: the part of that size that the 95 % interval leaves standing, counted to the end nearest to no
  change. Where the interval includes no change, or there is none, it is 0 and the finding has no rank.
- *duration*: years / (years + 1). A change over one year counts for a half, one over four years for four
  fifths: what lasts longer is less often a swing. A difference from the reference in one year counts as one.

A level, a signal, a hotspot and an effect have no size that can be held against a change, and no rank. Of the
change and the trend of one indicator only the stronger has a rank: they tell the same.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from baken.model.figure import Interval
from baken.model.finding import Finding, FindingKind, FindingOverride
from baken.model.text import Text

LARGEST = math.log(10)
EXPLANATION = Text(
    "Volgorde: grootte x zekerheid x duur. Grootte: hoeveel keer zo hoog of zo laag, op een logaritmische "
    "schaal en hoogstens tien keer. Zekerheid: het deel daarvan dat de 95%-marge overlaat. Duur: jaren "
    "gedeeld door jaren plus een. Wat toeval kan zijn of niet beoordeeld is, staat niet in de volgorde.",
    "Order: size x certainty x duration. Size: how many times as high or as low, on a logarithmic scale and "
    "at most ten times. Certainty: the part of it that the 95 % margin leaves standing. Duration: years "
    "divided by years plus one. What may be chance or is not judged has no place in the order.",
)


@dataclass(frozen=True, slots=True)
class Score:
    """The three parts of a score; see the head of this file."""

    size: float
    certainty: float
    duration: float

    @property
    def total(self) -> float:
        """Their product."""
        return self.size * self.certainty * self.duration


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedFinding:
    """A finding at its place. ``computed`` is the place by the formula, nothing where it gives none.

    ``override`` is what an analyst decided, with the reason. ``same_phenomenon`` names indicators higher in
    the ranking that count partly the same.
    """

    finding: Finding
    score: Score | None
    computed: int | None
    rank: int | None
    override: FindingOverride | None = None
    same_phenomenon: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Findings in order, those that an analyst left out, and decisions about findings that are not there."""

    entries: tuple[RankedFinding, ...]
    left_out: tuple[RankedFinding, ...] = ()
    unmatched: tuple[FindingOverride, ...] = ()


def score(finding: Finding) -> Score | None:
    """The score of a finding; nothing where the interval carries no direction or the kind has no size."""
    if finding.supported is None or finding.interval is None:
        return None
    if finding.kind is FindingKind.CHANGE:
        return _of_change(finding, finding.interval)
    if finding.kind is FindingKind.TREND:
        return _of_trend(finding, finding.interval)
    if finding.kind is FindingKind.COMPARISON:
        ratio = finding.figure("ratio") or 1.0
        return _score(ratio, (finding.interval.lower, finding.interval.upper), 1)
    return None


def rank(
    findings: Iterable[Finding],
    overrides: Sequence[FindingOverride] = (),
    covers: Mapping[str, tuple[str, ...]] | None = None,
) -> Ranking:
    """Put findings in order, and then do what an analyst decided.

    Args:
        findings: of any kind; those without a score have a place only where an analyst gives them one.
        overrides: the decisions, each about one finding. The later of two about the same one holds, and of
            two that ask for the same place the later one gets it.
        covers: for each indicator the codes that it counts, to name what is counted twice.

    """
    found = {one.id: one for one in findings}
    decided = _latest(overrides)
    computed = _computed(found.values())
    placed = [one for one in computed if one.finding.id not in decided]
    for override in sorted(_picks(decided, found), key=lambda one: one.rank or 0):
        entry = _entry(computed, found[override.finding], override)
        placed.insert((override.rank or 1) - 1, entry)
    return Ranking(
        entries=tuple(_numbered(placed, covers or {})),
        left_out=tuple(
            replace(_entry(computed, found[name], one), rank=None)
            for name, one in decided.items()
            if one.leave_out and name in found
        ),
        unmatched=tuple(one for name, one in decided.items() if name not in found),
    )


def _latest(overrides: Sequence[FindingOverride]) -> dict[str, FindingOverride]:
    """The decision that holds about each finding, the latest decision last."""
    found: dict[str, FindingOverride] = {}
    for one in overrides:
        found.pop(one.finding, None)
        found[one.finding] = one
    return found


def _picks(decided: Mapping[str, FindingOverride], found: Mapping[str, Finding]) -> list[FindingOverride]:
    return [one for name, one in decided.items() if not one.leave_out and name in found]


def _computed(findings: Iterable[Finding]) -> list[RankedFinding]:
    """Every finding with a score, the highest first; of a change and a trend the stronger one only."""
    scored = [(one, points) for one in findings if (points := score(one)) is not None]
    scored.sort(key=lambda pair: (-pair[1].total, pair[0].id))
    told: set[tuple[str, str]] = set()
    entries: list[RankedFinding] = []
    for one, points in scored:
        if one.kind in (FindingKind.CHANGE, FindingKind.TREND):
            if (one.subject, one.area) in told:
                continue
            told.add((one.subject, one.area))
        place = len(entries) + 1
        entries.append(RankedFinding(finding=one, score=points, computed=place, rank=place))
    return entries


def _entry(computed: Sequence[RankedFinding], finding: Finding, override: FindingOverride) -> RankedFinding:
    known = next((one for one in computed if one.finding.id == finding.id), None)
    base = known or RankedFinding(finding=finding, score=score(finding), computed=None, rank=None)
    return replace(base, override=override)


def _numbered(
    entries: Sequence[RankedFinding], covers: Mapping[str, tuple[str, ...]]
) -> Iterable[RankedFinding]:
    higher: list[str] = []
    for place, one in enumerate(entries, 1):
        own = set(covers.get(one.finding.subject, ()))
        twins = (name for name in higher if name != one.finding.subject and own & set(covers.get(name, ())))
        yield replace(one, rank=place, same_phenomenon=tuple(dict.fromkeys(twins)))
        higher.append(one.finding.subject)


def _of_change(finding: Finding, interval: Interval) -> Score:
    years = finding.periods[-1].year - finding.periods[0].year
    before, after = finding.figure("before") or 0.0, finding.figure("value") or 0.0
    percent, unit = finding.figure("percent"), finding.figures[0].unit
    ratio = after / before if before else math.inf
    if unit == "percent":  # a share: its interval is one of percentage points
        ends = tuple(
            (before + end) / before if before else math.inf for end in (interval.lower, interval.upper)
        )
        return _score(ratio, (ends[0], ends[1]), years)
    if percent is not None:
        ratio = 1 + percent / 100
    return _score(ratio, (1 + interval.lower / 100, 1 + interval.upper / 100), years)


def _of_trend(finding: Finding, interval: Interval) -> Score:
    years = finding.periods[-1].year - finding.periods[0].year
    yearly = 1 + (finding.figure("percent per year") or 0.0) / 100
    ends = (max(0.0, 1 + interval.lower / 100), max(0.0, 1 + interval.upper / 100))
    return _score(yearly**years, (ends[0] ** years, ends[1] ** years), years)


def _score(ratio: float, ends: tuple[float, float], years: int) -> Score:
    size, near = _size(ratio), min(_size(one) for one in ends)
    return Score(size=size, certainty=min(1.0, near / size) if size else 0.0, duration=years / (years + 1))


def _size(ratio: float) -> float:
    """The distance from no change on the logarithm, in either direction, ten times at most."""
    return LARGEST if ratio <= 0 or not math.isfinite(ratio) else min(LARGEST, abs(math.log(ratio)))
