# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A municipality of which nothing is held: its documents can be checked all the same.

The figures of the country that the project carries are there; those of the municipality are missing, and
every claim about it says so.
"""

from __future__ import annotations

from datetime import date

from baken.areas.load import areas_of, country_areas
from baken.areas.register import AreaRegister
from baken.catalogue.catalogue import load_catalogue
from baken.catalogue.municipality import real_municipalities
from baken.model.area import Area, AreaLevel
from baken.model.policy import Group, Municipality, Theme, ThemeKind
from baken.model.text import Text
from baken.picture.material import Material
from baken.sources.registry import carried
from baken.store.holdings import Holdings

CODE = "GM0000"
"""Stands for a municipality whose code is not known here; the code is not in use."""
_NO_GROUP = Group(id="none", label=Text("geen gemeenten", "no municipalities"), members=())
_NO_CONTEXT = Text(
    "Van deze gemeente zijn hier geen cijfers.", "No figures of this municipality are held here."
)


def unheld_material(name: str, on: date, country: str = "nl", code: str = CODE) -> Material:
    """What a picture of such a municipality is made of: all definitions, and figures of the country only.

    Raises:
        InputError: a file of the catalogue is wrong.

    """
    catalogue = load_catalogue(country)
    reference = catalogue.country.reference_area
    theme = Theme(
        id="all",
        kind=ThemeKind.THEME,
        name=Text("Alle cijfers", "All figures"),
        labels=(),
        owner="",
        indicators=tuple(catalogue.indicators),
    )
    municipality = Municipality(
        code=code,
        name=name,
        country=country,
        reference=reference,
        within=(),
        peers=_NO_GROUP,
        programmes=(),
        themes=(theme,),
        context=_NO_CONTEXT,
        sources=_sources(country),
    )
    around = country_areas(country)
    own = Area(code=code, name=name, level=AreaLevel.MUNICIPALITY, validity=around[reference].validity)
    figures = carried(municipality.sources, catalogue, areas_of(country))
    register = AreaRegister(root=code, areas={**around, code: own}, divisions={}, memberships=())
    return Material(catalogue, municipality, register, Holdings(figures), on)


def _sources(country: str) -> tuple[str, ...]:
    """The sources that these municipalities name."""
    named = (one.sources for one in real_municipalities(country))
    return tuple(dict.fromkeys(source for sources in named for source in sources))
