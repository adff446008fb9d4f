# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Measure the pooled detector: the figures of docs/methods/signals/pooled.md, as tables on standard output.

Usage: python scripts/measure_pooled.py [simulated] [reference] [town] [speed]  (all, without arguments)

The reference series and the town lie outside the project (shared/reference and shared/data beside it).
"""

import csv
import gzip
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from baken.methods.kernels import keep_in
from baken.methods.signals.farrington_flexible import NOUFAILY, NOUFAILY_MONTHLY, farrington_flexible
from baken.methods.signals.pooled import PooledBatch, PooledOptions, PooledSignals, pooled_signals

Floats = NDArray[np.float64]
ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
WEEKS, MONTHS = 52, 12
LEVEL = {WEEKS: 0.005, MONTHS: 0.01}
SEED = 20261122


@dataclass(frozen=True)
class Trial:
    """Series, the cases of the outbreak in the monitored periods, and periods per year."""

    counts: Floats
    outbreak: Floats
    per_year: int

    @property
    def monitored(self) -> int:
        """How many periods are judged."""
        return int(self.outbreak.shape[1])

    @property
    def within(self) -> NDArray[np.bool_]:
        """From the first to the last period with cases of the outbreak."""
        some = self.outbreak > 0
        before = np.maximum.accumulate(some, axis=1)
        after = np.maximum.accumulate(some[:, ::-1], axis=1)[:, ::-1]
        return np.asarray(before & after)


@dataclass(frozen=True)
class Found:
    """Shares: false alarms, outbreaks found, found in their first period, and the mean delay in periods."""

    false: float
    found: float
    first: float
    delay: float

    def __str__(self) -> str:
        return f"{100 * self.false:.2f} % | {self.found:.3f} | {self.first:.3f} | {self.delay:.2f}"


def judged(trial: Trial, alarm: NDArray[np.bool_]) -> Found:
    """Measure alarms against the outbreaks put in."""
    has = trial.within.any(axis=1)
    hit = alarm & trial.within
    found = np.asarray(hit.any(axis=1) & has)
    begin = trial.within.argmax(axis=1)
    first = alarm[np.arange(len(alarm)), begin] & has
    delay = (hit.argmax(axis=1) - begin)[found].mean()
    return Found(alarm[trial.outbreak == 0].mean(), found[has].mean(), first[has].mean(), delay)


def at_rate(trial: Trial, score: Floats, rate: float) -> Found:
    """Move the threshold of the score until the false alarm rate is (at most) this one."""
    score = np.where(np.isfinite(score), score, -np.inf)
    clean = np.sort(score[trial.outbreak == 0])[::-1]
    return judged(trial, score > clean[int(rate * len(clean))])


def pooled(trial: Trial, batch: PooledBatch | None = None) -> PooledSignals:
    """Run the pooled detector at its level."""
    options = PooledOptions(per_year=trial.per_year, level=LEVEL[trial.per_year])
    return pooled_signals(trial.counts, trial.monitored, options, batch)


def flexible(trial: Trial) -> tuple[Floats, NDArray[np.bool_]]:
    """Score and alarms of Farrington flexible."""
    options = NOUFAILY if trial.per_year == WEEKS else NOUFAILY_MONTHLY
    table = farrington_flexible(trial.counts, options, trial.monitored).signals
    return np.where(table.reason == 0, table.score, -np.inf), table.alarm


def waves(rng: np.random.Generator, start: int, size: int, periods: int) -> Floats:
    """Cases of an outbreak over the periods: a lognormal time after its start, in whole periods."""
    at = start + np.floor(rng.lognormal(0, 0.5, size)).astype(int)
    return np.bincount(at[at < periods], minlength=periods).astype(np.float64)


def simulated(per_year: int, each: int, past: bool, now: bool) -> Trial:
    """Series after Noufaily et al. (2013), section 3: 42 scenarios, with outbreaks in the past, and one now.

    Outbreaks of the past end before the monitored periods: their tails are no false alarms.
    """
    rng = np.random.default_rng([SEED, per_year, past, now])
    periods, monitored, begin = (624, 49, 312) if per_year == WEEKS else (144, 12, 72)
    time_ = np.arange(1, periods + 1)
    counts, outbreak = [], []
    with (SHARED / "reference" / "noufaily_scenarios.csv").open() as file:
        rows = [{key: float(value) for key, value in row.items()} for row in csv.DictReader(file)]
    for row in rows:
        log = row["theta"] + row["beta"] * time_
        for harmonic in range(1, int(row["m"]) + 1):
            angle = 2 * np.pi * harmonic * time_ / per_year
            log = log + row["gamma1"] * np.cos(angle) + row["gamma2"] * np.sin(angle)
        mean, phi = np.exp(log), row["phi"]
        deviation = np.sqrt(phi * mean)
        for _ in range(each):
            own = (rng.poisson(mean) if phi == 1 else rng.negative_binomial(mean / (phi - 1), 1 / phi)) * 1.0
            height = rng.choice([0, 2, 3, 5, 10])
            newest = np.zeros(periods)
            if past:
                for start in rng.integers(begin, periods - monitored, 4):
                    size = rng.poisson(height * deviation[start])
                    own[:-monitored] += waves(rng, int(start), size, periods)[:-monitored]
            if now:
                start = int(rng.integers(periods - monitored, periods))
                newest = waves(rng, start, rng.poisson(rng.integers(2, 11) * deviation[start]), periods)
            counts.append(own + newest)
            outbreak.append(newest[-monitored:])
    return Trial(np.array(counts), np.array(outbreak), per_year)


def reference(per_year: int) -> Trial:
    """Return the reference series."""
    name = "noufaily" if per_year == WEEKS else "monthly"

    def read(what: str) -> Floats:
        with gzip.open(SHARED / "reference" / f"{name}_{what}.csv.gz", "rt") as file:
            return np.genfromtxt(file, delimiter=",", skip_header=1)[:, 1:]

    return Trial(read("series"), read("current_outbreak"), per_year)


def town(seed: int = SEED) -> tuple[Trial, NDArray[np.int64]]:
    """Return The Hague's series by neighbourhood and offence with one outbreak each put in, and the offence.

    December 2017 and offence 117 are missing and left out. Outbreaks begin in the last twelve months and are
    2 to 10 times the standard deviation of the 36 months before.
    """
    path = SHARED / "data" / "crime" / "thehague" / "thehague_buurt_month_crime_2011_2017.csv.gz"
    cells: dict[tuple[str, int], Floats] = {}
    with gzip.open(path, "rt") as file:
        for row in csv.DictReader(file):
            month = (int(row["year"]) - 2011) * 12 + int(row["month"]) - 1
            key = row["buurt_code"], int(row["delict_code"])
            if month < 83 and key[1] != 117:
                cells.setdefault(key, np.full(83, np.nan))[month] = float(row["count"])
    rng = np.random.default_rng(seed)
    counts = np.array(list(cells.values()))
    offence = np.array([key[1] for key in cells])
    filled = np.nan_to_num(counts).sum(axis=1) >= 12
    counts, offence = counts[filled], offence[filled]
    before = counts[:, -48:-12]
    deviation = np.sqrt(np.maximum(np.nanvar(before, axis=1), np.maximum(np.nanmean(before, axis=1), 0.05)))
    added = [
        waves(rng, int(rng.integers(71, 83)), rng.poisson(rng.integers(2, 11) * one), 83) for one in deviation
    ]
    return Trial(counts + np.array(added), np.array(added)[:, -12:], MONTHS), offence


def compare(title: str, trial: Trial, batch: PooledBatch | None = None) -> None:
    """Print pooled and Farrington flexible at their own level and at the same rate."""
    signals = pooled(trial, batch)
    score, alarm = flexible(trial)
    rate = LEVEL[trial.per_year]
    own = judged(trial, alarm)
    print(f"| {title}: pooled, own level | {judged(trial, signals.table.alarm)} |")
    print(f"| Farrington flexible, own level | {own} |")
    print(f"| pooled at {100 * rate:g} % | {at_rate(trial, signals.table.score, rate)} |")
    print(f"| Farrington flexible at {100 * rate:g} % | {at_rate(trial, score, rate)} |")
    at_own = at_rate(trial, signals.table.score, own.false)
    print(f"| pooled at the rate of Farrington flexible | {at_own} |", flush=True)


def show_simulated() -> None:
    """Print the own simulation: with and without outbreaks in the past, and rates where none is now."""
    for per_year, each in ((MONTHS, 60), (WEEKS, 16)):
        for past in (True, False):
            name = f"simulated, {per_year} a year, {'with' if past else 'without'} past outbreaks"
            compare(name, simulated(per_year, each, past, now=True))
            quiet = simulated(per_year, each, past, now=False)
            sparse, large = (range(low * each, (low + 6) * each) for low in (6, 36))
            order = np.random.default_rng(SEED).permutation(len(quiet.counts))
            small = [order[low : low + 30] for low in range(0, len(order), 30)]
            for what, parts in (("all", [order]), ("30", small), ("sparse", [sparse]), ("large", [large])):
                show_rate(f"{name}, {what}", quiet, [np.array(part) for part in parts])


def show_rate(title: str, quiet: Trial, parts: list[NDArray[np.int64]]) -> None:
    """Print how many alarms there are in batches where nothing happens now."""
    alarms, below = [], 0
    for part in parts:
        signals = pooled(Trial(quiet.counts[part], quiet.outbreak[part], quiet.per_year))
        alarms.append(signals.table.alarm)
        below += bool((signals.q < 0.05).any())
    rate = np.concatenate(alarms).mean()
    print(f"| {title} | {100 * rate:.2f} % | {below} of {len(parts)} with q < 0.05 |", flush=True)


def show_reference() -> None:
    """Print the reference series, in all and by level of the series."""
    for per_year in (WEEKS, MONTHS):
        trial = reference(per_year)
        compare(f"reference, {per_year} a year", trial)
        each = len(trial.counts) // 42
        ours, (theirs, _) = pooled(trial).table.score, flexible(trial)
        rate = LEVEL[per_year]
        for low in range(0, 42, 6):
            rows = slice(low * each, (low + 6) * each)
            part = Trial(trial.counts[rows], trial.outbreak[rows], per_year)
            limits = [np.sort(s[trial.outbreak == 0])[::-1] for s in (ours, theirs)]
            cut = [limit[int(rate * len(limit))] for limit in limits]
            both = judged(part, ours[rows] > cut[0]), judged(part, theirs[rows] > cut[1])
            print(f"| scenarios {low + 1}-{low + 6} | {both[0]} | {both[1]} |", flush=True)


def show_town() -> None:
    """Print The Hague."""
    trial, offence = town()
    print(f"{len(trial.counts)} series")
    compare("The Hague", trial)
    compare("The Hague, parents and kinds", trial, PooledBatch(parent=offence, kind=offence))


def show_speed() -> None:
    """Print the time of one month of the Netherlands."""
    rng = np.random.default_rng(1)
    areas, offences, months = 14_500, 40, 120
    size, usual = rng.lognormal(0, 1, areas), rng.lognormal(-2.2, 1.8, offences)
    season = np.exp(0.2 * np.cos(2 * np.pi * np.arange(months) / 12))
    counts = np.empty((areas * offences, months), np.uint16)
    for area in range(0, areas, 500):
        level = np.outer(size[area : area + 500], usual).reshape(-1, 1)
        mean = level * season * rng.gamma(3, 1 / 3, (len(level), months))
        counts[area * offences : area * offences + len(level)] = rng.poisson(mean)
    kind = np.tile(np.arange(offences), areas)
    for threads in (2, 1):
        wall, processor = time.perf_counter(), time.process_time()
        pooled_signals(counts, 1, PooledOptions(threads=threads), PooledBatch(parent=kind, kind=kind))
        spent = time.perf_counter() - wall, time.process_time() - processor
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        print(f"{threads} threads: {spent[0]:.1f} s, processor {spent[1]:.1f} s, at most {memory:.2f} GB")


SHOWN: dict[str, Callable[[], None]] = {
    "simulated": show_simulated,
    "reference": show_reference,
    "town": show_town,
    "speed": show_speed,
}


def main(names: list[str]) -> None:
    """Print what was asked for."""
    keep_in(ROOT / "build" / "kernels")
    for name in names or SHOWN:
        SHOWN[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
