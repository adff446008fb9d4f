# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Fetch a table of twenty million rows from a server on this machine, beside the client ``cbsodata``.

    python scripts/bench_fetch.py [KINDS AREAS MONTHS]

Both ask the same server for the same table, one after the other; the measure is rows per second. ``cbsodata``
holds what it reads in memory, more than 8 GB of it, and becomes slower as that grows: on a small machine it
is asked for a quarter. The server and both clients each run in a process of their own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

HOST, TABLE = "dataderden.cbs.nl", "47022NED"
SHAPE = (20, 14_000, 72)
WHOLE, PART = "startswith(WijkenEnBuurten,'BU0')", "startswith(WijkenEnBuurten,'BU00')"
_NEEDED = 12 * 2**30
# Our speed beside that of the rival, and the most memory in MB.
TIMES_FASTER, MEMORY = 5, 500

_SERVE = """
import sys, time
from baken.replay.computed import computed_table
from baken.replay.odata3 import OData3
from baken.replay.server import Replay
table = computed_table(sys.argv[1], shape=tuple(map(int, sys.argv[3:6])))
with Replay([OData3(sys.argv[2], {sys.argv[1]: lambda: table})], own_links=True, packing=False) as server:
    print(server.url, flush=True)
    sys.stdin.read()
"""
_OWN = """
import json, sys, time
from pathlib import Path
from baken.sources.contract import Ask
from baken.sources.fetch import Setting, fetch
from baken.store.workspace import Workspace
start = time.perf_counter()
done = fetch(Workspace(Path(sys.argv[2])), "politie_47022ned", Ask(), Setting(base_url=sys.argv[1]))
print(json.dumps({"rows": done.received.rows, "seconds": time.perf_counter() - start}))
"""
_RIVAL = """
import json, sys, time
import cbsodata
cbsodata.options.use_https = False
cbsodata.options.catalog_url = sys.argv[1].removeprefix("http://")
start = time.perf_counter()
rows = cbsodata.get_data(sys.argv[2], filters=sys.argv[3])
print(json.dumps({"rows": len(rows), "seconds": time.perf_counter() - start}))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """Rows, seconds and the most memory (MB) of one process."""

    rows: int
    seconds: float
    memory: float

    @property
    def speed(self) -> float:
        """Rows per second."""
        return self.rows / self.seconds


@contextmanager
def served(shape: tuple[int, int, int] = SHAPE) -> Iterator[str]:
    """The address of a server of one large table."""
    command = [sys.executable, "-c", _SERVE, TABLE, HOST, *map(str, shape)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        try:
            yield _said(server).readline().strip()
        finally:
            server.terminate()


def _said(process: subprocess.Popen[str]) -> IO[str]:
    if process.stdout is None:
        raise RuntimeError("the output of a measurement was not asked for")
    return process.stdout


def run(code: str, *arguments: str) -> Run:
    """One fresh process, with what it says of itself and what the system says of its memory."""
    with subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True) as one:
        said = _said(one).read()
        _, status, usage = os.wait4(one.pid, 0)
        one.returncode = os.waitstatus_to_exitcode(status)
    if one.returncode:
        raise SystemExit(f"the measurement failed ({one.returncode})")
    found = json.loads(said)
    return Run(found["rows"], found["seconds"], usage.ru_maxrss / 1024)


def compare(shape: tuple[int, int, int] = SHAPE) -> tuple[Run, Run]:
    """Our own run and the rival's."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    with served(shape) as address, tempfile.TemporaryDirectory(prefix="baken-bench-") as place:
        rival = run(_RIVAL, address, TABLE, WHOLE if memory > _NEEDED else PART)
        own = run(_OWN, address, place)
    return own, rival


if __name__ == "__main__":
    sizes = tuple(map(int, sys.argv[1:4])) or SHAPE
    for name, result in zip(("baken", "cbsodata"), compare((sizes[0], sizes[1], sizes[2])), strict=True):
        print(f"{name}: {result}, {result.speed:,.0f} rows/s")
