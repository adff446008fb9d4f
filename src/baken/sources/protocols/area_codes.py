# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The area codes of CBS and the police, and ours. What has no place here is named, never dropped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from baken.catalogue.files import read_csv

COUNTRY = "NL"
_LEVELS = ("GM", "PV", "WK", "BU")
_DISTRICTS = ("WK", "BU")
# Registers and remainders that look like a municipality or a province, but are no area.
_NOWHERE = ("GM0997", "GM0998", "GM0999", "PV99")


class AreaCodes:
    """How the areas of one source are called here."""

    def __init__(self, own: Mapping[str, tuple[str, str]] | None = None) -> None:
        """Take the source's own table: its code, the title that must stand with it, and our code."""
        self._own = dict(own or {})

    @classmethod
    def read(cls, folder: Path) -> AreaCodes:
        """Read ``areas.csv`` of a source's folder, if it has one.

        Raises:
            InputError: the file is wrong; names file and line.

        """
        path = folder / "areas.csv"
        if not path.is_file():
            return cls()
        rows = read_csv(path, ("code", "title", "area"), ("code", "title", "area", "note"))
        return cls({row["code"]: (row["title"], row["area"]) for _, row in rows})

    def ours(self, code: str, title: str) -> str | None:
        """Our code of an area, or nothing if it has no place here.

        An entry of the source's own table holds only together with its title: a publisher that gives
        its codes out anew must not move figures to another area.
        """
        bare = code.strip()
        if bare in self._own:
            named, area = self._own[bare]
            return area if named == title.strip() else None
        if bare.startswith(COUNTRY):
            return COUNTRY if bare in ("NL00", "NL01") else None
        return bare if bare.startswith(_LEVELS) and bare not in _NOWHERE else None

    def starts(self, municipality: str, beside: Iterable[str], levels: tuple[str, ...]) -> tuple[str, ...]:
        """The first letters of the publisher's codes of a municipality, its parts and those beside it."""
        parts = [level + municipality[2:] for level in levels if level in _DISTRICTS]
        if levels and not {*levels} - {*_DISTRICTS}:
            return tuple(parts)
        theirs = {area: code for code, (_, area) in self._own.items()}
        wanted = dict.fromkeys((municipality, *beside))
        return (*(theirs.get(code, code) for code in wanted), *parts)


def level_of(code: str) -> str:
    """The letters that a code of the publisher begins with: NL, PV, GM, WK, BU and others."""
    return code[:2]
