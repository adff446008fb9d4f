# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken scan`` on plain files, at once and in time, and ``baken warm``."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.making import BURGLARY
from baken.methods import kernels

from .conftest import Run

SIDE = 5
MONTHS = [f"2025-{month:02d}" for month in range(1, 13)]


def written(path: Path, *lines: str) -> str:
    path.write_text("\n".join((*lines, "")), "utf-8")
    return str(path)


def table(path: Path) -> str:
    lines = ["area,count,population,x,y"]
    for n in range(SIDE * SIDE):
        count = 40 if n in (0, 1, SIDE) else 10
        lines.append(f"A{n},{count},1000,{n % SIDE},{n // SIDE}")
    return written(path, *lines)


def in_time(folder: Path) -> tuple[str, str]:
    """Series of areas, of which two have a wave in the last two months, and where they lie."""
    rows = [",".join(("series", *MONTHS))]
    places = ["area,x,y"]
    for n in range(SIDE * SIDE):
        counts = [2] * 10 + ([15, 15] if n in (6, 7) else [2, 2])
        rows.append(",".join((f"A{n}", *map(str, counts))))
        places.append(f"A{n},{n % SIDE},{n // SIDE}")
    return written(folder / "s.csv", *rows), written(folder / "p.csv", *places)


@pytest.mark.parametrize("shape", ["circle", "ellipse", "graph"])
def test_a_table_of_areas(run: Run, tmp_path: Path, shape: str) -> None:
    words = ("scan", "--table", table(tmp_path / "a.csv"), "--shape", shape, "--simulations", "99")
    record = run(*words, "--json").json
    assert {"A0", "A1", "A5"} <= set(record["clusters"][0]["areas"])
    assert record["clusters"][0]["p"] == 0.01
    assert run(*words, "--json").json == record


def test_what_still_goes_on_is_found_in_time(run: Run, tmp_path: Path) -> None:
    series, places = in_time(tmp_path)
    words = ("scan", "--series", series, "--areas", places, "--simulations", "99")
    first = run(*words, "--json", "--html", "page.html").json["clusters"][0]
    assert set(first["areas"]) >= {"A6", "A7"}
    assert (first["first"], first["last"], first["p"]) == ("2025-11", "2025-12", 0.01)
    said = run(*words, "--any-time", "--longest", "3").out
    assert ", 2025-11 tot en met 2025-12: " in said
    assert "<svg" in (tmp_path / "page.html").read_text("utf-8")


def test_the_invented_town_at_once_and_in_time(run: Run) -> None:
    record = run(
        *("scan", "GM9999", "--indicator", BURGLARY, "--period", "2024-Q4", "--simulations", "99", "--json")
    ).json
    assert {"BU99990300", "BU99990301"} <= set(record["clusters"][0]["areas"])
    months = run(
        "scan", "GM9999", "--indicator", BURGLARY, "--months", "24", "--simulations", "19", "--json"
    ).json
    assert (months["periods"][0], months["periods"][-1], months["prospective"]) == (
        "2024-01",
        "2025-12",
        True,
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--table", "a.csv", "--shape", "star"), "'star' is no shape. Known: circle, ellipse, graph."),
        (
            ("--table", "a.csv", "--simulations", "5"),
            "--simulations is '5', not a whole number of 19 or more",
        ),
        (("--series", "s.csv"), "Give --areas FILE"),
        (("--table", "a.csv", "--areas", "p.csv"), "--areas goes with --series only"),
        (
            ("--series", "s.csv", "--areas", "p.csv", "--longest", "40"),
            "--longest is 40, and there are 12 periods",
        ),
        (("--table", "a.csv", "--series", "s.csv"), "--table and --series cannot go together"),
        (("--table", "bare.csv"), "circles and ellipses need points, and they are not known"),
    ],
)
def test_wrong_use_is_one_line(run: Run, tmp_path: Path, words: tuple[str, ...], message: str) -> None:
    table(tmp_path / "a.csv")
    in_time(tmp_path)
    written(tmp_path / "bare.csv", "area,count", "A,1", "B,2")
    answer = run("scan", *words)
    assert (answer.code, answer.out) == (2, "")
    assert message in answer.error_line


def test_warming_compiles_each_kernel_once(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernels, "warm", lambda: iter(("farrington", "scan")))
    answer = run("warm")
    assert answer.out.splitlines()[:2] == ["farrington", "scan"]
    assert answer.out.splitlines()[-1].startswith("all are kept in ")
    monkeypatch.setattr(kernels, "kept_in", lambda: None)
    assert "there is no workspace to keep compiled calculations in" in run("warm").error_line
