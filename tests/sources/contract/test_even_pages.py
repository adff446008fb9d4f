# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Pages whose rows are all written alike are read as columns of bytes, and say exactly what any page says."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from baken.model.errors import InputError
from baken.sources.protocols.code_lists import Code, Keys
from baken.sources.protocols.odata3_even import EvenPages
from baken.sources.protocols.odata3_pages import Pages
from baken.sources.protocols.replies import rows_between

LISTS = {
    "Kind": ("0.0.0 ", "1.1.1 ", "1.2.10"),
    "Area": ("BU00010000", "BU00010001", "BU00020000", "BU00010000x", "WK000100  ", "GM0001    "),
    "Time": ("2024MM01", "2024MM02", "2024JJ00", "2023JJ00"),
    "Tiny": ("a", "b", "é"),
}
TOPIC = "Figures_1"
Row = tuple[tuple[str, ...], object]


@dataclass(frozen=True)
class Style:
    """How a page is written: blanks, and how wide a number is."""

    gap: str = ""
    colon: str = ":"
    closing: str = ""
    between: str = ","
    width: int = 1
    tail: str = ""


STYLES = (
    Style(),
    Style(width=4),
    Style(gap="\r\n      ", closing="\r\n    ", between=",", tail="\r\n  "),
    Style(gap=" ", colon=" : ", closing=" ", between=" , ", width=6, tail=" "),
)


def page(columns: tuple[str, ...], rows: list[Row], style: Style = STYLES[0], link: str = "") -> bytes:
    """A page as a publisher writes it."""
    written = []
    for keys, figure in rows:
        cells = [f'{style.gap}"{name}"{style.colon}"{key}"' for name, key in zip(columns, keys, strict=True)]
        number = json.dumps(figure).rjust(style.width)
        cells.append(f'{style.gap}"{TOPIC}"{style.colon}{number}')
        written.append("{" + ",".join(cells) + style.closing + "}")
    after = f',"odata.nextLink":"{link}"' if link else ""
    body = style.between.join(written)
    return (
        f'{{"odata.metadata":"http://x/$metadata#T","value":[{style.gap}{body}{style.tail}]{after}}}'.encode()
    )


def pages(columns: tuple[str, ...]) -> Pages:
    codes = {name: [Code(key, key.strip(), key, None, "") for key in LISTS[name]] for name in columns}
    return Pages({name: Keys(found, found[:-1]) for name, found in codes.items()}, {TOPIC: 0})


def said(columns: tuple[str, ...], data: bytes) -> Any:
    """What is read, or what is said of it."""
    try:
        rows = pages(columns).read("TypedDataSet/000001", data)
    except InputError as error:
        return str(error)
    figures = rows.topics[TOPIC]
    keys = {name: places.tolist() for name, places in rows.keys.items()}
    return keys, figures.value.tolist(), figures.presence.tolist(), figures.decimals


def said_by_row(columns: tuple[str, ...], data: bytes) -> Any:
    """The same of a page that is read row by row."""
    with patch.object(EvenPages, "read", return_value=None):
        return said(columns, data)


def is_even(columns: tuple[str, ...], data: bytes) -> bool:
    codes = {name: {key: n for n, key in enumerate(LISTS[name])} for name in columns}
    return EvenPages(codes, TOPIC).read(data) is not None


FIGURES = st.one_of(
    st.integers(0, 9),
    st.integers(0, 99_999),
    st.none(),
    st.sampled_from(
        [-1, 10**14, 10**15 - 1, 10**15, 2**53 + 1, 2**62, 2.0, 2.5, ".", "", "x", True, [1], {}]
    ),
)
COUNTS = st.one_of(st.integers(0, 99_999), st.none())
COLUMNS = st.permutations(sorted(LISTS)).flatmap(
    lambda names: st.integers(1, len(names)).map(lambda n: tuple(names[:n]))
)


@st.composite
def written(draw: st.DrawFn, figures: st.SearchStrategy[Any]) -> tuple[tuple[str, ...], bytes]:
    """The columns and a page of them."""
    columns = draw(COLUMNS)
    keys = st.tuples(*(st.sampled_from(LISTS[name]) for name in columns))
    rows = draw(st.lists(st.tuples(keys, figures), min_size=0, max_size=8))
    return columns, page(
        columns, rows, draw(st.sampled_from(STYLES)), draw(st.sampled_from(["", "http://x?y=1"]))
    )


@given(written(FIGURES))
def test_a_page_says_the_same_both_ways(one: tuple[tuple[str, ...], bytes]) -> None:
    assert said(*one) == said_by_row(*one)


@given(
    written(COUNTS),
    st.lists(
        st.tuples(
            st.integers(0, 10_000), st.integers(0, 2), st.sampled_from(list(b'"{}[]:, \\0129-.eEnul\n\xffBU'))
        ),
        min_size=1,
        max_size=3,
    ),
)
@example((("Tiny",), page(("Tiny",), [(("a",), 10), (("b",), 20)])), [(70, 0, ord("0"))])
def test_a_spoiled_page_says_the_same_both_ways(
    one: tuple[tuple[str, ...], bytes], spoiled: list[tuple[int, int, int]]
) -> None:
    columns, data = one
    for at, taken, byte in spoiled:
        place = at % len(data)
        data = data[:place] + bytes([byte]) + data[place + taken :]
    assert said(columns, data) == said_by_row(columns, data)


@pytest.mark.parametrize("style", STYLES)
def test_rows_that_are_written_alike_are_read_at_once(style: Style) -> None:
    columns = ("Kind", "Area", "Time", "Tiny")
    rows: list[Row] = [
        (("0.0.0 ", area, time, tiny), figure)
        for area in LISTS["Area"][:3]
        for time in LISTS["Time"]
        for tiny, figure in (("a", 0), ("b", 12_345), ("a", None), ("b", 7))
    ]
    for some in (rows, rows[:1], rows[2:3]):
        data = page(columns, some, style, "http://x?$skip=10")
        assert is_even(columns, data)
        assert said(columns, data) == said_by_row(columns, data)


@pytest.mark.parametrize("figure", [-1, 2.5, "7", 10**15, True])
def test_another_figure_is_left_to_the_ordinary_way(figure: object) -> None:
    data = page(("Time",), [(("2024MM01",), 1), (("2024MM02",), figure)])
    assert not is_even(("Time",), data)
    assert said(("Time",), data) == said_by_row(("Time",), data)


@pytest.mark.parametrize(
    "number", ["01", "1 2", "1,", "", " ", "+1", "1e3", "nul", "0null", "1null", "null1"]
)
def test_what_is_no_json_is_never_taken_for_a_number(number: str) -> None:
    data = page(("Time",), [(("2024MM01",), 1), (("2024MM02",), 777)]).replace(b"777", number.encode())
    assert not is_even(("Time",), data)
    assert said(("Time",), data) == said_by_row(("Time",), data)


def test_a_key_that_differs_only_in_its_padding_is_learned() -> None:
    data = page(("Kind",), [(("1.1.1    ",), 1), (("0.0.0    ",), 2)])
    reader = pages(("Kind",))
    first, second = (reader.read("T", data).keys["Kind"] for _ in range(2))
    assert first.tolist() == second.tolist() == [1, 0]


def test_keys_are_looked_up_among_many() -> None:
    names = [f"BU{number:08}" for number in np.random.default_rng(1).permutation(5000)]
    wanted = {name: place for place, name in enumerate(names)}
    data = page(("Area",), [((name,), 1) for name in reversed(names)])
    found = EvenPages({"Area": wanted}, TOPIC).read(data)
    assert found is not None
    assert found[0]["Area"].tolist() == list(reversed(range(5000)))


@pytest.mark.parametrize(
    "text",
    [
        '{"odata.nextLink":"http://x?[y]","value":[{"a":1}]}',
        '{"value":[{"a":1}],"odata.nextLink":"http://x?y","other":[1]}',
        '{"value":[{"a":[1]}],"odata.nextLink":"http://x?y]"}',
        '{"value":[{"a":1}],"odata.nextLink":"http://x?y]"}',
        '{"value":[{"a":1}],"odata.nextLink":"http://x?\\"]"}',
        '{"inner":{"value":[{"a":1}]},"odata.nextLink":"http://x?y"}',
        '{"value":[{"a":1}],"odata.nextLink":}',
        '{"value":{"a":1}}',
        "[]",
        "",
    ],
)
def test_where_the_rows_are_is_not_said_where_it_is_not_plain(text: str) -> None:
    assert rows_between(text.encode()) is None


@pytest.mark.parametrize("before", ["", '"odata.metadata":"x",', '"odata.nextLink":"http://x?y", '])
@pytest.mark.parametrize("after", ["", ',"odata.nextLink":"http://x?y"', ' , "odata.count":"7"'])
def test_where_the_rows_are(before: str, after: str) -> None:
    text = f'{{{before}"value" : [{{"a":1}}]{after}}}'
    start, stop = rows_between(text.encode()) or (0, 0)
    assert text[start:stop] == '{"a":1}'
