# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The log of a picture: that of the edition before it, and what is different now."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import msgspec

from baken.model.edition import KnownLog
from baken.model.errors import InputError
from baken.model.revision import EditionEntry, Revision, RevisionLog
from baken.publications.open_data import dump
from baken.publications.revisions.compare import (
    bare,
    definitions_between,
    revisions_between,
    said_of,
    sources_between,
)
from baken.publications.revisions.told import Key, Told, read_told, told_by

if TYPE_CHECKING:
    from baken.model.edition import EarlierEdition
    from baken.picture.material import Material
    from baken.picture.picture import SafetyPicture

FORMAT = "baken-revisions"
_FILE = "revisions.json"
_PLACE = ("revisions",)


def log_of(picture: SafetyPicture) -> RevisionLog:
    """Every edition up to this one, with what changed in each.

    Of a figure that this edition does not show no earlier edition is quoted either.

    Raises:
        InputError: what is held of the edition before is not what an edition tells.

    """
    kept = picture.material.worked_out
    if _PLACE not in kept:
        kept[_PLACE] = _made(picture)
    return cast("RevisionLog", kept[_PLACE])


def _made(picture: SafetyPicture) -> RevisionLog:
    material, now = picture.material, told_by(picture)
    shown = {one.key for one in now.figures if one.value is not None}
    before = material.before
    if isinstance(before, KnownLog):
        found = read_log(before.log).editions
        _check_newest(found[-1], material, now)
    else:
        older = read_log(before.log).editions if before and before.predecessor.compared else ()
        found = (*older, _entry(material, before, now, len(older) + 1))
    editions = tuple(_without_hidden(one, shown) for one in found)
    return RevisionLog(municipality=material.municipality.code, editions=editions)


def _entry(material: Material, before: EarlierEdition | None, now: Told, number: int) -> EditionEntry:
    correction = material.editorial.correction if material.editorial else None
    entry = EditionEntry(number=number, on=material.on, status=material.status, correction=correction)
    if before is None:
        return entry
    entry = replace(entry, since=before.predecessor.date)
    if not before.predecessor.compared:
        return entry
    then = read_told(before.figures)
    return replace(
        entry,
        compared=True,
        revisions=revisions_between(then, now),
        definitions=definitions_between(then, now),
        sources=sources_between(then, now),
    )


def _check_newest(entry: EditionEntry, material: Material, now: Told) -> None:
    """Refuse a log that says other things of an edition than its figures do."""
    if (entry.on, entry.status) != (material.on, material.status):
        raise InputError(f"its newest edition is of {entry.on}, not of {material.on}.", where=_FILE)
    if entry.correction != (material.editorial.correction if material.editorial else None):
        raise InputError("it does not say what was decided about the edition.", where=_FILE)
    figures = now.by_key
    for one in entry.revisions:
        there = figures.get(one.key)
        if one.after != (said_of(there) if there else None):
            name = " ".join(one.key)
            raise InputError(f"{name} is not what the figures of the edition say.", where=_FILE)


def _without_hidden(entry: EditionEntry, shown: Container[Key]) -> EditionEntry:
    revisions = tuple(one if one.key in shown else _unsaid(one) for one in entry.revisions)
    return replace(entry, revisions=revisions)


def _unsaid(one: Revision) -> Revision:
    said = (bare(each) if each else None for each in (one.before, one.after))
    return replace(one, before=next(said), after=next(said))


def to_json(log: RevisionLog) -> bytes:
    """The log as JSON; the same for the same log."""
    return dump({"format": FORMAT, "municipality": log.municipality, "editions": log.editions})


def read_log(data: bytes) -> RevisionLog:
    """A log as ``to_json`` writes it.

    Raises:
        InputError: it is no log of editions.

    """
    try:
        found = msgspec.json.decode(data, type=RevisionLog)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"this is no log of editions: {error}.", where=_FILE) from error
    if not found.editions:
        raise InputError("a log of editions has at least one.", where=_FILE)
    return found
