# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Measure what users wait for, each beside a named rival in the same run, and write build/bench.json.

    python scripts/bench.py [PATTERN]

Every timing is the median of several fresh processes (or calls), taken in turn with the rival's; processor
time is the shortest. Nothing here fails a build: ``met`` says whether the goal was met on this machine.
"""

from __future__ import annotations

import gzip
import json
import operator
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from fnmatch import fnmatch
from pathlib import Path

import bench_desk
import bench_disclosure
import bench_fetch
import bench_methods
import bench_publications
from chromium import ARGUMENTS, find_chromium
from playwright.sync_api import sync_playwright
from scipy.special import gammaincinv

from baken.methods.rates.poisson_limits import poisson_limits

ROOT = Path(__file__).parent.parent
BAKEN = str(Path(sys.executable).parent / "baken")
RUNS = 5


@dataclass(frozen=True, slots=True)
class Measurement:
    """One result; ``ratio`` is value / reference, if that is not 0.

    ``bound`` says what the goal is: the "most" or the "least" that the value may be, what it must be
    "below" or "above", or be "exactly".
    """

    name: str
    value: float
    unit: str
    rival: str | None
    reference: float | None
    ratio: float | None
    goal: float | None
    met: bool | None
    bound: str = "most"


HOLDS: dict[str, Callable[[float, float], bool]] = {
    "most": operator.le,
    "least": operator.ge,
    "below": operator.lt,
    "above": operator.gt,
    "exactly": operator.eq,
}


def measurement(
    name: str, value: float, unit: str, goal: float | None, rival: tuple[str, float] | None = None
) -> Measurement:
    """Round and compare."""
    reference = round(rival[1], 6) if rival else None
    ratio = round(value / rival[1], 4) if rival and rival[1] else None
    met = None if goal is None else value <= goal
    return Measurement(name, round(value, 6), unit, rival[0] if rival else None, reference, ratio, goal, met)


def bounded(found: Measurement, bound: str) -> Measurement:
    """The same with a goal that is no upper bound."""
    met = None if found.goal is None else HOLDS[bound](found.value, found.goal)
    return replace(found, bound=bound, met=met)


def faster(name: str, value: float, unit: str, times: float, rival: tuple[str, float]) -> Measurement:
    """The same of a speed, which must be so many times that of the rival."""
    found = measurement(name, value, unit, None, rival)
    return bounded(replace(found, goal=round(times * rival[1], 6)), "least")


def seconds(*command: str) -> float:
    """Wall time of one fresh process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def in_turn(own: Callable[[], float], rival: Callable[[], float], runs: int = RUNS) -> tuple[float, float]:
    """The medians of two measurements taken one after the other, after one warm-up each."""
    own()
    rival()
    pairs = [(own(), rival()) for _ in range(runs)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def import_baken() -> Iterator[Measurement]:
    """The start-up of the library."""
    own, rival = in_turn(
        lambda: seconds(sys.executable, "-c", "import baken"),
        lambda: seconds(sys.executable, "-c", "import numpy"),
    )
    yield measurement("import baken", own, "s", 0.3, ("import numpy", rival))


def indicators() -> Iterator[Measurement]:
    """The answer to the most common question, from a cold start."""
    for name, extra in (("baken indicators --json", ["--json"]), ("baken indicators (table)", [])):
        own, rival = in_turn(
            lambda extra=extra: seconds(BAKEN, "indicators", "GM0935", *extra),  # type: ignore[misc]
            lambda: seconds(sys.executable, "-c", "import scipy.special"),
        )
        yield measurement(name, own, "s", 0.8, ("import scipy.special", rival))


def build() -> Iterator[Measurement]:
    """A whole edition, and the start page as it goes over the wire."""
    with tempfile.TemporaryDirectory() as folder:
        for area, goal in (("GM0935", 10.0), ("GM9999", 60.0)):
            out = Path(folder) / area
            taken = [seconds(BAKEN, "build", area, "--out", str(out)) for _ in range(3)]
            yield measurement(f"baken build {area}", statistics.median(taken), "s", goal)
            yield measurement(f"baken verify {area}", seconds(BAKEN, "verify", str(out)), "s", None)
        site = Path(folder) / "GM0935"
        names = ("index.html", "assets/baken.css", "assets/icon.svg")
        sizes = [(site / name).read_bytes() for name in names]
        wire = sum(len(gzip.compress(content)) for content in sizes) / 1024
        plain = sum(map(len, sizes)) / 1024
        yield measurement("start page over the wire", wire, "KiB", 50.0, ("uncompressed", plain))
        yield measurement("start page requests", requests_of(site), "requests", 3)
        opened, blank = start_page_opens(site)
        yield measurement("start page opens", opened, "s", 2.0, ("a page without content", blank))


def requests_of(site: Path) -> int:
    """How many requests the browser makes for the start page."""
    asked: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto((site / "index.html").as_uri())
        page.wait_for_load_state("networkidle")
        browser.close()
    return len(asked)


def start_page_opens(site: Path) -> tuple[float, float]:
    """How long the browser takes from asking for the start page to its load event, beside an empty page.

    Every opening is one of a fresh profile, so that nothing comes from its cache.
    """
    empty = site / "empty.html"
    empty.write_text("<!doctype html><title>-</title>\n", encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)

        def opened(file: Path) -> float:
            context = browser.new_context()
            page = context.new_page()
            page.goto(file.as_uri(), wait_until="load")
            taken = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventStart")
            context.close()
            return float(taken) / 1000

        found = in_turn(lambda: opened(site / "index.html"), lambda: opened(empty))
        browser.close()
    return found


def poisson() -> Iterator[Measurement]:
    """Exact limits of single counts in plain Python against scipy's special functions."""
    counts = range(1, 2000, 10)

    def own() -> float:
        poisson_limits.cache_clear()
        start = time.perf_counter()
        for count in counts:
            poisson_limits(count)
        return (time.perf_counter() - start) / len(counts) * 1e6

    def rival() -> float:
        start = time.perf_counter()
        for count in counts:
            gammaincinv(count, 0.025), gammaincinv(count + 1, 0.975)
        return (time.perf_counter() - start) / len(counts) * 1e6

    mine, other = in_turn(own, rival)
    yield measurement("poisson_limits, per count", mine, "us", None, ("scipy gammaincinv", other))


def store() -> Iterator[Measurement]:
    """A country of figures, in a process of its own so that its memory is its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(ROOT / "scripts" / "bench_store.py"), folder]
        done = subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    for line in done.stdout.splitlines():
        one = json.loads(line)
        rival = tuple(one["rival"]) if one["rival"] else None
        yield measurement(one["name"], one["value"], one["unit"], one["goal"], rival)


def fetch() -> Iterator[Measurement]:
    """A table of the size of a country, fetched from a server on this machine."""
    own, rival = bench_fetch.compare()
    millions = round(own.rows / 1e6)
    yield faster(
        f"fetch {millions} million rows",
        own.speed,
        "rows/s",
        bench_fetch.TIMES_FASTER,
        ("cbsodata", rival.speed),
    )
    yield measurement(f"memory to fetch {millions} million rows", own.memory, "MB", bench_fetch.MEMORY)


def check() -> Iterator[Measurement]:
    """A text of 100 pages held against the figures, from a cold start, beside reading it as words only."""
    labelled = ROOT / "tests" / "picture" / "claims" / "labelled" / "working.jsonl"
    sentences = [json.loads(line)["text"] for line in labelled.read_text(encoding="utf-8").splitlines()]
    paragraphs = [" ".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5)]
    text = "\n\n".join(paragraphs * (300_000 // sum(map(len, paragraphs)) + 1))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "long.txt"
        file.write_text(text, encoding="utf-8")
        # The check ends with code 1: the sentences hold claims that are not true.
        command = [BAKEN, "check", str(file), "--area", "GM9999", "--json"]

        def own() -> float:
            start = time.perf_counter()
            subprocess.run(command, check=False, cwd=ROOT, stdout=subprocess.DEVNULL)
            return time.perf_counter() - start

        words = (
            "import sys, spellchecker;"
            "spellchecker.SpellChecker(language='nl').unknown(open(sys.argv[1]).read().split())"
        )
        mine, other = in_turn(own, lambda: seconds(sys.executable, "-c", words, str(file)), runs=3)
    yield measurement(
        f"baken check, {len(text)} characters", mine, "s", 5.0, ("pyspellchecker unknown()", other)
    )


def of_methods(found: Callable[[], Iterator[bench_methods.Found]]) -> Callable[[], Iterator[Measurement]]:
    """A bench of the calculations; those run in processes of their own."""

    def run() -> Iterator[Measurement]:
        for one in found():
            compared = measurement(one.name, one.value, one.unit, one.goal, one.rival)
            yield bounded(compared, "least") if one.speed else compared

    return run


def of_disclosure(
    found: Callable[[], Iterator[bench_disclosure.Found]],
) -> Callable[[], Iterator[Measurement]]:
    """A bench of disclosure control; those run in processes of their own."""

    def run() -> Iterator[Measurement]:
        for one in found():
            yield bounded(measurement(one.name, one.value, one.unit, one.goal, one.rival), one.bound)

    return run


def of_publications(
    found: Callable[[], Iterator[bench_publications.Found]],
) -> Callable[[], Iterator[Measurement]]:
    """A bench of the publications."""

    def run() -> Iterator[Measurement]:
        for one in found():
            yield bounded(measurement(one.name, one.value, one.unit, one.goal, one.rival), one.bound)

    return run


def of_desk(found: Callable[[], Iterator[bench_desk.Found]]) -> Callable[[], Iterator[Measurement]]:
    """A bench of the desk, which runs as an installation does."""

    def run() -> Iterator[Measurement]:
        for one in found():
            yield bounded(measurement(one.name, one.value, one.unit, one.goal, one.rival), one.bound)

    return run


BENCHES = {
    "import": import_baken,
    "indicators": indicators,
    "build": build,
    "poisson": poisson,
    "store": store,
    "fetch": fetch,
    "check": check,
    **{f"methods-{name}": of_methods(found) for name, found in bench_methods.BENCHES.items()},
    **{f"disclosure-{name}": of_disclosure(found) for name, found in bench_disclosure.BENCHES.items()},
    **{f"desk-{name}": of_desk(found) for name, found in bench_desk.BENCHES.items()},
    **{f"publications-{name}": of_publications(found) for name, found in bench_publications.BENCHES.items()},
}


def main() -> int:
    """Run the benches whose name matches, print them and write them down."""
    pattern = sys.argv[1] if len(sys.argv) > 1 else "*"
    chosen = [bench for name, bench in BENCHES.items() if fnmatch(name, pattern) or pattern in name]
    if not chosen:
        print(f"no bench matches '{pattern}'; there are: {', '.join(BENCHES)}")
        return 2
    found = []
    for bench in chosen:
        for one in bench():
            found.append(asdict(one))
            print(json.dumps(asdict(one)), flush=True)
    out = ROOT / "build" / "bench.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
