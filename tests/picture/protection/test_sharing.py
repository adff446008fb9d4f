# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A report that people hand on quotes no true count of a small area of a real municipality."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from baken.model.observation import Observation
from baken.picture.material import Material, load_material
from baken.picture.protection.sharing import shareable
from baken.store.decisions import Decisions
from baken.store.workspace import Workspace

from ..helpers import EXAMPLE, MAASTRICHT, TODAY, held, measured, snapshot

HOOD = "BU09350000"


def key() -> bytes:
    return bytes(32)


def never() -> bytes:
    raise AssertionError("the secret is not needed")


def count(value: str) -> Observation:
    one = measured("hic", 2024, value, area=HOOD, people=None)
    return replace(
        one, indicator="politie-misdrijven/1.1.1", unit="count", snapshot="made-up/test@2026-11-21"
    )


def counts_in(material: Material) -> list[int]:
    return [
        int(one.value)
        for each in material.holdings.snapshots
        for one in each.observations
        if one.area == HOOD and one.value is not None
    ]


def decisions(folder: Path) -> Decisions:
    return Decisions(Workspace(folder), MAASTRICHT)


def test_a_small_count_of_a_real_neighbourhood_is_rounded_and_remembered(tmp_path: Path) -> None:
    inside = load_material(MAASTRICHT, TODAY, snapshots=(snapshot([count("3")]),))
    assert counts_in(inside) == [3]
    outside = shareable(inside, key, decisions(tmp_path))
    assert outside.public
    assert counts_in(outside) in ([0], [5])
    (kept,) = decisions(tmp_path).of("politie-misdrijven 2024")
    assert kept.version == 1
    # With another secret the same counts would be drawn anew; what was told stays.
    again = shareable(inside, lambda: b"b" * 32, decisions(tmp_path))
    assert counts_in(again) == counts_in(outside)


def test_material_that_tells_nothing_of_small_areas_is_used_as_it_is(tmp_path: Path) -> None:
    carried, nothing = held(MAASTRICHT), decisions(tmp_path)
    assert shareable(carried, never, nothing) is carried
    assert shareable(held(EXAMPLE), never, nothing) is held(EXAMPLE)
