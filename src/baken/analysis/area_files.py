# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Areas from plain files: a table of counts, the outlines or neighbours of the areas, their points."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from baken.analysis.plain_files import PlainTable, need, read_plain
from baken.analysis.tables import AreaTable, SeriesTable
from baken.areas.outlines import Outline
from baken.catalogue.files import read_bytes, where
from baken.model.errors import InputError, UsageError
from baken.model.text import Text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_KILOMETRE = 1000
_NAMED = (
    *("code", "area", "gebied", "statcode", "buurtcode", "wijkcode", "gemeentecode", "gm_code", "wk_code"),
    *("bu_code", "postcode", "pc4", "pc5", "pc6", "id"),
)


def read_areas(path: Path) -> AreaTable:
    """Read a table with the columns area, count and perhaps population, name, x and y.

    Raises:
        InputError: the file is no such table, a cell is no number, or an area stands twice; names the row.

    """
    import numpy as np

    table = read_plain(path)
    need(table, "area", "count")
    codes = _codes(table)
    population = np.array(table.numbers("population")) if "population" in table.header else None
    x, y = _points(table)
    names = [name or code for name, code in zip(table.texts("name"), codes, strict=True)]
    return AreaTable(
        codes=codes,
        names=tuple(names),
        cases=np.array(table.numbers("count")),
        periods=("",),
        kind="",
        population=population,
        x=x,
        y=y,
        labels={code: Text(name, name) for code, name in zip(codes, names, strict=True)},
        source=path.name,
    )


def read_places(path: Path, series: SeriesTable) -> AreaTable:
    """The areas of a table of series, with their points and perhaps population: columns area, x and y.

    Raises:
        InputError: the file is no such table, or an area of the series is not in it.

    """
    import numpy as np

    table = read_plain(path)
    need(table, "area", "x", "y")
    codes = _codes(table)
    missing = [name for name in series.areas if name not in codes]
    if missing:
        raise InputError(f"area '{missing[0]}' of the series is not here.", where=where(path))
    if len(set(series.areas)) < len(series.areas):
        raise InputError(
            "an area has more than one series.", where=series.source, do="Give one series per area."
        )
    order = [codes.index(name) for name in series.areas]
    x, y = _points(table)
    names = [name or code for name, code in zip(table.texts("name"), codes, strict=True)]
    population = np.array(table.numbers("population"))[order] if "population" in table.header else None
    return AreaTable(
        codes=series.areas,
        names=tuple(names[n] for n in order),
        cases=series.counts,
        periods=series.periods,
        kind="",
        population=population,
        x=None if x is None else x[order],
        y=None if y is None else y[order],
        labels={codes[n]: Text(names[n], names[n]) for n in order},
        source=f"{series.source}, {path.name}",
    )


def with_neighbours(areas: AreaTable, path: Path) -> AreaTable:
    """The table with the neighbours from a file of two columns, each row a pair of areas.

    Raises:
        InputError: a row names an area that is not in the table.

    """
    table = read_plain(path)
    if len(table.header) < 2:
        raise InputError("two columns with areas are needed.", where=where(path, 1))
    places = {code: n for n, code in enumerate(areas.codes)}
    found = set()
    for line, cells in table.rows:
        pair = [cell.strip() for cell in cells[:2]]
        unknown = next((code for code in pair if code not in places), None)
        if unknown is not None:
            raise InputError(f"'{unknown}' is no area of the table.", where=where(path, line))
        if pair[0] != pair[1]:
            found.add((min(places[pair[0]], places[pair[1]]), max(places[pair[0]], places[pair[1]])))
    return replace(areas, neighbours=tuple(sorted(found)))


def with_outlines(areas: AreaTable, path: Path) -> AreaTable:
    """The table with outlines from GeoJSON, the neighbours that share a border, and the middle of each area.

    Raises:
        InputError: the file is no GeoJSON with areas, or holds none of the areas of the table.

    """
    outlines = _read_outlines(path, set(areas.codes))
    if not outlines:
        raise InputError(
            "no feature bears the code of an area of the table.",
            where=str(path),
            do=f"Put the code in one of the properties {', '.join(_NAMED)}.",
        )
    return outlined(areas, outlines)


def outlined(areas: AreaTable, outlines: Mapping[str, Outline]) -> AreaTable:
    """The table with the neighbours that share a border, and the middle of each area in kilometres."""
    from baken.areas.borders import shared_edges
    from baken.areas.outlines import flat

    places = {code: n for n, code in enumerate(areas.codes)}
    pairs = {tuple(sorted((places[a], places[b]))) for a, b in shared_edges(outlines.values())}
    middles = {code: _middle(one) for code, one in flat(outlines).items()}
    x, y = areas.x, areas.y
    if (x is None or y is None) and set(middles) >= set(areas.codes):
        import numpy as np

        points = np.array([middles[code] for code in areas.codes]) / _KILOMETRE
        x, y = points[:, 0].copy(), points[:, 1].copy()
    return replace(
        areas, outlines=outlines, neighbours=tuple(sorted((int(a), int(b)) for a, b in pairs)), x=x, y=y
    )


def _codes(table: PlainTable) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for (line, _), code in zip(table.rows, table.texts("area"), strict=True):
        if not code:
            raise InputError("a row has no area.", where=table.place(line))
        if code in found:
            raise InputError(f"area {code} stands here twice.", where=table.place(line))
        found[code] = None
    return tuple(found)


def _points(table: PlainTable) -> tuple[NDArray[np.float64] | None, NDArray[np.float64] | None]:
    import numpy as np

    if "x" not in table.header and "y" not in table.header:
        return None, None
    need(table, "x", "y")
    x, y = (np.array(table.numbers(name)) for name in ("x", "y"))
    wrong = np.flatnonzero(~(np.isfinite(x) & np.isfinite(y)))
    if len(wrong):
        raise InputError(
            "the area has no point.",
            where=table.place(table.rows[int(wrong[0])][0]),
            do="Give x and y of every area, or leave both columns out.",
        )
    return x, y


def _read_outlines(path: Path, codes: set[str]) -> dict[str, Outline]:
    import msgspec

    from baken.areas.geojson import polygons

    try:
        data: Any = msgspec.json.decode(read_bytes(path))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"not valid JSON: {error}.", where=str(path)) from error
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list):
        raise InputError("this is no GeoJSON with features.", where=str(path))
    found: dict[str, Outline] = {}
    for n, one in enumerate(features, 1):
        code = _code_of(one, codes)
        if code:
            place = f"{path}, feature {n}"
            name = (
                str(one["properties"].get("name") or code)
                if isinstance(one.get("properties"), dict)
                else code
            )
            found[code] = Outline(code, name, polygons(one.get("geometry"), place), path.name)
    return found


def _code_of(feature: object, codes: set[str]) -> str:
    """The code of a feature, from its properties or its id, if it is one of these."""
    if not isinstance(feature, Mapping):
        return ""
    properties = feature.get("properties")
    lower = (
        {str(key).lower(): value for key, value in properties.items()}
        if isinstance(properties, Mapping)
        else {}
    )
    said = [lower.get(name) for name in _NAMED]
    return next((str(one) for one in (*said, feature.get("id")) if one is not None and str(one) in codes), "")


def _middle(one: Outline) -> tuple[float, float]:
    """The centre of gravity of an area."""
    from baken.areas.outlines import edges, signed_size

    size = x = y = 0.0
    for ring in one.rings:
        x0, y0 = ring[0]
        for (x1, y1), (x2, y2) in edges(ring):
            part = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
            x += part * (x0 + x1 + x2) / 6
            y += part * (y0 + y1 + y2) / 6
        size += signed_size(ring)
    return (x / size, y / size) if size and math.isfinite(size) else one.rings[0][0]


def chosen(series: SeriesTable, select: Sequence[str]) -> list[int]:
    """The places of the series that are asked for by name; the only one if none is.

    Raises:
        UsageError: no such series, or several and none was asked for.

    """
    if not select:
        if len(series.names) == 1:
            return [0]
        shown = ", ".join(series.names[:5]) + (", ..." if len(series.names) > 5 else "")
        raise UsageError(
            f"the file holds {len(series.names)} series.", do=f"Use --select with one of: {shown}"
        )
    unknown = next((name for name in select if name not in series.names), None)
    if unknown is not None:
        raise UsageError(f"'{unknown}' is no series of {series.source}.")
    return [series.names.index(name) for name in select]
