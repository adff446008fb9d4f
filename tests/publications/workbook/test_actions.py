# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Actions go to a workbook and come back the same, and the workbook is one that people can use."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from baken.model.action import Action, ActionStatus, MoneyKind, OwnerKind
from baken.model.errors import InputError
from baken.model.text import Language, Text
from baken.publications.workbook.actions import actions_workbook
from baken.sources.actions.changes import settled
from baken.sources.actions.known import Choice, KnownNames
from baken.sources.actions.layout import COLUMNS, Field
from baken.sources.actions.reading import read_actions

ON = date(2026, 5, 1)
KNOWN = KnownNames(
    themes=(
        Choice(id="winkelgebied", name=Text("Veilig winkelgebied", "Safe shopping area")),
        Choice(id="weerbaar", name=Text("Weerbare inwoners", "Resilient residents")),
    ),
    goals=(
        Choice(id="g1", name=Text("Minder diefstal", "Less theft")),
        Choice(id="g2", name=Text("Minder diefstal", "Less theft (night)")),
    ),
    areas=(Choice(id="WK999901", name=Text("Centrum", "Centre")),),
    indicators=(Choice(id="winkeldiefstal", name=Text("=Winkeldiefstal", "Shoplifting")),),
)
FULL = Action(
    id="a-1",
    title="Camera's bij de ingang",
    what="=1+1\nEerste stap: \"meten\"; tweede: 'doen'\t(een tab)",
    theme="winkelgebied",
    goal="g2",
    lead="-Toezicht",
    lead_kind=OwnerKind.RESIDENTS,
    co_owners=('Stichting "De Hoek"', "Politie; basisteam Oost", '"Quote', "Wonen"),
    residents="@buurtgroep",
    area="WK999901",
    area_name="+ het plein",
    start_words="Q2 2027",
    start=date(2027, 4, 1),
    end_words="uiterlijk begin 2028",
    end=date(2028, 3, 31),
    instrument="_x000D_",
    power="art. 151c Gemeentewet",
    money=Decimal("1250.50"),
    money_kind=MoneyKind.INCIDENTAL,
    effect="minder meldingen \U0001f600",
    indicator="winkeldiefstal",
    monitoring="elk kwartaal",
    status=ActionStatus.BLOCKED,
    reason="wacht op besluit",
    updated=date(2026, 4, 30),
)


def made(*actions: Action, language: Language = Language.NL, **more: Any) -> bytes:
    return actions_workbook(actions, KNOWN, on=ON, language=language, **more)


def again(*actions: Action, language: Language = Language.NL) -> tuple[Action, ...]:
    read = read_actions(made(*actions, language=language), KNOWN)
    assert read.problems == ()
    return read.actions


@pytest.mark.parametrize("language", Language)
def test_a_full_action_comes_back_the_same(language: Language) -> None:
    assert again(FULL, language=language) == (FULL,)


def test_zero_euros_and_money_that_is_not_known_stay_apart() -> None:
    free = Action(id="a", title="t", money=Decimal(0))
    unknown = Action(id="b", title="t")
    assert [one.money for one in again(free, unknown)] == [Decimal(0), None]


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"), max_size=40)
TRICKY = st.sampled_from(
    ("=1+1", "+31", "-", "@x", "n.v.t.", "_x0041_", "#REF!", "2027-01-01", "12", '"a";b')
)
TEXTS = (WORDS | TRICKY).map(str.strip)
DAYS = st.none() | st.dates(date(1850, 1, 1), date(2150, 1, 1))
SAID = (
    TEXTS
    | st.sampled_from(("Q2 2027", "uiterlijk begin 2027", "voor de zomer", "2027", "eind 2026 [2027-01-01]"))
    | st.dates(date(2020, 1, 1), date(2030, 1, 1)).map(lambda day: f"{day.day}-{day.month}-{day.year}")
)
ACTIONS = st.builds(
    Action,
    id=st.just("") | TEXTS,
    title=TEXTS.filter(bool),
    what=TEXTS,
    theme=st.sampled_from(("", "winkelgebied", "weerbaar")),
    goal=st.sampled_from(("", "g1", "g2")),
    lead=TEXTS,
    lead_kind=st.sampled_from(OwnerKind),
    co_owners=st.lists(TEXTS.filter(bool), max_size=4).map(tuple),
    residents=TEXTS,
    area=st.sampled_from(("", "WK999901")),
    area_name=TEXTS,
    start_words=SAID,
    start=DAYS,
    end_words=SAID,
    end=DAYS,
    instrument=TEXTS,
    power=TEXTS,
    money=st.none() | st.decimals(-999_999_999_999, 999_999_999_999, places=2),
    money_kind=st.none() | st.sampled_from(MoneyKind),
    effect=TEXTS,
    indicator=st.sampled_from(("", "winkeldiefstal")),
    monitoring=TEXTS,
    status=st.sampled_from(ActionStatus),
    reason=TEXTS,
    updated=DAYS,
)


@given(st.lists(ACTIONS, max_size=3, unique_by=lambda one: one.id or object()), st.sampled_from(Language))
@example([FULL], Language.EN)
def test_whatever_people_type_comes_back_the_same(actions: list[Action], language: Language) -> None:
    """Spaces at the ends and kinds of line end are the only thing that a file does not keep."""
    texts = tuple(settled(one) for one in actions)
    assert again(*actions, language=language) == texts


def test_a_text_is_never_a_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(made(FULL)))
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n", "d"}
    begins = [cell for cell in book["Acties"][4] if str(cell.value).startswith(("=", "+", "-", "@"))]
    assert len(begins) == 5
    assert all(cell.quotePrefix for cell in begins)


def test_the_same_actions_give_the_same_bytes_and_no_clock_is_in_them() -> None:
    assert made(FULL) == made(FULL)
    with ZipFile(io.BytesIO(made(FULL))) as parts:
        assert {one.date_time for one in parts.infolist()} == {(2026, 5, 1, 12, 0, 0)}


def test_the_sheets_can_be_used() -> None:
    book = openpyxl.load_workbook(io.BytesIO(made(FULL)))
    assert book.sheetnames == ["Acties", "Uitleg", "Keuzes"]
    page = book["Acties"]
    assert [cell.value for cell in page[3]] == [one.heading.nl for one in COLUMNS]
    assert page.freeze_panes == "C4"
    assert page.row_dimensions[4].height >= 2 * 15
    assert (page.print_title_rows, page.page_setup.orientation) == ("$3:$3", "landscape")
    explained = [row[:2] for row in book["Uitleg"].iter_rows(min_row=3, values_only=True)]
    assert explained == [(one.heading.nl, one.explanation.nl) for one in COLUMNS]


@pytest.mark.parametrize("language", Language)
def test_the_lists_offer_what_the_sheet_of_choices_holds(language: Language) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made(language=language)))
    page = book.worksheets[0]
    offered = {}
    for rule in page.data_validations.dataValidation:
        name, _, cells = rule.formula1.replace("$", "").partition("!")
        column = page[f"{str(rule.sqref).partition(':')[0][:-1]}3"].value
        offered[column] = [row[0].value for row in book[name.strip("'")][cells]] if ":" in cells else []
    heading = {one.field: one.heading.in_(language) for one in COLUMNS}
    assert set(offered) == {
        heading[one]
        for one in (*(Field.STATUS, Field.LEAD_KIND, Field.MONEY_KIND), Field.THEME, Field.GOAL, Field.AREA)
    } | {heading[Field.INDICATOR]}
    goals = {Language.NL: ["g1", "g2"], Language.EN: ["Less theft", "Less theft (night)"]}
    assert offered[heading[Field.GOAL]] == goals[language]
    assert (
        offered[heading[Field.STATUS]]
        == {
            Language.NL: ["niet begonnen", "in uitvoering", "geblokkeerd", "klaar", "gestopt"],
            Language.EN: ["not started", "in progress", "blocked", "done", "stopped"],
        }[language]
    )


def test_a_row_is_as_high_as_its_lines_and_no_higher_than_can_be() -> None:
    texts = ("kort", "een\ntwee\n\nvier", "x\n" * 1000 + "x")
    data = made(*(Action(id=str(number), title="t", what=text) for number, text in enumerate(texts)))
    page = openpyxl.load_workbook(io.BytesIO(data))["Acties"]
    assert [page.row_dimensions[row].height for row in (4, 5, 6)] == [15, 60, 409]


def test_an_empty_sheet_can_be_made_and_read() -> None:
    assert again() == ()


def test_columns_of_ones_own_come_back() -> None:
    data = made(FULL, Action(id="a-2", title="t"), extra={"a-1": {"Budgethouder": "=ja"}})
    read = read_actions(data, KNOWN)
    assert [one.extra for one in read.rows] == [(("Budgethouder", "=ja"),), ()]
    assert "Budgethouder" in read.notes[0].nl


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (Action(id="a", title="t", what="a\x07b"), r"'what' of 'a' holds the unseen character U\+0007"),
        (Action(id="a", title="t", reason="x" * 32_768), "'reason' of 'a' is longer than 32767"),
        (Action(id="a", title="t", what="_x0041_" * 4000), "'what' of 'a' is longer than 32767"),
        (Action(id="a", title="t", money=Decimal("NaN")), "'money' of 'a' is no amount of euros"),
        (Action(id="a", title="t", money=Decimal("0.005")), "'money' of 'a' is no amount of euros"),
        (Action(id="a", title="t", money=Decimal("1E+12")), "'money' of 'a' is no amount of euros"),
    ],
)
def test_what_a_sheet_cannot_keep_is_refused(action: Action, said: str) -> None:
    with pytest.raises(InputError, match=said):
        made(action)
    with pytest.raises(InputError, match="more than one action: a-1"):
        made(FULL, FULL)
    with pytest.raises(InputError, match="'Klaar' of 'a-1' cannot be the name"):
        made(FULL, extra={"a-1": {"Klaar": "x"}})
