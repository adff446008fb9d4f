# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a text is read with: the picture, the day on which the text speaks, and the words of its language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from baken.picture.claims.patterns import Patterns
from baken.picture.picture import SafetyPicture


@dataclass(frozen=True, slots=True)
class About:
    """What sentences are about that do not say so: an area, such as the district of the page, and an
    indicator; empty where that is not known."""

    area: str = ""
    indicator: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """``area`` and ``indicator`` are what sentences are about that name none."""

    picture: SafetyPicture
    said: date
    patterns: Patterns
    area: str
    indicator: str = ""

    @property
    def town(self) -> str:
        """The code of the municipality."""
        return self.picture.material.municipality.code

    @property
    def newest_year(self) -> int:
        """The last year that was over when the text spoke."""
        return self.said.year - 1
