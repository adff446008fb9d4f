# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One task of disclosure control, measured in this process.

    python scripts/bench_disclosure_tasks.py TASK ARGUMENT...

Prints one line of JSON: figures by name, ``processor`` is in seconds. Imports, the reading of tables and that
of the kept kernels come before the clock starts: a smaller call has done them.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from bench_disclosure_inputs import BOTH_KNOW, counts_of, to_suppress

from baken.disclosure.attack.releases import together
from baken.disclosure.attack.run import attack
from baken.disclosure.certificates.check import checked
from baken.disclosure.certificates.find import certified
from baken.disclosure.knowledge import Knowledge
from baken.disclosure.layout import Layout
from baken.disclosure.rounding.knowledge import knowledge_of
from baken.disclosure.rounding.options import Options
from baken.disclosure.rounding.protect import protect
from baken.disclosure.suppression import secondary
from baken.methods import kernels
from disclosure.attack import test_months, test_planted
from disclosure.attack.tables import hidden_more, primary
from disclosure.city import three_way
from disclosure.personal.test_labelled import counted
from disclosure.rounding.cities import KEY, yearly

ROOT = Path(__file__).parent.parent
Figures = dict[str, float]


class Clock:
    """Processor seconds since it was made."""

    def __init__(self) -> None:
        self.start = time.process_time()

    @property
    def seconds(self) -> float:
        """So far."""
        return time.process_time() - self.start


def rounding(name: str, base: str, public: str = "") -> Figures:
    """Round a table, beside exact yearly totals when ``public`` says so."""
    layout, counts = counts_of(name)
    known = yearly(layout) if public else None
    protect(layout, counts, KEY, Options(base=int(base), sweeps=1))
    clock = Clock()
    found = protect(layout, counts, KEY, Options(base=int(base)), known)
    taken = clock.seconds
    left = _attacked(knowledge_of(found.told, found.secret)) if public else {}
    return left | {
        "processor": taken,
        "largest": found.quality.largest_error,
        "mean": found.quality.mean_error,
        "utility": found.quality.utility,
        "small": found.repair.small,
        "broken": found.repair.broken,
    }


def suppression(name: str, least: str = "1") -> Figures:
    """Hide what must be hidden besides the sensitive cells, and attack it."""
    secondary.suppressed(to_suppress("2d"), secondary.Options(rounds=0))
    layout, _ = counts_of(name)
    clock = Clock()
    table = to_suppress(name)
    found = secondary.suppressed(table, secondary.Options(least=int(least)))
    taken = clock.seconds
    figures = _attacked(secondary.knowledge(table, found.hidden, int(least)))
    return figures | {
        "processor": taken,
        "cells": len(found.secondary),
        "sensitive": int(table.sensitive.sum()),
        "all": layout.cells,
        "lost": len(found.lost),
    }


def _attacked(knowledge: Knowledge) -> Figures:
    """What falls or stays undecided counts as recomputable."""
    outcome = attack(knowledge)
    return {"recomputable": len(outcome.fallen) + len(outcome.undecided)}


def unprotected(name: str) -> Figures:
    """Only the sensitive cells hidden."""
    attack(primary("2d")[0])
    knowledge, _, _ = primary(name)
    clock = Clock()
    outcome = attack(knowledge)
    return {
        "processor": clock.seconds,
        "recomputable": len(outcome.recomputed),
        "undecided": len(outcome.undecided),
        "secret": int(knowledge.secret.sum()),
    }


def audit(kind: str) -> Figures:
    """The whole cube, with cells hidden or rounded."""
    if kind == "hidden":
        knowledge, _, _ = hidden_more("3d")
    else:
        rounded = protect(*three_way(), KEY, Options(base=3))
        knowledge = knowledge_of(rounded.told, rounded.secret)
    attack(hidden_more("2d")[0])
    clock = Clock()
    outcome = attack(knowledge)
    return {
        "processor": clock.seconds,
        "secret": int(knowledge.secret.sum()),
        "recomputable": len(outcome.fallen),
        "undecided": len(outcome.undecided),
    }


def certificates() -> Figures:
    """Find those of all sensitive cells of a suppressed table, and check them as an outsider does."""
    table = to_suppress("2d")
    found = secondary.suppressed(table)
    knowledge = secondary.knowledge(table, found.hidden)
    given, _ = certified(knowledge)
    clock = Clock()
    outcome = checked(knowledge, given)
    return {"processor": clock.seconds, "count": len(given.cells), "proven": outcome.proven}


def planted(count: str) -> Figures:
    """Leaks, half in a table with hidden cells, half in a rounded one."""
    clock = Clock()
    half = int(count) // 2
    found = sum(test_planted.planted(name, half, test_planted.LEAKS)[0] for name in ("hidden", "rounded"))
    return {"processor": clock.seconds, "found": found}


def months() -> Figures:
    """Twelve monthly releases, each rounded by itself, with the year so far, attacked at once."""
    whole, counts = three_way()
    layout, names = Layout(whole.dimensions[:2]), list(whole.dimensions[2].codes[:12])
    releases = [
        test_months.release(layout, counts[:, :, at], month, names[: at + 1])
        for at, month in enumerate(names)
    ]
    clock = Clock()
    knowledge = together(releases).knowledge
    figures = _attacked(knowledge)
    return figures | {"processor": clock.seconds, "secret": int(knowledge.secret.sum())}


def personal() -> Figures:
    """The scan on the measured half of the labelled passages."""
    counted("working")
    clock = Clock()
    precision, recall, officials = counted("measured")
    taken = clock.seconds
    shared = counted("measured", kinds=BOTH_KNOW)
    return {
        "processor": taken,
        "precision": precision,
        "recall": recall,
        "officials": officials,
        "shared_precision": shared[0],
        "shared_recall": shared[1],
    }


def attacked(file: str, name: str, least: str) -> Figures:
    """What falls in a table that another program suppressed: ``file`` holds the numbers of hidden cells."""
    layout, table = counts_of(name)[0], to_suppress(name)
    hidden = np.zeros(len(table.values), np.bool_)
    hidden[[layout.number(codes) for codes in json.loads(Path(file).read_text(encoding="utf-8"))]] = 1
    return _attacked(secondary.knowledge(table, hidden, int(least)))


TASKS: dict[str, Callable[..., Figures]] = {
    one.__name__: one
    for one in (
        rounding,
        suppression,
        unprotected,
        audit,
        certificates,
        planted,
        months,
        personal,
        attacked,
    )
}


def main() -> int:
    """Measure one task and print it."""
    kernels.keep_in(ROOT / "build" / "kernels")
    task, *arguments = sys.argv[1:]
    print(json.dumps(TASKS[task](*arguments)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
