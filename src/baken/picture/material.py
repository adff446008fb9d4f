# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a picture is made of: definitions, areas and observations, loaded for one municipality on one day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from baken.areas.load import areas_of, load_register
from baken.areas.outlines import Outline
from baken.areas.register import AreaRegister
from baken.catalogue.catalogue import Catalogue, load_catalogue
from baken.catalogue.frame import checked
from baken.catalogue.municipality import load_municipality, municipalities
from baken.model.area import Area
from baken.model.edition import EarlierEdition, EditionStatus, KnownLog
from baken.model.editorial import Editorial
from baken.model.finding import FindingOverride
from baken.model.policy import Municipality
from baken.model.public_cycle import CycleSnapshot
from baken.model.snapshot import Snapshot
from baken.model.text import Text
from baken.picture.own_records import check_casework, check_own_records
from baken.sources.held import combined
from baken.sources.held import held as fetched
from baken.sources.pdok_wijken_buurten.outlines import SOURCE as OUTLINES
from baken.sources.pdok_wijken_buurten.outlines import read_outlines
from baken.sources.registry import carried, carried_of, own_table
from baken.store.holdings import Holdings
from baken.store.reader import Reader


@dataclass(frozen=True)
class Material:
    """Everything that one picture is a function of.

    ``on`` is the day from which it looks. ``outlines`` are those of areas, in degrees, by their code; they
    change how a map is drawn and no figure. ``status`` says whether it is for a working or a final edition.
    ``documents`` says whether it has documents beside its pages; without them they are made on demand.
    ``public`` says that of small areas it holds protected figures only, so that all of it may be published.
    ``months`` are those of the municipality, where its areas no longer add up to them; for signals only.
    ``before`` is what the edition before this one published; no figure depends on it.
    ``editorial`` is what people decided about this edition.
    ``cycle`` is what was public of the policy cycle on that day, if anything was; no figure depends on it.
    ``worked_out`` is what ``derive`` found from all this before.
    """

    catalogue: Catalogue
    municipality: Municipality
    register: AreaRegister
    holdings: Holdings
    on: date
    outlines: Mapping[str, Outline] = field(default_factory=dict)
    drawn_from: Snapshot | None = None
    status: EditionStatus = EditionStatus.WORKING
    documents: bool = True
    public: bool = False
    months: tuple[Snapshot, ...] = ()
    before: EarlierEdition | KnownLog | None = None
    editorial: Editorial | None = None
    cycle: CycleSnapshot | None = None
    worked_out: dict[tuple[str, ...], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def snapshots(self) -> tuple[Snapshot, ...]:
        """Everything that its figures and maps come from."""
        return (*self.holdings.snapshots, *([self.drawn_from] if self.drawn_from else []))

    @property
    def reference(self) -> Area:
        """The area that the municipality is compared with."""
        return self.register[self.municipality.reference]

    @property
    def reference_name(self) -> Text:
        """What the reference area is called in a sentence."""
        country = self.catalogue.country
        name = self.reference.name
        return country.name if self.reference.code == country.reference_area else Text(name, name)

    @property
    def overrides(self) -> tuple[FindingOverride, ...]:
        """What analysts decided about findings: for every edition, and after that for this one."""
        return (*self.municipality.overrides, *(self.editorial.choices if self.editorial else ()))

    @property
    def indicators(self) -> tuple[str, ...]:
        """The ids of all indicators of the municipality: of its themes and of its programmes, each once."""
        themed = [name for theme in self.municipality.themes for name in theme.indicators]
        steered = [name for programme in self.municipality.programmes for name in programme.indicators]
        return tuple(dict.fromkeys((*themed, *steered)))


def load_material(
    asked: str,
    on: date,
    own_tables: Iterable[Path] = (),
    snapshots: tuple[Snapshot, ...] | None = None,
    reader: Reader | None = None,
) -> Material:
    """Load all that is needed for one municipality, by its code or name.

    Args:
        asked: code or name of the municipality.
        on: the day from which the picture looks.
        own_tables: tables of figures from the municipality's own hand, read beside the carried ones.
        snapshots: use these instead of the carried snapshots.
        reader: a workspace whose observations and outlines, as they were on that day, are used beside the
            carried ones.

    Raises:
        UnknownAreaError: nobody knows the municipality.
        InputError: a file is wrong; names file and row.

    """
    municipality = load_municipality(asked)
    catalogue = load_catalogue(municipality.country).with_flags(municipality.flags)
    checked(municipality, catalogue)
    register = load_register(municipality.code)
    check_own_records(municipality, register)
    check_casework(municipality, catalogue)
    held = snapshots
    if held is None:
        held = _carried(municipality, catalogue, register)
        if reader is not None and reader.sources:
            held = combined(held, fetched(reader, on, catalogue, register))
    own = tuple(own_table(path, on, catalogue, register.areas) for path in own_tables)
    material = Material(catalogue, municipality, register, Holdings((*held, *own)), on)
    return material if reader is None else _drawn(material, reader)


def _carried(
    municipality: Municipality, catalogue: Catalogue, register: AreaRegister
) -> tuple[Snapshot, ...]:
    """What the project carries of the sources of a municipality; the tables name those with a folder."""
    if municipality.code in municipalities():
        return carried(municipality.sources, catalogue, register.areas)
    return carried_of(municipality.sources, catalogue, register.areas, lambda: areas_of(municipality.country))


def _drawn(material: Material, reader: Reader) -> Material:
    """The material with the newest outlines of its areas that a workspace held on its day, if it held any."""
    for snapshot in reader.snapshots_of(OUTLINES, material.on):
        outlines = read_outlines(reader.parts(snapshot))
        found = {code: one for code, one in outlines.items() if code in material.register.areas}
        if found:
            return replace(material, outlines=found, drawn_from=snapshot.as_snapshot())
    return material


def with_snapshots(material: Material, snapshots: tuple[Snapshot, ...]) -> Material:
    """The same material with other figures."""
    return replace(material, holdings=Holdings(snapshots))


def with_status(material: Material, status: EditionStatus, documents: bool = True) -> Material:
    """The same material for an edition with another status, with or without documents."""
    return replace(material, status=status, documents=documents)


def with_outlines(material: Material, outlines: Mapping[str, Outline]) -> Material:
    """The same material with the outlines of its areas; without them its maps are schematic."""
    return replace(material, outlines=outlines)


def with_before(material: Material, before: EarlierEdition | KnownLog | None) -> Material:
    """The same material after another edition."""
    return replace(material, before=before)


def with_editorial(material: Material, editorial: Editorial | None) -> Material:
    """The same material for an edition about which people decided something."""
    return replace(material, editorial=editorial)


def with_cycle(material: Material, cycle: CycleSnapshot | None) -> Material:
    """The same material with what is public of the policy cycle; without it the site says nothing of it."""
    return replace(material, cycle=cycle)
