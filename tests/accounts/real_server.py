# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A server of the desk in a process of its own, on SQLite, that can be killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import httpx

SET_UP = """
import django; django.setup()
from datetime import date
from django.core.management import call_command
call_command("migrate", verbosity=0)
from baken.accounts import changes
from baken.accounts.actor import SYSTEM
from baken.accounts.changes import Asked
from baken.accounts.models import Account, Assignment
asked = Asked(by=SYSTEM, why="set up")
for role in ("adviser", "analyst"):
    account = changes.create(Account, {"username": role, "name": role}, asked)
    changes.create(Assignment, {"account": account, "role": role, "start": date(2020, 1, 1)}, asked)
"""
CHECK = """
import django; django.setup()
from django.db import connection
from baken.accounts.audit import breaks, last
from baken.accounts.replaying import differences
with connection.cursor() as cursor:
    whole = [row[0] for row in cursor.execute("PRAGMA integrity_check").fetchall()]
    lost = cursor.execute("PRAGMA foreign_key_check").fetchall()
wrong = [one.what for one in breaks()] + list(differences()) + [one for one in whole if one != "ok"] + lost
print(last()[0])
for one in wrong:
    print(one)
"""
FORM = {"kind": "programme", "title": "MJP", "held": "held", "visibility": "internal"}
NEW = "/werk/register/documenten/nieuw/"


@dataclass
class Desk:
    """A desk on disk, with a server or without."""

    workspace: Path
    port: int = 0
    server: subprocess.Popen[bytes] | None = None
    clients: list[httpx.Client] = field(default_factory=list)

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name != "BAKEN_DATABASE"}
        return {
            **kept,
            "BAKEN_WORKSPACE": str(self.workspace),
            "BAKEN_AREA": "GM0935",
            "BAKEN_DEMO": "1",
            "BAKEN_SECRET_KEY": "of a test " * 5,
            "DJANGO_SETTINGS_MODULE": "baken.desk.settings",
        }

    def python(self, program: str) -> list[str]:
        done = subprocess.run(
            [sys.executable, "-c", program],
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    def start(self, threads: int = 4) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        command = ["-m", "gunicorn", "-b", f"127.0.0.1:{self.port}", "--threads", str(threads)]
        with (self.workspace / "server.log").open("ab") as log:
            self.server = subprocess.Popen(
                [sys.executable, *command, "baken.desk.wsgi:application"],
                env=self.environment(),
                stderr=log,
                start_new_session=True,
            )
        for _ in range(600):
            try:
                found = httpx.get(f"{self.address}/werk/aanmelden/", timeout=5)
            except httpx.TransportError:
                time.sleep(0.1)
            else:
                assert found.status_code == 200, (self.workspace / "server.log").read_text()[-2000:]
                return
        raise AssertionError((self.workspace / "server.log").read_text())

    def kill(self) -> None:
        """As if somebody pulled the plug: of the server and of what it started."""
        assert self.server
        os.killpg(self.server.pid, signal.SIGKILL)
        self.server.wait()
        self.server = None

    def close(self) -> None:
        if self.server:
            self.kill()
        for one in self.clients:
            one.close()
        self.clients.clear()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def visitor(self, role: str) -> Visitor:
        client = httpx.Client(base_url=self.address, timeout=60)
        self.clients.append(client)
        return Visitor(client, role)


class Visitor:
    """Somebody of the demonstration, with a browser."""

    def __init__(self, client: httpx.Client, role: str) -> None:
        self.client = client
        self.client.get("/werk/aanmelden/")
        assert self.post("/werk/aanmelden/demonstratie/", {"account": role}).status_code == 302

    def post(self, place: str, form: dict[str, str]) -> httpx.Response:
        token = self.client.cookies.get("csrftoken") or ""
        headers = {"Referer": str(self.client.base_url), "X-CSRFToken": token}
        return self.client.post(place, data=form, headers=headers)

    def new_document(self, title: str) -> str:
        made = self.post(NEW, {**FORM, "title": title})
        assert made.status_code == 302, made.text
        return made.headers["Location"]

    def edit(self, place: str, title: str, seen: int) -> httpx.Response:
        return self.post(f"{place}wijzigen/", {**FORM, "title": title, "seen": str(seen), "why": "test"})
