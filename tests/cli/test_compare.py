# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken compare`` on plain files, on the carried figures and on a workspace."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.making import BURGLARY, CITY, fetched

from .conftest import Run

TABLE = [
    "area,count,population,name",
    *(f"A{n},{count},1000,Wijk {n}" for n, count in enumerate((9, 11, 10, 42, 8, 12))),
]


def written(path: Path, *lines: str) -> str:
    path.write_text("\n".join((*lines, "")), "utf-8")
    return str(path)


def test_a_table_of_areas(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", *TABLE)
    said = run("compare", "--table", path, "--visitors", "1.1..1.4", "--reported", "0.3..0.6")
    assert (said.code, said.err) == (0, "")
    assert "Als alleen toeval meetelt, ligt boven de 99,8%-grens: Wijk 3 (42,0)." in said.out
    assert "Tel je bezoekers mee als aanwezigen (1,10 tot 1,40 keer de inwoners)" in said.out
    record = run("compare", "--table", path, "--json").json
    assert [one["area"] for one in record["areas"]] == [f"A{n}" for n in range(6)]
    assert record["areas"][3]["rank"]["lower"] == 1


def test_an_area_its_districts_and_its_page(run: Run, tmp_path: Path) -> None:
    record = run(
        *("compare", "GM9999", "--indicator", "zakkenrollerij", "--level", "district"),
        *("--period", "2025", "--json", "--html", "page.html"),
    ).json
    assert record["areas"][0]["area"] == "SD9999-centrum"
    assert record["areas"][0]["place"] == 2
    assert "<svg" in (tmp_path / "page.html").read_text("utf-8")


def test_a_workspace(run: Run, tmp_path: Path) -> None:
    fetched(tmp_path / "mine")
    answer = run(
        *("compare", CITY, "--indicator", BURGLARY, "--workspace", "mine", "--period", "2025", "--json"),
    )
    found = {one["area"]: one for one in answer.json["areas"]}
    assert found["BU09350000"]["count"] > found["BU09350001"]["count"]
    assert found["BU09350200"]["reason"] == "missing"
    assert found["BU09350000"]["population"] > 1000
    assert "population-year" in [one["rule"] for one in answer.json["answer"]["caveats"]]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("--table", "a.csv", "--visitors", "0.9..1.2"), 2, "fewer people present than inhabitants"),
        (("--table", "a.csv", "--visitors", "a..b"), 2, "--visitors is 'a..b', not a range. Write 1.1..1.4."),
        (("--table", "a.csv", "--visitors", "1.4..1.1"), 2, "the first is above the second"),
        (("--table", "a.csv", "--reported", "0..2"), 2, "not shares above 0 up to 1"),
        (("--table", "b.csv"), 2, "the column population is missing"),
        (("--table", "a.csv", "--indicator", "hic"), 2, "--indicator and --table cannot go together"),
        (("--table", "c.csv"), 2, "c.csv, line 2: '12.500' may be 12500"),
        (("GM9999", "--table", "a.csv"), 2, "an area and --table cannot go together"),
        (("GM9999", "--indicator", "hic", "--level", "street"), 2, "'street' is no level"),
        (("GM9999", "--indicator", "hic", "--period", "2025-13"), 2, "'2025-13' is not a period"),
        (("GM9999", "--indicator", "hic", "--period", "1999"), 1, "no counts are held of hic"),
    ],
)
def test_what_cannot_be_answered_is_one_line(
    run: Run, tmp_path: Path, words: tuple[str, ...], code: int, message: str
) -> None:
    written(tmp_path / "a.csv", *TABLE)
    written(tmp_path / "b.csv", "area,count", "A,1", "B,2")
    written(tmp_path / "c.csv", "area;count;population", "A;1;12.500", "B;2;9.000")
    answer = run("compare", *words)
    assert (answer.code, answer.out) == (code, "")
    assert message in answer.error_line
