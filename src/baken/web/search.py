# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Finding a place or a subject: an index of the whole site, and the entries that answer a question.

The index stands on a page. The live site also answers what somebody types; nothing of it is kept.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import Http404
from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from baken.model.area import Area, AreaLevel
from baken.model.text import Language
from baken.picture.picture import SafetyPicture
from baken.web.pages import LETTERS, MOST_LISTED, Kind, Page

_POSTCODE = re.compile(r"\s*([1-9]\d{3})\s*(?:[a-z]{2})?\s*", re.IGNORECASE)
_SOFT_HYPHEN = "\u00ad"
_MOST_LETTERS = 100
_MOST_RESULTS = 50
_DIGITS = "0-9"
_WHAT: dict[str, Promise] = {
    "district": _("district"),
    "neighbourhood": _("neighbourhood"),
    "postcode": _("postcode area"),
    "theme": _("theme"),
    "indicator": _("indicator"),
    "term": _("term"),
    "abbreviation": _("abbreviation"),
    "development": _("development"),
    "document": _("document"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to be found: its name, what it is, other names for it, and where it stands."""

    name: str
    what: str
    links: tuple[tuple[str, str], ...]
    others: tuple[str, ...] = ()

    @property
    def kind(self) -> Promise:
        """What it is, in a word."""
        return _WHAT[self.what]

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, as they are compared."""
        return tuple(plain(one) for one in (self.name, *self.others))

    @property
    def initial(self) -> str:
        """The letter that it stands under."""
        first = plain(self.name)[:1].upper()
        return first if first.isalpha() else _DIGITS


def plain(text: str) -> str:
    """A text as it is compared: without capitals, accents and signs, with single spaces."""
    whole = unicodedata.normalize("NFKD", text.replace(_SOFT_HYPHEN, ""))
    bare = "".join(one for one in whole if not unicodedata.combining(one))
    return " ".join(re.findall(r"[a-z0-9]+", bare.casefold()))


def anchor(kind: str, name: str) -> str:
    """The place of a term, an abbreviation or a document on the page that has it."""
    return f"{kind}-{slugify(name)}"


def index(safety: SafetyPicture, page: Page) -> tuple[Entry, ...]:
    """All that can be found, in the order of the alphabet, numbers first."""
    found = [*_places(safety, page), *_figures(safety, page), *_words(safety, page)]
    return tuple(sorted(found, key=lambda one: (one.initial != _DIGITS, plain(one.name), one.what)))


def matches(entries: Iterable[Entry], asked: str) -> tuple[Entry, ...]:
    """The entries that answer a question, the best first; a postcode is known by its four digits.

    A question that is one of the names of an entry is asked with its other names too.
    """
    code = _POSTCODE.fullmatch(asked)
    said = plain(code[1] if code else asked[:_MOST_LETTERS])
    if not said:
        return ()
    known = tuple(entries)
    same = {name for one in known if one.what == "term" and said in one.names for name in one.names}
    ranked = [(rank, one) for one in known if (rank := _rank(one, {said, *same}, said)) is not None]
    # The order of the alphabet is kept among entries that answer equally well.
    return tuple(one for _, one in sorted(ranked, key=lambda pair: pair[0]))[:_MOST_RESULTS]


def _rank(entry: Entry, asked: Iterable[str], said: str) -> int | None:
    """How well an entry answers: whole names before beginnings, before parts, before other words for it."""
    if said in entry.names:
        return 0
    if any(name.startswith(said) for name in entry.names):
        return 1
    together = " ".join(entry.names)
    if all(word in together for word in said.split()):
        return 2
    return 3 if any(f" {name} " in f" {together} " for name in asked if name) else None


def gather(safety: SafetyPicture, page: Page) -> dict[str, Any]:
    """What the page of an edition shows: the index alone, for there is nobody who could answer."""
    return _shown(safety, index(safety, page))


def letter(safety: SafetyPicture, page: Page) -> dict[str, Any]:
    """One letter of an index that is too long for one page."""
    shown = _shown(safety, index(safety, page))
    if not shown["apart"] or page.key not in LETTERS:
        raise Http404
    groups = dict(shown["letters"])
    return shown | {"initial": page.key.upper(), "group": groups.get(page.key.upper(), [])}


def answer(safety: SafetyPicture, page: Page, asked: str) -> dict[str, Any]:
    """What the live page shows: the same, with a box and what was found."""
    entries = index(safety, page)
    found = matches(entries, asked)
    more = {"asked": asked[:_MOST_LETTERS], "results": found, "unplaced_found": _unplaced(found)}
    return {**_shown(safety, entries), **more}


def _unplaced(entries: Iterable[Entry]) -> bool:
    """Whether there is a postcode area of which nobody knows the neighbourhoods."""
    return any(one.what == "postcode" and not one.links for one in entries)


def _shown(safety: SafetyPicture, entries: tuple[Entry, ...]) -> dict[str, Any]:
    letters = [(initial, list(group)) for initial, group in groupby(entries, key=lambda one: one.initial)]
    return {
        "letters": letters,
        "apart": len(safety.local_areas) > MOST_LISTED,
        "asked": None,
        "results": (),
        "postcodes": any(one.what == "postcode" for one in entries),
        "unplaced": _unplaced(entries),
        "unplaced_found": False,
    }


def _places(safety: SafetyPicture, page: Page) -> Iterator[Entry]:
    kinds = {AreaLevel.DISTRICT: Kind.DISTRICT, AreaLevel.NEIGHBOURHOOD: Kind.NEIGHBOURHOOD}
    for area in safety.local_areas:
        yield Entry(area.name, kinds[area.level].value, ((area.name, page.to(kinds[area.level], area.code)),))
    for area in safety.material.register.of_level(AreaLevel.POSTCODE, safety.material.on):
        inside = _inside(safety, area)
        links = tuple((one.name, page.to(Kind.NEIGHBOURHOOD, one.code)) for one in inside)
        yield Entry(area.name, "postcode", links)


def _inside(safety: SafetyPicture, postcode: Area) -> tuple[Area, ...]:
    """The neighbourhoods that lie in a postcode area, as far as the register of areas says so."""
    register, on = safety.material.register, safety.material.on
    leaves = {
        leaf
        for division in register.divisions.values()
        if division.level is AreaLevel.POSTCODE and division.validity.holds_on(on)
        for leaf in register.leaves(postcode.code, division.id)
    }
    return tuple(one for one in safety.local_areas if one.code in leaves)


def _figures(safety: SafetyPicture, page: Page) -> Iterator[Entry]:
    language = page.language
    for theme in safety.material.municipality.themes:
        name = theme.name.in_(language)
        yield Entry(name, "theme", ((name, page.to(Kind.THEME, theme.id)),))
    for record in safety.records:
        name = record.indicator.name.in_(language)
        label = record.indicator.label.in_(language)
        others = () if plain(label) == plain(name) else (label,)
        yield Entry(name, "indicator", ((name, page.to(Kind.INDICATOR, record.indicator.id)),), others)
    for paper in safety.material.municipality.references:
        link = (paper.title, f"{page.to(Kind.SOURCES)}#{anchor('document', paper.id)}")
        yield Entry(paper.title, "document", (link,), paper.names)
    for one in safety.material.municipality.register.developments:
        name = one.name.in_(language)
        yield Entry(name, "development", ((name, f"{page.to(Kind.DEVELOPMENTS)}#{one.id}"),))


def _words(safety: SafetyPicture, page: Page) -> Iterator[Entry]:
    catalogue, glossary = safety.material.catalogue, page.to(Kind.GLOSSARY)
    for one in catalogue.glossary:
        english = page.language is Language.EN and bool(one.english)
        name = one.english if english else one.term
        others = (*((one.term,) if english else ()), *one.synonyms)
        yield Entry(name, "term", ((name, f"{glossary}#{anchor('term', one.term)}"),), others)
    for short in catalogue.abbreviations:
        link = ((short.short, f"{glossary}#{anchor('short', short.short)}"),)
        yield Entry(short.short, "abbreviation", link, (short.long,) if short.long else ())
