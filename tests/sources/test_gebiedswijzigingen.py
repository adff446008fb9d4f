# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The descriptions of CBS are read as they stand, and both sides of every transfer are compared."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from baken.areas.boundary_changes import BoundaryChanges, Side, Transfer
from baken.model.errors import InputError
from baken.model.observation import Observation
from baken.sources.cbs_gebiedswijzigingen.changes import load_changes
from baken.sources.cbs_gebiedswijzigingen.descriptions import Part, read_description
from baken.sources.cbs_gebiedswijzigingen.source import adapter
from baken.sources.contract import Ask
from baken.sources.registry import source
from baken.store.columns import Batch
from boundary_descriptions import SHARED, TABLES, Held, real_changes, real_parts

ID = "cbs_gebiedswijzigingen"
BASE = "https://publisher.example/datasets.cbs.nl"
DAY = date(2001, 1, 1)


def text(*lines: str) -> str:
    return "\r\n".join(lines)


def parts(**texts: str) -> Held:
    """The replies of both tables for a few municipalities."""
    rows = [{"Identifier": code, "Title": code, "Description": said} for code, said in texts.items()]
    found = Held()
    for table in TABLES:
        found[f"{table}/RegioSCodes/000001"] = json.dumps({"value": rows}).encode()
        found[f"{table}/Properties/000001"] = b'{"Modified": "2026-06-23T00:00:00+02:00"}'
    return found


def amounts(one: Transfer) -> list[Decimal | int | None]:
    return [one.hectares, one.dwellings, one.residents]


def gave(line: str) -> str:
    return text("Grenswijziging per 01-01-2001, overgegaan naar:", "- Elders (GM0002),", line, "")


def received(line: str) -> str:
    return text("Grenswijziging per 01-01-2001, ontvangen van:", "- Hier (GM0001),", line, "")


@pytest.mark.parametrize(
    ("line", "hectares", "dwellings", "residents"),
    [
        ("... 85 hectare met 6 woningen en 28 inwoners", "85", "6", "28"),
        ("... 0 hectare met 1 woning en 1 inwoner", "0", "1", "1"),
        ("... 4995 hectare met 2964 inwoners", "4995", None, "2964"),
        ("... 3 woningen en 13 inwoners", None, "3", "13"),
        ("... 13 inwoners", None, None, "13"),
        ("... 5026 hectare 8104 woningen en 19614 inwoners", "5026", "8104", "19614"),
        ("... 0,17 hectare met 0 woningen en 0 inwoners", "0.17", "0", "0"),
        ("... 1.649 hectare met 12.341 woningen en 1.001.033 inwoners", "1649", "12341", "1001033"),
    ],
)
def test_a_number_that_is_not_stated_is_unknown_and_not_zero(
    line: str, hectares: str | None, dwellings: str | None, residents: str | None
) -> None:
    (part,) = read_description(gave(line)).parts
    expected = [None if one is None else Decimal(one) for one in (hectares, dwellings, residents)]
    assert [part.hectares, part.dwellings, part.residents] == expected
    assert (part.day, part.other, part.given) == (DAY, "GM0002", True)


def test_a_municipality_without_any_amount_is_kept_with_nothing_known() -> None:
    said = text("Ontstaan per 01-01-2001, uit:", "- Hier (GM0001),", "- Daar (GM0003),", "... 3 inwoners")
    first, second = read_description(said).parts
    assert first == Part(DAY, "GM0001", given=False)
    assert second == Part(DAY, "GM0003", given=False, residents=Decimal(3))


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (gave("... 1.5 hectare met 0 woningen en 0 inwoners"), "'1.5' is not a number"),
        (gave("... 5 hectare met -3 woningen en 0 inwoners"), "less than nothing"),
        (gave("... onbekend hectare met 0 woningen en 0 inwoners"), "'onbekend' is not a number"),
        (gave("").replace("01-01-2001", "31-02-2001"), "day is out of range|does not match"),
        ("- Elders (GM0002),", "below no heading"),
        ("... 5 hectare met 0 woningen en 0 inwoners", "below no municipality"),
        (text("Naamswijziging per 01-01-2001,", "- Elders (GM0002),"), "below no heading"),
    ],
)
def test_a_text_that_cannot_be_true_is_refused_with_the_code(said: str, message: str) -> None:
    with pytest.raises(InputError, match=rf"03759ned/RegioSCodes: GM0001: .*(?:{message})"):
        load_changes(parts(GM0001=said))


def test_a_line_that_is_none_of_the_known_ones_is_named() -> None:
    (remark,) = load_changes(parts(GM0001=text("Begindatum voor 1830", "Iets anders."))).remarks
    assert remark == "GM0001: a line that says nothing known: Iets anders."


def test_both_sides_of_a_transfer_make_one() -> None:
    line = "... 5 hectare met 1 woning en 2 inwoners"
    changes = load_changes(parts(GM0001=gave(line), GM0002=received(line)))
    (one,) = changes.transfers
    assert (one.giver, one.receiver, one.stated_by) == ("GM0001", "GM0002", Side.BOTH)
    assert amounts(one) == [5, 1, 2]
    assert changes.remarks == ()


def test_where_the_sides_differ_neither_number_is_used() -> None:
    changes = load_changes(
        parts(
            GM0001=gave("... 5 hectare met 1 woning en 2 inwoners"),
            GM0002=received("... 5 hectare met 1 woning en 3 inwoners"),
        )
    )
    (one,) = changes.transfers
    assert amounts(one) == [5, 1, None]
    (remark,) = changes.remarks
    assert remark == "GM0001 and GM0002 state different residents on 2001-01-01: 2 and 3; neither is used"


def test_what_only_one_side_states_is_used_and_it_says_which() -> None:
    (one,) = load_changes(
        parts(GM0001=gave("... 2 inwoners"), GM0002=received("... 1 woning en 2 inwoners"))
    ).transfers
    assert amounts(one) == [None, 1, 2]
    for said, side in (
        ({"GM0001": gave("... 2 inwoners")}, Side.GIVER),
        ({"GM0002": received("")}, Side.RECEIVER),
    ):
        (one,) = load_changes(parts(**said)).transfers
        assert one.stated_by is side


def test_a_transfer_that_one_text_states_twice_is_refused() -> None:
    with pytest.raises(InputError, match="GM0001: GM0002 stands twice on 2001-01-01"):
        load_changes(parts(GM0001=gave("... 2 inwoners") + gave("... 3 inwoners")))


def test_a_name_change_gives_a_new_code_and_ends_the_old() -> None:
    said = text(
        "Naamswijziging per 19-05-2006,", "nieuwe naam: Oost Gelre (GM1586),", "", "Begindatum 01-01-1819"
    )
    changes = load_changes(parts(GM0240=said))
    (rename,) = changes.renames
    assert (rename.day, rename.old, rename.new) == (date(2006, 5, 19), "GM0240", "GM1586")
    held = changes.municipalities["GM0240"]
    assert (held.start, held.gone) == (date(1819, 1, 1), date(2006, 5, 19))


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (b"no", "000001: the reply is not JSON"),
        (b"[]", "000001: the reply is not a JSON object"),
        (b"{}", "has no list 'value'"),
        (b'{"value": [{"Title": "x"}]}', "an area without 'Identifier'"),
        (b'{"value": [{"Identifier": "GM0001", "Title": "x", "Description": 3}]}', "has no 'Description'"),
    ],
)
def test_a_reply_that_is_not_what_was_promised_is_named(reply: bytes, message: str) -> None:
    held = parts(GM0001="")
    held["03759ned/RegioSCodes/000001"] = reply
    with pytest.raises(InputError, match=message):
        load_changes(held)


@pytest.mark.parametrize("name", ["03759ned/RegioSCodes/000001", "03759ned/Properties/000001"])
def test_a_snapshot_that_lacks_a_part_is_refused(name: str) -> None:
    held = parts(GM0001="")
    del held[name]
    with pytest.raises(InputError, match=r"^03759ned/(RegioSCodes|Properties): no part"):
        load_changes(held)


class Publisher:
    """Answers from a table of addresses, keeps what is asked for as a part, and counts."""

    def __init__(self, replies: dict[str, Any]) -> None:
        self.replies = {f"{BASE}/odata/v1/CBS/{path}": reply for path, reply in replies.items()}
        self.kept = Held()

    def peek(self, address: str) -> bytes:
        return json.dumps(self.replies[address]).encode()

    def part(self, name: str, address: str) -> bytes:
        assert name not in self.kept
        self.kept[name] = self.peek(address)
        return self.kept[name]


def publisher(next_page: str) -> Publisher:
    first = {"Identifier": "GM0001", "Title": "Hier", "Description": gave("... 2 inwoners")}
    second = {"Identifier": "GM0002", "Title": "Elders", "Description": received("... 2 inwoners")}
    return Publisher(
        {
            "03759ned/Properties": {"Modified": "2026-06-23T00:00:00+02:00"},
            "83625NED/Properties": {"Modified": "2026-03-31T02:00:00+02:00"},
            "03759ned/RegioSCodes": {"value": [first], "@odata.nextLink": next_page},
            "03759ned/RegioSCodes?$skip=1": {"value": [second]},
            "83625NED/RegioSCodes": {"value": []},
        }
    )


@pytest.mark.parametrize(
    "link",
    [
        "https://elsewhere.example/odata/v1/CBS/03759ned/RegioSCodes?$skip=1",
        f"{BASE}/odata/v1/CBS/03759ned/RegioSCodes?$skip=1",
        "RegioSCodes?$skip=1",
    ],
)
def test_every_page_is_kept_from_the_same_host(link: str) -> None:
    get = publisher(link)
    adapter().download(Ask(), get, BASE)
    assert get.kept.names() == [
        "03759ned/Properties/000001",
        "03759ned/RegioSCodes/000001",
        "03759ned/RegioSCodes/000002",
        "83625NED/Properties/000001",
        "83625NED/RegioSCodes/000001",
    ]
    (one,) = load_changes(get.kept).transfers
    assert one.stated_by is Side.BOTH
    assert amounts(one) == [None, None, 2]
    assert adapter().modified(get, BASE) == "2026-06-23T00:00:00+02:00 2026-03-31T02:00:00+02:00"
    assert adapter().classification(get.kept) == ""


def test_pages_that_go_round_are_refused() -> None:
    with pytest.raises(InputError, match="go round in a circle"):
        adapter().download(Ask(), publisher("RegioSCodes"), BASE)


class Notes:
    """Takes notes and nothing else."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def note(self, text: str) -> None:
        self.notes.append(text)

    def measure(self, name: str) -> int:
        raise AssertionError(name)

    def area(self, code: str) -> int:
        raise AssertionError(code)

    def add(self, batch: Batch) -> None:
        raise AssertionError(batch)

    def add_observations(self, observations: Iterable[Observation]) -> None:
        raise AssertionError(observations)

    def unmapped(self, code: str, name: str) -> None:
        raise AssertionError(code, name)


def test_reading_gives_no_figures_and_notes_what_is_held() -> None:
    sink = Notes()
    adapter().read(Ask(), real_parts(), sink)
    assert sink.notes[0] == (
        "1357 transfers between municipalities up to 2026-06-23, 5 of them stated by one side only; "
        "126 parts that a municipality kept; 32 changes of code."
    )
    # The register of persons without a municipality is explained in three sentences, and the short table
    # names another end for eight municipalities; for no transfer the two sides differ.
    assert Counter(note.split(":")[1].split(" ")[1] for note in sink.notes[1:]) == {"a": 3, "ended": 8}


def test_the_source_can_be_fetched_and_carries_nothing() -> None:
    found = source(ID)
    assert found.can_be_fetched
    assert not found.is_carried


def other_parse() -> dict[tuple[str, str, str], dict[str, str]]:
    with (SHARED / "geo/cbs_gemeente_boundary_changes_parsed.csv").open(encoding="utf-8") as file:
        return {(row["date"], row["from_gm"], row["to_gm"]): row for row in csv.DictReader(file)}


def test_every_transfer_is_the_same_as_in_an_independent_reading() -> None:
    changes, rows = real_changes(), other_parse()
    mine = {(one.day.isoformat(), one.giver, one.receiver): one for one in changes.transfers}
    assert len(mine) == len(changes.transfers) == 1483
    assert set(mine) == set(rows)
    said = {Side.BOTH: "from+to", Side.GIVER: "from", Side.RECEIVER: "to"}
    assert Counter(one.stated_by for one in mine.values()) == {
        Side.BOTH: 1352,
        Side.RECEIVER: 130,
        Side.GIVER: 1,
    }
    differing = []
    for key, one in mine.items():
        row = rows[key]
        assert (said[one.stated_by], one.kept) == (row["stated_by"], row["self_retained"] == "1")
        other = [
            Decimal(row[name]) if row[name] else None for name in ("hectares", "dwellings", "inhabitants")
        ]
        if amounts(one) != other:
            assert other == [None, None, None]
            differing.append(one)
    # The other reading gave up on lines that lack one of the three numbers; what they do state is used here.
    assert len(differing) == 24
    assert all(one.residents is not None for one in differing)


def test_every_change_of_code_is_the_same_as_in_an_independent_reading() -> None:
    changes = real_changes()
    with (SHARED / "geo/cbs_gemeente_renames_parsed.csv").open(encoding="utf-8") as file:
        rows = {tuple(row.values()) for row in csv.DictReader(file)}
    assert {(one.day.isoformat(), one.old, one.new) for one in changes.renames} == rows
    assert len(rows) == 32


def count(changes: BoundaryChanges, year: int) -> int:
    return len(changes.existing(date(year, 1, 1)))


def test_the_number_of_municipalities_is_the_known_one() -> None:
    changes = real_changes()
    # In 1988 and 1994 two codes are no municipality: persons without one, and a polder in the making.
    assert {year: count(changes, year) for year in (1988, 1994, 1998, 2011, 2019, 2026)} == {
        1988: 714 + 2,
        1994: 636 + 2,
        1998: 548,
        2011: 418,
        2019: 355,
        2026: 342,
    }
