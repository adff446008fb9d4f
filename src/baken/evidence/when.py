# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Since when something is seen: the words that somebody used, with the days that they allow."""

from __future__ import annotations

from datetime import date

from baken.council.fuzzy_dates import read_dates
from baken.model.period import Period


def days_of(words: str, told: date | None = None) -> tuple[date | None, date | None]:
    """The first and the last day that words allow.

    Args:
        words: such as ``sinds de zomer van 2025`` or ``2025-Q3``.
        told: the day on which it was said; ``afgelopen drie maanden`` looks back from it.

    Returns:
        Two days; None at an end that the words leave open, and twice where they name no time at all.

    """
    try:
        period = Period.parse(words)
    except ValueError:
        found = read_dates(words, told)
        return (found[0].earliest, found[0].latest) if found else (None, None)
    return period.start, period.end
