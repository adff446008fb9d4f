# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""When something holds, in which language it is said, and the one line in which it is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.model.area import Validity
from baken.model.errors import BakenError, InputError, UnknownAreaError, UsageError
from baken.model.text import Language, Text

DATES = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(DATES, DATES, DATES)
def test_something_holds_from_its_first_up_to_and_including_its_last_day(
    start: date, end: date, day: date
) -> None:
    if end < start:
        with pytest.raises(ValueError, match="before it starts"):
            Validity(start, end)
    else:
        validity = Validity(start, end)
        assert validity.holds_on(day) == (start <= day <= end)
        assert validity.holds_on(start)
        assert validity.holds_on(end)


@given(DATES, DATES)
def test_without_an_end_something_still_holds(start: date, day: date) -> None:
    assert Validity(start).holds_on(day) == (day >= start)


def test_a_text_gives_its_words_in_the_language_that_is_asked() -> None:
    text = Text("veiligheid", "safety")
    assert (text.in_(Language.NL), text.in_("nl")) == ("veiligheid", "veiligheid")
    assert (text.in_(Language.EN), text.in_("en")) == ("safety", "safety")


def test_a_refusal_is_one_line_with_where_what_and_what_to_do() -> None:
    error = InputError("the unit\n   is missing.", where="a/b.csv, line 3", do="Fill it in.")
    assert str(error) == "a/b.csv, line 3: the unit is missing. Fill it in."
    assert str(UsageError("this cannot be.")) == "this cannot be."
    assert isinstance(error, BakenError)


def test_an_unknown_area_is_refused_with_the_nearest_names() -> None:
    error = UnknownAreaError("Mastricht", ("Maastricht (GM0935)",))
    assert str(error) == "unknown area 'Mastricht'. Did you mean Maastricht (GM0935)?"
    assert "baken doctor" in str(UnknownAreaError("xyz", ()))
