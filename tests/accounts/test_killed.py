# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is left after a server was killed in the middle of its work, and after many wrote at once."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from accounts.real_server import CHECK, SET_UP, Desk

DOCUMENTS = "import django; django.setup()\nfrom baken.cycle.models import Document\n"
ALL = DOCUMENTS + "for one in Document.objects.all(): print(one.pk)"
VERSION = DOCUMENTS + "print(Document.objects.get().version)"
NOTE = DOCUMENTS + "print(Document.objects.get().note)"
KILLS = 20
WRITERS = 8
EDITS = 12
# Two threads that write the same record through the one way, past the pages.
AT_ONCE = """
import django; django.setup()
import sys
from threading import Thread
from django.db import connection
from baken.accounts import changes
from baken.accounts.actor import SYSTEM
from baken.accounts.changes import Asked, Conflict
from baken.cycle.models import Document
failed = []
def write(number):
    try:
        for at in range(10):
            while True:
                held = Document.objects.get()
                asked = Asked(by=SYSTEM, why="test", version=held.version)
                try:
                    changes.change(held, {"note": f"{held.note}{sys.argv[1]}{number}-{at};"}, asked)
                except Conflict:
                    continue
                break
    except Exception as error:
        failed.append(repr(error))
    finally:
        connection.close()
threads = [Thread(target=write, args=(one,)) for one in range(2)]
for one in threads: one.start()
for one in threads: one.join()
print(";".join(failed))
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    found = Desk(tmp_path)
    found.python(SET_UP)
    yield found
    found.close()


def work_until_killed(desk: Desk, number: int, done: list[str]) -> None:
    """Make and change documents, and remember what the server said was done."""
    try:
        visitor = desk.visitor("adviser" if number % 2 else "analyst")
        while True:
            place = visitor.new_document(f"{number}-{time.monotonic_ns()}")
            done.append(place)
            visitor.edit(place, "MJP", 1)
    except httpx.HTTPError:
        return


@pytest.mark.slow
def test_killed_in_the_middle_of_any_request_the_database_is_whole_and_the_trail_matches(desk: Desk) -> None:
    chance = random.Random(8)
    before = int(desk.python(CHECK)[0])
    for _ in range(KILLS):
        desk.start()
        done: list[str] = []
        workers = [threading.Thread(target=work_until_killed, args=(desk, one, done)) for one in range(4)]
        for one in workers:
            one.start()
        while not done and any(one.is_alive() for one in workers):
            time.sleep(0.01)
        assert done, (desk.workspace / "server.log").read_text()[-2000:]
        time.sleep(chance.uniform(0, 0.6))
        desk.kill()
        for one in workers:
            one.join()
        desk.close()
        entries, *wrong = desk.python(CHECK)
        assert wrong == []
        assert int(entries) > before
        before = int(entries)
        kept = set(desk.python(ALL))
        lost = [one for one in done if one.rstrip("/").rpartition("/")[2] not in kept]
        assert lost == [], "what a person was told is done, is done"


@pytest.mark.slow
def test_many_who_write_at_once_lose_nothing_and_are_never_told_of_a_lock(desk: Desk) -> None:
    desk.start(threads=WRITERS)
    place = desk.visitor("adviser").new_document("samen")
    codes: list[int] = []

    def edit(number: int) -> None:
        visitor = desk.visitor("adviser" if number % 2 else "analyst")
        for at in range(EDITS):
            while True:
                page = visitor.client.get(f"{place}wijzigen/").text
                found = re.search(r'name="seen" value="(\d+)"', page)
                assert found, page
                answer = visitor.edit(place, f"{number}-{at}", int(found[1]))
                codes.append(answer.status_code)
                if answer.status_code != 409:
                    break

    workers = [threading.Thread(target=edit, args=(one,)) for one in range(WRITERS)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    assert set(codes) <= {302, 409}
    assert codes.count(302) == WRITERS * EDITS
    assert "locked" not in (desk.workspace / "server.log").read_text()
    assert desk.python(CHECK)[1:] == []
    version = desk.python(VERSION)
    assert version == [str(WRITERS * EDITS + 1)]


@pytest.mark.slow
def test_processes_that_write_the_same_record_lose_no_update(desk: Desk) -> None:
    make = (
        "import django; django.setup()\n"
        "from baken.accounts import changes\nfrom baken.accounts.actor import SYSTEM\n"
        "from baken.cycle.models import Document\n"
        "values = {'kind': 'programme', 'title': 'MJP', 'held': 'held', 'visibility': 'internal'}\n"
        "changes.create(Document, values, changes.Asked(by=SYSTEM, why='x'))"
    )
    desk.python(make)
    running = [
        subprocess.Popen(
            [sys.executable, "-c", AT_ONCE, name],
            env={**os.environ, **desk.environment()},
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in "abcd"
    ]
    assert [one.communicate()[0].strip() for one in running] == [""] * 4
    note = desk.python(NOTE)
    written = note[0].rstrip(";").split(";")
    assert sorted(written) == sorted(
        f"{name}{thread}-{at}" for name in "abcd" for thread in range(2) for at in range(10)
    )
    assert desk.python(CHECK)[1:] == []
