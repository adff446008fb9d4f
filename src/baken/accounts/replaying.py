# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the records are what the audit trail tells: each record, folded from its entries, by value."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models

from baken.accounts.acts import STEP
from baken.accounts.changes import state
from baken.accounts.models import AuditEntry, Record

_EMPTY: tuple[object, ...] = ("", None, [])
Told = dict[str, tuple[int, dict[str, Any]]]
"""By record: how many versions the trail tells of, and the last value of each field."""


def kinds() -> tuple[type[Record], ...]:
    """All kinds of record."""
    return tuple(one for one in apps.get_models() if issubclass(one, Record))


def differences() -> Iterator[str]:
    """What a record says otherwise than the trail, one line each.

    Fields of which the trail keeps no values cannot be compared. What somebody writes meanwhile may show.
    """
    for kind in kinds():
        told = _told(kind)
        for record in kind._default_manager.order_by("pk").iterator(chunk_size=500):
            name = f"{kind._meta.label_lower} {record.pk}"
            if record.pk not in told:
                yield f"{name}: the trail does not know it"
                continue
            version, values = told.pop(record.pk)
            if version != record.version:
                yield f"{name}: version {record.version}, where the trail tells of {version}"
            yield from (f"{name}: '{field}' is not what the trail tells" for field in _other(record, values))
        yield from (f"{kind._meta.label_lower} {key}: it is in the trail only" for key in sorted(told))


def _told(kind: type[Record]) -> Told:
    found: Told = defaultdict(lambda: (0, {}))
    entries = AuditEntry.objects.filter(kind=kind._meta.label_lower).order_by("number")
    for key, act, said in entries.values_list("record", "act", "changes").iterator(chunk_size=500):
        if act in {"create", "change", "withdraw"} or act.startswith(STEP):
            version, values = found[key]
            values.update({name: new for name, (_, new) in json.loads(said).items()})
            found[key] = (version + 1, values)
    return dict(found)


def _other(record: Record, told: dict[str, Any]) -> Iterator[str]:
    for name, now in state(record).items():
        if name in record.rights.hidden:
            continue
        field = record._meta.get_field(name)
        said = told.get(name)
        if said in _EMPTY and now in _EMPTY:
            continue
        if not isinstance(field, models.Field) or field.many_to_many:
            same = said == now
        else:
            # 1.5 and 1.50 are one number: compare as the field understands both.
            same = field.to_python(said) == field.to_python(now)
        if not same:
            yield name
