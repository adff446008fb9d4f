# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The carried tables are well formed, and say what the publishers say wherever their files are at hand."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from baken.catalogue.files import read_csv, read_yaml
from baken.model.area import AreaLevel
from baken.model.observation import Life, Precision, Presence

ROOT = Path(__file__).resolve().parents[2]
TABLES = ROOT / "src/baken/sources"
SHARED = ROOT.parent / "shared"
FOLDERS = ["raadsvoorstel_2023", "cbs_bevolking", "cbs_83648ned", "politie_47013ned", "politie_landelijk"]
ABROAD = ["bka_pks"]
COLUMNS = (
    *("indicator", "area", "period", "value", "status", "unit", "life", "precision"),
    *("count", "denominator", "respondents", "literal", "annotation"),
)
CITY = ROOT / "src/baken/catalogue/data/nl/municipalities/GM0935"


def figures(folder: str) -> list[dict[str, str]]:
    return [row for _, row in read_csv(TABLES / folder / "figures.csv", COLUMNS)]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the publishers' files (../shared) are not on this machine")
def test_every_figure_is_what_its_source_says() -> None:
    script = ROOT / "scripts/check_carried_figures.py"
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(not SHARED.is_dir(), reason="the publishers' files (../shared) are not on this machine")
def test_a_changed_figure_is_reported(tmp_path: Path) -> None:
    copy = tmp_path / "scripts/check_carried_figures.py"
    copy.parent.mkdir()
    copy.write_bytes((ROOT / "scripts/check_carried_figures.py").read_bytes())
    country = CITY.parents[1]
    copied = [*TABLES.glob("*/figures.csv"), *country.glob("indicators/*.yaml"), country / "areas.csv"]
    for path in [*copied, *CITY.glob("*.csv")]:
        target = tmp_path / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(
            path.read_text("utf-8").replace("hic,GM0935,2021,1.3", "hic,GM0935,2021,0"), "utf-8"
        )
    folders = [text for name in ("data", "domain", "seeds") for text in (f"--{name}", str(SHARED / name))]
    done = subprocess.run([sys.executable, copy, *folders], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "raadsvoorstel_2023 hic GM0935 2021" in done.stdout
    assert "differences: 1" in done.stdout


def test_missing_source_files_are_named() -> None:
    script = ROOT / "scripts/check_carried_figures.py"
    asked = [sys.executable, str(script), "--data", "/nowhere"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "/nowhere" in done.stderr


@pytest.mark.parametrize("folder", [*FOLDERS, *ABROAD])
def test_a_value_exactly_where_measured(folder: str) -> None:
    rows = figures(folder)
    assert max(Counter((row["indicator"], row["area"], row["period"]) for row in rows).values()) == 1
    for row in rows:
        assert (row["value"] != "") == (Presence(row["status"]) is Presence.VALUE), row
        assert row["life"] in set(Life)
        assert row["precision"] in set(Precision)
        assert row["literal"]


def test_the_proposal_has_55_observations_of_which_six_are_not_measured() -> None:
    rows = figures("raadsvoorstel_2023")
    assert len(rows) == 55
    missing = [row for row in rows if row["status"] == "not_measured"]
    assert [(row["value"], row["literal"], row["period"]) for row in missing] == 3 * [
        ("", "GM", "2018"),
        ("", "GM", "2020"),
    ]
    assert [row["period"] for row in rows if row["annotation"]] == ["2020", "2020"]


def test_no_figure_is_carried_by_two_sources() -> None:
    held = Counter(
        (row["indicator"], row["area"], row["period"])
        for folder in [*FOLDERS, *ABROAD]
        for row in figures(folder)
    )
    assert max(held.values()) == 1


def test_the_national_counts_are_thirteen_codes_in_twelve_years() -> None:
    rows = figures("politie_landelijk")
    assert len(rows) == 13 * 12
    assert {row["area"] for row in rows} == {"NL"}
    assert {row["life"] for row in rows if row["period"] in ("2022", "2023")} == {"provisional"}


def test_every_area_with_a_figure_exists_in_that_year() -> None:
    columns = ("code", "level", "valid_from")
    listed = [*read_csv(CITY.parents[1] / "areas.csv", columns), *read_csv(CITY / "areas.csv", columns)]
    start = {row["code"]: date.fromisoformat(row["valid_from"]) for _, row in listed}
    assert {row["level"] for _, row in listed} <= set(AreaLevel)
    for folder in FOLDERS:
        for row in figures(folder):
            assert start[row["area"]] <= date(int(row["period"]), 12, 31), row


@pytest.mark.parametrize("folder", [*FOLDERS, *ABROAD])
def test_every_table_says_where_it_is_from(folder: str) -> None:
    read: Any = read_yaml(TABLES / folder / "source.yaml")[0]
    wanted = {"id", "table", "title", "publisher", "licence", "taken", "files", "note"}
    assert wanted <= read.keys()
    assert (read["id"], read["files"]) == (folder, ["figures.csv"])
    assert date.fromisoformat(read["taken"]) >= date(2026, 11, 21)
    assert read["title"].keys() == read["note"].keys() == {"nl", "en"}
    assert read["publisher"] in {"CBS", "Politie", "Gemeente Maastricht", "BKA"}
