# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How values of records are shown: words for choices, links for records, and words for what is empty."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import Prefetch, QuerySet
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.accounts import districts
from baken.accounts.actor import Actor
from baken.accounts.changes import may
from baken.accounts.models import Record
from baken.accounts.rights import Act, covered, covers_all
from baken.cycle.models import Decision, Membership, Report
from baken.desk.asked import is_told, scores_in_words, told
from baken.desk.markup import address_of
from baken.desk.registers import BY_MODEL
from baken.desk.registers.lists import named_in_list
from baken.desk.views.signed import signing_words, with_recording

MayRead = Callable[[Record], bool]
# Records whose name is that of another one.
_NAMED_AFTER: dict[Any, tuple[str, ...]] = {Report: ("document",), Membership: ("faction",)}


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


def rows_of(
    records: Iterable[Record], names: tuple[str, ...], actor: Actor
) -> list[tuple[Record, list[Line]]]:
    """Records with their fields, for a table: which of those that they name may be seen is asked once."""
    held = list(records)
    may_read = _readable(held, names, actor)
    return [(one, list(lines(one, names, actor, may_read))) for one in held]


def _readable(held: list[Record], names: tuple[str, ...], actor: Actor) -> MayRead:
    """Whether somebody may see any of the records that some others name, with one question for each kind."""
    linked: dict[type[Record], set[str]] = {}
    for record in held:
        for one in (each for name in names for each in _named(record, name)):
            linked.setdefault(type(one), set()).add(one.pk)
    seen: dict[type[Record], set[str]] = {}
    for kind, keys in linked.items():
        table = kind.rights.table(Act.READ)
        rows = kind._default_manager.filter(pk__in=keys)
        found = covered(rows, table, actor).order_by().values_list("pk", flat=True)
        seen[kind] = keys if covers_all(table, actor) else set(found)
    return lambda one: one.pk in seen.get(type(one), ())


def _named(record: Record, name: str) -> Iterator[Record]:
    """The records that a field names."""
    field = record._meta.get_field(name)
    if field.is_relation:
        found = getattr(record, name).all() if field.many_to_many else [getattr(record, name)]
        yield from (one for one in found if isinstance(one, Record))


def lines(
    record: Record, names: tuple[str, ...], actor: Actor, may_read: MayRead | None = None
) -> Iterator[Line]:
    """The fields of a record in order, without those that somebody does not see."""
    kind, language = type(record), get_language()
    for name in names:
        if not record.rights.hides(name, actor):
            yield Line(name, _title(kind, name, language), tuple(shown(record, name, actor, may_read)))


def with_related(rows: QuerySet[Any], names: tuple[str, ...]) -> QuerySet[Any]:
    """The same rows, with the records that their fields name, so that each is not asked for by itself."""
    single, several = [], []
    for name in names:
        field = rows.model._meta.get_field(name)
        if field.many_to_one or field.one_to_one:
            found = [name, *(f"{name}__{one}" for one in _NAMED_AFTER.get(field.related_model, ()))]
            single += found
        elif field.many_to_many:
            linked: Any = field.related_model
            several.append(Prefetch(name, linked._default_manager.defer(*_large(linked))))
    rows = with_recording(rows) if rows.model is Decision and "status" in names else rows
    rows = rows.select_related(*single) if single else rows
    rows = rows.prefetch_related(*several) if several else rows
    return rows.defer(
        *_large(rows.model, names),
        *(f"{one}__{each}" for one in single for each in _large(_at(rows.model, one))),
    )


def _at(kind: Any, path: str) -> Any:  # noqa: ANN401 - a kind of record
    for name in path.split("__"):
        kind = kind._meta.get_field(name).related_model
    return kind


def _large(kind: Any, names: tuple[str, ...] = ()) -> list[str]:  # noqa: ANN401 - a kind of record
    """The fields that no list shows and no name is made of: files, and values that must be read as JSON."""
    held = (
        one for one in kind._meta.concrete_fields if isinstance(one, models.BinaryField | models.JSONField)
    )
    return [one.name for one in held if one.name not in names]


def title_of(kind: type[Record], name: str) -> str:
    """What a field is called, in the language of the page."""
    return _title(kind, name, get_language())


@lru_cache(maxsize=4096)
def _title(kind: type[Record], name: str, language: str | None) -> str:
    del language
    try:
        field = kind._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    return str(getattr(field, "verbose_name", name))


def shown(record: Record, name: str, actor: Actor, may_read: MayRead | None = None) -> Iterator[Shown]:
    """The values of one field. An empty one says so; it is never a zero or a blank.

    A record that this person may not see is there, but not by its name; ``may_read`` tells of each that is
    named whether he may, where that was asked before.
    """
    field = record._meta.get_field(name)
    if field.many_to_many:
        linked = [_link(one, actor, may_read) for one in getattr(record, name).all()]
        yield from linked or [_nothing()]
        return
    value = getattr(record, name)
    if value is None or value in ("", [], {}):
        yield _nothing()
    elif isinstance(value, Record):
        yield _link(value, actor, may_read)
    elif name == "status" and isinstance(record, Decision):
        yield Shown(signing_words(record))
    elif name == "area":
        yield Shown(districts.names().get(value, value))
    elif getattr(field, "choices", None):
        yield Shown(choice_words(record, name))
    elif isinstance(value, list):
        yield from (Shown(told(name, one) if is_told(name) else _words(one)) for one in value)
    elif isinstance(value, dict) and name in {"scores", "weights"}:
        yield from map(Shown, scores_in_words(name, value))
    elif isinstance(value, dict):
        yield from (Shown(f"{key}: {_words(one)}") for key, one in value.items())
    else:
        listed = named_in_list(type(record), name, value) if isinstance(value, str) else value
        yield Shown(_words(listed))


def choice_words(record: models.Model, name: str) -> str:
    """What the value of a field with choices is called; one that is no choice any more as it is written."""
    choices = record._meta.get_field(name).choices  # type: ignore[union-attr] # a field that has choices
    if not isinstance(choices, list):  # asked for anew each time, such as those of the law
        return str(getattr(record, f"get_{name}_display")())
    value = getattr(record, name)
    return _choices(type(record), name, get_language()).get(value, str(value))


@lru_cache(maxsize=1024)
def _choices(kind: type[models.Model], name: str, language: str | None) -> dict[object, str]:
    del language
    field = kind._meta.get_field(name)
    return {value: str(words) for value, words in field.flatchoices}  # type: ignore[union-attr] # it has choices


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


def _link(record: models.Model, actor: Actor, may_read: MayRead | None) -> Shown:
    register = BY_MODEL.get(type(record))  # type: ignore[arg-type] # what is no record has no register
    if isinstance(record, Record) and not (may_read(record) if may_read else may(record, Act.READ, actor)):
        return Shown(_("not for your roles"), empty=True)
    address = address_of(register.slug, record) if register else ""
    return Shown(str(record), address)
