# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How the areas of a register are called in sentences: their names and what people shorten these to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from baken.catalogue.lexicon_places import PlaceLexicon, load_municipality_names, load_places
from baken.catalogue.municipality import load_municipality, municipalities
from baken.model.area import Area, AreaLevel

if TYPE_CHECKING:
    from baken.picture.picture import SafetyPicture

_WITHIN = (AreaLevel.DISTRICT, AreaLevel.NEIGHBOURHOOD, AreaLevel.CBS_DISTRICT)
_ORDER = (
    AreaLevel.MUNICIPALITY,
    AreaLevel.DISTRICT,
    AreaLevel.NEIGHBOURHOOD,
    AreaLevel.CBS_DISTRICT,
    AreaLevel.PROVINCE,
    AreaLevel.COUNTRY,
    AreaLevel.POLICE_UNIT,
)
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_NUMBER = re.compile(r"[0-9]+")
_ENDING = r"(?:s|'s|se|er|ers)?"


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """Names with the area that each stands for, as one pattern; ``phrases`` are words without a name.

    ``others`` are the codes of the municipalities of the country that are no part of the register, by name.
    """

    areas: dict[str, Area]
    names: re.Pattern[str]
    phrases: re.Pattern[str]
    said: dict[str, tuple[str, str]]
    own: str
    reference: str
    lexicon: PlaceLexicon
    others: dict[str, str]
    other_names: re.Pattern[str]
    common_others: frozenset[str]

    def role(self, area: Area) -> str:
        """What an area is to the municipality: itself, a part of it, what it is compared with, or other."""
        if area.code in (self.own, self.reference):
            return "own" if area.code == self.own else "reference"
        return "within" if area.level in _WITHIN else "other"


_made: WeakKeyDictionary[SafetyPicture, PlaceNames] = WeakKeyDictionary()


def place_names(picture: SafetyPicture) -> PlaceNames:
    """The names of all areas that a picture knows, worked out once."""
    if picture not in _made:
        _made[picture] = _place_names(picture)
    return _made[picture]


def _place_names(picture: SafetyPicture) -> PlaceNames:
    material = picture.material
    lexicon = load_places(material.catalogue.country.code)
    known = [area for area in material.register.areas.values() if area.level in _ORDER]
    # Of two areas of one name the one goes first that still exists, and the larger one.
    known.sort(key=lambda area: (not area.validity.holds_on(material.on), _ORDER.index(area.level)))
    shared = _shared(area.name for area in known if area.level is AreaLevel.DISTRICT)
    own = material.municipality.code
    areas: dict[str, Area] = {}
    for shortened in (False, True):
        for area in known:
            for name in _called(area.name, shared, lexicon) if shortened else (_plain(area.name),):
                areas.setdefault(name, area)
    said = _said(picture, lexicon)
    others, common = _others(picture, areas)
    return PlaceNames(
        others=others,
        other_names=_others_pattern(others),
        common_others=common,
        areas=areas,
        names=_names_pattern(areas, own),
        phrases=re.compile(rf"(?<![\w-])(?:{_alternatives(said)})(?![\w-])"),
        said=said,
        own=own,
        reference=material.municipality.reference,
        lexicon=lexicon,
    )


def _said(picture: SafetyPicture, lexicon: PlaceLexicon) -> dict[str, tuple[str, str]]:
    """The code and role of each phrase that stands for an area without naming it."""
    material = picture.material
    own, around = material.municipality.code, material.municipality.within
    levels = {material.register[code].level: code for code in around}
    found = dict.fromkeys(lexicon.other, ("?", "other"))
    found |= dict.fromkeys(lexicon.province, (levels.get(AreaLevel.PROVINCE, "?"), "other"))
    found |= dict.fromkeys(lexicon.police_unit, (levels.get(AreaLevel.POLICE_UNIT, "?"), "other"))
    found |= dict.fromkeys(lexicon.reference, (material.municipality.reference, "reference"))
    return found | dict.fromkeys(lexicon.own, (own, "own"))


def _others(picture: SafetyPicture, areas: dict[str, Area]) -> tuple[dict[str, str], frozenset[str]]:
    """The other municipalities of the country and of the catalogue, by name; and names that are common words.

    A name that also stands for something in the municipality is left to that.
    """
    country = picture.material.municipality.country
    listed = load_municipality_names(country)
    found = listed.by_name() if listed else {}
    found |= {
        one.name: one.code for one in map(load_municipality, municipalities()) if one.country == country
    }
    near = {name for name, area in areas.items() if area.level is not AreaLevel.MUNICIPALITY}
    own = {name for name, area in areas.items() if area.code == picture.material.municipality.code}
    kept = {name: code for name, code in found.items() if name not in near | own}
    return kept, listed.common if listed else frozenset()


def _others_pattern(others: Iterable[str]) -> re.Pattern[str]:
    """All their names, whichever apostrophe they are written with."""
    names = _alternatives(others).replace("'", "['’]")
    return re.compile(rf"(?<![\w-])(?:{names})(?![\w-])" if names else r"(?!)")


def name_of_other(picture: SafetyPicture, code: str) -> str:
    """What a municipality is called that is no part of the register; empty for any other code."""
    return next((name for name, one in place_names(picture).others.items() if one == code != "?"), "")


def _plain(name: str) -> str:
    return _BRACKETS.sub("", name).strip()


def _shared(names: Iterable[str]) -> tuple[str, ...]:
    """The words with which all names begin, such as a common word for a district."""
    split = [_plain(name).split() for name in names]
    if len(split) < 2:
        return ()
    same = 0
    while all(len(words) > same + 1 and words[same] == split[0][same] for words in split):
        same += 1
    return tuple(split[0][:same])


def _called(name: str, shared: tuple[str, ...], lexicon: PlaceLexicon) -> Iterator[str]:
    """What is left of a name without its generic words and numbers, with and without hyphens."""
    words = _plain(name).split()
    if shared and tuple(words[: len(shared)]) == shared:
        words = words[len(shared) :]
    while len(words) > 1 and (words[0].lower() in lexicon.generic or _NUMBER.fullmatch(words[0])):
        words = words[1:]
    short = " ".join(words)
    yield short
    if "-" in short:
        joined = short.replace("-", "")
        yield joined[0] + joined[1:].lower()
        yield short.replace("-", " ")
    if short.startswith("Sint "):
        yield f"St. {short[5:]}"
    if words[0] in ("De", "Het") and len(words) > 1:
        yield f"{words[0].lower()} {' '.join(words[1:])}"


def _names_pattern(areas: dict[str, Area], own: str) -> re.Pattern[str]:
    names = _alternatives(areas)
    mine = _alternatives(name for name, area in areas.items() if area.code == own)
    return re.compile(rf"(?<![\w-])(?:(?P<own>{mine}){_ENDING}|(?P<name>{names})(?:'?s)?)(?![\w-])")


def _alternatives(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
