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
from baken.catalogue.profile import listed, profiled
from baken.model.casework import CaseworkRegister
from baken.model.communication import Communication
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
    """The folder of each municipality that the catalogue has one of, by code."""
    return {
        path.parent.name: path.parent for path in sorted(root.glob("*/municipalities/*/municipality.yaml"))
    }


@cache
def load_municipality(asked: str, root: Path = DATA) -> Municipality:
    """One municipality by its code or its name: from its folder, or what is known of any of its country.

    Raises:
        UnknownAreaError: nobody knows it; suggests the nearest codes and names.
        InputError: its file is wrong; names file and line.

    """
    names = municipality_names(root)
    code = asked.upper() if asked.upper() in names else _code_of(asked, names)
    folder = municipalities(root).get(code)
    if folder is not None:
        return _whole(folder)
    found = profiled(code, root)
    if found is None:
        # Those with a folder first: it is one of them that most people mean.
        own = _nearest(asked, {code: names[code] for code in municipalities(root)})
        raise UnknownAreaError(asked, tuple(dict.fromkeys((*own, *_nearest(asked, names))))[:3])
    return found


def real_municipalities(country: str, root: Path = DATA) -> tuple[Municipality, ...]:
    """The municipalities of a country that have a folder of their own and are not invented."""
    held = (load_municipality(code, root) for code in municipalities(root))
    return tuple(one for one in held if one.country == country and not one.invented)


@cache
def municipality_names(root: Path = DATA) -> dict[str, str]:
    """The name of every municipality that is known, with a folder of its own or without, by code."""
    own = {code: _name(folder) for code, folder in municipalities(root).items()}
    return {code: one.name for code, one in listed(root).items()} | own


def _code_of(asked: str, names: dict[str, str]) -> str:
    return next((code for code, name in names.items() if name.lower() == asked.lower()), "")


def _nearest(asked: str, names: dict[str, str]) -> tuple[str, ...]:
    """The nearest names, and the nearest codes."""
    by_lower = {name.lower(): code for code, name in names.items()}
    near_names = get_close_matches(asked.lower(), list(by_lower), n=3, cutoff=0.5)
    near_codes = get_close_matches(asked.upper(), list(names), n=3, cutoff=0.5)
    found = [f"{names[by_lower[name]]} ({by_lower[name]})" for name in near_names]
    return (*found, *(f"{code} ({names[code]})" for code in near_codes))


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
        communication=placed(Communication, folder / "communication.yaml", Communication()),
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
