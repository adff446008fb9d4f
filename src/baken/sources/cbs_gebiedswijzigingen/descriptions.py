# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the text with which CBS describes the history of one municipality.

A text is a number of blocks. Each begins with a heading that has a day in it; below it stand the other
municipalities, each followed by a line with what went over:

    Grenswijziging per 01-01-1999, ontvangen van:
    - Eijsden (GM0905),
    ... 85 hectare met 6 woningen en 28 inwoners
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from baken.model.number import parse_number

_DAY = r"(?P<day>[0-9]{2}-[0-9]{2}-[0-9]{4})"
_CODE = r"\((?P<code>GM[0-9]{4})\),?"
_GIVES = re.compile(rf"[A-Z][\w ]* per {_DAY}, overgegaan naar:")
_RECEIVES = re.compile(rf"[A-Z][\w ]* per {_DAY},? (?:ontvangen van|uit):")
_RENAMED = re.compile(rf"Naamswijziging per {_DAY},?")
_GONE = re.compile(rf"Opgeheven per {_DAY}(?:,.*| wordt .*)?")
_FORMED = re.compile(rf"Ontstaan per {_DAY}(?:,? .*)?")
_BEGUN = re.compile(rf"Begin ?datum {_DAY}")
_OTHER = re.compile(rf"- ?.+ {_CODE}")
_AMOUNTS = re.compile(
    r"\.{3} *(?:(?P<hectares>\S+) hectare)?(?: ?(?:met )?(?P<dwellings>\S+) woning(?:en)?)?"
    r"(?: ?(?:met |en )?(?P<residents>\S+) inwoners?)?"
)
_NEW_NAME = re.compile(rf"nieuwe naam: ?.+ {_CODE}")
# Lines that say nothing about boundaries between municipalities: what it was called before (its old code
# says the same), and that it went to another province.
_ASIDE = re.compile(
    r"\.?|oude naam: ?.*|Begindatum voor 1830|Provinciale wijziging per .*|- overgegaan van provincie .*"
    r"|Gemeentelijke herindeling per [0-9-]+"
)


@dataclass(frozen=True, slots=True)
class Part:
    """What went over between the municipality of the text and another one, as that text states it."""

    day: date
    other: str
    given: bool
    residents: Decimal | None = None
    dwellings: Decimal | None = None
    hectares: Decimal | None = None


@dataclass(slots=True)
class Description:
    """All that a text says. ``unread`` are the lines that are none of the known ones."""

    parts: list[Part] = field(default_factory=list)
    new_codes: list[tuple[date, str]] = field(default_factory=list)
    gone: date | None = None
    formed: date | None = None
    begun: date | None = None
    unread: list[str] = field(default_factory=list)


def read_description(text: str) -> Description:
    """Read the text of one code.

    Raises:
        ValueError: a heading has an impossible day, an amount is no number or is below zero, or an amount
            or another municipality stands where no heading says what it means.

    """
    reader = _Reader()
    for line in text.splitlines():
        reader.take(line.strip())
    reader.finish()
    return reader.found


class _Reader:
    """Takes a text line by line. A part is kept once its amounts, or the next line, have been seen."""

    def __init__(self) -> None:
        self.found = Description()
        self._day: date | None = None
        self._given: bool | None = None
        self._other = ""

    def take(self, line: str) -> None:
        amounts = _AMOUNTS.fullmatch(line)
        if amounts and any(amounts.groupdict().values()):
            self._amounts(amounts)
            return
        self.finish()
        if self._heading(line) or _ASIDE.fullmatch(line):
            return
        other, new_name = _OTHER.fullmatch(line), _NEW_NAME.fullmatch(line)
        if other:
            if self._given is None:
                raise ValueError(f"'{line}' stands below no heading of a change")
            self._other = other["code"]
        elif new_name and self._day:
            self.found.new_codes.append((self._day, new_name["code"]))
        else:
            self.found.unread.append(line)

    def finish(self) -> None:
        """Keep a municipality below which no amounts stand: that something went over is known."""
        if self._other and self._day and self._given is not None:
            self.found.parts.append(Part(self._day, self._other, self._given))
        self._other = ""

    def _heading(self, line: str) -> bool:
        """Whether a line begins a block; the day of that block is kept."""
        gives, receives = _GIVES.fullmatch(line), _RECEIVES.fullmatch(line)
        gone, formed, begun = _GONE.fullmatch(line), _FORMED.fullmatch(line), _BEGUN.fullmatch(line)
        found = gives or receives or _RENAMED.fullmatch(line) or gone or formed or begun
        if not found:
            return False
        self._day = datetime.strptime(found["day"], "%d-%m-%Y").date()
        self._given = bool(gives) if gives or receives else None
        if gone:
            self.found.gone = self._day
        elif formed:
            self.found.formed = self._day
        elif begun:
            self.found.begun = self._day
        return True

    def _amounts(self, found: re.Match[str]) -> None:
        if not self._other or self._day is None or self._given is None:
            raise ValueError(f"'{found[0]}' stands below no municipality")
        self.found.parts.append(
            Part(
                self._day,
                self._other,
                self._given,
                residents=_number(found["residents"], found[0]),
                dwellings=_number(found["dwellings"], found[0]),
                hectares=_number(found["hectares"], found[0]),
            )
        )
        self._other = ""


def _number(text: str | None, line: str) -> Decimal | None:
    """A number in Dutch notation; nothing where the line does not state it."""
    if text is None:
        return None
    try:
        number = parse_number(text, "nl")
    except ValueError as error:
        raise ValueError(f"{error} (in '{line}')") from None
    if number < 0:
        raise ValueError(f"less than nothing cannot go over (in '{line}')")
    return number
