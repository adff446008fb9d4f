# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The sheets that come out of a file are what a person sees in it, or the file is refused in one line."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.documents import archive
from baken.documents.sheets import Cell, CellKind, letters, number_cell
from baken.documents.spreadsheets import read_sheets
from baken.model.errors import InputError
from workbooks import delimited, excel, number_in_ods, ods, ods_of, repacked

ROWS: list[list[object]] = [["Indicator", "2020", "2021"], ["Geweld", 5.6, 5.25], ["Onveilig", "GM", None]]
SHEET = "xl/worksheets/sheet1.xml"


def texts(path: Path, sheet: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row] for row in read_sheets(path)[sheet].rows]


def cells(path: Path) -> list[Cell]:
    return [cell for row in read_sheets(path)[0].rows for cell in row]


def replaced(path: Path, old: str, new: str, part: str = SHEET) -> Path:
    def change(name: str, data: bytes) -> bytes:
        assert name != part or old.encode() in data, data
        return data.replace(old.encode(), new.encode()) if name == part else data

    return repacked(path, change)


@pytest.mark.requirement("TRAP-18")
@pytest.mark.parametrize("kind", ["xlsx", "xlsm", "ods"])
def test_a_number_is_exactly_the_number_in_the_cell(tmp_path: Path, kind: str) -> None:
    path = (ods if kind == "ods" else excel)(tmp_path / f"own.{kind}", {"Cijfers": ROWS})
    (sheet,) = read_sheets(path)
    assert sheet.name == "Cijfers"
    assert [cell.kind for cell in sheet.rows[1]] == [CellKind.TEXT, CellKind.NUMBER, CellKind.NUMBER]
    assert [cell.number for cell in sheet.rows[1][1:]] == [Decimal("5.6"), Decimal("5.25")]
    assert [cell.kind for cell in sheet.rows[2]][:2] == [CellKind.TEXT, CellKind.TEXT]
    assert all(cell.kind is CellKind.EMPTY for cell in sheet.rows[2][2:])
    assert sheet.place(1, 2) == "sheet Cijfers, cell C2"


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_a_number_of_at_most_fifteen_digits_comes_out_as_it_was(value: Decimal) -> None:
    assert number_cell(float(value)).number == value


def test_the_sum_of_a_tenth_and_two_tenths_is_three_tenths() -> None:
    assert number_cell(0.1 + 0.2).text == "0.3"


SEPARATORS = {
    "semicolons": (";", "utf-8"),
    "tabs": ("\t", "utf-8"),
    "commas": (",", "utf-8-sig"),
    "old Windows": (";", "cp1252"),
    "unicode text of Excel": ("\t", "utf-16"),
}


@pytest.mark.parametrize(("separator", "encoding"), SEPARATORS.values(), ids=SEPARATORS.keys())
def test_a_text_file_is_read_whatever_its_separator_and_encoding(
    tmp_path: Path, separator: str, encoding: str
) -> None:
    rows: list[list[object]] = [
        ["Cijfers, per wijk"],
        ["Één; indicator", "2020", "2021"],
        ["Geweld, overig", 5.6, 5.0],
        ["x", "GM", ""],
    ]
    path = delimited(tmp_path / "own.csv", rows, separator, encoding)
    found = texts(path)
    assert found[1:] == [
        ["Één; indicator", "2020", "2021"],
        ["Geweld, overig", "5,6", "5,0"],
        ["x", "GM", ""],
    ]
    assert found[0] == ["Cijfers, per wijk"]


def test_lines_keep_their_number_where_lines_are_blank_or_cells_have_line_breaks(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text('sep=;\n\nIndicator;"Jaar\n2021"\n;\nGeweld;5,0\n', "utf-8")
    (sheet,) = read_sheets(path)
    assert [[cell.text for cell in row] for row in sheet.rows] == [
        ["Indicator", "Jaar 2021"],
        ["Geweld", "5,0"],
    ]
    assert sheet.place(1, 1) == "line 6, column 2"


def test_two_separators_that_are_as_likely_are_refused_until_the_file_says_which(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("a;b,c\n1;2,3\n", "utf-8")
    with pytest.raises(InputError, match="commas or by semicolons"):
        read_sheets(path)
    path.write_text("sep=;\na;b,c\n1;2,3\n", "utf-8")
    assert texts(path) == [["a", "b,c"], ["1", "2,3"]]


def test_errors_are_named_and_never_empty(tmp_path: Path) -> None:
    path = excel(tmp_path / "own.xlsx", {"S": [["a", "#N/A", "=1/0"]]})
    found = cells(path)
    assert [(cell.kind, cell.text) for cell in found[1:]] == [
        (CellKind.ERROR, "#N/A"),
        (CellKind.ERROR, "a formula without a result"),
    ]
    kinds = {
        '<table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error">'
        "<text:p>#DEEL/0!</text:p></table:table-cell>": "#DEEL/0!",
        "<table:table-cell><text:p>3</text:p></table:table-cell>": "a text without a kind",
        '<table:table-cell office:value-type="float"><text:p>3</text:p></table:table-cell>': "a value",
    }
    for cell, words in kinds.items():
        last = cells(ods(tmp_path / "own.ods", {"S": [["a", cell]]}))[-1]
        assert last.kind is CellKind.ERROR
        assert words in last.text


def test_a_percent_sign_is_seen_and_so_are_the_decimals(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        for spot, code in {"A1": "0.0%", "B1": "0.0", "C1": '0.00" per 1.000"', "D1": "0%"}.items():
            book["S"][spot].number_format = code

    path = excel(tmp_path / "own.xlsx", {"S": [[0.242, 5, 6.4, 0.125, 5]]}, change)
    assert [(cell.text, cell.percent) for cell in cells(path)] == [
        ("24.2%", True),
        ("5.0", False),
        ("6.40", False),
        ("12.5%", True),
        ("5", False),
    ]
    percent = number_in_ods("percentage", "0.242", "24,2%")
    fixed = number_in_ods("float", "5", "5,0")
    found = cells(ods(tmp_path / "own.ods", {"S": [[percent, fixed]]}))
    assert [(cell.text, cell.number) for cell in found] == [
        ("24.2%", Decimal("24.2")),
        ("5.0", Decimal("5.0")),
    ]


def test_dates_are_dates(tmp_path: Path) -> None:
    day = date(2021, 3, 1)
    for path in (excel(tmp_path / "a.xlsx", {"S": [[day]]}), ods(tmp_path / "a.ods", {"S": [[day]]})):
        (cell,) = cells(path)
        assert (cell.kind, cell.day, cell.text) == (CellKind.DATE, day, "2021-03-01")


def test_what_a_person_does_not_see_is_told(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        book["geheim"].sheet_state = "hidden"
        book["S"].row_dimensions[2].hidden = True
        book["S"].column_dimensions["B"].hidden = True
        book["S"].merge_cells("A1:A3")
        book.create_chartsheet("grafiek")

    rows: list[list[object]] = [["Noord", 1], [None, 2], [None, 3]]
    first, second = read_sheets(excel(tmp_path / "own.xlsx", {"S": rows, "geheim": [[1]]}, change))
    assert first.notes == (
        "hidden rows are read too: 1",
        "hidden columns are read too",
        "merged cells: A1:A3",
    )
    assert [(row[0].text, row[0].covered) for row in first.rows] == [
        ("Noord", False),
        ("Noord", True),
        ("Noord", True),
    ]
    assert (second.is_hidden, first.is_hidden) == (True, False)


def test_a_merged_cell_of_open_document_says_the_same_in_all_its_parts(tmp_path: Path) -> None:
    wide = (
        '<table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>a</text:p>'
        "</table:table-cell><table:covered-table-cell/>"
    )
    (sheet,) = read_sheets(ods(tmp_path / "own.ods", {"S": [[wide], ["b", "c"]]}))
    assert [(cell.text, cell.covered) for cell in sheet.rows[0]] == [("a", False), ("a", True)]
    assert sheet.notes == ("merged cells: A1:B1",)


REFUSED: dict[str, tuple[Callable[[Path], Path], str]] = {
    "pictures": (lambda folder: _bytes(folder / "own.pdf", b"%PDF"), "ends in '.pdf'"),
    "no workbook": (lambda folder: _bytes(folder / "own.xlsx", b"a,b\n"), "damaged, or not a workbook"),
    "half a workbook": (lambda folder: _half(folder / "own.xlsx"), "damaged"),
    "empty archive": (lambda folder: _zip(folder / "own.xlsx", {}), "damaged"),
    "old Excel": (
        lambda folder: _bytes(folder / "own.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1x"),
        "save it as .xlsx",
    ),
    "password on Excel": (
        lambda folder: _bytes(
            folder / "own.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        ),
        "protected with a password",
    ),
    "password on ODS": (
        lambda folder: ods_of(folder / "own.ods", "", "<manifest:encryption-data/>"),
        "protected with a password",
    ),
    "zip bomb": (
        lambda folder: _zip(
            folder / "own.xlsx", {f"{n}.xml": bytes(archive.MOST_UNPACKED // 3) for n in range(4)}
        ),
        "larger than",
    ),
    "many parts": (
        lambda folder: _zip(folder / "own.xlsx", {f"{n}.xml": b"" for n in range(2001)}),
        "larger than",
    ),
    "entities": (
        lambda folder: replaced(
            excel(folder / "own.xlsx", {"S": [["a"]]}),
            "<worksheet",
            '<!DOCTYPE a [<!ENTITY b "c">]><worksheet',
        ),
        "defines entities",
    ),
    "a cell far off": (
        lambda folder: replaced(
            replaced(excel(folder / "own.xlsx", {"S": [["a"], [1]]}), '<row r="2"', '<row r="1048576"'),
            'r="A2"',
            'r="XFD1048576"',
        ),
        "reaches as far as cell XFD1048576",
    ),
    "a cell twice": (
        lambda folder: replaced(excel(folder / "own.xlsx", {"S": [["a", 1]]}), 'r="B1"', 'r="A1"'),
        "damaged",
    ),
    "a cell that stands for a million": (
        lambda folder: ods(
            folder / "own.ods",
            {
                "S": [
                    [
                        '<table:table-cell office:value-type="float" office:value="1" '
                        'table:number-columns-repeated="99999999"/>'
                    ]
                ]
            },
        ),
        "reaches as far as",
    ),
    "a bell": (lambda folder: _bytes(folder / "own.csv", b"a;b\n1;\x07\n"), "U+0007"),
    "no text": (lambda folder: _bytes(folder / "own.csv", b"a;b\n1;\x81\xff\n"), "not readable text"),
    "zeros": (lambda folder: _bytes(folder / "own.csv", b"a;b\n1;\0\n"), "not readable text"),
    "open quote": (lambda folder: _bytes(folder / "own.csv", b'a;b\n1;"2\n'), "not a valid row"),
}


def _bytes(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _half(path: Path) -> Path:
    data = excel(path, {"S": ROWS}).read_bytes()
    return _bytes(path, data[: len(data) // 2])


def _zip(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return path


@pytest.mark.parametrize(("make", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_read_with_certainty_is_refused_in_one_line(
    tmp_path: Path, make: Callable[[Path], Path], words: str
) -> None:
    path = make(tmp_path)
    with pytest.raises(InputError) as refused:
        read_sheets(path)
    assert words in str(refused.value)
    assert path.name in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_part_that_is_larger_than_the_archive_says_is_refused(tmp_path: Path) -> None:
    path = excel(tmp_path / "own.xlsx", {"S": [["a" * 5000]]})
    data = bytearray(path.read_bytes())
    at = data.rindex(SHEET.encode()) - 46 + 24  # the unpacked size in the list of parts
    data[at : at + 4] = (100).to_bytes(4, "little")
    path.write_bytes(data)
    with pytest.raises(InputError, match="damaged"):
        read_sheets(path)


def test_macros_stay_behind(tmp_path: Path) -> None:
    path = excel(tmp_path / "own.xlsm", {"S": ROWS})
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"macro")
    assert "xl/vbaProject.bin" not in archive.unpack(path, path.read_bytes())
    assert texts(path)[1] == ["Geweld", "5.6", "5.25"]


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_letters(column: int, name: str) -> None:
    assert letters(column) == name
