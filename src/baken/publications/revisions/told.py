# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What an edition tells in its open data, of which it can be said that it changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from baken.model.edition import EditionStatus
from baken.model.errors import InputError
from baken.publications import open_data

if TYPE_CHECKING:
    from baken.picture.picture import SafetyPicture

Key = tuple[str, str, str]


class Margin(msgspec.Struct, frozen=True):
    """The ends of an interval, rounded as they are published."""

    lower: float
    upper: float


class Figure(msgspec.Struct, frozen=True):
    """One figure of ``figures.json``; what is not compared is left out."""

    indicator: str
    area: str
    period: str
    status: str
    version: int
    value: int | float | None = None
    interval: Margin | None = None
    snapshots: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """Which figure: indicator, area, period."""
        return (self.indicator, self.area, self.period)


class _Words(msgspec.Struct, frozen=True):
    nl: str
    en: str


class _Unit(msgspec.Struct, frozen=True):
    id: str
    factor: int


class Version(msgspec.Struct, frozen=True):
    """One version of a definition: what it says, in what unit, from which codes."""

    version: int
    name: _Words
    label: _Words
    definition: _Words
    unit: _Unit
    valid_from: date
    valid_to: date | None = None
    decimals: int = 0
    counting_system: str = ""
    codes: tuple[str, ...] = ()


class Defined(msgspec.Struct, frozen=True):
    """All versions of the definition of one indicator, the oldest first."""

    versions: tuple[Version, ...]


class _Source(msgspec.Struct, frozen=True):
    id: str
    sha256: str


class Told(msgspec.Struct, frozen=True):
    """What an edition tells: its figures, what they mean and what they come from."""

    date: date
    status: EditionStatus
    figures: tuple[Figure, ...]
    indicators: dict[str, Defined]
    snapshots: tuple[_Source, ...] = ()

    @property
    def by_key(self) -> dict[Key, Figure]:
        """The figures, each by what it is about."""
        return {one.key: one for one in self.figures}

    @property
    def checksums(self) -> dict[str, str]:
        """The checksum of each snapshot, by its id."""
        return {one.id: one.sha256 for one in self.snapshots}


def read_told(data: bytes) -> Told:
    """What the figures of an edition tell.

    Args:
        data: the bytes of its ``figures.json``.

    Raises:
        InputError: these are no figures of an edition.

    """
    try:
        return msgspec.json.decode(data, type=Told)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        reason = f"these are not the figures of an edition: {error}."
        raise InputError(reason, where="figures.json") from error


def told_by(picture: SafetyPicture) -> Told:
    """What a picture tells: the same as is read back from its ``figures.json``."""
    material = picture.material
    whole = {
        "date": material.on.isoformat(),
        "status": material.status.value,
        "figures": open_data.records(picture),
        "indicators": {name: open_data.definition_record(material, name) for name in material.indicators},
        "snapshots": [open_data.snapshot_record(one) for one in material.snapshots],
    }
    return read_told(msgspec.json.encode(whole))
