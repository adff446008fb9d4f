# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Small publishers of every protocol that can change between two fetches, and what a workspace holds."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from baken.replay.columns import Column, Numbers, Words
from baken.replay.faults import Fault
from baken.replay.features import Features
from baken.replay.files import Files
from baken.replay.messages import Reply, Request, Site
from baken.replay.odata3 import OData3
from baken.replay.odata4 import Dataset, OData4
from baken.replay.rows import Cube
from baken.replay.server import Replay
from baken.replay.tables import Code, Dimension, Table, by_code, counts
from baken.sources.adapters import adapter
from baken.sources.client import Patience
from baken.sources.contract import Ask
from baken.sources.fetch import Outcome, Setting
from baken.sources.fetch import fetch as fetch_source
from baken.sources.registry import source
from baken.store.workspace import Workspace
from fetching import Bytes
from store.making import held_bytes

TESTS = Path(__file__).parents[1]
ENVIRONMENT = os.environ | {
    "PYTHONPATH": f"{TESTS}:{TESTS.parent / 'src'}",
    "SOURCE_DATE_EPOCH": "1769860800",
}
"""That of a process with the fixed clock."""
DAY = datetime(2026, 1, 31, 12, tzinfo=UTC)
HASTE = Patience(connect=1, read=0.4, reply=0.6, attempts=3, pause=0.01, longest_pause=0.2, largest=2**20)
"""Waits for nothing, so that a test of what goes wrong takes no time."""
HURRY = replace(HASTE, read=0.25, reply=0.3, attempts=2)
CALM = replace(HASTE, read=20, reply=60, largest=2**28)
CITY = Ask(municipality="GM0935", beside=("NL",))

V3, V4, FEATURES, FILES, DEMO = (
    "politie_47022ned",
    "cbs_03759ned",
    "pdok_wijken_buurten",
    "police_uk",
    "demo",
)
DATA_OF = {
    V3: "TypedDataSet",
    V4: "Observations",
    FEATURES: "/items",
    FILES: "-street.csv",
    DEMO: "figures.json",
}
"""What stands in the address of a reply with figures or outlines."""
KINDS = (("0.0.0 ", "Totaal misdrijven"), ("1.1.1 ", "1.1.1 Diefstal/inbraak woning"))
AREAS = ("BU09350000", "BU09350001", "WK093500  ", "BU01060000", "NL00      ")
MONTHS = ("2023MM11", "2023MM12", "2024MM01", "2024MM02")
STREET = "/data/archive/2016-07/2016-07-west-yorkshire-street.csv"
PAGE = 5


@dataclass(frozen=True, kw_only=True)
class State:
    """What the publishers give now. ``revised`` is added to one figure of Maastricht."""

    modified: str = "2026-01-15T02:00:00"
    division: str = "2026"
    revised: int = 0
    months: tuple[str, ...] = MONTHS
    years: tuple[str, ...] = ("2023JJ00", "2024JJ00", "2025JJ00")
    regions: tuple[str, ...] = ("NL01", "PV31", "GM0106", "GM0935")
    areas: tuple[str, ...] = AREAS
    demo: tuple[tuple[str, int, int | None], ...] = (
        ("GM0935", 2020, 7),
        ("GM0935", 2021, None),
        ("GM0106", 2020, 3),
    )


class Publishers:
    """All of them at once; ``now`` is the state that they are in."""

    def __init__(self, state: State | None = None) -> None:
        self.turn(state or State())

    def turn(self, state: State) -> None:
        """Publish another state."""
        self.now = state
        self.sites: list[Site] = [
            OData3("dataderden.cbs.nl", {"47022NED": lambda: police(state)}, page=PAGE),
            OData4({"03759ned": lambda: people(state)}, page=PAGE),
            Features("/cbs/wijken-en-buurten-2024/ogc/v1", {"buurten": lambda: outlines(state)}),
            Files("data.police.uk", {STREET: lambda: street(state)}),
            Files("demo.invalid", {"/figures.json": lambda: figures(state)}, "application/json"),
        ]

    def answer(self, request: Request) -> Reply | None:
        found = (site.answer(request) for site in self.sites if request.host in _HOSTS)
        return next((reply for reply in found if reply is not None), None)

    def serves(self) -> list[str]:
        return [line for site in self.sites for line in site.serves()]


_HOSTS = ("dataderden.cbs.nl", "datasets.cbs.nl", "api.pdok.nl", "data.police.uk", "demo.invalid")


@contextmanager
def replaying(publishers: Publishers | None = None, *rules: str) -> Iterator[Replay]:
    """A server with the publishers, and what goes wrong."""
    with Replay([publishers or Publishers()], faults=[Fault.parse(rule) for rule in rules]) as server:
        yield server


def fetch(  # noqa: PLR0917 - each of them is what a test is about
    server: Replay | str,
    workspace: Workspace,
    name: str = V3,
    ask: Ask = CITY,
    patience: Patience = CALM,
    now: datetime = DAY,
) -> Outcome:
    """Fetch from the stand-in, at a fixed time."""
    url = server if isinstance(server, str) else server.url
    return fetch_source(workspace, name, ask, Setting(base_url=url, patience=patience, now=lambda: now))


def held(workspace: Workspace, server: Replay | None = None) -> dict[str, str]:
    """Observations and snapshots, by a checksum or by what they say; the port of the stand-in left out."""
    found = held_bytes(workspace) if workspace.observations.is_dir() else {}
    url = server.url if server else "http://"
    for path in sorted(workspace.snapshots.glob("*/*.json")):
        if path.name != "health.json":
            found[f"snapshots/{path.parent.name}/{path.name}"] = path.read_text().replace(url, "URL")
    return found


def police(state: State) -> Table:
    """47022NED: kinds by neighbourhood and month, the last of which revised."""
    kinds, areas, times = (
        Dimension(name="SoortMisdrijf", codes=tuple(Code(*kind) for kind in KINDS)),
        Dimension(
            name="WijkenEnBuurten", kind="GeoDetail", codes=tuple(Code(a, a.strip()) for a in state.areas)
        ),
        Dimension(
            name="Perioden",
            kind="TimeDimension",
            codes=tuple(Code(one, one, {"Status": "Definitief"}) for one in state.months),
        ),
    )
    cells = list(product((k for k, _ in KINDS), state.areas, state.months))
    values = [sum(map(ord, "".join(cell))) % 19 for cell in cells]
    values[cells.index(("1.1.1 ", state.areas[0], state.months[0]))] += state.revised
    topic = {"Key": "GeregistreerdeMisdrijven_1", "Title": "Misdrijven", "Datatype": "Long", "Unit": "aantal"}
    described: list[dict[str, Any]] = [
        {"Type": one.kind, "Key": one.name, "Title": one.name} for one in (kinds, areas, times)
    ]
    return Table(
        id="47022NED",
        facts={"ID": 0, "Title": f"Misdrijven; wijk, buurt {state.division}", "Modified": state.modified},
        dimensions=(kinds, areas, times),
        properties=(*described, {"Type": "Topic", "Decimals": 0, **topic}),
        figures={"GeregistreerdeMisdrijven_1": counts(np.array(values, dtype=np.int64))},
        rows=Cube((len(KINDS), len(state.areas), len(state.months))),
    )


def people(state: State) -> Dataset:
    """03759ned: inhabitants by region and year, of which one is impossible."""
    keys = {
        "Measure": ["M000352"],
        "BurgerlijkeStaat": ["T001019", "1010"],
        "Geslacht": ["T001038"],
        "Leeftijd": ["10000", *(f"11{n}00" for n in range(2, 8)), "22000"],
        "RegioS": list(state.regions),
        "Perioden": list(state.years),
    }
    dimensions = tuple(Dimension(name=name, codes=tuple(Code(k, k) for k in keys[name])) for name in keys)
    cells = list(product(*keys.values()))
    values: list[int | None] = [sum(map(ord, "".join(cell))) for cell in cells]
    for n, cell in enumerate(cells):
        if cell[-2:] == ("GM0935", state.years[0]) and cell[3] == "10000":
            values[n] = None
        if cell[-2:] == ("GM0935", state.years[-1]):
            values[n] = (values[n] or 0) + state.revised
    written: dict[str, Column] = {"Id": Numbers(lambda page: page.at, len(cells))}
    written |= {one.name: by_code(one.keys, n) for n, one in enumerate(dimensions)}
    written["ValueAttribute"] = _each(["Impossible" if value is None else "None" for value in values])
    written["Value"], written["StringValue"] = _each(values), _each([None] * len(cells))
    table = Table(
        id="03759ned",
        facts={},
        dimensions=dimensions,
        properties=(),
        figures={},
        rows=Cube(tuple(len(one.codes) for one in dimensions)),
        written=written,
    )
    collections: dict[str, Any] = {
        "Dimensions": [
            {"Identifier": name, "Kind": "GeoDimension" if name == "RegioS" else "Dimension"}
            for name in list(keys)[1:]
        ],
        "MeasureCodes": [{"Identifier": "M000352", "Title": "Bevolking", "Decimals": 0}],
    }
    for name in list(keys)[1:]:
        collections[f"{name}Codes"] = [
            {"Identifier": key, "Title": key, "Status": "Definitief"} for key in keys[name]
        ]
    said = {"Modified": state.modified, "Title": "Bevolking", "Description": "per regio"}
    return Dataset(properties=said, collections=collections, observations=table)


def _each(values: Sequence[object]) -> Words:
    known = list(dict.fromkeys(values))
    places = np.array([known.index(value) for value in values])
    return Words(known, lambda page: places[page.at])


def outlines(state: State) -> list[dict[str, Any]]:
    """Two squares in Maastricht and one elsewhere."""
    found = []
    for n, code in enumerate(("BU09350000", "BU09350001", "BU01060000")):
        west = 5.6 + n / 100 + state.revised / 1000
        ring = [[west, 50.8], [west + 0.01, 50.8], [west + 0.01, 50.81], [west, 50.81], [west, 50.8]]
        said = {"buurtcode": code, "buurtnaam": code, "gemeentecode": f"GM{code[2:6]}", "water": "NEE"}
        shape = {"type": "Polygon", "coordinates": [ring]}
        found.append(
            {"type": "Feature", "id": n + 1, "geometry": shape, "properties": {**said, "jaar": 2024}}
        )
    return found


def street(state: State) -> bytes:
    """Street-level crimes, of which one without a place."""
    header = "Crime ID,Month,Longitude,Latitude,LSOA code,Crime type"
    rows = ["x1,2016-07,-1.5,53.5,E01007359,Burglary", "x2,2016-07,,,,Robbery"]
    rows += ["x3,2016-07,-1.5,53.5,E01007359,Burglary"] * state.revised
    return "\n".join([header, *rows, ""]).encode()


def figures(state: State) -> bytes:
    """The only reply of the example."""
    rows = [{"area": area, "year": year, "number": number} for area, year, number in state.demo]
    return json.dumps(rows).encode()


def undisturbed(make: Callable[[], Workspace], name: str, ask: Ask = CITY) -> dict[str, str]:
    """What a workspace holds after a fetch in which nothing goes wrong."""
    workspace = make()
    with replaying() as server:
        fetch(server, workspace, name, ask)
        return held(workspace, server)


class Asker:
    """Asks the publishers without a network, and keeps every part."""

    def __init__(self, publishers: Publishers) -> None:
        self.publishers, self.parts = publishers, Bytes()

    def peek(self, address: str) -> bytes:
        parts = urlsplit(address)
        reply = self.publishers.answer(Request(host=parts.netloc, path=parts.path, query=parts.query))
        assert reply is not None
        assert reply.status == 200, reply.content
        return reply.content

    def part(self, name: str, address: str) -> bytes:
        self.parts[name] = self.peek(address)
        return self.parts[name]


def parts_of(name: str, ask: Ask = CITY) -> Bytes:
    """What a source keeps when it is fetched."""
    asker = Asker(Publishers())
    adapter(source(name)).download(ask, asker, source(name).base)
    return asker.parts
