# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Series of areas whose places are the middles of their outlines."""

from __future__ import annotations

from pathlib import Path

from baken.analysis.area_files import with_neighbours, with_outlines
from baken.analysis.place_questions import PlaceFiles, Places
from baken.analysis.series_files import read_series
from baken.analysis.tables import AreaTable, SeriesTable
from baken.catalogue.files import where
from baken.model.errors import InputError


def outlined_space_time(path: Path, files: PlaceFiles) -> Places:
    """Series of areas, with the areas from a file of outlines.

    Raises:
        InputError: a file is not what it should be, an area has several series, or one has no outline.

    """
    series = read_series(path)
    outlines = Path(files.outlines)
    areas = with_outlines(_areas(series), outlines)
    missing = [code for code in areas.codes if code not in areas.outlines]
    if missing:
        raise InputError(
            f"area '{missing[0]}' of the series has no outline here.",
            where=where(outlines),
            do="Give --areas FILE: area, x, y.",
        )
    if files.neighbours:
        areas = with_neighbours(areas, Path(files.neighbours))
    return Places(areas=areas)


def _areas(series: SeriesTable) -> AreaTable:
    if len(set(series.areas)) < len(series.areas):
        raise InputError(
            "an area has more than one series.", where=series.source, do="Give one series per area."
        )
    return AreaTable(
        codes=series.areas,
        names=series.areas,
        cases=series.counts,
        periods=series.periods,
        kind="",
        source=series.source,
    )
