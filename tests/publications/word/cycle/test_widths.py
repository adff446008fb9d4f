# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The columns of a table take the page, and no word is broken where there is room for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.publications.report_model import Cell, Table
from baken.publications.slides.measure import width
from baken.publications.word.widths import column_widths
from publications.word.cycle.examples import opened
from publications.word.cycle.papers import PAPERS

ROOM, SIZE = 465.0, 9.0
words = st.text("abcdeghinorst", min_size=1, max_size=14)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    count = draw(st.integers(1, 8))
    row = st.tuples(*(st.builds(Cell, words) for _ in range(count)))
    headers = tuple(draw(st.lists(words, min_size=count, max_size=count)))
    numeric = frozenset(range(1, count)) if draw(st.booleans()) else frozenset()
    return Table("tabel", headers, tuple(draw(st.lists(row, max_size=3))), numeric)


@given(tables())
def test_together_they_take_the_room_and_hold_every_word(table: Table) -> None:
    found = column_widths(table, ROOM, SIZE)
    assert sum(found) == pytest.approx(ROOM)
    longest = [
        max((width(head, SIZE, bold=True), *(width(row[place].text, SIZE) for row in table.rows)))
        for place, head in enumerate(table.headers)
    ]
    if sum(longest) + 12 * len(longest) <= ROOM:
        assert all(wide > needed for wide, needed in zip(found, longest, strict=True))


def test_a_table_with_room_enough_keeps_its_shares() -> None:
    plain = Table("tabel", ("a", "b", "c"), ())
    assert column_widths(plain, 300, SIZE) == pytest.approx((100, 100, 100))
    figures = Table("tabel", ("a", "b", "c"), (), frozenset({1, 2}))
    assert column_widths(figures, 460, SIZE) == pytest.approx((260, 100, 100))


def test_words_that_the_page_cannot_hold_leave_the_shares_as_they_are() -> None:
    table = Table("tabel", ("w" * 90, "b"), ())
    assert column_widths(table, 300, SIZE) == pytest.approx((150, 150))


def test_the_counts_of_a_report_break_no_word() -> None:
    make, record = PAPERS["progress-report"]
    counts = opened(make(record)).tables[0]
    for column, cell in zip(counts.columns, counts.rows[0].cells, strict=True):
        assert all(width(word, SIZE, bold=True) + 10.8 < column.width.pt for word in cell.text.split())
