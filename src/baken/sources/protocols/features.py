# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Collections of areas with their outlines: OGC API Features."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """Which collections are asked, and under which properties an area's code, name and parent stand."""

    collections: dict[str, str]
    code: str
    name: str
    municipality: str
    year: int
