# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Areas with their outlines: pages, boxes, properties, and districts made of their neighbourhoods."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import httpx
import pytest

from baken.replay.outlines import dissolved
from baken.replay.server import Replay

from .conftest import asking

ROOT = "/api.pdok.nl/cbs/wijken-en-buurten-2024/ogc/v1/collections"


def items(server: Replay, name: str, **given: Any) -> httpx.Response:
    with httpx.Client(base_url=server.url, timeout=60) as client:
        return client.get(f"{ROOT}/{name}/items", params={"f": "json", **given})


def square(x: float, y: float) -> dict[str, Any]:
    ring = [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]
    return {"type": "Polygon", "coordinates": [ring]}


def area(ring: Any) -> float:
    pairs = pairwise(ring)
    return float(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def test_the_neighbourhoods_of_a_municipality(filled: Replay) -> None:
    answer = items(filled, "buurten", gemeentecode="GM0935", limit=1000)
    assert answer.headers["Content-Type"] == "application/geo+json"
    assert "CRS84" in answer.headers["Content-Crs"]
    found = answer.json()
    assert (found["type"], found["numberMatched"], found["numberReturned"]) == ("FeatureCollection", 44, 44)
    first = found["features"][0]["properties"]
    assert first["buurtcode"] == "BU09350000"
    assert first["buurtnaam"] == "Binnenstad"
    assert (first["wijkcode"], first["gemeentenaam"], first["jaar"]) == ("WK093500", "Maastricht", 2024)
    west, north = found["features"][0]["geometry"]["coordinates"][0][0]
    assert 5.6 < west < 5.8
    assert 50.8 < north < 50.9
    assert items(filled, "buurten", gemeentecode="GM0363").json()["numberMatched"] == 0


def test_pages_follow_each_other_with_links_to_the_publisher(filled: Replay) -> None:
    found: list[str] = []
    answer = items(filled, "buurten", limit=20).json()
    while True:
        found += [one["properties"]["buurtcode"] for one in answer["features"]]
        link = next((link["href"] for link in answer["links"] if link["rel"] == "next"), "")
        if not link:
            break
        address = httpx.URL(link)
        assert address.host == "api.pdok.nl"
        answer = asking(filled)(f"/{address.host}{address.raw_path.decode()}").json()
    assert len(set(found)) == len(found) == 44
    assert filled.asked("cursor=40") == 1


def test_without_a_limit_a_page_is_short(filled: Replay) -> None:
    assert items(filled, "buurten").json()["numberReturned"] == 10
    assert items(filled, "buurten", offset=40).json()["numberReturned"] == 4


def test_a_box_keeps_what_it_touches(filled: Replay) -> None:
    found = items(filled, "gemeenten", bbox="5.69,50.84,5.70,50.85", limit=1000).json()["features"]
    assert "GM0935" in [one["properties"]["gemeentecode"] for one in found]
    assert len(found) < 5
    assert items(filled, "gemeenten", limit=1000).json()["numberMatched"] == 345
    assert items(filled, "gemeenten", bbox="0,0,1,1").json()["numberMatched"] == 0


@pytest.mark.parametrize(
    "given", [{"nobody": "1"}, {"bbox": "1,2,3"}, {"limit": "many"}, {"f": "html"}, {"crs": "EPSG:28992"}]
)
def test_what_is_not_served_is_refused(filled: Replay, given: dict[str, str]) -> None:
    assert items(filled, "buurten", **given).status_code == 400


def test_a_collection_and_a_feature_by_name(filled: Replay) -> None:
    ask = asking(filled)
    assert [one["id"] for one in ask(ROOT).json()["collections"]] == ["buurten", "wijken", "gemeenten"]
    assert ask(f"{ROOT}/buurten").json()["itemType"] == "feature"
    assert ask(f"{ROOT}/buurten/items/1").json()["properties"]["buurtcode"] == "BU09350000"
    for path in ("/nothing", "/nothing/items", "/buurten/items/99999"):
        assert ask(f"{ROOT}{path}").status_code == 404


def test_a_district_covers_its_neighbourhoods_and_no_more(filled: Replay) -> None:
    districts = items(filled, "wijken", limit=100).json()["features"]
    neighbourhoods = items(filled, "buurten", limit=100).json()["features"]
    assert len(districts) == 7
    for district in districts:
        code = district["properties"]["wijkcode"]
        parts = [one["geometry"] for one in neighbourhoods if one["properties"]["wijkcode"] == code]
        rings = [ring for polygon in district["geometry"]["coordinates"] for ring in polygon]
        own = sum(area(part["coordinates"][0]) for part in parts)
        assert sum(map(area, rings)) == pytest.approx(own)
        assert all(ring[0] == ring[-1] for ring in rings)
    assert districts[0]["properties"]["wijknaam"]


def test_a_shared_border_falls_away() -> None:
    beside = dissolved([square(0, 0), square(1, 0)])
    assert [len(ring) for ring in beside] == [7]
    assert area(beside[0]) == 2
    apart = dissolved([square(0, 0), square(5, 5)])
    assert sorted(map(area, apart)) == [1, 1]
