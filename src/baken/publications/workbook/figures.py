# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The sheet with every published figure, in the layout that ``baken import`` reads back without loss.

A figure that is withheld because too few people live there has no value here: its status is ``suppressed``
and ``too_small`` stands where a figure as printed would.
"""

from __future__ import annotations

from decimal import Decimal

from baken.model.figure import Figure
from baken.model.number import decimals_of
from baken.model.observation import Presence
from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.publications.book.words import NO_DATA, STATUS
from baken.publications.open_data import Record, records
from baken.publications.workbook import words
from baken.publications.workbook.model import Column, Number, TableSheet, Value
from baken.publications.workbook.overview import period_cell
from baken.sources.own.layout import EXPLAINING, HEADINGS

TOO_SMALL = "too_small"
_NOTE = Text(
    "Elk cijfer van deze editie. Waar geen cijfer is, is de waarde leeg en zegt de status waarom. "
    "Dit blad kan met 'baken import' weer worden ingelezen.",
    "Every figure of this edition. Where there is none, the value is empty and the status says why. "
    "This sheet can be read back with 'baken import'.",
)
_WIDTHS = {
    "indicator_name": 34,
    "area_name": 22,
    "area_level": 14,
    "period": 10,
    "value": 11,
    "unit_label": 24,
    "status_label": 20,
    "interval_lower": 12,
    "interval_upper": 12,
    "count": 11,
    "denominator": 13,
    "respondents": 16,
    "spread": 14,
    "spread_limit": 14,
    "lower": 13,
    "upper": 13,
    "annotation": 40,
    "indicator": 24,
    "area": 18,
    "unit": 22,
    "status": 14,
    "life": 15,
    "precision": 25,
    "recalculated": 12,
    "literal": 11,
    "snapshots": 44,
    "address": 44,
}
"""All columns in their order, first what people read, with their widths."""


def figures(safety: SafetyPicture, language: Language) -> TableSheet:
    """Every record of the open data, one on each row."""
    return TableSheet(
        title=words.FIGURES.in_(language),
        name=words.FIGURES.in_(language),
        note=_NOTE.in_(language),
        columns=tuple(
            Column((HEADINGS | EXPLAINING)[name].in_(language), width) for name, width in _WIDTHS.items()
        ),
        rows=tuple(_row(safety, one, language) for one in records(safety)),
        fixed=2,
        printed=list(_WIDTHS).index("spread_limit") + 1,
    )


def _row(safety: SafetyPicture, record: Record, language: Language) -> tuple[Value, ...]:
    key = (str(record["indicator"]), str(record["area"]))
    found = safety.figures(*key)
    figure = next(one for one in found if str(one.observation.period) == record["period"])
    cells = {**_explained(safety, record, figure, language), **_strict(record, figure)}
    return tuple(cells[name] for name in _WIDTHS)


def _strict(record: Record, figure: Figure) -> dict[str, Value]:
    seen = figure.observation
    presence = seen.presence if figure.shown else Presence.SUPPRESSED
    return {
        "indicator": seen.indicator,
        "area": seen.area,
        "period": period_cell(figure),
        "value": _exact(figure.value),
        "status": presence.value,
        "unit": seen.unit,
        "life": seen.life.value,
        "precision": seen.precision.value,
        **{name: _counted(record[name]) for name in ("count", "denominator", "respondents")},
        **{name: _counted(record[name]) for name in ("spread", "spread_limit")},
        "lower": _exact(seen.lower),
        "upper": _exact(seen.upper),
        "recalculated": "true" if seen.recalculated else "",
        "literal": seen.literal if figure.shown else TOO_SMALL,
        "annotation": seen.annotation,
    }


def _explained(safety: SafetyPicture, record: Record, figure: Figure, language: Language) -> dict[str, Value]:
    material = safety.material
    indicator = material.catalogue.indicator(figure.observation.indicator, figure.observation.period.end)
    area, margin = material.register[figure.observation.area], figure.interval
    decimals = max(indicator.decimals + 1, 1)
    return {
        "indicator_name": indicator.name.in_(language),
        "area_name": area.name,
        "area_level": material.catalogue.country.levels[area.level.value].in_(language),
        "unit_label": material.catalogue.unit_of(indicator).label.in_(language),
        "status_label": STATUS.get(figure.status, NO_DATA).in_(language),
        "interval_lower": Number(margin.lower, decimals) if margin else None,
        "interval_upper": Number(margin.upper, decimals) if margin else None,
        "snapshots": "; ".join(figure.observation.snapshots),
        "address": str(record["address"]),
    }


def _exact(value: Decimal | None) -> Value:
    """A number with the decimals that it was printed with: they say how precisely it is known."""
    return None if value is None else Number(value, decimals_of(value))


def _counted(value: object) -> Value:
    return Number(value) if isinstance(value, int) else None
