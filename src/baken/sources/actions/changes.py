# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a file with actions changes: new ones, changed ones field by field, and those it says nothing of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from baken.model.action import Action
from baken.model.text import Text
from baken.sources.actions.layout import COLUMN_OF, Field
from baken.sources.actions.reading import ReadActions
from baken.sources.actions.row import ReadAction
from baken.sources.actions.values import tidy

_PARTS = {Field.START: ("start_words", "start"), Field.END: ("end_words", "end")}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of an action that changes. ``name`` is that of the field of ``Action``."""

    name: str
    heading: Text
    old: object
    new: object


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionChange:
    """One action that changes; ``after`` has the new fields, and all that the file says nothing of."""

    before: Action
    after: Action
    fields: tuple[FieldChange, ...]
    row: ReadAction


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionChanges:
    """What would change. Nothing is ever deleted because a file leaves it out.

    ``missing`` are actions that the file does not name: they are left alone. ``unmatched`` are rows whose id
    nobody knows: they are not used, because they may be of another plan.
    """

    added: tuple[ReadAction, ...] = ()
    changed: tuple[ActionChange, ...] = ()
    untouched: tuple[Action, ...] = ()
    missing: tuple[Action, ...] = ()
    unmatched: tuple[ReadAction, ...] = ()

    def lines(self) -> tuple[Text, ...]:
        """What must be said beside the changes: what is left alone, and which rows are not used."""
        left = (
            Text(
                f"'{one.id}' ({one.title}) staat niet in het bestand en blijft zoals het is.",
                f"'{one.id}' ({one.title}) is not in the file and stays as it is.",
            )
            for one in self.missing
        )
        unknown = (
            Text(
                f"{one.place.nl}: het kenmerk '{one.action.id}' is niet bekend; de rij is niet "
                "gebruikt. Maak het kenmerk leeg als het een nieuwe actie is.",
                f"{one.place.en}: the id '{one.action.id}' is not known; the row is not used. "
                "Make the id empty if it is a new action.",
            )
            for one in self.unmatched
        )
        return (*left, *unknown)


def compare(old: Iterable[Action], new: ReadActions) -> ActionChanges:
    """What a file that was read changes in the actions that there are.

    Columns that the file does not have change nothing. Spaces at the ends of a text and the kind of line end
    are no change.
    """
    held = {one.id: one for one in old}
    changed: list[ActionChange] = []
    untouched: list[Action] = []
    for row in new.rows:
        before = held.get(row.action.id)
        if before is None:
            continue
        found = tuple(_changes(before, row))
        if found:
            fresh: dict[str, Any] = {one.name: one.new for one in found}
            after = replace(before, **fresh)
            changed.append(ActionChange(before=before, after=after, fields=found, row=row))
        else:
            untouched.append(before)
    named = {one.action.id for one in new.rows}
    return ActionChanges(
        added=tuple(one for one in new.rows if not one.action.id),
        changed=tuple(changed),
        untouched=tuple(untouched),
        missing=tuple(one for name, one in held.items() if name not in named),
        unmatched=tuple(one for one in new.rows if one.action.id and one.action.id not in held),
    )


def settled(action: Action) -> Action:
    """The same action with its texts as a file keeps them: one kind of line end, no spaces at the ends."""
    kept: dict[str, Any] = {
        one.name: tidy(value)
        for one in fields(action)
        if type(value := getattr(action, one.name)) is str and value != tidy(value)
    }
    owners = tuple(filter(None, map(tidy, action.co_owners)))
    return replace(action, **kept, co_owners=owners)


def _changes(before: Action, row: ReadAction) -> Iterable[FieldChange]:
    was = settled(before)
    for field, column in COLUMN_OF.items():
        if field not in row.given:
            continue
        for name in _PARTS.get(field, (field.value,)):
            new = getattr(row.action, name)
            if new != getattr(was, name):
                yield FieldChange(name=name, heading=column.heading, old=getattr(before, name), new=new)
