# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A process that commits one snapshot, so that a test can kill it or take away its disk.

python committing.py WORKSPACE SNAPSHOT-NUMBER [MOST-BYTES-OF-A-FILE]
"""

from __future__ import annotations

import resource
import signal
import sys
from datetime import timedelta
from pathlib import Path

import numpy as np

from baken.model.errors import BakenError
from baken.store.columns import Batch
from baken.store.merge import Scope
from baken.store.workspace import Workspace
from baken.store.writer import writer
from store.making import DAY, received

YEARS, AREAS, MEASURES = range(2018, 2022), 60, 20


def commit_number(workspace: Workspace, number: int) -> None:
    """Commit the snapshot of this number; each revises some figures, and adds areas and measures."""
    chance = np.random.default_rng(number)
    with writer(workspace) as at:
        area = np.array([at.areas.number(f"BU{n:04d}") for n in range(AREAS + number)], dtype=np.int32)
        for measure in range(MEASURES + number):
            code = at.measures.number(f"politie/é{measure}")
            for year in YEARS:
                months = np.arange(year * 100 + 1, year * 100 + 13, dtype=np.int32)
                rows = len(area) * 12
                values = np.full(rows, measure) + (chance.random(rows) < 0.02)
                at.staging.add(
                    Batch(
                        measure=code,
                        area=np.repeat(area, 12),
                        period=np.tile(months, len(area)),
                        value=values.astype(np.int64),
                        life=int(year == YEARS[-1]),
                    )
                )
        tell("committing")
        at.commit(received(DAY + timedelta(days=number)), Scope())
        tell("committed")


def tell(line: str) -> None:
    """Say something to the test that waits for it."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Commit, and say in one line what goes wrong."""
    if len(sys.argv) > 3:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        most = int(sys.argv[3])
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    try:
        commit_number(Workspace(Path(sys.argv[1])), int(sys.argv[2]))
    except BakenError as error:
        tell(f"{type(error).__name__} {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
