# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the tests of measures start from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from baken.accounts import changes
from baken.measures.models import Measure
from people import SET_UP


@pytest.fixture
def make(db: None) -> Callable[..., Measure]:
    """Make a measure that is whole but for what a test says."""
    del db

    def made(**values: Any) -> Measure:
        base = {"kind": "other", "title": "Een maatregel", "not_traceable": True}
        return changes.create(Measure, {**base, **values}, SET_UP)

    return made
