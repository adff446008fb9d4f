# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of local themes beside the regional plan: what it says, who sees it, who fills it in."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from pytest_django import Settings

from baken.accounts.models import AuditEntry
from baken.cycle.models import Document, RegionalLink, RegionalTheme
from baken.cycle.setup import fill_cycle
from baken.model.governance import Role
from desk.roles_expected import WITH_COUNCIL

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("LAW-05")]
PAGE = "/werk/regionaal-plan/"
ADD = re.compile(r'href="(/werk/register/regionale-verbanden/nieuw/[^"]*)"')
EDIT = re.compile(r'href="(/werk/register/regionale-verbanden/[\w-]+/wijzigen/)"')
Browser = Callable[[str], Client]


@pytest.fixture
def example(settings: Settings, signed_in: Browser) -> Browser:
    """The desk of Voorbeeldstad, filled; seen in Dutch."""
    settings.BAKEN_AREA = "GM9999"
    fill_cycle("GM9999")
    return signed_in


@pytest.fixture
def maastricht(signed_in: Browser) -> Browser:
    """The desk of Maastricht, filled."""
    fill_cycle("GM0935")
    return signed_in


def shown(browser: Client, address: str = PAGE) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_rows_and_columns_that_are_empty_say_so_in_words(example: Browser) -> None:
    page = shown(example("reader"))
    head, *rows = re.findall(r"<tr>.*?</tr>", page, re.DOTALL)
    assert len(rows) == 5
    empty = [row for row in rows if "<strong>leeg: met geen regionaal thema verbonden</strong>" in row]
    assert [re.findall(r"/themas/([\w-]+)/", row)[0] for row in empty] == [
        "winkelgebied",
        "buurt-en-beleving",
    ]
    assert head.count("<strong>leeg: met geen lokaal thema verbonden</strong>") == 1
    assert "ingebracht en overgenomen</a> (7 februari 2023)" in page
    assert not ADD.search(page)
    assert not EDIT.search(page)


def test_the_table_scrolls_in_a_box_with_a_heading_for_its_name(example: Browser) -> None:
    page = shown(example("reader"))
    (name,) = re.findall(
        r'<div class="table-scroll" role="region" aria-labelledby="(\w+)" tabindex="0">', page
    )
    assert re.search(rf'<h2 id="{name}">', page)


def test_an_adviser_fills_an_empty_cell_with_a_form_that_knows_the_pair(example: Browser) -> None:
    browser = example("adviser")
    page = shown(browser)
    # Five themes by four, of which four pairs are linked.
    assert (len(ADD.findall(page)), len(EDIT.findall(page))) == (16, 4)
    wanted = {"programme": "voorbeeld-2023-2026", "theme": "winkelgebied", "regional_theme": "regio-online"}
    address = next(
        one
        for one in ADD.findall(page)
        if parse_qs(urlsplit(one).query) == {k: [v] for k, v in wanted.items()}
    )
    form = shown(browser, address)
    assert all(f'<option value="{one}" selected>' in form for one in wanted.values())
    answer = browser.post("/werk/register/regionale-verbanden/nieuw/", wanted | {"how": "brought-in"})
    assert answer.status_code == 302, answer.content.decode()
    link = RegionalLink.objects.get(theme="winkelgebied")
    assert answer["Location"] == f"/werk/register/regionale-verbanden/{link.pk}/"
    assert f'href="{PAGE}?programma=voorbeeld-2023-2026&plan=regionaal-plan"' in shown(
        browser, answer["Location"]
    )
    after = shown(browser)
    assert (len(ADD.findall(after)), len(EDIT.findall(after))) == (15, 5)
    again = browser.post("/werk/register/regionale-verbanden/nieuw/", wanted | {"how": "taken-over"})
    assert again.status_code == 422
    assert RegionalLink.objects.filter(theme="winkelgebied").count() == 1


def test_without_themes_of_the_plan_the_page_says_so_and_what_to_do(maastricht: Browser) -> None:
    address = "/werk/register/regionale-themas/nieuw/?document=regionaal-beleidsplan-politie"
    adviser, reader = maastricht("adviser"), maastricht("reader")
    page = shown(adviser)
    assert "regionaal-beleidsplan-politie" in page
    assert f'<a class="button" href="{address}">' in page
    assert page.count("<strong>leeg: met geen regionaal thema verbonden</strong>") == 6
    assert address not in shown(reader)
    form = {"document": "regionaal-beleidsplan-politie", "title": "Drugs", "order": "1"}
    assert adviser.post("/werk/register/regionale-themas/nieuw/", form).status_code == 302
    assert RegionalTheme.objects.get().order == 1
    assert len(ADD.findall(shown(adviser))) == 6


def test_the_plan_leads_to_the_programme_that_it_builds_on(maastricht: Browser) -> None:
    page = shown(maastricht("reader"))
    assert '<option value="mjp-2023-2026" selected>' in page
    other = shown(maastricht("reader"), f"{PAGE}?programma=mjp-2027-2030")
    assert '<option value="mjp-2027-2030" selected>' in other
    assert maastricht("reader").get(f"{PAGE}?plan=mjp-2023-2026").status_code == 404
    assert maastricht("reader").get(f"{PAGE}?programma=geen").status_code == 404


def test_without_any_document_the_page_and_its_files_still_answer(signed_in: Browser) -> None:
    for name in ("", "matrix.csv", "matrix.xlsx"):
        assert signed_in("adviser").get(PAGE + name).status_code == 200


@pytest.mark.parametrize("role", Role)
def test_who_sees_the_page_and_its_files(example: Browser, role: Role) -> None:
    browser = example(role.value)
    for name in ("", "matrix.csv", "matrix.xlsx"):
        assert browser.get(PAGE + name).status_code == (200 if role in WITH_COUNCIL else 403), name
    menu = browser.get("/werk/register/themas/").content.decode()
    assert (f'<a href="{PAGE}">' in menu) is (role in WITH_COUNCIL)


def test_the_council_sees_only_plans_and_programmes_that_are_shared_with_it(example: Browser) -> None:
    browser = example("council-member")
    assert "Rondtrekkende dadergroepen" in shown(browser)
    Document.objects.filter(pk="regionaal-plan").update(visibility="internal")
    assert "Rondtrekkende dadergroepen" not in shown(browser)
    assert browser.get(f"{PAGE}matrix.csv?plan=regionaal-plan").status_code == 404
    for slug, kind in (("regionale-themas", RegionalTheme), ("regionale-verbanden", RegionalLink)):
        for one in kind.objects.all():
            assert browser.get(f"/werk/register/{slug}/{one.pk}/").status_code == 404
    assert "Rondtrekkende dadergroepen" in shown(example("reader"))


def test_whoever_may_not_change_a_link_is_refused(example: Browser) -> None:
    for role in ("council-member", "clerk", "reader", "order-officer"):
        browser = example(role)
        assert browser.get("/werk/register/regionale-verbanden/nieuw/").status_code == 403, role
        changed = browser.post(
            "/werk/register/regionale-verbanden/jeugd-in-regio/wijzigen/", {"how": "taken-over", "why": "x"}
        )
        assert changed.status_code == 403, role
    assert RegionalLink.objects.get(pk="jeugd-in-regio").how == "from-plan"


def test_a_file_holds_the_empty_rows_and_stands_in_the_trail(example: Browser) -> None:
    browser = example("analyst")
    before = AuditEntry.objects.count()
    answer = browser.get(f"{PAGE}matrix.csv?programma=voorbeeld-2023-2026&plan=regionaal-plan")
    assert answer["Content-Disposition"] == 'attachment; filename="regionaal-plan.csv"'
    assert "Veilig winkelgebied,leeg: met geen regionaal thema verbonden,,,," in answer.content.decode()
    assert browser.get(f"{PAGE}matrix.xlsx").content.startswith(b"PK")
    assert AuditEntry.objects.count() == before + 2
    assert {one.kind for one in AuditEntry.objects.order_by("-pk")[:2]} == {"cycle.regionallink"}
