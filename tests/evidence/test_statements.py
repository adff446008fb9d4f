# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Statements: by role, per area, without personal data, and used or not used with a reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from baken.accounts import changes
from baken.accounts.actor import Actor
from baken.accounts.changes import Asked, NotAllowedError
from baken.accounts.models import AuditEntry
from baken.accounts.personal import persons_in
from baken.accounts.rights import Act, covered
from baken.cycle.models import Theme
from baken.evidence.models import Statement
from baken.evidence.when import days_of
from people import SET_UP, own_district

Who = Callable[[str], Actor]


@pytest.mark.requirement("ROLE-13", "SRC-06")
def test_an_area_team_writes_for_its_own_district_only(
    actor: Who, told: dict[str, Any], other_district: str
) -> None:
    team = actor("area-team")
    made = changes.create(Statement, told, Asked(by=team, why=""))
    assert made.area == own_district()
    with pytest.raises(NotAllowedError, match=r"stadsdeel|district"):
        changes.create(Statement, {**told, "area": other_district}, Asked(by=team, why=""))
    with pytest.raises(NotAllowedError):
        changes.change(made, {"area": other_district}, Asked(by=team, why="verhuisd"))
    assert Statement.objects.get().area == own_district()


@pytest.mark.requirement("ROLE-13")
@pytest.mark.parametrize(
    ("role", "strand"),
    [("area-team", "professional"), ("facilitator", "area-team"), ("order-officer", "facilitator")],
)
def test_nobody_writes_in_the_name_of_another_source(
    actor: Who, told: dict[str, Any], role: str, strand: str
) -> None:
    values = {**told, "strand": strand, "consent": "given"}
    with pytest.raises(NotAllowedError):
        changes.create(Statement, values, Asked(by=actor(role), why=""))


@pytest.mark.parametrize("role", ["reader", "council-member", "administrator", "mayor"])
def test_who_only_reads_writes_nothing(actor: Who, told: dict[str, Any], role: str) -> None:
    with pytest.raises(NotAllowedError):
        changes.create(Statement, told, Asked(by=actor(role), why=""))


def test_teams_managers_and_facilitators_read_what_is_theirs(
    actor: Who, told: dict[str, Any], other_district: str
) -> None:
    own = changes.create(Statement, told, SET_UP)
    other = changes.create(Statement, {**told, "area": other_district}, SET_UP)
    residents = changes.create(
        Statement, {**told, "strand": "facilitator", "consent": "given", "area": other_district}, SET_UP
    )
    table = Statement.rights.table(Act.READ)
    seen = {
        role: set(covered(Statement.objects.all(), table, actor(role)))
        for role in ("area-team", "area-manager", "facilitator", "analyst", "council-member")
    }
    assert seen == {
        "area-team": {own},
        "area-manager": {own},
        "facilitator": {residents},
        "analyst": {own, other, residents},
        "council-member": set(),
    }


@pytest.mark.requirement("SRC-07")
def test_what_a_facilitator_hands_on_needs_consent(actor: Who, told: dict[str, Any]) -> None:
    asked = Asked(by=actor("facilitator"), why="")
    values = {**told, "strand": "facilitator"}
    with pytest.raises(ValidationError) as refused:
        changes.create(Statement, values, asked)
    assert "consent" in refused.value.message_dict
    made = changes.create(Statement, {**values, "consent": "given for the group as a whole"}, asked)
    assert made.get_consent_display() == "gegeven voor de groep als geheel"


@pytest.mark.requirement("SRC-04")
@pytest.mark.django_db
@pytest.mark.parametrize("empty", ["who", "area", "what", "since_words", "sure"])
def test_a_statement_says_who_where_what_since_when_and_how_sure(told: dict[str, Any], empty: str) -> None:
    with pytest.raises(ValidationError) as refused:
        changes.create(Statement, {**told, empty: ""}, SET_UP)
    assert empty in refused.value.message_dict


@pytest.mark.requirement("SRC-04")
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Mail naar jan.devries@gmail.com", "jan.devries"),
        ("Bel 06-12345678", "12345678"),
        ("BSN 111222333", "111222333"),
        ("Het is op Kerkstraat 12 te doen", "Kerkstraat 12"),
        ("Volgens mevrouw Pietersen gaat het om", "Pietersen"),
    ],
)
@pytest.mark.parametrize("field", ["title", "who", "what"])
def test_personal_data_is_refused_with_its_place_and_not_repeated(
    told: dict[str, Any], words: str, found: str, field: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        changes.create(Statement, {**told, field: words}, SET_UP)
    line = " ".join(refused.value.message_dict[field])
    assert "1" in line
    assert found not in line
    assert not Statement.objects.exists()
    assert not AuditEntry.objects.filter(changes__contains=found).exists()


def test_the_place_of_personal_data_is_its_line_and_character() -> None:
    (line,) = persons_in("Een rustige regel.\nBel 06-12345678 hierover.")
    assert "line 2, from character 5" in line or "regel 2, vanaf teken 5" in line


@pytest.mark.requirement("CASE-06")
def test_an_issue_has_a_level_before_it_counts(actor: Who, statement: Statement, theme: Theme) -> None:
    analyst = actor("analyst")
    with pytest.raises(ValidationError) as refused:
        changes.move(statement, "check", Asked(by=analyst, why="gelezen"))
    assert set(refused.value.message_dict) == {"theme", "level"}
    changes.change(statement, {"theme": theme, "level": "cross-border"}, Asked(by=analyst, why="aangevuld"))
    checked = changes.move(statement, "check", Asked(by=analyst, why="klopt met de meldingen"))
    used = changes.move(checked, "use", Asked(by=analyst, why="in het beeld van 2026"))
    assert (used.status, used.get_level_display()) == ("used", "grensoverschrijdend")
    with pytest.raises(ValidationError):
        changes.change(statement, {"level": "galactic"}, SET_UP)


def test_a_team_does_not_check_what_it_wrote_itself(actor: Who, statement: Statement) -> None:
    with pytest.raises(NotAllowedError):
        changes.move(statement, "leave-out", Asked(by=actor("area-team"), why="toch niet"))
    analyst = actor("analyst")
    changes.move(statement, "leave-out", Asked(by=analyst, why="al bekend"))
    with pytest.raises(NotAllowedError):
        changes.change(statement, {"title": "Anders"}, Asked(by=actor("area-team"), why="later"))


def test_the_words_of_time_keep_the_days_that_they_allow(statement: Statement) -> None:
    assert statement.since_words == "sinds de zomer van 2025"
    assert (statement.since, statement.since_latest) == (date(2025, 6, 1), None)
    assert days_of("al zo lang als ik hier werk") == (None, None)
    assert days_of("2025-Q3") == (date(2025, 7, 1), date(2025, 9, 30))


@given(st.integers(2000, 2090), st.integers(1, 4))
def test_a_quarter_is_its_first_and_last_day(year: int, quarter: int) -> None:
    first, last = days_of(f"{year}-Q{quarter}")
    assert first is not None
    assert last is not None
    assert first.month == 3 * quarter - 2
    assert 89 <= (last - first).days <= 91
