# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading area registers from the catalogue's folders."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from baken.areas.register import AreaRegister, checked
from baken.catalogue.catalogue import DATA
from baken.catalogue.files import load, read_csv, where
from baken.catalogue.municipality import municipalities
from baken.model.area import Area, AreaLevel, Division, Membership, Validity
from baken.model.errors import InputError, UnknownAreaError

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
        raise UnknownAreaError(code, tuple(municipalities(root)))
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
