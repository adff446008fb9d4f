# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The legal basis register: laws, their articles, who holds which power, and whether anybody checked it.

An article that nobody held against the law in force is a note for those who work with it. It is marked so
where they see it, and is never told to the public as fact.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from baken.model.errors import UsageError
from baken.model.governance import Body
from baken.model.text import Text


class LawLevel(StrEnum):
    """Who made a law."""

    EUROPEAN = "european"
    ACT = "act"
    DECREE = "decree"
    """An algemene maatregel van bestuur."""
    REGULATION = "regulation"
    """A ministeriële regeling."""
    LOCAL = "local"
    """An ordinance of the municipality itself."""


class ArticleKind(StrEnum):
    """What an article does."""

    DUTY = "duty"
    POWER = "power"
    RULE = "rule"


class Mark(StrEnum):
    """Where the content of an entry comes from; none of the three is a check against the law."""

    DOCUMENT = "S"
    """A document of the municipality says it."""
    PUBLIC = "W"
    """A public source says it."""
    GENERAL = "M"
    """General knowledge."""


class Need(StrEnum):
    """What must be there before a power can be used."""

    ORDINANCE = "ordinance"


NEEDS = {
    Need.ORDINANCE: Text(
        "een verordening van de raad die de bevoegdheid geeft",
        "an ordinance of the council that gives the power",
    )
}
"""How each need is said."""

NOT_CHECKED = Text("niet gecontroleerd", "not checked")
"""What stands beside an unchecked article in the workspace."""

BASIS_NOT_CHECKED = Text(
    "De wettelijke grondslag is nog niet gecontroleerd.", "The legal basis has not been checked yet."
)
"""All that the public hears of an unchecked article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """That somebody held an article against the law in force: on which day, who (a role), in which text."""

    on: date
    by: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """One law. ``others`` are names that documents give it beside the official one."""

    id: str
    name: str
    english: str
    level: LawLevel
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article, member of an article, or law as a whole (``article`` empty) that the register holds.

    ``citation`` is the one form in which it is cited. ``holders`` are the bodies of the municipality that the
    duty or power belongs to, ``parties`` others. ``years``: a duty to be met at least once in so many years.
    ``source`` and ``marks`` say where the content comes from; ``checked`` is empty until somebody checked it.
    """

    id: str
    law: str
    citation: str
    gives: Text
    kind: ArticleKind
    source: str
    marks: tuple[Mark, ...]
    article: str = ""
    member: int | None = None
    holders: tuple[Body, ...] = ()
    parties: tuple[Text, ...] = ()
    needs: tuple[Need, ...] = ()
    years: int | None = None
    checked: Check | None = None


def workspace_words(article: Article) -> Text:
    """An article for those who work with it; one that nobody checked says so."""
    note = NOT_CHECKED if article.checked is None else None
    nl, en = (f" ({note.nl})", f" ({note.en})") if note else ("", "")
    return Text(f"{article.citation}: {article.gives.nl}{nl}", f"{article.citation}: {article.gives.en}{en}")


def public_words(article: Article) -> Text:
    """An article for the public: its content once it was checked, until then only that it was not."""
    if article.checked is None:
        return BASIS_NOT_CHECKED
    return Text(f"{article.citation}: {article.gives.nl}", f"{article.citation}: {article.gives.en}")


def public_citation(article: Article) -> str:
    """How an article is cited in what is published: not at all until it was checked."""
    return article.citation if article.checked else ""


@dataclass(frozen=True)
class LawRegister:
    """The laws and articles of one country."""

    laws: tuple[Law, ...]
    articles: tuple[Article, ...]

    @cached_property
    def by_id(self) -> dict[str, Article]:
        """The articles by id."""
        return {one.id: one for one in self.articles}

    @cached_property
    def other_names(self) -> dict[str, str]:
        """The official name of a law by each other name. A law without other names stands there as itself."""
        return {other: one.name for one in self.laws for other in (one.others or (one.name,))}

    def article(self, name: str) -> Article:
        """One article by its id.

        Raises:
            UsageError: the register does not hold it.

        """
        found = self.by_id.get(name)
        if found is None:
            raise UsageError(
                f"'{name}' is not in the register of legal bases.",
                do="Choose one that is there, or add it to law.yaml with its source.",
            )
        return found

    def held_by(self, body: Body) -> tuple[Article, ...]:
        """The powers of a body: its competence register."""
        return tuple(one for one in self.articles if one.kind is ArticleKind.POWER and body in one.holders)

    @property
    def unchecked(self) -> tuple[Article, ...]:
        """The articles that nobody checked yet."""
        return tuple(one for one in self.articles if one.checked is None)
