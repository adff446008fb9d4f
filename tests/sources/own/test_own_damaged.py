# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""However a file is damaged, it gives the figures that stand in it or a refusal, and never another figure."""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from baken.areas.load import load_register
from baken.catalogue.catalogue import load_catalogue
from baken.documents.sheets import letters
from baken.model.errors import BakenError
from baken.model.observation import Presence
from baken.sources.own import Columns, Fixed, Mapping, read_own
from workbooks import delimited, excel, ods, repacked

ROWS: list[list[object]] = [
    ["Indicator", 2017, 2018, 2019, 2020, 2021],
    ["Vermogen", 28.6, 22.1, 23.7, 14.3, 12.8],
    ["Halt", 18, 18, 19, 29, 18],
    ["Onveilig", 24.2, "GM", 20.5, "GM", 18.7],
    ["Geweld", 6.4, ".", 6.7, "<5", 5.1],
]
MAPPING = Mapping(
    layout="wide",
    header=1,
    columns=Columns(indicator="Indicator"),
    fixed=Fixed(area="GM0935"),
    periods={str(n): str(n) for n in range(2017, 2022)},
    indicators={
        "Vermogen": "vermogensdelicten",
        "Halt": "halt",
        "Onveilig": "onveilig-in-buurt",
        "Geweld": "geweld",
    },
)
SPOTS = [(row, column) for row in range(1, len(ROWS)) for column in range(1, 6)]
AREAS = load_register("GM0935").areas
Said = tuple[Presence, Decimal | None]
BYTES = b"\0\t\n\r \"%&'*+,-./0123456789:;<=>?@AGM[]_ae\x7f\x80\x9d\xa0\xc3\xff"


def said(path: Path) -> dict[tuple[int, int], Said]:
    """What the cells with figures say, by place; a figure that is not read is not in it."""
    found = read_own(path, MAPPING, load_catalogue(), AREAS, date(2026, 11, 21)).observations
    names = [MAPPING.indicators[str(row[0])] for row in ROWS[1:]]
    answer = {
        (names.index(one.indicator) + 1, one.period.year - 2016): (one.presence, one.value) for one in found
    }
    assert len(answer) == len(found)
    return answer


def said_or_refused(path: Path) -> dict[tuple[int, int], Said] | None:
    """The same, or nothing where the file is refused; any other failure is one of the test."""
    try:
        return said(path)
    except BakenError as error:
        refusal = str(error)
    assert refusal
    assert "\n" not in refusal
    return None


def mutated(data: bytes, chance: random.Random) -> tuple[bytes, int]:
    """The data with one byte changed, put in or taken out, and where."""
    at = chance.randrange(len(data))
    new = bytes([chance.choice(BYTES)])
    what = chance.randrange(3)
    return data[:at] + (b"" if what == 2 else new) + data[at + (what != 1) :], at


def torn(data: bytes, chance: random.Random) -> bytes:
    """The data with a piece cut out, doubled or moved."""
    first, second = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    second = min(second, first + 40)
    piece = data[first:second]
    return chance.choice((data[:first] + data[second:], data[:first] + piece + data[first:], data[:second]))


def in_text(data: bytes, at: int) -> tuple[int, int]:
    """The row and column of a byte of the text file."""
    before = data[:at]
    return before.count(b"\n"), before.rpartition(b"\n")[2].count(b";")


def in_excel(data: bytes, at: int) -> tuple[int, int]:
    for cell in re.finditer(rb'<c r="([A-Z])([0-9]+)".*?</c>', data):
        if cell.start() <= at < cell.end():
            return int(cell[2]) - 1, ord(cell[1]) - ord("A")
    return -1, -1


def in_ods(data: bytes, at: int) -> tuple[int, int]:
    before = data[: at + 1]
    row = before.rpartition(b"<table:table-row>")[2]
    return before.count(b"<table:table-row>") - 1, row.count(b"<table:table-cell") - 1


CASES: dict[str, tuple[Callable[..., Path], str, Callable[[bytes, int], tuple[int, int]]]] = {
    "csv": (delimited, "", in_text),
    "xlsx": (excel, "xl/worksheets/sheet1.xml", in_excel),
    "ods": (ods, "content.xml", in_ods),
}


def base(folder: Path, kind: str) -> Path:
    make = CASES[kind][0]
    return make(folder / f"own.{kind}", ROWS if kind == "csv" else {"S": ROWS})


def part_of(path: Path, part: str) -> bytes:
    if not part:
        return path.read_bytes()
    with zipfile.ZipFile(path) as packed:
        return packed.read(part)


def with_part(path: Path, part: str, data: bytes, original: bytes) -> None:
    path.write_bytes(data if not part else original)
    if part:
        repacked(path, lambda name, old: data if name == part else old)


def damage_cells(folder: Path, kind: str, seed: int, count: int) -> int:
    """Damage one byte of the cells, many times; how often the file was still read."""
    chance = random.Random(seed)
    path = base(folder, kind)
    original, expected = path.read_bytes(), said(path)
    assert set(expected) == set(SPOTS)
    _, part, spot_of = CASES[kind]
    data = part_of(path, part)
    read = 0
    for _ in range(count):
        changed, at = mutated(data, chance)
        with_part(path, part, changed, original)
        found = said_or_refused(path)
        if found is None:
            continue
        read += 1
        wrong = {spot for spot in SPOTS if found.get(spot) != expected[spot]}
        row, column = spot_of(data, at)
        # A byte between two cells belongs to both: taking it out lengthens the one before it.
        near = {(row, column), (row, column - 1), (row, column + 1)} if kind == "csv" else {(row, column)}
        assert wrong <= near, (
            f"{letters(column)}{row + 1}: {data[at - 20 : at + 20]!r} {changed[at - 20 : at + 20]!r}"
        )
        assert len(wrong) <= 1
        assert set(found) == set(SPOTS)
    return read


def damage_files(folder: Path, kind: str, seed: int, count: int) -> int:
    """Damage the file as it lies on the disk, many times; how often it was still read."""
    chance = random.Random(seed)
    path = base(folder, kind)
    original, expected = path.read_bytes(), said(path)
    read = 0
    for n in range(count):
        path.write_bytes(torn(original, chance) if n % 2 else mutated(original, chance)[0])
        found = said_or_refused(path)
        if found is None:
            continue
        read += 1
        if kind != "csv":  # the checksums of the parts let nothing else through
            assert found == expected
    return read


def damage_parts(folder: Path, kind: str, seed: int, count: int) -> int:
    """Damage any part of a workbook, many times and in many ways; how often it was still read."""
    chance = random.Random(seed)
    path = base(folder, kind)
    original = path.read_bytes()
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    read = 0
    for _ in range(count):
        part = chance.choice(sorted(parts))
        data = parts[part]
        for _ in range(chance.randrange(1, 4)):
            data = torn(data, chance) if chance.random() < 0.5 else mutated(data or b" ", chance)[0]
        with_part(path, part, data, original)
        read += said_or_refused(path) is not None
    return read


@pytest.mark.parametrize("kind", CASES)
def test_a_damaged_cell_changes_no_other_cell(tmp_path: Path, kind: str) -> None:
    assert damage_cells(tmp_path, kind, 1, 700) > 20


@pytest.mark.parametrize("kind", CASES)
def test_a_damaged_file_is_read_or_refused(tmp_path: Path, kind: str) -> None:
    assert damage_files(tmp_path, kind, 2, 350) < 350


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_damaged_part_is_read_or_refused(tmp_path: Path, kind: str) -> None:
    assert damage_parts(tmp_path, kind, 3, 250) > 5


@pytest.mark.slow
@pytest.mark.parametrize("kind", CASES)
def test_a_damaged_table_is_read_or_refused_at_length(tmp_path: Path, kind: str) -> None:
    assert damage_cells(tmp_path, kind, 4, 2000) > 100
    assert damage_files(tmp_path, kind, 5, 1000) < 1000
    if kind != "csv":
        assert damage_parts(tmp_path, kind, 6, 1000) > 20
