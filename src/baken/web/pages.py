# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which pages there are, where each stands, and how one page points to another.

Addresses end in ``.html`` and links are relative, so that the same bytes work from a disk, from any
folder of any server, and live.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from string import ascii_lowercase

from baken.model.area import AreaLevel
from baken.model.text import Language
from baken.picture.beside import besides
from baken.picture.picture import SafetyPicture


class Kind(StrEnum):
    """The kinds of page."""

    HOME = "home"
    THEME = "theme"
    INDICATOR = "indicator"
    AREAS = "areas"
    DISTRICT = "district"
    NEIGHBOURHOOD = "neighbourhood"
    SIGNALS = "signals"
    COMPARISON = "comparison"
    COMPARED = "compared"
    BESIDE = "beside"
    HOTSPOTS = "hotspots"
    PLACES = "places"
    CLUSTERS = "clusters"
    STATEMENTS = "statements"
    DEVELOPMENTS = "developments"
    PROGRAMME = "programme"
    INSIGHTS = "insights"
    EVENTS = "events"
    SOURCES = "sources"
    GLOSSARY = "glossary"
    DOWNLOADS = "downloads"
    RESIDENTS = "residents"
    REVISIONS = "revisions"
    SEARCH = "search"
    LETTER = "letter"
    ACCESSIBILITY = "accessibility"
    CONTACT = "contact"


_NAMES = {
    Kind.HOME: ("index", "index"),
    Kind.THEME: ("thema", "theme"),
    Kind.INDICATOR: ("indicator", "indicator"),
    Kind.AREAS: ("gebieden", "areas"),
    Kind.DISTRICT: ("stadsdeel", "district"),
    Kind.NEIGHBOURHOOD: ("buurt", "neighbourhood"),
    Kind.SIGNALS: ("signalen", "signals"),
    Kind.COMPARISON: ("vergelijking", "comparison"),
    Kind.COMPARED: ("vergelijking", "comparison"),
    Kind.BESIDE: ("naast-elkaar", "side-by-side"),
    Kind.HOTSPOTS: ("hotspots", "hotspots"),
    Kind.PLACES: ("hotspots", "hotspots"),
    Kind.CLUSTERS: ("clusters", "clusters"),
    Kind.STATEMENTS: ("uitspraken", "statements"),
    Kind.DEVELOPMENTS: ("ontwikkelingen", "developments"),
    Kind.PROGRAMME: ("programma", "programme"),
    Kind.INSIGHTS: ("inzichten-en-besluiten", "insights-and-decisions"),
    Kind.EVENTS: ("gebeurtenissen", "events"),
    Kind.SOURCES: ("bronnen-en-methoden", "sources-and-methods"),
    Kind.GLOSSARY: ("begrippen", "glossary"),
    Kind.DOWNLOADS: ("downloads", "downloads"),
    Kind.RESIDENTS: ("bewoners", "residents"),
    Kind.REVISIONS: ("wijzigingen", "revisions"),
    Kind.SEARCH: ("zoeken", "search"),
    Kind.LETTER: ("zoeken", "search"),
    Kind.ACCESSIBILITY: ("toegankelijkheid", "accessibility"),
    Kind.CONTACT: ("waar-kan-ik-terecht", "where-to-go"),
}
KEYED = (
    Kind.THEME,
    Kind.INDICATOR,
    Kind.DISTRICT,
    Kind.NEIGHBOURHOOD,
    Kind.COMPARED,
    Kind.BESIDE,
    Kind.PLACES,
    Kind.CLUSTERS,
    Kind.LETTER,
)
# Above this number of districts and neighbourhoods the index of the site has a page for each letter.
MOST_LISTED = 300
LETTERS = ("0-9", *ascii_lowercase)


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language; ``key`` is the theme, indicator or area that it
    is about."""

    kind: Kind
    language: Language
    key: str = ""

    @property
    def path(self) -> str:
        """Where the page stands: Dutch at the root, English below ``en/``."""
        name = _NAMES[self.kind][0 if self.language is Language.NL else 1]
        folder = "" if self.language is Language.NL else "en/"
        return f"{folder}{name}/{self.key.lower()}.html" if self.kind in KEYED else f"{folder}{name}.html"

    @property
    def scripted(self) -> bool:
        """Whether the page has something that the one small script can make easier; none needs it."""
        return self.kind in {Kind.SEARCH, Kind.INDICATOR}

    def to(self, kind: Kind, key: str = "") -> str:
        """The relative address of another page in the same language."""
        return relative(self.path, Page(kind, self.language, key).path)

    def in_language(self, language: Language) -> Page:
        """The same page in another language."""
        return Page(self.kind, language, self.key)


def relative(here: str, there: str) -> str:
    """The address of ``there`` as seen from the page ``here``."""
    return posixpath.relpath(there, posixpath.dirname(here) or ".")


def all_pages(picture: SafetyPicture) -> Iterator[Page]:
    """Every page of the site of one municipality."""
    kinds = {AreaLevel.DISTRICT: Kind.DISTRICT, AreaLevel.NEIGHBOURHOOD: Kind.NEIGHBOURHOOD}
    without = () if picture.material.cycle else (Kind.PROGRAMME,)
    keys: list[tuple[Kind, str]] = [(kind, "") for kind in Kind if kind not in (*KEYED, *without)]
    keys += [(Kind.THEME, theme.id) for theme in picture.material.municipality.themes]
    keys += [(Kind.INDICATOR, record.indicator.id) for record in picture.records]
    keys += [(Kind.COMPARED, name) for name in picture.patterns.comparable]
    keys += [(Kind.BESIDE, name) for name in besides(picture)]
    keys += [(Kind.PLACES, name) for name in picture.patterns.placed]
    keys += [(Kind.CLUSTERS, name) for name in picture.patterns.placed if picture.patterns.clusters(name)]
    keys += [(kinds[area.level], area.code) for area in picture.local_areas]
    if len(picture.local_areas) > MOST_LISTED:
        keys += [(Kind.LETTER, letter) for letter in LETTERS]
    for language in Language:
        yield from (Page(kind, language, key) for kind, key in keys)
