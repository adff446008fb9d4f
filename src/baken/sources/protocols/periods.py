# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The period codes of CBS and the police: 2024JJ00 is a year, 2024KW01 a quarter and 2024MM03 a month."""

from __future__ import annotations

import re
from collections.abc import Iterable

from baken.model.errors import InputError
from baken.model.observation import Life
from baken.model.period import Period, PeriodKind

_CODE = re.compile(r"(?P<year>[0-9]{4})(?P<kind>[A-Z]{2})(?P<number>[0-9]{2})")
_KINDS = {"JJ": PeriodKind.YEAR, "KW": PeriodKind.QUARTER, "MM": PeriodKind.MONTH}
_LIVES = {
    "Definitief": Life.FINAL,
    "Voorlopig": Life.PROVISIONAL,
    "NaderVoorlopig": Life.PROVISIONAL,
    "Nader voorlopig": Life.PROVISIONAL,
}


def period_of(code: str, part: str, *, wave: bool = False) -> Period | None:
    """The period behind a code, or nothing for a kind of period that is not used here (a school year).

    Args:
        code: as the publisher writes it; padding does not matter.
        part: the reply that it stands in, for the message.
        wave: whether a year is the wave of a survey.

    Raises:
        InputError: the code is no period, such as a thirteenth month.

    """
    found = _CODE.fullmatch(code.strip())
    if not found:
        raise InputError(f"'{code.strip()}' is no period.", where=part, do="Tell the publisher.")
    kind = _KINDS.get(found["kind"])
    if kind is None:
        return None
    if wave and kind is PeriodKind.YEAR:
        kind = PeriodKind.WAVE
    try:
        return Period(kind, int(found["year"]), int(found["number"]))
    except ValueError as error:
        raise InputError(f"'{code.strip()}' is no period.", where=part, do="Tell the publisher.") from error


def life_of(status: str | None, code: str, part: str) -> Life:
    """How final the figures of a period are.

    Raises:
        InputError: the publisher uses a word that is not known.

    """
    found = _LIVES.get((status or "").strip())
    if found is None:
        raise InputError(
            f"the status of {code.strip()} is '{status}'.", where=part, do=f"Known: {', '.join(_LIVES)}."
        )
    return found


def years_from(since: Period, years: Iterable[int]) -> tuple[str, ...]:
    """The years that reach into what is wanted, as the first letters of their codes."""
    return tuple(str(year) for year in sorted(set(years)) if year >= since.year)


def gaps(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The periods between the first and the last of each kind that a table skips."""
    found: list[Period] = []
    for kind, last in ((PeriodKind.YEAR, 0), (PeriodKind.QUARTER, 4), (PeriodKind.MONTH, 12)):
        held = sorted(period for period in periods if period.kind is kind)
        if held:
            numbers = range(1, last + 1) if last else range(1)
            between = (
                Period(kind, year, n) for year in range(held[0].year, held[-1].year + 1) for n in numbers
            )
            found += [one for one in between if held[0] < one < held[-1] and one not in held]
    return tuple(found)
