# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken trend`` on plain files, on the carried figures and on a workspace."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.making import BURGLARY, CITY, fetched

from .conftest import Run

YEARS = "series,2016,2017,2018,2019,2020,2021,2022,2023"
BIKES = "bikes,310,295,281,262,233,229,221,208"


def written(path: Path, *lines: str) -> str:
    path.write_text("\n".join((*lines, "")), "utf-8")
    return str(path)


def test_a_series_from_a_file(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", YEARS, BIKES)
    said = run("trend", "--series", path)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("bikes: een daling van gemiddeld 5,8 % per jaar (95%-marge ")
    record = run("trend", "--series", path, "--break", "2020", "--json").json
    assert record["direction"] in ("down", None)
    assert record["shifts"][0]["period"] == "2020"
    assert record["without_pandemic"]["reason"] is None
    assert [one["period"] for one in record["periods"]] == YEARS.split(",")[1:]


def test_an_area_with_its_parts_and_its_country(run: Run, tmp_path: Path) -> None:
    record = run("trend", "Voorbeeldstad", "--indicator", "hic", "--json", "--html", "page.html").json
    assert {one["kind"] for one in record["parts"]} >= {BURGLARY, "politie-misdrijven/1.4.6"}
    assert record["reference"]["name"]["nl"] == "Voorbeeldland (verzonnen)"
    assert "<svg" in (tmp_path / "page.html").read_text("utf-8")


def test_a_workspace(run: Run, tmp_path: Path) -> None:
    fetched(tmp_path / "mine", wave=False)
    record = run("trend", "BU09350001", "--indicator", BURGLARY, "--workspace", "mine", "--json").json
    assert (record["series"], record["per_year_periods"]) == (f"BU09350001 {BURGLARY}", 12)
    assert record["answer"]["snapshots"] == ["politie_47022ned/47022NED@2026-01-31"]
    assert (tmp_path / "mine" / "baken.toml").exists()


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("--series", "a.csv"), 2, "holds 2 series"),
        (("--series", "a.csv", "--select", "boats"), 2, "'boats' is no series of a.csv"),
        (
            ("--series", "a.csv", "--select", "bikes", "--break", "1999"),
            2,
            "1999 does not lie within the series",
        ),
        (
            ("--series", "a.csv", "--select", "bikes", "--indicator", "hic"),
            2,
            "--indicator and --series cannot go together",
        ),
        (("GM9999", "--indicator", "hic", "--break", "2020"), 2, "--break goes with --series only"),
        (("--series", "c.csv"), 2, "c.csv, line 2: '1.234.567' has points between its thousands"),
        (("GM9999",), 2, "no indicator is given"),
        (("GM9999", "--indicator", "rapportcijfer-veiligheid"), 2, "no counts per area belong to it"),
        (("GM9999", "--indicator", "politie-misdrijven/9.9"), 2, "has no code '9.9'"),
        (
            ("GM9999", "--indicator", "hic", "--workspace", "nowhere"),
            2,
            "the workspace nowhere does not exist",
        ),
        ((CITY, "--indicator", "hic"), 1, "no counts are held of hic in Maastricht"),
    ],
)
def test_what_cannot_be_answered_is_one_line(
    run: Run, tmp_path: Path, words: tuple[str, ...], code: int, message: str
) -> None:
    written(tmp_path / "a.csv", YEARS, BIKES, BIKES.replace("bikes", "cars"))
    written(tmp_path / "c.csv", YEARS.replace(",", ";"), "bikes;310;295;281;262;233;229;221;1.234.567")
    answer = run("trend", *words)
    assert (answer.code, answer.out) == (code, "")
    assert message in answer.error_line
