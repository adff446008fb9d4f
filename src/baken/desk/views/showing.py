# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How values of records are shown: words for choices, links for records, and words for what is empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from baken.accounts import districts
from baken.accounts.actor import Actor
from baken.accounts.models import Record
from baken.desk.registers import BY_MODEL


@dataclass(frozen=True, slots=True)
class Shown:
    """One value as words, with an address where it is a record of its own."""

    words: str
    address: str = ""
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One field of a record with its values."""

    name: str
    title: str
    values: tuple[Shown, ...]


def lines(record: Record, names: tuple[str, ...], actor: Actor) -> Iterator[Line]:
    """The fields of a record in order, without those that somebody does not see."""
    for name in names:
        if not record.rights.hides(name, actor):
            yield Line(name, title_of(type(record), name), tuple(shown(record, name)))


def title_of(kind: type[Record], name: str) -> str:
    """What a field is called."""
    try:
        field = kind._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    return str(getattr(field, "verbose_name", name))


def shown(record: Record, name: str) -> Iterator[Shown]:
    """The values of one field. An empty one says so; it is never a zero or a blank."""
    field = record._meta.get_field(name)
    if field.many_to_many:
        linked = [_link(one) for one in getattr(record, name).all()]
        yield from linked or [_nothing()]
        return
    value = getattr(record, name)
    if value is None or value == "" or value == [] or value == {}:
        yield _nothing()
    elif isinstance(value, Record):
        yield _link(value)
    elif name == "area":
        yield Shown(districts.names().get(value, value))
    elif getattr(field, "choices", None):
        yield Shown(str(getattr(record, f"get_{name}_display")()))
    elif isinstance(value, list):
        yield from (Shown(_words(one)) for one in value)
    elif isinstance(value, dict):
        yield from (Shown(f"{key}: {_words(one)}") for key, one in value.items())
    else:
        yield Shown(_words(value))


def _words(value: Any) -> str:  # noqa: ANN401 - whatever a field holds
    match value:
        case bool():
            return _("yes") if value else _("no")
        case Decimal():
            return str(number_format(value, use_l10n=True))
        case date():
            return date_format(value, "j F Y")
        case dict():
            return ", ".join(f"{key} {_words(one)}" for key, one in value.items())
        case models.Model():
            return str(value)
        case _:
            return str(value)


def _nothing() -> Shown:
    return Shown(_("not filled in"), empty=True)


def _link(record: models.Model) -> Shown:
    register = BY_MODEL.get(type(record))  # type: ignore[arg-type] # what is no record has no register
    address = reverse("record", args=[register.slug, record.pk]) if register else ""
    return Shown(str(record), address)
