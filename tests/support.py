# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Small makers of observations, snapshots, material and tables, shared by the tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from baken.areas.load import load_register
from baken.catalogue.catalogue import DATA, load_catalogue
from baken.model.figure import Change, Figure
from baken.model.indicator import Indicator
from baken.model.observation import Observation, Presence
from baken.model.period import Period, PeriodKind
from baken.model.snapshot import Snapshot
from baken.model.text import Text
from baken.picture.changes import change
from baken.picture.material import Material, load_material
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture
from baken.sources.figure_table import REQUIRED, read_figure_table

CITY = "GM0935"
DECISION = date(2023, 1, 31)
"""The council adopted the programme whose table is carried."""
DECK = date(2026, 4, 4)
"""The newest date in the safety picture of 2026."""


def year(number: int) -> Period:
    return Period(PeriodKind.YEAR, number)


def wave(number: int) -> Period:
    return Period(PeriodKind.WAVE, number)


def measured(indicator: str, period: Period, value: str | int, unit: str = "count") -> Observation:
    return Observation(
        indicator=indicator,
        area=CITY,
        period=period,
        presence=Presence.VALUE,
        value=Decimal(value),
        unit=unit,
        snapshot="test/table@2026-01-01",
    )


def unmeasured(indicator: str, period: Period, presence: Presence, unit: str = "count") -> Observation:
    return Observation(indicator=indicator, area=CITY, period=period, presence=presence, unit=unit)


def survey(indicator: str, values: dict[int, str], unit: str = "percent") -> list[Observation]:
    return [measured(indicator, wave(number), value, unit) for number, value in values.items()]


def counts(system: str, numbers: dict[str, int], in_year: int) -> list[Observation]:
    """Yearly counts of several codes of one counting system."""
    return [measured(f"{system}/{code}", year(in_year), number) for code, number in numbers.items()]


def inhabitants(number: int, in_year: int) -> Observation:
    return measured("bevolking/inwoners", year(in_year), number, "inhabitants")


def snapshot(observations: Iterable[Observation]) -> Snapshot:
    return Snapshot(
        source="test",
        table="table",
        title=Text("Proef", "Test"),
        publisher="test",
        licence="-",
        taken=date(2026, 1, 1),
        sha256="0" * 64,
        observations=tuple(observations),
    )


def material(observations: Iterable[Observation], on: date = DECK) -> Material:
    """Material of Maastricht that holds these observations and nothing else."""
    return load_material(CITY, on, snapshots=(snapshot(observations),))


@cache
def carried(on: date = DECISION) -> SafetyPicture:
    """The picture of Maastricht from the carried figures."""
    return SafetyPicture(load_material(CITY, on))


def record(name: str, picture: SafetyPicture | None = None) -> IndicatorPicture:
    return (picture or carried()).record(name, CITY)


def figure(name: str, in_year: int, picture: SafetyPicture | None = None) -> Figure:
    """The figure of one year or of the survey wave of that year."""
    figures = record(name, picture).figures
    return next(one for one in figures if one.observation.period.year == in_year)


def between(name: str, start: int, end: int) -> Change:
    """The change of a carried indicator between two years."""
    found = record(name)
    return change(load_catalogue(), found.indicator, figure(name, start), figure(name, end))


def definitions() -> dict[str, Indicator]:
    """The newest definition of every indicator."""
    return {name: versions[-1] for name, versions in load_catalogue().indicators.items()}


def read_rows(folder: Path, *rows: str) -> tuple[Observation, ...]:
    """Read rows of ``indicator,area,period,value,status,unit`` as a table of figures."""
    path = folder / "figures.csv"
    path.write_text("\n".join((",".join(REQUIRED), *rows, "")), "utf-8")
    return read_figure_table(path, load_catalogue(), load_register(CITY).areas, "own/table@2026-01-01")


def copied_data(folder: Path) -> Path:
    """A copy of the catalogue's data that a test may break."""
    return Path(shutil.copytree(DATA, folder / "data"))


def edit(path: Path, old: str, new: str) -> int:
    """Replace the first ``old`` in a file; the answer is the line on which it stood."""
    text = path.read_text("utf-8")
    before, found, after = text.partition(old)
    assert found, f"{old!r} is not in {path}"
    path.write_text(before + new + after, "utf-8")
    return before.count("\n") + 1
