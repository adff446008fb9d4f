# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The whole edition of Voorbeeldstad as it is published, made once for all tests that read it."""

from __future__ import annotations

from functools import cache
from unittest.mock import patch

from baken.edition.build import render
from baken.picture.material import Material
from baken.picture.protection.material import PublicMaterial, public_material
from baken.web.render import render_site
from edition.small_material import key
from picture.helpers import EXAMPLE, held


@cache
def town() -> PublicMaterial:
    """All that is carried of Voorbeeldstad, protected."""
    return public_material(held(EXAMPLE), key)


@cache
def outputs() -> dict[str, bytes]:
    """Every output of its edition, with the real pages."""
    return rendered(town().material)


def rendered(material: Material) -> dict[str, bytes]:
    """Every output of public material with the real pages, also where a test has a stand-in for them."""
    with patch("baken.web.render.render_site", render_site):
        return render(material)
