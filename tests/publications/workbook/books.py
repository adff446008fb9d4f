# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the workbook share: workbooks, opened once, and what the picture says that is in them."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from baken.model.figure import Figure
from baken.model.observation import Observation, Presence
from baken.model.text import Language
from baken.picture.picture import SafetyPicture
from baken.publications.open_data import records
from baken.publications.workbook.making import workbook_of
from baken.sources.own.reading import OwnReading, read_own
from picture.helpers import published


@cache
def made(code: str, language: Language = Language.NL) -> bytes:
    return workbook_of(published(code), language)


def opened(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data))


@cache
def book(code: str, language: Language = Language.NL) -> Any:
    return opened(made(code, language))


def table(page: Any) -> list[dict[str, Any]]:
    """The rows of the one table of a sheet by their headings."""
    lines = list(page.iter_rows(min_row=3, values_only=True))
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


def read_back(data: bytes, safety: SafetyPicture, folder: Path, name: str = "editie.xlsx") -> OwnReading:
    """What ``baken import`` reads in a file, without a mapping."""
    (folder / name).write_bytes(data)
    material = safety.material
    return read_own(folder / name, None, material.catalogue, material.register.areas, material.on)


def as_published(figure: Figure) -> Observation:
    """The observation as far as it is published: what is withheld has no value and no counts."""
    if figure.shown:
        return figure.observation
    return replace(
        figure.observation,
        presence=Presence.SUPPRESSED,
        value=None,
        literal="too_small",
        count=None,
        denominator=None,
        spread=0,
        spread_limit=0,
    )


def comparable(one: Observation) -> Observation:
    """Without the snapshot, and with the value in words where nothing was printed: reading fills it in."""
    printed = one.literal or ("" if one.value is None else format(one.value, "f"))
    return replace(one, snapshot="", literal=printed)


def observations(safety: SafetyPicture) -> list[Observation]:
    """Everything that an edition publishes, in the order of its records."""
    keys = [(str(one["indicator"]), str(one["area"]), str(one["period"])) for one in records(safety)]
    held = {
        (name, area, str(one.observation.period)): one
        for name, area in dict.fromkeys(key[:2] for key in keys)
        for one in safety.figures(name, area)
    }
    return [comparable(as_published(held[key])) for key in keys]
