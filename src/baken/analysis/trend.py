# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which way does one series go: direction with margin, season, breaks, outliers, parts, and the country."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from baken.analysis.periods import moment, year_of
from baken.analysis.reasons import word
from baken.analysis.said import Said, clean
from baken.analysis.tables import SeriesTable
from baken.methods.reason import Reason
from baken.model.finding import Caveat
from baken.model.indicator import Break
from baken.model.text import Text

if TYPE_CHECKING:
    from baken.methods.trend._change import Change
    from baken.methods.trend.change_points import ChangePoints
    from baken.methods.trend.regression import LevelShift, Trend, TrendOptions

_LEVEL = 0.95
_WEEKS = 365.25 / 7
# A season is asked for only where each part of the year comes round often enough.
_LEAST_YEARS = 2
_PERMUTATIONS = 499


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TrendQuestion:
    """One series (the first row of ``series``) and what is known about it.

    ``breaks`` gives the place of the first period after each break. ``pandemic`` names years. ``parts`` are
    the series that it is made of, one row each; ``reference`` is the same here and there, in two rows: by the
    periods of the series where the reference area has all of these, else by year.
    """

    series: SeriesTable
    name: Text
    area: Text | None = None
    breaks: Mapping[int, Break | None] = field(default_factory=dict)
    pandemic: Sequence[int] = ()
    parts: SeriesTable | None = None
    part_breaks: Mapping[str, Mapping[int, Break | None]] = field(default_factory=dict)
    reference: SeriesTable | None = None
    reference_name: Text | None = None
    found_by_looking: bool = False
    caveats: tuple[Caveat, ...] = ()

    @property
    def pandemic_years(self) -> tuple[int, ...]:
        """The pandemic years that lie in the series."""
        there = {year_of(period) for period in self.series.periods}
        return tuple(sorted(year for year in self.pandemic if year in there))

    @property
    def reference_alike(self) -> bool:
        """Whether the reference has the periods of the series, so that one model serves both."""
        return self.reference is not None and self.reference.periods == self.series.periods


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The trend of one part of a whole."""

    kind: str
    name: Text
    reason: Reason
    per_year: Change
    found_by_looking: bool = False

    @property
    def direction(self) -> str | None:
        """``up`` or ``down`` where the interval carries it."""
        return self.per_year.direction

    def record(self) -> dict[str, object]:
        """As plain data."""
        return {
            "kind": self.kind,
            "name": {"nl": self.name.nl, "en": self.name.en},
            "direction": self.direction,
            "per_year": change_record(self.per_year),
            "reason": word(self.reason),
        }


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TrendAnswer:
    """The trend of a series.

    ``ordinary`` is that without the pandemic years, if the series has some; ``relative`` that of the ratio to
    the reference area; ``parts`` has those of its parts, with intervals that hold for all at once.
    """

    question: TrendQuestion
    full: Trend
    ordinary: Trend | None
    points: ChangePoints
    parts: tuple[Part, ...]
    national: Part | None
    relative: Change | None

    @property
    def said(self) -> Said:
        """The answer in words."""
        from baken.analysis.trend_words import said

        return said(self)

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods of the series."""
        return self.question.series.periods

    @property
    def line(self) -> Trend | ChangePoints:
        """The line that is shown for each period: with bends where they were found."""
        return self.points if self.points.points else self.full

    def is_sure(self, n: int) -> bool:
        """Whether a bend is more than possible: the slopes part, and it lies inside of its range."""
        point, (before, after) = self.points.points[n], self.points.segments[n : n + 2]
        first, second = before.per_year, after.per_year
        parted = first.upper < second.lower or second.upper < first.lower
        return parted and (point.lower == point.upper or point.lower < point.place < point.upper)

    @property
    def both_ways(self) -> bool:
        """Whether the slope goes up in one segment and down in another."""
        signs = {one.per_year.percent > 0 for one in self.points.segments}
        return bool(self.points.points) and len(signs) > 1

    def parts_going(self, direction: str | None) -> tuple[Part, ...]:
        """The judged parts that go up, go down, or of which neither is carried (None)."""
        return tuple(one for one in self.parts if one.reason is Reason.JUDGED and one.direction == direction)

    def record(self) -> dict[str, object]:
        """The answer as plain data; what cannot be judged is null and has a reason."""
        series, full = self.question.series, self.full
        return {
            "series": series.names[0],
            "per_year_periods": series.per_year,
            "direction": full.direction,
            "per_year": change_record(full.per_year),
            "total": change_record(full.total),
            "reason": word(full.reason),
            "family": full.family,
            "dispersion": clean(full.dispersion),
            "autocorrelation": clean(full.autocorrelation),
            "without_pandemic": _brief(self.ordinary),
            "without_outliers": _brief(full.without_outliers),
            "season": [
                {
                    "part": season_part(self.periods[0], n),
                    "ratio": clean(ratio),
                    "lower": clean(low),
                    "upper": clean(high),
                }
                for n, (ratio, low, high) in enumerate(full.season.tolist())
            ],
            "shifts": [_shift(self, one) for one in full.shifts],
            "change_points": _points(self),
            "periods": _periods(self),
            "parts": [one.record() for one in self.parts],
            "reference": None if self.national is None else self.national.record(),
            "relative_per_year": None if self.relative is None else change_record(self.relative),
            "reference_alike": self.question.reference_alike if self.national else None,
            "answer": self.said.record(),
        }


def ask_trend(question: TrendQuestion) -> TrendAnswer:
    """Put a series to the methods."""
    from baken.methods.trend.regression import trend

    series = question.series
    counts, exposure = _row(series)
    settings = _options(series, question.breaks)
    excluded = [year_of(period) in question.pandemic for period in series.periods]
    full = trend(counts, exposure, settings)
    if all(map(math.isnan, counts)):
        # However short the series is: there is not one figure.
        full = replace(full, reason=Reason.MISSING)
    ordinary = trend(counts, exposure, settings, excluded) if any(excluded) else None
    national, relative = _reference(question, full)
    return TrendAnswer(
        question=question,
        full=full,
        ordinary=ordinary,
        points=_change_points(question, counts, exposure),
        parts=_parts(question),
        national=national,
        relative=relative,
    )


def change_record(change: Change) -> dict[str, float | None]:
    """A change in percent as plain data."""
    return {"percent": clean(change.percent), "lower": clean(change.lower), "upper": clean(change.upper)}


def _row(series: SeriesTable) -> tuple[list[float], list[float] | None]:
    """The counts, and the population where it is known in each period and changes."""
    import numpy as np

    counts = series.counts[0].tolist()
    if series.population is None:
        return counts, None
    people = series.population[0]
    known = people[~np.isnan(series.counts[0])]
    return counts, people.tolist() if len(known) and not np.isnan(known).any() else None


def _options(series: SeriesTable, breaks: Mapping[int, Break | None], level: float = _LEVEL) -> TrendOptions:
    from baken.methods.trend.regression import TrendOptions

    per_year = {52: _WEEKS, 0: 1.0}.get(series.per_year, float(series.per_year))
    stops = tuple(place for place, one in breaks.items() if one is not None and one.severity == "stop")
    start = max(stops, default=0)
    enough = len(series.periods) - start >= _LEAST_YEARS * max(per_year, 1) + 2
    season = {12: "factor", 4: "factor", 52: "harmonics"}.get(series.per_year, "none") if enough else "none"
    shifts = tuple(sorted(place for place in breaks if place not in stops and place > start))
    return TrendOptions(per_year=per_year, season=season, shifts=shifts, stops=stops, level=level)


def _change_points(
    question: TrendQuestion, counts: Sequence[float], exposure: Sequence[float] | None
) -> ChangePoints:
    """Where the slope changes, with the breaks that are known taken into account."""
    from baken.methods.trend.change_points import ChangePointOptions, change_points

    settings = ChangePointOptions(
        trend=_options(question.series, question.breaks), permutations=_PERMUTATIONS
    )
    return change_points(counts, exposure, settings)


def _parts(question: TrendQuestion) -> tuple[Part, ...]:
    """The trend of each part, at a level at which all intervals hold at once (Bonferroni)."""
    from baken.methods.trend.regression import trend

    parts = question.parts
    if parts is None or not parts.names:
        return ()
    level = 1 - (1 - _LEVEL) / len(parts.names)
    found = []
    for n, kind in enumerate(parts.kinds):
        settings = _options(parts, question.part_breaks.get(kind, {}), level)
        result = trend(parts.counts[n].tolist(), None, settings)
        found.append(
            Part(
                kind=kind,
                name=parts.labels.get(kind, Text(kind, kind)),
                reason=result.reason,
                per_year=result.per_year,
                found_by_looking=kind in parts.found_by_looking,
            )
        )
    return tuple(found)


def _reference(question: TrendQuestion, full: Trend) -> tuple[Part | None, Change | None]:
    """The trend of the reference area, and that of the ratio of here to there."""
    both = question.reference
    if both is None or question.reference_name is None:
        return None, None
    return _alike(question, both, full) if question.reference_alike else _by_year(question, both)


def _alike(question: TrendQuestion, both: SeriesTable, full: Trend) -> tuple[Part, Change | None]:
    """The reference in the same model, with the same breaks; the ratio is that of the two changes told."""
    from baken.methods.trend.regression import trend

    people = None if both.population is None else both.population[1].tolist()
    result = trend(both.counts[1].tolist(), people, _options(question.series, question.breaks))
    part = Part(
        kind=both.areas[1],
        name=question.reference_name or Text("", ""),
        reason=result.reason,
        per_year=result.per_year,
    )
    judged = full.reason is result.reason is Reason.JUDGED
    return part, _ratio(full.per_year, result.per_year) if judged else None


def _ratio(here: Change, there: Change) -> Change | None:
    """One change over another; the margins count as independent, so shared swings make it wide."""
    from baken.methods.trend._change import change_of

    ends = (here.percent, here.lower, here.upper, there.percent, there.lower, there.upper)
    if not all(math.isfinite(one) and one > -100 for one in ends):
        return None
    logs = [math.log1p(one / 100) for one in ends]
    halves = (logs[2] - logs[1]) / 2, (logs[5] - logs[4]) / 2
    return change_of(logs[0] - logs[3], math.hypot(*halves))


def _by_year(question: TrendQuestion, both: SeriesTable) -> tuple[Part, Change | None]:
    """The reference by year without breaks, and the ratio of here to there in the same years."""
    from baken.methods.trend.annual_trend import annual_trend

    here, there = both.counts[0].tolist(), both.counts[1].tolist()
    people = None if both.population is None else both.population.tolist()
    result = annual_trend(there, people[1] if people else None)
    part = Part(
        kind=both.areas[1],
        name=question.reference_name or Text("", ""),
        reason=result.reason,
        per_year=result.per_year,
    )
    # What happened there, scaled to the people here, stands in for what would have happened here: its chance
    # is small beside that of one town.
    scale = there
    if people:
        scale = [n / p * q if p else n for n, p, q in zip(there, people[1], people[0], strict=True)]
    ratio = annual_trend(here, scale)
    return part, ratio.per_year if ratio.reason is Reason.JUDGED else None


def _brief(result: Trend | None) -> dict[str, object] | None:
    if result is None:
        return None
    return {
        "direction": result.direction,
        "per_year": change_record(result.per_year),
        "reason": word(result.reason),
    }


def _shift(answer: TrendAnswer, one: LevelShift) -> dict[str, object]:
    place = one.place
    known = answer.question.breaks.get(place)
    return {
        "period": answer.periods[place],
        "break": known.id if known else None,
        "ratio": clean(one.ratio),
        "lower": clean(one.lower),
        "upper": clean(one.upper),
    }


def _points(answer: TrendAnswer) -> list[dict[str, object]]:
    return [
        {
            "period": answer.periods[one.place],
            "earliest": answer.periods[one.lower],
            "latest": answer.periods[one.upper],
            "certain": answer.is_sure(n),
            "before": change_record(before.per_year),
            "after": change_record(after.per_year),
        }
        for n, (one, before, after) in enumerate(
            zip(answer.points.points, answer.points.segments, answer.points.segments[1:], strict=False)
        )
    ]


def _periods(answer: TrendAnswer) -> list[dict[str, object]]:
    series, full, line = answer.question.series, answer.full, answer.line
    columns: Iterable[tuple[str, float, float, float, float, bool, bool]] = zip(
        series.periods,
        series.counts[0].tolist(),
        line.fitted.tolist(),
        line.lower.tolist(),
        line.upper.tolist(),
        full.outlier.tolist(),
        full.used.tolist(),
        strict=True,
    )
    return [
        {
            "period": period,
            "observed": clean(seen),
            "fitted": clean(fitted),
            "lower": clean(low),
            "upper": clean(high),
            "outlier": outlier,
            "used": used,
        }
        for period, seen, fitted, low, high, outlier, used in columns
    ]


def season_part(period: str, n: int) -> int:
    """Which part of the year stands ``n`` places behind a period: 1 to 12 for months."""
    at = moment(period)
    return (at.number + n) % at.per_year + 1
