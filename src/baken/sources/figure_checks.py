# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What cannot be true of a figure: outside its unit, implausible, or in a period without a measurement."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from baken.model.errors import InputError
from baken.model.indicator import Frequency, Indicator, Unit
from baken.model.number import half_up
from baken.model.observation import Observation
from baken.model.period import Period, PeriodKind

# Measures of these systems are positions on the first day of their period.
_POSITIONS = ("bevolking",)


def check_over(one: Observation, on: date) -> None:
    """Refuse a figure about a period that is not over on a day.

    Raises:
        InputError: nobody can know the figure yet.

    """
    is_position = one.indicator.split("/")[0] in _POSITIONS
    known = one.period.start if is_position else one.period.end
    if known > on:
        raise InputError(
            f"{one.indicator} of {one.period} cannot be known on {on}: that {one.period.kind} "
            f"{'has not begun' if is_position else 'is not over'}.",
            do="Correct the period, or leave the row out.",
        )


def check_figure(one: Observation, unit: Unit, indicator: Indicator | None) -> None:
    """Refuse a figure that cannot be true.

    Args:
        one: the observation as the source gives it.
        unit: its unit.
        indicator: its definition, or nothing for a raw count.

    Raises:
        InputError: says what cannot be true and what to do.

    """
    if one.value is not None:
        _check_bounds(one, one.value, unit, indicator)
        _check_wave(one.period, indicator)
        _check_count(one, one.value, unit, indicator)
    _check_period(one.period, indicator)


def _check_bounds(one: Observation, value: Decimal, unit: Unit, indicator: Indicator | None) -> None:
    too_low = unit.lowest is not None and value < unit.lowest
    too_high = unit.highest is not None and value > unit.highest
    if too_low or too_high:
        bounds = f"{unit.lowest} to {unit.highest}" if unit.highest is not None else f"{unit.lowest} upwards"
        raise InputError(f"{value} cannot be a value of {one.indicator}: it runs from {bounds}.")
    if indicator is None and value != int(value):
        raise InputError(f"{value} cannot be a value of {one.indicator}: a count has no decimals.")
    sane = indicator.plausible if indicator else None
    if sane and not sane.low <= value <= sane.high:
        raise InputError(
            f"{value} is not plausible for {one.indicator} ({sane.low} to {sane.high}). {sane.reason.en}",
            do="Check whether the figure is off by a factor of ten.",
        )


def _check_wave(period: Period, indicator: Indicator | None) -> None:
    survey = indicator.survey if indicator else None
    if survey and period.year > survey.odd_years_after and period.year % 2 == 0:
        raise InputError(
            f"the survey was not held in {period.year}: since {survey.odd_years_after} in odd years only.",
            do=f"The next wave after it is {period.year + 1}; use status 'not_measured' for {period.year}.",
        )


def _check_count(one: Observation, value: Decimal, unit: Unit, indicator: Indicator | None) -> None:
    """A rate must be that of its own count and denominator, up to its rounding; of none it is zero."""
    if one.count == 0 and value != 0:
        raise InputError(
            f"{value} cannot be the value of a count of 0.",
            do="Correct the value or the count; leave the count empty when it is not known.",
        )
    if indicator is None or one.count is None or one.denominator is None or not unit.denominator:
        return
    expected = half_up(Decimal(one.count) * unit.factor / one.denominator, indicator.decimals)
    if abs(expected - value) > Decimal(1).scaleb(-indicator.decimals):
        raise InputError(
            f"{value} is not the rate of {one.count} among {one.denominator}: that is {expected}.",
            do="Correct the value, the count or the denominator.",
        )


def _check_period(period: Period, indicator: Indicator | None) -> None:
    within_a_year = period.kind in (PeriodKind.MONTH, PeriodKind.QUARTER)
    if indicator and indicator.frequency is not Frequency.MONTHLY and within_a_year:
        raise InputError(f"{indicator.id} is measured per year; {period} is a {period.kind}.")
