# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""That pages written as a matrix of bytes are JSON, and say what was in the columns."""

from __future__ import annotations

import json

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from baken.replay.columns import MISSING, Layout, Numbers, Page, Words


def page(size: int) -> Page:
    at = np.arange(size, dtype=np.int64)
    return Page(at, (at,))


def read(layout: Layout, size: int) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(b"[" + bytes(layout.render(page(size))) + b"]")
    return rows


@given(st.lists(st.integers(0, 10**13) | st.integers(0, 20_001) | st.just(MISSING), min_size=1))
def test_counts_come_back_and_a_missing_one_is_null(values: list[int]) -> None:
    array = np.array(values, dtype=np.int64)
    column = Numbers(lambda page: array[page.at], max(values))
    rows = read(Layout({"Value": column, "Text": column.untyped()}), len(values))
    assert [row["Value"] for row in rows] == [None if value == MISSING else value for value in values]
    texts = [str(row["Text"]) for row in rows]
    assert [text.strip() for text in texts] == ["." if value == MISSING else str(value) for value in values]
    assert len(set(map(len, texts))) == 1


@given(st.lists(st.text() | st.none() | st.floats(allow_nan=False, allow_infinity=False), min_size=1))
def test_values_of_any_kind_come_back(values: list[object]) -> None:
    rows = read(Layout({"Éé": Words(values, lambda page: page.places[0])}), len(values))
    assert [row["Éé"] for row in rows] == values


def test_decimal_numbers_become_texts_of_one_length() -> None:
    column = Words([None, 1.5, 24.25], lambda page: page.places[0]).untyped()
    assert [row["x"] for row in read(Layout({"x": column}), 3)] == ["    .", "  1.5", "24.25"]


def test_all_rows_are_equally_long() -> None:
    column = Words(["a", "éé", None], lambda page: page.places[0])
    text = bytes(Layout({"x": column, "n": Numbers(lambda page: page.at, 2)}).render(page(3))) + b","
    assert len(text) % 3 == 0
    assert len({text[n * len(text) // 3 - 2 : n * len(text) // 3] for n in (1, 2, 3)}) == 1


def test_no_rows_are_no_bytes() -> None:
    assert bytes(Layout({"n": Numbers(lambda page: page.at, 2)}).render(page(0))) == b""
