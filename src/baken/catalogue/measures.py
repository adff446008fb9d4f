# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The kinds of measure, and the measures that a document of a municipality tells of, from ``measures.yaml``.

What a document does not tell, such as the power, the area and the period, has no field filled in here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from baken.catalogue.catalogue import DATA, load_catalogue
from baken.catalogue.files import load_by_id, where
from baken.catalogue.municipality import municipalities
from baken.model.errors import InputError
from baken.model.text import Text

NAME = "measures.yaml"


class MeasureKind(StrEnum):
    """What kind of measure it is."""

    CAMPAIGN = "campaign"
    GROUP = "group"
    PROGRAMME = "programme"
    CLOSURE = "closure"
    CONTROL = "control"
    PROSTITUTION = "prostitution"
    INTERVENTION_TEAM = "intervention-team"
    EVENTS = "events"
    NUISANCE = "nuisance"
    RADICALISATION = "radicalisation"
    PROJECT = "project"
    OTHER = "other"


_K = MeasureKind
MEASURE_KINDS = {
    _K.CAMPAIGN: Text("campagne of voorlichtingsbijeenkomst", "campaign or information meeting"),
    _K.GROUP: Text("aanpak van een groep", "approach to a group"),
    _K.PROGRAMME: Text("programmatische aanpak", "programme"),
    _K.CLOSURE: Text("sluiting of bestuurlijke maatregel", "closure or administrative measure"),
    _K.CONTROL: Text("integrale controle", "integrated control"),
    _K.PROSTITUTION: Text("prostitutiecontrole", "check in prostitution"),
    _K.INTERVENTION_TEAM: Text("interventieteam", "intervention team"),
    _K.EVENTS: Text("demonstraties, evenementen en voetbal", "demonstrations, events and football"),
    _K.NUISANCE: Text("ernstige woonoverlast", "serious residential nuisance"),
    _K.RADICALISATION: Text("radicalisering", "radicalisation"),
    _K.PROJECT: Text("project", "project"),
    _K.OTHER: Text("iets anders", "something else"),
}
"""What each kind is called."""

SORTS: dict[MeasureKind, tuple[str, ...]] = {
    _K.GROUP: ("hinderlijk", "overlastgevend", "crimineel", "onbekend"),
    _K.NUISANCE: ("vervuiling", "intimidatie", "geluid"),
}
"""The sorts within a kind, as the documents and the police name them in Dutch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldMeasure:
    """A measure as a document tells of it. ``original`` is literal; ``corrected`` says it without mistakes of
    language, where there are any. ``status`` is empty where the document does not say how far it is."""

    id: str
    kind: MeasureKind
    original: str
    document: str
    place: str
    corrected: str = ""
    offences: tuple[str, ...] = ()
    sorts: tuple[str, ...] = ()
    status: str = ""


@cache
def told_measures(code: str, root: Path = DATA) -> tuple[ToldMeasure, ...]:
    """The measures that documents of a municipality tell of, in their order; none where it has no such file.

    Raises:
        InputError: the file is wrong, or names a sort or a code of an offence that does not exist.

    """
    folder = municipalities(root).get(code)
    path = folder / NAME if folder else None
    if path is None or not path.exists():
        return ()
    found = tuple(load_by_id(ToldMeasure, path).values())
    country = path.parent.parent.parent.name
    codes = offence_codes(country, root)
    for one in found:
        for name in one.offences:
            if name not in codes:
                raise InputError(f"'{one.id}' names the unknown offence '{name}'.", where=where(path))
        for sort in one.sorts:
            if sort not in SORTS.get(one.kind, ()):
                raise InputError(f"'{one.id}' is of the unknown sort '{sort}'.", where=where(path))
    return found


@cache
def offence_codes(country: str, root: Path = DATA) -> dict[str, Text]:
    """The codes of offences and nuisance of a country, with what each is called first in the catalogue."""
    names: dict[str, Text] = {}
    for (_, code), one in load_catalogue(country, root).registrations.items():
        names.setdefault(code, one.label)
    return names
