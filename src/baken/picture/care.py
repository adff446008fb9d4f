# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Themes about care hold figures of many people together: a figure of a few people is personal data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from baken.model.errors import PublicationError
from baken.model.figure import Figure

if TYPE_CHECKING:
    from baken.picture.picture import SafetyPicture

_OWN_TABLE = "eigen-tabel/"


def check_care(picture: SafetyPicture) -> None:
    """Refuse a figure of a theme about care that stands for fewer people than the country's limit.

    Unlike elsewhere this holds for the whole municipality too. A count that was protected says of nobody how
    many people it stands for. The figures that an invented municipality carries are nobody's, so there only
    tables from an own hand are looked at.

    Raises:
        PublicationError: names the first such figure and repeats no number.

    """
    limit = picture.material.catalogue.country.minimum_count
    invented = picture.material.municipality.invented
    for one in _figures(picture):
        seen = one.observation
        count = one.implied[0] if one.implied else seen.count
        if (
            seen.spread
            or count is None
            or not 0 < count < limit
            or (invented and _OWN_TABLE not in seen.snapshot)
        ):
            continue
        raise PublicationError(
            f"{seen.indicator} {seen.area} {seen.period} is about care and stands for "
            f"fewer than {limit} people.",
            do="Leave such figures out: a theme about care may hold figures of many people together only.",
        )


def _figures(picture: SafetyPicture) -> Iterator[Figure]:
    names = {
        name for theme in picture.material.municipality.themes if theme.care for name in theme.indicators
    }
    areas = (picture.material.municipality.code, *(area.code for area in picture.local_areas))
    for name in sorted(names):
        for area in areas:
            yield from (one for one in picture.figures(name, area) if one.value is not None)
