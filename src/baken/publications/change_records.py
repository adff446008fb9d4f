# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One flat record per change: what the figures say, and the direction that the interval carries, if any."""

from __future__ import annotations

from baken.model.figure import Change
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture


def change_records(picture: SafetyPicture) -> list[dict[str, object]]:
    """The main change of each indicator of the municipality, and the same without pandemic years."""
    found = []
    for record in picture.records:
        for one, ordinary in ((record.change, False), (record.ordinary_change, True)):
            if one is not None:
                found.append(_record(record, one, without_pandemic_years=ordinary))
    return found


def _record(record: IndicatorPicture, one: Change, *, without_pandemic_years: bool) -> dict[str, object]:
    interval = one.interval
    return {
        "indicator": record.indicator.id,
        "area": record.area.code,
        "start": str(one.start),
        "end": str(one.end),
        "without_pandemic_years": without_pandemic_years,
        "pandemic_years": [str(period) for period in one.pandemic_years],
        "observed_change": float(one.observed_change),
        "percent": float(one.percent) if one.percent is not None else None,
        "scale": one.scale.value,
        "supported_direction": one.supported_direction.value if one.supported_direction else None,
        "reason": one.reason.value if one.reason else None,
        "interval": interval and {"lower": _finite(interval.lower), "upper": _finite(interval.upper)},
        "interval_method": interval.method if interval else None,
        "breaks": list(one.breaks),
        "tone": record.tone.value,
    }


def _finite(limit: float) -> float | None:
    """A limit for JSON, which has no infinity: an open end is null."""
    return round(limit, 2) if abs(limit) != float("inf") else None
