# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The card of the series of an indicator, and that of a map. Nothing is computed here."""

from __future__ import annotations

from baken.model.edition import EditionStatus
from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture
from baken.publications.book.records import source_of
from baken.publications.book.words import EDITION, WORKING, day_in
from baken.publications.cards.model import Card
from baken.publications.drawing import line_chart
from baken.publications.neighbourhoods import NeighbourhoodMap
from baken.publications.office.messages import message
from baken.publications.office.texts import INVENTED

_SOURCE = Text("Bron", "Source")
_BAND = Text("de band is de 95%-marge", "the band is the 95 % margin")


def indicator_card(safety: SafetyPicture, record: IndicatorPicture, language: Language) -> Card:
    """The series of an indicator: its message, its chart, and where the figures come from."""
    material = safety.material
    years = material.catalogue.country.pandemic_years
    chart = line_chart(record, material.reference_name, years, language)
    measure = f"{record.area.name}, {chart.unit_label}"
    if any(one.lower is not None for one in chart.points):
        measure += f"; {_BAND.in_(language)}"
    return Card(
        language=language,
        title=message(record, language),
        measure=measure,
        chart=chart,
        feet=(f"{_SOURCE.in_(language)}: {source_of(safety, record)}", _edition(safety, language)),
        alternative=chart.description,
    )


def map_card(safety: SafetyPicture, drawn: NeighbourhoodMap, language: Language) -> Card:
    """A map of neighbourhoods: its subject, how it is read, and where the figures come from."""
    record = drawn.record
    source = [f"{_SOURCE.in_(language)}: {source_of(safety, record)}"] if record else []
    return Card(
        language=language,
        title=drawn.title,
        measure=". ".join((drawn.unit, drawn.reading)),
        chart=drawn.drawn,
        feet=(*source, _edition(safety, language)),
        alternative=drawn.drawn.description,
    )


def _edition(safety: SafetyPicture, language: Language) -> str:
    material = safety.material
    lines = [EDITION.in_(language).format(day=day_in(material.on, language))]
    if material.status is not EditionStatus.FINAL:
        lines.append(WORKING.in_(language))
    said = f"{material.municipality.name}: {', '.join(lines)[:1].lower()}{', '.join(lines)[1:]}."
    return f"{said} {INVENTED.in_(language)}" if material.municipality.invented else said
