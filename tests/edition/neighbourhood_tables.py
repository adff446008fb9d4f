# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Invented counts of the neighbourhoods of Maastricht: a table of the police, and one of its own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from baken.areas.load import load_register
from baken.model.area import AreaLevel
from baken.replay.odata3 import OData3
from baken.replay.rows import Cube
from baken.replay.tables import Code, Dimension, Table, counts

CITY, TABLE = "GM0935", "47018NED"
YEARS = ("2022", "2023", "2024")
POLICE = ("1.1.1", "1.1.2", "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.4.7", "3.1.1")
OWN = (
    "politie-misdrijven/1.4.6",
    "politie-overlast/E33",
    "politie-overlast/E35",
    "politie-overlast/E38",
    "politie-overlast/E41",
)
TOPIC = "GeregistreerdeMisdrijven_1"
Counts = Mapping[tuple[str, str, str], int]
"""By code or measure, area and year."""


def neighbourhoods() -> list[str]:
    return [one.code for one in load_register(CITY).of_level(AreaLevel.NEIGHBOURHOOD)]


def police_counts() -> Counts:
    """Kinds by neighbourhood and year, and the total, which counts more than these kinds."""
    random, found = np.random.default_rng(7), {}
    for area in neighbourhoods():
        size = random.lognormal(0, 0.8)
        for year in YEARS:
            for kind in POLICE:
                found[kind, area, year] = int(random.poisson(8 * size))
            known = sum(found[kind, area, year] for kind in POLICE)
            found["0.0.0", area, year] = known + int(random.poisson(60 * size))
    return found


def police_site() -> OData3:
    """The publisher of 47018NED, with neighbourhoods and the districts that they add up to."""
    found = police_counts()
    register = load_register(CITY)
    districts = {code: register.leaves(code, "cbs-wijken") for code in register.areas if code[:2] == "WK"}
    kinds, areas = ("0.0.0", *POLICE), (*neighbourhoods(), *districts)
    values = [
        sum(found[kind, leaf, year] for leaf in districts.get(area, (area,)))
        for kind in kinds
        for area in areas
        for year in YEARS
    ]
    dimensions = (
        Dimension(name="SoortMisdrijf", codes=tuple(Code(f"{one:<6}", one) for one in kinds)),
        Dimension(
            name="WijkenEnBuurten", kind="GeoDetail", codes=tuple(Code(f"{one:<10}", one) for one in areas)
        ),
        Dimension(
            name="Perioden",
            kind="TimeDimension",
            codes=tuple(Code(f"{one}JJ00", one, {"Status": "Definitief"}) for one in YEARS),
        ),
    )
    topic = {"Type": "Topic", "Key": TOPIC, "Title": "Misdrijven", "Datatype": "Long", "Unit": "aantal"}
    table = Table(
        id=TABLE,
        facts={"ID": 0, "Title": "Misdrijven; wijk, buurt 2024", "Modified": "2026-01-15T02:00:00"},
        dimensions=dimensions,
        properties=(
            *({"Type": one.kind, "Key": one.name, "Title": one.name} for one in dimensions),
            {"Decimals": 0, **topic},
        ),
        figures={TOPIC: counts(np.array(values, np.int64))},
        rows=Cube((len(kinds), len(areas), len(YEARS))),
    )
    return OData3("dataderden.cbs.nl", {TABLE: lambda: table})


def own_counts() -> Counts:
    """What only the municipality holds: mostly small counts, and a few without a known neighbourhood."""
    random, found = np.random.default_rng(8), {}
    for measure in OWN:
        for year in YEARS:
            for area in neighbourhoods():
                found[measure, area, year] = int(random.poisson(random.lognormal(0.5, 1)))
            here = sum(found[measure, area, year] for area in neighbourhoods())
            found[measure, CITY, year] = here + int(random.poisson(5))
    return found


def own_table(path: Path) -> Path:
    """That as a table in the strict layout, with inhabitants, so that rates are made of it."""
    lines = ["indicator,area,period,value,status,unit,precision,count"]
    for (measure, area, year), count in own_counts().items():
        lines.append(f"{measure},{area},{year},{count},measured,count,count with denominator,{count}")
    for place, area in enumerate(neighbourhoods()):
        for year in YEARS[:-1]:  # Those of the last year are carried.
            people = 900 + 137 * place
            row = ("bevolking/inwoners", area, year, people, "measured,inhabitants,count with denominator")
            lines.append(",".join(map(str, (*row, people))))
    path.write_text("\n".join([*lines, ""]), "utf-8")
    return path
