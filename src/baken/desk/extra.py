# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the page of a record shows beside its fields, by kind of record; each module adds its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from baken.accounts.actor import Actor
from baken.accounts.models import Record

Gather = Callable[[Any, Actor], dict[str, Any]]
_EXTRAS: dict[type[Record], list[tuple[str, Gather]]] = defaultdict(list)


def show_beside(kind: type[Record], template: str, gather: Gather) -> None:
    """Add a section to the page of a kind of record: a template, and what gathers what it shows."""
    _EXTRAS[kind].append((template, gather))


def extra_of(record: Record, actor: Actor) -> dict[str, Any]:
    """The further sections of the page of a record, with all that they show."""
    found = _EXTRAS[type(record)]
    context: dict[str, Any] = {"extras": [template for template, _ in found]}
    for _, gather in found:
        context |= gather(record, actor)
    return context
