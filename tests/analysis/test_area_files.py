# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Areas from plain files, with what says where they lie."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from baken.analysis.area_files import read_areas, read_places, with_neighbours, with_outlines
from baken.analysis.nearby import neighbours_of
from baken.analysis.series_files import read_series
from baken.model.errors import InputError, UsageError


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join((*lines, "")), "utf-8")
    return path


def square(code: str, column: int, **more: Any) -> dict[str, Any]:
    """A square of a hundredth of a degree."""
    west = 5.0 + column / 100
    ring = [[west, 50.0], [west + 0.01, 50.0], [west + 0.01, 50.01], [west, 50.01], [west, 50.0]]
    return {
        "type": "Feature",
        "properties": {"buurtcode": code, **more},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def geojson(path: Path, *features: dict[str, Any]) -> Path:
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return path


def test_a_table_of_areas(tmp_path: Path) -> None:
    found = read_areas(
        written(tmp_path / "a.csv", "area,count,population,name,x,y", "A,3,100,Een,0,1", "B,,200,,2,3")
    )
    assert (found.codes, found.names) == (("A", "B"), ("Een", "B"))
    np.testing.assert_array_equal(found.cases, [3, np.nan])
    assert found.x is not None
    assert found.x.tolist() == [0, 2]
    bare = read_areas(written(tmp_path / "b.csv", "area,count", "A,3"))
    assert (bare.population, bare.x) == (None, None)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (("area,cases", "A,1"), "the column count is missing"),
        (("area,count", "A,1", "A,2"), "line 3: area A stands here twice"),
        (("area,count", ",1"), "line 2: a row has no area"),
        (("area,count", "A,veel"), "line 2: 'veel' is not a number"),
        (("area,count,x", "A,1,2"), "the column y is missing"),
        (("area,count,x,y", "A,1,2,"), "line 2: the area has no point"),
    ],
)
def test_a_wrong_table_is_refused(tmp_path: Path, lines: tuple[str, ...], message: str) -> None:
    with pytest.raises(InputError) as caught:
        read_areas(written(tmp_path / "a.csv", *lines))
    assert message in str(caught.value)


def test_neighbours_from_pairs_borders_or_points(tmp_path: Path) -> None:
    areas = read_areas(written(tmp_path / "a.csv", "area,count", "A,1", "B,2", "C,3"))
    with pytest.raises(UsageError, match="not known which areas are neighbours"):
        neighbours_of(areas)
    stated = with_neighbours(areas, written(tmp_path / "n.csv", "a,b", "A,B", "B,A", "C,C"))
    assert stated.neighbours == ((0, 1),)
    outlined = with_outlines(
        areas, geojson(tmp_path / "o.json", *(square(c, n) for n, c in enumerate("ABC")))
    )
    assert outlined.neighbours == ((0, 1), (1, 2))
    assert outlined.x is not None
    np.testing.assert_allclose(np.diff(outlined.x), 0.717, atol=0.01)
    found, words = neighbours_of(outlined)
    assert found.of(1).tolist() == [0, 2]
    assert "grens" in words.nl
    placed = read_areas(written(tmp_path / "p.csv", "area,count,x,y", "A,1,0,0", "B,2,1,0", "C,3,9,9"))
    assert "2 dichtstbijzijnde" in neighbours_of(placed)[1].nl


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda folder: written(folder / "n.csv", "a,b", "A,Z"), "line 2: 'Z' is no area of the table"),
        (lambda folder: written(folder / "n.csv", "a", "A"), "two columns"),
    ],
)
def test_wrong_neighbours_are_refused(tmp_path: Path, make: Callable[[Path], Path], message: str) -> None:
    areas = read_areas(written(tmp_path / "a.csv", "area,count", "A,1", "B,2"))
    with pytest.raises(InputError) as caught:
        with_neighbours(areas, make(tmp_path))
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not valid JSON"),
        ("[]", "no GeoJSON with features"),
        ('{"features": [1]}', "no feature bears the code"),
        ('{"features": [{"id": "A", "geometry": {"type": "Point"}}]}', "feature 1: the geometry is 'Point'"),
    ],
)
def test_wrong_outlines_are_refused(tmp_path: Path, text: str, message: str) -> None:
    areas = read_areas(written(tmp_path / "a.csv", "area,count", "A,1", "B,2"))
    (tmp_path / "o.json").write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        with_outlines(areas, tmp_path / "o.json")
    assert message in str(caught.value)


def test_series_with_places(tmp_path: Path) -> None:
    series = read_series(written(tmp_path / "s.csv", "series,2021-01,2021-02", "B,1,2", "A,3,4"))
    found = read_places(written(tmp_path / "p.csv", "area,x,y", "A,0,0", "B,5,6", "C,9,9"), series)
    assert found.codes == ("B", "A")
    assert found.x is not None
    assert found.x.tolist() == [5, 0]
    with pytest.raises(InputError, match="area 'B' of the series is not here"):
        read_places(written(tmp_path / "q.csv", "area,x,y", "A,0,0"), series)


@pytest.mark.parametrize("name", ["postcode", "pc4", "statcode", "code", "id", "gebied", "PC4"])
def test_the_code_of_an_outline_under_its_usual_names(tmp_path: Path, name: str) -> None:
    table = read_areas(written(tmp_path / "a.csv", "area,count", "6211,3", "6212,4"))
    features = [square("x", n) for n in range(2)]
    for one, code in zip(features, (6211, 6212), strict=True):
        one["properties"] = {name: code}
    found = with_outlines(table, geojson(tmp_path / "a.json", *features))
    assert set(found.outlines) == {"6211", "6212"}


def test_outlines_of_other_areas_are_named_by_the_path_as_it_was_given(tmp_path: Path) -> None:
    table = read_areas(written(tmp_path / "a.csv", "area,count", "6211,3"))
    path = tmp_path / "a.json"
    geojson(path, square("x", 0))
    with pytest.raises(InputError) as refused:
        with_outlines(table, path)
    assert str(refused.value).startswith(str(path))
