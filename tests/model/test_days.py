# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Days in words."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.model.days import NOT_KNOWN, day_words, span_words
from baken.model.text import MONTHS


@given(st.dates(date(1800, 1, 1), date(2400, 12, 31)))
def test_a_day_in_words_names_that_day_and_no_other(day: date) -> None:
    for said, language in ((day_words(day).nl, "nl"), (day_words(day).en, "en")):
        number, month, year = said.split()
        months = [one.in_(language) for one in MONTHS]
        assert date(int(year), 1 + months.index(month), int(number)) == day
        assert not re.search(r"\d{4}-\d\d", said)


@pytest.mark.parametrize(
    ("end", "nl", "en"),
    [
        (None, "sinds 31 maart 2027", "since 31 March 2027"),
        (
            date(2027, 4, 1),
            "van 31 maart 2027 tot en met 1 april 2027",
            "from 31 March 2027 to 1 April 2027",
        ),
    ],
)
def test_a_span_in_words(end: date | None, nl: str, en: str) -> None:
    assert span_words(date(2027, 3, 31), end).nl == nl
    assert span_words(date(2027, 3, 31), end).en.startswith(en[:19])


def test_a_day_that_is_not_known_says_so() -> None:
    assert day_words(None) == NOT_KNOWN
