# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The section of the budget programme on safety, with the indicators that the decree prescribes."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings

from baken.catalogue.municipality import load_municipality
from baken.cycle.models import Report
from baken.cycle.models.actions import BudgetLine as BudgetRecord
from baken.cycle.papers.figures import snapshots_of
from baken.cycle.papers.imprint import LANGUAGE, imprint_of, today
from baken.cycle.papers.linked import budget_lines
from baken.cycle.papers.pictures import Held
from baken.cycle.papers.written import signed_texts, unsigned_texts
from baken.model.cycle_papers import Sentence
from baken.model.number import format_number
from baken.model.observation import Life
from baken.model.text import Text
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture
from baken.publications.book.records import source_of
from baken.publications.word.cycle.model import ControlMoment, ControlSection, IndicatorRow

MARK = "BBV"
"""With this the publisher begins the label of an indicator that the decree prescribes."""
_BASIS = Text(
    "Besluit begroting en verantwoording provincies en gemeenten (BBV)",
    "Decree on budgets and accounts of provinces and municipalities (BBV)",
)
_NO_NAME = Text("Programma Veiligheid", "Programme on safety")
_PROVISIONAL = Text("voorlopig cijfer", "provisional figure")


def control_section(report: Report, held: Held, *, draft: bool) -> ControlSection:
    """The section at the moment of a report. Its year is the one in which the period of the report begins."""
    picture = held.picture
    records = tuple(prescribed(picture)) if picture else ()
    budget, without_kind = budget_lines(_of_programme())
    unknown = [*without_kind, *unsigned_texts(report)]
    if held.why is not None:
        unknown.insert(0, held.why.in_(LANGUAGE))
    return ControlSection(
        imprint=imprint_of(report.document, draft=draft),
        budget_programme=budget_programme(),
        moment=ControlMoment(report.moment),
        year=report.start.year,
        snapshot=picture.material.on if picture else today(),
        indicators=tuple(_row(one, picture) for one in records) if picture else (),
        basis=_BASIS.in_(LANGUAGE),
        reference_name=picture.material.reference_name.in_(LANGUAGE) if picture else "",
        sentences=tuple(
            Sentence(one.sentence.in_(LANGUAGE), source_of(picture, one))
            for one in records
            if picture and one.sentence
        ),
        budget=budget,
        written=signed_texts(report),
        unknown=tuple(unknown),
    )


def budget_programme() -> str:
    """What this municipality calls the part of its budget in which the council follows safety."""
    return (load_municipality(settings.BAKEN_AREA).budget_programme or _NO_NAME).in_(LANGUAGE)


def prescribed(picture: SafetyPicture) -> Iterator[IndicatorPicture]:
    """The indicators that the decree prescribes, in the order of the picture."""
    root = picture.material.municipality.code
    for name in picture.material.indicators:
        if picture.material.catalogue.indicator(name).label.nl.startswith(MARK):
            yield picture.record(name, root)


def snapshot_of(section: ControlSection, picture: SafetyPicture) -> dict[str, object]:
    """The figures of a section as they are frozen, with all that is needed to make them again."""
    return {
        "day": section.snapshot.isoformat(),
        "snapshots": [{"id": name, "sha256": digest} for name, digest in snapshots_of(picture)],
        "rows": [
            {
                "name": one.name,
                "period": one.period,
                "value": one.value,
                "reference": one.reference,
                "source": one.source,
            }
            for one in section.indicators
        ],
    }


def _row(record: IndicatorPicture, picture: SafetyPicture) -> IndicatorRow:
    """The newest figure of an indicator, beside that of the reference area in the same period."""
    latest, decimals = record.latest, record.indicator.decimals
    name, unit = record.indicator.name.in_(LANGUAGE), record.unit.label.in_(LANGUAGE)
    if latest is None or latest.value is None:
        return IndicatorRow(name=name, unit=unit, period="")
    period = latest.observation.period
    other = next((one for one in record.reference if one.observation.period == period), None)
    beside = other.value if other else None
    provisional = latest.observation.life is Life.PROVISIONAL
    return IndicatorRow(
        name=name,
        unit=unit,
        period=str(period),
        value=format_number(latest.value, decimals, LANGUAGE),
        reference="" if beside is None else format_number(beside, decimals, LANGUAGE),
        source=source_of(picture, record),
        note=_PROVISIONAL.in_(LANGUAGE) if provisional else "",
    )


def _of_programme() -> list[BudgetRecord]:
    """The budget lines of this budget programme, of whichever document."""
    name = budget_programme().casefold()
    rows = BudgetRecord.objects.filter(withdrawn=False).select_related("decision")
    return [one for one in rows if one.programme.casefold() == name]
