# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The material for a report that people hand on: without true counts of small areas."""

from __future__ import annotations

from collections.abc import Callable

from baken.catalogue.catalogue import DENOMINATORS
from baken.picture.material import Material
from baken.picture.protection.small import small_observations


def shareable(material: Material, key: Callable[[], bytes]) -> Material:
    """Material of which a report may quote every figure: public material, unless nothing in it needs that.

    Figures of an invented municipality are nobody's.

    Args:
        material: everything that is held.
        key: gives the secret of the workspace when it is needed.

    Raises:
        PublicationError: counts cannot be protected against figures that are public already.

    """
    if material.municipality.invented or not _tells_of_small_areas(material):
        return material
    # Arrays and programs are loaded only where there is something to protect.
    from baken.picture.protection.material import public_material  # noqa: PLC0415

    return public_material(material, key).material


def _tells_of_small_areas(material: Material) -> bool:
    return any(one.indicator not in DENOMINATORS.values() for one in small_observations(material))
