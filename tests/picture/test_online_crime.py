# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Crime that moves online: the police series have a break, and a survey is the second source."""

from __future__ import annotations

from datetime import date

import pytest

from baken.model.period import Period
from baken.picture.changes import breaks_of, breaks_of_measure_between

from .helpers import MAASTRICHT, bare, held, picture

BEFORE, AFTER = Period.parse("2014"), Period.parse("2017")


@pytest.mark.requirement("DEV-06")
@pytest.mark.parametrize(
    ("code", "indicator", "name", "day"),
    [
        ("3.9.1", "horizontale-fraude", "fraude-2015", date(2015, 5, 1)),
        ("3.7.4", "cybercrime", "online-2016", date(2016, 1, 1)),
    ],
)
def test_both_police_series_carry_the_break_of_may_2015_and_2016(
    code: str, indicator: str, name: str, day: date
) -> None:
    catalogue = bare().catalogue
    of_measure = breaks_of_measure_between(catalogue, f"politie-misdrijven/{code}", BEFORE, AFTER)
    of_indicator = breaks_of(catalogue, catalogue.indicator(indicator))
    for found in (of_measure, of_indicator):
        assert (name, day) in {(one.id, one.date) for one in found}
    (the_break,) = (one for one in of_measure if one.id == name)
    assert "mei 2015" in the_break.explanation.nl
    assert the_break.severity in {"stop", "caution"}


@pytest.mark.requirement("DEV-06")
def test_the_survey_of_online_crime_is_the_second_source_beside_the_police_series() -> None:
    catalogue = bare().catalogue
    survey = catalogue.indicator("slachtoffer-online")
    for name in ("cybercrime", "horizontale-fraude"):
        police = catalogue.indicator(name)
        assert police.beside == ("slachtoffer-online",)
        assert name in survey.beside
        assert (police.is_survey, survey.is_survey) == (False, True)
        assert police.system != survey.system
    assert "tweede bron" in survey.context.nl


@pytest.mark.requirement("DEV-06")
def test_the_theme_of_digital_crime_names_both_sources_and_says_that_neither_is_held() -> None:
    shown = picture(MAASTRICHT).theme("gedigitaliseerde-criminaliteit")
    assert [one.id for one in shown.without_figures] == [
        "horizontale-fraude",
        "cybercrime",
        "slachtoffer-online",
    ]
    (found,) = (
        one
        for one in held(MAASTRICHT).municipality.register.developments
        if one.id == "verschuiving-naar-online"
    )
    assert found.evidence_count == 0
