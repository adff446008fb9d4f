# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The slides about one indicator: its series, and its place among other municipalities."""

from __future__ import annotations

import math
from collections.abc import Iterator

from baken.model.figure import Supported
from baken.model.number import format_number
from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture
from baken.publications.book.records import source_of
from baken.publications.charts import BarChart, LineChart
from baken.publications.drawing import line_chart, peer_chart
from baken.publications.office.messages import message
from baken.publications.slides import words
from baken.publications.slides.model import Charted
from baken.publications.slides.notes import record_notes

_SOURCE = Text("Bron", "Source")


def indicator_slides(
    safety: SafetyPicture, record: IndicatorPicture, language: Language
) -> Iterator[Charted]:
    """A slide with the series and, where other municipalities have figures, one with the comparison."""
    if not record.measured:
        return
    notes = record_notes(safety, record, language)
    source = f"{_SOURCE.in_(language)}: {source_of(safety, record)}"
    yield _series(safety, record, language, (source, notes))
    peers = peer_chart(safety, record, language)
    if peers is not None and record.latest is not None:
        yield _beside(safety, record, peers, language, (source, notes))


def _series(
    safety: SafetyPicture, record: IndicatorPicture, language: Language, told: tuple[str, tuple[str, ...]]
) -> Charted:
    material = safety.material
    chart = line_chart(record, material.reference_name, material.catalogue.country.pandemic_years, language)
    source, notes = told
    said = [one.in_(language) for one in (record.sentence, record.trend_sentence) if one is not None]
    return Charted(
        title=message(record, language),
        measure="; ".join(_measure(record, chart, language)),
        chart=chart,
        decimals=record.indicator.decimals,
        said=(*said, *_read_with(chart, language)),
        source=source,
        notes=notes,
    )


def _measure(record: IndicatorPicture, chart: LineChart, language: Language) -> Iterator[str]:
    yield f"{record.indicator.name.in_(language)}, {record.unit.label.in_(language)}"
    if any(one.lower is not None for one in chart.points):
        yield words.READ_MARGIN.in_(language)
    if not chart.zero_based:
        yield chart.truncated_text


def _read_with(chart: LineChart, language: Language) -> Iterator[str]:
    """What lines cannot say: pandemic years, breaks, years without a figure, and how much was looked."""
    for span in chart.shaded:
        # On a page these years are shaded; a chart of an office program has no such thing.
        inside = [one.label for one in chart.points if span.start <= one.position <= span.end]
        yield words.PANDEMIC.in_(language).format(years=", ".join(inside))
    for mark in chart.breaks:
        # A year stands in its own middle on the axis.
        year = math.floor(mark.position + 0.5)
        yield words.BROKEN.in_(language).format(year=year, label=mark.label)
    missing: dict[str, list[str]] = {}
    for point in chart.points:
        if point.value is None:
            missing.setdefault(point.text or "", []).append(point.label)
    for why, years in missing.items():
        yield words.MISSING.in_(language).format(years=", ".join(years), why=why)
    if chart.effort is not None:
        shown = [one for one in chart.effort.points if one.value is not None]
        values = ", ".join(f"{chart.effort.number_format(one.value or 0)} ({one.label})" for one in shown)
        yield words.EFFORT.in_(language).format(label=chart.effort.label, values=values)


def _beside(
    safety: SafetyPicture,
    record: IndicatorPicture,
    peers: BarChart,
    language: Language,
    told: tuple[str, tuple[str, ...]],
) -> Charted:
    source, notes = told
    group = safety.material.municipality.peers.label.in_(language)
    said = [words.OWN.in_(language).format(name=record.area.name)]
    if peers.reference is not None:
        value = format_number(peers.reference.value, record.indicator.decimals, language)
        said.append(words.REFERENCE.in_(language).format(name=peers.reference.label, value=value))
    if record.sentence is not None:
        said.append(record.sentence.in_(language))
    margins = any(one.lower is not None for one in peers.bars)
    measure = f"{group[:1].upper()}{group[1:]}; {record.unit.label.in_(language)}"
    return Charted(
        title=_place(record, peers, language),
        measure=f"{measure}; {words.READ_BARS.in_(language)}" if margins else measure,
        chart=peers,
        decimals=record.indicator.decimals,
        said=tuple(said),
        source=source,
        notes=notes,
    )


def _place(record: IndicatorPicture, peers: BarChart, language: Language) -> str:
    """What the comparison carries: higher, lower or about the same; else only what is compared."""
    name, found = record.indicator.name.in_(language), record.comparison
    period = record.latest.observation.period if record.latest else ""
    if found is None or peers.reference is None or (found.supported is None and found.interval is None):
        return words.AMONG.in_(language).format(name=name, period=period)
    what = words.NEAR if found.supported is None else _WAYS[found.supported]
    return words.BESIDE.in_(language).format(
        name=name, period=period, what=what.in_(language), reference=peers.reference.label
    )


_WAYS = {Supported.UP: words.HIGHER, Supported.DOWN: words.LOWER}
