# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What of small areas may be published: the rules of a country or of one municipality, as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from baken.model.area import AreaLevel
from baken.model.errors import InputError
from baken.model.period import PeriodKind
from baken.model.text import Text

_SMALLEST_BASE, _LARGEST_BASE = 3, 20


class Role(StrEnum):
    """As whom somebody looks at a figure."""

    PUBLIC = "public"
    STAFF = "staff"
    MAYOR = "burgemeester"
    ORDER_OFFICER = "aov"


class Sight(StrEnum):
    """What somebody may see of a count: the count, that it is too small to tell, or nothing at all."""

    SHOWN = "shown"
    SUPPRESSED = "suppressed"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedCategory:
    """A kind of offence of which no figure appears below the municipality, whatever its size.

    ``codes`` are keyed by counting system, ``casework`` names kinds of casework. ``words`` are the beginnings
    of words that name the category in a text. With ``visible_to`` nobody else sees any figure of it at all,
    also not of the whole municipality.
    """

    id: str
    name: Text
    reason: Text
    codes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    indicators: tuple[str, ...] = ()
    casework: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    visible_to: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicTable:
    """A source whose publisher gives exact figures of small areas to everybody: they are no secret."""

    source: str
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureRules:
    """How small counts are protected.

    Counts of 1 to ``base`` - 1 are small. ``levels`` gives for each level below the municipality the shortest
    period of which a figure may appear; of a level that is not in it nothing is published. ``respondents`` is
    the fewest answers behind a share of a survey in such an area. A period is frozen ``closes_after`` months
    after its end: what changes later is a new version.

    Raises:
        InputError: a number makes no sense.

    """

    base: int
    levels: dict[AreaLevel, PeriodKind]
    respondents: int
    closes_after: int
    categories: tuple[ProtectedCategory, ...] = ()
    public: tuple[PublicTable, ...] = ()

    def __post_init__(self) -> None:
        if not _SMALLEST_BASE <= self.base <= _LARGEST_BASE:
            raise InputError(f"counts cannot be rounded to {self.base}.", do="Use a base of 3 to 20.")
        if self.respondents < 1 or self.closes_after < 0:
            raise InputError("the fewest respondents or the closing time of the disclosure rules is wrong.")

    def protects(self, measure: str) -> ProtectedCategory | None:
        """The category that keeps a measure (``system/code``) or indicator above small areas, if any."""
        system, _, code = measure.partition("/")
        for one in self.categories:
            if measure in one.indicators or (code and code in one.codes.get(system, ())):
                return one
        return None

    def sight_of(self, casework: str, count: int, minimum: int, role: Role) -> Sight:
        """What a role may see of a municipal count of casework.

        A reserved kind is withheld from everybody else, whatever the count, so that it is not told either
        whether there are few. Of any other kind a count below ``minimum`` is suppressed for the public.
        """
        reserved = self.reserved(casework)
        if reserved:
            return Sight.SHOWN if role in reserved else Sight.WITHHELD
        if role is Role.PUBLIC and 0 < count < minimum:
            return Sight.SUPPRESSED
        return Sight.SHOWN

    def reserved(self, casework: str) -> tuple[Role, ...]:
        """The roles that a kind of casework is kept for; none where it is for everybody."""
        found = (one for one in self.categories if casework in one.casework)
        return next((one.visible_to for one in found), ())

    def is_public(self, source: str) -> bool:
        """Whether everybody can look up the exact figures of a source."""
        return any(one.source == source for one in self.public)


NOTHING_SMALL = DisclosureRules(base=5, levels={}, respondents=1, closes_after=0)
"""The rules of a country that has written none: nothing appears below the municipality."""
