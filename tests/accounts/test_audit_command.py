# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken audit``, as somebody runs it beside the desk."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

SET_UP = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from baken.accounts import changes
from baken.accounts.actor import SYSTEM
from baken.accounts.changes import Asked
from baken.accounts.models import Account
account = changes.create(Account, {"username": "jan", "name": "Jan"}, Asked(by=SYSTEM, why="x"))
changes.change(account, {"name": "Jan P."}, Asked(by=SYSTEM, why="y"))
"""


def run(workspace: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"BAKEN_DATABASE", "BAKEN_AREA"}}
    surroundings = {
        **kept,
        "BAKEN_WORKSPACE": str(workspace),
        "BAKEN_AREA": "GM0935",
        "DJANGO_SETTINGS_MODULE": "baken.desk.settings",
    }
    return subprocess.run(
        [sys.executable, *arguments], env=surroundings, capture_output=True, text=True, check=False
    )


def audit(workspace: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(
        workspace, "-c", "import sys; from baken.cli import main; sys.exit(main())", "audit", *arguments
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    workspace = tmp_path_factory.mktemp("desk")
    done = run(workspace, "-c", SET_UP)
    assert done.returncode == 0, done.stderr
    return workspace


def test_a_whole_trail_is_said_and_what_to_note(desk: Path) -> None:
    done = audit(desk)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("the audit trail holds, and all records are as it tells: 2 entries\n")
    noted = done.stdout.split()[-1]
    assert audit(desk, "--noted", noted).returncode == 0
    said = json.loads(audit(desk, "--json").stdout)
    assert said == {"holds": True, "number": 2, "digest": noted.partition(":")[2], "breaks": []}
    other = audit(desk, "--noted", "1:" + "0" * 64)
    assert other.returncode == 1
    assert other.stdout == "entry 1 is not the one that was noted\n"


@pytest.mark.parametrize("noted", ["x", "12", "1:abc", ":" + "0" * 64])
def test_a_wrong_note_is_refused_in_one_line(desk: Path, noted: str) -> None:
    done = audit(desk, "--noted", noted)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def test_a_desk_that_is_not_there_is_said_and_not_made(tmp_path: Path) -> None:
    done = audit(tmp_path)
    assert done.returncode == 2
    assert "there is no desk" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_each_break_is_one_line(desk: Path) -> None:
    with sqlite3.connect(desk / "baken.sqlite3") as held:
        held.execute("DROP TRIGGER audit_no_update")
        held.execute("UPDATE accounts_auditentry SET why = 'z' WHERE number = 1")
        held.execute("UPDATE accounts_account SET name = 'Piet'")
    held.close()
    done = audit(desk)
    assert done.returncode == 1
    first, second = done.stdout.splitlines()
    assert first == "entry 1 was changed"
    assert second.endswith("'name' is not what the trail tells")
    assert json.loads(audit(desk, "--json").stdout)["holds"] is False
