# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a publisher is asked, and how its pages are followed."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from baken.model.errors import InputError, UsageError
from baken.model.period import Period
from baken.replay.messages import Site
from baken.sources.adapters import adapter
from baken.sources.contract import Ask
from baken.sources.registry import source

from .asking import Asker, downloaded, fetched, read
from .publishers import sites
from .spoiling import CITY, ROWS


@pytest.fixture(scope="module")
def publishers() -> Sequence[Site]:
    return sites(page=10_000)


def test_no_question_depends_on_padding(publishers: Sequence[Site]) -> None:
    for name in ("politie_47013ned", "politie_47022ned", "cbs_81877ned", "cbs_03759ned"):
        for address in downloaded(name, CITY, publishers).asked:
            for text in parse_qs(urlsplit(address).query).get("$filter", []):
                assert "startswith(" in text
                assert " eq " not in text


def test_years_are_asked_by_how_they_begin(publishers: Sequence[Site]) -> None:
    ask = Ask(municipality="GM0935", since=Period.parse("2023-12"))
    asked = unquote(downloaded("politie_47013ned", ask, publishers).asked[-2])
    assert "(startswith(Perioden,'2023') or startswith(Perioden,'2024'))" in asked
    later = unquote(downloaded("politie_47013ned", CITY, publishers).asked[-2])
    assert "Perioden," not in later.partition("$filter=")[2].partition("&")[0]


def test_a_table_that_ends_before_what_is_wanted_is_not_asked_for_everything(
    publishers: Sequence[Site],
) -> None:
    asker = Asker(publishers)
    one = source("politie_47013ned")
    adapter(one).download(Ask(municipality="GM0935", since=Period.parse("2031")), asker, one.base)
    assert "startswith(Perioden,'2031')" in unquote(asker.asked[-2])


def test_many_areas_are_asked_in_addresses_that_are_not_too_long(publishers: Sequence[Site]) -> None:
    beside = ("NL", "PV31", "RE-LB", *(f"GM{number:04}" for number in range(100)))
    ask = Ask(municipality="GM0935", beside=beside, since=Period.parse("2022"))
    asker = downloaded("politie_47013ned", ask, publishers)
    assert sum("startswith(RegioS" in address for address in asker.asked) == 7
    assert max(map(len, asker.asked)) < 2000
    kept = read("politie_47013ned", ask, asker.parts)
    assert {area for _, area, _ in kept.rows} == {"GM0935", "GM0080", "NL", "PV31", "RE-LB"}
    assert any("does not have GM0000, GM0001" in note for note in kept.notes)


def test_the_next_page_is_asked_where_the_first_was(publishers: Sequence[Site]) -> None:
    base = "http://127.0.0.1:1/dataderden.cbs.nl"

    class StandIn(Asker):
        def peek(self, address: str) -> bytes:
            assert address.startswith(base), "the host in a link may not be reachable"
            return super().peek(address.replace("http://127.0.0.1:1/", "https://"))

    asker = StandIn(sites(page=5))
    adapter(source("politie_47013ned")).download(CITY, asker, base)
    assert sum(name.startswith("TypedDataSet/") for name in asker.parts) > 20
    assert read("politie_47013ned", CITY, asker.parts) == fetched("politie_47013ned", CITY, publishers)


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("https://x/TypedDataSet?$skip=7", "was read before"),
        ("https://x/Perioden?$skip=7", "is no page of it"),
        ("https://x/TypedDataSet", "is no page of it"),
    ],
)
def test_pages_that_lead_in_a_circle_or_astray_are_refused(
    publishers: Sequence[Site], link: str, words: str
) -> None:
    class Circle(Asker):
        def peek(self, address: str) -> bytes:
            data = super().peek(address)
            if "/TypedDataSet" not in address:
                return data
            return json.dumps({**json.loads(data), "odata.nextLink": link}).encode()

    with pytest.raises(InputError, match=words):
        adapter(source("politie_47013ned")).download(
            CITY, Circle(publishers), source("politie_47013ned").base
        )


def test_an_empty_page_that_leads_on_is_refused(publishers: Sequence[Site]) -> None:
    class Empty(Asker):
        def peek(self, address: str) -> bytes:
            if "/TypedDataSet" not in address:
                return super().peek(address)
            return json.dumps(
                {"value": [], "odata.nextLink": f"TypedDataSet?$skip={len(self.asked)}"}
            ).encode()

    with pytest.raises(InputError, match="is empty and leads on"):
        adapter(source("politie_47013ned")).download(CITY, Empty(publishers), source("politie_47013ned").base)


def test_a_table_that_is_renewed_while_it_comes_in_is_refused(publishers: Sequence[Site]) -> None:
    class Renewed(Asker):
        def peek(self, address: str) -> bytes:
            data = super().peek(address)
            return data.replace(b"2026-01-15", b"2026-02-15") if ROWS in self.parts else data

    asker = Renewed(publishers)
    with pytest.raises(InputError, match="was renewed while it came in"):
        adapter(source("politie_47013ned")).download(CITY, asker, source("politie_47013ned").base)


def test_a_municipality_that_the_table_does_not_have_is_refused(publishers: Sequence[Site]) -> None:
    with pytest.raises(InputError, match="has no area of GM0001"):
        downloaded("politie_47022ned", Ask(municipality="GM0001"), publishers)


def test_a_source_without_an_address_has_no_adapter() -> None:
    with pytest.raises(UsageError, match=re.escape("'raadsvoorstel_2023' cannot be fetched")):
        adapter(source("raadsvoorstel_2023"))
