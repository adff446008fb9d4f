# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One changed figure changes what follows from it in every form, and nothing else.

What follows from a figure:

1. its record: value, margin, and the numbers behind it;
2. what is worked out from it: the change and the line over the years of its indicator in its area, the
   findings about these, and how they rank among what stands out;
3. where it is said: a paragraph, row or drawing that names its indicator or stands under its name, or that
   is its sentence; on the page of the indicator the sentences, the drawing, the row of the period, and the
   table of changes from each start;
4. where files are listed: their size and checksum.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest

from baken.edition.build import render
from baken.model.observation import Observation
from baken.picture.material import with_snapshots
from picture.helpers import MAASTRICHT, published
from publications.said import Edition, Place
from publications.test_same_numbers import FORMS, Form, edition
from web.dom import parse

from .stated import PIECES, Piece, changed

pytestmark = [pytest.mark.xdist_group("editions"), pytest.mark.usefixtures("real_site")]
CHANGED: Place = ("hic", MAASTRICHT, "2021")
LISTS = ("datapackage.json", "dcat.jsonld", "downloads.html", "en/downloads.html")
DRAWN = (".svg", ".png")
MACHINE = (".parquet",)


@cache
def before() -> Edition:
    return edition(MAASTRICHT)


@cache
def after() -> Edition:
    """The same edition with one figure of the council's table one step higher."""
    material = published(MAASTRICHT).material
    held = material.holdings.snapshots
    edited = tuple(replace(one, observations=tuple(map(_edit, one.observations))) for one in held)
    return Edition(render(with_snapshots(material, edited)))


def _edit(one: Observation) -> Observation:
    if (one.indicator, one.area, str(one.period)) != CHANGED:
        return one
    assert one.value == Decimal("1.3")
    return replace(one, value=Decimal("1.4"), literal="1,4")


@cache
def differing() -> list[str]:
    assert before().files.keys() == after().files.keys()
    return [path for path, content in before().files.items() if after().files[path] != content]


@cache
def names() -> re.Pattern[str]:
    """What the indicator is called: its id, also in paths, and its names."""
    found = [
        name
        for language in ("nl", "en")
        for name, one in before().names(language).items()
        if one == CHANGED[0]
    ]
    return re.compile(rf"(?<![\w-])(?:{CHANGED[0]}|{'|'.join(map(re.escape, found))})(?![\w])")


@cache
def sentences() -> set[str]:
    """What is said of the indicator in both editions, in both languages."""
    pages = [
        of.files[path]
        for of in (before(), after())
        for path in ("indicator/hic.html", "en/indicator/hic.html")
    ]
    leads = [parse(one.decode()).one("p", "lead") for one in pages]
    return {_squeezed(one.text) for one in leads}


def _squeezed(words: str) -> str:
    return re.sub(r"[\s\u0002\u00ad\u2011-]", "", words)


def follows(path: str, piece: Piece) -> bool:
    """Whether a piece of a file follows from the figure, by the third rule."""
    if names().search(path) or names().search(piece.says) or names().search(piece.under):
        return True
    return _squeezed(piece.says) in sentences()


@pytest.mark.parametrize("form", FORMS, ids=lambda one: one.name)
def test_in_each_form_the_figure_changes_and_no_other_figure(form: Form) -> None:
    one, two = ({said.place: said.value for said in form.read(of)} for of in (before(), after()))
    assert one.keys() == two.keys()
    # Of the districts of Maastricht no figure is public.
    wanted = [] if form.name.startswith("districts") else [CHANGED]
    assert [place for place in one if one[place] != two[place]] == wanted
    assert not wanted or (one[CHANGED], two[CHANGED]) == (Decimal("1.3"), Decimal("1.4"))


def test_only_files_that_name_the_indicator_or_list_files_change() -> None:
    assert len(differing()) > 20
    for path in differing():
        if path.endswith(MACHINE) or path in LISTS:
            continue
        if path.endswith(DRAWN):
            assert names().search(path), path
            continue
        pieces = list(PIECES[path.rpartition(".")[2]](before().files[path]))
        assert any(follows(path, one) for one in pieces), path


def test_in_a_changed_file_only_what_follows_from_the_figure_changes() -> None:
    """The second and third rule, piece by piece, and that each form does change."""
    seen = set()
    for path in differing():
        ending = path.rpartition(".")[2]
        if f".{ending}" in (*DRAWN, *MACHINE) or path in LISTS:
            continue
        found = changed(before().files[path], after().files[path], ending)
        wrong = [(a.under, a.says[:200], b.says[:200]) for a, b in found if not follows(path, a)]
        assert wrong == [], path
        assert found, path
        seen.add(ending)
    assert seen >= {"html", "pdf", "pptx", "docx", "xlsx", "csv", "json"}


@pytest.mark.parametrize("path", ["indicator/hic.html", "en/indicator/hic.html"])
def test_on_the_page_of_the_indicator_nothing_changes_but_what_says_the_figure(path: str) -> None:
    found = changed(before().files[path], after().files[path], "html")
    heads = [one.text for one in parse(before().files[path].decode()).all("h2")]
    reading, figures, starts = heads[:3]
    title = parse(before().files[path].decode()).one("h1").text
    assert {one.under for one, _ in found} == {title, figures, starts}, heads
    rows = [one.says for one, _ in found if one.under == figures]
    assert [one[:4] for one in rows] == [CHANGED[2]], "one row of the table: the other years stay"
    del reading


@pytest.mark.parametrize("path", LISTS)
def test_lists_of_files_change_in_sizes_and_checksums_only(path: str) -> None:
    found = changed(before().files[path], after().files[path], path.rpartition(".")[2])
    for one, two in found:
        bare = [re.sub(r"[0-9a-f]{64}|\d[\d.,]*", "", each.says) for each in (one, two)]
        assert bare[0] == bare[1], (path, one, two)


def test_a_piece_about_something_else_is_seen() -> None:
    """The test itself: the same rule refuses a change of another indicator."""
    other = Piece(
        "Winkeldiefstal", "In 2021 werden er 2,2 winkeldiefstallen per 1.000 inwoners geregistreerd."
    )
    assert not follows("index.html", other)
    assert follows("index.html", Piece("High impact crimes (HIC)", "2021 1,3"))
    assert not follows("thema/veelvoorkomende-criminaliteit.html", Piece("Cijfers", "archich 1,3"))
