# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Who decides what in a country, read from ``governance.yaml``: bodies, roles, products and measures.

What follows from it for one decision stands in ``baken.council.competence``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from baken.catalogue.catalogue import DATA
from baken.catalogue.files import load, where
from baken.catalogue.law import load_law
from baken.model.errors import InputError, NotHeldError
from baken.model.governance import Body, ProductKind, Role
from baken.model.law import LawRegister, Mark
from baken.model.text import Text


class Act(StrEnum):
    """What the body that a product belongs to does with it."""

    ADOPTS = "adopts"
    SENDS = "sends"
    PROPOSES = "proposes"
    DECIDES = "decides"


@dataclass(frozen=True, slots=True, kw_only=True)
class Competence:
    """Something that a body does by law or custom; information only, nothing is done with it here."""

    id: str
    text: Text
    source: str
    mark: Mark
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyRule:
    """A body: its names, whether it decides, who takes part in it where that is fixed, and what it does.

    ``called`` is its name as a sentence takes it, with the word before it (*het college ...*).
    """

    id: Body
    name: Text
    called: Text
    words: tuple[str, ...]
    decides: bool
    members: tuple[Text, ...] = ()
    competences: tuple[Competence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRule:
    """A role: its names, and the bodies whose decisions and agreements it records."""

    id: Role
    name: Text
    words: tuple[str, ...] = ()
    records: tuple[Body, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """One of ``kinds``, an act of the body ``by``, must come first; of ``only`` where that is given.

    ``same_period``: it must be one whose years meet those of the product.
    """

    kinds: tuple[ProductKind, ...]
    by: Body
    why: Text
    only: Body | None = None
    same_period: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductRule:
    """A kind of product: whose it is, what that body does with it, and what must be there before.

    ``bodies`` are those of the municipality that may, ``parties`` others who do where none of these may.
    ``informed`` gets it, ``consulted`` is heard first. ``basis`` are ids of the legal basis register.
    ``years`` is how long it runs, where a law or a document says so.
    """

    id: ProductKind
    name: Text
    source: str
    mark: Mark
    synonyms: tuple[str, ...] = ()
    act: Act | None = None
    bodies: tuple[Body, ...] = ()
    parties: tuple[Text, ...] = ()
    informed: tuple[Body, ...] = ()
    consulted: tuple[Body, ...] = ()
    before: tuple[Before, ...] = ()
    goals: bool = False
    basis: tuple[str, ...] = ()
    years: int | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRule:
    """A kind of measure that takes a power, with the powers that it can rest on (ids of the register)."""

    id: str
    name: Text
    powers: tuple[str, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernanceFile:
    """What ``governance.yaml`` holds."""

    bodies: tuple[BodyRule, ...]
    roles: tuple[RoleRule, ...]
    products: tuple[ProductRule, ...]
    measures: tuple[MeasureRule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Governance(GovernanceFile):
    """Who decides what in one country, with the register of the law that it rests on."""

    law: LawRegister

    def body(self, body: Body) -> BodyRule:
        """The rules of a body; every body has some."""
        return next(one for one in self.bodies if one.id is body)

    def role(self, role: Role) -> RoleRule:
        """The rules of a role; every role has some."""
        return next(one for one in self.roles if one.id is role)

    def product(self, kind: ProductKind) -> ProductRule:
        """The rules of a kind of product; every kind has some."""
        return next(one for one in self.products if one.id is kind)

    def recorder(self, body: Body) -> RoleRule:
        """The role that records what a body decided or agreed; every body has one."""
        return next(one for one in self.roles if body in one.records)

    def body_called(self, name: str) -> Body | None:
        """The body that a text calls so, such as *college* or *raad*; None if there is none."""
        return next((one.id for one in self.bodies if _called(name, one.name, one.words)), None)

    def role_called(self, name: str) -> Role | None:
        """The role that goes by a name, such as *griffier*; None if there is none."""
        return next((one.id for one in self.roles if _called(name, one.name, one.words)), None)

    def kind_called(self, name: str) -> ProductKind | None:
        """The kind of product that a text calls so, such as *IVP* or *kadernota*; None if there is none."""
        return next((one.id for one in self.products if _called(name, one.name, one.synonyms)), None)

    def measure_called(self, name: str) -> MeasureRule | None:
        """The kind of measure by its id or by what a text calls it; None if there is none."""
        return next((one for one in self.measures if _called(name, one.name, (one.id, *one.words))), None)


def _called(asked: str, name: Text, words: tuple[str, ...]) -> bool:
    folded = " ".join(asked.split()).casefold()
    return folded in {one.casefold() for one in (name.nl, name.en, *words)}


@cache
def load_governance(country: str = "nl", root: Path = DATA) -> Governance:
    """Read and check who decides what in one country, against its legal basis register.

    Raises:
        NotHeldError: no rules are held for this country.
        InputError: the file is wrong; names the entry.

    """
    path = root / country / "governance.yaml"
    if not path.exists():
        raise NotHeldError(
            f"who decides what is not written down for '{country}'.",
            where=where(path),
            do="Write it after the example of the Netherlands.",
        )
    held, law = load(GovernanceFile, path), load_law(country, root)
    for problem in _problems(held, law):
        raise InputError(problem, where=where(path))
    return Governance(
        bodies=held.bodies, roles=held.roles, products=held.products, measures=held.measures, law=law
    )


def _problems(governance: GovernanceFile, law: LawRegister) -> Iterator[str]:
    """What is missing, stands there twice, points at nothing or cannot be."""
    yield from _each_once("body", (one.id for one in governance.bodies), Body)
    yield from _each_once("role", (one.id for one in governance.roles), Role)
    yield from _each_once("kind of product", (one.id for one in governance.products), ProductKind)
    recorded = [body for one in governance.roles for body in one.records]
    yield from _each_once("recorder of the body", recorded, Body)
    yield from _names("body", ((one.name, one.words) for one in governance.bodies))
    yield from _names("role", ((one.name, one.words) for one in governance.roles))
    yield from _names("product", ((one.name, one.synonyms) for one in governance.products))
    yield from _names("measure", ((one.name, (one.id, *one.words)) for one in governance.measures))
    deciding = {one.id for one in governance.bodies if one.decides}
    for one in governance.products:
        yield from _product(one, deciding)
    named = [(f"product '{one.id}'", one.basis) for one in governance.products]
    named += [(f"measure '{one.id}'", one.powers) for one in governance.measures]
    named += [(f"competence '{one.id}'", one.basis) for body in governance.bodies for one in body.competences]
    for who, ids in named:
        yield from (
            f"the {who} rests on '{name}', which is not in law.yaml." for name in ids if name not in law.by_id
        )
    for each in governance.measures:
        yield from _measure(each, law)


def _each_once(what: str, found: Iterable[StrEnum], kind: type[StrEnum]) -> Iterator[str]:
    counts = Counter(found)
    yield from (f"the {what} '{one}' is missing." for one in kind if not counts[one])
    yield from (f"the {what} '{one}' stands here twice." for one, n in counts.items() if n > 1)


def _names(what: str, named: Iterable[tuple[Text, tuple[str, ...]]]) -> Iterator[str]:
    """Names by which two different things would be found."""
    owners = Counter(
        word for name, words in named for word in {one.casefold() for one in (name.nl, name.en, *words)}
    )
    yield from (f"more than one {what} is called '{word}'." for word, n in owners.items() if n > 1)


def _product(one: ProductRule, deciding: set[Body]) -> Iterator[str]:
    if bool(one.bodies) != (one.act is not None):
        yield f"product '{one.id}' has bodies without an act, or an act without bodies."
    if one.bodies and one.parties:
        yield f"product '{one.id}' is of a body and of other parties at once."
    for body in (*one.bodies, *(each.by for each in one.before)):
        if body not in deciding:
            yield f"product '{one.id}' is left to the {body}, which decides nothing."
    if any(one.id in each.kinds for each in one.before):
        yield f"product '{one.id}' must come before itself."
    if one.years is not None and one.years < 1:
        yield f"product '{one.id}' runs for less than a year."


def _measure(one: MeasureRule, law: LawRegister) -> Iterator[str]:
    if not one.powers:
        yield f"measure '{one.id}' rests on no power."
    holders = {law.by_id[name].holders for name in one.powers if name in law.by_id}
    if len(holders) > 1 or () in holders:
        yield f"measure '{one.id}' rests on powers of different bodies, or of none."
