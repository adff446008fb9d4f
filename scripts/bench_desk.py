# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Measure the desk as fifty people at once meet it: on PostgreSQL, served as an installation serves it.

The people run on the same machine and take part of its processors, so that the server alone is faster.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import bench_desk_load
from with_postgresql import NoServerError, server

ROOT = Path(__file__).parent.parent
BAKEN = str(Path(sys.executable).parent / "baken")
FILLING = str(ROOT / "scripts" / "bench_desk_filling.py")
RIVAL = str(ROOT / "scripts" / "bench_desk_rival.py")
SECONDS = float(os.environ.get("BENCH_SECONDS", "30"))
GOAL = 0.3
# Seconds between two pages, at most: somebody who glances at each, and somebody who only clicks.
READING, RUSHING = 4.0, 0.2


@dataclass(frozen=True, slots=True)
class Found:
    """One result; ``bound`` says what the goal is."""

    name: str
    value: float
    unit: str
    goal: float | None
    bound: str = "most"
    rival: tuple[str, float] | None = None


@contextmanager
def filled(database: str) -> Iterator[tuple[dict[str, str], Path]]:
    """The environment of a desk with a filled database, and the file that says what is in it."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [BAKEN, "init", "--area", "GM0935", "--workspace", folder], check=True, stdout=subprocess.DEVNULL
        )
        settings = {"BAKEN_DATABASE": database, "BAKEN_WORKSPACE": folder, "BAKEN_AREA": "GM0935"}
        env = {**os.environ, **settings, "BAKEN_SECRET_KEY": "bench"}
        held = Path(folder) / "held.json"
        prepare = [BAKEN, "desk", "--prepare", "--area", "GM0935", "--workspace", folder]
        subprocess.run(prepare, check=True, env=env, stdout=subprocess.DEVNULL)
        subprocess.run([sys.executable, FILLING, "fill", str(held)], check=True, env=env)
        yield env, held


@contextmanager
def serving(env: Mapping[str, str]) -> Iterator[str]:
    """The desk on a free port, as host and port."""
    command = [BAKEN, "desk", "--area", "GM0935", "--workspace", env["BAKEN_WORKSPACE"], "--port", "0"]
    running = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)
    try:
        for line in running.stdout or ():
            if found := re.search(r"http://([\d.]+:\d+)/", line):
                yield found.group(1)
                break
    finally:
        running.send_signal(signal.SIGINT)
        running.wait(30)


def users() -> Iterator[Found]:
    """Fifty people at once, who read what they asked; and fifty who hardly look."""
    try:
        for thinking in (READING, RUSHING):
            with server(careful=True) as database:
                yield from _users("PostgreSQL", database, thinking)
    except NoServerError as error:
        print(error, file=sys.stderr)


def users_sqlite() -> Iterator[Found]:
    """The same on SQLite, which a municipality starts with."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _users("SQLite", f"sqlite:///{folder}/baken.sqlite3", READING)


def _users(kind: str, database: str, thinking: float) -> Iterator[Found]:
    with filled(database) as (env, file):
        held = json.loads(file.read_text(encoding="utf-8"))
        with serving(env) as host:
            taken = bench_desk_load.load(host, held, SECONDS, thinking)
        for error in taken.errors[:5]:
            print(error, file=sys.stderr)
        times = taken.all()
        what = f"{len(held['sessions'])} users, {kind}, thinking up to {thinking:g} s"
        yield Found(f"{what}: pages", float(len(times)) / SECONDS, "pages/s", None)
        for share in (0.5, 0.95):
            goal = GOAL if share == 0.95 else None
            yield Found(
                f"{what}: {share:.0%} of pages within", bench_desk_load.quantile(times, share), "s", goal
            )
        yield Found(f"{what}: slowest page", times[-1], "s", None)
        for name, one in sorted(taken.times.items()):
            yield Found(
                f"{what}: 95% of '{name}' within", bench_desk_load.quantile(sorted(one), 0.95), "s", None
            )
        yield Found(f"{what}: errors", len(taken.errors), "errors", 0, "exactly")
        told = subprocess.run(
            [sys.executable, FILLING, "audit"], check=True, env=env, capture_output=True, text=True
        )
        trail = json.loads(told.stdout)
        yield Found(
            f"{what}: breaks in a trail of {trail['entries']}", len(trail["breaks"]), "breaks", 0, "exactly"
        )


def one_list() -> Iterator[Found]:
    """One list of fifty actions, beside that of Django's own admin of the same table."""
    try:
        with server(careful=True) as database, filled(database) as (env, file):
            done = subprocess.run(
                [sys.executable, RIVAL, str(file)], check=True, env=env, capture_output=True, text=True
            )
            found = json.loads(done.stdout)
            yield Found(
                "list of 50 actions of 2000, processor",
                found["own"],
                "s",
                None,
                "most",
                ("Django admin", found["rival"]),
            )
    except NoServerError as error:
        print(error, file=sys.stderr)


BENCHES: dict[str, Callable[[], Iterator[Found]]] = {
    "users": users,
    "users-sqlite": users_sqlite,
    "list": one_list,
}
