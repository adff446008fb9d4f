# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Values of the audit trail in words: records by their names, days as people write them.

The trail keeps the ids of records, as names change. A record that the reader may not see, or that is no
longer there, is told by its kind and its id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.accounts import districts
from baken.accounts.actor import Actor
from baken.accounts.models import Record
from baken.accounts.rights import Act, covered
from baken.cycle.models import Decision
from baken.desk.asked import is_told, scores_in_words
from baken.desk.asked import told as words_of
from baken.desk.markup import address_of
from baken.desk.registers import BY_MODEL
from baken.desk.views.showing import Shown
from baken.desk.views.signed import NOT_RECORDED

Told = Mapping[str, tuple[object, object]]
Names = Mapping[type[Record], Mapping[str, Shown]]
"""The records that somebody may see, by kind and id."""


def names_in(changes: Iterable[tuple[type[Record], Told]], actor: Actor) -> Names:
    """The names of all records that some changes speak of, with one question for each kind of record."""
    asked: dict[type[Record], set[str]] = defaultdict(set)
    for kind, told in changes:
        for name, both in told.items():
            if meant := _meant(kind, name):
                asked[meant] |= {one for value in both for one in _ids(value)}
    found: dict[type[Record], dict[str, Shown]] = {}
    for meant, ids in asked.items():
        rows = covered(meant._default_manager.filter(pk__in=ids), meant.rights.table(Act.READ), actor)
        register = BY_MODEL.get(meant)
        found[meant] = {
            str(one.pk): Shown(str(one), address_of(register.slug, one) if register else "") for one in rows
        }
    return found


def values_of(kind: type[Record], name: str, value: Any, names: Names) -> tuple[Shown, ...]:  # noqa: ANN401
    """A value as it was kept, in words; nothing stays nothing."""
    if meant := _meant(kind, name):
        held = names.get(meant, {})
        return tuple(
            held.get(one) or Shown(f"{meant._meta.verbose_name} {one}", empty=True) for one in _ids(value)
        )
    said = _value(kind, name, value)
    return (Shown(said),) if said else ()


def moment(at: str) -> str:
    """A moment in the time of the municipality, in words."""
    return date_format(timezone.localtime(datetime.fromisoformat(at)), "j F Y, H:i:s")


def _meant(kind: type[Record], name: str) -> type[Record] | None:
    """The kind of record that a field names; None for a field that names no record."""
    field = _field(kind, name)
    found = field.related_model if field is not None and field.is_relation else None
    return found if isinstance(found, type) and issubclass(found, Record) else None


def _field(kind: type[Record], name: str) -> Any:  # noqa: ANN401 - any field of Django
    return next(
        (one for one in (*kind._meta.concrete_fields, *kind._meta.many_to_many) if one.name == name), None
    )


def _ids(value: Any) -> list[str]:  # noqa: ANN401 - one id, several or none
    held = value if isinstance(value, list) else [value]
    return [str(one) for one in held if one not in (None, "")]


def _value(kind: type[Record], name: str, value: Any) -> str:  # noqa: ANN401
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(value, list | dict):
        return _several(kind, name, value)
    return _single(kind, name, str(value))


def _single(kind: type[Record], name: str, value: str) -> str:
    if name == "status" and kind.flow:
        return _status(kind, value)
    if name == "area":
        return districts.names().get(value, value)
    field = _field(kind, name)
    if isinstance(field, models.DateTimeField):
        return moment(value)
    if isinstance(field, models.DateField):
        return _day(value)
    return {str(one): str(words) for one, words in getattr(field, "flatchoices", ())}.get(value, value)


def _status(kind: type[Record], value: str) -> str:
    if kind is Decision and value == "unsigned":
        return str(NOT_RECORDED)
    labels = kind.flow.labels if kind.flow else {}
    found = {str(one): label for one, label in labels.items()}.get(value)
    return found.in_(get_language() or "nl") if found else str(value)


def _day(value: str) -> str:
    try:
        return date_format(date.fromisoformat(value), "j F Y")
    except ValueError:  # what an older entry kept
        return value


def _several(kind: type[Record], name: str, value: list[Any] | dict[str, Any]) -> str:
    """The values of a list or a table."""
    if isinstance(value, dict):
        return "; ".join(scores_in_words(name, value)) if name in {"scores", "weights"} else str(value)
    return ", ".join(words_of(name, one) if is_told(name) else _value(kind, name, one) for one in value)
