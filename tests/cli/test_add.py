# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken add`` adds only what can be added, and says why not otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from baken.catalogue.catalogue import load_catalogue
from cli.conftest import Run

OBJECTIVE = [
    *("vermogensdelicten", "hic", "overlast", "halt", "winkeldiefstal", "geweld"),
    *("diefstal-uit-woning", "vernieling"),
]


@pytest.mark.requirement("TRAP-04")
def test_hic_and_theft_from_dwellings_overlap(run: Run) -> None:
    answer = run("add", "GM0935", "hic", "diefstal-uit-woning", "--period", "2021")
    assert (answer.code, answer.out) == (1, "")
    assert answer.error_line.startswith("error: ")
    assert "'hic' and 'diefstal-uit-woning' overlap" in answer.error_line


@pytest.mark.requirement("TRAP-07")
def test_rows_of_different_counting_systems_are_refused_by_name(run: Run) -> None:
    rows = [name for name in OBJECTIVE if name not in ("diefstal-uit-woning", "winkeldiefstal")]
    answer = run("add", "GM0935", *rows, "--period", "2021")
    assert (answer.code, answer.out) == (1, "")
    for system in {load_catalogue().indicator(name).system for name in rows}:
        assert system in answer.error_line


def test_all_objective_rows_are_refused(run: Run) -> None:
    answer = run("add", "GM0935", *OBJECTIVE, "--period", "2021")
    assert (answer.code, answer.out) == (1, "")


def test_a_sum_within_one_system(run: Run) -> None:
    answer = run("add", "GM0935", "geweld", "vernieling", "--period", "2021")
    assert answer.out == "11,6 per 1.000 inwoners (Maastricht, 2021): geweld + vernieling\n"
    record = run("add", "GM0935", "geweld", "vernieling", "--period", "2021", "--json").json
    assert (record["sum"], record["unit"]) == (11.6, "per_1000_inhabitants")


def test_a_sum_of_a_small_area_is_said_to_be_for_inside(run: Run, small_counts: Path) -> None:
    words = (
        "BU09350000",
        "zakkenrollerij",
        "drugshandel",
        "--period",
        "2022",
        "--figures",
        str(small_counts),
    )
    answer = run("add", *words)
    first, *rest = answer.out.splitlines()
    (caveat,) = run("add", *words, "--json").json["caveats"]
    assert first.startswith("5,0 per 1.000 inwoners (")
    assert caveat["rule"] == "internal"
    assert rest == ["", "Lees hierbij:", f"- {caveat['nl']}"]
    assert run("add", "GM0935", "geweld", "vernieling", "--period", "2021", "--json").json["caveats"] == []


def test_a_missing_part_is_no_zero(run: Run) -> None:
    answer = run("add", "GM0935", "geweld", "vernieling", "--period", "2016")
    assert (answer.code, "has no value in 2016" in answer.error_line) == (1, True)


def test_the_area_of_the_workspace(run: Run) -> None:
    assert run("init", "--area", "GM0935").code == 0
    assert run("add", "geweld", "vernieling", "--period", "2021").out.startswith("11,6 ")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("GM0935", "geweld", "--period", "2021"), "two or more"),
        (("GM0935", "geweld", "vernieling"), "no period"),
        (("GM0935", "geweld", "vernieling", "--period", "21"), "not a period"),
        (("GM0935", "geweld", "vernielingen", "--period", "2021"), "unknown indicator 'vernielingen'"),
        (("geweld", "vernieling", "--period", "2021"), "no area"),
    ],
)
def test_wrong_use(run: Run, words: tuple[str, ...], reason: str) -> None:
    answer = run("add", *words)
    assert (answer.code, reason in answer.error_line) == (2, True)
