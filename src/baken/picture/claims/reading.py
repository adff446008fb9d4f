# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a text is read with: the picture, the day on which the text speaks, and the words of its language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from baken.picture.claims.patterns import Patterns
from baken.picture.picture import SafetyPicture


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """``area`` is what sentences are about that name no area, such as the district of the page."""

    picture: SafetyPicture
    said: date
    patterns: Patterns
    area: str

    @property
    def town(self) -> str:
        """The code of the municipality."""
        return self.picture.material.municipality.code

    @property
    def reference(self) -> str:
        """The code of the area that it is compared with, the country."""
        return self.picture.material.reference.code

    @property
    def newest_year(self) -> int:
        """The last year that was over when the text spoke."""
        return self.said.year - 1
