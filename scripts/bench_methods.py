# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the methods must do in time and memory, beside the software of the field; ``bench.py`` prints it.

Every figure comes from several fresh processes (``bench_tasks.py``), taken in turn with the rival's, with the
kernels kept from an earlier run. Processor time is the shortest of them, because a busy machine only makes it
longer; wall time and memory are the median. Rivals in R are not run: what is known of them was measured
elsewhere, and their names say so.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench_inputs import REFERENCE

ROOT = Path(__file__).parent.parent
KEPT = "BAKEN_KERNELS"
RUNS = 3
_IN_R = "in R, one core, measured elsewhere"

Rival = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Found:
    """One figure; a goal is the most it may be, and of a ``speed`` the least."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    rival: Rival | None = None
    speed: bool = False


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of a warm call and of the first one, beyond imports of numpy and numba; memory in MB.

    ``items`` is how many things one call does, such as fits or permutations.
    """

    processor: float
    wall: float
    first: float
    first_processor: float
    memory: float
    items: int


def run(task: str, who: str = "own", threads: int = 1) -> Timing | None:
    """One fresh process; None (and a line that says so) when the rival is not installed."""
    command = [sys.executable, str(ROOT / "scripts" / "bench_tasks.py"), task, who, str(threads)]
    # A matrix product must not take a second core where one is measured.
    limits = {"OPENBLAS_NUM_THREADS": str(threads), "OMP_NUM_THREADS": str(threads)}
    done = subprocess.run(
        command, check=True, cwd=ROOT, env=_environment() | limits, stdout=subprocess.PIPE, text=True
    )
    found = json.loads(done.stdout.splitlines()[-1])
    if "absent" in found:
        print(f"{found['absent']} is not installed: {task} is measured without it", file=sys.stderr)
        return None
    return Timing(**found)


@cache
def keep_kernels() -> None:
    """Compile what is not kept yet, once: what is measured comes after the set-up."""
    command = [str(Path(sys.executable).parent / "baken"), "warm"]
    subprocess.run(command, check=True, cwd=ROOT, env=_environment(), stdout=subprocess.DEVNULL)


def _environment() -> dict[str, str]:
    return {KEPT: str(ROOT / "build" / "kernels")} | dict(os.environ)


def _summary(runs: list[Timing]) -> Timing:
    return Timing(
        processor=min(one.processor for one in runs),
        wall=statistics.median(one.wall for one in runs),
        first=statistics.median(one.first for one in runs),
        first_processor=min(one.first_processor for one in runs),
        memory=statistics.median(one.memory for one in runs),
        items=runs[0].items,
    )


def in_turn(task: str, *others: tuple[str, int], runs: int = RUNS) -> list[Timing | None]:
    """Ourselves on one core and on two, and others (who, threads), each in several processes in turn."""
    keep_kernels()
    taken: dict[tuple[str, int], list[Timing]] = {who: [] for who in (("own", 1), ("own", 2), *others)}
    absent: set[tuple[str, int]] = set()
    for _ in range(runs):
        for who, found in taken.items():
            one = None if who in absent else run(task, *who)
            if one is None:
                absent.add(who)
            else:
                found.append(one)
    return [_summary(found) if found else None for found in taken.values()]


def both(task: str, runs: int = RUNS) -> tuple[Timing, Timing]:
    """Ourselves on one core and on two."""
    one, two = in_turn(task, runs=runs)
    if one is None or two is None:
        raise RuntimeError(f"{task} was not measured")
    return one, two


def beside(task: str, *others: tuple[str, int]) -> tuple[Timing, Timing, list[Timing | None]]:
    """Ourselves on one core and on two, and each of the others, None if it is not installed."""
    one, two, *rivals = in_turn(task, *others)
    if one is None or two is None:
        raise RuntimeError(f"{task} was not measured")
    return one, two, rivals


def _of(name: str, rival: Timing | None, what: Callable[[Timing], float]) -> Rival | None:
    return None if rival is None else (name, what(rival))


def _simulated(file: str) -> str:
    return "" if (REFERENCE / file).exists() else " (simulated)"


def farrington() -> Iterator[Found]:
    """Fits per processor second, and how long the same takes on two cores."""
    for size, known, goal in (("weekly", 104.0, 400.0), ("monthly", 142.0, 800.0)):
        name = f"Farrington flexible, {size}"
        name += _simulated({"weekly": "noufaily_series.csv.gz", "monthly": "monthly_series.csv.gz"}[size])
        one, two = both(f"farrington-{size}")
        rival = f"surveillance {_IN_R}", known
        yield Found(f"{name}, one core", one.items / one.processor, "fits/s", goal, rival, speed=True)
        yield from _on_two(f"{name}, {one.items} fits", two)


def _on_two(name: str, two: Timing, goal: float | None = None, rival: Rival | None = None) -> Iterator[Found]:
    yield Found(f"{name}, two cores, wall", two.wall, "s", goal, rival)
    yield Found(f"{name}, two cores, processor", two.processor, "s")


def pooled() -> Iterator[Found]:
    """One month of the country, from the first call in a fresh process: a batch is run once."""
    one, two = both("pooled", runs=1)
    name, rival = f"pooled signals, a month of {one.items} series", (f"surveillance {_IN_R}", 6.5 * 3600)
    yield Found(f"{name}, two cores, wall", two.first, "s", 10.0, rival)
    yield Found(f"{name}, two cores, processor", two.first_processor, "s")
    yield Found(f"{name}, one core", one.first_processor, "s", None, rival)
    yield Found(f"{name}, memory", two.memory, "MB", 2000.0)


def hotspots() -> Iterator[Found]:
    """G* and local Moran on a honeycomb, beside two rivals that are asked for both as well."""
    one, two, (esda, geoda) = beside("hotspots", ("esda", 1), ("pygeoda", 2))
    name = f"G* and local Moran, {one.items} areas, 999 fresh permutations"
    for rival, other in (("esda", esda), ("pygeoda", geoda)):
        known = _of(rival, other, lambda of: of.wall)
        yield Found(f"{name}, two cores, wall, beside {rival}", two.wall, "s", 0.2, known)
    yield Found(f"{name}, two cores, processor", two.processor, "s")
    yield Found(f"{name}, one core", one.processor, "s", None, _of("esda", esda, lambda of: of.processor))
    first = _of("esda", esda, lambda of: of.first)
    yield Found(f"{name}, first run beyond numpy and numba, two cores, wall", two.first, "s", 1.0, first)
    yield Found(f"{name}, the same, processor", two.first_processor, "s")


def scans() -> Iterator[Found]:
    """In space and in space and time; the making of the zones is part of the time."""
    one, two = both("scan")
    name = "scan, New York" + _simulated("ny_leukemia_input.csv") + ", 999 simulations"
    yield Found(f"{name}, one core", one.processor, "s", 0.139, (f"smerc {_IN_R}", 1.39))
    yield from _on_two(name, two)
    one, two = both("space-time-scan")
    name = "space-time scan, 1000 areas, 12 months, 50 nearest, 99 simulations"
    yield Found(f"{name}, one core", one.processor, "s", 0.267, (f"scanstatistics {_IN_R}", 8.0))
    yield from _on_two(name, two)


def country_scan() -> Iterator[Found]:
    """In space and time over all neighbourhoods."""
    one, two = both("country-scan", runs=1)
    name = "space-time scan, 14000 areas, 12 months, 50 nearest, 999 simulations"
    yield from _on_two(name, two, 20.0)
    yield Found(f"{name}, one core", one.processor, "s")
    yield Found(f"{name}, memory", two.memory, "MB")


def knox() -> Iterator[Found]:
    """Per permutation, all else that a test needs shared out over them."""
    one, two, rivals = beside("knox", ("pointpats", 1), ("pointpats-function", 1))
    name = "Knox, 5000 events, 200 m, 14 days, per permutation"

    def each(of: Timing) -> float:
        return of.processor / of.items * 1e3

    known = _of("pointpats Knox", rivals[0], each)
    yield Found(f"{name}, one core", each(one), "ms", round(known[1] / 100, 6) if known else None, known)
    older = _of("pointpats knox, deprecated", rivals[1], each)
    yield Found(f"{name}, one core, beside the older function", each(one), "ms", None, older)
    yield Found(f"{name}, two cores, wall", two.wall / two.items * 1e3, "ms")


def comparison() -> Iterator[Found]:
    """What is asked most often, without goals."""
    for task, name in (
        ("poisson-gamma", "Poisson-gamma rates, 14000 areas"),
        ("funnel", "funnel, 100 areas"),
        ("direct-rates", "directly standardised rates, 14000 areas, 18 strata"),
    ):
        yield Found(f"{name}, one core", both(task)[0].processor * 1e3, "ms")


def warm() -> Iterator[Found]:
    """Compiling all kernels, asking again, and the room that they take."""
    with tempfile.TemporaryDirectory(prefix="baken-bench-") as folder:
        environment = _environment() | {KEPT: folder}
        command = [str(Path(sys.executable).parent / "baken"), "warm"]
        taken = []
        for _ in range(2):
            start = time.perf_counter()
            subprocess.run(command, check=True, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
            taken.append(time.perf_counter() - start)
        size = sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file())
    yield Found("baken warm, nothing kept", taken[0], "s")
    yield Found("baken warm, all kept", taken[1], "s")
    yield Found("kept kernels", size / 1e6, "MB")


BENCHES: dict[str, Callable[[], Iterator[Found]]] = {
    "warm": warm,
    "farrington": farrington,
    "pooled": pooled,
    "hotspots": hotspots,
    "scans": scans,
    "country-scan": country_scan,
    "knox": knox,
    "comparison": comparison,
}
