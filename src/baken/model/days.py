# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Days in words, in both languages: 7 oktober 2025."""

from __future__ import annotations

from datetime import date

from baken.model.text import MONTHS, Text

NOT_KNOWN = Text("dag niet bekend", "day not known")
_SINCE = Text("sinds {start}", "since {start}")
_FROM = Text("van {start} tot en met {end}", "from {start} to {end}")


def day_words(day: date | None) -> Text:
    """A day as people write it, or that it is not known."""
    if day is None:
        return NOT_KNOWN
    month = MONTHS[day.month - 1]
    return Text(f"{day.day} {month.nl} {day.year}", f"{day.day} {month.en} {day.year}")


def span_words(start: date, end: date | None) -> Text:
    """From a day, up to and with another where one is known."""
    first, last = day_words(start), day_words(end)
    form = _SINCE if end is None else _FROM
    return Text(form.nl.format(start=first.nl, end=last.nl), form.en.format(start=first.en, end=last.en))
