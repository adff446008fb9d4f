# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the tests of participation start from: a programme, themes, factions and a meeting of the council."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.utils.translation import override

from baken.accounts.changes import create
from baken.cycle.models import Document, Faction, Meeting, Theme
from people import FACTION, SET_UP


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Messages outside the pages in the language of the code; pages are in that of the reader."""
    with override("en"):
        yield


@pytest.fixture
def programme(db: None) -> Document:
    """The programme that is being made."""
    del db
    values = {
        "kind": "programme",
        "title": "MJP 2027-2030",
        "start": date(2027, 1, 1),
        "end": date(2030, 12, 31),
    }
    return create(Document, values, SET_UP)


@pytest.fixture
def themes(db: None) -> tuple[Theme, Theme]:
    """Two themes."""
    del db
    made = (
        create(Theme, {"code": code, "name": name}, SET_UP)
        for code, name in (("jeugd", "Jeugd"), ("ov", "Overlast"))
    )
    return next(made), next(made)


@pytest.fixture
def factions(db: None) -> tuple[Faction, Faction]:
    """The faction of the member of the council, and another."""
    del db
    return create(Faction, {"name": FACTION}, SET_UP), create(Faction, {"name": "Andere"}, SET_UP)


@pytest.fixture
def meeting(db: None) -> Meeting:
    """The meeting in which the picture was shown."""
    del db
    return create(Meeting, {"body": "council", "dated": date(2026, 5, 12)}, SET_UP)
