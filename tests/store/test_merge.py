# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What snapshots change, beside a model in plain Python: now, on every day in the past, and in numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.model.errors import InputError
from baken.model.period import Period
from baken.store.merge import Changes
from baken.store.reader import Reader
from baken.store.workspace import Workspace
from baken.store.writer import writer

from .making import DAY, commit, counted, held_bytes, parquet_of, received

_AREAS = ("GM0001", "GM0002", "GM0003")
_MEASURES = ("politie/1", "politie/2")
_PERIODS = ("2019-12", "2020-01", "2020", "2021-01")
Key = tuple[str, str, str]
State = dict[Key, int | None]
_KEYS = st.tuples(st.sampled_from(_AREAS), st.sampled_from(_MEASURES), st.sampled_from(_PERIODS))
_STATES = st.dictionaries(_KEYS, st.none() | st.integers(0, 2), max_size=12)


@dataclass(frozen=True)
class Step:
    """A snapshot: its rows, what it is about, and how many days after the one before it was taken."""

    rows: State
    areas: tuple[str, ...] | None
    since: int
    days: int


_STEPS = st.builds(
    Step,
    _STATES,
    st.none() | st.lists(st.sampled_from(_AREAS), unique=True).map(tuple),
    st.sampled_from([0, 2020, 2021]),
    st.integers(0, 1),
)


@dataclass
class Plain:
    """The store as one would write it without thinking of speed."""

    now: State = field(default_factory=dict)
    versions: dict[Key, list[tuple[int, int | None]]] = field(default_factory=dict)

    def take(self, number: int, step: Step) -> Changes:
        gone = [
            key
            for key in self.now
            if key not in step.rows
            and (step.areas is None or key[0] in step.areas)
            and int(key[2][:4]) >= step.since
        ]
        new = [key for key in step.rows if key not in self.now]
        revised = [key for key, value in step.rows.items() if key in self.now and self.now[key] != value]
        same = len(step.rows) - len(new) - len(revised)
        for key in gone:
            del self.now[key]
        for key in (*new, *revised):
            self.versions.setdefault(key, []).append((number, step.rows[key]))
        self.now |= step.rows
        return Changes(len(new), len(revised), len(gone), same)


def state_of(reader: Reader, on: date | None = None) -> State:
    found = reader.observations("politie", _AREAS, _MEASURES, on)
    assert len({one.key for one in found}) == len(found)
    return {
        (one.area, one.indicator, str(one.period)): None if one.value is None else int(one.value)
        for one in found
    }


@settings(max_examples=25)
@given(st.lists(_STEPS, min_size=1, max_size=5))
def test_the_store_holds_what_a_plain_model_holds(steps: list[Step]) -> None:
    plain, days, states = Plain(), [], []
    day = DAY
    with TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder))
        for number, step in enumerate(steps):
            day += timedelta(days=step.days)
            rows = [
                counted(area, period, value, measure) for (area, measure, period), value in step.rows.items()
            ]
            _, changes = commit(workspace, rows, step.areas, step.since, received(day))
            assert changes == plain.take(number, step)
            days.append(day)
            states.append(dict(plain.now))
            assert state_of(Reader(workspace)) == plain.now
        reader = Reader(workspace)
        assert state_of(reader, DAY - timedelta(days=1)) == {}
        assert reader.number_on(DAY - timedelta(days=1)) == -1
        for on in days:
            last = max(number for number, taken in enumerate(days) if taken == on)
            assert state_of(reader, on) == states[last]
        for number, name in enumerate(reader.index.snapshots):
            assert state_of(Reader(workspace, until=name)) == states[number]
        for (area, measure, period), said in plain.versions.items():
            found = reader.versions("politie", area, measure, Period.parse(period))
            assert [
                (reader.index.snapshots.index(one.since.id), one.observation.value) for one in found
            ] == said
            ended = [one.until for one in found]
            assert all(ended[:-1])
            held = (area, measure, period) in plain.now
            assert (ended[-1] is None) is held
            assert found[-1].withdrawn is not held
        _, again = commit(workspace, [counted(a, p, v, m) for (a, m, p), v in plain.now.items()])
        assert again == Changes(same=len(plain.now))


def test_a_snapshot_that_changes_nothing_leaves_every_file_of_figures_as_it_was(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    rows = [counted("GM0001", f"{year}-01", year % 7) for year in range(2015, 2022)]
    commit(workspace, rows)
    before = held_bytes(workspace)
    stored, changes = commit(workspace, reversed(rows))
    after = held_bytes(workspace)
    assert changes == Changes(same=7)
    assert {name for name in before if before[name] != after[name]} == {"index.json"}
    assert before.keys() == after.keys()
    assert stored.id == "politie/47022NED@2026-11-22.2"


def test_a_change_in_one_year_writes_the_files_of_that_year_only(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    rows = [counted("GM0001", f"{year}-01", 1) for year in range(2015, 2022)]
    commit(workspace, rows)
    before = parquet_of(workspace)
    commit(workspace, [*rows[:-1], counted("GM0001", "2021-01", 2)])
    fresh = parquet_of(workspace).keys() - before.keys()
    assert sorted(name.partition("-")[0] for name in fresh) == ["politie/2021", "politie/2021"]
    assert sorted("history" in name for name in fresh) == [False, True]


def test_only_the_newest_files_and_those_before_them_stay(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    for value in range(6):
        commit(workspace, [counted("GM0001", "2021-01", value)])
    with writer(workspace):
        pass
    assert len(parquet_of(workspace)) == 4
    assert len(Reader(workspace).versions("politie", "GM0001", "politie/1.1.1", Period.parse("2021-01"))) == 6


@pytest.mark.parametrize("held", [[], [("GM0002", 8)], [("GM0001", 1)]])
def test_a_row_that_comes_in_twice_is_refused_and_nothing_changes(
    tmp_path: Path, held: list[tuple[str, int]]
) -> None:
    workspace = Workspace(tmp_path)
    if held:
        commit(workspace, [counted(area, "2021-01", value) for area, value in held])
    before = held_bytes(workspace)
    twice = [
        counted("GM0001", "2021-01", 1),
        counted("GM0002", "2021-01", 8),
        counted("GM0001", "2021-01", 1),
    ]
    with pytest.raises(
        InputError, match=r"politie/1\.1\.1 GM0001 2021-01 came in twice.*Nothing was changed"
    ):
        commit(workspace, twice)
    assert held_bytes(workspace) == before


def test_what_came_in_after_a_later_day_was_not_held_before_it(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    for days, value in ((0, 1), (2, 2), (1, 3)):
        day = DAY + timedelta(days=days)
        commit(workspace, [counted("GM0001", "2021-01", value)], about=received(day))
    reader = Reader(workspace)
    on = [
        reader.observations("politie", ["GM0001"], ["politie/1.1.1"], DAY + timedelta(days=n))
        for n in range(3)
    ]
    assert [[one.value for one in found] for found in on] == [[1], [1], [3]]


def test_several_snapshots_of_one_day_count_up_and_the_last_is_the_answer_of_that_day(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    stored = [commit(workspace, [counted("GM0001", "2021-01", value)])[0].id for value in (1, 2, 3)]
    assert stored == [f"politie/47022NED@2026-11-22{end}" for end in ("", ".2", ".3")]
    reader = Reader(workspace)
    assert reader.number_on(DAY) == 2
    assert [one.value for one in reader.series("politie", "GM0001", "politie/1.1.1", DAY)] == [3]
    assert reader.newest("politie") == reader.snapshot(stored[2])


def test_two_sources_are_held_beside_each_other(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    commit(workspace, [counted("GM0001", "2021-01", 1)])
    commit(workspace, [counted("GM0001", "2021-01", 9)], about=received(source="other", table="a/b"))
    reader = Reader(workspace)
    assert reader.sources == ("other", "politie")
    values = {name: reader.series(name, "GM0001", "politie/1.1.1")[0].value for name in reader.sources}
    assert values == {"other": 9, "politie": 1}
    assert reader.snapshot("other/a-b@2026-11-22").table == "a/b"


def test_coverage_tells_how_much_is_held_and_why_values_are_missing(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    first, _ = commit(workspace, [counted("GM0001", "2020-01", 1), counted("GM0002", "2021-01", None)])
    commit(workspace, [counted("GM0001", "2020-01", 1)])
    now, then = Reader(workspace).coverage("politie"), Reader(workspace, until=first.id).coverage("politie")
    assert now is not None
    assert then is not None
    assert (now.rows, now.areas, dict(now.missing)) == (1, 1, {})
    assert (then.rows, then.areas, dict(then.missing)) == (2, 2, {"missing": 1})
    assert (str(then.first), str(then.last)) == ("2020-01", "2021-01")
    assert Reader(workspace).coverage("unknown") is None
