# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The material for a report that people hand on: without true counts of small areas."""

from __future__ import annotations

from collections.abc import Callable

from baken.picture.material import Material
from baken.picture.protection.small import tells_of_small_areas
from baken.store.decisions import Decisions


def shareable(material: Material, key: Callable[[], bytes], decisions: Decisions) -> Material:
    """Material of which a report may quote every figure: public material, unless nothing in it needs that.

    Figures of an invented municipality are nobody's.

    Args:
        material: everything that is held.
        key: gives the secret of the workspace when it is needed.
        decisions: what was published before; what is new in this material is kept there.

    Raises:
        PublicationError: counts cannot be protected against figures that are public already.
        InputError: what was published before cannot be read.

    """
    if material.municipality.invented or not tells_of_small_areas(material):
        return material
    # Arrays and programs are loaded only where there is something to protect.
    from baken.picture.protection.material import public_material  # noqa: PLC0415

    public = public_material(material, key, decisions.of)
    public.remember(decisions)
    return public.material
