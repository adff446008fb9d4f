# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A municipality beside its own past, the country, its group and the municipalities that somebody chose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import log

from baken.model.area import Area, AreaLevel
from baken.model.figure import Figure
from baken.model.period import Period
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture

MOST_CHOSEN = 2
"""With the municipality itself and the country these are four lines: more cannot be told apart."""
_YEARS = 8


class Chosen(StrEnum):
    """Who chose the municipalities: the reader, the municipality, or a rule (the nearest in inhabitants)."""

    ASKED = "asked"
    NAMED = "named"
    NEAREST = "nearest"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Row:
    """One area with its figure in each of the periods, or nothing; ``held`` are all periods with a value."""

    name: str
    code: str
    figures: tuple[Figure | None, ...]
    held: tuple[Period, ...]

    @property
    def newest(self) -> Figure | None:
        """The figure of the newest period of the table."""
        return self.figures[-1]


@dataclass(frozen=True, slots=True)
class Beside:
    """An indicator in several municipalities, on one definition and one base.

    ``chosen`` stand apart and in the drawing, ``others`` are the rest of the group by name: no ranking.
    ``unknown`` was asked for, but is no municipality of which figures are held here. ``partly`` are the
    areas that have no figure in some year of the table.
    """

    record: IndicatorPicture
    periods: tuple[Period, ...]
    own: Row
    country: Row | None
    chosen: tuple[Row, ...]
    others: tuple[Row, ...]
    by: Chosen
    unknown: tuple[str, ...] = ()

    @property
    def partly(self) -> tuple[Row, ...]:
        """The municipalities of which figures of some years only are held, and those of which none are."""
        rows = sorted((*self.chosen, *self.others), key=lambda row: row.name)
        return tuple(row for row in rows if any(one is None or one.value is None for one in row.figures))


def beside(safety: SafetyPicture, name: str, asked: Sequence[str] = ()) -> Beside | None:
    """An indicator beside other municipalities; nothing where no figures of another one are held.

    Args:
        safety: the picture of the municipality.
        name: the indicator.
        asked: codes of at most two municipalities, in the order asked; more are left out.

    """
    own = safety.material.municipality.code
    record = safety.record(name, own)
    periods = tuple(one.observation.period for one in record.figures)[-_YEARS:]
    rows = {area.code: _row(safety, name, area, periods) for area in _municipalities(safety)}
    held = {code: row for code, row in rows.items() if code != own and row.held}
    if not held or not periods:
        return None
    by, chosen = _chosen(safety, held, rows[own], asked)
    group = [row for code, row in rows.items() if code not in {own, *chosen}]
    return Beside(
        record=record,
        periods=periods,
        own=rows[own],
        country=_country(safety, record, periods),
        chosen=tuple(held[code] for code in chosen),
        others=tuple(sorted(group, key=lambda row: row.name)),
        by=by,
        unknown=tuple(code for code in asked if code not in held and code != own),
    )


def besides(safety: SafetyPicture) -> tuple[str, ...]:
    """The indicators of which figures of another municipality are held."""
    return tuple(one.indicator.id for one in safety.records if beside(safety, one.indicator.id))


def _municipalities(safety: SafetyPicture) -> tuple[Area, ...]:
    """The municipality, its group, and those that it names to be held beside."""
    municipality, areas = safety.material.municipality, safety.material.register.areas
    codes = dict.fromkeys((municipality.code, *municipality.peers.members, *municipality.compare_with))
    found = (areas[code] for code in codes if code in areas)
    return tuple(one for one in found if one.level is AreaLevel.MUNICIPALITY)


def _row(safety: SafetyPicture, name: str, area: Area, periods: Sequence[Period]) -> Row:
    return _of(area.name, area.code, safety.figures(name, area.code), periods)


def _of(name: str, code: str, figures: Iterable[Figure], periods: Sequence[Period]) -> Row:
    known = {one.observation.period: one for one in figures}
    held = tuple(period for period, one in known.items() if one.value is not None)
    return Row(name, code, tuple(known.get(period) for period in periods), held)


def _country(safety: SafetyPicture, record: IndicatorPicture, periods: Sequence[Period]) -> Row | None:
    name = safety.material.reference_name.nl
    row = _of(name, safety.material.municipality.reference, record.reference, periods)
    return row if row.held else None


def _chosen(
    safety: SafetyPicture, held: dict[str, Row], own: Row, asked: Sequence[str]
) -> tuple[Chosen, tuple[str, ...]]:
    """Which municipalities stand apart, and by whose choice."""
    named = safety.material.municipality.compare_with
    for by, codes in ((Chosen.ASKED, asked), (Chosen.NAMED, named)):
        known = tuple(dict.fromkeys(code for code in codes if code in held))[:MOST_CHOSEN]
        if known:
            return by, known
    nearest = _nearest(held, own)
    return (Chosen.NEAREST, nearest) if nearest else (Chosen.NOBODY, ())


def _nearest(held: dict[str, Row], own: Row) -> tuple[str, ...]:
    """The municipalities that are nearest in what the rate is counted over, in the newest period."""
    base = _base(own)
    if base is None:
        return ()
    away = {code: abs(log(size / base)) for code, row in held.items() if (size := _base(row)) is not None}
    return tuple(sorted(away, key=lambda code: (away[code], code))[:MOST_CHOSEN])


def _base(row: Row) -> float | None:
    newest = row.newest
    denominator = newest.observation.denominator if newest is not None and newest.value is not None else None
    return float(denominator) if denominator else None
