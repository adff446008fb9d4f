# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A new phenomenon: a form, then triage within a set number of days, accepted or rejected with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from baken.catalogue.frame import checked
from baken.model.errors import InputError
from baken.model.phenomenon import Outcome, Phenomenon, PhenomenonRegister, Triage
from baken.model.text import Text
from baken.picture.intake import IntakeState, intakes
from baken.publications.register_records import event_records

from .helpers import EXAMPLE, MAASTRICHT, TODAY, held, picture

TOWN = held(EXAMPLE).municipality
WHY = Text("Op meer plekken gezien.", "Seen in more places.")


def form(triage: Triage | None = None) -> Phenomenon:
    return Phenomenon(
        id="x",
        what=Text("Iets nieuws", "Something new"),
        role=Text("wijkteam", "neighbourhood team"),
        area=EXAMPLE,
        reported=date(2026, 1, 1),
        triage=triage,
    )


def triage(day: int, outcome: Outcome = Outcome.ACCEPTED) -> Triage:
    return Triage(outcome=outcome, date=date(2026, 1, day), author="afdeling Veiligheid", reason=WHY)


@pytest.mark.requirement("DEV-28")
def test_a_form_is_accepted_or_rejected_with_a_reason_within_the_term_that_the_municipality_set() -> None:
    assert TOWN.intake.triage_days == 21
    found = {one.form.id: one for one in intakes(TOWN.intake, TODAY)}
    assert {name: one.state for name, one in found.items()} == {
        "lachgasflessen": IntakeState.ACCEPTED,
        "nepfolders": IntakeState.REJECTED,
        "steps-op-stoep": IntakeState.LATE,
    }
    assert [found[name].days for name in ("lachgasflessen", "nepfolders")] == [14, 8]
    assert all(one.form.triage.reason.nl for one in found.values() if one.form.triage)
    rows = event_records(picture(EXAMPLE))["phenomena"]
    assert {one["id"]: bool(one["reason"]) for one in rows} == {  # type: ignore[attr-defined]
        "lachgasflessen": True,
        "nepfolders": True,
        "steps-op-stoep": False,
    }


@pytest.mark.requirement("DEV-28")
def test_a_form_is_late_on_the_day_after_its_term_and_a_late_decision_stays_late() -> None:
    register = PhenomenonRegister(triage_days=14, forms=(form(),))
    states = {day: intakes(register, date(2026, 1, day))[0].state for day in (1, 15, 16)}
    assert states == {1: IntakeState.WAITING, 15: IntakeState.WAITING, 16: IntakeState.LATE}
    (late,) = intakes(replace(register, forms=(form(triage(20)),)), TODAY)
    assert (late.state, late.days, late.decided_late) == (IntakeState.ACCEPTED, 19, True)
    (before,) = intakes(replace(register, forms=(form(triage(20)),)), date(2026, 1, 10))
    assert before.state is IntakeState.WAITING


@pytest.mark.requirement("DEV-28")
def test_without_a_term_no_form_is_late() -> None:
    assert held(MAASTRICHT).municipality.intake == PhenomenonRegister()
    (found,) = intakes(PhenomenonRegister(forms=(form(),)), TODAY)
    assert (found.state, found.due) == (IntakeState.WAITING, None)


@pytest.mark.requirement("DEV-28")
def test_a_decision_without_who_or_why_or_before_the_form_is_refused() -> None:
    with pytest.raises(InputError, match="not who decided and why"):
        replace(triage(2), reason=Text("", ""))
    with pytest.raises(InputError, match="not who decided and why"):
        replace(triage(2), author=" ")
    with pytest.raises(InputError, match="decided on before it was reported"):
        form(replace(triage(2), date=date(2025, 12, 31)))


def test_a_form_that_says_nothing_and_a_term_of_no_days_are_refused() -> None:
    with pytest.raises(InputError, match="says not what was seen"):
        replace(form(), what=Text("", ""))
    wrong = replace(TOWN, intake=PhenomenonRegister(triage_days=0))
    with pytest.raises(InputError, match="days for triage"):
        checked(wrong, held(EXAMPLE).catalogue)
