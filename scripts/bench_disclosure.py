# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What disclosure control must do in time and in quality, beside other programs; ``bench.py`` prints it.

Every task runs in a fresh process (``bench_disclosure_tasks.py``, ``bench_disclosure_rivals.py``) with the
kernels kept from before; seconds are processor seconds, the shortest where a task runs several times. A rival
that is absent, crashes or does not end leaves its figures out. Programs in R are not run: what is known of
them was measured elsewhere on the same tables, and their names say so. Without the tables nothing is measured
but what needs none.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench_methods import KEPT, Rival, keep_kernels

ROOT = Path(__file__).parent.parent
TABLES = ROOT.parent / "shared" / "data" / "disclosure"
RUNS = 3
_PATIENCE = 300
_IN_R = "in R, measured elsewhere"
_ROUNDING, _SUPPRESSION = f"SmallCountRounding {_IN_R}", f"GaussSuppression {_IN_R}"
_PLANTED = 100
"""Leaks that are planted: a thousand take more than four minutes."""

Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """One figure; ``bound`` says whether the goal is the most, the least, exceeded on either side or met."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    rival: Rival | None = None
    bound: str = "most"


def _process(script: str, *arguments: str, patience: float | None = None) -> subprocess.CompletedProcess[str]:
    environment = {KEPT: str(ROOT / "build" / "kernels")} | dict(os.environ)
    # A matrix product must not take a second core where one is measured.
    environment |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    command = [sys.executable, str(ROOT / "scripts" / script), *arguments]
    return subprocess.run(
        command,
        check=patience is None,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=None if patience is None else subprocess.DEVNULL,
        text=True,
        timeout=patience,
    )


def own(task: str, *arguments: str, runs: int = 1) -> Figures:
    """Our figures of a task; the same in each run but for the shortest time."""
    keep_kernels()
    found: list[Figures] = []
    for _ in range(runs):
        done = _process("bench_disclosure_tasks.py", task, *arguments)
        found.append(json.loads(done.stdout.splitlines()[-1]))
    return found[-1] | {"processor": min(one.get("processor", 0.0) for one in found)}


def rival(task: str, *arguments: str) -> Figures | None:
    """The figures of another program; None, and a line that says so, when it has none."""
    name = " ".join((task, *arguments[:2]))
    try:
        done = _process("bench_disclosure_rivals.py", task, *arguments, patience=_PATIENCE)
    except subprocess.TimeoutExpired:
        print(f"{name} is measured without the rival: no answer in {_PATIENCE} s", file=sys.stderr)
        return None
    lines = done.stdout.splitlines()
    if done.returncode or not lines:
        print(f"{name} is measured without the rival: it ended with {done.returncode}", file=sys.stderr)
        return None
    found: Figures = json.loads(lines[-1])
    if "absent" in found:
        print(f"{found['absent']} is not installed: {name} is measured without it", file=sys.stderr)
        return None
    return found


def rounding() -> Iterator[Found]:
    """Errors over all published cells, and the time of the largest table."""
    for table, base, known in (
        ("2d", 3, 0.554),
        ("2d", 5, 1.077),
        ("g3d", 3, 0.642),
        ("g3d", 5, 1.309),
        ("3d", 3, 0.437),
        ("3d", 5, 0.706),
    ):
        name, whole = f"rounding {table} to base {base}", (table, base) == ("3d", 3)
        found = own("rounding", table, str(base), runs=RUNS if whole else 1)
        goal, bound = (0.405, "most") if whole else (known, "below")
        yield Found(f"{name}: mean error", found["mean"], "", goal, (_ROUNDING, known), bound)
        if whole:
            yield Found(name, found["processor"], "s", 2.0, (_ROUNDING, 3.3))
            yield Found(f"{name}: largest error", found["largest"], "", 5, (_ROUNDING, 7))
            yield Found(f"{name}: utility", found["utility"], "", 0.875, (_ROUNDING, 0.872), "least")


def rounding_known() -> Iterator[Found]:
    """The whole cube beside exact yearly totals: what falls in a first draw is repaired."""
    for base in (3, 5):
        name, found = (
            f"rounding 3d to base {base} beside yearly totals",
            own("rounding", "3d", str(base), "1"),
        )
        first = f"{name}: exact in the first draw, of {found['small']}"
        known = ("a rounding without repair, measured elsewhere", 142.0) if base == 3 else None
        yield Found(first, found["broken"], "cells", None, known)
        yield Found(f"{name}: exact after repair", found["recomputable"], "cells", 0)
        yield Found(name, found["processor"], "s")
        yield Found(f"{name}: mean error", found["mean"], "")


def suppression() -> Iterator[Found]:
    """Cells hidden besides the sensitive ones, by us and by the reference of the field."""
    for table, most, longest, cells, seconds in (
        ("2d", 130, 3.0, 144, 4.6),
        ("g3d", 203, 10.0, 235, 19.0),
        ("z3", 269, 30.0, 269, 3.2),
        ("sosialFiktiv", 1469, 30.0, 1469, 91.0),
    ):
        name = f"suppression {table}"
        found = own("suppression", table, runs=RUNS if table == "2d" else 1)
        yield Found(f"{name}: secondary cells", found["cells"], "cells", most, (_SUPPRESSION, cells))
        yield Found(name, found["processor"], "s", longest, (_SUPPRESSION, seconds))
        yield Found(f"{name}: recomputable of {found['sensitive']}", found["recomputable"], "cells", 0)


def suppression_rivals() -> Iterator[Found]:
    """Beside the modular and the optimal suppression of pytauargus, under our attackers.

    It takes an attacker to know that hidden cells are at least 0. Where zeros are published they are at least
    1, and who knows that recomputes more; so both are shown.
    """
    with tempfile.TemporaryDirectory(prefix="baken-bench-") as folder:
        for table, methods in (("2d", ("MOD(1)", "OPT(1,1)")), ("g3d", ("MOD(1)",))):
            ours = {least: own("suppression", table, least) for least in ("0", "1")}
            for method in methods:
                out = str(Path(folder) / "hidden.json")
                other = rival("suppression", table, method, out)
                for least, mine in ours.items():
                    theirs = other and own("attacked", out, table, least) | other
                    yield from _both(f"suppression {table}, hidden is at least {least}", method, mine, theirs)


def _both(name: str, method: str, mine: Figures, theirs: Figures | None) -> Iterator[Found]:
    def beside(what: str) -> Rival | None:
        return (f"pytauargus {method}", theirs[what]) if theirs else None

    name = f"{name}, beside {method}"
    yield Found(f"{name}: secondary cells", mine["cells"], "cells", None, beside("cells"))
    fallen = f"{name}: recomputable of {mine['sensitive']}"
    yield Found(fallen, mine["recomputable"], "cells", 0, beside("recomputable"))
    yield Found(name, mine["processor"], "s", None, beside("processor"))


def attackers() -> Iterator[Found]:
    """What falls where nothing but the sensitive cells is hidden, and the audit of the whole cube."""
    for table, expected in (("2d", 361), ("g3d", 503), ("3d", 11_640)):
        found = own("unprotected", table)
        name = f"attack on {table}, only sensitive cells hidden"
        fallen = f"{name}: recomputable of {found['secret']}"
        yield Found(fallen, found["recomputable"], "cells", expected, None, "exactly")
        yield Found(name, found["processor"], "s")
    for kind, most in (("hidden", None), ("rounded", 0)):
        found = own("audit", kind)
        name = f"audit of 3d, {found['secret']} cells {kind}"
        known = "a linear program for each cell, measured elsewhere, at least", 600.0
        yield Found(name, found["processor"], "s", 30.0, known)
        yield Found(f"{name}: undecided", found["undecided"], "cells", 0)
        yield Found(f"{name}: recomputable", found["recomputable"], "cells", most)


def certificates() -> Iterator[Found]:
    """Checking, without a solver, that no sensitive cell of a suppressed table can be known."""
    found = own("certificates", runs=RUNS)
    name = f"checking {found['count']} certificates"
    yield Found(name, found["processor"], "s", 1.0)
    yield Found(f"{name}: all proven", found["proven"], "", 1, None, "exactly")


def planted() -> Iterator[Found]:
    """Figures too many, somewhere in the outputs, each with which one hidden cell can be recomputed."""
    found = own("planted", str(_PLANTED))
    name = f"planted leaks, {_PLANTED}"
    yield Found(f"{name}: found", found["found"], "leaks", _PLANTED, None, "exactly")
    yield Found(f"{name}, each", found["processor"] / _PLANTED, "s")


def months() -> Iterator[Found]:
    """Releases of twelve months together."""
    found = own("months")
    name = "attack on twelve monthly releases at once"
    yield Found(f"{name}: recomputable of {found['secret']}", found["recomputable"], "cells", 0)
    yield Found(name, found["processor"], "s", 60.0)


def personal() -> Iterator[Found]:
    """The scan for personal data on labelled passages; see docs/personal-data.md for what counts how."""
    mine, other = own("personal"), rival("personal")

    def one(name: str, what: str, unit: str, goal: float | None, bound: str) -> Found:
        known = ("deduce", float(other[what])) if other else None
        return Found(f"personal data in 236 passages{name}", mine[what], unit, goal, known, bound)

    for kinds, prefix in (("", ""), (", kinds that both know", "shared_")):
        for what in ("precision", "recall"):
            goal = round(float(other[prefix + what]), 6) if other and not prefix else None
            yield one(f"{kinds}: {what}", prefix + what, "", goal, "above")
    yield one(": officials taken for private persons", "officials", "hits", 0, "most")
    yield one("", "processor", "s", None, "most")


def edition() -> Iterator[Found]:
    """A whole edition of the invented municipality in a fresh workspace, rounded, attacked and made twice."""
    keep_kernels()
    baken = str(Path(sys.executable).parent / "baken")
    with tempfile.TemporaryDirectory(prefix="baken-bench-") as folder:
        workspace, out = str(Path(folder) / "workspace"), str(Path(folder) / "edition")
        environment = {KEPT: str(ROOT / "build" / "kernels")} | dict(os.environ)
        for number, command in enumerate(
            (
                [baken, "init", "--area", "GM9999", "--workspace", workspace],
                [baken, "build", "GM9999", "--out", out, "--workspace", workspace],
            )
        ):
            before = _of_children()
            subprocess.run(command, check=True, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
            if number:
                yield Found("baken build GM9999, fresh workspace, processor", _of_children() - before, "s")


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _with_tables(name: str, bench: Callable[[], Iterator[Found]]) -> Callable[[], Iterator[Found]]:
    def run() -> Iterator[Found]:
        if TABLES.exists():
            yield from bench()
        else:
            print(f"the test tables are not at {TABLES}: {name} is not measured", file=sys.stderr)

    return run


BENCHES: dict[str, Callable[[], Iterator[Found]]] = {
    name: _with_tables(name, bench)
    for name, bench in {
        "rounding": rounding,
        "rounding-known": rounding_known,
        "suppression": suppression,
        "suppression-rivals": suppression_rivals,
        "attackers": attackers,
        "certificates": certificates,
        "planted": planted,
        "months": months,
    }.items()
} | {"personal": personal, "edition": edition}
