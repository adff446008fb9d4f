# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A database in which every kind of record stands in every form that a right can depend on.

Records are made straight into the tables, past the rules of the cycle: what is tested here is who sees and
does what, so that a new kind of record is part of it without a word about it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.text import slugify

from baken.accounts import districts
from baken.accounts.actor import Post
from baken.accounts.models import Account, Record
from baken.cycle.fields import AreaField
from baken.desk.registers import ALL
from baken.model.governance import BY_AREA, Role
from people import DEPARTMENT, FACTION

_REGISTERED = [one.model for one in ALL]
_OTHERS = [one for one in apps.get_models() if issubclass(one, Record) and one not in _REGISTERED]
KINDS: tuple[type[Record], ...] = (*_REGISTERED, *_OTHERS)
"""Every kind of record, whether or not it has a register."""
FIRST = date(2020, 1, 1)
OWN, OTHER, COUNCIL, PUBLIC, WITHDRAWN = "own", "other", "council", "public", "withdrawn"
FORMS = (OWN, OTHER, COUNCIL, PUBLIC, WITHDRAWN)
"""The forms of every kind: in the own district and internal, in another, shared, public, and out of use."""


def post_of(role: Role) -> Post:
    """The post of a role as the people of the tests have it."""
    return Post(
        role=role,
        area=districts.districts()[0][0] if role in BY_AREA else "",
        faction=FACTION if role is Role.COUNCIL_MEMBER else "",
        department=DEPARTMENT if role is Role.ACTION_OWNER else "",
    )


def areas() -> dict[str, str]:
    """The areas that records are about, by form: some more than the two districts."""
    own, other = districts.districts()[0][0], districts.districts()[1][0]
    return {
        OWN: own,
        OTHER: other,
        "own-neighbourhood": districts.codes_within(own)[1],
        "other-neighbourhood": districts.codes_within(other)[1],
        "whole-municipality": settings.BAKEN_AREA,
        "nowhere": "",
    }


@dataclass(kw_only=True)
class World:
    """What was made: records by kind and form.

    ``words`` stands in front of every text. ``marks`` says which record a page shows when it shows a
    word, and     ``secrets`` which hidden field.
    """

    words: str = "zz"
    made: dict[type[Record], dict[str, Record]] = field(default_factory=dict)
    marks: dict[str, Record] = field(default_factory=dict)
    secrets: dict[str, tuple[type[Record], str]] = field(default_factory=dict)
    count: int = 0

    def of(self, kind: type[Record]) -> dict[str, Record]:
        """The records of one kind, made when first asked for."""
        if kind not in self.made:
            self.made[kind] = {}
            for form, values in _forms(kind, self):
                self.made[kind][form] = self._make(kind, form, values)
        return self.made[kind]

    def fill(self) -> None:
        """Make every record of every kind."""
        for kind in KINDS:
            self.of(kind)

    def _make(self, kind: type[Record], form: str, values: Mapping[str, Any]) -> Record:
        self.count += 1
        # The trail and the list of links find records by these, so each is one word that stands nowhere else.
        mark = f"{self.words}{self.count}zz"
        made = kind(id=slugify(f"{kind._meta.model_name}-{form}")[:60], withdrawn=form == WITHDRAWN)
        self.marks[mark] = made
        for one in kind._meta.concrete_fields:
            if one.name in values:
                setattr(made, one.name, values[one.name])
            elif one.name not in {"id", "version", "withdrawn"}:
                setattr(made, one.name, self._value(one, form, mark))
        self._keep_apart(made, form, values)
        kind._default_manager.bulk_create([made])
        for several in kind._meta.many_to_many:
            if several.related_model in KINDS and several.related_model is not kind:
                getattr(made, several.name).add(self._linked(several.related_model, form))
        return made

    def _keep_apart(self, made: Record, form: str, values: Mapping[str, Any]) -> None:
        """Hang a record from another one where the table would hold the same twice."""
        kind = type(made)
        for rule in kind._meta.constraints:
            names = getattr(rule, "fields", ())
            same = {name: getattr(made, name) for name in names}
            if names and kind._default_manager.filter(**same).exists():
                free = next(
                    one for one in names if one not in values and kind._meta.get_field(one).is_relation
                )
                setattr(made, free, self._own_copy(kind._meta.get_field(free).related_model, kind, form))

    def _own_copy(self, related: Any, kind: Any, form: str) -> Record:
        """A record that nothing else hangs from."""
        form = form if form in FORMS else OWN
        name = f"{kind._meta.model_name}-{self.count}"
        self.of(related)[name] = self._make(related, name, dict(_fixed(related, form, self)))
        return self.made[related][name]

    def _linked(self, kind: type[Any], form: str) -> Record:
        held = self.of(kind)
        return held.get(form) or held[OWN]

    def _value(self, one: models.Field[Any, Any], form: str, mark: str) -> object:
        kind: Any = one.model
        if one.name in kind.rights.hidden and not one.is_relation:
            value = 910_000 + self.count if isinstance(one, models.IntegerField) else f"hh{self.count}hh"
            self.secrets[str(value)] = (kind, one.name)
            return value
        if one.is_relation:
            return self._relation(one, form)
        if isinstance(one, AreaField) or one.name == "area":
            return areas()[OTHER if form == OTHER else OWN]
        if one.choices:
            return one.flatchoices[0][0]
        return _plain(one, mark, self.count)

    def _relation(self, one: models.Field[Any, Any], form: str) -> Record | None:
        kind: type[Any] = one.related_model  # type: ignore[assignment] # a relation has a model
        if (
            kind not in KINDS
            or kind is one.model
            or (one.null and kind in self.made and OWN not in self.made[kind])
        ):
            return None
        if one.one_to_one:
            return self._own_copy(kind, one.model, form)
        return self._linked(kind, form)


def _plain(one: models.Field[Any, Any], mark: str, number: int) -> object:  # noqa: PLR0911 - a table
    """A value that fits a field, different for each record where it can be."""
    day = FIRST + timedelta(days=number + (2000 if one.name in {"end", "latest", "due_latest"} else 0))
    match one:
        case models.BooleanField():
            return one.get_default()
        case models.DateTimeField():
            return datetime(2026, 1, 1, tzinfo=UTC) if not one.null else None
        case models.DateField():
            return day
        case models.JSONField():
            return one.get_default()
        case models.BinaryField():
            return b""
        case models.DecimalField() | models.IntegerField():
            return 3
        case models.EmailField():
            return f"{mark}@example.nl"
        case _:
            return f"{mark} {one.name}"[: one.max_length or 200]


def _fixed(kind: type[Record], form: str, world: World) -> Iterator[tuple[str, object]]:
    """What a form of itself says about the fields of a kind."""
    del world
    names = {one.name: one for one in kind._meta.concrete_fields}
    if "visibility" in names:
        yield "visibility", form if form in {COUNCIL, PUBLIC} else "internal"
    if kind._meta.model_name == "party" and form == OWN:
        yield "name", DEPARTMENT
    if form == OWN:
        for name, value in (("faction", FACTION), ("department", DEPARTMENT)):
            if name in names and not names[name].is_relation:
                yield name, value
        if kind._meta.model_name == "faction":
            yield "name", FACTION
    if kind is Account:
        yield "is_active", True
        yield "password", "!"
        yield "last_login", None


def _forms(kind: type[Record], world: World) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every form of a kind, with what it sets: areas, states, choices, and what it hangs from."""
    for form in FORMS:
        yield form, dict(_fixed(kind, form, world))
    own = dict(_fixed(kind, OWN, world)) if kind._meta.model_name not in {"party", "faction"} else {}
    yield from _of_fields(kind, own)
    for path in sorted(_paths(kind)):
        link, *rest = path.split("__")
        related: type[Any] = kind._meta.get_field(link).related_model  # type: ignore[assignment] # a relation
        if len(rest) == 1 and rest[0] not in {"visibility", "area", "name"}:
            for form, record in world.of(related).items():
                if form.startswith(f"{rest[0]}-"):
                    yield f"{link}-{form}", {**own, link: record}


def _of_fields(kind: type[Record], own: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every area, and every choice of every field."""
    for one in kind._meta.concrete_fields:
        if isinstance(one, AreaField) or one.name == "area":
            for form, code in areas().items():
                if form not in FORMS:
                    yield form, {**own, one.name: code}
        elif one.choices and one.name != "visibility":
            for value, _ in one.flatchoices[1:]:
                yield f"{one.name}-{value}", {**own, one.name: value}


def _paths(kind: type[Record]) -> set[str]:
    """The fields of other records that rights to this kind depend on."""
    found: set[str] = set()
    rights = kind.rights
    for table in (rights.read, rights.add, rights.change or {}, *rights.steps.values()):
        for role, rows in table.items():
            found |= set(_names(rows(post_of(role))))
    return {one for one in found if "__" in one}


def _names(condition: Q) -> Iterator[str]:
    children: list[Any] = list(condition.children)
    for child in children:
        if isinstance(child, Q):
            yield from _names(child)
        else:
            name = str(child[0])
            yield name.removesuffix("__in").removesuffix("__isnull")
