# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Builds in the background: each a process of its own, with all that it tells in the folder of its draft.

The process holds a lock on its folder for as long as it lives, whoever started it. So a build goes on when
the pages are restarted, and one that was killed is seen to be gone. It never touches the database.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import TypeVar

import msgspec
from django.utils.translation import gettext as _

from baken.model.errors import UsageError
from baken.store.files import write_whole

T = TypeVar("T", bound=msgspec.Struct)
ORDER, PROGRESS, RESULT, LOCK, LOG = "order.json", "progress.json", "result.json", "lock", "build.log"


class Ordered(msgspec.Struct, frozen=True, kw_only=True):
    """What a process is to build: the municipality, the day, for whom, and the workspace that it is of."""

    area: str
    on: str
    final: bool
    workspace: str


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far a build is: its phase, a number from 0 to 100, and how many files of the phase are ready."""

    phase: str
    percent: int
    ready: int = 0


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """How a build ended: the checksum of its manifest, or in one line why there is none."""

    manifest: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """What is known of a build. Neither running nor with a result: it was killed, or never begun."""

    running: bool
    progress: Progress | None
    result: Result | None


def start(place: Path, order: Ordered, editorial: bytes | None) -> int:
    """Start a build in a folder; what was built there before stays until the new one is ready.

    Returns: the number of the process.

    Raises:
        UsageError: one is busy there.
        OSError: it cannot be started.

    """
    place.mkdir(parents=True, exist_ok=True)
    handle = os.open(place / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        for name in (PROGRESS, RESULT):
            (place / name).unlink(missing_ok=True)
        write_whole(place / ORDER, msgspec.json.encode(order))
        _write_or_remove(place / "editorial.json", editorial)
        return _process(place, handle)
    except BlockingIOError:
        raise UsageError(_("This edition is being built now."), do=_("Wait until it is done.")) from None
    finally:
        # The process holds the lock on by its own copy.
        os.close(handle)


def state(place: Path) -> State:
    """How far the build in a folder is. The result is read last, so that none is missed."""
    running = _is_locked(place / LOCK)
    return State(
        running=running,
        progress=_read(place / PROGRESS, Progress),
        result=None if running else _read(place / RESULT, Result),
    )


def _process(place: Path, handle: int) -> int:
    """The process that builds; it belongs to no terminal and outlives whoever started it."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("BAKEN_SECRET", "BAKEN_DATABASE", "DJANGO_"))
    }
    command = [sys.executable, "-m", "baken.desk.editions.worker", str(place)]
    with (place / LOG).open("wb") as log:
        made = subprocess.Popen(  # noqa: S603 - our own module, in a folder of our own
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            pass_fds=(handle,),
            start_new_session=True,
            env=environment,
        )
    # Whoever started it takes note of its end, so that the system can forget it.
    Thread(target=made.wait, daemon=True).start()
    return made.pid


def _write_or_remove(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    else:
        write_whole(path, data)


def _is_locked(path: Path) -> bool:
    if not path.is_file():
        return False
    handle = os.open(path, os.O_RDWR)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def _read(path: Path, kind: type[T]) -> T | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (FileNotFoundError, msgspec.DecodeError):
        return None
