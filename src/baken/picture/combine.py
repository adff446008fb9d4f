# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Adding figures: allowed only within one counting system, one unit, one area and period, without overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from baken.catalogue.catalogue import Catalogue
from baken.model.errors import CombinationError, UsageError
from baken.model.indicator import Indicator
from baken.model.period import Period
from baken.picture.series import IndicatorPicture


def add(catalogue: Catalogue, records: Sequence[IndicatorPicture], period: Period) -> Decimal:
    """The sum of several indicators of one area in one period, if such a sum means anything.

    Raises:
        UsageError: fewer than two indicators.
        CombinationError: they overlap, come from different counting systems, have different units, or one
            of them has no value; the message names which.

    """
    if len(records) < 2:
        raise UsageError("two or more indicators are needed to add.")
    indicators = [one.indicator for one in records]
    reasons = [*_overlaps(indicators), *_mixed_systems(catalogue, indicators), *_mixed_units(indicators)]
    if reasons:
        raise CombinationError(f"{'; '.join(reasons)}.")
    return sum((_value(one, period) for one in records), Decimal(0))


def _overlaps(indicators: list[Indicator]) -> Iterator[str]:
    """The pairs that count the same, so that a sum would count it twice."""
    for first, second in combinations(indicators, 2):
        shared = sorted({*first.covers, *first.numerator} & {*second.covers, *second.numerator})
        if first.id == second.id or shared:
            what = ", ".join(shared) or "the same"
            pair = f"'{first.id}' and '{second.id}'"
            yield f"{pair} overlap: both count {what}, and a sum would count it twice"


def _mixed_systems(catalogue: Catalogue, indicators: list[Indicator]) -> Iterator[str]:
    """The counting systems, if there is more than one: each counts other things in another way."""
    systems = {one.system: catalogue.systems[one.system].name.en for one in indicators}
    if len(systems) > 1:
        named = ", ".join(f"{name} ({system})" for system, name in systems.items())
        yield f"these indicators come from {len(systems)} counting systems that cannot be added: {named}"


def _mixed_units(indicators: list[Indicator]) -> Iterator[str]:
    units = sorted({one.unit for one in indicators})
    if len(units) > 1:
        yield f"these indicators have different units: {', '.join(units)}"
    if any(one.is_survey for one in indicators):
        yield "answers to survey questions cannot be added"


def _value(record: IndicatorPicture, period: Period) -> Decimal:
    found = record.at(period)
    if found is None or found.value is None:
        status = found.status if found else "missing"
        raise CombinationError(f"'{record.indicator.id}' has no value in {period} ({status}).")
    return found.value


def one_line(first: Indicator, second: Indicator) -> None:
    """Refuse to draw two series on one line unless they are the same indicator, asked in the same words.

    Raises:
        CombinationError: they are not; survey questions differ in their wording.

    """
    if first.id != second.id:
        raise CombinationError(f"'{first.label.nl}' and '{second.label.nl}' are not the same indicator.")
    if first.survey and second.survey and first.survey.question != second.survey.question:
        raise CombinationError(
            f"'{first.survey.question.nl}' and '{second.survey.question.nl}' are different questions."
        )
