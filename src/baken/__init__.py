# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Baken: the municipal safety picture and safety programme, with every figure traceable to its source.

The core is a plain library. ``baken.load_picture("Maastricht")`` gives the safety picture of a
municipality. Nothing heavy is imported before it is used.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from baken.picture.picture import SafetyPicture

__version__ = "0.1.0"
__all__ = ["__version__", "load_picture"]


def load_picture(municipality: str, on: date | None = None) -> SafetyPicture:
    """The safety picture of a municipality, by code or name, as seen on a day (today without one).

    Raises:
        UnknownAreaError: nobody knows the municipality; suggests the nearest.

    """
    from baken.picture.material import load_material  # noqa: PLC0415 - keeps 'import baken' fast
    from baken.picture.picture import SafetyPicture  # noqa: PLC0415

    return SafetyPicture(load_material(municipality, on or date.today()))
