# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a picture shows and what it refuses to publish: its own day, impossible rates, small numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from baken import load_picture
from baken.model.errors import PublicationError
from baken.model.observation import Observation, Precision, Presence
from baken.picture.picture import SafetyPicture
from baken.picture.protection.material import public_material

from .helpers import MAASTRICHT, made_up, measured, without_value

HOOD = "BU09350000"


@pytest.mark.parametrize(
    ("day", "newest"), [("2023-01-31", 2022), ("2021-12-31", 2020), ("2024-12-31", 2024)]
)
def test_from_an_earlier_day_no_later_figure_is_seen(day: str, newest: int) -> None:
    picture = load_picture("Maastricht", date.fromisoformat(day))
    years = [one.observation.period.year for record in picture.records for one in record.figures]
    assert max(years) <= int(day[:4])
    total = picture.record("misdrijven-totaal", MAASTRICHT)
    assert total.latest
    assert total.latest.observation.period.year == newest
    assert total.sentence
    assert total.sentence.nl.startswith(f"In {newest} ")


def rate_only(value: str, area: str = MAASTRICHT, people: int = 121_000) -> Observation:
    """A rate as a document prints it, without its count."""
    one = measured("hic", 2024, value, area=area, people=people)
    return replace(one, count=None, precision=Precision.RATE_ONLY)


def test_a_rate_that_no_whole_count_can_give_has_no_margin_and_does_not_stop_the_picture() -> None:
    shown = made_up([rate_only("95.0", HOOD, 2330)]).record("hic", HOOD)
    assert shown.latest
    assert (shown.latest.interval, shown.latest.implied) == (None, None)


def test_a_rate_is_as_precise_as_it_was_printed() -> None:
    widths = []
    for printed in ("2", "2.0"):
        shown = made_up([rate_only(printed)]).record("hic", MAASTRICHT).latest
        assert shown
        assert shown.implied
        widths.append(shown.implied[1] - shown.implied[0])
    assert widths[0] > 5 * widths[1]


def test_a_rate_of_a_small_area_is_not_published_because_its_count_cannot_be_protected() -> None:
    rate = replace(measured("hic", 2024, "3.9", area=HOOD, people=2330), snapshot="made-up/test@2026-11-21")
    inside = made_up([rate])
    with pytest.raises(PublicationError, match="small areas in this picture are not protected"):
        inside.check_publishable()
    outside = SafetyPicture(public_material(inside.material, lambda: bytes(32)).material)
    outside.check_publishable()
    (figure,) = outside.figures("hic", HOOD)
    assert (figure.value, figure.observation.presence) == (None, Presence.SUPPRESSED)


def test_the_margin_of_a_published_rate_leads_back_to_the_population_too() -> None:
    record = load_picture("Maastricht", date(2026, 11, 21)).record("hic", MAASTRICHT)
    assert record.latest
    sources = {name.split("/")[0] for name in record.latest.observation.snapshot.split()}
    assert sources == {"raadsvoorstel_2023", "cbs_bevolking"}


def test_a_figure_that_may_not_be_shown_is_told_from_one_that_is_not_there() -> None:
    assert made_up([measured("hic", 2024, "10.0", area=HOOD, people=300)]).record("hic", HOOD).is_withheld
    assert not made_up([without_value("hic", 2024, area=HOOD)]).record("hic", HOOD).is_withheld
    assert (
        not made_up([measured("hic", 2024, "10.0", area=HOOD, people=3000)]).record("hic", HOOD).is_withheld
    )
