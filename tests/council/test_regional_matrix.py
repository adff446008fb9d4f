# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The matrix of local by regional themes: nothing is lost, and what is empty stays and says so."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.council.regional_matrix import (
    EMPTY_COLUMN,
    EMPTY_ROW,
    NamedTheme,
    RegionalLink,
    headings,
    regional_matrix,
    table_rows,
)
from baken.model.errors import InputError
from baken.model.regional import RegionalUse
from baken.model.text import Language

NL = Language.NL
LOCAL = (NamedTheme("a", "Ondermijning"), NamedTheme("b", "Jeugd"))
REGIONAL = (NamedTheme("x", "Drugs"), NamedTheme("y", "Online"))
TAKEN = RegionalLink(id="1", local="a", regional="x", how=RegionalUse.TAKEN_OVER, on=date(2023, 2, 7))
REFUSED = RegionalLink(id="2", local="b", regional="x", how=RegionalUse.NOT_TAKEN_OVER)


@st.composite
def towns(
    draw: st.DrawFn,
) -> tuple[tuple[NamedTheme, ...], tuple[NamedTheme, ...], tuple[RegionalLink, ...]]:
    """Themes of both kinds with any links between them, each pair at most once."""
    names = st.text("abAB =+", max_size=4)
    local = tuple(NamedTheme(f"l{n}", one) for n, one in enumerate(draw(st.lists(names, max_size=5))))
    regional = tuple(NamedTheme(f"r{n}", one) for n, one in enumerate(draw(st.lists(names, max_size=5))))
    pairs = [(one.id, other.id) for one in local for other in regional]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    links = tuple(
        RegionalLink(id=f"{one}-{other}", local=one, regional=other, how=draw(st.sampled_from(RegionalUse)))
        for one, other in chosen
    )
    return local, regional, links


@pytest.mark.requirement("LAW-05")
@given(towns())
def test_every_theme_and_link_stands_in_the_matrix_once(
    town: tuple[tuple[NamedTheme, ...], tuple[NamedTheme, ...], tuple[RegionalLink, ...]],
) -> None:
    local, regional, links = town
    matrix = regional_matrix(local, regional, links)
    assert tuple(row.theme for row in matrix.rows) == local
    assert matrix.columns == regional
    assert sorted(one.id for one in matrix.links) == sorted(one.id for one in links)
    for row in matrix.rows:
        for column, cell in zip(matrix.columns, row.cells, strict=True):
            assert cell is None or (cell.local, cell.regional) == (row.theme.id, column.id)
    assert {one.id for one in matrix.empty_rows} == {one.id for one in local} - {one.local for one in links}
    right = {one.id for one in regional} - {one.regional for one in links}
    assert {one.id for one in matrix.empty_columns} == right


@pytest.mark.requirement("LAW-05")
@given(towns(), st.sampled_from(Language))
def test_the_table_keeps_every_row_and_names_what_is_empty(
    town: tuple[tuple[NamedTheme, ...], tuple[NamedTheme, ...], tuple[RegionalLink, ...]], language: Language
) -> None:
    local, regional, links = town
    matrix = regional_matrix(local, regional, links)
    rows, titles = table_rows(matrix, language), headings(matrix, language)
    assert len(rows) == len(local) + bool(regional)
    assert all(len(row) == len(titles) == len(regional) + 2 for row in rows)
    # A spreadsheet refuses a table in which two headings differ in capitals only.
    assert len({one.casefold() for one in titles}) == len(titles)
    marked = [row[0] for row in rows[: len(local)] if row[1] == EMPTY_ROW.in_(language)]
    assert marked == [one.name for one in matrix.empty_rows]
    if regional:
        empty = [
            one
            for one, said in zip(regional, rows[-1][2:], strict=True)
            if said == EMPTY_COLUMN.in_(language)
        ]
        assert tuple(empty) == matrix.empty_columns


@pytest.mark.requirement("LAW-05")
def test_a_theme_that_was_refused_is_not_empty() -> None:
    matrix = regional_matrix(LOCAL, REGIONAL, [TAKEN, REFUSED])
    assert matrix.empty_rows == ()
    assert matrix.empty_columns == (REGIONAL[1],)
    assert table_rows(matrix, NL) == (
        ("Ondermijning", "1 verbonden", "ingebracht en overgenomen (2023-02-07)", ""),
        ("Jeugd", "1 verbonden", "ingebracht, niet overgenomen", ""),
        ("Vastgelegd", "", "2 verbonden", "leeg: met geen lokaal thema verbonden"),
    )
    assert headings(matrix, Language.EN) == ("Local theme", "Recorded", "Drugs", "Online")


def test_without_a_regional_plan_every_local_theme_is_an_empty_row() -> None:
    matrix = regional_matrix(LOCAL, (), ())
    assert matrix.empty_rows == LOCAL
    assert [row[1] for row in table_rows(matrix, NL)] == [EMPTY_ROW.nl] * 2


@pytest.mark.parametrize(
    ("local", "links", "told"),
    [
        (LOCAL, [TAKEN, TAKEN], "link 1: a and x are linked already"),
        (LOCAL[1:], [TAKEN], "link 1: there is no row or column for a and x"),
        ((LOCAL[0], LOCAL[0]), [], "theme a: this theme stands there twice"),
    ],
)
def test_what_does_not_fit_is_refused_in_one_line(
    local: tuple[NamedTheme, ...], links: list[RegionalLink], told: str
) -> None:
    with pytest.raises(InputError, match=told) as refused:
        regional_matrix(local, REGIONAL, links)
    assert "\n" not in str(refused.value)
