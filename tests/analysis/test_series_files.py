# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Series from plain files: what is missing stays missing, and a wrong cell is named by its row."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest

from baken.analysis.plain_files import read_plain
from baken.analysis.series_files import read_series
from baken.model.errors import InputError


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join((*lines, "")), "utf-8")
    return path


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_series(path)
    return str(caught.value)


def test_a_wide_file_is_read_packed_or_not(tmp_path: Path) -> None:
    lines = "series,t1,t2,t3\n7,1,2,3\n8,4,,NA\n"
    plain, packed = tmp_path / "a.csv", tmp_path / "a.csv.gz"
    plain.write_text(lines, "utf-8")
    packed.write_bytes(gzip.compress(lines.encode()))
    for path in (plain, packed):
        found = read_series(path)
        assert (found.names, found.periods, found.per_year) == (("7", "8"), ("t1", "t2", "t3"), 0)
        np.testing.assert_array_equal(found.counts, [[1, 2, 3], [4, np.nan, np.nan]])


def test_periods_that_are_left_out_are_missing_and_not_zero(tmp_path: Path) -> None:
    found = read_series(
        written(tmp_path / "a.csv", "series,period,count", "a,2021-01,3", "a,2021-04,5", "b,2021M02,1")
    )
    assert found.periods == ("2021-01", "2021M02", "2021-03", "2021-04")
    np.testing.assert_array_equal(found.counts, [[3, np.nan, np.nan, 5], [np.nan, 1, np.nan, np.nan]])
    assert found.per_year == 12


def test_weeks_population_and_dutch_spreadsheets(tmp_path: Path) -> None:
    found = read_series(
        written(
            tmp_path / "a.csv",
            "Series;Period;Count;Population;area;kind",
            "a;2020-W53;3;100;BU1;x",
            "a;2021-W02;4;;BU1;x",
        )
    )
    assert found.periods == ("2020-W53", "2021-W01", "2021-W02")
    assert found.population is not None
    np.testing.assert_array_equal(found.population, [[100, np.nan, np.nan]])
    assert (found.areas, found.kinds, found.per_year) == (("BU1",), ("x",), 52)


def test_numbers_that_cannot_be_counts_are_read_and_left_to_the_methods(tmp_path: Path) -> None:
    found = read_series(written(tmp_path / "a.csv", "series,2021,2022,2023,2024", "a,-1,0.5,1e9,inf"))
    np.testing.assert_array_equal(found.counts, [[-1, 0.5, 1e9, np.inf]])
    assert found.per_year == 1


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (("series,t1,t2", "a,1,x"), "a.csv, line 2: 'x' is not a number"),
        (("series,t1,t2", "a,1,1e300"), "line 2: '1e300' is too large"),
        (("series,t1,t2", "a,1,9999999999999999"), "line 2: '9999999999999999' is too large"),
        (("series,t1,t2", "a,1_0,2"), "line 2: '1_0' is not a number"),
        (("series,t1,t2", "a,1,٣"), "line 2: '٣' is not a number"),
        (("series,t1,t2", "a,1,2", "b,1"), "line 3: 2 cells where 3 are expected"),
        (("series,t1,t2", "a,1,2", "a,3,4"), "line 3: series 'a' stands here twice"),
        (("series,t1,t1", "a,1,2"), "the column name 't1' stands twice"),
        (("series,2021-01,2021M01", "a,1,2"), "a period stands twice"),
        (("series,2021-01,2021-W02", "a,1,2"), "not all of one length"),
        (("series,1000-01,9000-01", "a,1,2"), "96001 periods from the first to the last"),
        (("series,soon", "a,1"), "'soon' is not a period"),
        (("name,t1", "a,1"), "the column series is missing"),
        (("t1,series", "1,a"), "the first column must be 'series'"),
        (("series,period", "a,2021-01"), "the column count is missing"),
        (
            ("series,period,count", "a,2021-01,3", "a,2021M01,4"),
            "line 3: series 'a' has the period 2021M01 twice",
        ),
        (("series,period,count", "a,2021-W60,3"), "line 2: "),
        (("series,period,count", 'a,"2021-01,3'), "not a valid row"),
        (("series,t1",), "the table has no rows"),
        ((), "the file is empty"),
    ],
)
def test_a_file_that_cannot_be_is_refused_in_one_line(
    tmp_path: Path, lines: tuple[str, ...], message: str
) -> None:
    said = refusal(written(tmp_path / "a.csv", *lines))
    assert message in said
    assert "\n" not in said


def test_files_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"series,t1\n\xff,1\n")
    assert "line 2: this is not UTF-8 text" in refusal(tmp_path / "a.csv")
    (tmp_path / "b.gz").write_bytes(gzip.compress(b"series,t1\na,1\n")[:-6])
    assert "the packed file is damaged" in refusal(tmp_path / "b.gz")
    assert "cannot be read" in refusal(tmp_path / "no.csv")
    assert "folder" in refusal(tmp_path)


def test_a_column_that_is_not_there_is_empty(tmp_path: Path) -> None:
    table = read_plain(written(tmp_path / "a.csv", "area,count", "x,1"))
    assert table.texts("name") == [""]
    assert np.isnan(table.numbers("population")).all()


@pytest.mark.parametrize("cell", ["12.500", "1.234.567", "-1.000"])
@pytest.mark.parametrize("separator", [",", ";"])
def test_a_point_that_may_divide_thousands_is_refused(tmp_path: Path, cell: str, separator: str) -> None:
    wide = ["series,2020,2021", f"a,3,{cell}"]
    long = ["series,period,count", "a,2020,3", f"a,2021,{cell}"]
    for lines, line in ((wide, 2), (long, 3)):
        said = refusal(written(tmp_path / "a.csv", *(one.replace(",", separator) for one in lines)))
        assert f"a.csv, line {line}: '{cell}' " in said
        assert f"Write {cell.replace('.', '')}" in said


def test_other_decimals_are_read_and_points_outside_counts_only_with_commas(tmp_path: Path) -> None:
    rows = "area,count,x", "a,12.5,5.690", "b,0.125,176.318"
    commas = read_plain(written(tmp_path / "a.csv", *rows))
    assert commas.numbers("count") == [12.5, 0.125]
    assert commas.numbers("x") == [5.69, 176.318]
    dotted = read_plain(written(tmp_path / "b.csv", *(one.replace(",", ";") for one in rows)))
    with pytest.raises(InputError, match=r"write 5\.6900"):
        dotted.numbers("x")


def test_other_cells_of_the_column_show_that_a_point_is_a_decimal_one(tmp_path: Path) -> None:
    rows = "area;count;x;y", "a;1;5.690;1.000", "b;2;5.6912;2.000.000", "c;3;;3"
    table = read_plain(written(tmp_path / "a.csv", *rows))
    found = table.numbers("x")
    assert found[:2] == [5.69, 5.6912]
    assert np.isnan(found[2])
    with pytest.raises(InputError, match="may be 1000"):
        table.numbers("y")


def test_a_file_that_is_called_gz_and_is_not_packed(tmp_path: Path) -> None:
    assert "this is no gzip file" in refusal(written(tmp_path / "bad.gz", "series,t1", "a,1"))
