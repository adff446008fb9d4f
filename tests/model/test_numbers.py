# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers are read only in the notation that was meant, and printed so that they can be read back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.model.number import decimals_of, format_number, half_up, parse_number

VALUES = st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=6)


@pytest.mark.parametrize(
    ("text", "locale", "value"),
    [
        ("28,6", "nl", "28.6"),
        ("1.000", "nl", "1000"),
        ("1.234.567,89", "nl", "1234567.89"),
        ("1000,5", "nl", "1000.5"),
        ("\u22120,6", "nl", "-0.6"),
        ("+5,2", "nl", "5.2"),
        (" 12,8 ", "nl", "12.8"),
        ("1,000", "en", "1000"),
        ("1,234.5", "en", "1234.5"),
        ("28.6", "plain", "28.6"),
        ("1.000", "plain", "1.000"),
        ("-3", "plain", "-3"),
    ],
)
def test_a_number_is_read_in_its_notation(text: str, locale: str, value: str) -> None:
    assert parse_number(text, locale) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("28.6", "nl"),
        ("1.00", "nl"),
        ("10.0000", "nl"),
        ("1,000,5", "nl"),
        ("28,6", "en"),
        ("28,6", "plain"),
        ("1,000", "plain"),
        ("+5", "plain"),
        ("1e3", "plain"),
        ("NaN", "plain"),
        ("Infinity", "nl"),
        ("GM", "nl"),
        ("", "nl"),
        ("-", "nl"),
        ("12 %", "nl"),
        ("\u0661\u0662", "plain"),
        ("\u0661,\u0665", "nl"),
        ("\uff11\uff12", "en"),
    ],
)
def test_a_text_in_another_notation_is_refused_and_never_guessed(text: str, locale: str) -> None:
    with pytest.raises(ValueError, match="is not a number in the notation"):
        parse_number(text, locale)


def test_an_unknown_notation_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown number notation 'fr'"):
        parse_number("1", "fr")


@given(VALUES, st.integers(0, 4), st.sampled_from(["nl", "en"]), st.booleans())
def test_a_printed_number_reads_back_as_the_rounded_value(
    value: Decimal, decimals: int, language: str, signed: bool
) -> None:
    printed = format_number(value, decimals, language, signed=signed)
    assert parse_number(printed, language) == half_up(value, decimals)


@pytest.mark.parametrize(
    ("value", "decimals", "dutch", "english"),
    [
        ("1234.5", 1, "1.234,5", "1,234.5"),
        ("28.6", 1, "28,6", "28.6"),
        ("18", 0, "18", "18"),
        ("-0.6", 1, "\u22120,6", "\u22120.6"),
        ("-0.04", 1, "0,0", "0.0"),
        ("2.5", 0, "3", "3"),
    ],
)
def test_a_number_is_printed_in_the_notation_of_the_language(
    value: str, decimals: int, dutch: str, english: str
) -> None:
    assert format_number(Decimal(value), decimals, "nl") == dutch
    assert format_number(Decimal(value), decimals, "en") == english


@pytest.mark.parametrize(("value", "printed"), [("5.2", "+5,2"), ("-5.2", "\u22125,2"), ("0", "0,0")])
def test_a_signed_number_shows_which_way_it_points(value: str, printed: str) -> None:
    assert format_number(Decimal(value), 1, "nl", signed=True) == printed


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        (Decimal("0.25"), 1, "0.3"),
        (Decimal("-0.25"), 1, "-0.3"),
        (Decimal("2.5"), 0, "3"),
        (Decimal("21.1333"), 2, "21.13"),
        # As floats these two lie just under the half; they are rounded as they are written.
        (1.005, 2, "1.01"),
        (2.675, 2, "2.68"),
    ],
)
def test_halves_are_rounded_away_from_zero(value: Decimal | float, decimals: int, rounded: str) -> None:
    assert str(half_up(value, decimals)) == rounded


@given(VALUES, st.integers(0, 4))
def test_rounding_moves_a_value_by_half_a_step_at_most_and_rounding_twice_changes_nothing(
    value: Decimal, decimals: int
) -> None:
    rounded = half_up(value, decimals)
    assert abs(rounded - value) <= Decimal(5).scaleb(-decimals - 1)
    assert half_up(rounded, decimals) == rounded
    assert half_up(-value, decimals) == -rounded


@pytest.mark.parametrize(("text", "decimals"), [("28.6", 1), ("18", 0), ("5.0", 1), ("1E+3", 0)])
def test_the_decimals_that_a_number_was_printed_with_are_known(text: str, decimals: int) -> None:
    assert decimals_of(Decimal(text)) == decimals
