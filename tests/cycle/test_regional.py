# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Themes of the regional plan and links to them: what is refused, what leans on what, what was taken in."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from openpyxl import load_workbook
from pytest_django import Settings

from baken.accounts import changes
from baken.accounts.actor import Actor
from baken.accounts.changes import Asked, NotAllowedError
from baken.cycle.models import Document, RegionalLink, RegionalTheme, Theme
from baken.cycle.regional import as_csv, as_workbook, matrix_of
from baken.cycle.setup import fill_cycle
from baken.desk.day import today
from baken.model.errors import UsageError
from baken.model.regional import RegionalUse
from baken.model.text import Language

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("LAW-05")]
MJP, PLAN = "mjp-2023-2026", "regionaal-beleidsplan-politie"


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with override("en"):
        yield


@pytest.fixture
def adviser(actor: Callable[[str], Actor]) -> Asked:
    """An adviser at the desk of Maastricht, filled."""
    fill_cycle("GM0935")
    return Asked(by=actor("adviser"), why="uit het plan")


def theme_of_plan(asked: Asked, title: str = "Drugs", document: str = PLAN) -> RegionalTheme:
    values = {"document": Document.objects.get(pk=document), "title": title}
    return changes.create(RegionalTheme, values, asked)


def link(asked: Asked, regional: RegionalTheme, how: str = "taken-over", **others: object) -> RegionalLink:
    values = {
        "programme": Document.objects.get(pk=MJP),
        "theme": Theme.objects.get(pk="ondermijning"),
        "regional_theme": regional,
        "how": how,
    }
    return changes.create(RegionalLink, values | others, asked)


def test_of_maastricht_no_theme_of_the_regional_plan_is_told(adviser: Asked) -> None:
    """The proposal of 2022 names what such plans are about, before this one was written: not its themes."""
    assert not RegionalTheme.objects.exists()
    held = matrix_of(Document.objects.get(pk=MJP), Document.objects.get(pk=PLAN), adviser.by)
    assert held.matrix.columns == ()
    assert not held.all_themes
    assert set(held.matrix.empty_rows) == {row.theme for row in held.matrix.rows}
    assert {row.theme.id for row in held.matrix.rows} == set(Theme.objects.values_list("pk", flat=True))


def test_only_a_regional_police_plan_has_regional_themes(adviser: Asked) -> None:
    with pytest.raises(ValidationError) as refused:
        theme_of_plan(adviser, document=MJP)
    assert refused.value.messages == ["This document is no regional police plan. Choose one that is."]


def test_only_the_themes_of_a_programme_are_linked(adviser: Asked) -> None:
    with pytest.raises(ValidationError) as refused:
        link(adviser, theme_of_plan(adviser), programme=Document.objects.get(pk=PLAN))
    assert refused.value.messages == ["This document is no programme. Choose one that is."]


def test_a_pair_is_linked_once_for_each_programme(adviser: Asked) -> None:
    drugs = theme_of_plan(adviser)
    first = link(adviser, drugs)
    with pytest.raises(ValidationError) as refused:
        link(adviser, drugs, how="brought-in")
    assert refused.value.messages == [
        "These two themes are linked already for this programme. Change that link."
    ]
    link(adviser, drugs, programme=Document.objects.get(pk="mjp-2027-2030"))
    changes.withdraw(first, adviser)
    link(adviser, drugs, how="brought-in")


def test_a_plan_has_a_title_once_and_a_theme_that_is_linked_stays(adviser: Asked) -> None:
    drugs = theme_of_plan(adviser)
    with pytest.raises(ValidationError) as refused:
        theme_of_plan(adviser)
    assert refused.value.messages == ["The plan has a theme of this title already. Change that one."]
    held = link(adviser, drugs)
    with pytest.raises(UsageError, match="leans on it"):
        changes.withdraw(drugs, adviser)
    changes.withdraw(held, adviser)
    changes.withdraw(drugs, adviser)


def test_nobody_says_how_by_leaving_it_out(adviser: Asked) -> None:
    with pytest.raises(ValidationError) as refused:
        link(adviser, theme_of_plan(adviser), how="")
    assert list(refused.value.message_dict) == ["how"]


@pytest.mark.parametrize("role", ["council-member", "clerk", "reader", "area-team", "administrator"])
def test_others_than_advisers_and_analysts_link_nothing(
    adviser: Asked, actor: Callable[[str], Actor], role: str
) -> None:
    drugs = theme_of_plan(adviser)
    asked = Asked(by=actor(role), why="x")
    with pytest.raises(NotAllowedError):
        theme_of_plan(asked, "Online")
    with pytest.raises(NotAllowedError):
        link(asked, drugs)
    link(Asked(by=actor("analyst"), why="x"), drugs)


def test_what_is_withdrawn_or_of_another_programme_is_no_part_of_the_matrix(adviser: Asked) -> None:
    drugs, online = theme_of_plan(adviser), theme_of_plan(adviser, "Online")
    held = link(adviser, drugs)
    changes.withdraw(online, adviser)
    plan = Document.objects.get(pk=PLAN)
    now = matrix_of(Document.objects.get(pk=MJP), plan, adviser.by).matrix
    assert ([one.name for one in now.columns], [one.id for one in now.links]) == (["Drugs"], [held.pk])
    later = matrix_of(Document.objects.get(pk="mjp-2027-2030"), plan, adviser.by)
    assert later.all_themes
    assert later.matrix.links == ()
    changes.withdraw(held, adviser)
    assert matrix_of(Document.objects.get(pk=MJP), plan, adviser.by).matrix.links == ()


def test_a_theme_that_is_linked_is_a_row_though_no_goal_names_it(adviser: Asked) -> None:
    drugs = theme_of_plan(adviser)
    link(adviser, drugs, programme=Document.objects.get(pk="mjp-2027-2030"))
    plan = Document.objects.get(pk=PLAN)
    held = matrix_of(Document.objects.get(pk="mjp-2027-2030"), plan, adviser.by)
    assert [row.theme.id for row in held.matrix.rows] == ["ondermijning"]
    assert not held.all_themes


@pytest.fixture
def example(settings: Settings, actor: Callable[[str], Actor]) -> Callable[[str], Actor]:
    """Voorbeeldstad, filled."""
    settings.BAKEN_AREA = "GM9999"
    fill_cycle("GM9999")
    return actor


def test_voorbeeldstad_shows_every_answer_and_what_is_empty(example: Callable[[str], Actor]) -> None:
    programme, plan = (
        Document.objects.get(pk="voorbeeld-2023-2026"),
        Document.objects.get(pk="regionaal-plan"),
    )
    matrix = matrix_of(programme, plan, example("reader")).matrix
    assert {one.how for one in matrix.links} == set(RegionalUse)
    assert {one.id for one in matrix.empty_rows} == {"buurt-en-beleving", "winkelgebied"}
    assert [one.id for one in matrix.empty_columns] == ["regio-online"]


def test_the_files_hold_the_empty_rows_too(example: Callable[[str], Actor]) -> None:
    programme, plan = (
        Document.objects.get(pk="voorbeeld-2023-2026"),
        Document.objects.get(pk="regionaal-plan"),
    )
    held = matrix_of(programme, plan, example("reader"))
    table = list(csv.reader(as_csv(held.matrix, Language.NL).decode().splitlines()))
    assert table[0][:3] == ["Lokaal thema", "Vastgelegd", "Ondermijnende criminaliteit (verzonnen)"]
    assert ["Veilig winkelgebied", "leeg: met geen regionaal thema verbonden", *[""] * 4] in table
    assert len(table) == 1 + 5 + 1
    data = as_workbook(held, example("reader"), Language.NL, on=today())
    assert data == as_workbook(held, example("reader"), Language.NL, on=today())
    book = load_workbook(BytesIO(data))
    matrix, links = book.worksheets
    rows = [[cell or "" for cell in row] for row in matrix.iter_rows(min_row=3, values_only=True)]
    assert rows == table
    assert links.max_row == 3 + 4
    assert "Voorbeeldprogramma Veiligheid 2023-2026 (verzonnen)" in {cell.value for cell in links["E"]}


def test_a_document_that_somebody_may_not_see_is_not_named_in_the_file(
    example: Callable[[str], Actor],
) -> None:
    Document.objects.filter(pk="plan-2026").update(visibility="internal", title="Geheim stuk")
    RegionalLink.objects.update(source="plan-2026")
    programme, plan = (
        Document.objects.get(pk="voorbeeld-2023-2026"),
        Document.objects.get(pk="regionaal-plan"),
    )
    shown = {}
    for role in ("council-member", "reader"):
        held = matrix_of(programme, plan, example(role))
        book = load_workbook(BytesIO(as_workbook(held, example(role), Language.NL, on=today())))
        shown[role] = "Geheim stuk" in {cell.value for cell in book.worksheets[1]["E"]}
    assert shown == {"council-member": False, "reader": True}
