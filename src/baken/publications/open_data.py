# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The figures as open data: one flat record per figure, as CSV and as JSON.

The same record serves the command line, the files of an edition and whoever reads them. Nothing is computed
here. Missing is never 0: where there is no value the cell is empty and the column ``status`` says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec

from baken.model.area import Area
from baken.model.figure import Figure, Interval
from baken.model.indicator import Indicator, Survey, Unit
from baken.model.number import decimals_of
from baken.model.snapshot import Snapshot
from baken.model.text import Text
from baken.picture.figures import indicator_figures
from baken.publications.change_records import change_records, trend_records
from baken.publications.csv_table import csv_table
from baken.publications.finding_records import (
    development_records,
    finding_records,
    ranking_record,
    rule_records,
    strand_records,
)
from baken.publications.register_records import (
    casework_records,
    event_records,
    headline_record,
    insight_records,
    task_records,
)

if TYPE_CHECKING:
    from baken.picture.material import Material
    from baken.picture.picture import SafetyPicture

Record = dict[str, object]
_RECORDS = ("open data",)

FORMAT = "baken-figures"
LEVEL = 0.95
# The table's columns. Nested parts of a record are flattened, lists are joined.
COLUMNS = (
    *("indicator", "version", "label", "label_en", "name", "kind", "area", "area_name", "area_level"),
    *(
        "period",
        "period_kind",
        "period_start",
        "period_end",
        "value",
        "literal",
        "unit",
        "unit_label",
        "status",
        "presence",
        "life",
    ),
    *("precision", "count", "denominator", "respondents", "spread", "spread_limit"),
    *("interval_lower", "interval_upper", "interval_level", "interval_method"),
    *("implied_count_low", "implied_count_high", "outlier", "codes", "counting_system", "direction"),
    *("publisher", "origin", "context_nl", "context_en", "annotation", "snapshots", "invented", "address"),
)
_OWN_SOURCE = "eigen-tabel/"
_OWN_PUBLISHER = "gemeente (eigen tabel)"
# An id is source/table@date. A table's name may hold spaces, so ids are told apart by their date.
_SNAPSHOT_ID = re.compile(r"\S.*?@\d{4}-\d{2}-\d{2}")


def figure_record(
    figure: Figure, indicator: Indicator, unit: Unit, area: Area, *, invented: bool = False
) -> Record:
    """One figure with all that is needed to read it, flat.

    Args:
        figure: the publishable figure.
        indicator: the definition that held in its period.
        unit: the unit of that definition.
        area: the area that the figure is about.
        invented: whether the figure belongs to an invented municipality.

    """
    found = {**_what(indicator, unit, area), **_how_much(figure, indicator), "invented": invented}
    if any(one.startswith(_OWN_SOURCE) for one in _SNAPSHOT_ID.findall(figure.observation.snapshot)):
        found |= {"publisher": _OWN_PUBLISHER, "origin": _OWN_PUBLISHER}
    return found


def _what(indicator: Indicator, unit: Unit, area: Area) -> Record:
    """What the figure is about: the same for all periods of one series."""
    return {
        "indicator": indicator.id,
        "version": indicator.version,
        "label": indicator.label.nl,
        "label_en": indicator.label.en,
        "name": indicator.name.nl,
        "kind": indicator.kind.value,
        "area": area.code,
        "area_name": area.name,
        "area_level": area.level.value,
        "unit": unit.id,
        "unit_label": unit.label.nl,
        "codes": list(indicator.numerator),
        "counting_system": indicator.system,
        "direction": indicator.direction.value,
        "publisher": indicator.source.publisher,
        "origin": indicator.source.origin,
        "context": _both(indicator.context),
    }


def _how_much(figure: Figure, indicator: Indicator) -> Record:
    seen = figure.observation
    return {
        "period": str(seen.period),
        "period_kind": seen.period.kind.value,
        "period_start": seen.period.start.isoformat(),
        "period_end": seen.period.end.isoformat(),
        "value": _number(figure.value),
        "literal": seen.literal if figure.shown else "",
        "status": figure.status,
        "presence": seen.presence.value,
        "life": seen.life.value,
        "precision": seen.precision.value,
        "count": seen.count if figure.shown else None,
        "denominator": seen.denominator if figure.shown else None,
        "respondents": seen.respondents,
        # Of counts that were not protected it is not known here how exact they are.
        "spread": seen.spread if figure.shown and seen.spread_limit else None,
        "spread_limit": seen.spread_limit if figure.shown and seen.spread_limit else None,
        "interval": _interval(figure.interval, max(indicator.decimals + 2, 2)),
        "implied_count": list(figure.implied) if figure.implied else None,
        "outlier": figure.outlier,
        "annotation": seen.annotation,
        "snapshots": _SNAPSHOT_ID.findall(seen.snapshot),
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return float(value) if decimals_of(value) else int(value)


def _interval(interval: Interval | None, decimals: int) -> Record | None:
    if interval is None:
        return None
    return {
        "lower": round(interval.lower, decimals),
        "upper": round(interval.upper, decimals),
        "level": LEVEL,
        "method": interval.method,
    }


def _both(text: Text | None) -> Record | None:
    return {"nl": text.nl, "en": text.en} if text else None


def area_records(material: Material, name: str, area: str) -> Iterator[Record]:
    """The records of one indicator in one area, oldest first; none where nothing is held."""
    return _records_of(material, name, area, indicator_figures(material, name, area))


def _records_of(material: Material, name: str, area: str, figures: Iterable[Figure]) -> Iterator[Record]:
    invented = material.municipality.invented
    for one in figures:
        indicator = material.catalogue.indicator(name, one.observation.period.end)
        unit = material.catalogue.unit_of(indicator)
        yield figure_record(one, indicator, unit, material.register[area], invented=invented)


def records(picture: SafetyPicture) -> list[Record]:
    """Every published figure: of the municipality, its reference, its peers, and the areas within it.

    Sorted by indicator, area and period. Made once: figures, revisions and tables share them.
    """
    kept = picture.material.worked_out
    if _RECORDS not in kept:
        kept[_RECORDS] = _made_records(picture)
    return list(kept[_RECORDS])


def _made_records(picture: SafetyPicture) -> list[Record]:
    material = picture.material
    municipality = material.municipality
    local = (area.code for area in picture.local_areas)
    areas = dict.fromkeys((municipality.code, municipality.reference, *municipality.peers.members, *local))
    found = [
        one | {"address": figure_address(name, area, str(one["period"]))}
        for name in sorted(material.indicators)
        for area in sorted(areas)
        for one in _records_of(material, name, area, picture.figures(name, area))
    ]
    return sorted(found, key=lambda one: (one["indicator"], one["area"], one["period"]))


def series_path(indicator: str, area: str) -> str:
    """The file of an edition with the figures of one indicator in one area."""
    return f"figures/{quote(indicator, safe='')}/{quote(area, safe='')}.json"


def figure_address(indicator: str, area: str, period: str) -> str:
    """Where one figure stands in an edition: its file, and a pointer to its period in it (RFC 6901)."""
    return f"{series_path(indicator, area)}#/{period}"


def to_json(picture: SafetyPicture, figures: Iterable[Record]) -> bytes:
    """The figures together with the definitions and the snapshots that they come from."""
    material = picture.material
    whole = {
        "format": FORMAT,
        "municipality": material.municipality.code,
        "date": material.on.isoformat(),
        "invented": material.municipality.invented,
        "status": material.status.value,
        "indicators": {name: definition_record(material, name) for name in material.indicators},
        "snapshots": [snapshot_record(one) for one in material.snapshots],
        "highlights": [
            {
                "indicator": one.indicator,
                "sentence": _both(one.sentence),
                "rule": _both(one.rule),
                "score": one.score,
            }
            for one in picture.highlights
        ],
        "completeness": {
            "indicators": list(picture.completeness.indicators),
            "with_figures": list(picture.completeness.with_figures),
            "current": list(picture.completeness.current),
            "outdated": list(picture.completeness.outdated),
            "percent_current": picture.completeness.percent_current,
        },
        "changes": change_records(picture),
        "trends": trend_records(picture),
        "rules": rule_records(picture),
        "findings": finding_records(picture),
        "ranking": ranking_record(picture),
        "strands": strand_records(picture),
        "developments": development_records(picture),
        "headline": headline_record(picture),
        "insights": insight_records(picture),
        "tasks": task_records(picture),
        "events": event_records(picture),
        "casework": casework_records(picture),
        "figures": list(figures),
    }
    return dump(whole)


def dump(value: object) -> bytes:
    """JSON that is the same for the same content: keys sorted, one space of indent, a newline at the end."""
    return msgspec.json.format(msgspec.json.encode(value, order="sorted"), indent=1) + b"\n"


def definition_record(material: Material, name: str) -> Record:
    """A version of a definition as open data."""
    versions = material.catalogue.indicators[name]
    newest = versions[-1]
    return {
        "id": name,
        "kind": newest.kind.value,
        "name": _both(newest.name),
        "label": _both(newest.label),
        "unit": _unit(material.catalogue.unit_of(newest)),
        "codes": list(newest.numerator),
        "versions": [_version(one, material.catalogue.unit_of(one)) for one in versions],
    }


def _version(one: Indicator, unit: Unit) -> Record:
    return {
        "version": one.version,
        "valid_from": one.validity.start.isoformat(),
        "valid_to": one.validity.end.isoformat() if one.validity.end else None,
        "label": _both(one.label),
        "name": _both(one.name),
        "definition": _both(one.definition),
        "unit": _unit(unit),
        "decimals": one.decimals,
        "counting_system": one.system,
        "codes": list(one.numerator),
        "covers": list(one.covers),
        "direction": one.direction.value,
        "frequency": one.frequency.value,
        "concept": one.concept,
        "publisher": one.source.publisher,
        "origin": one.source.origin,
        "source_note": _both(one.source.note),
        "context": _both(one.context),
        "notes": [_both(note) for note in one.notes],
        "survey": _survey(one.survey),
    }


def _unit(unit: Unit) -> Record:
    return {
        "id": unit.id,
        "label": _both(unit.label),
        "numerator": unit.numerator,
        "denominator": unit.denominator,
        "factor": unit.factor,
    }


def _survey(survey: Survey | None) -> Record | None:
    if survey is None:
        return None
    texts = ("question", "population", "fieldwork", "mode", "response", "scope")
    return {
        **{name: _both(getattr(survey, name)) for name in texts},
        "odd_years_after": survey.odd_years_after,
        "redesigned": survey.redesigned,
    }


def snapshot_record(one: Snapshot) -> Record:
    """A snapshot as open data: where figures come from."""
    return {
        "id": one.id,
        "title": _both(one.title),
        "publisher": one.publisher,
        "licence": one.licence,
        "taken": one.taken.isoformat(),
        "sha256": one.sha256,
        "note": _both(one.note),
        "invented": one.invented,
    }


def to_csv(figures: Iterable[Record]) -> bytes:
    """The figures as a comma-separated table."""
    return csv_table(COLUMNS, ([one[column] for column in COLUMNS] for one in map(flat, figures)))


def flat(record: Record) -> Record:
    """A record by the columns of the table: nested parts get columns of their own."""
    found: Record = dict.fromkeys(COLUMNS)
    for key, value in record.items():
        if isinstance(value, dict):
            found.update({f"{key}_{part}": one for part, one in value.items()})
        else:
            found[key] = value
    implied = record["implied_count"]
    if isinstance(implied, list):
        found["implied_count_low"], found["implied_count_high"] = implied
    return found
