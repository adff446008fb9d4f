# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Fill the database of a desk with invented records of a large municipality, and sign people in.

    python scripts/bench_desk_filling.py fill FILE   writes the sessions and the ids of records to FILE
    python scripts/bench_desk_filling.py audit       tells how many entries the trail has, and where it breaks

The database is that of BAKEN_DATABASE and its tables exist.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.desk.settings")

import django

django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.db import connection  # noqa: E402

from baken.accounts import audit, changes, districts  # noqa: E402
from baken.accounts.actor import SYSTEM  # noqa: E402
from baken.accounts.changes import Asked  # noqa: E402
from baken.accounts.models import Account, Assignment, AuditEntry  # noqa: E402
from baken.cycle.models import ActionRecord, Decision, Document, Goal, Party, Task, Theme  # noqa: E402
from baken.desk.access import BY_PROVIDER  # noqa: E402
from baken.model.governance import Role  # noqa: E402

ROLES = (Role.ADVISER, Role.ADVISER, Role.ANALYST, Role.AREA_MANAGER, Role.READER)
USERS, ACTIONS, DOCUMENTS, GOALS, TASKS, DECISIONS = 50, 2000, 200, 400, 1000, 300
SET_UP = Asked(by=SYSTEM, why="filled for a measurement")
STATUSES = ("not-started", "in-progress", "in-progress", "blocked", "done")
START = date(2026, 1, 1)


def fill() -> dict[str, Any]:
    """Records of every kind that the measured pages show; a few thousand."""
    themes = _many(Theme, 20, lambda n: {"code": f"t{n}", "name": f"Thema {n}", "status": "hold"})
    parties = _many(Party, 60, lambda n: {"name": f"Partij {n}", "kind": "department"})
    documents = _many(Document, DOCUMENTS, _document)
    plans = [one for one in documents if one.kind == "implementation-plan"]
    programmes = [one for one in documents if one.kind == "programme"]
    goals = _many(
        Goal,
        GOALS,
        lambda n: {
            "title": f"Doel {n}",
            "document": programmes[n % len(programmes)],
            "theme": themes[n % 20],
        },
    )
    places = [code for code, _ in districts.districts()]

    def action(n: int) -> dict[str, Any]:
        return {
            "title": f"Actie {n} in de wijk",
            "what": "Samen met bewoners en partners wordt de overlast aangepakt. " * 3,
            "plan": plans[n % len(plans)],
            "goal": goals[n % GOALS],
            "theme": themes[n % 20],
            "lead": parties[n % 60],
            "area": places[n % len(places)],
            "end_words": "eind 2026",
            "end": START + timedelta(days=n % 700),
            "status": STATUSES[n % 5],
            "updated": START,
        }

    actions = _many(ActionRecord, ACTIONS, action)
    links = ActionRecord.co_owners.through
    links.objects.bulk_create(
        links(actionrecord_id=one.pk, party_id=parties[n % 59].pk) for n, one in enumerate(actions)
    )
    _many(
        Task,
        TASKS,
        lambda n: {"title": f"Taak {n}", "role": ROLES[n % 5].value, "due": START + timedelta(days=n)},
    )
    _many(
        Decision,
        DECISIONS,
        lambda n: {
            "title": f"Besluit {n}",
            "body": "council",
            "about": documents[n % DOCUMENTS],
            "taken": START,
            "outcome": "adopted",
            "evidence": f"besluitenlijst {n}",
        },
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return {
        "sessions": [_session(n) for n in range(USERS)],
        "actions": [one.pk for one in actions if one.status != "done"],
        "documents": [one.pk for one in documents],
        "plan": plans[0].pk,
        "theme": themes[0].pk,
    }


def _document(number: int) -> dict[str, Any]:
    kind = ("implementation-plan", "programme", "proposal", "progress-report", "other")[number % 5]
    long_ago = 2026 - number // 5
    return {
        "kind": kind,
        "title": f"Stuk {number}",
        "start": date(long_ago, 1, 1),
        "end": date(long_ago + 1, 12, 31),
        "visibility": "public" if number % 2 else "internal",
    }


def _many(kind: Any, number: int, values: Any) -> list[Any]:  # noqa: ANN401 - any kind of record
    made: list[Any] = kind.objects.bulk_create(kind(**values(n)) for n in range(number))
    return made


def _session(number: int) -> str:
    """Somebody who signed in, by the key of the session."""
    role = ROLES[number % len(ROLES)]
    account = changes.create(Account, {"username": f"bench{number}", "name": f"Bench {number}"}, SET_UP)
    area = districts.districts()[0][0] if role is Role.AREA_MANAGER else ""
    changes.create(Assignment, {"account": account, "role": role.value, "start": START, "area": area}, SET_UP)
    session = SessionStore()
    session[SESSION_KEY] = account.pk
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session[BY_PROVIDER] = True
    session.create()
    return session.session_key or ""


if __name__ == "__main__":
    if sys.argv[1] == "fill":
        Path(sys.argv[2]).write_text(json.dumps(fill()), encoding="utf-8")
    else:
        print(
            json.dumps(
                {"entries": AuditEntry.objects.count(), "breaks": [one.what for one in audit.breaks()]}
            )
        )
