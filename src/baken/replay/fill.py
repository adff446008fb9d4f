# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""All sites that a folder of data can fill; each table is read when it is first asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from urllib.parse import urlsplit

from baken.catalogue.files import read_bytes
from baken.model.errors import UsageError
from baken.replay import cbs3, outlines, police
from baken.replay.cbs4 import invented_dataset, recorded_dataset
from baken.replay.described import rows_of, text_of
from baken.replay.features import Features
from baken.replay.files import Files
from baken.replay.messages import Site
from baken.replay.odata3 import OData3
from baken.replay.odata4 import Dataset, OData4
from baken.replay.tables import Table
from baken.sources.bka_pks.source import Tables, tables
from baken.sources.police_uk.source import files as street_files

POLICE, CBS = "dataderden.cbs.nl", "opendata.cbs.nl"
_POLICE: Mapping[str, Callable[[Path], Table]] = {
    "47013NED": police.by_municipality,
    "47018NED": police.by_neighbourhood_and_year,
    "47021NED": police.nuisance,
    "47022NED": police.the_hague,
}
_CBS: Mapping[str, Callable[[Path], Table]] = {
    "81877NED": cbs3.safety_survey,
    "83648NED": cbs3.recorded_crime,
}
_STREET = "-street.csv"
_AACHEN = "neighbours/pks_aachen_region_2014_2020_derived.csv"


def sites_of(data: Path) -> list[Site]:
    """The publishers that a folder of data stands in for.

    Raises:
        UsageError: it is not such a folder.

    """
    if not (data / "fixtures").is_dir():
        raise UsageError(f"{data} is not a folder with data to serve.", do="It must hold 'fixtures'.")
    return [
        OData3(POLICE, {name: cache(partial(make, data)) for name, make in _POLICE.items()}),
        OData3(CBS, {name: cache(partial(make, data)) for name, make in _CBS.items()}),
        _version_four(data / "fixtures/cbs_v4"),
        Features(
            outlines.ROOT,
            {
                "buurten": partial(outlines.neighbourhoods, data),
                "wijken": partial(outlines.districts, data),
                "gemeenten": partial(outlines.municipalities, data),
            },
        ),
        _police_uk(data / "points/police_uk"),
        _bka(data),
    ]


def _version_four(folder: Path) -> OData4:
    datasets: dict[str, Callable[[], Dataset]] = {}
    for index in sorted(folder.glob("*/index.json")):
        recorded = json.loads(text_of(index))["observationPages"]
        make = recorded_dataset if recorded else invented_dataset
        datasets[index.parent.name] = cache(partial(make, index.parent))
    catalogue = json.loads(text_of(folder / "_catalog.json"))["value"]
    return OData4(datasets, catalogue)


def _police_uk(folder: Path) -> Files:
    """The files, each where the source asks for that of its month and force."""
    found = {path.name.removesuffix(_STREET): path for path in sorted(folder.glob(f"*{_STREET}"))}
    where = street_files().path
    places = {where.format(month=name[:7], force=name[8:]): path for name, path in found.items()}
    return Files("data.police.uk", {place: partial(read_bytes, path) for place, path in places.items()})


def _bka(data: Path) -> Files:
    """The rows of the region of Aachen, where the source asks for the table of each year."""
    places = {urlsplit(one.path.format(year=year)).path: (year, one) for year, one in tables().items()}
    return Files("www.bka.de", {place: partial(_aachen, data, *one) for place, one in places.items()})


def _aachen(data: Path, year: int, layout: Tables) -> bytes:
    """The rows of one year, written as the table of that year is."""
    header = (layout.key[0], "Straftat", layout.area[0], "Kreis", layout.cases[0], layout.rate[0])
    lines: list[tuple[str, ...]] = [("1", "2", "3", "4", "5", "6"), header]
    for row in rows_of(text_of(data / _AACHEN)):
        if row["year"] == str(year):
            numbers = (_printed(row[name], layout) for name in ("cases", "HZ_per_100k"))
            lines += [(row["offence_key"], row["offence"], row["kreis_key"], row["kreis_name"], *numbers)]
    return "".join(f"{';'.join(line)}\r\n" for line in lines).encode(layout.encoding)


def _printed(number: str, layout: Tables) -> str:
    if not number or layout.numbers == "plain":
        return number
    text = f"{Decimal(number):,}"
    return text if layout.numbers == "en" else text.translate(str.maketrans(",.", ".,"))
