# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Answers of the methods as they come out for small made-up tables, for the tests of their pages."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np

from analysis.making import grid, series
from baken.analysis.compare import CompareAnswer, CompareQuestion, ask_compare
from baken.analysis.hotspots import HotspotAnswer, HotspotQuestion, ask_hotspots
from baken.analysis.scan import ScanAnswer, ScanQuestion, ask_scan
from baken.analysis.signals import SignalAnswer, SignalQuestion
from baken.analysis.trend import TrendAnswer, TrendQuestion, ask_trend
from baken.methods.reason import Reason
from baken.methods.signals.table import SignalTable
from baken.model.text import Text
from baken.publications.answers import Answer

NAME = Text("Diefstal <in>", "Theft <in>")
# A corner of four high areas in a field of 25; a small count in the opposite corner, and one unknown.
CASES = [
    60,
    58,
    12,
    11,
    10,
    57,
    61,
    13,
    10,
    12,
    11,
    12,
    10,
    13,
    11,
    12,
    10,
    11,
    12,
    10,
    13,
    11,
    12,
    np.nan,
    3,
]
PEOPLE = [1000.0 + 10 * n for n in range(25)]


@cache
def falling() -> TrendAnswer:
    """Months that fall, with a season, one month missing and one far off."""
    months = [round(60 * 0.985**n + 12 * np.cos(n / 12 * 2 * np.pi)) for n in range(96)]
    row = [float(one) for one in months]
    row[40], row[70] = np.nan, row[70] * 4
    parts = series([one * 0.6 // 1 for one in row], [30.0 + (n * 7) % 5 for n in range(96)])
    parts = replace(parts, kinds=("inbraak", "overig"), labels={"inbraak": Text("Inbraak", "Burglary")})
    question = TrendQuestion(series=series(row), name=NAME, parts=parts, pandemic=(2020, 2021))
    return ask_trend(question)


@cache
def unknown_trend() -> TrendAnswer:
    """A series of nothing but zeros."""
    return ask_trend(TrendQuestion(series=series([0.0] * 8, per_year=1), name=NAME))


@cache
def found_by_looking() -> TrendAnswer:
    """A yearly series that rises because the police look."""
    row = [100.0, 115.0, 128.0, 150.0, 171.0, 190.0, 224.0]
    return ask_trend(TrendQuestion(series=series(row, per_year=1), name=NAME, found_by_looking=True))


@cache
def compared() -> CompareAnswer:
    """A field with four high areas, a small count and an unknown one."""
    return ask_compare(CompareQuestion(areas=grid(CASES, PEOPLE), name=NAME, about="A07"))


@cache
def hot() -> HotspotAnswer:
    """The hotspots of that field."""
    return ask_hotspots(HotspotQuestion(areas=grid(CASES, PEOPLE), name=NAME, simulations=199))


@cache
def scanned() -> ScanAnswer:
    """The clusters of that field."""
    return ask_scan(ScanQuestion(areas=grid(CASES, PEOPLE), name=NAME, simulations=99))


@cache
def scanned_in_time() -> ScanAnswer:
    """A field of twelve months in which two areas flare up at the end."""
    chance = np.random.default_rng(3)
    cases = chance.poisson(4.0, (25, 12)).astype(float)
    cases[:2, -2:] = 40
    areas = replace(grid(CASES), cases=cases, periods=tuple(f"2025-{n:02d}" for n in range(1, 13)))
    return ask_scan(ScanQuestion(areas=areas, name=NAME, simulations=99))


def signalled(rows: int = 3) -> SignalAnswer:
    """Series of four years: a signal in the newest month of the first, the last cannot be judged."""
    chance = np.random.default_rng(4)
    counts = chance.poisson(6.0, (rows, 48)).astype(float)
    counts[0, -1] = 30
    seen = counts[:, -12:]
    alarm = np.zeros(seen.shape, dtype=bool)
    alarm[0, -1] = True
    reason = np.zeros(seen.shape, dtype=np.int8)
    if rows > 1:
        reason[-1] = Reason.TOO_FEW_PERIODS
    blank = np.where(reason > 0, np.nan, 1.0)
    found = SignalTable(36, seen, 6 * blank, 12 * blank, 0.2 * blank, 0 * blank, alarm, reason)
    table = replace(
        series(*counts.tolist()),
        kinds=("inbraak",) * rows,
        labels={"inbraak": Text("Inbraak", "Burglary"), "s0": Text("Wyck", "Wyck")},
    )
    themes = {"inbraak": Text("Diefstal", "Theft")}
    question = SignalQuestion(series=table, method="pooled", monitored=12, themes=themes)
    return SignalAnswer(question=question, result=found)


def every() -> dict[str, Answer]:
    """One answer of each kind."""
    return {
        "trend": falling(),
        "unknown": unknown_trend(),
        "looking": found_by_looking(),
        "compare": compared(),
        "hotspots": hot(),
        "scan": scanned(),
        "space-time": scanned_in_time(),
        "signals": signalled(),
        "one": signalled(1),
    }
