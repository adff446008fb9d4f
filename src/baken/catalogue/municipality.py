# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is true of one municipality only, from its own folder of data."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TypeVar

from baken.catalogue.catalogue import DATA
from baken.catalogue.files import load, load_by_id, where
from baken.model.casework import CaseworkRegister
from baken.model.development import DevelopmentRegister
from baken.model.errors import InputError, UnknownAreaError
from baken.model.event import EventRegister
from baken.model.finding import FindingOverride
from baken.model.headline import Headline
from baken.model.insight import Insight, PolicyDecision
from baken.model.intervention import EffectStatement
from baken.model.phenomenon import PhenomenonRegister
from baken.model.policy import Municipality, Neighbour
from baken.model.reference import Reference
from baken.model.strand import ProfessionalStatement, ResidentVoice
from baken.model.task import TaskRegister

T = TypeVar("T")


@cache
def municipalities(root: Path = DATA) -> dict[str, Path]:
    """The folder of each municipality that the catalogue holds, by code."""
    return {
        path.parent.name: path.parent for path in sorted(root.glob("*/municipalities/*/municipality.yaml"))
    }


@cache
def load_municipality(asked: str, root: Path = DATA) -> Municipality:
    """Read one municipality by its code or its name.

    Raises:
        UnknownAreaError: nobody knows it; suggests the nearest codes and names.
        InputError: its file is wrong; names file and line.

    """
    folders = municipalities(root)
    if asked.upper() in folders:
        return _whole(folders[asked.upper()])
    names = {_name(path): code for code, path in folders.items()}
    by_lower = {name.lower(): name for name in names}
    if asked.lower() in by_lower:
        return load_municipality(names[by_lower[asked.lower()]], root)
    near_names = get_close_matches(asked.lower(), list(by_lower), n=3, cutoff=0.5)
    near_codes = get_close_matches(asked.upper(), list(folders), n=3, cutoff=0.5)
    nearest = [f"{by_lower[name]} ({names[by_lower[name]]})" for name in near_names]
    nearest += [f"{code} ({_name(folders[code])})" for code in near_codes]
    raise UnknownAreaError(asked, tuple(dict.fromkeys(nearest)))


def _whole(folder: Path) -> Municipality:
    """The municipality with what stands in files of its own, where it has them."""
    neighbours, register = folder / "neighbours.yaml", folder / "developments.yaml"
    return replace(
        load(Municipality, folder / "municipality.yaml"),
        references=_listed(Reference, folder / "references.yaml"),
        neighbours=load(tuple[Neighbour, ...], neighbours) if neighbours.exists() else (),
        effects=placed(tuple[EffectStatement, ...], folder / "effects.yaml", ()),
        overrides=placed(tuple[FindingOverride, ...], folder / "ranking.yaml", ()),
        professionals=_listed(ProfessionalStatement, folder / "professionals.yaml"),
        residents=_listed(ResidentVoice, folder / "residents.yaml"),
        register=placed(DevelopmentRegister, register, DevelopmentRegister()),
        headlines=placed(tuple[Headline, ...], folder / "headline.yaml", ()),
        tasks=placed(TaskRegister, folder / "tasks.yaml", TaskRegister()),
        insights=_listed(Insight, folder / "insights.yaml"),
        decisions=_listed(PolicyDecision, folder / "decisions.yaml"),
        events=placed(EventRegister, folder / "events.yaml", EventRegister()),
        intake=placed(PhenomenonRegister, folder / "phenomena.yaml", PhenomenonRegister()),
        casework=placed(CaseworkRegister, folder / "casework.yaml", CaseworkRegister()),
    )


def placed(kind: type[T], path: Path, otherwise: T) -> T:
    """A file as one of the model's types, or something else where there is no such file.

    Raises:
        InputError: the file is wrong, or what it says is refused; names the file.

    """
    if not path.exists():
        return otherwise
    try:
        return load(kind, path)
    except InputError as error:
        # What the model itself refuses does not know where it was read.
        raise error if error.where else InputError(error.what, where=where(path), do=error.do) from error


def _listed(kind: type[T], path: Path) -> tuple[T, ...]:
    """The things with an id that a file lists; none where there is no such file."""
    if not path.exists():
        return ()
    try:
        return tuple(load_by_id(kind, path).values())
    except InputError as error:
        raise error if error.where else InputError(error.what, where=where(path), do=error.do) from error


def _name(folder: Path) -> str:
    return load(Municipality, folder / "municipality.yaml").name
