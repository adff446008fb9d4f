# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Shares of a whole, exact, that may hold parts of which the size is not known.

An unknown part is a letter that is calculated with. So two parts of unknown size that come together again
are known again: x + (1 - x) is 1. A number is never put in the place of a letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple


class Why(StrEnum):
    """Why a share cannot be computed."""

    NOT_STATED = "how much went over was not stated"
    NO_SIZE = "the size of the giver before that day is not known"
    TOO_MUCH = "more went over than the giver had"


class Unknown(NamedTuple):
    """A part whose share cannot be computed: who gave it to whom on which day, and why it is not known."""

    day: date
    giver: str
    receiver: str
    why: Why

    def __str__(self) -> str:
        return f"{self.giver} to {self.receiver} on {self.day}: {self.why}"


Letters = tuple[Unknown, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """A sum of terms, each a number times letters (none: the number itself). No term is zero."""

    terms: Mapping[Letters, Fraction] = field(default_factory=dict)

    @classmethod
    def of(cls, number: Fraction | int) -> Share:
        """A share that is known."""
        return cls({(): Fraction(number)} if number else {})

    @classmethod
    def unknown(cls, letter: Unknown) -> Share:
        """A share that is not known."""
        return cls({(letter,): Fraction(1)})

    def __bool__(self) -> bool:
        """Whether it is anything but nothing."""
        return bool(self.terms)

    def __add__(self, other: Share) -> Share:
        found = dict(self.terms)
        for letters, number in other.terms.items():
            found[letters] = found.get(letters, Fraction(0)) + number
        return Share({letters: number for letters, number in found.items() if number})

    def __sub__(self, other: Share) -> Share:
        return self + Share({letters: -number for letters, number in other.terms.items()})

    def __mul__(self, other: Share) -> Share:
        found = Share()
        for mine, number in self.terms.items():
            scaled = {tuple(sorted(mine + its)): number * times for its, times in other.terms.items()}
            found += Share(scaled)
        return found

    @property
    def number(self) -> Fraction | None:
        """The share as a number, or nothing where a part of it is not known."""
        if not self.terms:
            return Fraction(0)
        return self.terms[()] if set(self.terms) == {()} else None

    @property
    def unknowns(self) -> tuple[Unknown, ...]:
        """The parts that are not known, in order."""
        return tuple(sorted({letter for letters in self.terms for letter in letters}))


NOTHING = Share()
WHOLE = Share.of(1)
