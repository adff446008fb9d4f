# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where a figure is about: areas, each valid for a time, and the divisions that they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baken.model.text import Text


class AreaLevel(StrEnum):
    """The kinds of area that a figure can be about."""

    COUNTRY = "country"
    PROVINCE = "province"
    POLICE_UNIT = "police unit"
    MUNICIPALITY = "municipality"
    DISTRICT = "district"
    CBS_DISTRICT = "cbs district"
    POSTCODE = "postcode"
    NEIGHBOURHOOD = "neighbourhood"
    FOCUS = "focus area"

    @property
    def is_part(self) -> bool:
        """Whether such an area is a part of a municipality."""
        return self not in _WHOLE


_WHOLE = (AreaLevel.COUNTRY, AreaLevel.PROVINCE, AreaLevel.POLICE_UNIT, AreaLevel.MUNICIPALITY)


@dataclass(frozen=True, slots=True)
class Validity:
    """From and up to and including when something holds; no end means still."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ValueError(f"validity ends ({self.end}) before it starts ({self.start})")

    def holds_on(self, day: date) -> bool:
        """Whether the day lies within."""
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Area:
    """One area. ``x`` and ``y`` are a point inside it in metres (east, north), where one is known."""

    code: str
    name: str
    level: AreaLevel
    validity: Validity
    x: float | None = None
    y: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Division:
    """One way to divide an area: the council's own districts, the statistical ones, postcodes."""

    id: str
    name: Text
    level: AreaLevel
    validity: Validity
    source: str
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """That ``child`` lies in ``parent`` within one division. Names stand in for areas without a code."""

    division: str
    parent: str
    child: str
