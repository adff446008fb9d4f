# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""An indicator beside the own past, the country, the group and the municipalities that somebody chose."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.http import Http404

from baken.model.number import format_number
from baken.model.text import Language
from baken.picture.beside import MOST_CHOSEN, Chosen, beside, besides
from baken.picture.picture import SafetyPicture
from baken.web.pages import Kind, Page
from baken.web.views import render_page

from .dom import Node, parse
from .sites import Site

NAME = "misdrijven-totaal"
PAGE = Page(Kind.BESIDE, Language.NL, NAME)


def live(site: Site, asked: str) -> Node:
    return parse(render_page(site.picture, PAGE, {}, asked))


def chosen(tree: Node) -> list[str]:
    """The municipalities at the end of a line, apart from the first and the country."""
    wide = next(one for one in tree.all("svg") if "bk-wide" in one.classes)
    return [one.text for one in wide.all("text", "bk-name") if not one.classes & {"bk-name-1", "bk-name-2"}]


def test_own_past_country_group_and_chosen_stand_in_one_table_over_at_least_five_years(
    maastricht: Site,
) -> None:
    table = maastricht.tree(PAGE.path).one("table")
    years = [one.text for one in table.one("thead").all("th")][1:-1]
    assert len(years) >= 5
    rows = {row[0]: row[1:-1] for row in table.rows()}
    register = maastricht.picture.material.register
    members = maastricht.picture.material.municipality.peers.members
    assert {register[code].name for code in members} | {"Nederland"} == set(rows)
    for code in members:
        figures = {str(one.observation.period): one for one in maastricht.picture.figures(NAME, code)}
        for year, said in zip(years, rows[register[code].name], strict=True):
            one = figures.get(year)
            value = one.value if one else None
            assert said == (format_number(value, 1, Language.NL) if value is not None else "geen gegevens")


def test_the_others_stand_by_name_for_it_is_no_ranking(maastricht: Site) -> None:
    found = beside(maastricht.picture, NAME)
    assert found
    names = [row.name for row in found.others]
    assert names == sorted(names)
    assert "geen ranglijst" in maastricht.tree(PAGE.path).text


@pytest.mark.parametrize("language", list(Language))
def test_the_base_of_the_rate_is_said_in_text_caption_and_chart(maastricht: Site, language: Language) -> None:
    tree = maastricht.tree(PAGE.in_language(language).path)
    base = {Language.NL: "per 1.000 inwoners", Language.EN: "per 1,000 inhabitants"}[language]
    assert base in tree.one("table").one("caption").text
    assert base in tree.one("figcaption").text
    for drawn in tree.all("svg"):
        assert base in {one.text for one in drawn.all("text", "bk-label")}
    assert "1 jan" in tree.one("main").text.lower() or "1 january" in tree.one("main").text.lower()


def test_at_most_four_lines_each_with_its_name(maastricht: Site) -> None:
    for tree in (maastricht.tree(PAGE.path), live(maastricht, "GM0080,GM0114,GM0546,GM0637")):
        for drawn in tree.all("svg"):
            lines = {name for one in drawn.all("path", "bk-line") for name in one.classes} - {"bk-line"}
            named = {name for one in drawn.all("text", "bk-name") for name in one.classes} - {"bk-name"}
            assert len(lines) == len(named) == 4


def test_years_without_figures_of_a_municipality_are_named(maastricht: Site) -> None:
    found = beside(maastricht.picture, NAME)
    assert found
    said = {one.text.split(":")[0] for one in maastricht.tree(PAGE.path).one("main").all("li")}
    for row in (*found.chosen, *found.others):
        missing = any(one is None or one.value is None for one in row.figures)
        assert (row.name in said) == missing, row.name
    assert said


def test_without_a_choice_those_nearest_in_number_of_people_stand_in_the_chart(maastricht: Site) -> None:
    found = beside(maastricht.picture, NAME)
    assert found
    assert found.by is Chosen.NEAREST
    base = {
        row.code: row.newest.observation.denominator
        for row in (*found.chosen, *found.others, found.own)
        if row.newest is not None and row.newest.observation.denominator
    }
    own = base.pop(found.own.code)
    nearest = sorted(base, key=lambda code: max(base[code] / own, own / base[code]))[:MOST_CHOSEN]
    assert {row.code for row in found.chosen} == set(nearest)
    assert "dichtst bij" in maastricht.tree(PAGE.path).one("figcaption").text


def test_a_municipality_names_whom_it_is_held_beside(maastricht: Site) -> None:
    material = maastricht.picture.material
    named = replace(material.municipality, compare_with=("GM0546",))
    found = beside(SafetyPicture(replace(material, municipality=named)), NAME)
    assert found
    assert (found.by, [row.code for row in found.chosen]) == (Chosen.NAMED, ["GM0546"])


def test_the_live_page_takes_a_choice_and_the_edition_has_no_form(maastricht: Site) -> None:
    assert not [one for one in maastricht.tree(PAGE.path) if one.tag in {"form", "input", "button"}]
    tree = live(maastricht, "GM0546,gm0983")
    names = maastricht.picture.material.register
    assert set(chosen(tree)) == {names["GM0546"].name, names["GM0983"].name}
    checked = {one.attrs["value"] for one in tree.all("input") if "checked" in one.attrs}
    assert checked == {"GM0546", "GM0983"}
    assert tree.all(cls="notice") == []


def test_too_many_or_unknown_municipalities_are_said_to_be_left_out(maastricht: Site) -> None:
    many = live(maastricht, "GM0080,GM0114,GM0546")
    assert len(chosen(many)) == MOST_CHOSEN
    assert "Alleen de eerste 2" in many.one(cls="notice").text
    unknown = live(maastricht, 'GM0000,<script>,"')
    assert "GM0000" in unknown.one(cls="notice").text
    assert "<script>" not in unknown.one("main").raw


def test_where_no_other_municipality_is_held_there_is_no_such_page_and_that_is_said(example: Site) -> None:
    assert besides(example.picture) == ()
    assert not [path for path in example.paths if path.startswith("naast-elkaar/")]
    with pytest.raises(Http404):
        render_page(example.picture, PAGE)
    assert "geen cijfers" in example.page(Kind.COMPARISON).one("main").text
