# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken scan`` on plain files, at once and in time, and ``baken warm``."""

from __future__ import annotations

import json
import random
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


def squares(path: Path, number: int = SIDE * SIDE) -> str:
    """Outlines of the areas: squares side by side."""
    features = []
    for n in range(number):
        x, y = 5 + 0.01 * (n % SIDE), 52 + 0.01 * (n // SIDE)
        ring = [[x, y], [x + 0.01, y], [x + 0.01, y + 0.01], [x, y + 0.01], [x, y]]
        shape = {"type": "Polygon", "coordinates": [ring]}
        features.append({"type": "Feature", "properties": {"code": f"A{n}"}, "geometry": shape})
    return written(path, json.dumps({"type": "FeatureCollection", "features": features}))


def test_outlines_say_where_the_areas_of_series_lie(run: Run, tmp_path: Path) -> None:
    series, _ = in_time(tmp_path)
    words = ("scan", "--series", series, "--outlines", squares(tmp_path / "o.json"), "--simulations", "99")
    first = run(*words, "--json").json["clusters"][0]
    assert set(first["areas"]) >= {"A6", "A7"}
    assert (first["first"], first["last"]) == ("2025-11", "2025-12")


def test_areas_without_figures_or_people_are_left_out_and_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    table(path)
    text = path.read_text("utf-8").replace("A23,10,1000", "A23,10,0").replace("A24,10,1000", "A24,NA,1000")
    path.write_text(text, "utf-8")
    words = ("scan", "--table", str(path), "--simulations", "99")
    answer = run(*words)
    assert answer.code == 0
    assert ": 23 gebieden, " in answer.out
    assert "Weggelaten gebieden: 1 (A24; een cijfer dat nodig is, ontbreekt)." in answer.out
    assert "Weggelaten gebieden: 1 (A23; er is geen bevolking" in answer.out
    assert run(*words, "--json").json["left_out"] == ["A23", "A24"]


def test_areas_that_differ_among_themselves_make_a_cluster_doubtful(run: Run, tmp_path: Path) -> None:
    chance = random.Random(3)
    lines = ["area,count,population,x,y"]
    for n in range(100):
        lines.append(f"A{n},{round(20 * chance.gammavariate(3, 1 / 3))},1000,{n % 10},{n // 10}")
    words = ("scan", "--table", written(tmp_path / "a.csv", *lines), "--simulations", "99")
    assert run(*words, "--json").json["phi"] > 1.5
    said = run(*words, "--html", "page.html").out
    assert "Deze gebieden verschillen onderling meer dan toeval geeft" in said
    assert "Een cluster kan gewone spreiding zijn." in said
    assert "gewone spreiding" in (tmp_path / "page.html").read_text("utf-8")


def test_areas_that_differ_by_chance_only_have_no_such_doubt(run: Run, tmp_path: Path) -> None:
    chance = random.Random(5)
    lines = ["area,count,population,x,y"]
    for n in range(100):
        count = sum(chance.random() < 0.02 for _ in range(1000))
        lines.append(f"A{n},{count},1000,{n % 10},{n // 10}")
    words = ("scan", "--table", written(tmp_path / "a.csv", *lines), "--simulations", "99")
    assert run(*words, "--json").json["phi"] < 1.5
    assert "spreiding" not in run(*words).out


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
        (("--series", "s.csv", "--outlines", "few.json"), "area 'A2' of the series has no outline here"),
        (("--series", "twice.csv", "--outlines", "few.json"), "an area has more than one series"),
        (("--table", "minus.csv"), "error: minus.csv: a count of area B (and of 1 more) is negative."),
        (("--table", "half.csv"), "error: half.csv: a count of area A is not a whole number."),
        (("--table", "people.csv"), "error: people.csv: the population of area B is negative."),
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
    written(tmp_path / "minus.csv", "area,count,x,y", "A,1,0,0", "B,-2,0,1", "C,-1,1,1")
    written(tmp_path / "half.csv", "area,count,x,y", "A,1.5,0,0", "B,2,0,1")
    written(tmp_path / "people.csv", "area,count,population,x,y", "A,1,5,0,0", "B,2,-5,0,1")
    written(tmp_path / "twice.csv", "series,area,period,count", "a,A0,2025-01,1", "b,A0,2025-01,2")
    squares(tmp_path / "few.json", 2)
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
