# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the tests of evidence start from: a statement as an area team writes it, and two districts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from baken.accounts import districts
from baken.accounts.changes import create
from baken.cycle.models import Theme
from baken.evidence.models import Statement
from people import SET_UP, own_district


@pytest.fixture
def other_district() -> str:
    """A district that is not that of the area team of the tests."""
    return next(code for code, _name in districts.districts() if code != own_district())


@pytest.fixture
def theme(db: None) -> Theme:
    """A theme."""
    del db
    return create(Theme, {"code": "overlast", "name": "Overlast"}, SET_UP)


@pytest.fixture
def told() -> dict[str, Any]:
    """A statement that an area team may make."""
    return {
        "kind": "signal",
        "strand": "area-team",
        "title": "Groep bij het plein",
        "who": "medewerker van het gebiedsteam",
        "area": own_district(),
        "what": "In de avond staat er vaak een groep bij het plein.",
        "told": date(2026, 4, 20),
        "since_words": "sinds de zomer van 2025",
        "sure": "medium",
    }


@pytest.fixture
def statement(db: None, told: dict[str, Any]) -> Statement:
    """That statement, kept."""
    del db
    return create(Statement, told, SET_UP)
