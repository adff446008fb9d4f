# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken hotspots`` on plain files and on the carried figures: never a figure of a small count."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

SIDE = 6


def rows(*columns: str) -> list[str]:
    """A field of 36 areas with a high corner of four, and one small count."""
    lines = [",".join(("area", "count", *columns))]
    for n in range(SIDE * SIDE):
        x, y = n % SIDE, n // SIDE
        count = 3 if n == SIDE * SIDE - 1 else 70 if x < 2 and y < 2 else 12 + n % 3
        cells = {"population": "1000", "x": str(x), "y": str(y)}
        lines.append(",".join((f"A{n}", str(count), *(cells[one] for one in columns))))
    return lines


def written(path: Path, *lines: str) -> str:
    path.write_text("\n".join((*lines, "")), "utf-8")
    return str(path)


def outlines(path: Path) -> str:
    features = []
    for n in range(SIDE * SIDE):
        west, south = 5 + n % SIDE / 100, 50 + n // SIDE / 100
        ring = [
            [west, south],
            [west + 0.01, south],
            [west + 0.01, south + 0.01],
            [west, south + 0.01],
            [west, south],
        ]
        ring = [[round(x, 4), round(y, 4)] for x, y in ring]
        features.append(
            {
                "type": "Feature",
                "properties": {"code": f"A{n}"},
                "geometry": {"type": "Polygon", "coordinates": [ring]},
            }
        )
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return str(path)


def test_a_table_with_points(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", *rows("population", "x", "y"))
    record = run("hotspots", "--table", path, "--seed", "7", "--json").json
    assert set(record["hotspots"]) >= {"A0", "A1", "A6"}
    assert record["areas"][-1] == {"area": "A35", "name": "A35", "suppressed": True}
    said = run("hotspots", "--table", path).out
    assert "Hier ligt het hoog, samen met de buren: " in said
    assert "95%-marge" in said
    assert "A35" not in said


def test_outlines_and_stated_neighbours(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", *rows("population"))
    by_border = run("hotspots", "--table", path, "--outlines", outlines(tmp_path / "o.json"), "--json").json
    assert "A0" in by_border["hotspots"]
    pairs = [f"A{n},A{n + 1}" for n in range(35) if n % SIDE < SIDE - 1]
    pairs += [f"A{n},A{n + SIDE}" for n in range(30)]
    stated = written(tmp_path / "n.csv", "een,ander", *pairs)
    assert (
        run("hotspots", "--table", path, "--neighbours", stated, "--json").json["areas"] == by_border["areas"]
    )


def test_without_population_the_values_are_compared(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", *rows("x", "y"))
    answer = run("hotspots", "--table", path, "--language", "en", "--html", "page.html")
    assert "No population was given" in answer.out
    assert "<svg" in (tmp_path / "page.html").read_text("utf-8")


def test_the_invented_town(run: Run) -> None:
    record = run("hotspots", "GM9999", "--indicator", "zakkenrollerij", "--period", "2025", "--json").json
    assert record["high_by_themselves"] == ["BU99990000"]
    assert record["suppressed"] == 23
    hidden = [one for one in record["areas"] if one["suppressed"]]
    assert all(set(one) == {"area", "name", "suppressed"} for one in hidden)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("--table", "bare.csv"),
            "it is not known which areas are neighbours. Give --outlines or --neighbours",
        ),
        (("--table", "a.csv", "--simulations", "0"), "--simulations is '0'"),
        (("--table", "a.csv", "--minimum", "few"), "--minimum is 'few', not a whole number of 0 or more"),
        (("--table", "a.csv", "--outlines", "no.json"), "the file cannot be read"),
        (("GM9999", "--indicator", "hic", "--outlines", "o.json"), "--outlines goes with --table only"),
    ],
)
def test_wrong_use_is_one_line(run: Run, tmp_path: Path, words: tuple[str, ...], message: str) -> None:
    written(tmp_path / "a.csv", *rows("x", "y"))
    written(tmp_path / "bare.csv", *rows())
    answer = run("hotspots", *words)
    assert (answer.code, answer.out) == (2, "")
    assert message in answer.error_line
