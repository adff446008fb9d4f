# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The figures in small files: a table for each indicator, and a file for each indicator in each area."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from baken.publications.datasets.outputs import SERIES
from baken.publications.open_data import Record, dump, series_path, to_csv


def table_path(indicator: str) -> str:
    """The table with the figures of one indicator in all areas."""
    return f"{SERIES}{quote(indicator, safe='')}.csv"


def series_files(figures: Iterable[Record]) -> dict[str, bytes]:
    """The small files by their path.

    The table of an indicator has the columns of the table of all figures. The file of an indicator in an area
    holds its figures by period: each has an address of its own.
    """
    tables: dict[str, list[Record]] = {}
    series: dict[str, dict[str, Record]] = {}
    for one in figures:
        indicator = str(one["indicator"])
        tables.setdefault(table_path(indicator), []).append(one)
        series.setdefault(series_path(indicator, str(one["area"])), {})[str(one["period"])] = one
    found = {path: to_csv(rows) for path, rows in tables.items()}
    found |= {path: dump(periods) for path, periods in series.items()}
    return {path: found[path] for path in sorted(found)}
