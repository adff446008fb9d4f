# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the page of changes and the page of a district show of the log of editions.

The log can be long and a page may not be: the newest changes are told first, until the page is full. All of
them stand in the files beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from baken.model.area import Area
from baken.model.revision import EditionEntry, Revision
from baken.model.text import Text
from baken.picture.material import Material
from baken.picture.picture import SafetyPicture
from baken.publications.revisions.items import areas_with_feed, revisions_in, state_of
from baken.publications.revisions.log import log_of
from baken.publications.revisions.words import (
    correction_text,
    count_text,
    counts_of,
    day_text,
    definition_sentence,
    measure,
    sentences,
    summary,
)
from baken.web.feeds import feed_path, feed_title
from baken.web.pages import Page

Context = dict[str, Any]
# A page with this much on it stays well below 50 kB.
EDITIONS, GROUPS, LINES = 20, 40, 80
_DISTRICT_GROUPS, _DISTRICT_LINES = 8, 12
# So few sentences stand open on a page.
_SHORT = 6
# So many one indicator gets at most, so that the next ones are told of too.
_FAIR = 12


@dataclass(frozen=True, slots=True)
class Group:
    """What changed on one indicator: how much, the first sentences about it, and how many more there are."""

    name: Text
    counts: Text
    lines: tuple[Text, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the log; ``nth`` says which of the same day it is, where there are several."""

    entry: EditionEntry
    day: Text
    nth: int
    summary: Text
    correction: Text | None
    definitions: tuple[Text, ...]
    groups: tuple[Group, ...]
    more: int

    @property
    def open(self) -> bool:
        """Whether so little changed that nobody needs to unfold it."""
        return _is_short(self.groups)


@dataclass(slots=True)
class _Room:
    """How much still fits on the page."""

    groups: int = GROUPS
    lines: int = LINES

    def take(self, wanted: int) -> int:
        """So many of these lines still fit."""
        taken = min(wanted, self.lines)
        self.lines -= taken
        return taken


def gather(safety: SafetyPicture, page: Page) -> Context:
    """The editions, the newest first, and the feeds."""
    log, room = log_of(safety), _Room()
    newest = list(reversed(log.editions))[:EDITIONS]
    feeds = [
        (area, feed_path(area.code, page.language), feed_title(safety, area, page.language))
        for area in areas_with_feed(safety)
    ]
    editions = [_edition(safety.material, one, log.editions, room) for one in newest]
    return {"editions": editions, "older": len(log.editions) - len(newest), "feeds": feeds}


def district(safety: SafetyPicture, page: Page, area: Area) -> Context:
    """What changed in a district since the edition before, and its feed."""
    newest = log_of(safety).newest
    found = revisions_in(safety.material, newest, area)
    groups = _groups(safety.material, found, _Room(_DISTRICT_GROUPS, _DISTRICT_LINES))
    return {
        "changed": state_of(safety.material, newest, area),
        "changes": groups,
        "open": _is_short(groups),
        "feed": feed_path(area.code, page.language),
        "feed_title": feed_title(safety, area, page.language),
    }


def _edition(
    material: Material, entry: EditionEntry, entries: tuple[EditionEntry, ...], room: _Room
) -> Edition:
    same_day = [one.number for one in entries if one.on == entry.on]
    shown = entry.definitions[: room.take(len(entry.definitions))]
    groups = _groups(material, entry.revisions, room)
    return Edition(
        entry=entry,
        day=day_text(entry.on),
        nth=same_day.index(entry.number) + 1 if len(same_day) > 1 else 0,
        summary=summary(entry),
        correction=correction_text(entry),
        definitions=tuple(definition_sentence(material, one) for one in shown),
        groups=groups,
        more=len(_by_indicator(entry.revisions)) - len(groups) + len(entry.definitions) - len(shown),
    )


def _is_short(groups: tuple[Group, ...]) -> bool:
    return sum(len(one.lines) for one in groups) <= _SHORT


def _by_indicator(revisions: tuple[Revision, ...]) -> dict[str, list[Revision]]:
    found: dict[str, list[Revision]] = {}
    for one in revisions:
        found.setdefault(one.indicator, []).append(one)
    return found


def _groups(material: Material, revisions: tuple[Revision, ...], room: _Room) -> tuple[Group, ...]:
    """What changed by indicator; figures of the municipality first, then those of its areas, then others."""
    found = []
    for name, all_of_it in list(_by_indicator(revisions).items())[: room.groups]:
        ordered = sorted(all_of_it, key=lambda one: (_distance(material, one), one.key))
        taken = room.take(min(len(ordered), _FAIR))
        lines = sentences(material, ordered[:taken])
        counts = count_text(counts_of(tuple(all_of_it)))
        found.append(Group(measure(material, name), counts, lines, len(ordered) - taken))
    room.groups -= len(found)
    return tuple(found)


def _distance(material: Material, one: Revision) -> int:
    if one.area == material.municipality.code:
        return 0
    area = material.register.areas.get(one.area)
    return 1 if area is not None and area.level.is_part else 2
