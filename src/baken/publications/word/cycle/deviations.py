# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Temporary deviations from a plan: reason, begin, end and decision, and whether they hold on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from baken.model.cycle_papers import Deviation
from baken.model.text import Language, Text
from baken.publications.book.words import day_in
from baken.publications.word.cycle import words
from baken.publications.word.cycle.said import cells, missing, span, table
from baken.publications.word.model import Block

_HEADERS = (words.DEVIATION, words.REASON, words.OVER, words.DECISION)


def deviation_blocks(held: tuple[Deviation, ...], on: date, language: Language) -> Iterator[Block]:
    """Those that hold on a day first; the others with whether they have ended or are still to begin."""
    if not held:
        yield missing(words.NO_DEVIATIONS, language)
        return
    rows = [
        (
            *cells(one.title, one.reason, span(one.start, one.end, language), one.decision),
            *cells(_state(one, on).in_(language)),
        )
        for one in sorted(held, key=lambda one: (not one.is_active(on), one.start))
    ]
    state = words.STATE_ON.in_(language).format(day=day_in(on, language))
    caption = words.DEVIATIONS.in_(language)
    yield table(caption, (*_HEADERS, Text(state, state)), rows, language)


def _state(one: Deviation, on: date) -> Text:
    if one.is_active(on):
        return words.ACTIVE
    return words.OVER_BY if one.end < on else words.AHEAD
