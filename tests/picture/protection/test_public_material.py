# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Of small areas public material holds protected counts only; the rest is as it was, or is left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest

from baken.disclosure.attack.propagation import narrowed
from baken.disclosure.rounding.knowledge import knowledge_of
from baken.model.area import AreaLevel
from baken.model.errors import PublicationError
from baken.model.observation import Observation, Precision, Presence
from baken.model.period import Period, PeriodKind
from baken.model.snapshot import Snapshot
from baken.picture.material import Material, load_material
from baken.picture.picture import SafetyPicture
from baken.picture.protection.material import PublicMaterial, public_material

from ..helpers import EXAMPLE, TODAY, held, snapshot

BASE = 5
AREA, OTHER = "BU99990100", "BU99990101"
BURGLARY, ROBBERY, ASSAULT = (
    "politie-misdrijven/1.1.1",
    "politie-misdrijven/1.4.6",
    "politie-misdrijven/1.4.1",
)


def key() -> bytes:
    return b"a secret of thirty-two characters"


@cache
def town() -> PublicMaterial:
    return public_material(held(EXAMPLE), key)


def observations(material: Material, *, part: bool) -> list[Observation]:
    return [
        one
        for each in material.holdings.snapshots
        for one in each.observations
        if material.register[one.area].level.is_part is part
    ]


def one(area: str, measure: str, value: int | str, **more: object) -> Observation:
    period = Period(PeriodKind.YEAR, 2024)
    found = Observation(
        indicator=measure,
        area=area,
        period=period,
        presence=Presence.VALUE,
        precision=Precision.COUNT,
        value=Decimal(value),
        unit="count",
        snapshot="made-up/test@2026-11-21",
    )
    return replace(found, **more)  # type: ignore[arg-type]


def published(rows: Iterable[Observation], source: str = "made-up") -> dict[tuple[str, str], Observation]:
    """What public material gives of some observations of small areas, by area and measure."""
    rows = [replace(row, snapshot=f"{source}/test@2026-11-21") for row in rows]
    material = load_material(EXAMPLE, TODAY, snapshots=(snapshot(rows, source),))
    found = observations(public_material(material, key).material, part=True)
    return {(each.area, each.indicator): each for each in found}


@pytest.mark.requirement("DEV-11")
def test_no_small_count_is_published_below_the_municipality() -> None:
    counts = [each for each in observations(town().material, part=True) if "bevolking" not in each.indicator]
    smallest = [each for each in counts if each.area.startswith("BU") and each.value is not None]
    assert sum(each.value == 0 for each in smallest) > 400
    assert not [each for each in counts if each.value is not None and 0 < each.value < BASE]


def test_enough_is_hidden_and_enough_is_told() -> None:
    hidden = sum(int(cube.rounded.secret.sum()) for cube in town().cubes)
    assert hidden >= 500
    raw = {each.key for each in observations(held(EXAMPLE), part=True) if each.period.kind is PeriodKind.YEAR}
    now = [each for each in observations(town().material, part=True) if each.value is not None]
    exact = [each for each in now if not each.spread]
    assert raw <= {each.key for each in now}
    assert len(exact) > len(now) / 3


def test_nothing_of_a_neighbourhood_is_shorter_than_a_year() -> None:
    assert {each.period.kind for each in observations(held(EXAMPLE), part=True)} >= {PeriodKind.MONTH}
    assert {each.period.kind for each in observations(town().material, part=True)} == {PeriodKind.YEAR}


def test_what_is_not_small_is_as_it_was() -> None:
    assert observations(town().material, part=False) == observations(held(EXAMPLE), part=False)


def test_every_true_count_lies_within_the_spread_that_is_told() -> None:
    for cube in town().cubes:
        true = cube.cube.layout.filled(cube.cube.cells.counts)
        areas, codes, _ = cube.cube.layout.dimensions
        of_cube = {
            (each.area, each.indicator.partition("/")[2]): each
            for each in observations(town().material, part=True)
            if each.indicator.startswith(cube.cube.system) and each.period.year == cube.cube.year
        }
        assert of_cube
        for (area, code), each in of_cube.items():
            if each.value is not None:
                real = int(true[areas.position(area), codes.position(code), 0])
                assert abs(int(each.value) - real) <= each.spread <= each.spread_limit


def test_districts_are_the_sums_of_what_is_published_of_their_neighbourhoods() -> None:
    material = town().material
    found = {each.key: each for each in observations(material, part=True)}
    checked = 0
    for (measure, area, period), whole in found.items():
        if whole.value is None or "bevolking" in measure or area.startswith("BU"):
            continue
        division = "stadsdelen" if area.startswith("SD") else "cbs-wijken"
        parts = [found.get((measure, leaf, period)) for leaf in material.register.leaves(area, division)]
        assert whole.value == sum(each.value for each in parts if each is not None and each.value is not None)
        checked += 1
    assert checked > 500


def test_an_attacker_recomputes_nothing() -> None:
    for cube in town().cubes:
        knowledge = knowledge_of(cube.rounded.told, cube.rounded.secret)
        assert not len(narrowed(knowledge).recomputed(knowledge.secret))


def test_the_same_secret_gives_the_same_figures_and_another_secret_others() -> None:
    again = public_material(held(EXAMPLE), key).material
    other = public_material(held(EXAMPLE), lambda: b"b" * 32).material
    assert observations(again, part=True) == observations(town().material, part=True)
    assert observations(other, part=True) != observations(town().material, part=True)


def test_protected_categories_stay_above_the_neighbourhood_whatever_their_size() -> None:
    trafficking = "politie-misdrijven/1.6.3"
    rows = [one(area, measure, 250) for area in (AREA, OTHER) for measure in (ASSAULT, trafficking, BURGLARY)]
    assert set(published(rows)) == {(AREA, BURGLARY), (OTHER, BURGLARY)}


def test_figures_that_everybody_can_look_up_stay_exact() -> None:
    rows = [one(AREA, BURGLARY, 3), one(OTHER, BURGLARY, 2)]
    assert [each.value for each in published(rows, "politie_47018ned").values()] == [3, 2]
    assert {each.value for each in published(rows).values()} <= {0, 5}


def test_a_missing_count_stays_missing_and_so_do_its_sums() -> None:
    leaves = sorted(held(EXAMPLE).register.leaves("SD9999-noord", "stadsdelen"))
    rows = [one(leaf, BURGLARY, 30) for leaf in leaves[1:]]
    gone = replace(one(leaves[0], BURGLARY, 1), presence=Presence.MISSING, value=None)
    found = published([*rows, gone])
    assert found[leaves[0], BURGLARY].presence is Presence.MISSING
    assert found["SD9999-noord", BURGLARY].presence is Presence.MISSING
    assert found[leaves[1], BURGLARY].value == 30


def test_a_rate_without_a_protected_count_is_left_out() -> None:
    rate = one(AREA, "hic", "0.9", unit="per_1000_inhabitants", precision=Precision.RATE_ONLY)
    assert published([rate])[AREA, "hic"].presence is Presence.SUPPRESSED


@pytest.mark.parametrize(("answers", "stands"), [(99, False), (100, True), (None, False)])
def test_a_share_of_few_answers_is_left_out(answers: int | None, stands: bool) -> None:
    share = one(
        AREA,
        "onveilig-in-buurt",
        "20.5",
        period=Period(PeriodKind.WAVE, 2023),
        unit="percent",
        precision=Precision.SURVEY_WITHOUT_MARGINS,
        respondents=answers,
    )
    assert (published([share])[AREA, "onveilig-in-buurt"].value is not None) is stands


def test_an_area_of_a_level_without_a_rule_is_not_published(monkeypatch: pytest.MonkeyPatch) -> None:
    material = load_material(EXAMPLE, TODAY, snapshots=(snapshot([one(AREA, BURGLARY, 30)]),))
    rules = replace(material.catalogue.disclosure, levels={AreaLevel.DISTRICT: PeriodKind.YEAR})
    monkeypatch.setitem(material.catalogue.__dict__, "disclosure", rules)
    assert observations(public_material(material, key).material, part=True) == []


def test_a_picture_of_unprotected_material_is_not_published() -> None:
    with pytest.raises(PublicationError, match="small areas in this picture are not protected"):
        SafetyPicture(held(EXAMPLE)).check_publishable()
    SafetyPicture(town().material).check_publishable()


def test_months_of_the_municipality_stay_for_signals() -> None:
    months = [each for each_snapshot in town().material.months for each in each_snapshot.observations]
    assert {each.area for each in months} == {EXAMPLE}
    raw = held(EXAMPLE).holdings
    leaves = held(EXAMPLE).register.of_level(AreaLevel.NEIGHBOURHOOD)
    for each in months[::97]:
        parts = [raw.get(each.indicator, leaf.code, each.period) for leaf in leaves]
        assert each.value == sum(part.value for part in parts if part is not None and part.value is not None)


def test_the_snapshot_of_each_figure_is_still_held() -> None:
    names = {each.id for each in town().material.holdings.snapshots}
    assert isinstance(town().material.holdings.snapshots[0], Snapshot)
    assert all(set(each.snapshots) <= names for each in observations(town().material, part=True))
