# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Who took part in the making of a document, as a municipality holds it: parties and contributions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from baken.model.errors import InputError

PARTY_KINDS = (
    *("department", "area-team", "police", "prosecutor", "care", "social", "housing", "school"),
    *("business", "residents", "group"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierName:
    """A name that a party had before, with the last day on which a document used it.

    ``until`` is the day on which the name ended; empty where no document tells it.
    """

    name: str
    short: str = ""
    named_on: date | None = None
    until: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedParty:
    """A party that a document names. ``members`` are the names of the parties that a group consists of.

    Raises:
        InputError: nobody knows such a kind of party.

    """

    name: str
    kind: str
    domain: str = ""
    members: tuple[str, ...] = ()
    aliases: tuple[EarlierName, ...] = ()
    source: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if self.kind not in PARTY_KINDS:
            raise InputError(
                f"party '{self.name}' is of the unknown kind '{self.kind}'.",
                do=f"Known: {', '.join(PARTY_KINDS)}.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedContribution:
    """One contributor that a document names, in its own words. What it does not tell is empty.

    ``party`` is who that is and ``via`` the group through which it took part.
    """

    id: str
    party: str
    named_as: str
    how: str = ""
    when: str = ""
    via: str = ""
    result: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipationLog:
    """All who took part in one programme, found by the first day of its term.

    Raises:
        InputError: it names a party that it does not describe, or the same contributor twice.

    """

    programme_from: date | None = None
    document: str = ""
    place: str = ""
    parties: tuple[NamedParty, ...] = ()
    contributions: tuple[NamedContribution, ...] = ()

    def __post_init__(self) -> None:
        known = {one.name for one in self.parties}
        named = {name for one in self.parties for name in one.members}
        named |= {name for one in self.contributions for name in (one.party, one.via) if name}
        if unknown := sorted(named - known):
            raise InputError(f"party '{unknown[0]}' is not described.", do="Add it under 'parties'.")
        ids = [one.id for one in self.contributions]
        if twice := [name for name in ids if ids.count(name) > 1]:
            raise InputError(f"contribution '{twice[0]}' stands here twice.", do="Give each its own id.")
        if self.contributions and self.programme_from is None:
            raise InputError("it is not said which programme this is about.", do="Add 'programme_from'.")
