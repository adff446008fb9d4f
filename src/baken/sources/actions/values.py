# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What one cell of the sheet of actions says, and how a value is written so that it reads back the same."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from baken.catalogue.files import UNREADABLE
from baken.council.fuzzy_dates import read_dates
from baken.model.number import parse_number

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_ABSENT = frozenset(
    {"", "-", "–", "?", "n.v.t.", "n.v.t", "nvt", "n/a", "na", "onbekend", "niet bekend", "unknown"}
)
_NO_MONEY = _ABSENT | {"p.m.", "pm", "nog niet bekend", "nader te bepalen", "ntb", "n.t.b."}
_CURRENCY = re.compile(r"€|\beuro's|\beuro\b|\beur\b", re.IGNORECASE)
_ROUND = re.compile(r",[-–=]{1,2}$")
_TWO_WAYS = re.compile(r"[-+\u2212]?[1-9][0-9]{0,2}(?:,[0-9]{3})+", re.ASCII)
_TOO_MUCH = Decimal(10**12)
_SAID_DAY = re.compile(r"(?:(?P<words>.*)\s)?\[(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2}|-)\]", re.DOTALL | re.ASCII)
_BARE_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}", re.ASCII)
_BARE_YEAR = re.compile(r"(?:19|20)[0-9]{2}", re.ASCII)
_SEPARATORS = re.compile(r"[;\n]")


def tidy(text: str) -> str:
    """The text as it is kept: one kind of line end, and no space at the ends."""
    return _BREAKS.sub("\n", text).strip()


def unreadable(text: str) -> str:
    """The first character that nobody can see, no line end or tab, such as U+0007; empty without one."""
    found = next((one[0] for one in UNREADABLE.finditer(text) if one[0] not in "\n\t"), "")
    found = found or next((one for one in text if one in "\ufffe\uffff" or "\ud800" <= one <= "\udfff"), "")
    return f"U+{ord(found):04X}" if found else ""


def is_absent(text: str) -> bool:
    """Whether a text says in so many words that there is nothing or that nobody knows: n.v.t., a dash."""
    return text.strip().casefold() in _ABSENT


def read_money(text: str) -> Decimal | None:
    """An amount of euros: 1.250,50 or € 5.000 or 1250.50; None where the text says that it is not known.

    Raises:
        ValueError: it is no amount, or it can be read in two ways (5,000).

    """
    bare = " ".join(text.split())
    if bare.casefold() in _NO_MONEY:
        return None
    bare = _ROUND.sub("", _CURRENCY.sub("", bare).replace(" ", ""))
    if _TWO_WAYS.fullmatch(bare):
        raise ValueError("two ways")
    try:
        return parse_number(bare, "nl")
    except ValueError:
        return parse_number(bare, "en")


def is_amount(value: Decimal) -> bool:
    """Whether a number is an amount in whole cents, below a million million euros."""
    return value.is_finite() and abs(value) < _TOO_MUCH and value == round(value, 2)


@lru_cache(maxsize=4096)
def read_day(text: str, *, last: bool) -> tuple[str, date | None]:
    """The words and the day of a text: the last day that it allows, or else the first.

    A day between square brackets behind the words goes before what the words say; ``[-]`` says that there is
    none. A date in digits is a day without words. Where nothing or more than one thing is read, no day is
    guessed.
    """
    said = _SAID_DAY.fullmatch(text)
    if said:
        try:
            return said["words"] or "", None if said["day"] == "-" else date.fromisoformat(said["day"])
        except ValueError:
            return text, None
    found = read_dates(f"in {text}" if _BARE_YEAR.fullmatch(text) else text)
    one = found[0] if len(found) == 1 else None
    day = (one.latest if last else one.earliest) if one else None
    return ("" if day and _BARE_DAY.fullmatch(text) else text), day


def written_day(words: str, day: date | None, *, last: bool) -> str | date | None:
    """The cell that ``read_day`` makes the same words and day of: words, a real date, or nothing."""
    if not words:
        return day if day is None or day.year > 1900 else f"[{day.isoformat()}]"
    if read_day(words, last=last) == (words, day):
        return words
    return f"{words} [{day.isoformat() if day else '-'}]"


def read_owners(text: str) -> tuple[str, ...]:
    """Names between semicolons or line ends; a name between double quotes may hold both."""
    names: list[str] = []
    rest = text.strip()
    while rest:
        quoted = re.match(r'"((?:[^"]|"")*)"\s*(?:[;\n]|$)', rest)
        if quoted:
            names.append(quoted[1].replace('""', '"'))
            rest = rest[quoted.end() :].lstrip()
            continue
        parts = _SEPARATORS.split(rest, maxsplit=1)
        names.append(parts[0].strip())
        rest = parts[1].strip() if len(parts) > 1 else ""
    return tuple(name for name in names if name)


def written_owners(names: tuple[str, ...]) -> str:
    """Names as one text."""
    return "; ".join(_quoted(name) for name in names)


def _quoted(name: str) -> str:
    plain = not _SEPARATORS.search(name) and not name.startswith('"') and name == name.strip()
    return name if plain else '"' + name.replace('"', '""') + '"'
