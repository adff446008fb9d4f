# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The fitted line of a trend as it is drawn: with the season in it, and without."""

from __future__ import annotations

import math
from collections.abc import Iterator

from baken.analysis.trend import TrendAnswer
from baken.publications.charts import Fitted

_WEEKS = 365.25 / 7
Band = tuple[float, float, float]


def model(answer: TrendAnswer) -> list[Band]:
    """What the model gives for each period with its margin: with bends where they were found."""
    line = answer.line
    return list(zip(line.fitted.tolist(), line.lower.tolist(), line.upper.tolist(), strict=True))


def bare(answer: TrendAnswer) -> list[float] | None:
    """The same without the season; None where it cannot be told from a jump at a bend."""
    full = answer.full
    if not len(full.season):
        return [value for value, _, _ in model(answer)]
    if not answer.points.points:
        ratios = full.season[:, 0].tolist()
        return [value / ratios[n % len(ratios)] for n, value in enumerate(full.fitted.tolist())]
    return None if full.shifts else _bent(answer)


def pieces(answer: TrendAnswer, rows: list[Band]) -> Iterator[tuple[Fitted, ...]]:
    """A line as pieces, broken off at each jump and where nothing was fitted."""
    jumps = {one.place for one in answer.full.shifts}
    piece: list[Fitted] = []
    for n, (value, lower, upper) in enumerate(rows):
        if (n in jumps or not math.isfinite(value)) and piece:
            yield tuple(piece)
            piece = []
        if math.isfinite(value):
            ends = (lower, upper) if math.isfinite(lower) and math.isfinite(upper) else (None, None)
            piece.append(Fitted(float(n), value, *ends))
    if piece:
        yield tuple(piece)


def _bent(answer: TrendAnswer) -> list[float]:
    """The line through the bends: its slopes are known, its height is what is left beside the season."""
    series, segments = answer.question.series, answer.points.segments
    length = {52: _WEEKS, 0: 1.0}.get(series.per_year, float(series.per_year))
    shape = [0.0] * len(answer.periods)
    for one in segments:
        slope = math.log1p(one.per_year.percent / 100) / length
        for n in range(one.first + 1, one.last + 1):
            shape[n] = shape[n - 1] + slope
    start, end = segments[0].first, segments[-1].last
    people = _people(answer)
    left = [
        math.log(fitted / people[n]) - shape[n] for n, (fitted, _, _) in enumerate(model(answer)[: end + 1])
    ]
    parts = round(length)
    means = [_mean(left[start + part :: parts]) for part in range(parts)]
    height = _mean([one for one in means if math.isfinite(one)])
    inside = range(start, end + 1)
    return [
        math.exp(shape[n] + height) * people[n] if n in inside else math.nan
        for n in range(len(answer.periods))
    ]


def _people(answer: TrendAnswer) -> list[float]:
    """The population that the model allowed for, or one for each period."""
    table = answer.question.series.population
    row = [] if table is None else table[0].tolist()
    fit = bool(row) and all(math.isfinite(one) and one > 0 for one in row)
    return row if fit else [1.0] * len(answer.periods)


def _mean(values: list[float]) -> float:
    known = [one for one in values if math.isfinite(one)]
    return math.fsum(known) / len(known) if known else math.nan
