# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Figures of a small area are kept from edition to edition; after the closing date a correction says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from baken.disclosure.attack.run import attack
from baken.disclosure.rounding.versions import all_versions
from baken.model.observation import Life, Observation
from baken.picture.material import Material, load_material
from baken.picture.protection.history import closing_date
from baken.picture.protection.material import PublicMaterial, public_material
from baken.store.decisions import Decisions
from baken.store.workspace import Workspace

from ..helpers import MAASTRICHT, held, measured, snapshot

MEASURE, CUBE = "politie-misdrijven/1.1.1", "politie-misdrijven 2025"
EARLY, LATE = date(2026, 3, 1), date(2026, 11, 21)
"""Before and after the closing date of 2025, which is six months after its end."""


def key() -> bytes:
    return bytes(32)


def hoods() -> list[str]:
    register = held(MAASTRICHT).register
    return sorted(code for code in register.areas if code.startswith("BU"))[:12]


def count(area: str, value: int) -> Observation:
    one = measured("hic", 2025, str(value), area=area, people=None)
    return replace(one, indicator=MEASURE, unit="count", snapshot="made-up/test@2026-11-21")


def holding(on: date, **changed: int) -> Material:
    counts = {area: 1 + number % 8 for number, area in enumerate(hoods())} | changed
    rows = [count(area, value) for area, value in counts.items()]
    rows.append(count(MAASTRICHT, sum(counts.values())))
    return load_material(MAASTRICHT, on, snapshots=(snapshot(rows),))


def published(material: Material, decisions: Decisions) -> PublicMaterial:
    public = public_material(material, key, decisions.of)
    public.remember(decisions)
    return public


def figures(public: PublicMaterial) -> dict[str, Observation]:
    observations = (one for each in public.material.holdings.snapshots for one in each.observations)
    return {one.area: one for one in observations if one.area.startswith("BU") and one.value is not None}


@pytest.fixture
def decisions(tmp_path: Path) -> Decisions:
    return Decisions(Workspace(tmp_path), MAASTRICHT)


def test_the_closing_date_is_so_many_months_after_the_year() -> None:
    assert closing_date(2025, 6) == date(2026, 6, 30)
    assert closing_date(2025, 0) == date(2025, 12, 31)
    assert closing_date(2025, 14) == date(2027, 2, 28)


def test_nothing_new_is_kept_once(decisions: Decisions) -> None:
    first, second = (published(holding(EARLY), decisions) for _ in range(2))
    assert first.decisions == second.decisions == {CUBE: 1}
    assert figures(first) == figures(second)
    assert len(decisions.of(CUBE)) == 1


def test_before_the_closing_date_a_correction_has_the_same_version(decisions: Decisions) -> None:
    published(holding(EARLY), decisions)
    second = published(holding(EARLY, **{hoods()[0]: 3}), decisions)
    (cube,) = second.cubes
    assert second.decisions == {CUBE: 2}
    assert (cube.history.version, cube.history.closed, cube.history.is_new) == (1, False, True)
    assert {one.life for one in figures(second).values()} == {Life.FINAL}


def test_after_the_closing_date_it_is_a_new_version_and_is_called_revised(decisions: Decisions) -> None:
    first = published(holding(EARLY), decisions)
    second = published(holding(LATE, **{hoods()[5]: 12}), decisions)
    (cube,) = second.cubes
    assert (cube.history.version, cube.history.closed) == (2, True)
    before, after = figures(first), figures(second)
    other = {area for area in before if before[area].value != after[area].value}
    assert other
    assert {area for area, one in after.items() if one.life is Life.REVISED} == other
    assert int(cube.history.revised.sum()) >= len(other)


def test_who_keeps_both_editions_works_nothing_out(decisions: Decisions) -> None:
    for changed in ({}, {hoods()[0]: 4}, {hoods()[0]: 4, hoods()[3]: 9}):
        published(holding(LATE, **changed), decisions)
    kept = decisions.of(CUBE)
    assert [one.version for one in kept] == [1, 2, 3]
    assert attack(all_versions([one.decision for one in kept]).knowledge).lost


def test_an_edition_is_made_again_from_what_was_there_before_it(decisions: Decisions) -> None:
    published(holding(EARLY), decisions)
    corrected = holding(LATE, **{hoods()[0]: 4})
    second = published(corrected, decisions)
    published(holding(LATE, **{hoods()[0]: 2}), decisions)
    again = public_material(corrected, key, lambda name: decisions.of(name)[: second.decisions[name] - 1])
    assert figures(again) == figures(second)
    assert np.array_equal(again.cubes[0].rounded.published, second.cubes[0].rounded.published)
