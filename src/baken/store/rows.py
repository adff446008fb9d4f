# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""An observation as a row of numbers, and a row as the observation that it stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Any

from baken.model.errors import InputError
from baken.model.number import decimals_of
from baken.model.observation import Observation, Precision, Presence
from baken.store.columns import LIVES, PRECISIONS, PRESENCES, period_code, period_of

if TYPE_CHECKING:
    from baken.store.codes import Codes

# Stands for a whole number that is not there, while rows are arrays.
NOTHING = -(2**63)
_MOST_DECIMALS = 100
_EXACT = Context(prec=150)


def as_row(one: Observation, areas: Codes, measures: Codes) -> tuple[Any, ...]:
    """The columns of an observation in their order; areas and measures that are new get a number.

    Raises:
        InputError: a number has more digits than can be kept.

    """
    decimals = 0 if one.value is None else decimals_of(one.value)
    margins = max((decimals_of(number) for number in (one.lower, one.upper) if number is not None), default=0)
    return (
        areas.number(one.area),
        measures.number(one.indicator),
        period_code(one.period),
        _whole(one, one.value, decimals),
        decimals,
        PRESENCES.index(one.presence),
        LIVES.index(one.life),
        PRECISIONS.index(one.precision),
        _whole(one, one.lower, margins),
        _whole(one, one.upper, margins),
        margins,
        _whole(one, one.count, 0),
        _whole(one, one.denominator, 0),
        _whole(one, one.respondents, 0),
        one.recalculated,
        one.unit,
        one.literal,
        one.annotation,
    )


def as_observation(
    row: Mapping[str, Any], areas: Sequence[str], measures: Sequence[str], snapshot: str
) -> Observation:
    """Turn a row back.

    What was printed is not kept where it is the number itself, and the count of a counted whole number is
    that number: both come back here.

    Args:
        row: the columns by name.
        areas: the codes of areas by number.
        measures: the names of measures by number.
        snapshot: the id of the snapshot since which this is known.

    """
    decimals, margins = int(row["decimals"]), int(row["margin_decimals"])
    presence = PRESENCES[row["presence"]]
    value = _decimal(row["value"], decimals) if presence is Presence.VALUE else None
    precision = PRECISIONS[row["certainty"]]
    count = row["numerator"]
    counted = precision is Precision.COUNT and row["unit"] == "count" and not decimals
    if count is None and value is not None and counted:
        count = int(value)
    return Observation(
        indicator=measures[row["measure"]],
        area=areas[row["area"]],
        period=period_of(row["period"]),
        presence=presence,
        life=LIVES[row["life"]],
        precision=precision,
        value=value,
        unit=row["unit"],
        literal=row["literal"] or ("" if value is None else format(value, "f")),
        count=count,
        denominator=row["denominator"],
        respondents=row["respondents"],
        lower=_decimal(row["low"], margins),
        upper=_decimal(row["high"], margins),
        recalculated=bool(row["recalculated"]),
        annotation=row["annotation"] or "",
        snapshot=snapshot,
    )


def _decimal(number: int | None, decimals: int) -> Decimal | None:
    return None if number is None else Decimal(number).scaleb(-decimals)


def _whole(one: Observation, number: Decimal | int | None, decimals: int) -> int:
    if number is None:
        return NOTHING
    exact = Decimal(number)
    if exact.is_finite() and decimals <= _MOST_DECIMALS and exact.adjusted() < _MOST_DECIMALS:
        whole = int(exact.scaleb(decimals, _EXACT))
        if abs(whole) < -NOTHING:
            return whole
    raise InputError(
        f"{one.indicator} {one.area} {one.period}: {number} has more digits than can be kept.",
        do="Give it with fewer.",
    )
