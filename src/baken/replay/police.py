# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of the police on dataderden.cbs.nl, filled with the figures of a data folder.

What no file tells is missing and never 0. Of 47024NED (nuisance by neighbourhood) no figures are at hand,
so it is not served.
"""

from __future__ import annotations

import csv
import gzip
import io
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from baken.replay.columns import MISSING, Column
from baken.replay.described import (
    Described,
    codes_of,
    describe,
    describe_in_one,
    months_and_years,
    period,
    rows_of,
    text_of,
)
from baken.replay.rows import Cube
from baken.replay.tables import Code, Table, by_code, counts, told

TOPIC = "GeregistreerdeMisdrijven_1"
YEARS = range(2011, 2018)
UNKNOWN_MONTH = "2017MM12"
UNKNOWN_KIND = "117"
"""The collector came too early for the last month, and found nothing of this kind in any."""
KINDS = {
    "102": "1.4.6",
    "105": "1.2.1",
    "106": "1.2.2",
    "107": "2.5.2",
    "108": "1.2.4",
    "109": "1.4.4",
    "110": "1.4.5",
    "111": "2.2.1",
    "117": "1.4.7",
}
"""Kinds of The Hague whose name says which kind of the police they are. 'Theft while on scooter' (100),
'Theft from bike' (101) and 'Burglary' (104), which does not say of what, keep their own codes."""
_LEVELS = {"NL": "Land", "GM": "Gemeente", "WK": "Wijk", "BU": "Buurt"}


def the_hague(data: Path) -> Table:
    """47022NED: 341 neighbourhoods of the police district The Hague by month, 2011-2017.

    A year is added to the months where all twelve are known, which leaves out 2017.
    """
    cells = _hague_cells(data)
    described = _hague_lists(data, cells)
    kind, area, time = described.dimensions()
    values = np.full((len(kind.codes), len(area.codes), len(time.codes)), MISSING, dtype=np.int64)
    kinds = [kind.place[KINDS.get(own, own)] for own in cells.kinds]
    areas = [area.place[_code(own)] for own in cells.areas]
    months = [time.place[month] for month in cells.months]
    place = np.array(cells.place, dtype=np.int64).reshape(-1, 3)
    values[np.array(kinds)[place[:, 0]], np.array(areas)[place[:, 1]], np.array(months)[place[:, 2]]] = (
        cells.count
    )
    values[kind.place[KINDS[UNKNOWN_KIND]]] = MISSING
    values[:, :, time.place[UNKNOWN_MONTH]] = MISSING
    for year in YEARS[:-1]:
        at = time.place[f"{year}JJ00"]
        whole = values[:, :, at - 12 : at]
        values[:, :, at] = np.where((whole == MISSING).any(axis=2), MISSING, whole.sum(axis=2))
    return _by_neighbourhood(described, {TOPIC: counts(values.reshape(-1))}, _municipalities(data))


def _hague_lists(data: Path, cells: _Cells) -> Described:
    """The lists of 47018NED, with the kinds, neighbourhoods and months that The Hague has."""
    described = describe(data / "fixtures/47018NED_v3_csv")
    genuine = {code.key.strip(): code for code in described.codes["SoortMisdrijf"]}
    named = [genuine.get(KINDS.get(own, own), Code(f"{own:<6}", label)) for own, label in cells.kinds.items()]
    return described.with_codes(
        SoortMisdrijf=sorted(named, key=lambda code: code.key),
        WijkenEnBuurten=[_neighbourhood(own, cells.areas[own]) for own in sorted(cells.areas)],
        Perioden=months_and_years(YEARS[0], YEARS[-1], YEARS[:-1]),
    ).saying(
        Identifier="47022NED",
        Title="Geregistreerde misdrijven; soort misdrijf, wijk, buurt, maandcijfers",
        ShortTitle="Misdrijven per wijk en buurt per maand",
        Frequency="Permaand",
        Period="2011-2017",
        ExplanatoryText="Nagespeelde tabel: 341 buurten van het politiedistrict Den Haag, 2011-2017.",
    )


def by_neighbourhood_and_year(data: Path) -> Table:
    """47018NED: of all its cells only those of the country in 2023 are told, each kind by itself."""
    note = "Nagespeelde tabel: alleen Nederland in 2023; al het andere ontbreekt."
    described = describe(data / "fixtures/47018NED_v3_csv").saying(ExplanatoryText=note)
    kinds, areas, years = described.dimensions()
    cube = Cube((len(kinds.codes), len(areas.codes), len(years.codes)))
    cells = {
        (kinds.place[_kind(row["crimetype_lab"])] * cube.shape[1] + areas.place["NL00"]) * cube.shape[2]
        + years.place["2023JJ00"]: int(row["crime"])
        for row in rows_of(text_of(data / "crime/nscr_47018NED_NL_counts_by_type_2023.csv"))
    }
    return _by_neighbourhood(described, {TOPIC: told(cells)}, _municipalities(data))


def by_municipality(data: Path) -> Table:
    """47013NED: totals of municipalities and units in 2022-2024, and kinds for the country in 2012-2023."""
    described = describe_in_one(data / "fixtures/47013NED_v3/47013NED_metadata_2025-12-21.csv")
    years = tuple(period(f"{year}JJ00", str(year)) for year in range(2012, 2025))
    described = described.with_codes(Perioden=years).saying(
        Period="2012-2024",
        ExplanatoryText="Nagespeelde tabel: totalen van 2022-2024, en soorten voor Nederland van 2012-2023.",
    )
    kinds, areas, times = described.dimensions()
    shape = len(kinds.codes), len(areas.codes), len(times.codes)
    regions = {code.title: n for n, code in enumerate(areas.codes)}
    cells: dict[int, int] = {}

    def tell(kind: str, region: str, year: str, value: str) -> None:
        place = kinds.place[_kind(kind)], regions[region], times.place[f"{year}JJ00"]
        cells[int(np.ravel_multi_index(place, shape))] = int(value)

    for row in rows_of(text_of(data / "crime/nl_47013NED_annual_by_type.csv")):
        tell(row["incident_type_code"], "Nederland", row["year"], row["incident_count"])
    for name in ("2022_2023", "2024"):
        for region, year, value in _statline(data / f"crime/politie_47013NED_total_gemeente_{name}.csv"):
            tell("Totaal misdrijven", region, year, value)
    figures = {TOPIC: told(cells), "Aangiften_2": told({}), "Internetaangiften_3": told({})}
    return _table(described, figures)


def nuisance(data: Path) -> Table:
    """47021NED: nuisance in the country by year, 2012-2023."""
    rows = rows_of(text_of(data / "crime/nl_annual_disorder_overlast.csv"))
    kinds = codes_of(rows_of(text_of(data / "fixtures/83474NED_v3_csv/Overlast.csv")))
    years = sorted({row["year"] for row in rows})
    topic = "GeregistreerdeOverlast_1"
    described = Described(
        facts={
            "ID": 0,
            "Title": "Geregistreerde overlast; soort overlast, gemeente",
            "ShortTitle": "Overlast per gemeente",
            "Identifier": "47021NED",
            "Modified": "2024-08-15T02:00:00",
            "ExplanatoryText": "Nagespeelde tabel: alleen Nederland, 2012-2023.",
            "Language": "nl",
            "Catalog": "Politie",
            "Frequency": "Permaand",
            "Period": f"{years[0]}-{years[-1]}",
            "OutputStatus": "Regulier",
        },
        properties=(
            _property(0, "Dimension", "Overlast", "Soort overlast"),
            _property(1, "GeoDimension", "RegioS", "Regio's"),
            _property(2, "TimeDimension", "Perioden", "Perioden"),
            _property(
                3, "Topic", topic, "Geregistreerde overlast", Datatype="Long", Unit="aantal", Decimals=0
            ),
        ),
        codes={
            "Overlast": kinds,
            "RegioS": (Code("NL01  ", "Nederland"),),
            "Perioden": tuple(period(f"{year}JJ00", year) for year in years),
        },
    )
    place = {code.title: n for n, code in enumerate(kinds)}
    cells = {
        place[row["incident_type_code"]] * len(years) + years.index(row["year"]): int(row["incident_count"])
        for row in rows
    }
    return _table(described, {topic: told(cells)})


def _kind(label: str) -> str:
    """The code that a label begins with: names change ('Zedenmisdrijf', 'Zedendelicten'), codes stay."""
    return "0.0.0" if label == "Totaal misdrijven" else label.partition(" ")[0]


@dataclass(slots=True)
class _Cells:
    """The file by numbers: the names of kinds and areas, and of each row its places in the lists."""

    kinds: dict[str, str] = field(default_factory=dict)
    areas: dict[str, str] = field(default_factory=dict)
    months: dict[str, int] = field(default_factory=dict)
    place: array[int] = field(default_factory=lambda: array("q"))
    count: array[int] = field(default_factory=lambda: array("q"))


def _hague_cells(data: Path) -> _Cells:
    """Read the file row by row, so that its three million texts are never held at once."""
    cells = _Cells()
    kinds: dict[str, int] = {}
    areas: dict[str, int] = {}
    packed = data / "crime/thehague/thehague_buurt_month_crime_2011_2017.csv.gz"
    with gzip.open(packed, "rt", encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        for year, month, _, area, name, kind, label, count, *_rest in rows:
            cells.kinds[kind], cells.areas[area] = label, name
            key = f"{year}MM{month:>02}"
            numbers = kinds.setdefault(kind, len(kinds)), areas.setdefault(area, len(areas))
            cells.place.extend((*numbers, cells.months.setdefault(key, len(cells.months))))
            cells.count.append(int(count))
    return cells


def _code(own: str) -> str:
    return f"BU{own.zfill(8)}"


def _neighbourhood(own: str, name: str) -> Code:
    code = _code(own)
    more = {"Description": None, "Municipality": f"GM{code[2:6]}", "DetailRegionCode": code}
    return Code(code, name, more)


def _municipalities(data: Path) -> dict[str, str]:
    """The name of each municipality."""
    rows = rows_of(text_of(data / "fixtures/47018NED_v3_csv/WijkenEnBuurten.csv"))
    return {row["Key"].strip(): row["Title"] for row in rows if row["Key"].startswith("GM")}


def _by_neighbourhood(described: Described, figures: Mapping[str, Column], names: Mapping[str, str]) -> Table:
    """A table by neighbourhood, which also says of each row in which municipality it lies."""
    areas = described.dimensions()[1]
    municipalities = [names.get(str(code.more.get("Municipality") or "")) for code in areas.codes]
    levels = [_LEVELS[code.key[:2]] for code in areas.codes]
    said = {"Gemeentenaam_2": by_code(municipalities, 1), "SoortRegio_3": by_code(levels, 1)}
    return _table(described, {**figures, **said})


def _table(described: Described, figures: Mapping[str, Column]) -> Table:
    dimensions = described.dimensions()
    return Table(
        id=str(described.facts["Identifier"]),
        facts=described.facts,
        dimensions=dimensions,
        properties=described.properties,
        figures=figures,
        rows=Cube(tuple(len(dimension.codes) for dimension in dimensions)),
    )


def _property(place: int, kind: str, key: str, title: str, **more: object) -> dict[str, object]:
    start = {"ID": place, "Position": place, "ParentID": None, "Type": kind, "Key": key, "Title": title}
    return start | {"Description": None} | more


def _statline(path: Path) -> list[tuple[str, str, str]]:
    """The area, the year and the figure of each cell of a download of StatLine that holds one."""
    rows = [row for row in csv.reader(io.StringIO(text_of(path), newline=""), delimiter=";") if len(row) > 1]
    years: Sequence[str] = next(row[1:] for row in rows if row[0] == "Perioden")
    return [
        (row[0], year, value)
        for row in rows
        for year, value in zip(years, row[1:], strict=True)
        if value.isdigit() and row[0] not in ("Perioden", "Onderwerp")
    ]
