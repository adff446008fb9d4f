# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Statements from documents held against the figures: which indicators go which way, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from baken.catalogue.catalogue import Catalogue
from baken.model.figure import Change
from baken.model.finding import Statement, StatementCheck, Verdict
from baken.model.period import whole_months
from baken.model.text import Text
from baken.picture.changes import change, main_change
from baken.picture.comparison import above_reference
from baken.picture.highlights import same_phenomenon
from baken.picture.material import Material
from baken.picture.series import IndicatorPicture

_TWO_AREAS = Text(
    "Een gemeente en een provincie zijn twee gebieden; het cijfer van de een geldt niet voor de ander.",
    "A municipality and a province are two areas; the figure of one does not hold for the other.",
)


@dataclass
class _Tally:
    """The indicators of a statement by what their figures did."""

    down: list[str] = field(default_factory=list)
    up: list[str] = field(default_factory=list)
    flat: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    none: list[str] = field(default_factory=list)
    outdated: list[str] = field(default_factory=list)
    unproven: list[str] = field(default_factory=list)


def check(material: Material, records: tuple[IndicatorPicture, ...], statement: Statement) -> StatementCheck:
    """Hold one statement against the figures."""
    wanted = [one for one in records if _is_about(statement, one)]
    if statement.direction == "above":
        return _check_above(material, records, statement)
    tally = _tally(material.catalogue, wanted, statement)
    return StatementCheck(
        statement=statement,
        verdict=_verdict(tally, statement),
        explanation=_explain(tally, wanted),
        down=tuple(tally.down),
        up=tuple(tally.up),
        flat=tuple(tally.flat),
        unchanged=tuple(tally.unchanged),
        without_figures=tuple(tally.none),
    )


def _is_about(statement: Statement, record: IndicatorPicture) -> bool:
    if statement.indicators:
        return record.indicator.id in statement.indicators
    return record.indicator.kind == statement.kind


def _tally(catalogue: Catalogue, wanted: list[IndicatorPicture], statement: Statement) -> _Tally:
    tally = _Tally()
    for record in wanted:
        found = _change(catalogue, record, statement)
        limit = catalogue.country.fresh_months[record.indicator.frequency]
        if found is None:
            tally.none.append(record.indicator.id)
            continue
        if _too_old(found, statement.said, limit):
            tally.outdated.append(record.indicator.id)
        if found.supported_direction is None:
            tally.unproven.append(record.indicator.id)
        _side(tally, found, float(catalogue.country.flat_percent)).append(record.indicator.id)
    return tally


def _too_old(found: Change, said: date, limit: int) -> bool:
    return whole_months(found.end.end, said) > limit


def _change(catalogue: Catalogue, record: IndicatorPicture, statement: Statement) -> Change | None:
    """The change over the years that the statement names, or else the main one when it was made."""
    known = tuple(one for one in record.measured if one.observation.period.end <= statement.said)
    if statement.start is None or statement.end is None:
        return main_change(catalogue, record.indicator, known)
    by_year = {one.observation.period.year: one for one in known}
    start, end = by_year.get(statement.start), by_year.get(statement.end)
    return change(catalogue, record.indicator, start, end) if start and end else None


def _side(tally: _Tally, found: Change, flat: float) -> list[str]:
    if found.observed_change == 0:
        return tally.unchanged
    if found.percent is not None and abs(float(found.percent)) <= flat:
        return tally.flat
    return tally.down if found.observed_change < 0 else tally.up


def _verdict(tally: _Tally, statement: Statement) -> Verdict:
    with_figures = [*tally.down, *tally.up, *tally.flat, *tally.unchanged]
    if not with_figures or set(with_figures) == set(tally.outdated):
        return Verdict.NOT_SUPPORTED
    agreeing = tally.down if statement.direction == "down" else tally.up
    if len(agreeing) == len(with_figures) and not tally.none:
        return Verdict.NOT_SUPPORTED if tally.unproven else Verdict.HOLDS
    return Verdict.NOT_FOR_ALL if agreeing else Verdict.CONTRADICTED


def _explain(tally: _Tally, wanted: list[IndicatorPicture]) -> Text:
    names = {one.indicator.id: one.indicator.name for one in wanted}
    sides = (
        (Text("omlaag", "down"), tally.down),
        (Text("ongeveer gelijk", "about the same"), tally.flat),
        (Text("precies gelijk", "exactly the same"), tally.unchanged),
        (Text("omhoog", "up"), tally.up),
        (Text("zonder twee cijfers", "without two figures"), tally.none),
    )
    total = len(wanted)
    if not total:
        return Text("Over dit onderwerp zijn geen cijfers.", "There are no figures on this subject.")
    nl = "; ".join(f"{len(x)} van {total} {word.nl}: {_list(x, names, 'nl')}" for word, x in sides if x)
    en = "; ".join(f"{len(x)} of {total} {word.en}: {_list(x, names, 'en')}" for word, x in sides if x)
    twins = _twins(wanted, names)
    if twins:
        nl += f". Tellen deels hetzelfde: {'; '.join(one.nl for one in twins)}"
        en += f". Count partly the same: {'; '.join(one.en for one in twins)}"
    if tally.unproven:
        nl += f". Kan toeval zijn of is niet beoordeeld: {_list(tally.unproven, names, 'nl')}"
        en += f". May be chance or is not judged: {_list(tally.unproven, names, 'en')}"
    if tally.outdated:
        nl += f". Toen al verouderd: {len(tally.outdated)} van {total}; een nieuwere meting is nodig"
        en += f". Outdated already then: {len(tally.outdated)} of {total}; a newer wave is needed"
    return Text(f"{nl}.", f"{en}.")


def _twins(wanted: list[IndicatorPicture], names: dict[str, Text]) -> list[Text]:
    """The pairs of indicators that count the same phenomenon, so that one fall is not read as two."""
    pairs = combinations([one.indicator for one in wanted], 2)
    shared = [(names[a.id], names[b.id]) for a, b in pairs if same_phenomenon(a, b)]
    return [Text(f"{a.nl} en {b.nl}", f"{a.en} and {b.en}") for a, b in shared]


def _list(ids: list[str], names: dict[str, Text], language: str) -> str:
    return ", ".join(names[name].in_(language) for name in ids)


def _check_above(
    material: Material, records: tuple[IndicatorPicture, ...], statement: Statement
) -> StatementCheck:
    """ "Often above the average" says neither how many, nor which year, nor which group: count it."""
    about = [one for one in records if not one.indicator.is_survey]
    if statement.indicators:
        about = [one for one in about if one.indicator.id in statement.indicators]
    pairs = [(one.indicator, one.comparison) for one in about]
    reference = material.reference_name
    count = above_reference(material.municipality.code, material.reference.code, pairs)
    years = sorted({str(one.comparison.period) for one in about if one.comparison})
    place, certain = material.municipality.name, len(count.certain)
    nl = (
        f"Cijfers van {place} die hoger liggen dan in {reference.nl}: "
        f"{len(count.above)} van {count.compared}, "
        f"waarvan {certain} met zekerheid ({', '.join(years) or 'geen jaar'}). "
        f"Cijfers zonder vergelijking: {len(count.without_reference)}."
    )
    en = (
        f"Figures of {place} above {reference.en}: {len(count.above)} of {count.compared}, "
        f"of which {certain} with certainty ({', '.join(years) or 'no year'}). "
        f"Figures without a comparison: {len(count.without_reference)}."
    )
    if any(material.register[code].name in statement.quote for code in material.municipality.within):
        nl += f" {_TWO_AREAS.nl}"
        en += f" {_TWO_AREAS.en}"
    return StatementCheck(
        statement=statement,
        verdict=Verdict.NOT_QUANTIFIED,
        explanation=Text(nl, en),
        up=count.above,
        down=count.not_above,
        without_figures=count.without_reference,
    )
