# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What was made public of the policy cycle is kept whole, found by its day, and refused when damaged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.model.errors import InputError
from baken.model.public_cycle import PublicCycle
from baken.store.cycle_snapshots import CycleSnapshots, packed, unpacked
from baken.store.workspace import Workspace
from public_cycles import CYCLE, EXAMPLE, GOALS, on

FIRST, SECOND = date(2026, 3, 1), date(2026, 9, 1)


@pytest.fixture
def held(tmp_path: Path) -> CycleSnapshots:
    return CycleSnapshots(Workspace(tmp_path), EXAMPLE)


def files(folder: Path) -> list[Path]:
    return sorted((folder / "cycle" / EXAMPLE).iterdir())


def test_a_snapshot_is_named_by_its_day_and_checksum_and_read_back_whole(
    held: CycleSnapshots, tmp_path: Path
) -> None:
    made = held.keep(CYCLE)
    (path,) = files(tmp_path)
    assert path.name == f"2026-10-01-1-{sha256(path.read_bytes()).hexdigest()}.json"
    found = held.newest(CYCLE.on)
    assert found == made
    assert found is not None
    assert found.told == CYCLE
    assert found.sha256 == sha256(path.read_bytes()).hexdigest()
    assert found.id == "beleidscyclus/GM9999@2026-10-01.1"


def test_the_newest_is_that_of_the_day_and_of_one_day_the_last(held: CycleSnapshots, tmp_path: Path) -> None:
    assert held.newest(SECOND) is None
    assert not held.last(SECOND)
    early, late = held.keep(on(FIRST)), held.keep(on(SECOND))
    assert held.newest(date(2026, 2, 28)) is None
    assert held.newest(date(2026, 8, 31)) == early
    assert held.newest(SECOND) == late
    again = held.keep(replace(on(SECOND), goals=GOALS[:1]))
    assert again.number == 2
    assert held.newest(date(2027, 1, 1)) == again
    assert held.last(SECOND) == again.sha256
    # What was kept before stays, so that an older edition can be made again.
    assert held.named(late.sha256) == late
    assert len(files(tmp_path)) == 3


def test_a_snapshot_of_an_earlier_day_can_be_added_later(held: CycleSnapshots) -> None:
    late = held.keep(on(SECOND))
    early = held.keep(on(FIRST))
    assert held.newest(date(2026, 4, 1)) == early
    assert held.newest(SECOND) == late


def test_the_same_is_kept_once(held: CycleSnapshots, tmp_path: Path) -> None:
    assert held.keep(CYCLE) == held.keep(CYCLE)
    assert len(files(tmp_path)) == 1


def test_going_back_to_what_was_public_earlier_on_a_day_counts_as_new(held: CycleSnapshots) -> None:
    first = held.keep(CYCLE)
    held.keep(replace(CYCLE, money=()))
    third = held.keep(CYCLE)
    assert (third.number, third.sha256) == (3, first.sha256)
    found = held.newest(CYCLE.on)
    assert found is not None
    assert found.told == CYCLE
    assert found.number == 3


def test_one_changed_byte_is_refused(held: CycleSnapshots, tmp_path: Path) -> None:
    held.keep(CYCLE)
    (path,) = files(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"Wijkbudget", b"Wijkbudgat"))
    with pytest.raises(InputError, match=r"changed.*") as told:
        held.newest(CYCLE.on)
    assert str(path) in str(told.value)
    with pytest.raises(InputError):
        held.named(path.stem.rpartition("-")[2])


def test_half_a_file_is_refused_and_one_in_the_making_is_not_seen(
    held: CycleSnapshots, tmp_path: Path
) -> None:
    held.keep(CYCLE)
    (path,) = files(tmp_path)
    (path.parent / f".{path.name}-abc.json").write_bytes(b"{")
    assert held.newest(CYCLE.on) is not None
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(InputError):
        held.newest(CYCLE.on)


@pytest.mark.parametrize("name", ["notes.json", "2026-13-01-1-" + "0" * 64 + ".json", "2026-10-01.json"])
def test_what_is_no_snapshot_is_named(held: CycleSnapshots, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "cycle" / EXAMPLE
    folder.mkdir(parents=True)
    (folder / name).write_bytes(b"{}")
    with pytest.raises(InputError, match="no snapshot") as told:
        held.newest(CYCLE.on)
    assert name in str(told.value)


def test_a_snapshot_of_another_municipality_or_day_is_refused(held: CycleSnapshots, tmp_path: Path) -> None:
    folder = tmp_path / "cycle" / EXAMPLE
    folder.mkdir(parents=True)
    for day, cycle in (("2026-10-01", replace(CYCLE, area="GM0935")), ("2026-10-02", CYCLE)):
        data = packed(cycle)
        path = folder / f"{day}-1-{sha256(data).hexdigest()}.json"
        path.write_bytes(data)
        with pytest.raises(InputError, match="this is of"):
            held.newest(date(2026, 12, 31))
        path.unlink()


@pytest.mark.requirement("LAW-03")
def test_a_file_in_which_a_goal_is_set_by_nobody_is_refused(held: CycleSnapshots, tmp_path: Path) -> None:
    data = packed(CYCLE).replace(
        b'"about": "mjp-nu",\n    "body": "council"', b'"about": "mjp-nu",\n    "body": "mayor"'
    )
    assert data != packed(CYCLE)
    folder = tmp_path / "cycle" / EXAMPLE
    folder.mkdir(parents=True)
    (folder / f"2026-10-01-1-{sha256(data).hexdigest()}.json").write_bytes(data)
    with pytest.raises(InputError, match="no decision of the council"):
        held.newest(CYCLE.on)


@given(st.one_of(st.none(), st.decimals(min_value=0, max_value=10**9, places=2)), st.text(max_size=40))
def test_nothing_is_lost_on_the_way(amount: Decimal | None, words: str) -> None:
    money = replace(CYCLE.money[0], amount=amount, title=words)
    cycle = replace(CYCLE, money=(money,))
    data = packed(cycle)
    found = unpacked(data, 1, "here").told
    assert found == cycle
    assert packed(found) == data
    # Missing is never zero.
    assert (found.money[0].amount is None) == (amount is None)


def test_an_empty_cycle_is_a_cycle(held: CycleSnapshots) -> None:
    held.keep(PublicCycle(area=EXAMPLE, on=FIRST))
    found = held.newest(FIRST)
    assert found is not None
    assert found.told.programmes == ()
