# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a municipality knows by name (themes, goals, areas, indicators), found in what people type."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from baken.model.text import Language, Text
from baken.sources.actions.layout import Field
from baken.sources.own.texts import normal


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something that an action can name: how it is kept, what it is called, and other names for it."""

    id: str
    name: Text
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownNames:
    """All that an action can name, in the order of the lists that people choose from."""

    themes: tuple[Choice, ...] = ()
    goals: tuple[Choice, ...] = ()
    areas: tuple[Choice, ...] = ()
    indicators: tuple[Choice, ...] = ()

    def of(self, field: Field) -> tuple[Choice, ...]:
        """The choices of one column; none for a column with free text."""
        return {
            Field.THEME: self.themes,
            Field.GOAL: self.goals,
            Field.AREA: self.areas,
            Field.INDICATOR: self.indicators,
        }.get(field, ())


class NameIndex:
    """Finds choices by id or name, whatever the capitals and spaces."""

    def __init__(self, choices: tuple[Choice, ...]) -> None:
        """Take the choices of one column."""
        self.choices = choices
        self._ids = {normal(one.id): one.id for one in choices}
        self._named: dict[str, list[str]] = {}
        for one in choices:
            for text in dict.fromkeys(map(normal, (one.name.nl, one.name.en, *one.others))):
                self._named.setdefault(text, []).append(one.id)

    def find(self, text: str) -> tuple[str, ...]:
        """The ids that a text can mean; an id goes before a name. More than one: nobody can tell."""
        bare = normal(text)
        if bare in self._ids:
            return (self._ids[bare],)
        return tuple(self._named.get(bare, ()))

    def nearest(self, text: str) -> tuple[str, ...]:
        """The known names nearest to a text, best first; none where nothing is like it."""
        shown = {normal(one.id): one.id for one in self.choices}
        shown |= {normal(one.name.nl): one.name.nl for one in self.choices}
        return tuple(shown[one] for one in get_close_matches(normal(text), shown, n=3))

    def shown(self, name: str, language: Language) -> str:
        """How an id is written: by its name, or by the id itself where the name could mean something else."""
        called = next((one.name.in_(language) for one in self.choices if one.id == name), "")
        return called if called.strip() and self.find(called) == (name,) else name
