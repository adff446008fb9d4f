# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the page of a record shows beside its fields, by kind of record; each module adds its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from baken.accounts.actor import Actor
from baken.accounts.models import Record

Extra = tuple[str, Callable[[Any, Actor], dict[str, Any]]]
"""A template, and what gathers what it shows from a record for whoever looks."""
EXTRAS: dict[type[Record], Extra] = {}


def extra_of(record: Record, actor: Actor) -> dict[str, Any]:
    """What is shown beside the fields of a record; nothing for most."""
    found = EXTRAS.get(type(record))
    return {"extra": found[0], **found[1](record, actor)} if found else {"extra": ""}
