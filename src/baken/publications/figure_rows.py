# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The figures of a record as rows, each beside that of the reference area."""

from __future__ import annotations

from dataclasses import dataclass

from baken.model.figure import Figure
from baken.model.observation import Observation, Presence
from baken.model.period import Period, PeriodKind
from baken.picture.series import IndicatorPicture


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table under a chart: the figure and that of the reference area."""

    figure: Figure
    reference: Figure | None


def figure_rows(record: IndicatorPicture) -> tuple[Row, ...]:
    """The figures of a record, newest first, each beside the reference of the same period.

    A year between two others for which nothing is held has a row that says so, as it has in the chart.
    """
    own = {one.observation.period.year: one for one in record.figures}
    other = {one.observation.period: one for one in record.reference}
    rows = [own.get(year) or _no_data(record, year) for year in range(max(own), min(own) - 1, -1)]
    return tuple(Row(one, other.get(one.observation.period)) for one in rows)


def _no_data(record: IndicatorPicture, year: int) -> Figure:
    return Figure(
        observation=Observation(
            indicator=record.indicator.id,
            area=record.area.code,
            period=Period(PeriodKind.YEAR, year),
            presence=Presence.MISSING,
            unit=record.unit.id,
        )
    )
