# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The change up to the newest figure, seen from every possible start: the choice of a start decides much."""

from __future__ import annotations

from baken.catalogue.catalogue import Catalogue
from baken.methods.trend.endpoint_sensitivity import endpoint_sensitivity
from baken.model.figure import Figure
from baken.model.indicator import Indicator
from baken.model.number import half_up
from baken.picture.changes import change
from baken.picture.series import StartPoint, exact_value


def start_points(
    catalogue: Catalogue, indicator: Indicator, figures: tuple[Figure, ...]
) -> tuple[StartPoint, ...]:
    """The change from each earlier figure that has a value, oldest first, each with whether it is judged."""
    measured = [one for one in figures if one.value is not None]
    if len(measured) < 2:
        return ()
    unit = catalogue.unit_of(indicator)
    exact = [exact_value(one, unit) for one in measured]
    found = endpoint_sensitivity([float(value) for value in exact])
    return tuple(
        StartPoint(
            start=one.observation.period,
            absolute=half_up(exact[-1] - exact[n], indicator.decimals),
            percent=found.percent[n] if exact[n] else None,
            judged=change(catalogue, indicator, one, measured[-1]),
        )
        for n, one in enumerate(measured[:-1])
    )
