# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The contract of a source that can be fetched, tried on every one of them."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

import pytest

from baken.catalogue.files import read_yaml
from baken.catalogue.municipality import load_municipality, municipalities
from baken.model.errors import BakenError, InputError, SourceError
from baken.model.observation import Presence
from baken.model.period import Period
from baken.replay.messages import Site
from baken.sources.adapters import adapter
from baken.sources.contract import Ask
from baken.sources.registry import ROOT, source, sources
from baken.store.columns import period_of
from fetching import Bytes

from .asking import Asker, Found, Key, downloaded, fetched, read
from .publishers import MODIFIED, sites

FETCHABLE = [name for name, one in sources().items() if one.can_be_fetched]
FAILING = ("demo_kapot", "demo_weigert")
ENDED = ("cbs_81877ned",)
"""Tables that get no new releases."""
TABLES = [name for name in FETCHABLE if source(name).odata3 or source(name).odata4]
SMALL = [*TABLES, "demo"]
"""Those of which a small stand-in is at hand here; the others have tests of their own."""
CITY = Ask(municipality="GM0935", beside=("NL", "PV31", "RE-LB", "GM0080"))


@pytest.fixture(scope="module")
def publishers() -> Sequence[Site]:
    return sites()


@pytest.mark.parametrize("name", FETCHABLE)
def test_a_source_says_whose_it_is_what_it_covers_and_what_to_beware_of(name: str) -> None:
    one = source(name)
    for text in (one.title, one.note):
        assert text.nl.strip()
        assert text.en.strip()
        assert text.nl != text.en
    assert one.publisher
    assert one.licence
    assert one.base.startswith("https://")
    assert not one.base.endswith("/")
    assert one.first == "" or Period.parse(one.first)


@pytest.mark.parametrize("name", SMALL)
def test_a_table_says_from_when_it_is_and_when_it_is_renewed(name: str) -> None:
    one = source(name)
    assert Period.parse(one.first)
    assert (one.rhythm is None) == (name in ENDED)


@pytest.mark.parametrize("name", FETCHABLE)
def test_a_source_that_is_replaced_exists(name: str) -> None:
    assert {source(other).id for other in source(name).replaces} == {*source(name).replaces}
    assert name not in source(name).replaces


@pytest.mark.parametrize("name", ["demo", *FAILING])
def test_the_examples_are_invented_and_belong_to_no_municipality(name: str) -> None:
    assert source(name).invented
    assert not any(name in load_municipality(code).sources for code in municipalities())


@pytest.mark.parametrize("name", SMALL)
@pytest.mark.parametrize("ask", [CITY, Ask(), Ask(since=Period.parse("2023"))], ids=str)
def test_the_same_parts_give_the_same_rows(name: str, ask: Ask, publishers: Sequence[Site]) -> None:
    parts = downloaded(name, ask, publishers).parts
    first = read(name, ask, parts)
    shuffled = list(parts.items())
    random.Random(1).shuffle(shuffled)
    second = read(name, ask, dict(shuffled))
    assert first.rows
    assert first == second


@pytest.mark.parametrize("name", SMALL)
def test_asking_twice_asks_the_same(name: str, publishers: Sequence[Site]) -> None:
    first, second = (downloaded(name, CITY, publishers) for _ in range(2))
    assert first.asked == second.asked
    assert first.parts == second.parts
    assert all(len(address) < 2000 for address in first.asked)


@pytest.mark.parametrize("name", TABLES)
def test_only_what_is_asked_comes_in(name: str, publishers: Sequence[Site]) -> None:
    city = fetched(name, CITY, publishers)
    assert {area for _, area, _ in city.rows} <= {code for code in city.areas if CITY.covers(code)}
    assert any(area[2:6] == "0935" for _, area, _ in city.rows)
    country = fetched(name, Ask(), publishers)
    assert city.rows.items() <= country.rows.items()
    since = fetched(name, Ask(municipality="GM0935", since=Period.parse("2023-12")), publishers)
    assert {period.year for period in since.periods()} <= {2023, 2024}
    assert since.rows.items() <= country.rows.items()


@pytest.mark.parametrize("name", TABLES)
def test_every_area_is_mapped_or_named(name: str, publishers: Sequence[Site]) -> None:
    country = fetched(name, Ask(), publishers)
    allowed = re.compile(r"NL|PV(?!99)\d\d|RE-LB|GM(?!0999)\d{4}|WK\d{6}|BU\d{8}")
    assert all(allowed.fullmatch(area) for _, area, _ in country.rows)
    if any(area == "PV31" for _, area, _ in country.rows):
        named = (
            "LD01 Noord-Nederland (LD)",
            "PV99 Niet in te delen (PV)",
            "GM0999 Gemeenten; niet in te delen",
        )
        assert set(named) <= set(country.unknown)


@pytest.mark.parametrize("name", SMALL)
def test_what_is_not_there_is_never_zero(name: str, publishers: Sequence[Site]) -> None:
    rows = fetched(name, Ask(), publishers).rows.values()
    lacking = [row for row in rows if row.presence is not Presence.VALUE]
    assert lacking
    assert all(row.value is None for row in lacking)
    assert all(row.value is not None for row in rows if row.presence is Presence.VALUE)


@pytest.mark.parametrize("name", TABLES)
def test_months_and_years_are_told_apart(name: str, publishers: Sequence[Site]) -> None:
    rows = fetched(name, Ask(), publishers).rows
    found = {period_of(period).kind.value for _, _, period in rows}
    three = source(name).odata3
    wanted = {"survey wave"} if three and three.survey else {*(three.periods if three else ("year",))}
    assert found == wanted


@pytest.mark.parametrize("name", SMALL)
@pytest.mark.parametrize("garbage", [b"", b"<html>storing</html>", b'{"value":', b"\xff\xfe", b"[]", b"null"])
def test_garbage_in_any_part_is_refused_in_one_line(
    name: str, garbage: bytes, publishers: Sequence[Site]
) -> None:
    parts = downloaded(name, CITY, publishers).parts
    used = [part for part in parts if part not in ("TableInfos/000001", "Properties")]
    assert used
    for part in used:
        spoiled = {**parts, part: garbage}
        if name == "demo" and garbage == b"[]":
            continue
        with pytest.raises(InputError) as refused:
            read(name, CITY, spoiled)
        assert "\n" not in str(refused.value)
        assert part in str(refused.value)


@pytest.mark.parametrize("name", TABLES)
def test_half_a_part_is_refused(name: str, publishers: Sequence[Site]) -> None:
    parts = downloaded(name, CITY, publishers).parts
    for part, data in parts.items():
        if part in ("TableInfos/000001", "Properties"):
            with pytest.raises(InputError):
                adapter(source(name)).classification(Bytes({**parts, part: data[: len(data) // 2]}))
        else:
            with pytest.raises(InputError, match=re.escape(part)):
                read(name, CITY, {**parts, part: data[: len(data) // 2]})


@pytest.mark.parametrize("name", TABLES)
def test_a_page_that_is_not_there_is_noticed(name: str, publishers: Sequence[Site]) -> None:
    parts = downloaded(name, CITY, publishers).parts
    pages = [part for part in parts if part.startswith(("TypedDataSet/", "Observations/"))]
    layout = source(name).odata3 or source(name).odata4
    assert layout
    assert len(pages) > 1
    for gone in [{page} for page in pages] if layout.dense else [set(pages)]:
        with pytest.raises(InputError, match=r"did not come in|no row came in"):
            read(name, CITY, {part: data for part, data in parts.items() if part not in gone})


@pytest.mark.parametrize(
    "name", [name for name in TABLES if "dense: false" in (ROOT / name / "source.yaml").read_text()]
)
def test_of_a_table_that_may_have_gaps_a_period_without_rows_is_noted(
    name: str, publishers: Sequence[Site]
) -> None:
    parts = downloaded(name, CITY, publishers).parts
    listed = parts["Perioden/000001"].replace(
        b'"value":[', b'"value":[{"Key":"2021JJ00","Title":"2021","Status":"Definitief"},'
    )
    notes = read(name, CITY, {**parts, "Perioden/000001": listed}).notes
    assert "The table lists 2021 but gives nothing for it." in notes


@pytest.mark.parametrize("name", TABLES)
def test_a_page_that_comes_twice_is_refused(name: str, publishers: Sequence[Site]) -> None:
    parts = downloaded(name, CITY, publishers).parts
    page = next(part for part in parts if part.startswith(("TypedDataSet/", "Observations/")))
    folder = page.partition("/")[0]
    with pytest.raises(InputError, match="came in twice"):
        read(name, CITY, {**parts, f"{folder}/900000": parts[page]})


@pytest.mark.parametrize("name", SMALL)
def test_a_publisher_that_does_not_answer_is_said_as_it_is(name: str) -> None:
    with pytest.raises(SourceError, match="does not answer"):
        downloaded(name, CITY, [])


@pytest.mark.parametrize("name", TABLES)
def test_the_publishers_own_stamp_is_asked(name: str, publishers: Sequence[Site]) -> None:
    asker = Asker(publishers)
    assert adapter(source(name)).modified(asker, source(name).base) == MODIFIED
    assert asker.parts == {}


@pytest.mark.parametrize("name", TABLES)
def test_the_division_of_areas_is_read_from_what_the_table_says(
    name: str, publishers: Sequence[Site]
) -> None:
    parts = downloaded(name, CITY, publishers).parts
    expected = "2026" if source(name).odata3 else ""
    assert adapter(source(name)).classification(parts) == expected


@pytest.mark.parametrize("name", TABLES)
def test_a_period_that_the_list_skips_is_noted(name: str, publishers: Sequence[Site]) -> None:
    parts = downloaded(name, Ask(), publishers).parts
    before = [note for note in read(name, Ask(), parts).notes if "skips" in note]
    assert before == []
    changed = {part: data.replace(b"2022JJ00", b"2020JJ00") for part, data in parts.items()}
    changed = {part: data.replace(b"2023MM11", b"2023MM10") for part, data in changed.items()}
    kept = read(name, Ask(), changed)
    one = source(name)
    if one.odata3 and one.odata3.survey:
        assert kept.rows
    else:
        assert any("skips" in note for note in kept.notes)


@pytest.mark.parametrize("name", FAILING)
def test_the_examples_that_fail_do_so_each_in_its_own_way(name: str, publishers: Sequence[Site]) -> None:
    parts = downloaded(name, CITY, publishers).parts
    with pytest.raises(Exception, match=r"no figure|a mistake") as failed:
        read(name, CITY, parts)
    assert isinstance(failed.value, BakenError) == (name == "demo_weigert")


def test_the_example_reads_what_its_publisher_gives(publishers: Sequence[Site]) -> None:
    kept = fetched("demo", CITY, publishers)
    values: dict[Key, Found] = kept.rows
    assert [(period, row.value, row.presence.value) for (_, _, period), row in values.items()] == [
        (202000, 7, "measured"),
        (202100, None, "missing"),
        (202200, 0, "measured"),
    ]


def test_every_source_that_speaks_a_protocol_says_so_in_its_description_only() -> None:
    for name in TABLES:
        assert not (ROOT / name / "source.py").exists()
        assert {"odata3", "odata4"} & read_yaml(ROOT / name / "source.yaml")[0].keys()
