# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The methods that find signals, by name, put to a table of series."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from baken.analysis.tables import SeriesTable

if TYPE_CHECKING:
    from baken.methods.signals.table import SignalTable

_WEEKS, _MONTHS = 52, 12
_LEAST_WEEKS = 260


def with_length(series: SeriesTable, method: str, per_year: int) -> SeriesTable:
    """The series with periods of a length: as the file says, as asked, as the method has it, or as it looks."""
    if series.per_year or per_year:
        return replace(series, per_year=series.per_year or per_year)
    return series


def length_of(series: SeriesTable) -> int:
    """Periods per year; of periods without a length 260 or more are taken for weeks and fewer for months."""
    return series.per_year or (_WEEKS if len(series.periods) >= _LEAST_WEEKS else _MONTHS)


def detect(series: SeriesTable, method: str, monitored: int) -> SignalTable:
    from baken.methods.signals import farrington_flexible as ff

    o = {"noufaily": ff.NOUFAILY, "muan": ff.MUAN, "farrington": ff.FARRINGTON, "noufaily_m": ff.NOUFAILY_MONTHLY, "defaults": ff.DEFAULTS}
    return ff.farrington_flexible(series.counts, o[method], monitored).signals
