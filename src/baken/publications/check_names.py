# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the ids in a checked document are called: indicators and offence types, areas and units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from baken.catalogue.lexicon_claims import load_claim_lexicon
from baken.catalogue.lexicon_places import load_municipality_names
from baken.model.number import decimals_of, format_number
from baken.model.text import Language, Text

if TYPE_CHECKING:
    from baken.model.indicator import Unit
    from baken.picture.material import Material


@dataclass(frozen=True, slots=True)
class Names:
    """Names by id; an id that is not there is its own name.

    ``units`` holds for each unit the words around a value, with ``{value}`` in them. ``language`` is the
    one of the municipality's documents.
    """

    indicators: Mapping[str, Text] = field(default_factory=dict)
    groups: Mapping[str, Text] = field(default_factory=dict)
    areas: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, Text] = field(default_factory=dict)
    language: str = Language.NL

    def indicator(self, name: str) -> Text:
        """The name of an indicator or a type of offence."""
        return self.indicators.get(name) or Text(name, name)

    def group(self, name: str) -> Text:
        """The name of a group of indicators."""
        return self.groups.get(name) or Text(name, name)

    def area(self, code: str) -> str:
        """The name of an area."""
        return self.areas.get(code, code)

    def value(self, value: Decimal, unit: str) -> Text:
        """A value with its unit, as printed."""
        words = self.units.get(unit) or Text(f"{{value}} {unit}", f"{{value}} {unit}")
        shown = {one: format_number(value, decimals_of(value), one) for one in Language}
        return Text(words.nl.format(value=shown[Language.NL]), words.en.format(value=shown[Language.EN]))


def names_of(material: Material) -> Names:
    """The names that the catalogue and the register of a picture hold."""
    catalogue = material.catalogue
    kinds = {
        key: one.label
        for (system, code), one in catalogue.registrations.items()
        for key in (code, f"{system}/{code}")
    }
    lexicon = load_claim_lexicon(material.municipality.country)
    return Names(
        groups=lexicon.groups if lexicon else {},
        indicators=kinds | {name: versions[-1].name for name, versions in catalogue.indicators.items()},
        areas=_areas(material),
        units={name: _around(unit) for name, unit in catalogue.units.items()},
        language=catalogue.country.languages[0] if catalogue.country.languages else Language.NL,
    )


def _areas(material: Material) -> dict[str, str]:
    """The areas of the register, and all other municipalities of the country."""
    listed = load_municipality_names(material.municipality.country)
    return {
        **(listed.names if listed else {}),
        **{code: area.name for code, area in material.register.areas.items()},
    }


def _around(unit: Unit) -> Text:
    """A rate or share reads on after its value; a mark explains itself behind it; a count needs no words."""
    if unit.denominator is None:
        return Text("{value}", "{value}")
    form = "{{value}} {label}" if unit.factor > 1 else "{{value}} ({label})"
    return Text(form.format(label=unit.label.nl), form.format(label=unit.label.en))
