# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether published rates and rates computed from counts meet, and whether a known year says they may."""

from __future__ import annotations

from baken.picture.derive import computed, published, reproduces
from baken.picture.material import Material
from baken.picture.series import Origins


def origins_of(material: Material, name: str, area: str) -> Origins:
    """How the rates of an indicator came about, in an area and in the one that it is compared with."""
    areas = dict.fromkeys((area, material.municipality.reference))
    printed = any(one.value is not None for code in areas for one in published(material, name, code).values())
    worked_out = [code for code in areas if computed(material, name, code)]
    if not printed or not worked_out:
        return Origins.ONE
    checks = [check for code in worked_out for check in reproduces(material, name, code)]
    if False in checks:
        return Origins.REFUSED
    return Origins.CHECKED if checks else Origins.UNCHECKED
