# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The third version of OData: two services, padded keys, a cap, pages, and links to a host out of reach."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cbsodata
import httpx
import pytest

from baken.replay.computed import computed_table
from baken.replay.server import Replay

from .conftest import HOST, SHAPE, Ask, asking, every_page, small

API, FEED = f"/{HOST}/ODataApi/OData/47022NED", f"/{HOST}/ODataFeed/odata/47022NED"
SIZE = SHAPE[0] * SHAPE[1] * SHAPE[2]


def message(answer: httpx.Response) -> str:
    return str(answer.json()["odata.error"]["message"]["value"])


def test_the_root_names_the_collections(ask: Ask) -> None:
    answer = ask(f"{API}/").json()
    assert answer["odata.metadata"] == f"http://{HOST}/ODataApi/OData/47022NED/$metadata"
    names = [one["name"] for one in answer["value"]]
    assert names == [
        *("TableInfos", "UntypedDataSet", "TypedDataSet", "DataProperties", "CategoryGroups"),
        *("SoortMisdrijf", "WijkenEnBuurten", "Perioden"),
    ]
    assert answer["value"][2]["url"] == f"http://{HOST}/ODataApi/OData/47022NED/TypedDataSet"
    assert ask(API).json() == answer


def test_a_row_has_the_shape_of_a_genuine_one(ask: Ask) -> None:
    rows = ask(f"{API}/TypedDataSet", top=2).json()["value"]
    assert list(rows[0]) == [
        "ID",
        "SoortMisdrijf",
        "WijkenEnBuurten",
        "Perioden",
        "GeregistreerdeMisdrijven_1",
    ]
    assert [row["ID"] for row in rows] == [0, 1]
    assert (len(rows[0]["SoortMisdrijf"]), len(rows[0]["WijkenEnBuurten"])) == (6, 10)
    assert rows[0]["SoortMisdrijf"] == "0.0.0 "
    assert isinstance(rows[0]["GeregistreerdeMisdrijven_1"], int)


def test_without_types_every_figure_is_a_text(ask: Ask) -> None:
    typed, bare = (ask(f"{API}/{name}", top=5).json()["value"] for name in ("TypedDataSet", "UntypedDataSet"))
    for one, other in zip(typed, bare, strict=True):
        figure = other.pop("GeregistreerdeMisdrijven_1")
        assert figure == f"{one.pop('GeregistreerdeMisdrijven_1'):>4}"
        assert one == other


def test_an_unpadded_key_finds_nothing_and_says_nothing(ask: Ask) -> None:
    padded = ask(f"{API}/TypedDataSet", filter="SoortMisdrijf eq '0.0.0 '").json()["value"]
    bare = ask(f"{API}/TypedDataSet", filter="SoortMisdrijf eq '0.0.0'")
    assert len(padded) == SIZE // SHAPE[0]
    assert (bare.status_code, bare.json()["value"]) == (200, [])


def test_the_api_refuses_more_than_its_cap_and_names_it(ask: Ask) -> None:
    answer = ask(f"{API}/TypedDataSet")
    assert answer.status_code == 400
    assert "10000 rows" in message(answer)
    assert len(ask(f"{API}/TypedDataSet", top=10_000).json()["value"]) == 10_000
    assert ask(f"{API}/TypedDataSet", top=10_001).status_code == 400
    exact = "SoortMisdrijf ne '0.0.0 '"
    assert len(ask(f"{API}/TypedDataSet", filter=exact).json()["value"]) == 10_000


def test_only_the_feed_skips(ask: Ask) -> None:
    assert ask(f"{API}/TypedDataSet", top=1, skip=1).status_code == 400
    row = ask(f"{FEED}/TypedDataSet", format="json", top=1, skip=14_999).json()["value"]
    assert [one["ID"] for one in row] == [14_999]


def test_the_feed_gives_pages_with_links_to_the_publisher(server: Replay, ask: Ask) -> None:
    first = ask(f"{FEED}/TypedDataSet", format="json").json()
    assert len(first["value"]) == 10_000
    link = f"http://{HOST}/ODataFeed/odata/47022NED/TypedDataSet?$format=json&$skip=10000"
    assert first["odata.nextLink"] == link
    rows = every_page(server, f"{FEED}/TypedDataSet", format="json")
    assert [row["ID"] for row in rows] == list(range(SIZE))
    assert server.asked("TypedDataSet") == 3


def test_a_filter_and_a_choice_go_along_from_page_to_page() -> None:
    with Replay([small(page=1000)]) as server:
        chosen = {"filter": "Perioden ge '2015MM01' and SoortMisdrijf ne '1.1.1 '", "select": "ID,Perioden"}
        rows = every_page(server, f"{FEED}/TypedDataSet", format="json", **chosen)
        assert server.asked("TypedDataSet") == 7
    assert len(rows) == 2 * 50 * 64
    assert {frozenset(row) for row in rows} == {frozenset(("ID", "Perioden"))}
    assert min(row["Perioden"] for row in rows) == "2015MM01"
    assert len({row["ID"] for row in rows}) == len(rows)


def test_top_counts_over_all_pages() -> None:
    with Replay([small(page=1000)]) as server:
        rows = every_page(server, f"{FEED}/TypedDataSet", format="json", top=2500)
    assert [row["ID"] for row in rows] == list(range(2500))


def test_the_number_of_rows_can_be_asked(ask: Ask) -> None:
    assert ask(f"{FEED}/TypedDataSet/$count").text == str(SIZE)
    assert ask(f"{API}/TypedDataSet/$count", filter="Perioden eq '2012MM01'").text == "150"


@pytest.mark.parametrize(
    ("path", "options", "status"),
    [
        (f"{API}/Nothing", {}, 404),
        (f"/{HOST}/ODataApi/OData/00000NED/TypedDataSet", {}, 404),
        (f"{API}/TypedDataSet", {"filter": "SoortMisdrijf in ('0.0.0 ')  x"}, 400),
        (f"{API}/TypedDataSet", {"filter": "Nobody eq '1'"}, 400),
        (f"{API}/TypedDataSet", {"select": "Nobody"}, 400),
        (f"{API}/TypedDataSet", {"top": "some"}, 400),
        (f"{API}/TypedDataSet", {"orderby": "Perioden"}, 400),
        (f"{API}/Perioden", {"filter": "Nobody eq '1'"}, 400),
        (f"{FEED}/TypedDataSet", {}, 406),
        (f"{FEED}/TypedDataSet", {"format": "xml"}, 406),
    ],
)
def test_what_cannot_be_is_refused_with_a_reason(
    ask: Ask, path: str, options: dict[str, Any], status: int
) -> None:
    answer = ask(path, **options)
    assert answer.status_code == status
    assert message(answer)


def test_a_list_of_codes_can_be_filtered(ask: Ask) -> None:
    codes = ask(f"{API}/WijkenEnBuurten", filter="Municipality eq 'GM0002'").json()["value"]
    assert [code["Key"][:6] for code in codes] == ["BU0002"] * 10
    assert "CategoryGroupID" not in codes[0]
    assert ask(f"{API}/Perioden", filter="Key eq '2012MM02'").json()["value"][0]["Status"] == "Definitief"


def test_the_catalogue_lists_the_tables(ask: Ask) -> None:
    found = ask(f"/{HOST}/ODataCatalog/Tables", filter="Catalog eq 'Politie'", select="Identifier").json()
    assert found["value"] == [{"Identifier": "47022NED"}]
    assert ask(f"/{HOST}/ODataCatalog/Tables", filter="Catalog eq 'CBS'").json()["value"] == []


def test_the_figures_of_a_computed_table_follow_from_its_seed(ask: Ask) -> None:
    import numpy as np

    def figures(seed: int) -> list[int]:
        table = computed_table("X", shape=SHAPE, seed=seed)
        layout = table.layout()
        rows = bytes(layout.render(table.rows.find(None, table.keys).page(0, 500)))
        return [
            one["GeregistreerdeMisdrijven_1"]
            for one in httpx.Response(200, content=b"[" + rows + b"]").json()
        ]

    assert figures(1) == figures(1)
    assert figures(1) != figures(2)
    assert 0.2 < np.mean(np.array(figures(1)) == 0) < 0.9


@pytest.fixture
def client() -> Iterator[str]:
    """The widely used client for these tables, pointed at the server."""
    with Replay([small(page=4000)], own_links=True) as server:
        cbsodata.options.use_https = False
        yield server.url.removeprefix("http://")
    cbsodata.options.use_https = True


@pytest.mark.parametrize("place", ["", f"/{HOST}"])
def test_a_client_that_follows_links_as_they_are_reads_the_whole_table(client: str, place: str) -> None:
    rows = cbsodata.get_data("47022NED", catalog_url=f"{client}{place}", typed=True)
    assert len(rows) == SIZE
    assert rows[0]["SoortMisdrijf"] == "0.0.0 invented"
    assert cbsodata.get_info("47022NED", catalog_url=f"{client}{place}")["Identifier"] == "47022NED"


@pytest.mark.parametrize(
    ("name", "folder"), [("SoortMisdrijf", "47018NED_v3_csv"), ("WijkenEnBuurten", "47018NED_v3_csv")]
)
def test_genuine_lists_are_served_as_they_were_given(
    filled: Replay, data: Path, name: str, folder: str
) -> None:
    with (data / "fixtures" / folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
        expected = [(row["Key"], row["Title"]) for row in csv.DictReader(lines)]
    served = asking(filled)(f"/{HOST}/ODataApi/OData/47018NED/{name}").json()["value"]
    assert [(code["Key"], code["Title"]) for code in served] == expected


def test_genuine_properties_say_which_column_is_what(filled: Replay) -> None:
    def kinds(table: str) -> dict[str, str]:
        answer = asking(filled)(f"/{HOST}/ODataApi/OData/{table}/DataProperties").json()["value"]
        return {one["Key"]: one["odata.type"] for one in answer if one["Key"]}

    wide, narrow = kinds("47013NED"), kinds("47018NED")
    assert (wide["RegioS"], narrow["WijkenEnBuurten"]) == ("Cbs.OData.GeoDimension", "Cbs.OData.GeoDetail")
    assert wide["Aangiften_2"] == narrow["SoortRegio_3"] == "Cbs.OData.Topic"
    assert wide["Perioden"] == narrow["Perioden"] == "Cbs.OData.TimeDimension"
