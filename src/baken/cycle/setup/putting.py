# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Making one record as a file tells it: once, by the software itself, and never over what people did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models

from baken.accounts.actor import SYSTEM
from baken.accounts.changes import Asked, change, create, move
from baken.accounts.models import AuditEntry, Record
from baken.catalogue.cycle_entries import Step
from baken.model.errors import BakenError, InputError

T = TypeVar("T", bound=Record)
Key = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What was taken in: how many records of each kind were made or changed, and which were left to people.

    ``counts`` and ``changed`` go by the name of the model. ``left_alone`` names the records that people
    touched since, each with its kind; what a file tells of them was not written.
    """

    counts: Mapping[str, int]
    changed: Mapping[str, int]
    left_alone: tuple[str, ...]

    def __add__(self, other: Filled) -> Filled:
        """Both together."""
        return Filled(
            counts=dict(Counter(self.counts) + Counter(other.counts)),
            changed=dict(Counter(self.changed) + Counter(other.changed)),
            left_alone=(*self.left_alone, *other.left_alone),
        )


class Putter:
    """Puts records in the database under ids of their own, so that the next time finds them again."""

    def __init__(self) -> None:
        """Look up which records people touched, and which steps the software took before."""
        entries = AuditEntry.objects.values_list("kind", "record", "account", "act")
        self._touched: set[Key] = set()
        self._steps: Counter[tuple[str, str, str]] = Counter()
        for kind, record, account, act in entries.iterator(chunk_size=2000):
            if account != SYSTEM.account:
                self._touched.add((kind, record))
            elif act.startswith("step:"):
                self._steps[kind, record, act] += 1
        self._made: Counter[str] = Counter()
        self._changed: Counter[str] = Counter()
        self._left: dict[Key, str] = {}

    @property
    def filled(self) -> Filled:
        """What was done so far."""
        return Filled(
            counts=dict(self._made), changed=dict(self._changed), left_alone=tuple(self._left.values())
        )

    def put(self, kind: type[T], key: str, values: Mapping[str, Any], source: str) -> T:
        """Make a record with an id, or bring one that only the software wrote up to date with its file.

        Raises:
            InputError: the file tells something that such a record cannot be; names kind and entry.

        """
        asked = Asked(by=SYSTEM, why=source)
        name = kind._meta.object_name or ""
        ready = {field: _ready(kind, field, value) for field, value in values.items()}
        held = kind._default_manager.filter(pk=key).first()
        if held is None:
            self._made[name] += 1
            with _of_entry(kind, key):
                return create(kind, {"id": key, **ready}, asked)
        if self.is_of_people(held):
            return held
        with _of_entry(kind, key):
            written = change(held, ready, asked)
        self._changed[name] += written.version > held.version
        return written

    def put_named(self, kind: type[T], key: str, values: Mapping[str, Any], source: str) -> T:
        """The same for what has a name that only one may have: whoever made it first, it is there once."""
        other = kind._default_manager.filter(name=values["name"]).exclude(pk=key).first()
        return other if other is not None else self.put(kind, key, values, source)

    def take(self, record: Record, steps: Iterable[Step], **told: str) -> None:
        """Take the steps of a record that were not taken before; ``told`` names the field of a step's day.

        Raises:
            InputError: the record is not ready for a step; says which record and what is in the way.

        """
        label = record._meta.label_lower
        if self.is_of_people(record):
            return
        before = self._steps.copy()
        for one in steps:
            done = (label, str(record.pk), f"step:{one.step}")
            if before[done]:
                before[done] -= 1
                continue
            values = {field: getattr(one, name) for field, name in told.items() if getattr(one, name)}
            with _of_entry(type(record), str(record.pk)):
                move(record, one.step, Asked(by=SYSTEM, why=one.why), values)

    def is_of_people(self, record: Record) -> bool:
        """Whether people touched a record, so that it is theirs; then it is named among those left alone."""
        key = (record._meta.label_lower, str(record.pk))
        if key in self._touched:
            self._left[key] = f"{record._meta.verbose_name} '{record}'"
        return key in self._touched


@contextmanager
def _of_entry(kind: type[Record], key: str) -> Iterator[None]:
    """Say of which entry a refusal is, in one line."""
    place = f"{kind._meta.verbose_name} '{key}'"
    try:
        yield
    except ValidationError as error:
        raise InputError(" ".join(error.messages), where=place) from error
    except BakenError as error:
        raise InputError(str(error), where=place) from error


def _ready(kind: type[Record], name: str, value: Any) -> Any:  # noqa: ANN401 - whatever a field holds
    """A value as the database gives it back, so that nothing seems changed that is not."""
    if isinstance(value, tuple):
        return list(value)
    field = kind._meta.get_field(name)
    if isinstance(value, Decimal) and isinstance(field, models.DecimalField):
        return value.quantize(Decimal(1).scaleb(-(field.decimal_places or 0)))
    return value
