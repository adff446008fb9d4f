# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The workbook for people: what its sheets say, how they can be used, and that its bytes stay the same."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any
from zipfile import ZipFile

import pytest

from baken.model.edition import EditionStatus
from baken.model.text import Language
from baken.picture.material import with_status
from baken.picture.picture import SafetyPicture
from baken.publications.open_data import records
from baken.publications.workbook.making import workbook_of
from baken.publications.workbook.model import Column, TableSheet
from baken.sources.own.layout import EXPLAINING, HEADINGS, column_of
from picture.helpers import EXAMPLE, MAASTRICHT, bare, made_up, measured, published

from .books import book, made, opened, table

CODES = (MAASTRICHT, EXAMPLE)
SHEETS = {
    Language.NL: [
        "Lees mij",
        "Overzicht",
        "Programma 1 Veiligheid",
        "Cijfers",
        "Definities",
        "Toelichting",
        "Bronnen",
        "Afkortingen",
    ],
    Language.EN: [
        "Read me",
        "Overview",
        "Programme 1 Safety",
        "Figures",
        "Definitions",
        "Notes",
        "Sources",
        "Abbreviations",
    ],
}


@pytest.mark.parametrize("language", Language)
def test_the_sheets_are_named_in_the_language(language: Language) -> None:
    found = book(MAASTRICHT, language)
    assert found.sheetnames == SHEETS[language]
    assert all(page.sheet_state == "visible" for page in found)


@pytest.mark.parametrize("code", CODES)
def test_the_same_picture_gives_the_same_bytes(code: str) -> None:
    assert workbook_of(published(code), Language.NL) == made(code)


def test_no_time_of_a_clock_is_in_it() -> None:
    with ZipFile(io.BytesIO(made(MAASTRICHT))) as parts:
        assert {one.date_time for one in parts.infolist()} == {(2026, 11, 21, 12, 0, 0)}
        core = parts.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+", core)) == {"2026-11-21T12:00:00"}


def test_it_says_what_it_is() -> None:
    properties = book(MAASTRICHT).properties
    assert properties.title == "Veiligheidsbeeld Maastricht: de cijfers"
    assert (properties.creator, properties.language) == ("Maastricht", "nl")
    assert properties.created == properties.modified == datetime(2026, 11, 21, 12)
    said = " ".join(
        str(cell) for row in book(MAASTRICHT)["Lees mij"].iter_rows(values_only=True) for cell in row
    )
    for words in (
        "Maastricht (GM0935)",
        "21 november 2026",
        "werkversie",
        "CC-BY-4.0",
        "gemeentemaastricht.nl",
    ):
        assert words in said, words
    links = [
        cell.hyperlink.location for row in book(MAASTRICHT)["Lees mij"] for cell in row if cell.hyperlink
    ]
    assert links == [f"'{name}'!A1" for name in SHEETS[Language.NL][1:]]


def test_a_final_edition_and_an_invented_town_say_so() -> None:
    final = SafetyPicture(with_status(published(EXAMPLE).material, EditionStatus.FINAL))
    said = [row[1] for row in opened(workbook_of(final, Language.EN))["Read me"].iter_rows(values_only=True)]
    assert "adopted" in said
    assert any("invented" in str(one) for one in said)


@pytest.mark.parametrize("code", CODES)
def test_every_table_has_a_marked_header_a_filter_and_stays_in_sight(code: str) -> None:
    for page in book(code).worksheets[1:]:
        (found,) = page.tables.values()
        headings = [cell.value for cell in page[3]]
        assert found.ref == f"A3:{page.cell(page.max_row, page.max_column).coordinate}"
        assert [one.name for one in found.tableColumns] == headings
        assert len(set(headings)) == len(headings)
        assert all(isinstance(one, str) and one for one in headings)
        assert found.headerRowCount == 1
        assert found.autoFilter.ref == found.ref
        assert page.freeze_panes.endswith("4")
        assert page["A1"].value == page.title
        assert not page.merged_cells.ranges
        assert page.print_title_rows == "$3:$3"


@pytest.mark.parametrize("code", CODES)
def test_the_sheet_of_figures_holds_the_records_as_real_numbers(code: str) -> None:
    rows, wanted = table(book(code)["Cijfers"]), records(published(code))
    assert len(rows) == len(wanted)
    for row, one in zip(rows, wanted, strict=True):
        assert row["Indicator (id)"] == one["indicator"]
        assert row["Gebied (code)"] == one["area"]
        assert str(row["Periode"]) == one["period"]
        assert row["Waarde"] == one["value"]
        assert isinstance(row["Waarde"], int | float | None)
        for name in ("count", "denominator", "respondents", "spread", "spread_limit"):
            assert row[HEADINGS[name].nl] == one[name], name
        assert row["Adres in de editie"] == one["address"]


@pytest.mark.parametrize("code", CODES)
def test_a_figure_shows_the_decimals_that_it_was_printed_with(code: str) -> None:
    page = book(code)["Cijfers"]
    column = [cell.value for cell in page[3]].index("Waarde") + 1
    for row, one in zip(range(4, page.max_row + 1), records(published(code)), strict=True):
        cell = page.cell(row, column)
        decimals = 0 if isinstance(one["value"], int) else len(str(one["value"]).partition(".")[2])
        wanted = "#,##0" + ("." + "0" * decimals if decimals else "")
        assert cell.value is None or cell.number_format == wanted


def test_nothing_that_is_missing_is_a_zero_and_the_status_says_why() -> None:
    for code in CODES:
        rows = table(book(code)["Cijfers"])
        without = [row for row in rows if row["Waarde"] is None]
        assert without
        assert all(row["Status"] and row["Status (code)"] != "measured" for row in without)
        assert all(row["Aantal"] is None for row in without)
    rows = table(book(MAASTRICHT)["Overzicht"])
    empty = [row for row in rows if row["Waarde"] is None]
    assert {row["Status"] for row in empty} == {"geen gegevens"}
    assert {row["Periode"] for row in empty} == {None}


@pytest.mark.parametrize("code", CODES)
def test_the_overview_says_what_the_records_say(code: str) -> None:
    safety = published(code)
    themes = safety.material.municipality.themes
    rows = table(book(code)["Overzicht"])
    wanted = [(theme.name.nl, name) for theme in themes for name in theme.indicators]
    assert len(rows) == len(wanted)
    for row, (theme, name) in zip(rows, wanted, strict=True):
        record = safety.record(name, code)
        assert (row["Thema"], row["Indicator"]) == (theme, record.indicator.name.nl)
        assert row["In een zin"] == (record.sentence.nl if record.sentence else None)
        latest = record.latest.value if record.latest else None
        assert row["Waarde"] == (None if latest is None else float(latest))


def test_an_indicator_outside_the_themes_is_not_left_out() -> None:
    town = replace(bare().municipality, themes=())
    safety = made_up([measured("hic", 2021, "1.3")], municipality=town)
    rows = table(opened(workbook_of(safety, Language.NL))["Overzicht"])
    assert {row["Thema"] for row in rows} == {"buiten de thema's"}
    assert "High impact crimes (HIC)" in {row["Indicator"] for row in rows}


@pytest.mark.requirement("FIN-06", "ROLE-02")
def test_the_programme_of_the_budget_has_a_sheet_with_its_five_indicators() -> None:
    rows = table(book(MAASTRICHT)["Programma 1 Veiligheid"])
    assert len(rows) == 5
    assert all(row["Indicator"].startswith("BBV: ") for row in rows)
    assert [row["Waarde"] for row in rows] == [1.1, 5.0, 2.2, 6.6, 18]
    assert {row["Periode"] for row in rows} == {2021}
    assert all(row["Bron"] and row["Eenheid"] and row["In een zin"] for row in rows)


def test_the_sheet_of_the_budget_is_called_as_the_municipality_calls_it() -> None:
    town = replace(bare().municipality, budget_programme=None)
    unnamed = made_up([measured("hic", 2021, "1.3")], municipality=town)
    assert opened(workbook_of(unnamed, Language.NL)).sheetnames[2] == "BBV-indicatoren"
    assert "Programma 3 Veilig (verzonnen)" in book(EXAMPLE).sheetnames
    nothing = made_up([], municipality=replace(town, themes=(), programmes=()))
    sheets = opened(workbook_of(nothing, Language.NL)).sheetnames
    assert sheets == [name for name in SHEETS[Language.NL] if not name.startswith("Programma")]


@pytest.mark.parametrize("code", CODES)
def test_each_version_of_each_indicator_is_defined(code: str) -> None:
    material = published(code).material
    rows = table(book(code)["Definities"])
    wanted = [one for name in material.indicators for one in material.catalogue.indicators[name]]
    assert [(row["Id"], row["Versie"]) for row in rows] == [(one.id, one.version) for one in wanted]
    for row, one in zip(rows, wanted, strict=True):
        assert row["Wat is geteld"] == one.definition.nl
        assert row["Geldig van"].date() == one.validity.start
        assert (row["Geldig tot en met"] is None) is (one.validity.end is None)


@pytest.mark.parametrize("code", CODES)
def test_caveats_and_sources_travel_with_the_figures(code: str) -> None:
    safety = published(code)
    rows = table(book(code)["Toelichting"])
    said = [row["Toelichting"] for row in rows if row["Id"]]
    assert said == [one.text.nl for record in safety.records for one in record.caveats]
    small = [row for row in rows if not row["Id"]]
    assert [row["Regel"] for row in small] == (["protected"] if code == EXAMPLE else [])
    found = {
        row["Opname"]: (row["Licentie"], row["Controlegetal (SHA-256)"])
        for row in table(book(code)["Bronnen"])
    }
    assert found == {one.id: (one.licence, one.sha256) for one in safety.material.snapshots}


def test_the_abbreviations_are_those_that_the_sheets_use() -> None:
    found = {row["Woord"] for row in table(book(MAASTRICHT)["Afkortingen"])}
    assert {"BBV", "HIC", "CBS"} <= found


FORMULAS = ["=1+1", "+31 43", "-0,6", "@SUM(A1)", '=HYPERLINK("http://x")', "#N/B"]


@pytest.mark.parametrize("words", FORMULAS)
def test_words_of_people_are_never_a_formula(words: str) -> None:
    town = replace(bare().municipality, name=words)
    safety = made_up([measured("hic", 2021, "1.3", annotation=words)], municipality=town)
    data = workbook_of(safety, Language.NL)
    cells = [cell for page in opened(data) for row in page.iter_rows() for cell in row]
    found = [cell for cell in cells if cell.value == words]
    assert found
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert all(cell.quotePrefix or words.startswith("#") for cell in found)
    with ZipFile(io.BytesIO(data)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not any(b"<f>" in one or b"<f " in one for one in sheets)


def test_control_characters_and_very_long_words_do_not_break_it() -> None:
    safety = made_up([measured("hic", 2021, "1.3", annotation="a\x07b\x1b[2J" + "x" * 40_000)])
    (row,) = table(opened(workbook_of(safety, Language.NL))["Cijfers"])
    assert row["Opmerking"].startswith("a b [2Jxxx")
    assert len(row["Opmerking"]) == 32_000


def test_negative_and_large_numbers_stay_numbers() -> None:
    safety = made_up([measured("hic", 2021, "1.3", people=123_456_789)])
    (row,) = table(opened(workbook_of(safety, Language.NL))["Cijfers"])
    assert (row["Op hoeveel"], row["Waarde"]) == (123_456_789, 1.3)
    assert Decimal(repr(row["Waarde"])) == Decimal("1.3")


def test_headings_are_one_for_each_column_in_both_languages() -> None:
    for language in Language:
        every: list[Any] = [text.in_(language) for text in (*HEADINGS.values(), *EXPLAINING.values())]
        assert len(set(every)) == len(every)
    assert {column_of(text.en) for text in EXPLAINING.values()} == {""}
    assert column_of("anotation") is None


def test_a_row_must_have_a_cell_for_each_column() -> None:
    with pytest.raises(ValueError, match="needs 1 cells"):
        TableSheet(title="x", name="x", note="", columns=(Column("a"),), rows=(("b", "c"),))
