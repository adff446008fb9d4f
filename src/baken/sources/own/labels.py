# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Placing the labels of a table: which indicator or area a text names, and how sure that is.

A label is certain when it is what the catalogue or the register itself prints. Anything nearer than
nothing is only proposed, for a person to check.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from baken.catalogue.catalogue import Catalogue
from baken.model.area import Area
from baken.model.indicator import Unit
from baken.sources.own.mapping import UNKNOWN
from baken.sources.own.texts import words

Placed = tuple[str, str]
"""An id or code (or ``UNKNOWN``), and what a person must check; nothing where it is certain."""
_CLOSE = 0.85
_COUNT_WORDS = ("aantal", "number", "totaal")
_NOTHING_LIKE_IT = "no indicator has this label"


def place_indicator(label: str, catalogue: Catalogue) -> Placed:
    """The indicator that a label names."""
    bare = words(label)
    if label.strip() in catalogue.indicators:
        return label.strip(), ""
    known = [one for name in catalogue.indicators for one in _names(catalogue, name)]
    full = {name for text, name, is_full in known if is_full and text == bare}
    if len(full) == 1:
        return full.pop(), ""
    short = {name for text, name, _ in known if text == bare}
    found = short or _closest(bare, [(text, name) for text, name, _ in known])
    if len(found) != 1:
        return UNKNOWN, "more than one indicator has this label" if found else _NOTHING_LIKE_IT
    name = found.pop()
    indicator = catalogue.indicator(name)
    unit = catalogue.unit_of(indicator)
    if _is_count(bare) and unit.denominator:
        return UNKNOWN, f"the label says a number, but '{name}' is {unit.label.en}"
    return name, f"check that this is '{indicator.label.nl}' ({_per(unit)})"


def _names(catalogue: Catalogue, name: str) -> Iterator[tuple[str, str, bool]]:
    """What an indicator is called; a label is the full text with the unit, a name is shorter."""
    for version in catalogue.indicators[name]:
        for text in (version.label.nl, version.label.en):
            yield words(text), name, True
        for text in (version.name.nl, version.name.en, name):
            yield words(text), name, False


def _closest(bare: str, known: list[tuple[str, str]]) -> set[str]:
    """The one name that is nearest by far, or nothing."""
    best: dict[str, float] = {}
    for text, name in known:
        best[name] = max(best.get(name, 0), SequenceMatcher(None, bare, text, autojunk=False).ratio())
    near = sorted((name for name, score in best.items() if score >= _CLOSE), key=lambda name: -best[name])
    return set(near[:1])


def _is_count(bare: str) -> bool:
    return bare.startswith(_COUNT_WORDS) and " per " not in bare


def _per(unit: Unit) -> str:
    return f"unit {unit.id}"


def place_area(label: str, areas: dict[str, Area]) -> Placed:
    """The area that a label names."""
    if label.strip() in areas:
        return label.strip(), ""
    bare = words(label)
    found = [area for area in areas.values() if words(area.name) == bare]
    if len(found) == 1:
        return found[0].code, f"check that this is the {found[0].level} {found[0].name}"
    if found:
        return UNKNOWN, "one of: " + ", ".join(f"{area.code} ({area.level})" for area in found)
    return UNKNOWN, "no area has this name"
