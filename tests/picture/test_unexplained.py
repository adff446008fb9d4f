# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A figure that stands out: somebody writes why, or it says that nobody did, or it is not published."""

from __future__ import annotations

from dataclasses import replace

import pytest

from baken.model.errors import PublicationError
from baken.picture.material import Material
from baken.picture.picture import SafetyPicture
from baken.picture.protection.material import public_material
from support import material, measured, year

STEADY = {2017: 20, 2018: 20, 2019: 21, 2020: 60, 2021: 20}


def jumping(unexplained: str) -> Material:
    held = material(
        measured("halt", year(one), value, "per_1000_youth_12_17") for one, value in STEADY.items()
    )
    held = replace(held, municipality=replace(held.municipality, annotations=(), unexplained=unexplained))
    return public_material(held, lambda: b"key").material


def test_without_anybody_who_explains_it_a_municipality_may_not_publish_it() -> None:
    with pytest.raises(PublicationError, match=r"halt GM0935 2020 is an outlier without an annotation"):
        SafetyPicture(jumping("")).check_publishable()


def test_where_nobody_can_be_asked_it_says_so_beside_that_figure_and_no_other() -> None:
    picture = SafetyPicture(jumping("Waarom is niet bekend."))
    picture.check_publishable()
    notes = {
        str(one.observation.period): one.observation.annotation for one in picture.figures("halt", "GM0935")
    }
    assert notes == {"2017": "", "2018": "", "2019": "", "2020": "Waarom is niet bekend.", "2021": ""}
