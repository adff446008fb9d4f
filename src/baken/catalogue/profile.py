# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Every municipality of a country: what is known of those that have no folder of their own.

``municipalities.csv`` lists them, ``municipality_names.yaml`` names them, and ``profile.yaml`` says which
figures, themes and comparison hold for each.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from baken.catalogue.catalogue import DATA, load_catalogue
from baken.catalogue.files import load, read_csv, where
from baken.catalogue.lexicon_places import load_municipality_names
from baken.model.area import Area, AreaLevel, Validity
from baken.model.errors import InputError
from baken.model.policy import Group, Municipality, Theme
from baken.model.text import Text

_COLUMNS = ("code", "province", "since", "inhabitants")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What holds for every municipality of a country; ``nearest`` is the size of its comparison group."""

    source: str
    licence: str
    sources: tuple[str, ...]
    nearest: int
    peers: Text
    context: Text
    unexplained: str
    themes: tuple[Theme, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A municipality as the list of its country has it; ``since`` it has its present form."""

    code: str
    name: str
    country: str
    province: str
    since: date
    inhabitants: int

    @property
    def area(self) -> Area:
        """The municipality as an area: figures of before it had its present form are about another one."""
        return Area(self.code, self.name, AreaLevel.MUNICIPALITY, Validity(self.since))


@cache
def listed(root: Path = DATA) -> dict[str, Listed]:
    """Every municipality that a country's list names, by code.

    Raises:
        InputError: a list is wrong, or names a code that has no name; names file and line.

    """
    found: dict[str, Listed] = {}
    for path in sorted(root.glob("*/municipalities.csv")):
        country = path.parent.name
        names = load_municipality_names(country, root)
        for line, row in read_csv(path, _COLUMNS, _COLUMNS):
            name = names.names.get(row["code"]) if names else None
            if name is None:
                raise InputError(f"municipality {row['code']} has no name.", where=where(path, line))
            found[row["code"]] = _listed(row, name, country, where(path, line))
    return found


def _listed(row: dict[str, str], name: str, country: str, place: str) -> Listed:
    try:
        since, inhabitants = date.fromisoformat(row["since"]), int(row["inhabitants"])
    except ValueError as error:
        raise InputError(f"municipality {row['code']}: {error}.", where=place) from error
    return Listed(row["code"], name, country, row["province"], since, inhabitants)


def profiled(code: str, root: Path = DATA) -> Municipality | None:
    """A municipality with all that is known of any of its country; None for a code that no list names.

    Raises:
        InputError: the list or the profile is wrong; names file and line.

    """
    one = listed(root).get(code)
    if one is None:
        return None
    profile = _profile(one.country, root)
    return Municipality(
        code=code,
        name=one.name,
        country=one.country,
        reference=load_catalogue(one.country, root).country.reference_area,
        within=(),
        peers=Group(id="nearest", label=profile.peers, members=_nearest(one, profile.nearest, root)),
        programmes=(),
        themes=profile.themes,
        context=profile.context,
        unexplained=profile.unexplained,
        sources=profile.sources,
    )


def _nearest(one: Listed, number: int, root: Path) -> tuple[str, ...]:
    """The municipality itself and those of its country nearest in inhabitants, as a ratio, by code."""
    others = [other for other in listed(root).values() if other.country == one.country and other != one]
    others.sort(key=lambda other: (_apart(one, other), other.code))
    return tuple(sorted((one.code, *(other.code for other in others[:number]))))


def _apart(one: Listed, other: Listed) -> float:
    fewer, more = sorted((one.inhabitants, other.inhabitants))
    return more / fewer


@cache
def _profile(country: str, root: Path) -> Profile:
    return load(Profile, root / country / "profile.yaml")
