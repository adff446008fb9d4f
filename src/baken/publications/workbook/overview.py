# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The sheets with the newest figure of each indicator: of all themes, and of the budget."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from baken.model.figure import Figure
from baken.model.indicator import Indicator, Unit
from baken.model.period import PeriodKind
from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture
from baken.publications.book.words import NO_DATA, STATUS, age, sign
from baken.publications.workbook import words
from baken.publications.workbook.model import Column, Number, TableSheet, Value

_NOTE = Text(
    "Het nieuwste cijfer van elke indicator. Een pijl staat er alleen als het verschil groter is dan toeval "
    "verklaart. Alle cijfers staan op het blad Cijfers.",
    "The newest figure of each indicator. There is an arrow only where the difference is larger than chance "
    "explains. All figures are on the sheet Figures.",
)
_BUDGET_NOTE = Text(
    "De indicatoren die het Besluit begroting en verantwoording (BBV) voorschrijft, met het nieuwste cijfer.",
    "The indicators that the decree on budgets and accounts (BBV) prescribes, with the newest figure.",
)
_MARK = "BBV"
"""With this the publisher begins the label of an indicator that the decree prescribes."""
_LONGEST_TITLE = 31
_NOT_IN_TITLE = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def overview(safety: SafetyPicture, language: Language) -> TableSheet:
    """The newest figure of each indicator, theme by theme; indicators without figures say so."""
    columns = (
        Column(words.THEME.in_(language), 26, wrapped=True),
        Column(words.INDICATOR.in_(language), 34, wrapped=True),
        *_columns(safety, language),
    )
    rows = (
        (theme, one.name.in_(language), *_newest(safety, one, language))
        for theme, one in _by_theme(safety, language)
    )
    return TableSheet(
        title=words.OVERVIEW.in_(language),
        name=words.OVERVIEW.in_(language),
        note=_NOTE.in_(language),
        columns=columns,
        rows=tuple(rows),
        fixed=2,
    )


def budget(safety: SafetyPicture, language: Language) -> TableSheet | None:
    """The indicators that the budget must hold, by their literal labels; nothing where there are none."""
    catalogue, called = safety.material.catalogue, safety.material.municipality.budget_programme
    found = [catalogue.indicator(name) for name in safety.material.indicators]
    found = [one for one in found if one.label.nl.startswith(_MARK)]
    if not found:
        return None
    title = (called or words.STATUTORY).in_(language).translate(_NOT_IN_TITLE)
    return TableSheet(
        title=title[:_LONGEST_TITLE].strip(),
        name=_MARK,
        note=_BUDGET_NOTE.in_(language),
        columns=(
            Column(words.INDICATOR.in_(language), 44, wrapped=True),
            *_columns(safety, language),
            Column(words.SOURCE.in_(language), 24, wrapped=True),
        ),
        rows=tuple(
            (one.label.in_(language), *_newest(safety, one, language), one.source.publisher) for one in found
        ),
    )


def _columns(safety: SafetyPicture, language: Language) -> tuple[Column, ...]:
    reference = safety.material.reference_name.in_(language)
    return (
        Column(words.VALUE.in_(language), 11),
        Column(words.UNIT.in_(language), 20, wrapped=True),
        Column(words.PERIOD.in_(language), 10),
        Column(words.STATUS.in_(language), 16, wrapped=True),
        Column(words.CHANGE.in_(language), 22, wrapped=True),
        Column(reference, max(14, *(len(word) + 5 for word in reference.split()))),
        Column(words.COMPARED.in_(language), 18, wrapped=True),
        Column(words.AGE.in_(language), 18, wrapped=True),
        Column(words.SENTENCE.in_(language), 80, wrapped=True),
    )


def _by_theme(safety: SafetyPicture, language: Language) -> Iterator[tuple[str, Indicator]]:
    material = safety.material
    themed: set[str] = set()
    for theme in material.municipality.themes:
        themed.update(theme.indicators)
        for name in theme.indicators:
            yield theme.name.in_(language), material.catalogue.indicator(name)
    for name in material.indicators:
        if name not in themed:
            yield words.OUTSIDE.in_(language), material.catalogue.indicator(name)


def _newest(safety: SafetyPicture, indicator: Indicator, language: Language) -> Sequence[Value]:
    record = safety.record(indicator.id, safety.material.municipality.code)
    said = STATUS.get(_status(record), NO_DATA).in_(language)
    latest, other = record.latest, record.comparison
    unit = _unit(safety, record).label.in_(language)
    sentence = record.sentence.in_(language) if record.sentence else ""
    if latest is None or latest.value is None:
        return ("", unit, "", said, "", "", "", "", sentence)
    return (
        shown(latest, record.indicator.decimals),
        unit,
        period_cell(latest),
        said,
        sign(record.change, record.tone, language),
        Number(other.reference_value, record.indicator.decimals) if other else None,
        words.compared(other).in_(language),
        age(record.freshness, language),
        sentence,
    )


def _status(record: IndicatorPicture) -> str:
    if record.latest is not None:
        return record.latest.status
    return record.figures[-1].status if record.figures else "missing"


def _unit(safety: SafetyPicture, record: IndicatorPicture) -> Unit:
    return safety.material.catalogue.unit_of(record.indicator)


def shown(one: Figure, decimals: int) -> Value:
    """The value with so many decimals, or an empty cell; never a zero for what is not there."""
    return None if one.value is None else Number(one.value, decimals)


def period_cell(one: Figure) -> Value:
    """A year as a number that can be sorted, any other period in its notation."""
    period = one.observation.period
    whole = period.kind in (PeriodKind.YEAR, PeriodKind.WAVE)
    return Number(period.year, grouped=False) if whole else str(period)
