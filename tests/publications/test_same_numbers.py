# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Every form of an edition says the same numbers and sentences as its open data.

A printed number is the value of ``figures.json`` rounded half up to the decimals of its indicator; tables for
machines, workbooks and the data behind the charts of slides hold the value itself. Each form also holds all
figures that it claims to hold, and the number of them is never zero.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, partial

import pytest

from baken.edition.build import render
from picture.helpers import EXAMPLE, MAASTRICHT, published

from . import said_in_data as data
from . import said_in_documents as documents
from . import said_on_pages as pages
from .pdf_tables import tables_of
from .said import Edition, Place, Said, places, read_page

pytestmark = pytest.mark.xdist_group("editions")
TOWNS, LANGUAGES = (MAASTRICHT, EXAMPLE), ("nl", "en")
Claim = Callable[[Edition], set[Place]]


@cache
def edition(code: str) -> Edition:
    return Edition(render(published(code).material))


def everything(of: Edition) -> set[Place]:
    """Every figure of the edition that has a value."""
    return {place for place, one in of.figures.items() if one["value"] is not None}


def series(of: Edition) -> set[Place]:
    """All years of the town, and the reference in the same years."""
    own = of.held(of.town)
    return own | {place for place in of.held(of.reference) if (place[0], of.town, place[2]) in own}


def charted(of: Edition) -> set[Place]:
    """The series, and the municipalities that the town is compared with in its newest year."""
    newest = {(one[0], one[2]) for one in of.newest(of.town)}
    peers = {one["area"] for one in of.told["figures"] if one["area_level"] == "municipality"}
    return series(of) | {one for one in of.held(*peers - {of.town}) if (one[0], one[2]) in newest}


def newest(of: Edition) -> set[Place]:
    """The newest figure of each indicator of the town."""
    return of.newest(of.town)


def newest_of_areas(of: Edition) -> set[Place]:
    """The newest figure of each indicator of the town and of each area within it."""
    return newest(of) | of.newest(*local(of, "district", "neighbourhood"))


def newest_of_districts(of: Edition) -> set[Place]:
    return of.newest(*local(of, "district"))


def local(of: Edition, *levels: str) -> set[str]:
    return {one["area"] for one in of.told["figures"] if one["area_level"] in levels}


@dataclass(frozen=True)
class Form:
    name: str
    read: Callable[[Edition], Iterable[Said]]
    claims: Claim


def _in_each(name: str, read: Callable[[Edition, str], Iterable[Said]], claims: Claim) -> list[Form]:
    return [Form(f"{name} ({one})", partial(_read, read, one), claims) for one in LANGUAGES]


def _read(read: Callable[[Edition, str], Iterable[Said]], language: str, of: Edition) -> Iterable[Said]:
    return read(of, language)


FORMS = [
    Form("table", data.in_csv, everything),
    Form("table for databases", data.in_parquet, everything),
    Form("files of series", data.in_series, everything),
    Form("tables under charts", data.in_small_tables, series),
    *_in_each("workbook", data.in_workbook, everything),
    *_in_each("overview of the workbook", data.in_overview, newest),
    *_in_each("pages of indicators", pages.in_indicator_tables, series),
    *_in_each("charts", pages.in_charts, series),
    *_in_each("pages of areas and themes", pages.in_records, newest_of_areas),
    *_in_each("start page", pages.in_cards, newest),
    *_in_each("book", documents.in_book, series),
    *_in_each("districts in the book", documents.in_book_areas, newest_of_districts),
    *_in_each("charts of slides", documents.in_slide_charts, charted),
    *_in_each("districts on slides", documents.in_slide_tables, newest_of_districts),
    *[Form(one, partial(_read, documents.in_papers, one), newest) for one in documents.PAPERS],
]


@pytest.mark.parametrize("form", FORMS, ids=lambda one: one.name)
@pytest.mark.parametrize("code", TOWNS)
def test_a_form_says_the_numbers_of_the_open_data_and_all_that_it_claims(code: str, form: Form) -> None:
    of = edition(code)
    found = list(form.read(of))
    assert of.faults(found) == []
    claimed = form.claims(of)
    assert claimed <= places(found), sorted(claimed - places(found))[:5]
    # Of the districts of Maastricht no figure is public.
    assert claimed or (code == MAASTRICHT and form.claims is newest_of_districts)


@pytest.mark.parametrize("code", TOWNS)
def test_tables_for_machines_hold_the_figures_without_a_value_too(code: str) -> None:
    of = edition(code)
    for form in FORMS:
        if form.claims is everything:
            found = [one.place for one in form.read(of)]
            assert len(found) == len(set(found)) == len(of.figures) > 250, form.name
            assert set(found) == set(of.figures), form.name


def test_another_number_is_seen() -> None:
    """The test itself: a digit, a decimal, and a number for what is missing are seen in each form."""
    of = edition(MAASTRICHT)
    for form in FORMS:
        for one in list(form.read(of))[:5]:
            if one.value is None:
                assert of.faults([replace(one, value=Decimal(0))]), form.name
                continue
            assert of.faults([replace(one, value=one.value + Decimal("0.1"))]), form.name
            assert of.faults([replace(one, value=None)]), form.name
            if one.printed:
                assert of.faults(
                    [
                        replace(
                            one, value=Decimal(f"{one.value}0" if "." in str(one.value) else f"{one.value}.0")
                        )
                    ]
                )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", TOWNS)
def test_margins_and_the_numbers_behind_are_the_same_on_the_page_and_in_the_book(
    code: str, language: str
) -> None:
    of = edition(code)
    start = {"nl": "indicator/", "en": "en/indicator/"}[language]
    tables = [read_page(of.files[path]).one("table", "wide") for path in of.files if path.startswith(start)]
    on_pages = {one.one("caption").text: [_bare(row) for row in one.rows()] for one in tables}
    held = tables_of(of.files[documents.BOOKS[language]])
    in_book = {one.caption: [_bare(row) for row in one.rows[1:]] for one in held if one.caption in on_pages}
    assert in_book
    assert in_book.keys() == on_pages.keys()
    for caption, rows in on_pages.items():
        assert in_book[caption] == rows, caption


def _bare(row: list[str]) -> list[str]:
    """A row without the words that only one of both has room for."""
    *cells, behind = row
    return [*cells, *re.findall(r"\d[\d.,]*", behind)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", TOWNS)
def test_the_sentence_of_an_indicator_is_the_same_in_every_form(code: str, language: str) -> None:
    of = edition(code)
    said = _sentences(of, language)
    assert len(said) == len({one[0] for one in of.held(of.town)}) >= 12
    papers = [documents.words_of_paper(of.files[one]) for one in documents.PAPERS] if language == "nl" else []
    forms = {
        "book": documents.text_of(of.files[documents.BOOKS[language]]),
        "notes": documents.notes(of, language),
        "workbook": "\n".join(data.sentences(of, language)),
        "pages of themes": _records(of, language),
        **dict(zip(documents.PAPERS, papers, strict=False)),
    }
    for name, text in forms.items():
        held = _squeezed(text)
        missing = [one for one, words in said.items() if _squeezed(words) not in held]
        assert missing == [], name


def _sentences(of: Edition, language: str) -> dict[str, str]:
    """What the page of each indicator says first."""
    start = {"nl": "indicator/", "en": "en/indicator/"}[language]
    trees = {path: read_page(of.files[path]) for path in of.files if path.startswith(start)}
    return {path: tree.one("p", "lead").text for path, tree in trees.items()}


def _records(of: Edition, language: str) -> str:
    start = {"nl": "thema/", "en": "en/theme/"}[language]
    trees = [read_page(of.files[path]) for path in of.files if path.startswith(start)]
    return "\n".join(one.text for tree in trees for one in tree.all("li", "record"))


def _squeezed(text: str) -> str:
    """Without spaces and hyphens, which a page of paper puts where lines end."""
    return re.sub(r"[\s\u00a0\u00ad\ufffe-]", "", text)
