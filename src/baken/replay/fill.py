# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""All sites that a folder of data can fill; each table is read when it is first asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path

from baken.catalogue.files import read_bytes
from baken.model.errors import UsageError
from baken.replay import cbs3, outlines, police
from baken.replay.cbs4 import invented_dataset, recorded_dataset
from baken.replay.described import text_of
from baken.replay.features import Features
from baken.replay.files import Files
from baken.replay.messages import Site
from baken.replay.odata3 import OData3
from baken.replay.odata4 import Dataset, OData4
from baken.replay.tables import Table

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
        Files("www.bka.de", {f"/pks/{year}.csv": partial(_aachen, data, year) for year in range(2014, 2021)}),
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
    found = sorted(folder.glob("*-street.csv"))
    return Files("data.police.uk", {f"/police_uk/{path.name}": partial(read_bytes, path) for path in found})


def _aachen(data: Path, year: int) -> bytes:
    """The rows of one year, as they are."""
    header, *rows = text_of(data / _AACHEN).splitlines(keepends=True)
    return "".join([header, *(row for row in rows if row.startswith(f"{year},"))]).encode()
