# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What must be read with a figure: the rules of interpretation, applied to one indicator in one area.

The words of each rule are data (``guidance.yaml``); here stands only when a rule applies.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from baken.catalogue.catalogue import Catalogue
from baken.model.figure import Change, NotJudged, Supported
from baken.model.finding import Caveat, Tone
from baken.model.indicator import Direction, Indicator
from baken.model.intervention import Intervention
from baken.model.offence import Initiative
from baken.model.period import Period
from baken.model.policy import Municipality
from baken.model.text import Text
from baken.picture.series import IndicatorPicture, Origins
from baken.picture.waves import latest_wave

_REGISTERED = ("politie-misdrijven", "politie-klassen", "politie-overlast", "cbs-misdrijven")
_ROUNDED = ("cbs-misdrijven",)
_CLUSTERED = ("politie-overlast",)


def initiative_of(catalogue: Catalogue, indicator: Indicator) -> Initiative:
    """Who brings the offences of an indicator to light.

    ``HAAL`` if the police find all of them by looking, ``MIXED`` if some, or for a total of everything.
    """
    found = set()
    for code in (*indicator.numerator, *indicator.covers):
        for system in (indicator.system, "politie-misdrijven"):
            registration = catalogue.registrations.get((system, code))
            if registration:
                found.add(Initiative.MIXED if registration.is_total else registration.initiative)
                break
    if not found:
        return Initiative.NONE
    if found == {Initiative.HAAL}:
        return Initiative.HAAL
    mixed = Initiative.HAAL in found or found == {Initiative.MIXED}
    return Initiative.MIXED if mixed else Initiative.BRENG


def tone_of(
    indicator: Indicator, initiative: Initiative, change: Change | None, ordinary: Change | None
) -> Tone:
    """Whether a change is good news: only if it is supported, has a good side and is not found by looking.

    A change up to or from a pandemic year must also be supported without pandemic years.
    """
    supported = change.supported_direction if change else None
    if change is None or supported is None or indicator.direction is Direction.AMBIGUOUS:
        return Tone.NEUTRAL
    if initiative in (Initiative.HAAL, Initiative.MIXED):
        return Tone.NEUTRAL
    if change.pandemic and (ordinary is None or ordinary.supported_direction is not supported):
        return Tone.NEUTRAL
    good = Supported.DOWN if indicator.direction is Direction.LOWER else Supported.UP
    return Tone.FAVOURABLE if supported is good else Tone.UNFAVOURABLE


def caveats(
    catalogue: Catalogue, municipality: Municipality, record: IndicatorPicture, on: date
) -> tuple[Caveat, ...]:
    """Every caveat that belongs to an indicator on a day, in the order in which they are read."""
    found = [
        Caveat(name, _dated(name, catalogue.guidance[name].text, record))
        for name in _rules(municipality, record, on)
    ]
    newest = record.latest.observation.period if record.latest else None
    breaks = [Caveat(one.id, one.explanation) for one in record.breaks if _recent(one.date.year, newest)]
    notes = [Caveat("definition", note) for note in record.indicator.notes]
    annotations = [
        Caveat("annotation", Text(f"{one.period}: {one.annotation}", f"{one.period}: {one.annotation}"))
        for one in (figure.observation for figure in record.figures)
        if one.annotation
    ]
    return (*found, *breaks, *notes, *annotations)


def _dated(name: str, text: Text, record: IndicatorPicture) -> Text:
    """The words of a rule; where a rule is about single years, the years stand before it."""
    if name != "outlier":
        return text
    years = ", ".join(str(one.observation.period) for one in record.figures if one.outlier)
    return Text(f"{years}: {text.nl}", f"{years}: {text.en}")


def _recent(year: int, newest: Period | None) -> bool:
    return newest is not None and year >= newest.year - 10


def _rules(municipality: Municipality, record: IndicatorPicture, on: date) -> Iterable[str]:
    """The ids of the rules that apply."""
    indicator, observations = record.indicator, [figure.observation for figure in record.figures]
    if municipality.invented:
        yield "invented"
    yield from _initiative_rules(municipality, record)
    if indicator.system in _REGISTERED:
        yield "registered"
    if record.origins is not Origins.ONE:
        yield f"computed-{record.origins}"
    if any(one.spread_limit for one in observations):
        yield "protected"
    if any(one.implied and not one.observation.spread for one in record.figures):
        yield "rate-only"
    if indicator.survey is not None:
        yield "survey-years"
    if indicator.is_survey and any(one.value is not None and not one.respondents for one in observations):
        yield "survey-margin-unknown"
    yield from _figure_rules(record)
    if indicator.visitors:
        yield "visitors"
    if record.unit.denominator and not indicator.is_survey:
        yield "border"
    conditions = {
        "rounded-5": indicator.system in _ROUNDED and any(one.count is not None for one in observations),
        "repeat-callers": indicator.system in _CLUSTERED,
        "e33": indicator.numerator == ("E33",),
        "halt-policy": indicator.system == "halt",
        "outdated": not record.freshness.current,
        "older-wave": _has_newer_wave(record, on),
    }
    yield from (rule for rule, applies in conditions.items() if applies)


def _has_newer_wave(record: IndicatorPicture, on: date) -> bool:
    """Whether the results of a newer survey wave than the newest one held are out."""
    survey, newest = record.indicator.survey, record.freshness.newest
    return survey is not None and newest is not None and newest.year < latest_wave(survey, on)


def _initiative_rules(municipality: Municipality, record: IndicatorPicture) -> Iterable[str]:
    if record.initiative not in (Initiative.HAAL, Initiative.MIXED):
        return
    yield "haal" if record.initiative is Initiative.HAAL else "mixed"
    rises = record.change is not None and record.change.observed_direction > 0
    done = municipality.interventions
    if rises and record.change and runs_with_controls(done, record.indicator, record.change):
        yield "haal-intervention"


def runs_with_controls(done: Iterable[Intervention], indicator: Indicator, change: Change) -> bool:
    """Whether checks that raise what is seen of an indicator ran at the end of a change, not yet before."""
    return any(
        one.controls
        and set(one.codes) & {*indicator.numerator, *indicator.covers}
        and one.runs_in(change.end)
        and not _ran_throughout(one, change)
        for one in done
    )


def _ran_throughout(one: Intervention, change: Change) -> bool:
    """Checks that already ran in full at the start explain no rise since."""
    return one.start <= change.start.start


def _figure_rules(record: IndicatorPicture) -> Iterable[str]:
    if any(figure.outlier for figure in record.figures):
        yield "outlier"
    if record.change and record.change.pandemic:
        yield "pandemic"
    if record.change and record.change.reason is NotJudged.BREAK:
        yield "break-not-judged"
    if record.trend and record.trend.stopped:
        yield "break-stops-trend"
    if any(not figure.shown for figure in record.figures):
        yield "small-denominator"
