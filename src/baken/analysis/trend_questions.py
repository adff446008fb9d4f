# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The question of a trend, put together from what is held or from a plain file."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from baken.analysis.area_files import chosen
from baken.analysis.caveats import caveats, inside_only
from baken.analysis.held import Held
from baken.analysis.held_series import is_sum_of_parts, one_series, population_rows
from baken.analysis.kinds import Kind, all_kinds, break_places, kind_of
from baken.analysis.periods import moment
from baken.analysis.tables import SeriesTable
from baken.analysis.trend import TrendQuestion
from baken.catalogue.catalogue import load_catalogue
from baken.model.errors import NotHeldError, UsageError
from baken.model.finding import Caveat
from baken.model.indicator import Break
from baken.model.text import Text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def held_question(held: Held, code: str, indicator: str) -> TrendQuestion:
    """The trend of an indicator or measure in an area, with its parts and the reference area beside it.

    Raises:
        UsageError: no such indicator, or it is no count.
        NotHeldError: no counts of it are held in the area.

    """
    kind = kind_of(held.catalogue, indicator)
    series = _with_people(held, one_series(held, code, kind), kind)
    parts, part_breaks = _parts(held, code, kind, series.per_year)
    reference, name = _reference(held, series, kind)
    return TrendQuestion(
        series=series,
        name=kind.label,
        area=Text(*(2 * [held.register[code].name])),
        breaks=dict(break_places(kind, series.periods)),
        pandemic=held.catalogue.country.pandemic_years,
        parts=parts,
        part_breaks=part_breaks,
        reference=reference,
        reference_name=name,
        found_by_looking=kind.found_by_looking,
        caveats=_caveats(held, code, kind, series),
    )


def file_question(table: SeriesTable, select: str = "", breaks: Sequence[str] = ()) -> TrendQuestion:
    """The trend of one series of a file, with the periods in which a new level may begin.

    Raises:
        UsageError: no such series or period, or several series and none was chosen.

    """
    at = chosen(table, [select] if select else [])[0]
    series = replace(
        table,
        names=(table.names[at],),
        areas=(table.areas[at],),
        kinds=(table.kinds[at],),
        counts=table.counts[at : at + 1],
        population=None if table.population is None else table.population[at : at + 1],
    )
    name = series.names[0]
    return TrendQuestion(
        series=series,
        name=Text(name, name) if not name.isdigit() else Text(f"Reeks {name}", f"Series {name}"),
        breaks={_place(series.periods, one): None for one in breaks},
        pandemic=load_catalogue().country.pandemic_years if table.per_year else (),
    )


def _place(periods: Sequence[str], text: str) -> int:
    """The place of a period in a series; a break cannot stand at its beginning."""
    try:
        wanted = moment(text)
    except ValueError as error:
        raise UsageError(f"{error}.") from None
    found = [n for n, one in enumerate(periods) if moment(one) == wanted]
    if not found or found[0] == 0:
        raise UsageError(
            f"{text} does not lie within the series.", do=f"It runs from {periods[0]} to {periods[-1]}."
        )
    return found[0]


def _with_people(held: Held, series: SeriesTable, kind: Kind) -> SeriesTable:
    return replace(series, population=population_rows(held, series.areas, kind.people, series.periods))


def _parts(
    held: Held, code: str, kind: Kind, per_year: int
) -> tuple[SeriesTable | None, dict[str, dict[int, Break | None]]]:
    """The series of the parts of a kind: its measures, or for a total all other measures of its system."""
    wanted = [kind_of(held.catalogue, name) for name in kind.measures]
    if len(wanted) == 1:
        wanted = _below_total(held, kind)
    found = []
    for one in wanted:
        try:
            found.append((one, one_series(held, code, one, yearly=per_year == 1)))
        except NotHeldError:
            continue
    found = [(one, series) for one, series in found if series.per_year == per_year]
    if len(found) < 2:
        return None, {}
    return _stacked(found), {one.id: dict(break_places(one, series.periods)) for one, series in found}


def _below_total(held: Held, kind: Kind) -> list[Kind]:
    system, _, code = kind.measures[0].partition("/")
    if not held.catalogue.registrations[system, code].is_total:
        return []
    return [
        one
        for one in all_kinds(held.catalogue)
        if one.id.startswith(f"{system}/") and one.measures != kind.measures
    ]


def _stacked(found: Sequence[tuple[Kind, SeriesTable]]) -> SeriesTable:
    """One table of several series; their periods are made the same."""
    import numpy as np

    periods = sorted({period for _, series in found for period in series.periods})
    counts = np.full((len(found), len(periods)), np.nan)
    for n, (_, series) in enumerate(found):
        counts[n, [periods.index(one) for one in series.periods]] = series.counts[0]
    first = found[0][1]
    return replace(
        first,
        names=tuple(series.names[0] for _, series in found),
        areas=tuple(series.areas[0] for _, series in found),
        kinds=tuple(one.id for one, _ in found),
        periods=tuple(periods),
        counts=counts,
        labels={one.id: one.label for one, _ in found},
        found_by_looking=frozenset(one.id for one, _ in found if one.found_by_looking),
        breaks={},
    )


def _reference(held: Held, series: SeriesTable, kind: Kind) -> tuple[SeriesTable | None, Text | None]:
    """The same kind here and in the reference area, and how that one is called."""
    there = held.municipality.reference
    if there == series.areas[0]:
        return None, None
    try:
        other = one_series(held, there, kind)
    except NotHeldError:
        return None, None
    name = held.register[there].name
    country = held.catalogue.country
    label = country.name if there == country.reference_area else Text(name, name)
    table = _in_step(held, series, other, kind) or _in_years(held, series, other, kind)
    return (None, None) if table is None else (table, label)


def _in_step(held: Held, series: SeriesTable, other: SeriesTable, kind: Kind) -> SeriesTable | None:
    """Here and there in the periods of the series, if the reference has each that is known here."""
    import numpy as np

    if other.per_year != series.per_year:
        return None
    known = dict(zip(other.periods, other.counts[0].tolist(), strict=True))
    there = np.array([known.get(period, np.nan) for period in series.periods])
    if np.isnan(there[~np.isnan(series.counts[0])]).any():
        return None
    people = population_rows(held, (*series.areas, *other.areas), kind.people, series.periods)
    return replace(
        series,
        names=(*series.areas, *other.areas),
        areas=(*series.areas, *other.areas),
        kinds=(kind.id, kind.id),
        counts=np.array([series.counts[0], there]),
        population=None if np.isnan(people).any() else people,
    )


def _in_years(held: Held, series: SeriesTable, other: SeriesTable, kind: Kind) -> SeriesTable | None:
    """Here and there by year, in the years that both have."""
    import numpy as np

    rows = [_by_year(one) for one in (series, other)]
    years = sorted(set(rows[0]) & set(rows[1]))
    if len(years) < 2:
        return None
    years = list(range(years[0], years[-1] + 1))
    periods = tuple(map(str, years))
    counts = np.array([[row.get(year, np.nan) for year in years] for row in rows])
    codes = (*series.areas, *other.areas)
    people = population_rows(held, codes, kind.people, periods)
    return SeriesTable(
        names=codes,
        areas=codes,
        kinds=(kind.id, kind.id),
        periods=periods,
        counts=counts,
        population=None if np.isnan(people).any() else people,
        per_year=1,
    )


def _by_year(series: SeriesTable) -> dict[int, float]:
    """The counts by whole year; a year of which a month is missing is left out."""
    row: NDArray[np.float64] = series.counts[0]
    if series.per_year == 1:
        return {
            int(year): n for year, n in zip(series.periods, row.tolist(), strict=True) if not math.isnan(n)
        }
    found: dict[int, list[float]] = {}
    for period, n in zip(series.periods, row.tolist(), strict=True):
        found.setdefault(int(period[:4]), []).append(n)
    return {
        year: sum(parts)
        for year, parts in found.items()
        if len(parts) == series.per_year and not any(map(math.isnan, parts))
    }


def _caveats(held: Held, code: str, kind: Kind, series: SeriesTable) -> tuple[Caveat, ...]:
    return caveats(
        "invented" if held.municipality.invented else "",
        *kind.caveats,
        "border",
        "areas-summed" if is_sum_of_parts(held, code, kind, series.per_year) else "",
        inside_only(held.municipality, held.register[code]),
    )
