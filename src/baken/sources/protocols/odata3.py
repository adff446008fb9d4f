# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of CBS and the police, in the third version of OData."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OData3:
    """How one table is laid out, and what of it is taken.

    ``topics`` name the columns with figures and the measure that each is; ``{kind}`` stands for the key of
    the dimension ``kinds``. ``levels`` are the first letters of the area codes that are taken.
    """

    table: str
    areas: str
    kinds: str = ""
    topics: dict[str, str]
    levels: tuple[str, ...] = ()
    skip_kinds: tuple[str, ...] = ()
    margins: str = ""
    position: bool = False
    wave: bool = False
    unit: str = "count"
    dense: bool = True
