# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What an attacker of a cube is taken to know: public figures and their sums, and what lies elsewhere."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from baken.disclosure.attack.run import attack
from baken.disclosure.rounding.knowledge import knowledge_of
from baken.model.observation import Observation, Precision, Presence
from baken.model.period import Period, PeriodKind
from baken.picture.material import load_material
from baken.picture.protection.cubes import ELSEWHERE
from baken.picture.protection.material import PublicMaterial, public_material
from baken.picture.protection.release import Protected

from ..helpers import EXAMPLE, TODAY, snapshot

BURGLARY, ROBBERY, TOTAL = "1.1.1", "1.4.6", "0.0.0"
HOODS = ["BU99990100", "BU99990101", "BU99990102", "BU99990200"]


def count(area: str, code: str, value: int | None, source: str) -> Observation:
    return Observation(
        indicator=f"politie-misdrijven/{code}",
        area=area,
        period=Period(PeriodKind.YEAR, 2024),
        presence=Presence.MISSING if value is None else Presence.VALUE,
        precision=Precision.COUNT,
        value=None if value is None else Decimal(value),
        unit="count",
        snapshot=f"{source}/test@2026-11-21",
    )


def protected(*rows: Observation, secret: bytes = b"s" * 32) -> PublicMaterial:
    by_source: dict[str, list[Observation]] = {}
    for one in rows:
        by_source.setdefault(one.snapshot.partition("/")[0], []).append(one)
    held = tuple(snapshot(ones, source) for source, ones in by_source.items())
    return public_material(load_material(EXAMPLE, TODAY, snapshots=held), lambda: secret)


def known(cube: Protected, area: str, code: str) -> bool:
    layout = cube.cube.layout
    place = np.unravel_index(layout.number((area, code, "2024")), layout.shape)
    return bool(cube.cube.known[place])


def burglaries(values: list[int], whole: int) -> list[Observation]:
    rows = [count(hood, BURGLARY, value, "own") for hood, value in zip(HOODS, values, strict=True)]
    return [*rows, count(EXAMPLE, BURGLARY, whole, "own")]


@pytest.mark.parametrize("elsewhere", [0, 2])
def test_what_lies_elsewhere_is_known_where_all_areas_are_held(elsewhere: int) -> None:
    (cube,) = protected(*burglaries([3, 1, 9, 2], 15 + elsewhere)).cubes
    assert known(cube, ELSEWHERE, BURGLARY)
    assert attack(knowledge_of(cube.rounded.told, cube.rounded.secret)).lost


def test_it_is_not_known_where_it_hides_an_area_that_is_not_held() -> None:
    rows = burglaries([3, 1, 9, 2], 15)
    rows[0] = replace(rows[0], presence=Presence.MISSING, value=None)
    (cube,) = protected(*rows).cubes
    assert not known(cube, ELSEWHERE, BURGLARY)
    assert int(cube.rounded.published[cube.cube.layout.dimensions[0].position(ELSEWHERE)][0, 0]) in {0, 5}


def tight(private: list[int]) -> list[Observation]:
    """Public burglaries and totals beside robberies of the municipality's own, and nothing else counted."""
    rows = []
    for hood, own in zip(HOODS, private, strict=True):
        rows += [count(hood, BURGLARY, 7, "politie_47018ned"), count(hood, ROBBERY, own, "own")]
        rows.append(count(hood, TOTAL, 7 + own + 1, "politie_47018ned"))
    sums = {BURGLARY: 28, ROBBERY: sum(private), TOTAL: 28 + sum(private) + 4}
    return [*rows, *(count(EXAMPLE, code, value, "own") for code, value in sums.items())]


def test_a_public_total_stays_exact_and_the_attacker_has_it() -> None:
    public = protected(*tight([1, 3, 2, 4]))
    (cube,) = public.cubes
    assert all(known(cube, hood, TOTAL) for hood in HOODS)
    figures = cube.figures()
    assert [figures[f"politie-misdrijven/{TOTAL}", hood, "2024"] for hood in HOODS] == [9, 11, 10, 12]
    told = {
        (one.area, one.indicator): one.value
        for each in public.material.holdings.snapshots
        for one in each.observations
    }
    assert told[HOODS[0], f"politie-misdrijven/{TOTAL}"] == 9


@pytest.mark.parametrize("number", range(0, 100, 4))
def test_what_a_public_total_leaves_is_hidden_from_who_has_it(number: int) -> None:
    (cube,) = protected(*tight([1, 3, 2, 4]), secret=bytes([number]) * 32).cubes
    # A private count beside a difference that is public: neither it nor the rest is known.
    assert not known(cube, HOODS[0], ROBBERY)
    assert not known(cube, HOODS[0], "rest")
    assert attack(knowledge_of(cube.rounded.told, cube.rounded.secret)).lost
