# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A protected table is read as it was written, and a file that does not hang together is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import pytest

from baken.analysis.attacking import already_public, attacked
from baken.analysis.count_tables import CountTable
from baken.analysis.protected_files import proof_of, read_protected, read_rule, to_files
from baken.analysis.protecting import Method, ProtectedTable, Shown, protected
from baken.disclosure.dimension import flat, grouped
from baken.disclosure.layout import Layout
from baken.disclosure.rounding.knowledge import Told
from baken.model.errors import InputError

KEY = b"a secret of thirty-two characters"
BASE = 5
COUNTS = np.array([[3, 12, 0], [1, 2, 25], [9, 4, 1], [2, 0, 7], [11, 3, 2], [4, 8, 1]])
LAYOUT = Layout((flat("area", [f"B{n}" for n in range(6)]), flat("kind", ["x", "y", "z"])))


def table(method: Method = Method.ROUNDING, known: np.ndarray | None = None) -> ProtectedTable:
    return protected(CountTable(LAYOUT, COUNTS), method, BASE, KEY, known)


def written(given: ProtectedTable, place: Path) -> Path:
    for name, content in to_files(given).items():
        (place / name).write_bytes(content)
    return place


def with_absent() -> ProtectedTable:
    """A table of which two parts are not held and one area is published by others."""
    held = np.ones(LAYOUT.inner_shape, np.bool_)
    held[1, 1] = held[2, 0] = False
    complete = LAYOUT.filled((~held).astype(np.int64)) == 0
    public = np.zeros(LAYOUT.shape, np.bool_)
    public[5] = True
    true = LAYOUT.filled(np.where(held, COUNTS, 0))
    known = public.copy()
    known[:6, :3] |= ~held
    inner = np.where(known[:6, :3] | (true[:6, :3] >= BASE), true[:6, :3], 0)
    told = Told(LAYOUT, LAYOUT.filled(inner), known, np.where(known, true, 0), np.zeros_like(held), BASE, 15)
    return ProtectedTable.of_told(told, complete, public)


@pytest.mark.parametrize("make", [table, lambda: table(Method.SUPPRESSION), with_absent])
def test_a_table_is_read_as_it_was_written(tmp_path: Path, make: Callable[[], ProtectedTable]) -> None:
    given = make()
    read = read_protected(written(given, tmp_path))
    for one in ("counts", "shown", "known"):
        np.testing.assert_array_equal(getattr(read, one), getattr(given, one))
    mine, theirs = read.knowledge(), given.knowledge()
    np.testing.assert_array_equal(mine.lower, theirs.lower)
    np.testing.assert_array_equal(mine.upper, theirs.upper)
    assert (read.base, read.method, read.largest_error) == (given.base, given.method, given.largest_error)
    assert read_rule(tmp_path).without_certificate == ()


def test_what_is_not_held_has_no_count_and_counts_as_none(tmp_path: Path) -> None:
    given = with_absent()
    assert (given.counts[1, 1], given.shown[1, 1], given.known[1, 1]) == (-1, Shown.ABSENT, False)
    # Nor has a sum of it, unless others published that.
    assert given.shown[1, 3] == given.shown[6, 1] == Shown.ABSENT
    assert (given.counts[5, 3], given.shown[5, 3]) == (13, Shown.EXACT)
    knowledge = given.knowledge()
    assert knowledge.upper[LAYOUT.number(("B1", "y"))] == 0
    assert b"B1,y,,absent,0\n" in to_files(given)["table.csv"]


def test_small_sums_are_attacked_too() -> None:
    given = table()
    knowledge = given.knowledge()
    small = np.flatnonzero(LAYOUT.filled(COUNTS).ravel() < BASE)
    open_ones = small[knowledge.lower[small] < knowledge.upper[small]]
    assert knowledge.secret[open_ones].all()
    assert np.isin(open_ones, proof_of(given).cells).all()
    found = attacked(given)
    assert (found.safe, found.fallen) == (True, ())


def test_what_others_published_does_not_fall() -> None:
    known = np.zeros(LAYOUT.shape, np.bool_)
    known[0, :2] = True
    known[0, 3] = True
    given = table(known=known)
    # B0 z follows from the two others and their sum, whatever is published here: 15 - 3 - 12.
    assert already_public(given, np.array([LAYOUT.number(("B0", "z"))])) == {LAYOUT.number(("B0", "z"))}
    assert attacked(given).safe


def test_a_small_sum_that_comes_to_light_is_found() -> None:
    areas = ["B0", "B1", "B2", "B3"]
    sums = [("S1", areas[:2]), ("S2", areas[2:]), ("total", areas)]
    layout = Layout((grouped("area", areas, sums),))
    given = protected(CountTable(layout, np.array([1, 2, 9, 30])), Method.ROUNDING, BASE, KEY)
    assert attacked(given).safe
    # Who knows the total knows the sum of the first two, and neither of the two.
    (fallen,) = attacked(given, [(layout.number(("total",)), 42)]).fallen
    assert (layout.codes(fallen.cell), fallen.lower) == (("S1",), 3)


def change(place: Path, old: str, new: str) -> None:
    text = (place / "table.csv").read_text()
    assert old in text
    (place / "table.csv").write_text(text.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("total,total,", "total,total,1", "does not follow from the other cells"),
        ("B0,y,12,exact", "B0,y,12,rounded", "it should be 12 (exact)"),
        ("B0,y,12,exact", "B0,y,13,exact", "does not follow from the other cells"),
        ("B0,y,12,exact", "B0,y,,exact", "a count of '' cannot be 'exact'"),
        ("B0,y,12,exact", "B0,y,-12,exact", "a count of -12 cannot be"),
        ("B0,y,12,exact", "B0,y,2.5,exact", "invalid literal"),
        ("B0,y,12,exact", "B0,y,12,certain", "'certain'"),
        ("B0,y,12,exact", "B9,y,12,exact", "no code 'B9'"),
        ("B0,y,12,exact,0\n", "", "not every cell is there"),
        ("area,kind", "place,kind", "'area'"),
    ],
)
def test_a_table_that_does_not_hang_together_is_refused(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    change(written(table(), tmp_path), old, new)
    with pytest.raises(InputError) as found:
        read_protected(tmp_path)
    assert words in str(found.value)
    assert str(tmp_path / "table.csv") in str(found.value)


@pytest.mark.parametrize(
    "rule",
    [
        {"format": "other"},
        {"base": 1},
        {"largest_error": 4},
        {"dimensions": []},
        {"dimensions": [{"name": str(n), "codes": [*"abcdefgh"], "parts": 8, "sums": []} for n in range(9)]},
        {"dimensions": [{"name": "area", "codes": ["a"], "parts": 2, "sums": []}]},
    ],
)
def test_a_rule_that_cannot_be_is_refused(tmp_path: Path, rule: dict[str, object]) -> None:
    path = written(table(), tmp_path) / "rule.json"
    path.write_bytes(msgspec.json.encode(msgspec.json.decode(path.read_bytes()) | rule))
    with pytest.raises(InputError, match="not a protected table"):
        read_protected(tmp_path)


def test_text_that_is_no_utf_8_is_refused(tmp_path: Path) -> None:
    (written(table(), tmp_path) / "table.csv").write_bytes(b"\xff")
    with pytest.raises(InputError, match="not UTF-8"):
        read_protected(tmp_path)


def test_cells_without_a_certificate_that_sums_do_not_show_are_listed(tmp_path: Path) -> None:
    given = table()
    proof = proof_of(given)
    less = replace(proof, cells=proof.cells[1:], low=proof.low[1:], high=proof.high[1:])
    (tmp_path / "rule.json").write_bytes(to_files(given, less)["rule.json"])
    assert read_rule(tmp_path).without_certificate == (int(proof.cells[0]),)
