# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the language of filters says, and that a table without rows in memory answers as one with rows."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.replay.filters import evaluate, parse
from baken.replay.messages import RefusedError
from baken.replay.rows import Cube, Listed

KEYS = {
    "Kind": ["0.0.0 ", "1.1.1 ", "1.4.10"],
    "Area": ["NL00      ", "GM0935    ", "BU09350000", "BU09350001"],
    "Period": ["2023JJ00", "2024MM01", "2024MM02"],
}
ROWS = [dict(zip(KEYS, keys, strict=True)) for keys in product(*KEYS.values())]
TERMS = (
    "Kind eq '1.1.1 '",
    "Kind eq '1.1.1'",
    "Kind ne '0.0.0 '",
    "startswith(Area,'BU0935')",
    "startswith(Area,'BU') eq true",
    "endswith(Area,'0001')",
    "substringof('0935',Area)",
    "contains(Area,'0935')",
    "substring(Area,2,4) eq '0935'",
    "trim(Area) eq 'GM0935'",
    "Area in ('NL00      ','BU09350000')",
    "Period ge '2024MM01'",
    "Period lt '2024MM02'",
    "Period eq 2024",
)


def found(text: str) -> list[int]:
    import numpy as np

    rows = evaluate(parse(text), lambda name, holds: np.array([holds(row[name]) for row in ROWS]))
    return [int(n) for n in np.flatnonzero(rows)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Kind eq '1.1.1 '", 12),
        ("Kind eq '1.1.1'", 0),
        ("startswith(Area,'BU0935')", 18),
        ("substringof('0935',Area)", 27),
        ("substring(Area,2,4) eq '0935'", 27),
        ("Area in ('NL00      ','BU09350000')", 18),
        ("Area in ('NL00','BU09350000')", 9),
        ("Period ge '2024MM01' and Period le '2024MM01'", 12),
        ("not (Kind eq '0.0.0 ')", 24),
        ("Kind eq '1.1.1 ' or Kind eq '0.0.0 ' and Period eq '2023JJ00'", 16),
        ("(Kind eq '1.1.1 ' or Kind eq '0.0.0 ') and Period eq '2023JJ00'", 8),
        ("Period eq 2024", 0),
    ],
)
def test_a_filter_leaves_so_many_rows(text: str, number: int) -> None:
    assert len(found(text)) == number


def test_a_quote_within_a_text_stands_there_twice() -> None:
    import numpy as np

    names = ["'s-Gravenhage", "Gouda"]
    mask = evaluate(parse("Name eq '''s-Gravenhage'"), lambda _, holds: np.array([holds(n) for n in names]))
    assert mask.tolist() == [True, False]


@pytest.mark.parametrize(
    "text",
    ["Kind", "Kind eq", "Kind is '1'", "(Kind eq '1'", "Kind eq '1' and", "Kind eq 1'", "Kind eq x", "eq eq"],
)
def test_what_is_no_filter_is_refused(text: str) -> None:
    with pytest.raises(RefusedError) as refused:
        parse(text)
    assert refused.value.status == 400


terms = st.sampled_from(TERMS)
filters = st.recursive(
    terms,
    lambda inner: st.one_of(
        st.builds("({} and {})".format, inner, inner),
        st.builds("({} or {})".format, inner, inner),
        st.builds("not ({})".format, inner),
    ),
    max_leaves=6,
)


@given(filters, st.integers(0, 40), st.integers(0, 40))
def test_a_cube_and_a_list_leave_the_rows_that_a_loop_over_the_rows_leaves(
    text: str, start: int, more: int
) -> None:
    import numpy as np

    shape = tuple(map(len, KEYS.values()))
    places = tuple(np.unravel_index(np.arange(len(ROWS)), shape))
    for rows in (Cube(shape), Listed(places)):
        left = rows.find(parse(text), KEYS)
        assert len(left) == len(found(text))
        page = left.page(start, start + more)
        assert page.at.tolist() == found(text)[start : start + more]
        for place, name in zip(page.places, KEYS, strict=True):
            assert [KEYS[name][n] for n in place] == [ROWS[at][name] for at in page.at]


def test_a_filter_on_something_else_than_a_dimension_is_refused() -> None:
    with pytest.raises(RefusedError, match="Nobody"):
        Cube((3, 4, 3)).find(parse("Nobody eq '1'"), KEYS)


def test_a_filter_of_a_huge_table_does_not_touch_its_rows() -> None:
    from baken.replay.computed import computed_table

    table = computed_table("X", shape=(60, 18_000, 180))
    assert len(table.rows) == 194_400_000
    text = "startswith(WijkenEnBuurten,'BU0002') and Perioden eq '2024MM01' and SoortMisdrijf ne '0.0.0 '"
    left = table.rows.find(parse(text), table.keys)
    assert len(left) == 59 * 40
    with pytest.raises(RefusedError, match="mixes dimensions"):
        table.rows.find(parse("Perioden eq '2024MM01' or SoortMisdrijf eq '0.0.0 '"), table.keys)
