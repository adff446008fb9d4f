# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One task of the methods, measured in this process: inputs, our own call and those of the rivals.

    python scripts/bench_tasks.py TASK [own|RIVAL] [THREADS]

Prints one line of JSON. numpy, numba and the inputs come before the clock starts. Our first run counts all
else that a fresh process does: our imports, reading the kept kernels, the call. The rival's counts its call.
"""

from __future__ import annotations

import gzip
import json
import resource
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numba  # noqa: F401
import numpy as np
from numpy.typing import NDArray

from baken.methods import kernels

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT.parent / "shared" / "reference"
SEED = 20130
# A call is repeated for so many seconds, at most so often.
_LONG, _OFTEN = 2.0, 7

Floats = NDArray[np.float64]
Call = Callable[[], object]
Own = Callable[[Any, int], Call]


def honeycomb(rows: int, columns: int) -> tuple[Floats, Floats, NDArray[np.int64]]:
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


def country() -> tuple[Floats, NDArray[np.int64]]:
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


def farrington(of: tuple[Floats, bool], threads: int) -> Call:
    from baken.methods.signals.farrington_flexible import NOUFAILY, NOUFAILY_MONTHLY, farrington_flexible

    counts, weekly = of
    options, monitored = (NOUFAILY, 49) if weekly else (NOUFAILY_MONTHLY, 12)
    return lambda: farrington_flexible(counts, options, monitored, threads=threads)


def pooled(of: tuple[Floats, NDArray[np.int64]], threads: int) -> Call:
    from baken.methods.signals.pooled import PooledBatch, PooledOptions, pooled_signals

    counts, offence = of
    batch, options = PooledBatch(parent=offence, kind=offence), PooledOptions(threads=threads)
    return lambda: pooled_signals(counts, 1, options, batch).q


def field() -> tuple[Floats, NDArray[np.int64]]:
    """Values of 14,000 areas and who touches whom."""
    _, _, pairs = honeycomb(140, 100)
    return np.random.default_rng(SEED).gamma(2, 1, 14_000), pairs


def hotspots(of: tuple[Floats, NDArray[np.int64]], threads: int) -> Call:
    from baken.methods.hotspots.local_association import local_association
    from baken.methods.hotspots.permutation import Permutations
    from baken.methods.neighbours import Neighbours

    values, pairs = of
    near = Neighbours.from_pairs(len(values), pairs)
    return lambda: local_association(values, near, Permutations(999, 1, threads=threads))


def _lists(areas: int, pairs: NDArray[np.int64]) -> list[list[int]]:
    near: list[list[int]] = [[] for _ in range(areas)]
    for one, other in pairs.tolist():
        near[one].append(other)
        near[other].append(one)
    return near


def esda(of: tuple[Floats, NDArray[np.int64]], threads: int) -> Call:
    from esda import G_Local, Moran_Local
    from libpysal.weights import W

    values, pairs = of
    weights = W(dict(enumerate(_lists(len(values), pairs))), silence_warnings=True)
    options = {"permutations": 999, "n_jobs": threads, "keep_simulations": False, "seed": 1}
    return lambda: (Moran_Local(values, weights, **options), G_Local(values, weights, star=True, **options))


def pygeoda(of: tuple[Floats, NDArray[np.int64]], threads: int) -> Call:
    from pygeoda import local_gstar, local_moran, read_gal

    values, pairs = of
    lines = [f"0 {len(values)} honeycomb id"]
    for area, near in enumerate(_lists(len(values), pairs), 1):
        lines += [f"{area} {len(near)}", " ".join(str(one + 1) for one in near)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "honeycomb.gal"
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        weights = read_gal(str(file), [str(area) for area in range(1, len(values) + 1)])
    options = {"permutations": 999, "permutation_method": "complete", "cpu_threads": threads}
    return lambda: (local_moran(weights, values, **options), local_gstar(weights, values, **options))


def scan(of: tuple[Floats, Floats, Floats, Floats], threads: int) -> Call:
    from baken.methods.scans.poisson_scan import ScanOptions, poisson_scan
    from baken.methods.scans.zones import circular_zones

    x, y, cases, people = of
    return lambda: poisson_scan(cases, people, circular_zones(x, y, people), ScanOptions(threads=threads))


def space_time(simulations: int, longest: int | None) -> Own:
    """A prospective scan; ``longest`` is the longest window in months, half of them when left out."""

    def own(of: tuple[Floats, Floats, Floats, Floats], threads: int) -> Call:
        from baken.methods.scans.poisson_scan import ScanOptions
        from baken.methods.scans.space_time_scan import SpaceTimeOptions, space_time_scan
        from baken.methods.scans.zones import ZoneLimits, circular_zones

        x, y, cases, base = of
        scanned = ScanOptions(simulations=simulations, threads=threads)
        options, limits = SpaceTimeOptions(longest=longest, scan=scanned), ZoneLimits(areas=50)
        return lambda: space_time_scan(cases, circular_zones(x, y, base, limits), base, options)

    return own


def events() -> tuple[Floats, Floats]:
    """Places within 10 kilometres and days of a year of 5,000 events."""
    random = np.random.default_rng(SEED)
    return random.random((5_000, 2)) * 10_000, random.random(5_000) * 365


def knox(of: tuple[Floats, Floats], threads: int) -> Call:
    from baken.methods.interaction.knox import PermutationOptions, knox

    return lambda: knox(*of, (200.0,), (14.0,), PermutationOptions(999, threads=threads))


def pointpats(of: tuple[Floats, Floats], _: int) -> Call:
    from pointpats import Knox

    return lambda: Knox(of[0], of[1][:, None], 200, 14, permutations=99)


def pointpats_function(of: tuple[Floats, Floats], _: int) -> Call:
    from pointpats import knox

    return lambda: knox(of[0], of[1][:, None].copy(), 200, 14, permutations=99)


def rates(areas: int) -> tuple[NDArray[np.int64], Floats]:
    """Cases and population by area; the rates of the areas differ."""
    random = np.random.default_rng(SEED)
    people = random.lognormal(6.7, 0.9, areas)
    return random.poisson(people * 0.005 * random.gamma(4, 0.25, areas)), people


def poisson_gamma(of: tuple[NDArray[np.int64], Floats], _: int) -> Call:
    from baken.methods.comparison.poisson_gamma import poisson_gamma

    return lambda: poisson_gamma(*of)


def funnel(of: tuple[NDArray[np.int64], Floats], _: int) -> Call:
    from baken.methods.comparison.funnel import funnel

    return lambda: funnel(of[0].tolist(), of[1].tolist())


def strata() -> tuple[NDArray[np.int64], Floats, Floats]:
    """Cases and population by area and age, and a standard population."""
    random = np.random.default_rng(SEED)
    people = random.lognormal(4, 0.9, (14_000, 18))
    return random.poisson(people * 0.005), people, people.sum(axis=0)


def direct_rates(of: tuple[NDArray[np.int64], Floats, Floats], _: int) -> Call:
    from baken.methods.comparison.standardised import direct_rates

    return lambda: direct_rates(*of)


TASKS: dict[str, tuple[Callable[[], Any], Own, int]] = {
    "farrington-weekly": (lambda: (series("noufaily", (504, 624)), True), farrington, 504 * 49),
    "farrington-monthly": (lambda: (series("monthly", (630, 144)), False), farrington, 630 * 12),
    "pooled": (country, pooled, 580_000),
    "hotspots": (field, hotspots, 14_000),
    "scan": (new_york, scan, 999),
    "space-time-scan": (lambda: towns(40, 25, 1.0), space_time(99, 12), 99),
    "country-scan": (lambda: towns(140, 100, 0.5), space_time(999, None), 999),
    "knox": (events, knox, 999),
    "poisson-gamma": (lambda: rates(14_000), poisson_gamma, 14_000),
    "funnel": (lambda: rates(100), funnel, 100),
    "direct-rates": (strata, direct_rates, 14_000),
}
RIVALS: dict[str, tuple[Own, int | None]] = {
    "esda": (esda, None),
    "pygeoda": (pygeoda, None),
    "pointpats": (pointpats, 99),
    "pointpats-function": (pointpats_function, 99),
}
"""What each does, and how many items unless as many as we."""


def timed(start: Callable[[], Call], own: bool) -> dict[str, float]:
    """Processor and wall seconds of the first run and of the best of some warm ones."""
    if not own:
        call = start()
    wall, used = time.perf_counter(), time.process_time()
    if own:
        call = start()
    call()
    first = time.perf_counter() - wall, time.process_time() - used
    taken: list[tuple[float, float]] = []
    while not taken or (len(taken) < _OFTEN and sum(one for one, _ in taken) < _LONG):
        wall, used = time.perf_counter(), time.process_time()
        call()
        taken.append((time.perf_counter() - wall, time.process_time() - used))
    return {
        "first": first[0],
        "first_processor": first[1],
        "wall": min(one for one, _ in taken),
        "processor": min(one for _, one in taken),
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3,
    }


def main() -> int:
    """Measure one task and print it."""
    task, who, threads = (*sys.argv[1:], *("own", "1")[len(sys.argv) - 2 :])
    warnings.simplefilter("ignore")
    kernels.keep_in(ROOT / "build" / "kernels")
    inputs, own, items = TASKS[task]
    call, others = RIVALS[who] if who != "own" else (own, None)
    data = inputs()
    try:
        found = timed(lambda: call(data, int(threads)), own=who == "own")
    except ModuleNotFoundError as error:
        if who == "own":
            raise
        print(json.dumps({"absent": error.name}))
        return 0
    print(json.dumps(found | {"items": others or items}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
