# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Small makers of workspaces and snapshots, shared by the tests of the store."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from baken.model.observation import Observation, Precision, Presence
from baken.model.period import Period
from baken.model.text import Text
from baken.store.merge import Changes, Scope
from baken.store.received import Received
from baken.store.workspace import Workspace
from baken.store.writer import writer

DAY = date(2026, 11, 22)


def counted(area: str, period: str, value: int | None, measure: str = "politie/1.1.1") -> Observation:
    """A count, or none because it is missing."""
    return Observation(
        indicator=measure,
        area=area,
        period=Period.parse(period),
        presence=Presence.MISSING if value is None else Presence.VALUE,
        precision=Precision.COUNT,
        value=None if value is None else Decimal(value),
        unit="count",
    )


def received(day: date = DAY, source: str = "politie", table: str = "47022NED") -> Received:
    return Received(
        id="",
        source=source,
        table=table,
        title=Text("Proef", "Test"),
        publisher="test",
        licence="-",
        note=Text("Proef", "Test"),
        taken=day,
        received=datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
        base="https://example.org",
        asked="everything",
    )


def commit(
    workspace: Workspace,
    observations: Iterable[Observation],
    areas: Iterable[str] | None = None,
    since: int = 0,
    about: Received | None = None,
) -> tuple[Received, Changes]:
    """Take a snapshot in: these observations, about these areas and from this year on."""
    with writer(workspace) as at:
        at.staging.add_observations(observations)
        numbers = None if areas is None else tuple(at.areas.number(code) for code in areas)
        return at.commit(about or received(), Scope(numbers, since))


def held_bytes(workspace: Workspace) -> dict[str, str]:
    """Every file of observations but the lock, by a checksum."""
    root = workspace.observations
    return {
        path.relative_to(root).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }


def parquet_of(workspace: Workspace) -> dict[str, str]:
    """The Parquet files of a workspace, by a checksum."""
    return {name: digest for name, digest in held_bytes(workspace).items() if name.endswith(".parquet")}


def workspace_in(folder: Path) -> Workspace:
    return Workspace(folder / "workspace")
