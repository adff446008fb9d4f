# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of CBS on opendata.cbs.nl, filled with the figures of a data folder."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import numpy as np

from baken.model.number import parse_number
from baken.replay.columns import Column
from baken.replay.described import period, rows_of, text_of
from baken.replay.rows import Cube
from baken.replay.tables import Code, Dimension, Table, decimals, told

_CRIME = "crime/cbs_83648NED_totals_gemeente_2010_2020.csv"
_SURVEY = "survey/cbs_81877NED_province_2015_2017_with_margins.csv"
_MARGINS = (
    Code("MW00000", "Waarde"),
    Code("MOG0095", "Ondergrens 95%-interval"),
    Code("MBG0095", "Bovengrens 95%-interval"),
)
_CELL = re.compile(r"(Waarde|Marges)_(.+)_(\d{4})")


def recorded_crime(data: Path) -> Table:
    """83648NED: all recorded crime by municipality and year, 2010-2020."""
    rows = rows_of(text_of(data / _CRIME))
    names = sorted({row["RegioS"] for row in rows})
    codes = _region_codes(data)
    years = sorted({row["Perioden"] for row in rows})
    dimensions = (
        Dimension(name="SoortMisdrijf", codes=(Code("T001161", "Misdrijven, totaal"),)),
        Dimension(name="RegioS", kind="GeoDimension", codes=_regions(names, codes)),
        _years(years),
    )
    regions, times = dimensions[1].place, dimensions[2].place
    topics = [name for name in rows[0] if re.fullmatch(r"\w+_\d", name)]
    cells: dict[str, dict[int, float]] = {topic: {} for topic in topics}
    for row in rows:
        at = regions[codes[row["RegioS"]]] * len(years) + times[f"{row['Perioden']}JJ00"]
        for topic in topics:
            cells[topic][at] = float(row[topic])
    size = len(names) * len(years)
    whole = [topic for topic in topics if all(value.is_integer() for value in cells[topic].values())]
    whole = [topic for topic in whole if not topic.startswith("GeregistreerdeMisdrijvenRelatief")]
    figures: dict[str, Column] = {
        topic: told({at: int(value) for at, value in cells[topic].items()})
        if topic in whole
        else decimals(cells[topic], size)
        for topic in topics
    }
    described = [(topic, topic.rpartition("_")[0], "", 0 if topic in whole else 1) for topic in topics]
    title = "Geregistreerde criminaliteit; soort misdrijf, regio"
    note = "Nagespeelde tabel: alleen het totaal, per gemeente."
    return _table(("83648NED", title, note), dimensions, figures, described)


def safety_survey(data: Path) -> Table:
    """81877NED: how safe people feel, by province in 2015-2017, with margins.

    The file gives a value and a margin; the bounds are the value less and plus the margin.
    """
    rows = rows_of(text_of(data / _SURVEY))
    found = {name: match for name in rows[0] if (match := _CELL.fullmatch(name))}
    codes = _region_codes(data) | {"Friesland (PV)": "PV21"}
    names = list(dict.fromkeys(match[2] for match in found.values()))
    years = sorted({match[3] for match in found.values()})
    dimensions = (
        Dimension(name="Marges", codes=_MARGINS),
        Dimension(name="RegioS", kind="GeoDimension", codes=_regions(names, codes)),
        _years(years),
    )
    shape = len(_MARGINS), len(names), len(years)
    regions, times = dimensions[1].place, dimensions[2].place
    figures: dict[str, Column] = {}
    described = []
    for n, row in enumerate(rows, 1):
        title = row["Onderwerp"].lstrip("|").strip()
        topic = f"{_camel(title)}_{n}"
        cells: dict[int, float] = {}
        for region in names:
            for year in years:
                value = parse_number(row[f"Waarde_{region}_{year}"], "nl")
                margin = parse_number(row[f"Marges_{region}_{year}"], "nl")
                for place, number in enumerate(_bounds(value, margin)):
                    where = place, regions[codes[region]], times[f"{year}JJ00"]
                    cells[int(np.ravel_multi_index(where, shape))] = float(number)
        figures[topic] = decimals(cells, int(np.prod(shape)))
        described.append((topic, title, row["Perioden"], 1))
    title = "Veiligheidsbeleving; persoonskenmerken en regio"
    note = "Nagespeelde tabel: alleen provincies. De grenzen zijn de waarde min en plus de marge."
    return _table(("81877NED", title, note), dimensions, figures, described)


def _bounds(value: Decimal, margin: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    return value, value - margin, value + margin


def _years(years: Iterable[str]) -> Dimension:
    codes = tuple(period(f"{year}JJ00", year) for year in years)
    return Dimension(name="Perioden", kind="TimeDimension", codes=codes)


def _camel(title: str) -> str:
    return "".join(word[0].upper() + word[1:] for word in re.findall(r"[A-Za-z]+", title))


def _regions(names: Iterable[str], codes: Mapping[str, str]) -> tuple[Code, ...]:
    listed = [Code(f"{codes[name]:<6}", name, {"Description": None}) for name in names]
    return tuple(sorted(listed, key=lambda code: code.key))


def _region_codes(data: Path) -> dict[str, str]:
    """The code of each region that CBS ever had, by its name."""
    codes: dict[str, str] = {}
    for table in ("83625NED", "03759ned"):
        recorded = json.loads(text_of(data / f"fixtures/cbs_v4/{table}/codes-RegioS.json"))
        codes |= {item["Title"]: item["Identifier"] for item in recorded["value"]}
    return codes


def _table(
    said: tuple[str, str, str],
    dimensions: tuple[Dimension, ...],
    figures: Mapping[str, Column],
    described: Sequence[tuple[str, str, str, int]],
) -> Table:
    """A table from its identifier, title and note; of each figure its column, title, unit and decimals."""
    name, title, note = said
    properties: list[dict[str, object]] = [
        {"Type": one.kind, "Key": one.name, "Title": one.name} for one in dimensions
    ]
    for key, words, unit, places in described:
        kind = {"Datatype": "Double" if places else "Long", "Unit": unit, "Decimals": places}
        properties.append({"Type": "Topic", "Key": key, "Title": words, **kind})
    facts = {
        "ID": 0,
        "Title": title,
        "ShortTitle": title,
        "Identifier": name,
        "Modified": "2022-03-01T02:00:00",
        "ExplanatoryText": note,
        "Language": "nl",
        "Catalog": "CBS",
        "Frequency": "Perjaar",
        "OutputStatus": "Regulier",
    }
    return Table(
        id=name,
        facts=facts,
        dimensions=dimensions,
        properties=tuple(
            {"ID": n, "Position": n, "ParentID": None, **one} for n, one in enumerate(properties)
        ),
        figures=figures,
        rows=Cube(tuple(len(dimension.codes) for dimension in dimensions)),
    )
