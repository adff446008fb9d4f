# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A table of one's own gives observations, or is refused whole with the file, the sheet and the cell."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from baken.areas.load import load_register
from baken.catalogue.catalogue import load_catalogue
from baken.model.errors import BakenError, InputError
from baken.model.observation import Observation, Precision, Presence
from baken.sources.figure_table import REQUIRED, read_figure_table
from baken.sources.own import (
    Columns,
    Fixed,
    Mapping,
    OwnReading,
    load_mapping,
    read_own,
    suggest,
    write_mapping,
)
from workbooks import delimited, excel, ods

ROOT = Path(__file__).resolve().parents[3]
SEEDS = ROOT.parent / "shared/domain/seed_indicators.csv"
CARRIED = ROOT / "src/baken/sources/raadsvoorstel_2023/figures.csv"
AREAS = load_register("GM0935").areas
ON = date(2026, 11, 21)
YEARS = [2017, 2018, 2019, 2020, 2021]
WIDE = Mapping(
    layout="wide",
    header=1,
    columns=Columns(indicator="Indicator"),
    fixed=Fixed(area="GM0935"),
    periods={"2019": "2019", "2020": "2020", "2021": "2021"},
    indicators={"Geweld": "geweld", "Onveilig": "onveilig-in-buurt", "Halt": "halt"},
)
LONG = Mapping(
    layout="long",
    header=1,
    columns=Columns(
        area="Gebied", indicator="Onderwerp", period="Jaar", value="Aantal", denominator="Inwoners"
    ),
    indicators={"Inbraak": "politie-misdrijven/1.1.1"},
    areas={"Maastricht": "GM0935"},
)


def read(path: Path, mapping: Mapping | None, on: date = ON, sheet: str = "") -> OwnReading:
    return read_own(path, mapping, load_catalogue(), AREAS, on, sheet=sheet)


def carried() -> tuple[Observation, ...]:
    return read_figure_table(CARRIED, load_catalogue(), AREAS, "")


def facts(observations: tuple[Observation, ...]) -> set[tuple[object, ...]]:
    return {(*one.key, one.presence, one.value, one.unit, one.precision) for one in observations}


def council_rows() -> list[list[object]]:
    """The two tables of the council proposal below each other, as a person would type them over."""
    labels = {
        name: load_catalogue().indicator(name).label.nl
        for name in dict.fromkeys(c.indicator for c in carried())
    }
    rows: list[list[object]] = [["Tabel 1. Indicatoren"], [], ["Objectief", *YEARS]]
    for n, (name, label) in enumerate(labels.items()):
        if n == 8:
            rows += [["Bron: politiecijfers"], [], ["Subjectief", *YEARS]]
        found = {one.period.year: one for one in carried() if one.indicator == name}
        rows.append([label, *(float(found[y].value) if found[y].value is not None else "GM" for y in YEARS)])  # type: ignore[arg-type]
    return [*rows, ["Bron: Veiligheidsmonitor (in oneven jaren)"]]


@pytest.mark.requirement("TRAP-02", "TRAP-17")
@pytest.mark.parametrize("kind", ["xlsx", "ods", "csv"])
def test_the_suggestion_for_the_council_table_gives_its_55_observations(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"raad.{kind}"
    if kind == "csv":
        delimited(path, council_rows(), ";", "cp1252")
    else:
        (ods if kind == "ods" else excel)(
            path, {"Toelichting": [["Zie blad 2."]], "Indicatoren": council_rows()}
        )
    suggestion = suggest(path, load_catalogue(), AREAS)
    assert suggestion.is_complete
    written = tmp_path / "mapping.yaml"
    written.write_text(write_mapping(suggestion.mapping, suggestion.remarks), "utf-8")
    assert load_mapping(written) == suggestion.mapping
    found = read(path, load_mapping(written))
    assert found.rows == 55
    assert facts(found.observations) == facts(carried())
    assert sum(one.presence is Presence.NOT_MEASURED for one in found.observations) == 6
    assert {one.precision for one in found.observations} == {
        Precision.RATE_ONLY,
        Precision.SURVEY_WITHOUT_MARGINS,
    }
    assert len(found.notes) == 1


@pytest.mark.skipif(
    not SEEDS.is_file(), reason="the domain's seed figures (../shared) are not on this machine"
)
def test_the_seed_figures_laid_out_wide_come_back_as_they_are(tmp_path: Path) -> None:
    with SEEDS.open(encoding="utf-8", newline="") as file:
        seeds = list(csv.DictReader(file))
    rows: list[list[object]] = [["Indicator", *YEARS]]
    for label in dict.fromkeys(one["name_nl"] for one in seeds):
        values = {one["year"]: one["value"] for one in seeds if one["name_nl"] == label}
        rows.append([label, *(float(values[str(y)]) if values[str(y)] else "GM" for y in YEARS)])
    path = excel(tmp_path / "seeds.xlsx", {"S": rows})
    found = read(path, suggest(path, load_catalogue(), AREAS).mapping)
    labels = {load_catalogue().indicator(name).label.nl: name for name in load_catalogue().indicators}
    expected = {
        (
            labels[one["name_nl"]],
            int(one["year"]),
            Decimal(one["value"]) if one["value"] else None,
            one["status"],
        )
        for one in seeds
    }
    assert {(o.indicator, o.period.year, o.value, o.presence.value) for o in found.observations} == expected
    assert len(expected) == 55


def test_a_long_table_gives_counts_with_what_stands_beside_them(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Gebied", "Onderwerp", "Jaar", "Aantal", "Inwoners"],
        ["Maastricht", "Inbraak", 2021, 1234, 120227],
    ]
    (one,) = read(excel(tmp_path / "own.xlsx", {"S": rows}), LONG).observations
    assert (one.value, one.count, one.denominator, one.unit) == (Decimal(1234), 1234, 120227, "count")
    assert one.precision is Precision.COUNT


def test_months_come_from_dates_names_and_codes(tmp_path: Path) -> None:
    head: list[object] = ["Gebied", "Onderwerp", "Jaar", "Aantal", "Inwoners"]
    months = [date(2021, 1, 1), "februari 2021", "2021MM03", "2021-04"]
    rows: list[list[object]] = [head, *(["Maastricht", "Inbraak", month, 3, None] for month in months)]
    found = read(excel(tmp_path / "own.xlsx", {"S": rows}), LONG).observations
    assert [str(one.period) for one in found] == ["2021-01", "2021-02", "2021-03", "2021-04"]


@pytest.mark.requirement("TRAP-02")
@pytest.mark.requirement("TRAP-18")
def test_what_a_cell_says_is_never_another_thing(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Indicator", "2019", "2020", "2021"],
        ["Onveilig", "24,2", "GM", "20,5"],
        ["Geweld", "<5", "", "5,0"],
    ]
    found = read(delimited(tmp_path / "own.csv", rows), WIDE).observations
    assert [(one.presence.value, one.value, one.literal) for one in found] == [
        ("measured", Decimal("24.2"), "24,2"),
        ("not_measured", None, "GM"),
        ("measured", Decimal("20.5"), "20,5"),
        ("suppressed", None, "<5"),
        ("missing", None, ""),
        ("measured", Decimal("5.0"), "5,0"),
    ]


REFUSED: dict[str, tuple[list[object], str, str]] = {
    "another indicator": (["Brand", 1.0, 1.0, 1.0], "A2", "the indicator 'Brand' is not in the mapping"),
    "no label": ([None, 1.0, 1.0, 1.0], "A2", "the indicator is missing"),
    "a dash": (["Geweld", "-", 1.0, 1.0], "B2", "nobody says what it means"),
    "an error": (["Geweld", 1.0, "#N/A", 1.0], "C2", "an error"),
    "a date": (["Geweld", 1.0, 1.0, date(2026, 7, 6)], "D2", "a date"),
    "below zero": (["Geweld", 1.0, -1.0, 1.0], "C2", "0 upwards"),
    "over a hundred": (["Onveilig", 101, "GM", 1.0], "B2", "0 to 100"),
    "a wave that was not held": (["Onveilig", 1.0, 20.5, 1.0], "C2", "odd years"),
    "a percentage": (["Geweld", 1.0, "5%", 1.0], "C2", "is a percentage"),
    "a point": (["Geweld", 1.0, "5.6", 1.0], "C2", "decimal comma"),
    "two ways": (["Geweld", 1.0, "1,000", 1.0], "C2", "in two ways"),
}


@pytest.mark.parametrize(("row", "cell", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_one_wrong_cell_refuses_the_file_and_is_named(
    tmp_path: Path, row: list[object], cell: str, words: str
) -> None:
    path = excel(tmp_path / "cijfers.xlsx", {"2021": [["Indicator", 2019, 2020, 2021], row]})
    with pytest.raises(InputError) as refused:
        read(path, WIDE)
    assert f"cijfers.xlsx, sheet 2021, cell {cell}: " in str(refused.value)
    assert words in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.requirement("TRAP-12")
def test_a_figure_per_ten_thousand_is_stopped(tmp_path: Path) -> None:
    path = excel(tmp_path / "own.xlsx", {"S": [["Indicator", 2019, 2020, 2021], ["Halt", 18, 180, 18]]})
    with pytest.raises(InputError, match=r"cell C2: 180 is not plausible .* factor of ten"):
        read(path, WIDE)


def test_the_same_figure_twice_and_a_period_that_is_not_over_are_refused(tmp_path: Path) -> None:
    head: list[object] = ["Indicator", 2019, 2020, 2021]
    twice = excel(tmp_path / "a.xlsx", {"S": [head, ["Geweld", 1, 1, 1], ["Geweld", 1, 1, 1]]})
    with pytest.raises(InputError, match=r"cell B3: .* stands here twice \(first on sheet S, cell B2\)"):
        read(twice, WIDE)
    early = excel(tmp_path / "b.xlsx", {"S": [head, ["Geweld", 1, 1, 1]]})
    with pytest.raises(InputError, match=r"cell D2: geweld of 2021 cannot be known on 2021-06-30"):
        read(early, WIDE, date(2021, 6, 30))


def test_a_date_that_lost_its_format_is_refused_and_explained(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Gebied", "Onderwerp", "Jaar", "Aantal", "Inwoners"],
        ["Maastricht", "Inbraak", 44256, 3, None],
    ]
    with pytest.raises(InputError, match=r"cell C2: '44256' is not a period. It may be a date that lost"):
        read(excel(tmp_path / "own.xlsx", {"S": rows}), LONG)


def test_an_unquoted_separator_is_not_read_as_another_column(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("Indicator,2019,2020,2021\nGeweld,5,4,3,2,1,0\nHalt,18,29,18\n", "utf-8")
    with pytest.raises(InputError, match="line 2: 7 cells where 4 are expected"):
        read(path, WIDE)


def test_a_number_under_no_header_is_refused(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Indicator", 2019, 2020, None, 2021], ["Geweld", 1, 2, 3, None]]
    with pytest.raises(InputError, match="cell D2: the number 3 stands in a column without a header"):
        read(excel(tmp_path / "own.xlsx", {"S": rows}), WIDE)


def test_a_merged_label_holds_for_its_rows_and_a_merged_figure_is_refused(tmp_path: Path) -> None:
    head: list[object] = ["Gebied", "Onderwerp", "Jaar", "Aantal", "Inwoners"]
    rows: list[list[object]] = [
        head,
        ["Maastricht", "Inbraak", 2020, 3, None],
        [None, "Inbraak", 2021, 4, None],
    ]

    def merge(spots: str) -> Any:
        return lambda book: book["S"].merge_cells(spots)

    found = read(excel(tmp_path / "a.xlsx", {"S": rows}, merge("A2:A3")), LONG)
    assert [(one.area, one.value) for one in found.observations] == [
        ("GM0935", Decimal(3)),
        ("GM0935", Decimal(4)),
    ]
    assert "sheet 'S': merged cells: A2:A3" in found.notes
    rows[2][0] = "Maastricht"
    with pytest.raises(InputError, match="cell D3: this is a hidden part of a merged cell"):
        read(excel(tmp_path / "b.xlsx", {"S": rows}, merge("D2:D3")), LONG)


def test_a_count_that_equals_its_year_is_not_a_header(tmp_path: Path) -> None:
    one = replace(WIDE, periods={"2021": "2021"}, indicators={"x": "politie-misdrijven/1.1.1"})
    (found,) = read(excel(tmp_path / "a.xlsx", {"S": [["Indicator", 2021], ["x", 2021]]}), one).observations
    assert found.value == 2021


STRICT: list[list[object]] = [
    [*REQUIRED, "literal"],
    ["geweld", "GM0935", "2021", 5.0, "measured", "per_1000_inhabitants", "5,0"],
    ["onveilig-in-buurt", "GM0935", 2020, None, "not_measured", "percent", "GM"],
    ["politie-misdrijven/1.1.1", "GM0935", date(2021, 3, 1), 3, "measured", "count", "3"],
]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_the_strict_layout_is_found_among_explaining_sheets(tmp_path: Path, kind: str) -> None:
    sheets: dict[str, list[list[object]]] = {
        "readme": [["Figures of our own"]],
        "figures": [["Toelichting"], [], *STRICT],
        "units": [["unit", "nl"]],
    }
    found = read((ods if kind == "ods" else excel)(tmp_path / f"own.{kind}", sheets), None)
    assert found.sheet == "figures"
    assert [(one.value, str(one.period), one.literal) for one in found.observations] == [
        (Decimal("5.0"), "2021", "5,0"),
        (None, "2020", "GM"),
        (Decimal(3), "2021-03", "3"),
    ]


def test_a_carried_table_that_went_through_a_workbook_comes_back_without_loss(tmp_path: Path) -> None:
    with CARRIED.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    value = head.index("value")
    cells = [
        [float(text) if n == value and text else text or None for n, text in enumerate(row)] for row in rows
    ]

    def show(book: Any) -> None:
        for n, row in enumerate(rows, 2):
            decimals = len(row[value].partition(".")[2])
            book["figures"].cell(n, value + 1).number_format = f"0.{'0' * decimals}" if decimals else "0"

    path = excel(tmp_path / "own.xlsx", {"about": [["x"]], "figures": [head, *cells]}, show)
    found = read(path, None).observations
    assert found == carried()
    assert [str(one.value) for one in found] == [str(one.value) for one in carried()]


def test_a_text_file_in_the_strict_layout_may_have_semicolons(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(CARRIED.read_text("utf-8").replace(",", ";").replace('"', ""), "utf-8")
    with pytest.raises(BakenError):  # the decimal commas of the literals have become cells
        read(path, None)
    path.write_text(
        "indicator;area;period;value;status;unit\nhic;GM0935;2021;1.3;measured;per_1000_inhabitants\n",
        "utf-8",
    )
    assert read(path, None).observations[0].value == Decimal("1.3")


def test_two_strict_tables_are_not_chosen_between(tmp_path: Path) -> None:
    path = excel(tmp_path / "own.xlsx", {"a": STRICT, "b": STRICT})
    with pytest.raises(InputError, match="more than one table has the columns"):
        read(path, None)
    assert read(path, None, sheet="b").sheet == "b"
    with pytest.raises(InputError, match="no table has the columns"):
        read(path, None, sheet="c")


def test_a_file_without_the_layout_asks_for_a_mapping(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Give a mapping"):
        read(excel(tmp_path / "own.xlsx", {"S": council_rows()}), None)


def test_hidden_sheets_are_not_read_and_are_named(tmp_path: Path) -> None:
    def hide(book: Any) -> None:
        book["oud"].sheet_state = "hidden"

    rows: list[list[object]] = [["Indicator", 2019, 2020, 2021], ["Geweld", 1, 2, 3]]
    found = read(excel(tmp_path / "own.xlsx", {"oud": rows, "S": rows}, hide), WIDE)
    assert (found.sheet, found.notes) == ("S", ("sheet 'oud' is hidden and is not read",))


BAD_MAPPINGS = {
    "open": ('indicators: {Geweld: "?"}', "still has a question mark at 'indicators / Geweld'"),
    "unknown": ("kolommen: {}", "'kolommen' is not known here"),
    "number as mark": ("marks: {'0': missing}", "'0' cannot be a mark"),
    "footnote that is a digit": ("footnotes: {'1': x}", "cannot be the sign of a footnote"),
    "meaning": ("marks: {'-': nothing}", "nothing"),
    "zero for blank": ("blank: zero", "zero"),
    "two meanings": ("indicators: {Geweld: geweld, GEWELD: hic}", "has two meanings"),
    "twice": (
        "columns: {area: a, indicator: b, period: c, value: d, unit: e}\nfixed: {unit: count}",
        "Keep one",
    ),
}


@pytest.mark.parametrize(("text", "words"), BAD_MAPPINGS.values(), ids=BAD_MAPPINGS.keys())
def test_a_mapping_that_cannot_be_read_by_is_refused(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "mapping.yaml"
    base = "layout: long\nheader: 1\n"
    if "columns" not in text:
        base += "columns: {area: a, indicator: b, period: c, value: d}\n"
    path.write_text(base + text + "\n", "utf-8")
    with pytest.raises(InputError) as refused:
        load_mapping(path)
    assert words in str(refused.value)
    assert "mapping.yaml" in str(refused.value)
