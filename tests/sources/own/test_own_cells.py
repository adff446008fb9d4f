# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A cell in the place of a figure says a number or why there is none, and never one for the other."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.documents.sheets import EMPTY, Cell, CellKind
from baken.model.errors import InputError
from baken.model.number import format_number, half_up
from baken.model.observation import Presence
from baken.sources.own.cells import Reading, read_value
from baken.sources.own.mapping import Columns, Mapping
from baken.sources.own.periods import period_of

BARE = Mapping(layout="long", header=1, columns=Columns())


def read(text: str, mapping: Mapping = BARE, *, percentages: bool = False) -> Reading:
    return read_value(Cell(CellKind.TEXT, text), mapping, percentages=percentages)


def notation(name: str) -> Mapping:
    return Mapping(layout="long", header=1, columns=Columns(), numbers="en" if name == "en" else "nl")


VALUES = {
    ("28,6", "nl"): "28.6",
    ("1.000", "nl"): "1000",
    ("1.234,5", "nl"): "1234.5",
    ("0,125", "nl"): "0.125",
    ("28.6", "en"): "28.6",
    ("1,000", "en"): "1000",
    ("0.125", "en"): "0.125",
    ("\u22123", "nl"): "-3",
}


@pytest.mark.requirement("TRAP-18")
@pytest.mark.parametrize(("text", "value"), VALUES.items())
def test_a_number_is_read_in_one_notation(text: tuple[str, str], value: str) -> None:
    assert read(text[0], notation(text[1])).value == Decimal(value)


@pytest.mark.requirement("TRAP-18")
@pytest.mark.parametrize(
    ("text", "locale"),
    [("1,000", "nl"), ("12,345,678", "nl"), ("1.000", "en"), ("28.6", "nl"), ("28,6", "en")],
)
def test_what_is_another_number_in_the_other_notation_is_refused(text: str, locale: str) -> None:
    with pytest.raises(InputError, match=r"can be read in two ways|is not a number with a decimal"):
        read(text, notation(locale))


@given(st.decimals(-(10**8), 10**8, places=6), st.sampled_from([0, 1, 2, 4]), st.sampled_from(["nl", "en"]))
def test_a_number_that_is_printed_is_read_back(value: Decimal, decimals: int, locale: str) -> None:
    printed = format_number(value, decimals, locale)
    assert read(printed, notation(locale)).value == half_up(value, decimals)


@given(st.text(max_size=12), st.sampled_from(["nl", "en"]), st.booleans())
def test_a_text_without_digits_is_never_a_value(text: str, locale: str, percentages: bool) -> None:
    cell = Cell(CellKind.TEXT, text)
    if any(letter in "0123456789" for letter in text):
        return
    try:
        found = read_value(cell, notation(locale), percentages=percentages)
    except InputError:
        return
    assert found.value is None
    assert found.presence is not Presence.VALUE
    assert found.literal == text


MARKS = {
    "GM": Presence.NOT_MEASURED,
    ".": Presence.SUPPRESSED,
    "<5": Presence.SUPPRESSED,
    "< 5": Presence.SUPPRESSED,
    "<10": Presence.SUPPRESSED,
}


@pytest.mark.requirement("TRAP-02")
@pytest.mark.parametrize(("mark", "presence"), MARKS.items())
def test_a_mark_is_a_reason_and_keeps_its_letters(mark: str, presence: Presence) -> None:
    assert read(mark) == Reading(presence, None, mark)


def test_an_empty_cell_is_missing_or_what_the_mapping_says_and_never_zero() -> None:
    assert read_value(EMPTY, BARE, percentages=False) == Reading(Presence.MISSING, None, "")
    cbs = Mapping(layout="long", header=1, columns=Columns(), blank="impossible")
    assert read_value(EMPTY, cbs, percentages=False).presence is Presence.IMPOSSIBLE


def test_a_dash_means_nothing_until_somebody_says_what() -> None:
    with pytest.raises(InputError, match="'-' is no number, and nobody says what it means"):
        read("-")
    for meaning, found in {"zero": Decimal(0), "missing": None, "suppressed": None}.items():
        mapping = Mapping(layout="long", header=1, columns=Columns(), marks={"-": meaning})  # type: ignore[dict-item]
        assert read("-", mapping).value == found
        assert read("-", mapping).literal == "-"


def test_a_percent_sign_stands_only_with_percentages() -> None:
    for text in ("12,5%", "12,5 %"):
        assert read(text, percentages=True).value == Decimal("12.5")
        with pytest.raises(InputError, match="is a percentage, but the figure is none"):
            read(text)
    shown = Cell(CellKind.NUMBER, "12.5%", number=Decimal("12.5"), percent=True)
    assert read_value(shown, BARE, percentages=True).value == Decimal("12.5")
    with pytest.raises(InputError, match="is a percentage"):
        read_value(shown, BARE, percentages=False)


def test_the_sign_of_a_footnote_is_refused_until_the_mapping_says_what_it_means() -> None:
    for text in ("24,2*", "24,2 \u00b9"):
        with pytest.raises(InputError, match="is not a number with a decimal comma"):
            read(text)
    mapping = Mapping(
        layout="long", header=1, columns=Columns(), footnotes={"*": "Voorlopig.", "\u00b9": "Herzien."}
    )
    assert read("24,2*", mapping) == Reading(Presence.VALUE, Decimal("24.2"), "24,2*", "Voorlopig.")
    assert read("24,2 \u00b9", mapping) == Reading(Presence.VALUE, Decimal("24.2"), "24,2 \u00b9", "Herzien.")


@pytest.mark.parametrize("text", ["#N/B", "#N/A", "#DEEL/0!", "#VERW!", "Err:502"])
def test_an_error_that_was_saved_as_text_is_named(text: str) -> None:
    with pytest.raises(InputError, match="the cell holds an error"):
        read(text)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (Cell(CellKind.ERROR, "#N/A"), r"an error \(#N/A\)"),
        (Cell(CellKind.DATE, "2026-07-06"), "a date .* where a figure belongs"),
        (Cell(CellKind.NUMBER, "3", number=Decimal(3), covered=True), "a merged cell"),
        (Cell(CellKind.TEXT, "1 000"), "is not a number"),
        (Cell(CellKind.TEXT, "\u0661\u0662"), "is not a number|is no number"),
        (Cell(CellKind.TEXT, "1e3"), "is not a number"),
        (Cell(CellKind.TEXT, "12-13"), "is not a number"),
    ],
)
def test_what_is_no_figure_is_refused(cell: Cell, words: str) -> None:
    with pytest.raises(InputError, match=words):
        read_value(cell, BARE, percentages=True)


PERIODS = {
    "2021": "2021",
    "2021JJ00": "2021",
    "2021-Q2": "2021-Q2",
    "Q2 2021": "2021-Q2",
    "2021KW02": "2021-Q2",
    "2e kwartaal 2021": "2021-Q2",
    "2021 2e kwartaal": "2021-Q2",
    "kwartaal 2 2021": "2021-Q2",
    "2021-03": "2021-03",
    "2021MM03": "2021-03",
    "03-2021": "2021-03",
    "maart 2021": "2021-03",
    "Mrt. 2021": "2021-03",
    "2021 March": "2021-03",
    "mei-2021": "2021-05",
    "2021-13": "",
    "2021-3": "",
    "mrt-21": "",
    "2020/2021": "",
    "21": "",
    "foo 2021": "",
    "20210": "",
    "": "",
}


@pytest.mark.parametrize(("text", "period"), PERIODS.items())
def test_a_period_is_read_however_it_is_written_and_nothing_else_is_one(text: str, period: str) -> None:
    assert period_of(text) == period


@given(st.text(alphabet="0123456789-/QKWMJ. ", max_size=9))
def test_a_period_holds_the_year_that_stands_in_the_text(text: str) -> None:
    found = period_of(text)
    assert not found or found[:4] in text
