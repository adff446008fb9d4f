# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What follows from a step, in the same request, by kind of record and step; each module adds its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from baken.accounts.changes import Asked
from baken.accounts.models import Record

FOLLOWS: dict[tuple[type[Record], str], Callable[[Any, Asked], None]] = {}


def after_step(record: Record, step: str, asked: Asked) -> None:
    """Do what follows from a step; for most nothing does."""
    if follows := FOLLOWS.get((type(record), step)):
        follows(record, asked)
