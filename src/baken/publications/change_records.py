# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One flat record per change and per trend: what the figures say, and the direction they carry, if any."""

from __future__ import annotations

from baken.methods.reason import Reason
from baken.model.figure import Change
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture
from baken.picture.trends import IndicatorTrend


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


def trend_records(picture: SafetyPicture) -> list[dict[str, object]]:
    """The trend of each indicator of the municipality that has one, and the same without pandemic years."""
    found = []
    for record in picture.records:
        for one, ordinary in ((record.trend, False), (record.trend and record.trend.ordinary, True)):
            if one is not None:
                found.append(_trend(record, one, without_pandemic_years=ordinary))
    return found


def _trend(
    record: IndicatorPicture, one: IndicatorTrend, *, without_pandemic_years: bool
) -> dict[str, object]:
    return {
        "indicator": record.indicator.id,
        "area": record.area.code,
        "start": str(one.start),
        "end": str(one.end),
        "without_pandemic_years": without_pandemic_years,
        "percent_per_year": _rounded(one.percent),
        "interval": None
        if one.percent is None
        else {"lower": _rounded(one.lower), "upper": _rounded(one.upper)},
        "interval_method": "log-linear quasi-Poisson with t",
        "dispersion": _rounded(one.dispersion),
        "supported_direction": one.direction.value if one.direction else None,
        "explained_by_break": one.biased,
        "reason": None if one.reason is Reason.JUDGED else one.reason.name.lower(),
        "begins_after": one.stopped.id if one.stopped else None,
    }


def _rounded(number: float | None) -> float | None:
    return None if number is None else _finite(number)


def _finite(limit: float) -> float | None:
    """A limit for JSON, which has no infinity: an open end is null."""
    return round(limit, 2) if abs(limit) != float("inf") else None
