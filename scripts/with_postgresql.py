# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Run a command with a PostgreSQL server of its own, whose address is in BAKEN_DATABASE.

    python scripts/with_postgresql.py COMMAND...

The server comes from the system's binaries, lives in a directory that goes when the command ends, listens on
a socket in it and on no port, and runs as the user ``postgres`` where this is run by root, whom it refuses.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from urllib.parse import quote

import psycopg

USER, DATABASE = "baken", "baken"
PLACES = (Path("/usr/local/bin"), *sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True))
HOW = "Install PostgreSQL (Debian and Ubuntu: apt-get install postgresql)."
# What a test writes need not outlive the power supply.
CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
PATIENCE = 60.0


class NoServerError(Exception):
    """There is no server to start, or it does not start; the line says why and what to do."""


def binary(name: str) -> Path:
    """Where a program of PostgreSQL lies: on the path, or where Debian puts it.

    Raises:
        NoServerError: it is not on this machine.

    """
    found = shutil.which(name, path=os.pathsep.join([os.environ.get("PATH", ""), *map(str, PLACES)]))
    if found is None:
        raise NoServerError(f"PostgreSQL is not there: no '{name}' on this machine. {HOW}")
    return Path(found).resolve()


@contextmanager
def server(*, careful: bool = False) -> Iterator[str]:
    """A server with an empty database, as the address that BAKEN_DATABASE takes.

    ``careful``: it writes as an installation does, so that its speed can be measured.

    Raises:
        NoServerError: as ``binary``; or it did not start.

    """
    make, serve = binary("initdb"), binary("postgres")
    with tempfile.TemporaryDirectory(prefix="baken-pg-", dir="/tmp", ignore_cleanup_errors=True) as folder:
        own = Path(folder)
        if os.geteuid() == 0:
            shutil.chown(own, *_ordinary_user())
        _call(
            [
                *_as_ordinary_user(),
                str(make),
                "-D",
                f"{own}/data",
                "-U",
                USER,
                "-A",
                "trust",
                "-N",
                "-E",
                "UTF8",
            ]
        )
        options = [] if careful else [word for one in CARELESS for word in ("-c", one)]
        command = [
            *_as_ordinary_user(ends_with_us=True),
            str(serve),
            "-D",
            f"{own}/data",
            "-k",
            folder,
            "-h",
            "",
        ]
        with (own / "log").open("w") as log:
            # In a session of its own: Ctrl-C ends the command first, and then the server.
            running = subprocess.Popen(
                [*command, *options], cwd=folder, stdout=log, stderr=log, start_new_session=True
            )
        try:
            _await(running, own)
            yield f"postgres://{USER}@{quote(folder, safe='')}/{DATABASE}"
        finally:
            running.send_signal(signal.SIGQUIT)
            running.wait()


def _ordinary_user() -> tuple[int, int]:
    """The user and group that the server runs as: its own, or nobody in particular."""
    for name in ("postgres", "nobody"):
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return found.pw_uid, found.pw_gid
    raise NoServerError("PostgreSQL refuses root, and there is no user 'postgres' or 'nobody' here.")


def _as_ordinary_user(*, ends_with_us: bool = False) -> list[str]:
    """What stands before a command so that it does not run as root and does not outlive this process."""
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        if os.geteuid() == 0:
            raise NoServerError(
                "PostgreSQL refuses root, and there is no 'setpriv' here (package util-linux)."
            )
        return []
    user, group = _ordinary_user() if os.geteuid() == 0 else (0, 0)
    change = [f"--reuid={user}", f"--regid={group}", "--clear-groups"] if user else []
    end = ["--pdeathsig=QUIT"] if ends_with_us else []
    return [setpriv, *change, *end, "--"] if change or end else []


def _call(command: Sequence[str]) -> None:
    done = subprocess.run(command, cwd="/", capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoServerError(f"PostgreSQL could not be set up: {done.stderr.strip()}")


def _await(running: subprocess.Popen[bytes], folder: Path) -> None:
    """Wait until it answers, and make the database."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with psycopg.connect(host=str(folder), user=USER, dbname="postgres", autocommit=True) as held:
                held.execute(f"CREATE DATABASE {DATABASE}")
        except psycopg.OperationalError as error:
            if running.poll() is not None or time.monotonic() > until:
                said = (folder / "log").read_text().strip().splitlines()
                raise NoServerError(f"PostgreSQL did not start: {said[-1] if said else error}") from error
            time.sleep(0.05)
        else:
            return


def _stop(number: int, frame: FrameType | None) -> None:
    del frame
    raise SystemExit(128 + number)


def main(command: Sequence[str]) -> int:
    """Run the command; what it ends with, or 1 where there must be a server and none is there."""
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGHUP, _stop)
    try:
        with server() as address:
            started = subprocess.Popen(command, env={**os.environ, "BAKEN_DATABASE": address})
            try:
                return started.wait()
            except (KeyboardInterrupt, SystemExit):
                started.terminate()
                started.wait()
                raise
    except NoServerError as error:
        needed = os.environ.get("CI") not in (None, "", "0", "false")
        print(f"{'' if needed else 'skipped: '}{error}", file=sys.stderr)
        return int(needed)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
