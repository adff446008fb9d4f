# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A process that fetches or imports, so that a test can kill it or take away its disk.

    python working.py WORKSPACE fetch URL SOURCE [MOST-BYTES-OF-A-FILE]
    python working.py WORKSPACE import FILE DAY [MOST-BYTES-OF-A-FILE]

It says ``ready`` when all is loaded, and then ``done`` or what went wrong.
"""

from __future__ import annotations

import resource
import signal
import sys
from datetime import date
from pathlib import Path

import duckdb  # noqa: F401 - loaded here, so that it does not take time later
import numpy as np  # noqa: F401
import stamina  # noqa: F401
import zstandard  # noqa: F401

from baken.model.errors import BakenError
from baken.sources.client import Patience
from baken.sources.clock import now
from baken.sources.contract import Ask
from baken.sources.fetch import Setting, fetch
from baken.sources.importing import read_table, take_in
from baken.store.workspace import Workspace


def say(line: object) -> None:
    """Tell whoever started this at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(arguments: list[str]) -> int:
    """Do what is asked, and say in one line how it went."""
    workspace, what, first, second, *most = arguments
    if most:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(most[0]), int(most[0])))
    say("ready")
    try:
        if what == "fetch":
            ask = Ask(municipality="GM0935", beside=("NL",))
            setting = Setting(base_url=first, patience=Patience(attempts=3, pause=0.01))
            fetch(Workspace(Path(workspace)), second, ask, setting)
        else:
            table = read_table(Path(first), "GM0935", date.fromisoformat(second))
            take_in(Workspace(Path(workspace)), table, now())
    except BakenError as error:
        say(f"{type(error).__name__} {error}")
        return 1
    say("done")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
