# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Loading what an edition or an answer is made of, with every mistake in an own table said in one line."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from baken.areas.load import find_area
from baken.catalogue.files import read_bytes, where
from baken.catalogue.municipality import load_municipality
from baken.model.errors import InputError, UsageError
from baken.picture.material import Material, load_material
from baken.store.reader import Reader


def load_inputs(
    asked: str, on: date, own_tables: Sequence[Path] = (), reader: Reader | None = None
) -> tuple[Material, str]:
    """The material of the municipality that an area lies in, and the code of that area.

    Args:
        asked: code or name of a municipality, district or neighbourhood.
        on: the day from which the picture looks.
        own_tables: tables of figures from the municipality's own hand.
        reader: the workspace whose observations are used beside those that the project carries.

    Raises:
        UnknownAreaError: nobody knows the area.
        InputError: a file cannot be read or says something that cannot be; names file and row.

    """
    municipality, area = find_area(asked)
    check_tables(own_tables)
    return load_material(municipality, on, own_tables, reader=reader), area


def whole_municipality(asked: str) -> str:
    """The code of a municipality; a part of one is refused.

    Raises:
        UnknownAreaError: nobody knows the area.
        UsageError: the area is only a part of a municipality.

    """
    municipality, area = find_area(asked)
    if area != municipality:
        name = load_municipality(municipality).name
        raise UsageError(f"'{asked}' is a part of {name}; an edition is of a whole one.", do=f"Use {name}.")
    return municipality


def check_tables(paths: Sequence[Path]) -> None:
    """Refuse tables that cannot be read as text, or that would be taken for one another.

    Raises:
        InputError: no such file, not UTF-8, or not comma-separated; names file and row.
        UsageError: two tables have the same name.

    """
    for path in paths:
        data = read_bytes(path)
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            raise InputError(
                "this is not UTF-8 text.", where=where(path, line), do="Save it as CSV UTF-8."
            ) from error
        _check_rows(text, path)
    names = [path.stem for path in paths]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise UsageError(f"two tables are called '{twice}'.", do="Rename one: figures refer to their table.")


def _check_rows(text: str, path: Path) -> None:
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        for _ in reader:
            pass
    except csv.Error as error:
        raise InputError(f"not comma-separated: {error}.", where=where(path, reader.line_num)) from error
