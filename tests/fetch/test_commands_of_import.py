# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Importing a table of one's own, as a person at the command line sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from baken.catalogue.files import read_csv
from baken.sources.registry import ROOT
from baken.store.reader import Reader
from baken.store.workspace import Workspace
from workbooks import excel

from .persons import Person, line_of, sources_of

PROPOSAL = Path(__file__).parents[3] / "shared/seeds/004_fb015403efaea0b8.txt"
CARRIED = ROOT / "raadsvoorstel_2023" / "figures.csv"


def council_rows() -> list[list[object]]:
    """The council's two tables as a person keeps them: an indicator a row, a year a column."""
    years = ["2017", "2018", "2019", "2020", "2021"]
    cells: dict[str, dict[str, str]] = {}
    for _, row in read_csv(CARRIED, ("indicator", "period", "value", "status", "literal")):
        cells.setdefault(row["indicator"], {})[row["period"]] = row["literal"]
    rows: list[list[object]] = [["indicator", *years]]
    for name, found in cells.items():
        rows.append([name, *(found[year] for year in years)])
    return rows


def facts(workspace: Workspace, name: str) -> dict[tuple[str, str], tuple[str, str]]:
    reader = Reader(workspace)
    found = reader.observations(name, reader.areas.texts, reader.measures.texts)
    return {(one.indicator, str(one.period)): (str(one.value or ""), one.presence.value) for one in found}


def carried_facts() -> dict[tuple[str, str], tuple[str, str]]:
    rows = read_csv(CARRIED, ("indicator", "period", "value", "status"))
    return {(row["indicator"], row["period"]): (row["value"], row["status"]) for _, row in rows}


@pytest.mark.requirement("TRAP-02")
def test_the_council_tables_as_a_workbook_with_the_mapping_that_is_suggested(
    person: Person, tmp_path: Path
) -> None:
    path = excel(tmp_path / "Raad 2023.xlsx", {"Indicatoren": council_rows()})
    suggested = person.says("import", str(path), "--suggest")
    assert suggested.code == 0
    mapping = tmp_path / "raad.yaml"
    mapping.write_text(suggested.out, "utf-8")
    assert not list((person.root / "snapshots").iterdir())
    clash = line_of(person.says("import", str(path), "--mapping", str(mapping)))
    assert "--replaces raadsvoorstel_2023" in clash
    words = ("import", str(path), "--mapping", str(mapping), "--replaces", "raadsvoorstel_2023", "--json")
    answer = person.says(*words)
    assert (answer.code, answer.err) == (0, "")
    assert (answer.json["rows"], answer.json["new"]) == (55, 55)
    assert facts(Workspace(person.root), "eigen-raad-2023") == carried_facts()
    missing = [value for value, status in carried_facts().values() if status == "not_measured"]
    assert missing == [""] * 6
    again = person.says(*words).json
    assert (again["snapshot"], again["same"], again["new"]) == (answer.json["snapshot"], 55, 0)
    listed = sources_of(person)["eigen-raad-2023"]
    assert (listed["rows"], listed["health"], listed["without_value"]) == (55, "up to date", 6)


@pytest.mark.requirement("TRAP-33")
@pytest.mark.skipif(not PROPOSAL.exists(), reason="the council proposal (../shared) is not on this machine")
def test_the_council_proposal_gives_both_tables(person: Person) -> None:
    answer = person.says("import", str(PROPOSAL), "--replaces", "raadsvoorstel_2023", "--date", "2026-01-31")
    assert (answer.code, answer.err) == (0, "")
    assert "55 figures: 55 new" in answer.out
    (name,) = Reader(Workspace(person.root)).sources
    assert facts(Workspace(person.root), name) == carried_facts()


def test_an_import_that_cannot_be_is_one_line_and_changes_nothing(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    header = "indicator,area,period,value,status,unit\n"
    for row in (
        "geweld,GM0935,2024,x,measured,per_1000_inhabitants",
        "nee,GM0935,2024,1,measured,count",
        "1,2",
    ):
        path.write_text(header + row + "\n", "utf-8")
        assert "own.csv" in line_of(person.says("import", str(path)))
    assert "nothing.csv" in line_of(person.says("import", str(tmp_path / "nothing.csv")))
    assert Reader(Workspace(person.root)).sources == ()


def test_what_was_written_beside_a_value_stays_beside_it_when_a_table_takes_its_place(person: Person) -> None:
    if not PROPOSAL.is_file():
        pytest.skip("../shared/seeds is not there")
    assert person.says("import", str(PROPOSAL), "--replaces", "raadsvoorstel_2023").code == 0
    reader = Reader(Workspace(person.root))
    (source,) = reader.sources
    found = reader.observations(source, reader.areas.texts, reader.measures.texts)
    written = {one.indicator: one.annotation for one in found if one.annotation}
    assert written
    for _, row in read_csv(CARRIED, ("indicator", "annotation")):
        if row["annotation"]:
            assert written[row["indicator"]] == row["annotation"]


def test_an_import_can_be_taken_back_and_stays_in_the_history(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "eigen.csv"
    rows = "indicator,area,period,value,status,unit\nhic,GM0935,2023,1.4,measured,per_1000_inhabitants\n"
    path.write_text(rows, "utf-8")
    assert "nothing is in force" in line_of(person.says("import", str(path), "--withdraw"))
    assert person.says("import", str(path)).code == 0
    answer = person.says("import", str(path), "--withdraw", "--json")
    assert (answer.code, answer.json["withdrawn"], answer.json["rows"]) == (0, 1, 0)
    assert facts(Workspace(person.root), "eigen-eigen") == {}
    assert "nothing is in force" in line_of(person.says("import", str(path), "--withdraw"))
    (version, *_) = person.says("history", "GM0935", "hic", "2023", "--json").json["versions"]
    assert (version["value"], version["withdrawn"]) == (1.4, True)
    assert person.says("import", str(path), "--json").json["new"] == 1
