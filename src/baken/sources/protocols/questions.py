# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The filters of a question. Keys can be padded with spaces, so only their beginning is asked."""

from __future__ import annotations

from collections.abc import Iterable

from baken.model.period import Period
from baken.sources.contract import Ask
from baken.sources.protocols.area_codes import AreaCodes
from baken.sources.protocols.periods import years_from

# With as many an address stays well under the length that servers take.
_AREAS_AT_ONCE = 16


def starts_with(column: str, starts: Iterable[str]) -> str:
    """Rows whose key begins with one of these; no filter where there are none."""
    one_of = " or ".join(f"startswith({column},'{start}')" for start in starts)
    return f"({one_of})" if one_of else ""


def both(*filters: str) -> str:
    """Rows that pass every filter that says something."""
    return " and ".join(one for one in filters if one)


def years(since: Period | None, codes: Iterable[str]) -> tuple[str, ...]:
    """The years that are asked, as the first letters of period codes; nothing for all."""
    if since is None:
        return ()
    # A table that ends before what is wanted is not asked for all that it has.
    return years_from(since, (int(code[:4]) for code in codes if code[:4].isdecimal())) or (str(since.year),)


def area_groups(ask: Ask, codes: AreaCodes, levels: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The starts of the area codes, in groups that fit in one address; one empty group for the country."""
    if ask.municipality is None:
        return [()]
    starts = codes.starts(ask.municipality, ask.beside, levels)
    return [starts[at : at + _AREAS_AT_ONCE] for at in range(0, len(starts), _AREAS_AT_ONCE)]
