# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is said of items of the press: that they measure nothing, and what each of them lacks."""

from __future__ import annotations

from collections.abc import Iterator

from baken.model.remark import Remark, Weight
from baken.model.text import Text
from baken.picture.checks.media import MediaItem, MediaMark

_ILLUSTRATION = Text(
    "Persbericht: een illustratie, geen meting. Het telt niet mee in een trend.",
    "Item of the press: an illustration, not a measurement. It counts in no trend.",
)
_MARKS: dict[MediaMark, tuple[str, Weight, Text, Text | None]] = {
    MediaMark.INCIDENT: (
        "media-incident",
        Weight.NOTE,
        Text(
            "Een ernstig incident: leg datum, gebied en soort vast, niets over personen.",
            "A serious incident: record day, area and type, nothing about persons.",
        ),
        None,
    ),
    MediaMark.DEMONSTRATION: (
        "media-demonstration",
        Weight.NOTE,
        Text(
            "Een demonstratie: leg alleen het aantal vast, niets over deelnemers of hun mening.",
            "A demonstration: record the number only, nothing of those who took part or their opinion.",
        ),
        None,
    ),
    MediaMark.OUTPUT: (
        "media-output",
        Weight.NOTE,
        Text(
            "Dit zegt wat politie of gemeente deed, niet hoeveel criminaliteit er is.",
            "This tells what police or town did, not how much crime there is.",
        ),
        None,
    ),
    MediaMark.FIGURE: (
        "media-figure",
        Weight.WARNING,
        Text("Een cijfer uit de pers zonder bron.", "A figure from the press without its source."),
        Text(
            "Zoek het onderzoek zelf: wie is gevraagd, waar en wanneer.",
            "Find the study itself: who was asked, where and when.",
        ),
    ),
    MediaMark.INCOMPLETE: (
        "media-incomplete",
        Weight.WARNING,
        Text("De kop is niet volledig overgenomen.", "The headline was not copied in full."),
        Text("Neem de hele kop over.", "Copy the whole headline."),
    ),
    MediaMark.DIRECTION_UNKNOWN: (
        "media-direction",
        Weight.WARNING,
        Text(
            "Of het meer of minder werd is niet te lezen; deze kop kan niets onderbouwen.",
            "Whether it rose or fell cannot be read; this headline cannot support a claim.",
        ),
        Text("Neem de hele kop over.", "Copy the whole headline."),
    ),
}


def media_remarks(items: tuple[MediaItem, ...]) -> tuple[Remark, ...]:
    """The remarks on each item, in order. No message repeats the headline."""
    return tuple(remark for item in items for remark in _of_item(item))


def _of_item(item: MediaItem) -> Iterator[Remark]:
    where = (item.headline,)
    yield Remark(rule="media-illustration", weight=Weight.NOTE, message=_ILLUSTRATION, places=where)
    for mark in MediaMark:
        if mark in item.marks and mark in _MARKS:
            rule, weight, message, settle = _MARKS[mark]
            yield Remark(rule=rule, weight=weight, message=message, places=where, settle=settle)
    if item.population:
        yield Remark(
            rule="media-population",
            weight=Weight.WARNING,
            message=Text(
                f"Het cijfer gaat over een andere groep dan alle inwoners ({item.population}).",
                "The figure is about another population than all inhabitants.",
            ),
            places=where,
        )
    if MediaMark.REGION_ONLY in item.marks:
        name = item.places[0].name
        yield Remark(
            rule="media-region",
            weight=Weight.WARNING,
            message=Text(
                f"Dit gaat over {name}, niet over de gemeente; het is geen cijfer van de gemeente.",
                f"This is about {name}, not about the municipality; it is no figure of the municipality.",
            ),
            places=where,
        )
    yield from _sources(item)


def _sources(item: MediaItem) -> Iterator[Remark]:
    missing = [
        word
        for word, lacks in (
            (Text("bron", "source"), not item.outlet),
            (Text("datum", "date"), item.published is None),
        )
        if lacks
    ]
    if missing:
        yield Remark(
            rule="media-source",
            weight=Weight.WARNING,
            message=Text(
                f"Bij dit persbericht ontbreekt: {' en '.join(word.nl for word in missing)}.",
                f"This item of the press lacks its {' and '.join(word.en for word in missing)}.",
            ),
            places=(item.headline,),
            settle=Text("Noem medium, dag en vindplaats.", "Name the outlet, the day and where it is found."),
        )
