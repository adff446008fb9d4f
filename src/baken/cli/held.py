# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What ``baken doctor`` looks at in the data: the sources that are held, and how old the figures are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from baken.catalogue.municipality import load_municipality, municipalities
from baken.picture.figures import indicator_figures
from baken.picture.material import load_material
from baken.picture.series import freshness
from baken.sources.registry import source


def municipality_codes() -> list[str]:
    """The codes of all municipalities held."""
    return list(municipalities())


def municipality(code: str, on: date) -> dict[str, object]:
    """The sources of one municipality, and how old its figures are."""
    held = load_municipality(code)
    return {
        "code": code,
        "name": held.name,
        "invented": held.invented,
        "sources": [_source(name, on) for name in held.sources],
        "indicators": list(_ages(code, on)),
    }


def _source(name: str, on: date) -> dict[str, object]:
    found = source(name)
    return {
        "id": found.id,
        "title": found.title.en,
        "publisher": found.publisher,
        "licence": found.licence,
        "taken": found.taken.isoformat() if found.taken else None,
        "age_days": (on - found.taken).days if found.taken else None,
        "invented": found.invented,
    }


def _ages(code: str, on: date) -> Iterator[dict[str, object]]:
    material = load_material(code, on)
    limits = material.catalogue.country.fresh_months
    for name in material.indicators:
        limit = limits[material.catalogue.indicator(name).frequency]
        found = freshness(indicator_figures(material, name, code), limit, on)
        yield {
            "indicator": name,
            "newest": str(found.newest) if found.newest else None,
            "months": found.months,
            "limit_months": limit,
            "current": found.current,
        }
