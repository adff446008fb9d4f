# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Fifty people at once at a desk that runs: each asks a page, thinks for a while, and asks on."""

from __future__ import annotations

import random
import re
import threading
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from typing import Any
from urllib.parse import urlencode

TOKEN = "b" * 32
SEEN = re.compile(r'name="seen" value="(\d+)"')
AREA = re.compile(r'<select[^>]* name="area"[^>]*>(?:(?!</select>).)*?<option value="([^"]+)" selected>')
# How often of a hundred: reading is most of the work.
MIX = {
    "list": 20,
    "filtered list": 12,
    "record": 20,
    "document with its actions": 6,
    "form": 8,
    "change": 8,
    "step": 6,
    "history": 5,
    "board": 5,
    "calendar": 5,
    "overview": 5,
}


@dataclass
class Taken:
    """How long each page took, in seconds, by kind of page; and what went wrong."""

    times: dict[str, list[float]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def all(self) -> list[float]:
        """Every time, the shortest first."""
        return sorted(one for times in self.times.values() for one in times)


def quantile(times: list[float], share: float) -> float:
    """The time within which a share of the pages came; of sorted times."""
    return times[min(len(times) - 1, int(share * len(times)))]


@dataclass
class Person:
    """Somebody with a session, who works on actions that nobody else works on."""

    host: str
    session: str
    actions: list[str]
    held: dict[str, Any]
    chance: random.Random
    taken: Taken
    lock: threading.Lock
    thinking: float

    def work(self, until: float) -> None:
        """Ask pages until a moment."""
        names, weights = list(MIX), list(MIX.values())
        while time.perf_counter() < until:
            name = self.chance.choices(names, weights)[0]
            try:
                self._do(name)
            except (OSError, HTTPException) as error:
                with self.lock:
                    self.taken.errors.append(f"{name}: {error!r}")
            time.sleep(self.chance.uniform(0, self.thinking))

    def _do(self, name: str) -> None:
        action = f"/werk/register/acties/{self.chance.choice(self.actions)}/"
        document = f"/werk/register/documenten/{self.chance.choice(self.held['documents'])}/"
        pages = {
            "list": f"/werk/register/acties/?page={self.chance.randint(1, 40)}",
            "filtered list": f"/werk/register/acties/?theme={self.held['theme']}&q=wijk&status=blocked",
            "record": action,
            "document with its actions": document,
            "form": "/werk/register/doelen/",
            "history": f"{action}geschiedenis/",
            "board": f"/werk/acties/?plan={self.held['plan']}",
            "calendar": "/werk/kalender/?op=2026-05-01",
            "overview": "/werk/",
        }
        if name == "change":
            self._change(f"{action}wijzigen/")
        elif name == "step":
            self._step(action)
        else:
            self._ask(name, "GET", pages[name], {200})

    def _change(self, address: str) -> None:
        page = self._ask("form", "GET", address, {200, 403})
        if found := SEEN.search(page):
            told = f"Actie in de wijk, gewijzigd {self.chance.random()}"
            form = {"title": told, "plan": self.held["plan"], "why": "meting", "seen": found.group(1)}
            # Who works for one district may not move an action out of it.
            if area := AREA.search(page):
                form["area"] = area.group(1)
            self._ask("change", "POST", address, {302}, form)

    def _step(self, action: str) -> None:
        page = self._ask("record", "GET", action, {200})
        for step in ("block", "unblock", "begin"):
            if f"{action}stap/{step}/" in page:
                self._ask("step", "POST", f"{action}stap/{step}/", {302}, {"why": "meting"})
                return

    def _ask(
        self, name: str, method: str, address: str, right: set[int], form: dict[str, str] | None = None
    ) -> str:
        headers = {"Cookie": f"sessionid={self.session}; csrftoken={TOKEN}"}
        body = None
        if form is not None:
            body = urlencode({**form, "csrfmiddlewaretoken": TOKEN})
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        start = time.perf_counter()
        connection = HTTPConnection(self.host, timeout=60)
        connection.request(method, address, body, headers)
        answer = connection.getresponse()
        said = answer.read().decode()
        taken = time.perf_counter() - start
        connection.close()
        with self.lock:
            self.taken.times.setdefault(name, []).append(taken)
            if answer.status not in right:
                self.taken.errors.append(f"{method} {address}: {answer.status}")
        return said


def load(host: str, held: dict[str, Any], seconds: float, thinking: float) -> Taken:
    """Let everybody work for some seconds, thinking for up to so many between two pages.

    The first pages, which warm the server up, are not counted.
    """
    lock, counted = threading.Lock(), Taken()
    for warm in (True, False):
        counted = Taken()
        people = [
            Person(
                host,
                session,
                held["actions"][n :: len(held["sessions"])],
                held,
                random.Random(n),  # noqa: S311 - which page is asked
                counted,
                lock,
                thinking,
            )
            for n, session in enumerate(held["sessions"])
        ]
        until = time.perf_counter() + (3 if warm else seconds)
        threads = [threading.Thread(target=one.work, args=(until,)) for one in people]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
    return counted
