# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The strict layout under the headings of a spreadsheet, and what published figures have besides."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from baken.areas.load import load_register
from baken.catalogue.catalogue import load_catalogue
from baken.model.errors import InputError
from baken.model.text import Language
from baken.sources.figure_table import KNOWN, read_figure_table
from baken.sources.own.layout import EXPLAINING, HEADINGS
from baken.sources.own.reading import OwnReading, read_own

DAY = date(2026, 11, 21)
CELLS = {
    "indicator": "geweld",
    "area": "GM0935",
    "period": "2024",
    "value": "5.2",
    "status": "measured",
    "unit": "per_1000_inhabitants",
    "precision": "count with denominator",
    "count": "632",
    "denominator": "121600",
    "spread": "4",
    "spread_limit": "10",
}


def write(path: Path, cells: dict[str, str]) -> Path:
    path.write_text("".join(f"{','.join(line)}\n" for line in (cells, cells.values())), "utf-8")
    return path


def read(path: Path) -> OwnReading:
    return read_own(path, None, load_catalogue(), load_register("GM0935").areas, DAY)


@pytest.mark.parametrize("language", Language)
def test_columns_may_have_the_headings_of_the_spreadsheet(tmp_path: Path, language: Language) -> None:
    headed = {HEADINGS[name].in_(language): text for name, text in CELLS.items()}
    explained = {text.in_(language): "anything at all" for text in EXPLAINING.values()}
    (found,) = read(write(tmp_path / "own.csv", explained | headed)).observations
    (plain,) = read(write(tmp_path / "plain.csv", CELLS)).observations
    assert found == plain
    assert (found.value, found.count, found.spread, found.spread_limit) == (Decimal("5.2"), 632, 4, 10)


def test_every_column_has_a_heading() -> None:
    assert set(HEADINGS) == set(KNOWN)


def test_a_column_under_its_name_and_its_heading_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "own.csv", CELLS | {"Waarde": "5.3"})
    with pytest.raises(InputError, match="stands there twice"):
        read(path)


def test_a_heading_that_nobody_knows_is_still_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "own.csv", CELLS | {"Anotatie": "x"})
    with pytest.raises(InputError, match="the column 'Anotatie' is not known"):
        read(path)


def test_protected_counts_are_told(tmp_path: Path) -> None:
    found = read(write(tmp_path / "own.csv", CELLS))
    assert found.notes == ("figures with a protected count: 1; each can be off by its 'spread'",)
    without = {name: text for name, text in CELLS.items() if not name.startswith("spread")}
    assert read(write(tmp_path / "own.csv", without)).notes == ()


def test_margins_and_spread_are_read_from_a_table_of_figures_too(tmp_path: Path) -> None:
    cells = CELLS | {"lower": "4.8", "upper": "5.6"}
    path = write(tmp_path / "own.csv", cells)
    (found,) = read_figure_table(path, load_catalogue(), load_register("GM0935").areas, "own@today")
    assert (found.lower, found.upper, found.spread) == (Decimal("4.8"), Decimal("5.6"), 4)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"spread": "-1"}, "whole number"),
        ({"lower": "x"}, "not a number"),
        ({"lower": "9", "upper": "1"}, "margins"),
    ],
)
def test_what_cannot_be_a_margin_or_a_spread_is_refused(
    tmp_path: Path, cells: dict[str, str], words: str
) -> None:
    with pytest.raises(InputError, match=words):
        read(write(tmp_path / "own.csv", CELLS | cells))
