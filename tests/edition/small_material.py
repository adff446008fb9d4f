# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A few made-up counts of the neighbourhoods of Voorbeeldstad, protected for publication: quick to make."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import cache

from baken.areas.load import load_register
from baken.model.area import AreaLevel
from baken.model.observation import Observation, Precision, Presence
from baken.model.period import Period, PeriodKind
from baken.picture.material import Material, load_material
from baken.picture.protection.material import PublicMaterial, public_material
from baken.picture.protection.small import small_observations, with_small
from picture.helpers import EXAMPLE, TODAY, snapshot

AREA, OTHER = "BU99990100", "BU99990101"
BURGLARY, ROBBERY, ASSAULT = (
    "politie-misdrijven/1.1.1",
    "politie-misdrijven/1.4.6",
    "politie-misdrijven/1.4.1",
)
SURVEY = "onveilig-in-buurt"
SOURCE = "made-up"


def key() -> bytes:
    return b"a secret of thirty-two characters"


def one(area: str, measure: str, value: int | str | None, **more: object) -> Observation:
    """One count of 2024, or another figure."""
    found = Observation(
        indicator=measure,
        area=area,
        period=Period(PeriodKind.YEAR, 2024),
        presence=Presence.MISSING if value is None else Presence.VALUE,
        precision=Precision.COUNT,
        value=None if value is None else Decimal(value),
        count=value if isinstance(value, int) else None,
        unit="count",
        snapshot=f"{SOURCE}/test@{TODAY}",
    )
    return replace(found, **more)  # type: ignore[arg-type]


@cache
def counts() -> tuple[Observation, ...]:
    """Small and large counts of three measures, in each neighbourhood and in the whole."""
    areas = sorted(area.code for area in load_register(EXAMPLE).of_level(AreaLevel.NEIGHBOURHOOD))
    held: list[Observation] = []
    for step, measure in enumerate((BURGLARY, ROBBERY, "politie-misdrijven/1.1.2"), start=1):
        numbers = [(7 * place * step + step) % 12 for place in range(len(areas))]
        held += [one(area, measure, number) for area, number in zip(areas, numbers, strict=True)]
        held.append(one(EXAMPLE, measure, sum(numbers) + 3))
    return tuple(held)


def made(rows: Iterable[Observation], source: str = SOURCE) -> Material:
    """Material of these observations only."""
    rows = [replace(row, snapshot=f"{source}/test@{TODAY}") for row in rows]
    return load_material(EXAMPLE, TODAY, snapshots=(snapshot(rows, source),))


@cache
def town() -> PublicMaterial:
    """The counts, protected."""
    return public_material(made(counts()), key)


def with_more(*more: Observation, months: Iterable[Observation] = ()) -> PublicMaterial:
    """The protected town with these in the place of, or beside, what is published of small areas."""
    there = {each.key: each for each in small_observations(town().material)}
    there |= {each.key: each for each in more}
    return replace(town(), material=with_small(town().material, there.values(), months))


def published(area: str, measure: str) -> Observation:
    """What is published of one area and measure."""
    return next(
        each for each in small_observations(town().material) if (each.area, each.indicator) == (area, measure)
    )
