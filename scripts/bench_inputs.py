# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Inputs for the timing of the methods: of a believable size, the same each time."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

REFERENCE = Path(__file__).parents[2] / "shared" / "reference"
SEED = 20130

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


def honeycomb(rows: int, columns: int) -> tuple[Floats, Floats, Whole]:
    """Places x and y of areas in rows that are shifted by half, and the pairs that touch."""
    row, column = np.divmod(np.arange(rows * columns), columns)
    x, y = column + 0.5 * (row % 2), row * np.sqrt(0.75)
    pairs = []
    for down, right, odd in ((0, 1, None), (1, 0, None), (1, -1, 0), (1, 1, 1)):
        there = (row + down < rows) & (column + right >= 0) & (column + right < columns)
        there &= True if odd is None else row % 2 == odd
        place = np.flatnonzero(there)
        pairs.append(np.column_stack([place, place + down * columns + right]))
    return x, y, np.concatenate(pairs)


def series(name: str, shape: tuple[int, int]) -> Floats:
    """Series as other software was measured on, or as many of a like kind."""
    path = REFERENCE / f"{name}_series.csv.gz"
    if path.exists():
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            return np.ascontiguousarray(np.loadtxt(lines, delimiter=",", skiprows=1)[:, 1:])
    random = np.random.default_rng(SEED)
    year = 52 if name == "noufaily" else 12
    level = np.exp(random.uniform(-2, 4, shape[0]))[:, None]
    wave = np.exp(0.4 * np.cos(2 * np.pi * np.arange(shape[1]) / year))
    return random.negative_binomial(2 * level * wave, 2 / 3).astype(np.float64)


def country() -> tuple[Floats, Whole]:
    """Counts of 40 offences in 14,500 areas over 120 months, most of them 0, and the offence of each series.

    A good 800,000 offences a year over 18 million people; an area has its own rate, an offence its season
    and trend.
    """
    random = np.random.default_rng(SEED)
    areas, offences, months = 14_500, 40, 120
    people = random.lognormal(6.7, 0.9, areas)
    rate = random.lognormal(0, 1.5, offences)
    rate *= 820_000 / 12 / rate.sum() / people.sum()
    counts = np.empty((areas * offences, months))
    month = np.arange(months)
    for offence in range(offences):
        height, top, trend = random.uniform(0, 0.4), random.uniform(0, 12), random.normal(0, 0.05)
        shape = np.exp(height * np.cos(2 * np.pi * (month - top) / 12) + trend * (month / 12 - 5))
        level = rate[offence] * people * random.gamma(2, 0.5, areas)
        counts[offence * areas : (offence + 1) * areas] = random.poisson(level[:, None] * shape)
    return counts, np.repeat(np.arange(offences), areas)


def towns(rows: int, columns: int, mean: float) -> tuple[Floats, Floats, Floats, Floats]:
    """Places a little off a honeycomb, counts of twelve months, and the population of each."""
    random = np.random.default_rng(SEED)
    x, y, _ = honeycomb(rows, columns)
    x, y = (of + random.uniform(-0.2, 0.2, len(x)) for of in (x, y))
    people = random.lognormal(6.7, 0.9, len(x))
    base = np.repeat((people / people.mean() * mean)[:, None], 12, axis=1)
    return x, y, random.poisson(base).astype(np.float64), base


def new_york() -> tuple[Floats, Floats, Floats, Floats]:
    """Places, cases and population of 281 tracts, or as many of a like kind."""
    path = REFERENCE / "ny_leukemia_input.csv"
    if path.exists():
        of = np.genfromtxt(path, delimiter=",", names=True)
        return of["longitude"], of["latitude"], of["cases"], of["population"]
    random = np.random.default_rng(SEED)
    x, y = random.random((2, 281))
    people = random.integers(100, 8_000, 281).astype(np.float64)
    return x, y, random.poisson(people * 552 / people.sum()).astype(np.float64), people


def field() -> tuple[Floats, Whole]:
    """Values of 14,000 areas and who touches whom."""
    _, _, pairs = honeycomb(140, 100)
    return np.random.default_rng(SEED).gamma(2, 1, 14_000), pairs


def events() -> tuple[Floats, Floats]:
    """Places within 10 kilometres and days of a year of 5,000 events."""
    random = np.random.default_rng(SEED)
    return random.random((5_000, 2)) * 10_000, random.random(5_000) * 365


def rates(areas: int) -> tuple[Whole, Floats]:
    """Cases and population by area; the rates of the areas differ."""
    random = np.random.default_rng(SEED)
    people = random.lognormal(6.7, 0.9, areas)
    return random.poisson(people * 0.005 * random.gamma(4, 0.25, areas)), people


def strata() -> tuple[Whole, Floats, Floats]:
    """Cases and population by area and age, and a standard population."""
    random = np.random.default_rng(SEED)
    people = random.lognormal(4, 0.9, (14_000, 18))
    return random.poisson(people * 0.005), people, people.sum(axis=0)
