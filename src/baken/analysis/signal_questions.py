# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The question of the signals, put together from what is held or from a plain file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from baken.analysis.caveats import caveats
from baken.analysis.detectors import most_monitored, with_length
from baken.analysis.held import Held
from baken.analysis.held_series import monthly_series
from baken.analysis.kinds import Kind, all_kinds, kind_of
from baken.analysis.responses import starts_of
from baken.analysis.signals import SignalQuestion, usual_monitored
from baken.analysis.tables import SeriesTable
from baken.model.errors import NotHeldError, UsageError
from baken.model.period import Period, PeriodKind
from baken.model.text import Text

_MONTHS = 12
# One or two cases in a neighbourhood say nothing, however rare they are there.
_FEWEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What is asked: the method, how many periods to judge (0: as usual), periods per year (0: unknown)."""

    method: str
    monitored: int = 0
    per_year: int = 0


def file_signals(series: SeriesTable, settings: Settings) -> SignalQuestion:
    """All series of a file."""
    table = with_length(series, settings.method, settings.per_year)
    number, shortened = _monitored(table, settings)
    return SignalQuestion(series=table, method=settings.method, monitored=number, shortened=shortened)


def _monitored(series: SeriesTable, settings: Settings) -> tuple[int, bool]:
    """How many periods are judged, and whether that is fewer than usual since the series are short."""
    import numpy as np

    if settings.monitored:
        return settings.monitored, False
    usual = usual_monitored(series.per_year, len(series.periods))
    some = np.where(np.isfinite(series.counts).any(axis=0), 0.0, np.nan)[np.newaxis]
    most = most_monitored(some, settings.method, series.per_year)
    return (most, True) if 1 <= most < usual else (usual, False)


def held_signals(
    held: Held, code: str, indicators: Sequence[str], month: str, settings: Settings
) -> SignalQuestion:
    """All monthly series of an area and of what lies in it, up to a month.

    Raises:
        UsageError: no such indicator or month.
        NotHeldError: no monthly figures are held.

    """
    kinds = tuple(kind_of(held.catalogue, name) for name in indicators)
    series = monthly_series(held, code, kinds, _number(month))
    if month and series.periods[-1] != month:
        raise NotHeldError(
            f"no figures are held of {month}.", do=f"The newest month held is {series.periods[-1]}."
        )
    series = with_length(series, settings.method, settings.per_year)
    number, shortened = _monitored(series, settings)
    there = set(series.kinds)
    used = [one for one in kinds or all_kinds(held.catalogue) if one.id in there]
    return SignalQuestion(
        series=series,
        method=settings.method,
        monitored=number,
        shortened=shortened,
        themes=_themes(held, used),
        districts={area: held.districts[area] for area in series.areas if area in held.districts},
        fewest=_FEWEST,
        from_file=False,
        responses=starts_of(held, series.areas, used),
        caveats=caveats("invented" if held.municipality.invented else "internal", "registered"),
    )


def _number(month: str) -> int | None:
    if not month:
        return None
    try:
        period = Period.parse(month)
    except ValueError as error:
        raise UsageError(f"{error}.") from None
    if period.kind is not PeriodKind.MONTH:
        raise UsageError(f"'{month}' is not a month.", do="Write it as 2024-05.")
    return period.year * _MONTHS + period.number - 1


def _themes(held: Held, kinds: Sequence[Kind]) -> dict[str, Text]:
    """The first theme of the municipality of which an indicator counts something of each kind."""
    found: dict[str, Text] = {}
    for theme in held.municipality.themes:
        for name in theme.indicators:
            codes = {
                f"{one.system}/{code}" for one in held.catalogue.indicators[name] for code in one.numerator
            }
            covered = {code for one in held.catalogue.indicators[name] for code in one.covers}
            for kind in kinds:
                bare = {one.partition("/")[2] for one in kind.measures}
                if kind.id == name or codes & set(kind.measures) or covered & bare:
                    found.setdefault(kind.id, theme.name)
    return found
