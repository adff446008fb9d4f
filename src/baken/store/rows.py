# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A row of numbers as the observation that it stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from baken.model.observation import Observation, Precision, Presence
from baken.store.columns import LIVES, PRECISIONS, PRESENCES, period_of


def as_observation(
    row: Mapping[str, Any], areas: Sequence[str], measures: Sequence[str], snapshot: str
) -> Observation:
    """Turn a row back.

    Args:
        row: the columns by name.
        areas: the codes of areas by number.
        measures: the names of measures by number.
        snapshot: the id of the snapshot since which this is known.

    """
    decimals = int(row["decimals"])
    value = _decimal(row["value"], decimals)
    precision = PRECISIONS[row["certainty"]]
    count = row["numerator"]
    if count is None and value is not None and precision is Precision.COUNT and row["unit"] == "count":
        count = int(value)
    presence = PRESENCES[row["presence"]]
    return Observation(
        indicator=measures[row["measure"]],
        area=areas[row["area"]],
        period=period_of(row["period"]),
        presence=presence,
        life=LIVES[row["life"]],
        precision=precision,
        value=value if presence is Presence.VALUE else None,
        unit=row["unit"],
        literal=row["literal"] or ("" if value is None else str(value)),
        count=count,
        denominator=row["denominator"],
        respondents=row["respondents"],
        lower=_decimal(row["low"], decimals),
        upper=_decimal(row["high"], decimals),
        recalculated=bool(row["recalculated"]),
        annotation=row["annotation"] or "",
        snapshot=snapshot,
    )


def _decimal(number: int | None, decimals: int) -> Decimal | None:
    return None if number is None else Decimal(number).scaleb(-decimals)
