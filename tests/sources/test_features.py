# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Collections of areas: asked page by page at the base that is given, read whole or refused by name."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest

from baken.areas.outlines import Outline
from baken.model.errors import InputError
from baken.model.observation import Observation
from baken.replay.features import Features
from baken.replay.server import Replay
from baken.sources.contract import Ask
from baken.sources.pdok_wijken_buurten.outlines import SOURCE, read_outlines
from baken.sources.protocols.features import FeatureAdapter
from baken.sources.registry import source
from baken.store.columns import Batch
from outlines import CITY, as_collection, invented, maastricht, outline, square

BASE = "http://127.0.0.1:8047/api.pdok.nl"
ITEMS = "/cbs/wijken-en-buurten-2024/ogc/v1/collections/buurten/items"
ASK = Ask(municipality=CITY)


class Held(dict[str, bytes]):
    """The parts of a snapshot."""

    def names(self, start: str = "") -> list[str]:
        return sorted(name for name in self if name.startswith(start))


@dataclass
class Publisher:
    """Gives one reply after another, and remembers what was asked."""

    replies: list[bytes]
    asked: list[str] = field(default_factory=list)
    held: Held = field(default_factory=Held)

    def peek(self, address: str) -> bytes:
        raise AssertionError(f"nothing is to be looked at, but {address} was")

    def part(self, name: str, address: str) -> bytes:
        self.asked.append(address)
        self.held[name] = self.replies[len(self.asked) - 1]
        return self.held[name]


@dataclass
class Sunk:
    """What an adapter put in the store."""

    strangers: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def measure(self, name: str) -> int:
        raise AssertionError(f"outlines are no measure, but {name} is")

    def area(self, code: str) -> int:
        raise AssertionError(f"outlines have no figures of {code}")

    def add(self, batch: Batch) -> None:
        raise AssertionError(f"outlines have no figures, but {len(batch)} came")

    def add_observations(self, observations: Iterable[Observation]) -> None:
        raise AssertionError(f"outlines have no figures, but {observations} came")

    def unmapped(self, code: str, name: str) -> None:
        self.strangers[code] = name

    def note(self, text: str) -> None:
        self.notes.append(text)


def adapter() -> FeatureAdapter:
    described = source(SOURCE)
    assert described.features is not None
    return FeatureAdapter(described.features, described.publisher)


def next_page(query: str, host: str = "https://api.pdok.nl") -> dict[str, Any]:
    links = [{"rel": "self", "href": f"{host}{ITEMS}"}, {"rel": "next", "href": f"{host}{ITEMS}?{query}"}]
    return {"links": links}


def three() -> dict[str, Outline]:
    return {code: outline(code, square(n, 0)) for n, code in enumerate(("BU1", "BU2", "BU3"))}


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as error:
        read_outlines(Held({"items/buurten/000001": data}))
    return str(error.value)


def edited(change: Any) -> bytes:
    said = json.loads(as_collection(three()))
    change(said["features"][1])
    return json.dumps(said).encode()


def test_only_the_wanted_municipality_is_asked_and_as_many_as_the_publisher_gives_at_once() -> None:
    publisher = Publisher([as_collection(three())])
    adapter().download(ASK, publisher, BASE)
    (address,) = publisher.asked
    assert address.startswith(f"{BASE}{ITEMS}?")
    assert parse_qs(urlsplit(address).query) == {"f": ["json"], "limit": ["1000"], "gemeentecode": [CITY]}
    assert list(publisher.held) == ["items/buurten/000001"]


def test_without_a_municipality_the_whole_country_is_asked() -> None:
    publisher = Publisher([as_collection(three())])
    adapter().download(Ask(), publisher, BASE + "/")
    assert publisher.asked == [f"{BASE}{ITEMS}?f=json&limit=1000"]


@pytest.mark.parametrize("host", ["https://api.pdok.nl", BASE, ""])
def test_pages_are_followed_at_the_base_that_was_given_whatever_host_a_link_names(host: str) -> None:
    one, two, last = ({code: area} for code, area in three().items())
    pages = [
        as_collection(one, numberMatched=3, numberReturned=1, **next_page("cursor=a%7Cb&limit=1", host)),
        as_collection(two, numberMatched=3, numberReturned=1, **next_page("cursor=c&limit=1", host)),
        as_collection(last, numberMatched=3, numberReturned=1, links=[{"rel": "self", "href": "x"}]),
    ]
    publisher = Publisher(pages)
    adapter().download(ASK, publisher, BASE)
    assert publisher.asked[1:] == [f"{BASE}{ITEMS}?cursor=a%7Cb&limit=1", f"{BASE}{ITEMS}?cursor=c&limit=1"]
    assert list(publisher.held) == [f"items/buurten/00000{n}" for n in (1, 2, 3)]
    assert read_outlines(publisher.held) == {
        code: Outline(code, area.name, area.polygons, "CBS/PDOK, 2024") for code, area in three().items()
    }


def test_pages_that_go_round_in_a_circle_are_refused() -> None:
    page = as_collection(three(), **next_page("cursor=a"))
    with pytest.raises(InputError, match=r"items/buurten/000002: the link to the next page leads back"):
        adapter().download(ASK, Publisher([page, page, page]), BASE)


def test_a_next_page_of_another_collection_is_refused() -> None:
    links = [{"rel": "next", "href": f"https://api.pdok.nl{ITEMS.replace('buurten/items', 'wijken/items')}"}]
    with pytest.raises(InputError, match=r"next page is of something else: .*wijken/items"):
        adapter().download(ASK, Publisher([as_collection(three(), links=links)]), BASE)


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (b"<html>", "not JSON"),
        (b"[]", "not a collection of features"),
        (b'{"type": "FeatureCollection"}', "not a collection of features"),
        (as_collection(three(), numberReturned=4), "3 of 4 features came"),
    ],
)
def test_a_reply_that_is_no_whole_page_is_refused_when_it_comes_and_when_it_is_read(
    reply: bytes, words: str
) -> None:
    with pytest.raises(InputError, match=f"items/buurten/000001: .*{words}"):
        adapter().download(ASK, Publisher([reply]), BASE)
    assert words in refused(reply)


def test_a_collection_of_which_not_all_came_is_refused() -> None:
    assert "3 of the 44 features of 'buurten' came" in refused(as_collection(three(), numberMatched=44))
    assert "not one feature of 'buurten'" in refused(as_collection({}))
    with pytest.raises(InputError, match="not one feature"):
        read_outlines(Held())


def test_the_moment_of_the_reply_changes_nothing() -> None:
    early, late = (as_collection(three(), timeStamp=f"20{year}-01-01T00:00:00Z") for year in (25, 26))
    assert early != late
    assert read_outlines(Held({"items/buurten/000001": early})) == read_outlines(
        Held({"items/buurten/000001": late})
    )
    assert adapter().modified(Publisher([]), BASE) == ""


def test_a_feature_that_is_not_what_was_promised_is_named() -> None:
    assert "feature 'BU2' has no 'buurtcode' (it has: buurtnaam, jaar, water)" in refused(
        edited(lambda one: one["properties"].pop("buurtcode"))
    )
    assert "BU2 has no 'buurtnaam'" in refused(edited(lambda one: one["properties"].pop("buurtnaam")))
    assert "'WK2' does not begin with BU" in refused(
        edited(lambda one: one["properties"].update(buurtcode="WK2"))
    )
    assert "000001, BU2: there is no geometry" in refused(edited(lambda one: one.update(geometry=None)))
    assert "no. 2: this is not a feature with properties" in refused(
        edited(lambda one: one.update(properties=None))
    )


def test_open_water_is_left_out_and_loose_parts_of_one_area_are_put_together() -> None:
    def flood(feature: dict[str, Any]) -> None:
        feature["properties"]["water"] = "JA"

    def join(feature: dict[str, Any]) -> None:
        feature["properties"]["buurtcode"] = "BU1"

    flooded = read_outlines(Held({"items/buurten/000001": edited(flood)}))
    joined = read_outlines(Held({"items/buurten/000001": edited(join)}))
    assert set(flooded) == set(joined) == {"BU1", "BU3"}
    assert len(flooded["BU1"].polygons) == 1
    assert len(joined["BU1"].polygons) == 2


def test_the_year_of_a_border_is_what_the_feature_says_and_else_that_of_the_collection() -> None:
    said = read_outlines(
        Held({"items/buurten/000001": edited(lambda one: one["properties"].update(jaar=2023))})
    )
    silent = read_outlines(Held({"items/buurten/000001": edited(lambda one: one["properties"].pop("jaar"))}))
    assert [one.source for one in said.values()] == [f"CBS/PDOK, {year}" for year in (2024, 2023, 2024)]
    assert silent["BU2"].source == "CBS/PDOK, 2024"
    assert adapter().classification(Held()) == "2024"


def test_areas_that_the_register_does_not_know_or_that_have_no_outline_are_named() -> None:
    areas = invented()
    stranger = outline("BU99999999", square(30, 0))
    given = {code: one for code, one in areas.items() if code != "BU99990101"} | {stranger.code: stranger}
    sunk = Sunk()
    parts = Held({"items/buurten/000001": as_collection(given)})
    adapter().read(Ask(municipality="GM9999"), parts, sunk)
    assert sunk.strangers == {"BU99999999": "Buurt BU99999999"}
    assert len(sunk.notes) == 2
    assert sunk.notes[1].startswith("there is no outline of BU99990101 (")


def test_a_municipality_that_the_catalogue_does_not_know_is_read_without_a_word() -> None:
    sunk = Sunk()
    adapter().read(Ask(municipality="GM0001"), Held({"items/buurten/000001": as_collection(three())}), sunk)
    assert (sunk.strangers, sunk.notes) == ({}, ["3 areas with their outlines."])


def test_every_neighbourhood_of_maastricht_is_known_and_has_an_outline() -> None:
    sunk, parts = Sunk(), Held({"items/buurten/000001": as_collection(maastricht())})
    adapter().read(ASK, parts, sunk)
    assert (sunk.strangers, sunk.notes) == ({}, ["44 areas with their outlines."])
    assert {code: one.polygons for code, one in read_outlines(parts).items()} == {
        code: one.polygons for code, one in maastricht().items()
    }


@pytest.mark.parametrize("own_links", [False, True])
def test_a_stand_in_is_asked_page_by_page_and_never_the_publisher_that_its_links_name(
    own_links: bool,
) -> None:
    collections = Features("/cbs/wijken-en-buurten-2024/ogc/v1", {"buurten": lambda: _features(maastricht())})
    described = adapter()
    small = FeatureAdapter(replace(described.features, page=10), described.publisher)
    with Replay([collections], own_links=own_links) as replay:
        asking = Asking()
        small.download(ASK, asking, f"{replay.url}/api.pdok.nl")
    assert list(asking.held) == [f"items/buurten/00000{n}" for n in range(1, 6)]
    assert set(read_outlines(asking.held)) == set(maastricht())


class Asking:
    """Really asks, one reply after another."""

    def __init__(self) -> None:
        self.held = Held()

    def peek(self, address: str) -> bytes:
        with urlopen(address, timeout=30) as reply:
            return bytes(reply.read())

    def part(self, name: str, address: str) -> bytes:
        self.held[name] = self.peek(address)
        return self.held[name]


def _features(outlines: dict[str, Outline]) -> list[dict[str, Any]]:
    said = json.loads(as_collection(outlines))["features"]
    return [{**one, "properties": one["properties"] | {"gemeentecode": CITY}} for one in said]
