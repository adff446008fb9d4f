# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which survey wave there should be by now, and which comes next."""

from __future__ import annotations

from datetime import date

from baken.model.indicator import Survey

# Results are published about 1 March of the year after the fieldwork.
_PUBLISHED = (3, 1)


def is_wave_year(survey: Survey, year: int) -> bool:
    """Whether the survey is held in a year: every year up to ``odd_years_after``, then in odd years."""
    return year <= survey.odd_years_after or year % 2 == 1


def latest_wave(survey: Survey, on: date) -> int:
    """The newest wave of which the results are out on a day."""
    year = on.year - 1 if (on.month, on.day) >= _PUBLISHED else on.year - 2
    while not is_wave_year(survey, year):
        year -= 1
    return year


def next_wave(survey: Survey, on: date) -> int:
    """The next year in which the survey is held."""
    year = on.year + 1
    while not is_wave_year(survey, year):
        year += 1
    return year
