# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What happened in each district between the two periods that the municipality's own change is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from baken.model.area import Area, AreaLevel
from baken.model.figure import Change, Figure
from baken.picture.changes import change
from baken.picture.series import IndicatorPicture

if TYPE_CHECKING:
    from baken.picture.picture import SafetyPicture

_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaChange:
    """Two figures of one area; ``change`` is nothing where one of the two has no value."""

    area: Area
    start: Figure | None
    end: Figure | None
    change: Change | None


def district_changes(safety: SafetyPicture, record: IndicatorPicture) -> tuple[AreaChange, ...]:
    """The districts between the periods of the record's own change; none where fewer than two have both."""
    if record.change is None:
        return ()
    districts = [one for one in safety.local_areas if one.level is AreaLevel.DISTRICT]
    found = tuple(_changed(safety, record, area) for area in districts)
    return found if sum(one.change is not None for one in found) >= _FEWEST else ()


def _changed(safety: SafetyPicture, record: IndicatorPicture, area: Area) -> AreaChange:
    local, main = safety.record(record.indicator.id, area.code), record.change
    start, end = (local.at(main.start), local.at(main.end)) if main else (None, None)
    judged = None
    if start is not None and end is not None and start.value is not None and end.value is not None:
        judged = change(safety.material.catalogue, local.indicator, start, end)
    return AreaChange(area=area, start=start, end=end, change=judged)
