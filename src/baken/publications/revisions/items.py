# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What changed as items: one for each indicator, area and edition, the newest edition first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from baken.model.area import Area, AreaLevel
from baken.model.revision import EditionEntry, Revision, RevisionLog
from baken.model.text import Text
from baken.publications.revisions.words import (
    area_name,
    count_text,
    counts_of,
    day_text,
    definition_sentence,
    indicator_name,
    measure,
    sentences,
    since_text,
    summary,
)

if TYPE_CHECKING:
    from baken.picture.material import Material
    from baken.picture.picture import SafetyPicture

MOST = 300
"""How many items there are of one area at most; the log has all of them."""
_EDITION = Text("Editie van {day}", "Edition of {day}")
_QUIET = Text(
    "In de editie van {day} veranderde hier niets sinds {since}.",
    "In the edition of {day} nothing changed here since {since}.",
)
_SINCE = Text(
    "In de editie van {day}, vergeleken met {since}: {parts}.",
    "In the edition of {day}, compared with {since}: {parts}.",
)


@dataclass(frozen=True, slots=True)
class Item:
    """What changed in one edition in one area on one indicator, or, without these, in the edition as a whole.

    ``name`` is the same for the same item, however often it is made.
    """

    name: str
    title: Text
    on: date
    lines: tuple[Text, ...]
    area: str = ""
    indicator: str = ""


def areas_with_feed(picture: SafetyPicture) -> tuple[Area, ...]:
    """The areas that have a feed: the municipality and its districts of the day."""
    districts = (area for area in picture.local_areas if area.level is AreaLevel.DISTRICT)
    return (picture.material.register[picture.material.municipality.code], *districts)


def areas_in(material: Material, area: Area) -> frozenset[str]:
    """The areas that items of one are about: a district with what lies in it, or the municipality itself."""
    if area.level is not AreaLevel.DISTRICT:
        return frozenset({area.code})
    division = material.register.division_of(AreaLevel.DISTRICT, material.on)
    return material.register.leaves(area.code, division.id) | {area.code}


def revisions_in(material: Material, entry: EditionEntry, area: Area) -> tuple[Revision, ...]:
    """What changed in an edition in an area and in what lies in it."""
    inside = areas_in(material, area)
    return tuple(one for one in entry.revisions if one.area in inside)


def state_of(material: Material, entry: EditionEntry, area: Area) -> Text:
    """What the newest edition changed in an area, in one sentence."""
    if not entry.compared or entry.since is None:
        return summary(entry)
    revisions = revisions_in(material, entry, area)
    parts, day, since = count_text(counts_of(revisions)), day_text(entry.on), since_text(entry)
    form = _SINCE if revisions else _QUIET
    return Text(
        form.nl.format(day=day.nl, since=since.nl, parts=parts.nl),
        form.en.format(day=day.en, since=since.en, parts=parts.en),
    )


def items_of(material: Material, log: RevisionLog, area: Area) -> tuple[Item, ...]:
    """What changed in an area and in what lies in it, the newest edition first."""
    inside = areas_in(material, area)
    found = [item for entry in reversed(log.editions) for item in _items(material, entry, inside)]
    return tuple(found[:MOST])


def _items(material: Material, entry: EditionEntry, inside: frozenset[str]) -> Iterator[Item]:
    code = material.municipality.code
    name = f"{code}/{entry.on.isoformat()}/{entry.number}"
    if code in inside and entry.since is not None:
        lines = (summary(entry), *(definition_sentence(material, one) for one in entry.definitions))
        yield Item(name, _edition(entry), entry.on, lines)
    groups: dict[tuple[str, str], list[Revision]] = {}
    for one in entry.revisions:
        if one.area in inside:
            groups.setdefault((one.indicator, one.area), []).append(one)
    for (indicator, place), revisions in groups.items():
        called, where = indicator_name(material, indicator), area_name(material, place)
        counted = count_text(counts_of(tuple(revisions)))
        title = Text(f"{called.nl}, {where}: {counted.nl}", f"{called.en}, {where}: {counted.en}")
        lines = (measure(material, indicator), *sentences(material, revisions))
        yield Item(f"{name}/{indicator}/{place}", title, entry.on, lines, place, indicator)


def _edition(entry: EditionEntry) -> Text:
    day = day_text(entry.on)
    return Text(_EDITION.nl.format(day=day.nl), _EDITION.en.format(day=day.en))
