# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a decision is signed: by the clerk and by the chair, each with a name and a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baken.model.remark import Span
from baken.model.text import Text


class Role(StrEnum):
    """Who signs a decision of a council."""

    CLERK = "griffier"
    CHAIR = "voorzitter"


class SigningState(StrEnum):
    """How far the signing of a decision has come."""

    UNSIGNED = "unsigned"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A place to sign. Of the name only the place is kept; ``on`` is the day of signing.

    Where no day stands at the place itself, it is the day that the decision is dated with.
    """

    role: Role
    span: Span
    name: Span | None = None
    on: date | None = None


def signing_state(signatures: Iterable[Signature]) -> SigningState:
    """Signed once both clerk and chair have a name and a day; until then unsigned."""
    return SigningState.UNSIGNED if missing_of(signatures) else SigningState.SIGNED


def missing_of(signatures: Iterable[Signature]) -> tuple[Text, ...]:
    """What is not recorded yet: for each role a name, a day or both."""
    found = tuple(signatures)
    missing = []
    for role, english in _ENGLISH.items():
        own = [one for one in found if one.role is role]
        if not any(one.name and one.on for one in own):
            lack = _LACKS[any(one.name for one in own), any(one.on for one in own)]
            missing.append(Text(f"{lack.nl} van de {role}", f"{lack.en} of the {english}"))
    return tuple(missing)


_ENGLISH = {Role.CLERK: "clerk", Role.CHAIR: "chair"}
_BOTH = Text("de naam en de datum", "the name and the day")
# By whether there is a name and whether there is a day; one signature must hold both.
_LACKS = {
    (False, False): _BOTH,
    (False, True): Text("de naam", "the name"),
    (True, False): Text("de datum", "the day"),
    (True, True): _BOTH,
}
