# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping what a record holds beside what a list offers now, so that saving a form never loses it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from django import forms
from django.db.models import Model, Q
from django.utils.translation import gettext as _

from baken.accounts.actor import Actor
from baken.accounts.changes import may
from baken.accounts.rights import Act


def keep_values(field: forms.ChoiceField, held: Iterable[str]) -> None:
    """Offer also values that the list does not hold any more."""
    offered: list[Any] = list(field.choices)  # type: ignore[arg-type] # flat choices only
    known = {str(value) for value, _words in offered}
    further = [(one, one) for one in map(str, held) if one and one not in known]
    if further:
        field.choices = [*offered, *further]


def keep_records(field: forms.ModelChoiceField[Any], record: Model, name: str, actor: Actor) -> None:
    """Offer also the records that a record names and that are no longer offered.

    One that was withdrawn says so; one that this person may not see is there, but not by its name.
    """
    rows = field.queryset
    if rows is None:
        return
    held = _held(record, name)
    lost = held - set(rows.filter(pk__in=held).values_list("pk", flat=True)) if held else held
    if lost:
        offered = Q(pk__in=rows.values("pk")) | Q(pk__in=lost)
        field.queryset = rows.model._default_manager.filter(offered)
        field.label_from_instance = partial(_label, lost=lost, actor=actor)  # type: ignore[method-assign] # of this one


def _held(record: Model, name: str) -> set[Any]:
    field = record._meta.get_field(name)
    if field.many_to_many:
        return set(getattr(record, name).values_list("pk", flat=True))
    value = getattr(record, f"{name}_id")
    return set() if value is None else {value}


def _label(obj: Any, *, lost: set[Any], actor: Actor) -> str:  # noqa: ANN401 - a record of any kind
    if obj.pk not in lost:
        return str(obj)
    if not may(obj, Act.READ, actor):
        return _("not for your roles")
    return _("%(what)s (withdrawn)") % {"what": obj} if obj.withdrawn else str(obj)
