# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which indicators passed the change from which a review follows, and the review that is made of it.

The change is that between the last two periods with a figure. Where its interval includes no change, or
something else stands in the way of a judgement, nothing is decided. Of what is found by looking a rise is
never a worsening.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from baken.accounts.changes import Asked, create
from baken.cycle.models import Review, SteeringIndicator
from baken.cycle.papers.imprint import LANGUAGE, today
from baken.model.days import day_words
from baken.model.figure import Change, NotJudged
from baken.model.finding import Tone
from baken.model.governance import Body
from baken.model.indicator import ChangeScale
from baken.model.offence import Initiative
from baken.model.text import Text
from baken.picture.caveats import tone_of
from baken.picture.changes import change, change_without_pandemic
from baken.picture.picture import SafetyPicture
from baken.picture.sentences import amount
from baken.picture.series import IndicatorPicture

NO_FIGURES = Text("Er zijn geen twee perioden met een cijfer.", "There are no two periods with a figure.")
REASONS = {
    NotJudged.INSIDE_INTERVAL: Text("Het verschil kan toeval zijn.", "The difference may be chance."),
    NotJudged.NO_INTERVAL: Text(
        "De marge is niet te berekenen, dus er volgt geen oordeel.",
        "No interval can be computed, so nothing is judged.",
    ),
    NotJudged.NO_RESPONDENTS: Text(
        "Het aantal ondervraagden is niet bekend, dus er volgt geen oordeel.",
        "The number of respondents is not known, so nothing is judged.",
    ),
    NotJudged.BREAK: Text(
        "Er is ondertussen anders geteld of gevraagd, dus er volgt geen oordeel.",
        "Counting or asking changed in between, so nothing is judged.",
    ),
}
LOOKED_FOR = Text(
    "Dit hangt af van hoe hard er wordt gezocht: meer is niet zonder meer slechter.",
    "This depends on how hard one looks: more is not simply worse.",
)
PANDEMIC = Text(
    "Een van de twee is een coronajaar; zonder coronajaren is er geen oordeel dezelfde kant op.",
    "One of the two is a pandemic year; without those years no judgement goes the same way.",
)
NOT_WORSE = Text("Het werd niet slechter.", "It did not get worse.")
BELOW = Text("Slechter, maar minder dan de drempel.", "Worse, but by less than the threshold.")
PASSED = Text("De drempel is gepasseerd.", "The threshold was passed.")
_TITLE = Text("Drempel gepasseerd: {name} ({period})", "Threshold passed: {name} ({period})")
_WHAT = Text(
    "{name} veranderde van {start} naar {end} met {amount}. De drempel is {threshold}. Gezien in het "
    "veiligheidsbeeld van {day}. {owners}",
    "{name} changed from {start} to {end} by {amount}. The threshold is {threshold}. Seen in the safety "
    "picture of {day}. {owners}",
)
_OWNERS = Text("Thema-eigenaar: {owners}.", "Owner of the theme: {owners}.")
_NO_OWNER = Text("Geen thema of thema-eigenaar ingevuld.", "No theme or owner of a theme is filled in.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """One indicator held against its threshold. ``breach`` is the id of its review, if one follows."""

    indicator: SteeringIndicator
    why: Text
    change: Change | None = None
    size: str = ""
    breach: str = ""


def look(picture: SafetyPicture) -> tuple[Looked, ...]:
    """Every adopted indicator with a threshold that the picture knows, held against it."""
    rows = SteeringIndicator.objects.filter(withdrawn=False, status="adopted", threshold__isnull=False)
    known = picture.material.catalogue.indicators
    return tuple(_look(one, picture) for one in rows if one.code in known)


def review_breaches(picture: SafetyPicture, asked: Asked) -> tuple[Review, ...]:
    """Make a review of each breach, once: the same breach found again makes no second one."""
    made = []
    for one in look(picture):
        if one.breach and not Review.objects.filter(pk=one.breach).exists():
            made.append(create(Review, _values(one, picture), asked))
    return tuple(made)


def _look(indicator: SteeringIndicator, picture: SafetyPicture) -> Looked:
    record = picture.record(indicator.code, picture.material.municipality.code)
    measured = record.measured
    if len(measured) < 2:
        return Looked(indicator=indicator, why=NO_FIGURES)
    catalogue = picture.material.catalogue
    found = change(catalogue, record.indicator, measured[-2], measured[-1])
    ordinary = change_without_pandemic(catalogue, record.indicator, record.figures, found)
    size = amount(found, record.indicator.decimals, LANGUAGE, signed=True)
    why = _verdict(record, found, ordinary, indicator.threshold or Decimal(0))
    # Dots and slashes are no part of an address.
    breach = f"drempel-{indicator.code[:35]}-{found.end}".replace(".", "-").replace("/", "-")
    return Looked(
        indicator=indicator, why=why, change=found, size=size, breach=breach if why is PASSED else ""
    )


def _verdict(record: IndicatorPicture, found: Change, ordinary: Change | None, threshold: Decimal) -> Text:
    if found.supported_direction is None:
        return REASONS[found.reason or NotJudged.INSIDE_INTERVAL]
    if record.initiative in {Initiative.HAAL, Initiative.MIXED}:
        return LOOKED_FOR
    tone = tone_of(record.indicator, record.initiative, found, ordinary)
    if tone is not Tone.UNFAVOURABLE:
        plain = tone_of(record.indicator, record.initiative, found, found)
        return PANDEMIC if plain is Tone.UNFAVOURABLE else NOT_WORSE
    return PASSED if abs(_moved(found)) >= threshold else BELOW


def _moved(found: Change) -> Decimal:
    """The size of a change in per cent of its start, or in points where that is its scale."""
    if found.scale is ChangeScale.PERCENT and found.percent is not None:
        return found.percent
    return found.observed_change


def _values(one: Looked, picture: SafetyPicture) -> dict[str, object]:
    themes = list(one.indicator.themes.filter(withdrawn=False))
    return {
        "id": one.breach,
        "title": _TITLE.in_(LANGUAGE).format(
            name=one.indicator.name, period=one.change.end if one.change else ""
        ),
        "cause": Review.Cause.THRESHOLD,
        "what": _WHAT.in_(LANGUAGE).format(
            name=one.indicator.name,
            start=one.change.start if one.change else "",
            end=one.change.end if one.change else "",
            amount=one.size,
            threshold=one.indicator.threshold,
            day=day_words(picture.material.on).in_(LANGUAGE),
            owners=" ".join(_owners(one.indicator)),
        ),
        "theme": themes[0] if themes else None,
        "indicator": one.indicator,
        "noticed": today(),
        "bodies": [Body.COUNCIL.value, Body.EXECUTIVE.value],
    }


def _owners(indicator: SteeringIndicator) -> Iterator[str]:
    held = [
        f"{one.portfolio_holder} ({one.name})"
        for one in indicator.themes.filter(withdrawn=False)
        if one.portfolio_holder
    ]
    yield _OWNERS.in_(LANGUAGE).format(owners=", ".join(held)) if held else _NO_OWNER.in_(LANGUAGE)
