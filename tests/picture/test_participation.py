# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How residents were heard, said as it was: a survey is no conversation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from baken.model.strand import ResidentSource
from baken.picture.participation import participation
from baken.picture.picture import SafetyPicture

from .helpers import EXAMPLE, MAASTRICHT, held, picture


def _heard(*sources: ResidentSource, published: bool = True) -> SafetyPicture:
    """The picture of the invented municipality with other voices on one theme."""
    material = held(EXAMPLE)
    voice = material.municipality.residents[0]
    assert voice.theme == "buurt-en-beleving"
    voices = tuple(
        replace(voice, id=f"v{n}", source=one, steps=voice.steps if published else voice.steps[:2])
        for n, one in enumerate(sources)
    )
    return SafetyPicture(replace(material, municipality=replace(material.municipality, residents=voices)))


@pytest.mark.requirement("PART-03")
def test_where_residents_were_only_asked_by_survey_it_says_so_with_the_survey_and_its_year() -> None:
    found = participation(picture(MAASTRICHT))
    assert found.only_survey
    assert found.said.nl.startswith("Alleen een enquête, geen rechtstreeks gesprek.")
    assert found.said.en.startswith("Survey, no direct dialogue.")
    assert "Veiligheidsmonitor 2021" in found.said.nl
    theme = participation(picture(MAASTRICHT), "overlast-en-beleving")
    assert theme.said.nl.startswith("Alleen een enquête, geen rechtstreeks gesprek.")


@pytest.mark.requirement("PART-03")
def test_where_there_were_talks_it_says_which() -> None:
    found = participation(picture(EXAMPLE))
    assert not found.only_survey
    assert "buurtgesprek in Voorbeeldwijk Oost op 7 oktober 2025 (18 mensen)" in found.said.nl
    assert "bewonerspanel in Voorbeeldwijk Centrum op 3 februari 2026" in found.said.nl
    assert "Veiligheidsmonitor 2025" in found.said.nl
    assert "geen rechtstreeks gesprek" not in found.said.nl


def test_where_nothing_is_on_record_it_says_that_and_no_more() -> None:
    found = participation(picture(MAASTRICHT), "ondermijning")
    assert found.said.nl == "Hoe inwoners hierover zijn gevraagd, is niet vastgelegd."
    assert not found.only_survey


def test_a_talk_without_a_published_report_is_still_a_talk() -> None:
    found = participation(_heard(ResidentSource.PANEL, published=False), "buurt-en-beleving")
    assert (found.talks, found.waiting) == ((), 1)
    assert "geen rechtstreeks gesprek" not in found.said.nl
    assert "Van 1 van de gesprekken is nog geen verslag gepubliceerd." in found.said.nl


def test_reports_of_residents_are_no_talk() -> None:
    found = participation(_heard(ResidentSource.REPORT), "buurt-en-beleving")
    assert found.talks == ()
    assert "Een gesprek is hier niet vastgelegd." in found.said.nl


def test_a_talk_after_the_day_of_the_picture_is_not_known_yet() -> None:
    early = participation(picture(EXAMPLE, date(2025, 10, 1)), "buurt-en-beleving")
    assert (early.talks, early.waiting) == ((), 0)
