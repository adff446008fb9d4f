# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Small stand-ins of publishers, each laid out as the real table is: padding, odd codes and gaps included."""

from __future__ import annotations

from functools import partial
from itertools import product
from typing import Any

import numpy as np

from baken.replay.columns import MISSING, Column, Numbers, Words
from baken.replay.messages import Request, Site, as_json
from baken.replay.odata3 import OData3
from baken.replay.odata4 import Dataset, OData4
from baken.replay.rows import Cube
from baken.replay.tables import Code, Dimension, Table, by_code, counts, decimals
from baken.sources.description import SourceFile
from baken.sources.registry import source, sources

KINDS = {
    "SoortMisdrijf": [
        ("0.0.0 ", "Totaal misdrijven"),
        ("1.1.1 ", "1.1.1 Diefstal/inbraak woning"),
        ("1.4.1 ", "1.4.1 Zedenmisdrijf"),
        ("2.6.1 ", "2.6.1 Inrichting Wet Milieubeheer"),
        ("2.6.10", "2.6.10 Bestrijdingsmiddelen"),
        ("9.9.9 ", "9.9.9 Nieuwe soort"),
    ],
    "Overlast": [("0.0.0 ", "Totaal registraties overlast"), ("E33   ", "Overlast door verward persoon")],
}
CBS_KINDS = [("T001161   ", "Misdrijven, totaal"), ("CRI1000   ", "1 Vermogensmisdrijven")]
REGIONS = [
    ("NL01  ", "Nederland"),
    ("LD01  ", "Noord-Nederland (LD)"),
    ("PV31  ", "Limburg (PV)"),
    ("PV99  ", "Niet in te delen (PV)"),
    ("RE10  ", "Limburg (RE)"),
    ("GM0080", "Leeuwarden"),
    ("GM0935", "Maastricht"),
    ("GM0999", "Gemeenten; niet in te delen"),
]
NEIGHBOURHOODS = [
    ("NL00      ", "Nederland"),
    ("GM0106    ", "Assen"),
    ("WK010600  ", "Wijk 00"),
    ("BU01060000", "Buurt 00"),
    ("GM0935    ", "Maastricht"),
    ("WK093500  ", "Wijk 00 Centrum"),
    ("BU09350000", "Binnenstad"),
    ("BU09350001", "Jekerkwartier"),
]
PERIODS = [
    ("2022JJ00", "Definitief"),
    ("2023MM11", "Definitief"),
    ("2023MM12", "NaderVoorlopig"),
    ("2023JJ00", "Voorlopig"),
    ("2024MM01", "Voorlopig"),
]
YEARS = [(key, status) for key, status in PERIODS if "JJ" in key]
MARGINS = [("MW00000", "Waarde"), ("MOG0095", "Ondergrens"), ("MBG0095", "Bovengrens")]
TOPICS = [
    ("VoeltZichWelEensOnveiligInBuurt_1", "Voelt zich wel eens onveilig in buurt ", "%", 1),
    ("RapportcijferVeiligheidInBuurt_2", "Rapportcijfer veiligheid in buurt ", "rapportcijfer", 1),
    ("VanZakkenrollerij_3", "Van zakkenrollerij", "% '(heel) groot'", 1),
    ("Onbekend_4", "Onbekend", "schaalscore", 1),
]
MODIFIED = "2026-01-15T02:00:00"


def sites(page: int = 7) -> list[Site]:
    """All of them; pages are small, so that even small tables have several."""
    hosts: dict[str, dict[str, Any]] = {}
    for one in sources().values():
        if one.odata3:
            shelf = hosts.setdefault(one.base.rpartition("/")[2], {})
            shelf[one.odata3.table] = partial(table_of, one)
    fourth = {one.table: partial(dataset_of, one) for one in sources().values() if one.odata4}
    threes = [OData3(host, shelf, page=page) for host, shelf in hosts.items()]
    return [*threes, OData4(fourth, page=page), Invented()]


def table_of(one: SourceFile) -> Table:
    """A small table in the layout of a source of the third version."""
    layout = one.odata3
    assert layout
    small = layout.areas == "WijkenEnBuurten"
    listed = NEIGHBOURHOODS if small else REGIONS
    areas = Dimension(
        name=layout.areas,
        kind="GeoDetail" if small else "GeoDimension",
        codes=tuple(Code(*c) for c in listed),
    )
    yearly = layout.survey is not None or one.publisher == "CBS"
    codes = tuple(Code(key, key, {"Status": status}) for key, status in (YEARS if yearly else PERIODS))
    times = Dimension(name="Perioden", kind="TimeDimension", codes=codes)
    if layout.survey:
        first = Dimension(name=layout.survey.column, codes=tuple(Code(*c) for c in MARGINS))
    else:
        kinds = CBS_KINDS if one.publisher == "CBS" else KINDS[layout.kinds]
        first = Dimension(name=layout.kinds, codes=tuple(Code(*c) for c in kinds))
    dimensions = (first, areas, times)
    described = TOPICS if layout.survey else [(name, name, "aantal", 0) for name in layout.topics]
    figures = {name: _figures(dimensions, places) for name, _, _, places in described}
    return Table(
        id=layout.table,
        facts={"ID": 0, "Title": f"{one.title.nl}, gemeente 2026", "Modified": MODIFIED},
        dimensions=dimensions,
        properties=tuple(_properties(dimensions, described)),
        figures=figures,
        rows=Cube(tuple(len(one.codes) for one in dimensions)),
    )


def _figures(dimensions: tuple[Dimension, ...], places: int) -> Column:
    """Some figures, of which some are zero and some are not there; margins lie around their value."""
    shape = tuple(len(one.codes) for one in dimensions)
    size = int(np.prod(shape))
    if places:
        cells = {}
        for n in range(size):
            role, rest = divmod(n, size // shape[0])
            if rest % 5 != 4:
                cells[n] = round(6 + rest / 10 + (0, -0.4, 0.4)[role], 1)
        return decimals(cells, size)
    values = np.arange(size) * 7 % 23
    values[values > 19] = MISSING
    return counts(values.astype(np.int64))


def _properties(
    dimensions: tuple[Dimension, ...], topics: list[tuple[str, str, str, int]]
) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [
        {"Type": one.kind, "Key": one.name, "Title": one.name} for one in dimensions
    ]
    found.append({"Type": "TopicGroup", "Key": None, "Title": "Groep"})
    for key, title, unit, places in topics:
        kind = "Float" if places else "Long"
        found.append(
            {"Type": "Topic", "Key": key, "Title": title, "Datatype": kind, "Unit": unit, "Decimals": places}
        )
    return found


def dataset_of(one: SourceFile) -> Dataset:
    """A small table in the layout of a source of the fourth version."""
    layout = one.odata4
    assert layout
    keys: dict[str, list[str]] = {"Measure": list(dict.fromkeys(each.measure for each in layout.series))}
    keys |= {column: [key, "3000"] for column, key in layout.fixed.items()}
    for column in layout.over:
        taken = dict.fromkeys(key for each in layout.series for key in layout.keys(each, column))
        keys[column] = [*taken, "22000"]
    keys[layout.areas] = [key.strip() for key, _ in REGIONS]
    keys["Perioden"] = [key for key, _ in YEARS]
    titles = {key.strip(): title for key, title in REGIONS}
    status = dict(PERIODS)
    collections: dict[str, Any] = {
        "Dimensions": [
            {"Identifier": name, "Kind": "GeoDimension" if name == layout.areas else "Dimension"}
            for name in keys
            if name != "Measure"
        ],
        "MeasureCodes": [{"Identifier": key, "Title": key, "Decimals": 0} for key in keys["Measure"]],
    }
    for name in layout.dimensions:
        collections[f"{name}Codes"] = [
            {"Identifier": key, "Title": titles.get(key, key), "Status": status.get(key)}
            for key in keys[name]
        ]
    dimensions = tuple(Dimension(name=name, codes=tuple(Code(k, k) for k in keys[name])) for name in keys)
    cells = list(product(*(range(len(one.codes)) for one in dimensions)))
    attributes, values = [], []
    for cell in cells:
        lacks = dimensions[-2].codes[cell[-2]].key == "GM0080" and cell[-1] == 0
        attributes.append("Impossible" if lacks else "None")
        values.append(None if lacks else sum(cell) * 11)
    written: dict[str, Column] = {"Id": Numbers(lambda page: page.at, len(cells))}
    written |= {one.name: by_code(one.keys, n) for n, one in enumerate(dimensions)}
    written["ValueAttribute"] = _each(attributes)
    written["Value"] = _each(values)
    written["StringValue"] = _each([None] * len(cells))
    table = Table(
        id=one.table,
        facts={},
        dimensions=dimensions,
        properties=(),
        figures={},
        rows=Cube(tuple(len(one.codes) for one in dimensions)),
        written=written,
    )
    said = {"Modified": MODIFIED, "Title": one.title.nl, "Description": "regio (provincie, gemeente)"}
    return Dataset(properties=said, collections=collections, observations=table)


def _each(values: list[Any]) -> Words:
    known = list(dict.fromkeys(values))
    places = np.array([known.index(value) for value in values])
    return Words(known, lambda page: places[page.at])


class Invented:
    """The publisher of the examples."""

    def answer(self, request: Request) -> Any:
        if request.host != source("demo").base.rpartition("/")[2]:
            return None
        rows = [("GM0935", 2020, 7), ("GM0935", 2021, None), ("GM0935", 2022, 0), ("GM0106", 2020, 3)]
        return as_json([{"area": area, "year": year, "number": number} for area, year, number in rows])

    def serves(self) -> list[str]:
        return ["demo.invalid/figures.json"]
