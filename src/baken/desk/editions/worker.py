# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The process that builds a draft: ``python -m baken.desk.editions.worker FOLDER``. It knows no database."""

from __future__ import annotations

import os
import sys
import time
from datetime import date
from hashlib import sha256
from pathlib import Path

import msgspec

from baken.desk.editions.jobs import ORDER, PROGRESS, RESULT, Ordered, Progress, Result
from baken.edition.draft import Order, Phase, build_draft, percent
from baken.edition.editorial import NAME as EDITORIAL
from baken.edition.editorial import from_json
from baken.methods import kernels
from baken.model.edition import EditionStatus
from baken.model.errors import BakenError
from baken.store.files import write_whole
from baken.store.workspace import Workspace

EVERY = 0.2
"""So many seconds lie between two notes of progress at least."""


class Notes:
    """Writes down how far the build is, not more often than somebody would look."""

    def __init__(self, place: Path) -> None:
        """Note in a folder."""
        self.path = place / PROGRESS
        self.last = (0.0, "")

    def __call__(self, phase: Phase, ready: int, of: int) -> None:
        """Take note of a step."""
        now = time.monotonic()
        if phase == self.last[1] and now - self.last[0] < EVERY:
            return
        self.last = (now, phase)
        said = Progress(phase=phase.value, percent=percent(phase, ready, of), ready=ready)
        write_whole(self.path, msgspec.json.encode(said), lasting=False)


def work(place: Path) -> Result:
    """Build what is ordered in a folder, and say how that ended."""
    try:
        asked = msgspec.json.decode((place / ORDER).read_bytes(), type=Ordered)
        path, workspace = place / EDITORIAL, Workspace.find(Path(asked.workspace))
        if not os.environ.get(kernels.OVERRIDE):
            kernels.keep_in(workspace.root / "kernels")
        order = Order(
            area=asked.area,
            on=date.fromisoformat(asked.on),
            status=EditionStatus.FINAL if asked.final else EditionStatus.WORKING,
            editorial=from_json(path.read_bytes()) if path.is_file() else None,
        )
        made = build_draft(order, place, workspace, Notes(place))
    except BakenError as error:
        return Result(message=str(error))
    except OSError as error:
        return Result(message=f"{error.filename or place}: {error.strerror or error}.")
    return Result(manifest=sha256(made.to_bytes()).hexdigest())


def main() -> None:
    """Build, and leave the outcome in the folder. What nobody foresaw goes to the log, with one line here."""
    place = Path(sys.argv[1])
    try:
        result = work(place)
    except Exception as error:
        line = (
            f"something went wrong that nobody foresaw ({type(error).__name__}); see the log in {place.name}."
        )
        write_whole(place / RESULT, msgspec.json.encode(Result(message=line)))
        raise
    write_whole(place / RESULT, msgspec.json.encode(result))


if __name__ == "__main__":
    main()
