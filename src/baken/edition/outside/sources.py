# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Are the figures of small areas that come straight from a public source what that source says?"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from baken.edition.manifest import NAME, Manifest
from baken.edition.outside.step import Step
from baken.edition.verify import Difference, Finding
from baken.model.errors import BakenError
from baken.model.observation import Observation
from baken.picture.material import Material
from baken.picture.protection import files as small_areas
from baken.picture.protection.held import is_count
from baken.picture.protection.material import other_figures
from baken.picture.protection.small import small_observations


def check_sources(edition: Path, manifest: Manifest, material: Material) -> Step:
    """Compare population, shares and the counts of public tables with the snapshots that are held here.

    Args:
        edition: the directory.
        manifest: what the edition says of its sources.
        material: what is held here of what the edition is made of.

    """
    try:
        data = (edition / small_areas.NAME).read_bytes()
        rows = [one for one, months in small_areas.read_rows(data) if not months]
    except (BakenError, OSError, csv.Error) as error:
        finding = Finding(Difference.INPUT, small_areas.NAME, f"cannot be compared: {error}")
        return Step(name="sources", text="", findings=(finding,))
    direct = [one for one in rows if not is_count(one) or _public(one, material)]
    names = {one.id for one in material.snapshots}
    here = [one for one in direct if set(one.snapshots) <= names]
    beside = len(direct) - len(here)
    text = f"{len(here)} figures of small areas that public sources give are what these say."
    notes = (f"{beside} figures are of sources that are not held here.",) if beside else ()
    return Step(
        name="sources",
        text=text,
        findings=(*_named(manifest, material), *_other(here, material)),
        notes=notes,
    )


def _named(manifest: Manifest, material: Material) -> Iterator[Finding]:
    """Snapshots that the manifest tells other things of than they say themselves."""
    held = {one.id: one for one in material.snapshots}
    for one in manifest.snapshots:
        there = held.get(one.id)
        if there is None:
            continue
        says = (one.title, one.publisher, one.licence, one.taken, one.own, one.file)
        if says != (there.title.nl, there.publisher, there.licence, there.taken, False, ""):
            yield Finding(Difference.INPUT, NAME, f"{one.id} is not what the manifest says of it.")


def _public(one: Observation, material: Material) -> bool:
    """Whether a count is of a table that its publisher gives to everybody."""
    sources = {each.id: each.source for each in material.snapshots}
    rules = material.catalogue.disclosure
    return all(rules.is_public(sources.get(name, "")) for name in one.snapshots)


def _other(rows: Sequence[Observation], material: Material) -> Iterator[Finding]:
    counts = {one.key: one for one in small_observations(material) if is_count(one)}
    expected = counts | {one.key: one for one in other_figures(material)}
    for one in rows:
        there = expected.get(one.key)
        if there is None and is_count(one):
            # A sum of what the source gives; the tables say what it adds up to.
            continue
        if there is None or (one.value, one.presence) != (there.value, there.presence):
            what = "not given" if there is None else there.value
            text = f"{one.indicator} {one.area} {one.period} is {one.value} here and {what} at its source."
            yield Finding(Difference.FIGURE, small_areas.NAME, text)
