# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Done, result and next of a theme: from the records, and empty where none tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from baken.model.communication import Communication, PlannedStep
from baken.model.policy import Municipality, Theme
from baken.model.text import Text
from baken.picture.accountability import Accountability, Outcome, accountability

from .helpers import EXAMPLE, MAASTRICHT, TODAY, bare, made_up, picture, published

STEP = PlannedStep(
    what=Text("Iets (verzonnen).", "Something (invented)."), document="plan", said=date(2026, 1, 1)
)


def _theme(code: str, name: str) -> Theme:
    return next(one for one in picture(code).material.municipality.themes if one.id == name)


def _of(code: str, name: str) -> Accountability:
    return accountability(published(code), _theme(code, name))


def _planned(*steps: PlannedStep) -> Accountability:
    town = replace(bare().municipality, communication=Communication(planned=steps), programmes=())
    shown = made_up((), municipality=replace(town, decisions=()))
    return accountability(shown, town.themes[0])


@pytest.mark.requirement("COM-01")
def test_what_was_done_comes_from_measures_decisions_and_plans_the_newest_first() -> None:
    found = _of(EXAMPLE, "winkelgebied")
    own = [one for one in found.done if not one.general]
    assert [one.what.nl.split(" (")[0] for one in own] == [
        "Twee nieuwe camera's bij de Markt",
        "Extra toezicht in het winkelgebied",
    ]
    assert own[0].what.nl.endswith("Of het is gebeurd, staat niet in de stukken.")
    assert own[1].day == date(2026, 4, 21)
    assert own[1].document == "Verzoek van de raad (verzonnen)"
    days = [one.day for one in found.done if one.day]
    assert days == sorted(days, reverse=True)


@pytest.mark.requirement("COM-01")
def test_a_measure_belongs_to_the_theme_whose_figures_count_its_codes() -> None:
    for name, deed in (
        ("ondermijning", "Extra controles op drugs"),
        ("buurt-en-beleving", "Jongerenwerk op straat"),
    ):
        assert any(one.what.nl.startswith(deed) for one in _of(EXAMPLE, name).done), name
    assert not any("drugs" in one.what.nl for one in _of(EXAMPLE, "wonen-en-diefstal").done)


@pytest.mark.requirement("COM-01")
def test_the_result_is_what_the_figures_carry() -> None:
    found = _of(EXAMPLE, "wonen-en-diefstal")
    shown = {which: [one.indicator.id for one in records] for which, records in found.outcomes}
    assert shown == {
        Outcome.HIGHER: ["vermogensdelicten"],
        Outcome.SAME: ["misdrijven-totaal", "hic", "diefstal-uit-woning", "geweld"],
    }
    assert "We weten het niet" in found.effects[0].said.nl


@pytest.mark.requirement("COM-01")
def test_next_holds_what_is_planned_what_runs_on_and_what_the_figures_ask_for() -> None:
    told = [one.what.nl for one in _of(EXAMPLE, "buurt-en-beleving").next]
    assert "Betere straatverlichting in Voorbeeldwijk Oost (verzonnen)." in told
    assert any(one.endswith("gaat door; een einde is niet bekend.") for one in told)
    assert any(one.endswith("loopt tot en met 31 december 2026.") for one in told)
    assert any(
        one.nl.startswith("De burgemeester kijkt naar")
        for one in (x.what for x in _of(EXAMPLE, "winkelgebied").next)
    )


@pytest.mark.requirement("COM-01")
def test_the_day_of_the_update_is_the_newest_day_among_the_records() -> None:
    # The theme without figures rests on documents only; the figures of the other were taken later.
    assert _of(MAASTRICHT, "maatschappelijke-onrust").updated == date(2026, 4, 4)
    updated = _of(MAASTRICHT, "overlast-en-beleving").updated
    assert updated is not None
    assert date(2026, 4, 4) < updated <= TODAY


def test_a_theme_of_which_nothing_is_written_down_is_empty_and_has_no_day() -> None:
    found = _planned()
    assert (found.done, found.outcomes, found.next, found.updated) == ((), (), (), None)
    assert [one.label for one in found.effects] == [None]


@pytest.mark.parametrize(
    ("step", "done", "ahead"),
    [
        (replace(STEP, by=date(2027, 1, 1)), (), ("Iets (verzonnen).",)),
        (STEP, (), ("Iets (verzonnen).",)),
        (replace(STEP, by=TODAY), (), ("Iets (verzonnen).",)),
        (replace(STEP, done=date(2026, 3, 1)), ("Iets (verzonnen). Dit is gebeurd.",), ()),
        (replace(STEP, said=date(2027, 1, 1)), (), ()),
        (replace(STEP, themes=("ondermijning",)), (), ()),
    ],
)
def test_a_planned_step_is_ahead_until_its_day_is_over(
    step: PlannedStep, done: tuple[str, ...], ahead: tuple[str, ...]
) -> None:
    found = _planned(step)
    assert tuple(one.what.nl for one in found.done) == done
    assert tuple(one.what.nl for one in found.next) == ahead


def test_what_happened_after_the_day_of_the_picture_is_not_known_yet() -> None:
    early = accountability(picture(EXAMPLE, date(2026, 1, 10)), _theme(EXAMPLE, "winkelgebied"))
    assert all(one.day is None or one.day <= date(2026, 1, 10) for one in early.done)
    assert not any("toezicht" in one.what.nl for one in early.done)


def test_every_theme_of_every_municipality_with_a_folder_has_an_account() -> None:
    for code in (MAASTRICHT, EXAMPLE):
        town: Municipality = published(code).material.municipality
        for theme in town.themes:
            found = accountability(published(code), theme)
            for one in (*found.done, *found.next):
                assert one.what.nl.endswith((".", "?"))
                assert one.what.en
            assert found.effects
