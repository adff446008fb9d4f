# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The figures as the tables and files for machines hold them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
from openpyxl import load_workbook

from .said import Edition, Said

SHEETS = {"nl": "Cijfers", "en": "Figures"}
OVERVIEW = {"nl": "Overzicht", "en": "Overview"}


def _decimal(value: object) -> Decimal | None:
    return None if value in (None, "") else Decimal(str(value))


def in_csv(edition: Edition) -> Iterator[Said]:
    """Every row of the table."""
    for row in csv.DictReader(io.StringIO(edition.files["figures.csv"].decode(), newline="")):
        place = (row["indicator"], row["area"], row["period"])
        yield Said("figures.csv", place, _decimal(row["value"]), printed=False)


def in_parquet(edition: Edition) -> Iterator[Said]:
    """Every row of the table for databases."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "figures.parquet"
        file.write_bytes(edition.files["figures.parquet"])
        with duckdb.connect() as database:
            rows = database.execute(
                "select indicator, area, period, value from read_parquet(?)", [str(file)]
            ).fetchall()
    for indicator, area, period, value in rows:
        yield Said("figures.parquet", (indicator, area, period), _decimal(value), printed=False)


def in_series(edition: Edition) -> Iterator[Said]:
    """Every period of the files that hold one series each."""
    for path, content in edition.files.items():
        if path.startswith("figures/") and path.endswith(".json"):
            for period, one in json.loads(content).items():
                assert one["period"] == period, path
                place = (one["indicator"], one["area"], period)
                yield Said(path, place, _decimal(one["value"]), printed=False)


def in_small_tables(edition: Edition) -> Iterator[Said]:
    """Every row of the tables that stand under charts."""
    for path, content in edition.files.items():
        if path.startswith("figures/") and path.endswith(".csv"):
            for row in csv.DictReader(io.StringIO(content.decode(), newline="")):
                place = (row["indicator"], row["area"], row["period"])
                yield Said(path, place, _decimal(row["value"]), printed=False)


def in_workbook(edition: Edition, language: str) -> Iterator[Said]:
    """Every row of the sheet with all figures."""
    book = load_workbook(io.BytesIO(edition.files[f"figures-{language}.xlsx"]), read_only=True)
    heads, *rows = list(book[SHEETS[language]].iter_rows(min_row=3, values_only=True))
    value = {"nl": "Waarde", "en": "Value"}[language]
    period = {"nl": "Periode", "en": "Period"}[language]
    ids = [one for one in heads if str(one).endswith("(id)")] + [
        one for one in heads if str(one) in {"Gebied (code)", "Area (code)"}
    ]
    for row in rows:
        cells: dict[Any, Any] = dict(zip(heads, row, strict=True))
        place = (str(cells[ids[0]]), str(cells[ids[1]]), str(cells[period]))
        yield Said("workbook", place, _decimal(cells[value]), printed=False)


def in_overview(edition: Edition, language: str) -> Iterator[Said]:
    """The newest figure of each indicator, and that of the reference, on the first sheet with figures."""
    book = load_workbook(io.BytesIO(edition.files[f"figures-{language}.xlsx"]), read_only=True)
    _, *rows = list(book[OVERVIEW[language]].iter_rows(min_row=3, values_only=True))
    names = edition.names(language)
    for row in rows:
        if row[4] is None:
            continue
        name, period = names[str(row[1])], str(row[4])
        yield Said("overview", (name, edition.town, period), _decimal(row[2]), printed=False)
        if row[7] is not None:
            yield Said("overview", (name, edition.reference, period), _decimal(row[7]), printed=False)


def sentences(edition: Edition, language: str) -> list[str]:
    """What the overview says of each indicator in a sentence."""
    book = load_workbook(io.BytesIO(edition.files[f"figures-{language}.xlsx"]), read_only=True)
    return [str(row[10]) for row in book[OVERVIEW[language]].iter_rows(min_row=4, values_only=True)]
