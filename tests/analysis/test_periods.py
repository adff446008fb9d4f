# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.analysis.periods import Moment, moment, name_of, start_of, year_of


@pytest.mark.parametrize(
    ("text", "per_year", "same_as"),
    [
        ("2021-03", 12, "2021M03"),
        ("2021-03", 12, "2021MM03"),
        ("2021-W05", 52, "2021W05"),
        ("2021-Q2", 4, "2021K2"),
        ("2021", 1, "2021JJ00"),
    ],
)
def test_notations_of_one_period_are_the_same(text: str, per_year: int, same_as: str) -> None:
    assert moment(text) == moment(same_as)
    assert moment(text).per_year == per_year
    assert name_of(moment(text).number, per_year) == text


def test_a_mere_number_has_no_length() -> None:
    assert moment("t576") == Moment(576, 0)
    assert moment("576") == Moment(576, 0)
    assert (year_of("t576"), start_of("t576")) == (None, None)


@pytest.mark.parametrize("text", ["", "2021-13", "2021-W54", "2019-W53", "soon", "²"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"period|week"):
        moment(text)
    assert year_of(text) is None


def test_years_of_53_weeks_leave_no_gap() -> None:
    weeks = ["2020-W52", "2020-W53", "2021-W01"]
    first = moment(weeks[0]).number
    assert [moment(one).number - first for one in weeks] == [0, 1, 2]
    assert [name_of(first + n, 52) for n in range(3)] == weeks
    assert start_of("2020-W53") == date(2020, 12, 28)


@given(st.integers(1900, 2100), st.sampled_from([1, 4, 12, 52]), st.integers(0, 51))
def test_names_and_numbers_go_both_ways(year: int, per_year: int, within: int) -> None:
    number = (
        moment(f"{year}-W{within + 1:02d}").number if per_year == 52 else year * per_year + within % per_year
    )
    again = moment(name_of(number, per_year))
    assert again == Moment(number, per_year)
