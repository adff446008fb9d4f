# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken protect`` makes a table safe to publish; ``baken attack`` finds what a table gives away."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from baken.analysis.protected_files import read_protected
from baken.disclosure.certificates.check import checked
from baken.disclosure.certificates.file import read_certificates
from cli.conftest import Run

COUNTS = {
    "B01": (3, 12, 0),
    "B02": (1, 2, 25),
    "B03": (9, 4, 1),
    "B04": (2, 0, 7),
    "B05": (11, 3, 2),
    "B06": (4, 8, 1),
}
BASE = 5


@pytest.fixture
def table(tmp_path: Path) -> Path:
    rows = [(area, kind, count) for area, of in COUNTS.items() for kind, count in zip("xyz", of, strict=True)]
    return written(tmp_path / "counts.csv", ("area", "kind", "count"), rows)


@pytest.fixture
def districts(tmp_path: Path) -> Path:
    rows = [(area, "S1" if area < "B04" else "S2") for area in COUNTS]
    return written(tmp_path / "areas.csv", ("area", "district"), rows)


def written(path: Path, header: tuple[str, ...], rows: Sequence[tuple[object, ...]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as handle:
        csv.writer(handle).writerows([header, *rows])
    return path


def read(folder: Path) -> dict[tuple[str, str], dict[str, str]]:
    with (folder / "table.csv").open(encoding="utf-8", newline="") as handle:
        return {(row["area"], row["kind"]): row for row in csv.DictReader(handle)}


@pytest.mark.parametrize("method", ["rounding", "suppression"])
def test_a_protected_table_withstands_the_attack(
    run: Run, tmp_path: Path, table: Path, districts: Path, method: str
) -> None:
    out = tmp_path / "out"
    words = ("protect", str(table), "--hierarchy", str(districts), "--method", method, "--out", str(out))
    made = run(*words)
    assert (made.code, made.err) == (0, "")
    assert "No small count can be worked out." in made.out
    cells = read(out)
    assert len(cells) == 9 * 4
    assert not [one for one in cells.values() if one["count"] and 0 < int(one["count"]) < BASE]
    assert run("attack", str(out)).code == 0
    proof = checked(read_protected(out).knowledge(), read_certificates(out / "certificates.npz"))
    assert not proof.problems


def test_rounded_tables_add_up_and_leave_larger_counts_alone(
    run: Run, tmp_path: Path, table: Path, districts: Path
) -> None:
    out = tmp_path / "out"
    assert run("protect", str(table), "--hierarchy", str(districts), "--out", str(out)).code == 0
    cells = {place: int(one["count"]) for place, one in read(out).items()}
    assert (cells["B02", "z"], cells["B01", "y"]) == (25, 12)
    assert cells["S1", "x"] == sum(cells[area, "x"] for area in ("B01", "B02", "B03"))
    assert cells["total", "total"] == sum(cells[area, "total"] for area in COUNTS)


def test_figures_of_others_make_counts_fall_and_the_attack_says_how(
    run: Run, tmp_path: Path, table: Path, districts: Path
) -> None:
    out = tmp_path / "out"
    run("protect", str(table), "--hierarchy", str(districts), "--method", "suppression", "--out", str(out))
    hidden = [place for place, one in read(out).items() if not one["count"]]
    leak = next(place for place in hidden if place[0] in COUNTS and place[1] in "xyz")
    true = COUNTS[leak[0]]["xyz".index(leak[1])]
    others = [
        (area, kind, count)
        for area, of in COUNTS.items()
        for kind, count in zip("xyz", of, strict=True)
        if (area, kind) != leak
    ]
    known = written(tmp_path / "known.csv", ("area", "kind", "count"), others)
    answer = run("attack", str(out), "--known", str(known), "--json")
    assert answer.code == 1
    (fallen,) = json.loads(answer.out)["fallen"]
    assert fallen["cell"] == {"area": leak[0], "kind": leak[1]}
    assert fallen["count"] == true
    assert fallen["because"]


def test_protecting_against_figures_of_others(run: Run, tmp_path: Path, table: Path, districts: Path) -> None:
    out = tmp_path / "out"
    totals = [(area, "total", sum(of)) for area, of in COUNTS.items()]
    known = written(tmp_path / "known.csv", ("area", "kind", "count"), totals)
    words = ("protect", str(table), "--hierarchy", str(districts), "--known", str(known), "--out", str(out))
    assert run(*words).code == 0
    assert run("attack", str(out), "--known", str(known)).code == 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("area,kind,count\nB01,x,2.5\n", ""), "a count of 2.5 cannot be"),
        (("area,kind,count\nB01,x,-1\n", ""), "a count of -1 cannot be"),
        (("area,kind,number\nB01,x,1\n", ""), "there is no column 'count'"),
        (("area,kind,count\nB01,x,1\n", "place,district\nB01,S1\n"), "'place' is no column of counts.csv"),
        (("area,kind,count\nB01,x,1\n", "area,district\nB02,S1\n"), "'B01' stands in no row"),
    ],
)
def test_bad_input_is_one_clear_line_and_nothing_is_written(
    run: Run, tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    (tmp_path / "counts.csv").write_text(change[0], encoding="utf-8")
    (tmp_path / "areas.csv").write_text(change[1] or "area,district\nB01,S1\n", encoding="utf-8")
    out = tmp_path / "out"
    answer = run(
        "protect", str(tmp_path / "counts.csv"), "--hierarchy", str(tmp_path / "areas.csv"), "--out", str(out)
    )
    assert answer.code == 2
    assert said in answer.err
    assert answer.err.count("\n") == 1
    assert not out.exists()


def test_what_is_there_is_not_overwritten(run: Run, tmp_path: Path, table: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/mine.txt").write_text("mine")
    answer = run("protect", str(table), "--out", str(tmp_path / "out"))
    assert (answer.code, "is not empty" in answer.err) == (2, True)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_attacking_what_is_no_protected_table(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rule.json").write_text("{}")
    answer = run("attack", str(tmp_path))
    assert answer.code == 2
    assert "not a protected table" in answer.err
