# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A layer of what residents live with in an area: kinds of figure that are read side by side."""

from __future__ import annotations

from dataclasses import dataclass

from baken.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One layer with the indicators that measure it. Figures of two layers are never added."""

    id: str
    name: Text
    note: Text
    indicators: tuple[str, ...]
