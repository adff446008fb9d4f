# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading area registers from the catalogue's folders."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from unicodedata import combining, normalize

from baken.areas.register import AreaRegister, checked
from baken.catalogue.catalogue import DATA
from baken.catalogue.files import load, read_csv, where
from baken.catalogue.municipality import (
    load_municipality,
    municipalities,
    municipality_names,
    real_municipalities,
)
from baken.catalogue.profile import listed
from baken.model.area import Area, AreaLevel, Division, Membership, Validity
from baken.model.errors import InputError, UnknownAreaError, UsageError

_COLUMNS = ("code", "name", "level", "valid_from", "valid_to", "x", "y", "note")


@cache
def load_register(code: str, root: Path = DATA) -> AreaRegister:
    """The register of one municipality, with the country, its parts and the comparison areas beside it.

    Raises:
        UnknownAreaError: the catalogue holds no such municipality.
        InputError: a file is wrong; names file and line.

    """
    folder = municipalities(root).get(code)
    if folder is None:
        return _undivided(code, root)
    around = _areas(folder.parent.parent / "areas.csv")
    own = _areas(folder / "areas.csv")
    divisions = load(tuple[Division, ...], folder / "divisions.yaml")
    register = AreaRegister(
        root=code,
        areas=around | own,
        divisions={division.id: division for division in divisions},
        memberships=_memberships(folder / "memberships.csv"),
    )
    return checked(register, where(folder / "memberships.csv"))


def _undivided(code: str, root: Path) -> AreaRegister:
    """A municipality of which no part is known, with those that it is compared with."""
    known = listed(root)
    if code not in known:
        raise UnknownAreaError(code, tuple(municipalities(root)))
    whole = load_municipality(code, root)
    members = {one: known[one].area for one in (*whole.peers.members, code)}
    around = country_areas(whole.country, root)
    return AreaRegister(root=code, areas=members | around, divisions={}, memberships=())


@cache
def country_areas(country: str, root: Path = DATA) -> dict[str, Area]:
    """The areas of a country that its profile lists, by code.

    Raises:
        InputError: the list is wrong; names file and line.

    """
    return _areas(root / country / "areas.csv")


def areas_of(country: str, root: Path = DATA) -> dict[str, Area]:
    """Every area in the registers of the real municipalities of a country that have a folder, by code."""
    registers = (load_register(one.code, root) for one in real_municipalities(country, root))
    return {area: found for register in registers for area, found in register.areas.items()}


def find_area(asked: str, root: Path = DATA) -> tuple[str, str]:
    """The codes of a municipality and of the area meant: that municipality itself, or a part of it.

    A code or a name does; capitals and accents make no difference. Among areas of one name those that
    still exist go first, and a municipality goes before its parts.

    Raises:
        UnknownAreaError: nobody knows it; suggests the nearest codes and names.
        UsageError: several areas bear the name; lists their codes.

    """
    wanted = _folded(asked)
    if asked.strip().upper() in municipality_names(root):
        return asked.strip().upper(), asked.strip().upper()
    known = list(_known(root))
    found = [pair for pair in known if wanted in (_folded(pair[1].code), _folded(pair[1].name))]
    found = [pair for pair in found if pair[0] == pair[1].code] or found
    found = [pair for pair in found if pair[1].validity.end is None] or found
    if not found:
        # Those with a folder first: it is one of them that most people mean.
        own = [pair for pair in known if pair[0] in municipalities(root)]
        nearest = dict.fromkeys((*_nearest(wanted, own), *_nearest(wanted, known)))
        raise UnknownAreaError(asked, tuple(nearest)[:3])
    if len(found) > 1:
        codes = ", ".join(f"{area.code} ({load_municipality(home, root).name})" for home, area in found)
        raise UsageError(f"'{asked}' is the name of {len(found)} areas.", do=f"Use a code: {codes}.")
    return found[0][0], found[0][1].code


def _known(root: Path) -> Iterator[tuple[str, Area]]:
    """Every municipality and every part of one, each with the code of its municipality."""
    for code, folder in municipalities(root).items():
        for area in _areas(folder / "areas.csv").values():
            yield code, area
    for code, one in listed(root).items():
        if code not in municipalities(root):
            yield code, one.area


def _nearest(wanted: str, known: list[tuple[str, Area]]) -> tuple[str, ...]:
    """The nearest codes and names, best first, each area once."""
    by_word = {
        _folded(word): f"{area.name} ({area.code})" for _, area in known for word in (area.code, area.name)
    }
    close = get_close_matches(wanted, list(by_word), n=3, cutoff=0.5)
    return tuple(dict.fromkeys(by_word[word] for word in close))


def _folded(text: str) -> str:
    """A text without capitals, accents and outer spaces."""
    plain = normalize("NFKD", text.strip().casefold())
    return "".join(sign for sign in plain if not combining(sign))


def _areas(path: Path) -> dict[str, Area]:
    found: dict[str, Area] = {}
    for line, row in read_csv(path, _COLUMNS):
        if row["code"] in found:
            raise InputError(f"area {row['code']} stands here twice.", where=where(path, line))
        try:
            found[row["code"]] = _area(row)
        except ValueError as error:
            raise InputError(f"area {row['code']}: {error}.", where=where(path, line)) from error
    return found


def _area(row: dict[str, str]) -> Area:
    end = date.fromisoformat(row["valid_to"]) if row["valid_to"] else None
    return Area(
        code=row["code"],
        name=row["name"],
        level=AreaLevel(row["level"]),
        validity=Validity(date.fromisoformat(row["valid_from"]), end),
        x=float(row["x"]) if row["x"] else None,
        y=float(row["y"]) if row["y"] else None,
        note=row["note"],
    )


def _memberships(path: Path) -> tuple[Membership, ...]:
    rows = read_csv(path, ("division", "parent", "child"))
    return tuple(Membership(row["division"], row["parent"], row["child"]) for _, row in rows)
