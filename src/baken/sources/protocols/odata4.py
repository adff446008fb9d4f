# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of CBS, in the fourth version of OData: one observation a row."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OData4:
    """How one table is laid out: which of its measures is which of ours, and the fixed other dimensions."""

    table: str
    areas: str
    measures: dict[str, str]
    fixed: dict[str, str]
    levels: tuple[str, ...] = ()
    margins: str = ""
    wave: bool = False
