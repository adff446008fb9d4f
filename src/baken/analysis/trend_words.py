# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The trend of a series in words. "Stijging" and "daling" stand only where the margin carries them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from baken.analysis.caveats import caveats
from baken.analysis.reasons import not_judged
from baken.analysis.said import Said, both, listed, numeral, same, span
from baken.analysis.trend_beside_words import PER_HEAD, UNKNOWN, margin, parts, reference
from baken.methods.reason import Reason
from baken.model.text import MONTHS, Text

if TYPE_CHECKING:
    from baken.analysis.trend import TrendAnswer
    from baken.methods.trend._change import Change

_SMALL = 5
_DIRECTION = {
    ("up", False): Text(
        "{name}{per}: een stijging van {size} (95%-marge {margin}), van {start} tot en met {end}.",
        "{name}{per}: a rise of {size} (95 % margin {margin}), from {start} to {end}.",
    ),
    ("down", False): Text(
        "{name}{per}: een daling van {size} (95%-marge {margin}), van {start} tot en met {end}.",
        "{name}{per}: a fall of {size} (95 % margin {margin}), from {start} to {end}.",
    ),
    ("up", True): Text(
        "{name}{per}: er is {each} {percent} % meer geregistreerd (95%-marge {margin}), van "
        "{start} tot en met {end}. "
        "Als je kijkt, zie je meer: dat betekent niet vanzelf dat het probleem groter is.",
        "{name}{per}: {percent} % more was registered {each} (95 % margin {margin}), from "
        "{start} to {end}. "
        "If you look, you see more: this does not by itself mean that the problem grew.",
    ),
    ("down", True): Text(
        "{name}{per}: er is {each} {percent} % minder geregistreerd (95%-marge {margin}), "
        "van {start} tot en met {end}.",
        "{name}{per}: {percent} % less was registered {each} (95 % margin {margin}), from {start} to {end}.",
    ),
}
_FLAT = Text(
    "{name}{per}: geen verandering die groter is dan toeval, van {start} tot en met {end}: {percent} % per "
    "{step} "
    "(95%-marge {margin}).",
    "{name}{per}: no change beyond chance from {start} to {end}: {percent} % per {step} (95 % margin "
    "{margin}).",
)
_WITHOUT = {
    "pandemic": (
        Text(
            "Zonder de coronajaren {years} is dat {percent} % per jaar (95%-marge {margin}){verdict}.",
            "Without the pandemic years {years} it is {percent} % per year (95 % margin {margin}){verdict}.",
        ),
        Text("Zonder de coronajaren {years} {reason}.", "Without the pandemic years {years} it {reason}."),
    ),
    "outliers": (
        Text(
            "Uitschieters: {periods}. Zonder die is dat {percent} % per {step} (95%-marge "
            "{margin}){verdict}.",
            "Outliers: {periods}. Without these it is {percent} % per {step} (95 % margin "
            "{margin}){verdict}.",
        ),
        Text("Uitschieters: {periods}.", "Outliers: {periods}."),
    ),
}
_SAME_VERDICT = Text("; dat oordeel blijft gelijk", "; the judgement stays the same")
_OTHER_VERDICT = Text("; het oordeel wordt dan anders", "; the judgement then differs")
_SEASON = {
    "high": Text(
        "Seizoen: in {part} het meest, {ratio} keer het gemiddelde (95%-marge {margin}).",
        "Season: most in {part}, {ratio} times the mean (95 % margin {margin}).",
    ),
    "low": Text(
        "Seizoen: in {part} het minst, {ratio} keer het gemiddelde (95%-marge {margin}).",
        "Season: least in {part}, {ratio} times the mean (95 % margin {margin}).",
    ),
}
_SHIFT_UNSURE = Text(
    "Trendbreuk {label}({period}): daarna lag het niveau niet aantoonbaar anders ({ratio} keer; {margin}). "
    "De richting hierboven rekent daar al mee.",
    "Series break {label}({period}): the level after it cannot be shown to differ ({ratio} times; {margin}). "
    "The direction above allows for it.",
)
_SHIFT = Text(
    "Trendbreuk {label}({period}): daarna lag het niveau op {ratio} keer dat ervoor (95%-marge {margin}). "
    "De richting hierboven rekent daar al mee.",
    "Series break {label}({period}): after it the level was {ratio} times that before (95 % margin "
    "{margin}). "
    "The direction above allows for it.",
)
_FIRST = Text(
    "Alleen wat na de trendbreuk van {period} komt, telt mee: ervoor is anders geteld.",
    "Only what comes after the series break of {period} counts: before it counting was different.",
)
_POINT = Text(
    "De helling verandert rond {period} (tussen {earliest} en {latest}): ervoor {before} per {step}, "
    "erna {after} per {step}.",
    "The slope changes around {period} (between {earliest} and {latest}): {before} per {step} before it, "
    "{after} per {step} after it.",
)
_POINT_UNSURE = Text(
    "Mogelijk verandert de helling rond {period} (tussen {earliest} en {latest}): ervoor {before} per "
    "{step}, erna {after} per {step}.",
    "Perhaps the slope changes around {period} (between {earliest} and {latest}): {before} per {step} before "
    "it, {after} per {step} after it.",
)
_WITH_MARGIN = Text("{percent} % (95%-marge {margin})", "{percent} % (95 % margin {margin})")


def said(answer: TrendAnswer) -> Said:
    """The answer in words."""
    question = answer.question
    series = question.series
    return Said(
        sentences=tuple(_sentences(answer)),
        caveats=(*question.caveats, *caveats(*_rules(answer))),
        source=series.source,
        snapshots=series.snapshots,
    )


def _rules(answer: TrendAnswer) -> Iterator[str]:
    counts = answer.question.series.counts[0]
    known = [n for n in counts.tolist() if not math.isnan(n)]
    if known and sum(known) / len(known) < _SMALL:
        yield "small-numbers"
    if answer.ordinary is not None:
        yield "pandemic"
    if not answer.question.caveats:
        yield "registered-only"
    if answer.parts:
        yield "many-tests"
    yield "no-cause"


def _sentences(answer: TrendAnswer) -> Iterator[Text]:
    full = answer.full
    if full.reason is not Reason.JUDGED:
        yield both(UNKNOWN, name=name_of(answer), why=not_judged(full.reason))
        return
    yield _direction(answer)
    if full.first:
        yield both(_FIRST, period=answer.periods[full.first])
    yield from _without(answer)
    yield from _shifts(answer)
    yield from _season(answer)
    yield from _points(answer)
    yield from parts(answer)
    yield from reference(answer)


def name_of(answer: TrendAnswer) -> Text:
    """What is counted, and where if that is known."""
    question = answer.question
    if question.area is None:
        return question.name
    return both(Text("{name} in {area}", "{name} in {area}"), name=question.name, area=question.area)


def step_of(answer: TrendAnswer) -> Text:
    """What a change is counted by."""
    return Text("jaar", "year") if answer.question.series.per_year else Text("periode", "period")


def _direction(answer: TrendAnswer) -> Text:
    change = answer.full.per_year
    looked = answer.question.found_by_looking
    used = [period for period, one in zip(answer.periods, answer.full.used.tolist(), strict=True) if one]
    words = {
        "name": name_of(answer),
        "per": Text("", "") if answer.question.series.population is None else PER_HEAD,
        "step": step_of(answer),
        "size": _size(answer),
        "each": _each(answer),
        "margin": margin(change),
        "start": used[0],
        "end": used[-1],
    }
    if change.direction is None:
        return both(_FLAT, percent=numeral(change.percent, 1, signed=True), **words)
    return both(_DIRECTION[change.direction, looked], percent=numeral(abs(change.percent), 1), **words)


def _mean(answer: TrendAnswer) -> Text:
    """On average, and over what where the line goes up in one part and down in another."""
    if not answer.both_ways:
        return Text("gemiddeld", "on average")
    return Text("gemiddeld over alle jaren", "on average over all years")


def _each(answer: TrendAnswer) -> Text:
    step, mean = step_of(answer), _mean(answer)
    dutch = f"{mean.nl} elk {step.nl}" if answer.both_ways else f"elk {step.nl} {mean.nl}"
    return Text(dutch, f"each {step.en} {mean.en}")


def _size(answer: TrendAnswer) -> Text:
    step, mean = step_of(answer), _mean(answer)
    percent = numeral(abs(answer.full.per_year.percent), 1)
    dutch = f"{percent.nl} % per {step.nl}"
    return Text(
        f"{dutch}, {mean.nl}" if answer.both_ways else f"{mean.nl} {dutch}",
        f"{percent.en} % per {step.en} {mean.en}",
    )


def _with_margin(change: Change) -> Text:
    return both(_WITH_MARGIN, percent=numeral(change.percent, 1, signed=True), margin=margin(change))


def _without(answer: TrendAnswer) -> Iterator[Text]:
    full, ordinary = answer.full, answer.ordinary
    if ordinary is not None:
        years = same(", ".join(str(one) for one in answer.question.pandemic_years))
        yes, no = _WITHOUT["pandemic"]
        if ordinary.reason is Reason.JUDGED:
            yield both(yes, years=years, **_figures(ordinary.per_year, full.direction))
        else:
            yield both(no, years=years, reason=not_judged(ordinary.reason))
    marked = [same(period) for period, one in zip(answer.periods, full.outlier.tolist(), strict=True) if one]
    if marked:
        yes, no = _WITHOUT["outliers"]
        rest = full.without_outliers
        if rest is not None and rest.reason is Reason.JUDGED:
            yield both(
                yes, periods=listed(marked), step=step_of(answer), **_figures(rest.per_year, full.direction)
            )
        else:
            yield both(no, periods=listed(marked))


def _figures(change: Change, before: str | None) -> dict[str, Text]:
    return {
        "percent": numeral(change.percent, 1, signed=True),
        "margin": margin(change),
        "verdict": _SAME_VERDICT if change.direction == before else _OTHER_VERDICT,
    }


def _shifts(answer: TrendAnswer) -> Iterator[Text]:
    for one in answer.full.shifts:
        known = answer.question.breaks.get(one.place)
        label = Text(f"'{known.label.nl}' ", f"'{known.label.en}' ") if known else Text("", "")
        yield both(
            _SHIFT_UNSURE if one.lower <= 1 <= one.upper else _SHIFT,
            label=label,
            period=answer.periods[one.place],
            ratio=numeral(one.ratio, 2),
            margin=span(one.lower, one.upper, 2),
        )


def _season(answer: TrendAnswer) -> Iterator[Text]:
    """The highest and the lowest part of the year, each only if its margin carries it."""
    rows = answer.full.season.tolist()
    if not rows or answer.question.series.per_year not in (4, 12):
        return
    for name, pick in (("high", max), ("low", min)):
        part = pick(range(len(rows)), key=lambda n: rows[n][0])
        ratio, low, high = rows[part]
        if low > 1 or high < 1:
            words = {
                "part": _part_name(answer, part),
                "ratio": numeral(ratio, 2),
                "margin": span(low, high, 2),
            }
            yield both(_SEASON[name], **words)


def _part_name(answer: TrendAnswer, n: int) -> Text:
    from baken.analysis.trend import season_part

    part = season_part(answer.periods[0], n)
    if answer.question.series.per_year == 12:
        return MONTHS[part - 1]
    return Text(f"kwartaal {part}", f"quarter {part}")


def _points(answer: TrendAnswer) -> Iterator[Text]:
    """Each place where the slope changes, with the slope before and after it."""
    segments = answer.points.segments
    for n, (one, before, after) in enumerate(zip(answer.points.points, segments, segments[1:], strict=False)):
        yield both(
            _POINT if answer.is_sure(n) else _POINT_UNSURE,
            period=answer.periods[one.place],
            earliest=answer.periods[one.lower],
            latest=answer.periods[one.upper],
            before=_with_margin(before.per_year),
            after=_with_margin(after.per_year),
            step=step_of(answer),
        )
