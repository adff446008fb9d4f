# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One task of the methods, measured in this process: our own call or that of a rival.

    python scripts/bench_tasks.py TASK own|RIVAL THREADS

Prints one line of JSON. numpy, numba and the inputs come before the clock starts. Our first run counts all
else that a fresh process does: our imports, reading the kept kernels, the call. The rival's counts its call.
"""

# ruff: noqa: PLC0415 - imports are part of what is measured, and a rival may be absent.

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import bench_inputs
import numba  # noqa: F401
from bench_inputs import Floats, Whole

from baken.methods import kernels

ROOT = Path(__file__).parent.parent
# A call is repeated for so many seconds, at most so often.
_LONG, _OFTEN = 2.0, 7

Field = tuple[Floats, Whole]
Places = tuple[Floats, Floats, Floats, Floats]
Rates = tuple[Whole, Floats]
Call = Callable[[], object]
Own = Callable[[Any, int], Call]


def farrington(of: tuple[Floats, bool], threads: int) -> Call:
    """All series of weeks or of months."""
    from baken.methods.signals.farrington_flexible import NOUFAILY, NOUFAILY_MONTHLY, farrington_flexible

    counts, weekly = of
    options, monitored = (NOUFAILY, 49) if weekly else (NOUFAILY_MONTHLY, 12)
    return lambda: farrington_flexible(counts, options, monitored, threads=threads)


def pooled(of: Field, threads: int) -> Call:
    """The newest month of all series, with the false discovery rate."""
    from baken.methods.signals.pooled import PooledBatch, PooledOptions, pooled_signals

    counts, offence = of
    batch, options = PooledBatch(parent=offence, kind=offence), PooledOptions(threads=threads)
    return lambda: pooled_signals(counts, 1, options, batch).q


def hotspots(of: Field, threads: int) -> Call:
    """Both statistics from one set of draws."""
    from baken.methods.hotspots.local_association import local_association
    from baken.methods.hotspots.permutation import Permutations
    from baken.methods.neighbours import Neighbours

    values, pairs = of
    near = Neighbours.from_pairs(len(values), pairs)
    return lambda: local_association(values, near, Permutations(999, 1, threads=threads))


def _lists(areas: int, pairs: Whole) -> list[list[int]]:
    near: list[list[int]] = [[] for _ in range(areas)]
    for one, other in pairs.tolist():
        near[one].append(other)
        near[other].append(one)
    return near


def esda(of: Field, threads: int) -> Call:
    """Both statistics, each with its own draws."""
    from esda import G_Local, Moran_Local
    from libpysal.weights import W

    values, pairs = of
    weights = W(dict(enumerate(_lists(len(values), pairs))), silence_warnings=True)
    options = {"permutations": 999, "n_jobs": threads, "keep_simulations": False, "seed": 1}
    return lambda: (Moran_Local(values, weights, **options), G_Local(values, weights, star=True, **options))


def pygeoda(of: Field, threads: int) -> Call:
    """Both statistics with draws of their own for every area."""
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


def scan(of: Places, threads: int) -> Call:
    """Circles up to half of the population, the making of them included."""
    from baken.methods.scans.poisson_scan import ScanOptions, poisson_scan
    from baken.methods.scans.zones import circular_zones

    x, y, cases, people = of
    return lambda: poisson_scan(cases, people, circular_zones(x, y, people), ScanOptions(threads=threads))


def space_time(simulations: int, longest: int | None) -> Own:
    """A prospective scan; ``longest`` is the longest window in months, half of them when left out."""

    def own(of: Places, threads: int) -> Call:
        from baken.methods.scans.poisson_scan import ScanOptions
        from baken.methods.scans.space_time_scan import SpaceTimeOptions, space_time_scan
        from baken.methods.scans.zones import ZoneLimits, circular_zones

        x, y, cases, base = of
        scanned = ScanOptions(simulations=simulations, threads=threads)
        options, limits = SpaceTimeOptions(longest=longest, scan=scanned), ZoneLimits(areas=50)
        return lambda: space_time_scan(cases, circular_zones(x, y, base, limits), base, options)

    return own


def knox(of: tuple[Floats, Floats], threads: int) -> Call:
    """All pairs, and 999 permutations."""
    from baken.methods.interaction.knox import PermutationOptions, knox

    return lambda: knox(*of, (200.0,), (14.0,), PermutationOptions(999, threads=threads))


def pointpats(of: tuple[Floats, Floats], _: int) -> Call:
    """The class that takes the place of the function."""
    from pointpats import Knox

    return lambda: Knox(of[0], of[1][:, None], 200, 14, permutations=99)


def pointpats_function(of: tuple[Floats, Floats], _: int) -> Call:
    """The function, which is deprecated and keeps fewer figures."""
    from pointpats import knox

    return lambda: knox(of[0], of[1][:, None].copy(), 200, 14, permutations=99)


def poisson_gamma(of: Rates, _: int) -> Call:
    """Shrunken rates with limits."""
    from baken.methods.comparison.poisson_gamma import poisson_gamma

    return lambda: poisson_gamma(*of)


def funnel(of: Rates, _: int) -> Call:
    """Limits with and without overdispersion, in plain Python."""
    from baken.methods.comparison.funnel import funnel

    return lambda: funnel(of[0].tolist(), of[1].tolist())


def direct_rates(of: tuple[Whole, Floats, Floats], _: int) -> Call:
    """Rates and limits over all strata."""
    from baken.methods.comparison.standardised import direct_rates

    return lambda: direct_rates(*of)


TASKS: dict[str, tuple[Callable[[], Any], Own, int]] = {
    "farrington-weekly": (lambda: (bench_inputs.series("noufaily", (504, 624)), True), farrington, 504 * 49),
    "farrington-monthly": (lambda: (bench_inputs.series("monthly", (630, 144)), False), farrington, 630 * 12),
    "pooled": (bench_inputs.country, pooled, 580_000),
    "hotspots": (bench_inputs.field, hotspots, 14_000),
    "scan": (bench_inputs.new_york, scan, 999),
    "space-time-scan": (lambda: bench_inputs.towns(40, 25, 1.0), space_time(99, 12), 99),
    "country-scan": (lambda: bench_inputs.towns(140, 100, 0.5), space_time(999, None), 999),
    "knox": (bench_inputs.events, knox, 999),
    "poisson-gamma": (lambda: bench_inputs.rates(14_000), poisson_gamma, 14_000),
    "funnel": (lambda: bench_inputs.rates(100), funnel, 100),
    "direct-rates": (bench_inputs.strata, direct_rates, 14_000),
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
    task, who, threads = sys.argv[1:]
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
