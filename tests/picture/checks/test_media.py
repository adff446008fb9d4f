# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from datetime import date, time

import pytest

from baken.catalogue.lexicon_media import load_media
from baken.picture.checks.media import KnownPlace, MediaItem, MediaMark, media_items
from baken.picture.checks.media_remarks import media_remarks

from .seeds import needs_seeds, of, rules, seed

PLACES = (
    KnownPlace("Maastricht", "municipality"),
    KnownPlace("Limburg", "province"),
    KnownPlace("Vrijthof", "place", "Centrum"),
)


def item(start: str) -> MediaItem:
    document = seed("000")
    found = media_items(document, load_media(), PLACES)
    return next(one for one in found if one.headline.of(document.text).startswith(start))


def remarks_of(start: str) -> list[str]:
    return rules(media_remarks((item(start),)))


@pytest.mark.requirement("DEV-16")
@needs_seeds
def test_outlet_day_and_time_are_read() -> None:
    found = item("Verscherpt toezicht")
    assert (found.outlet, found.published, found.at) == ("NOS Nieuws", date(2025, 9, 24), time(8, 50))


@needs_seeds
def test_every_item_is_an_illustration_and_no_other_block_is_one() -> None:
    found = media_items(seed("000"), load_media(), PLACES)
    assert len(found) == 10
    assert rules(media_remarks(found)).count("media-illustration") == 10
    assert media_items(seed("004"), load_media(), PLACES) == ()


@pytest.mark.requirement("DEV-18", "DEV-19", "DEV-24", "DEV-26", "DEV-27")
@needs_seeds
def test_what_items_lack_is_said() -> None:
    assert {"media-figure", "media-population"} <= set(remarks_of("Kwart"))
    assert item("Kwart").population == "vrouwen"
    assert {"media-incomplete", "media-direction"} <= set(remarks_of("Overlast door"))
    assert "media-source" in remarks_of("‘verwerpelijk")
    opened = item("Politie opnieuw")
    assert MediaMark.INCOMPLETE in opened.marks
    assert opened.places[0].within == "Centrum" or opened.places[1].within == "Centrum"
    assert MediaMark.OUTPUT in item("Beruchte").marks


@pytest.mark.requirement("DEV-24")
@needs_seeds
def test_an_item_without_outlet_and_day_is_flagged_with_both() -> None:
    found = item("‘verwerpelijk")
    assert (found.outlet, found.published) == ("", None)
    (flag,) = [one for one in media_remarks((found,)) if one.rule == "media-source"]
    assert flag.message.en == "This item of the press lacks its source and date."
    assert flag.message.nl == "Bij dit persbericht ontbreekt: bron en datum."


@needs_seeds
def test_a_province_is_not_the_city() -> None:
    assert "media-region" in remarks_of("2025: ")
    assert "media-region" in remarks_of("Meer meldingen")
    assert "media-region" not in remarks_of("Bewoners")


@needs_seeds
def test_incidents_and_demonstrations_are_events() -> None:
    assert MediaMark.INCIDENT in item("Bewoners").marks
    assert item("Bewoners").published == date(2025, 11, 17)
    found = item("Maastricht decor")
    assert MediaMark.DEMONSTRATION in found.marks
    assert found.count == 2


def test_an_item_in_one_line_is_read() -> None:
    document = of(
        "De Stentor, 3 maart 2026: Minder inbraken in de wijk", "Gewone tekst van 3 maart 2026 volgt."
    )
    (found,) = media_items(document, load_media())
    assert (found.outlet, found.published) == ("De Stentor", date(2026, 3, 3))
    assert found.headline.of(document.text) == "Minder inbraken in de wijk"
