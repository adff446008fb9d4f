# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Statements through the pages, district by district."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from baken.accounts import changes
from baken.cycle.models import Theme
from baken.evidence.models import Statement
from people import SET_UP

LIST = "/werk/register/waarnemingen/"
Browser = Callable[[str], Client]


@pytest.fixture
def elsewhere(db: None, told: dict[str, Any], other_district: str) -> Statement:
    """A statement about another district."""
    del db
    return changes.create(Statement, {**told, "area": other_district, "title": "Elders gezien"}, SET_UP)


@pytest.mark.requirement("ROLE-13")
@pytest.mark.parametrize("role", ["area-team", "area-manager"])
@pytest.mark.parametrize("page", ["", "wijzigen/", "intrekken/", "geschiedenis/", "stap/check/"])
def test_a_statement_of_another_district_is_no_page(
    signed_in: Browser, elsewhere: Statement, role: str, page: str
) -> None:
    browser = signed_in(role)
    assert browser.get(f"{LIST}{elsewhere.pk}/{page}").status_code == 404
    assert "Elders gezien" not in browser.get(LIST).content.decode()


def test_who_is_not_asked_sees_no_register(signed_in: Browser, statement: Statement) -> None:
    for role in ("council-member", "administrator"):
        assert signed_in(role).get(f"{LIST}{statement.pk}/").status_code == 404


@pytest.mark.requirement("SRC-04", "SRC-06", "CASE-06")
def test_the_form_asks_all_and_says_what_to_write_instead_of_a_name(
    signed_in: Browser, told: dict[str, Any]
) -> None:
    browser = signed_in("area-team")
    form = browser.get(LIST + "nieuw/").content.decode()
    for name in ("who", "area", "theme", "what", "since_words", "sure", "level"):
        assert f'name="{name}"' in form
    refused = browser.post(LIST + "nieuw/", {**told, "told": "2026-04-20", "what": "Bel 06-12345678"})
    assert refused.status_code == 422
    assert 'id="id_what_error"' in refused.content.decode()
    assert browser.post(LIST + "nieuw/", {**told, "told": "2026-04-20"}).status_code == 302


@pytest.mark.requirement("ROLE-13")
def test_the_form_of_an_area_team_refuses_another_district(
    signed_in: Browser, told: dict[str, Any], other_district: str
) -> None:
    values = {**told, "told": "2026-04-20", "area": other_district}
    assert signed_in("area-team").post(LIST + "nieuw/", values).status_code == 422
    assert not Statement.objects.exists()


def test_why_it_was_not_used_stands_on_its_page(signed_in: Browser, statement: Statement) -> None:
    browser = signed_in("adviser")
    step = f"{LIST}{statement.pk}/stap/leave-out/"
    assert browser.post(step, {"why": "", "seen": "1"}).status_code == 422
    assert browser.post(step, {"why": "al bekend uit de meldingen", "seen": "1"}).status_code == 302
    assert "al bekend uit de meldingen" in browser.get(f"{LIST}{statement.pk}/").content.decode()


@pytest.mark.requirement("SRC-16")
def test_a_theme_has_an_information_section_and_an_area_section(
    signed_in: Browser, statement: Statement, theme: Theme
) -> None:
    page = f"/werk/register/themas/{theme.pk}/"
    browser = signed_in("analyst")
    before = browser.get(page).content.decode()
    assert 'id="informed"' in before
    assert 'id="area-based"' in before
    assert statement.title not in before
    changes.change(statement, {"theme": theme, "level": "local"}, SET_UP)
    changes.move(statement, "check", changes.Asked(by=SET_UP.by, why="klopt"))
    assert statement.title in browser.get(page).content.decode()
    assert statement.title not in signed_in("council-member").get(page).content.decode()
