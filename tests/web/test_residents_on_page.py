# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The edition for residents as a page: the words of the printed one, fit for a phone and a printer."""

from __future__ import annotations

import io

import pypdfium2  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Browser

from baken.model.text import Language
from baken.publications.residents.edition import residents_book, running_texts
from baken.web.pages import Kind, Page

from .sites import Site
from .test_in_browser import problems

LARGEST, FEWER_THAN = 50_000, 8
LANGUAGES = list(Language)


def flat(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


@pytest.mark.requirement("DOC-19")
@pytest.mark.parametrize("language", LANGUAGES)
def test_page_and_paper_are_made_from_one_source(site: Site, language: Language) -> None:
    page = Page(Kind.RESIDENTS, language)
    said = flat(site.tree(page.path).one("main").text)
    book = residents_book(site.picture, language)
    signs = "▲▼≈?"
    for text in running_texts(book.chapters):
        assert flat(text.lstrip(signs)) in said
    for one in book.chapters:
        assert one.title in said
    printed = {Language.NL: "bewonersversie.pdf", Language.EN: "en/residents-edition.pdf"}[language]
    assert site.files[printed].startswith(b"%PDF")
    links = [one.attrs["href"] for one in site.tree(page.path).one("main").all("a")]
    assert printed.removeprefix("en/") in links


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_small_and_every_page_leads_to_it(site: Site, language: Language) -> None:
    page = Page(Kind.RESIDENTS, language)
    assert len(site.files[page.path]) <= LARGEST
    home = site.tree(Page(Kind.HOME, language).path)
    assert page.path.removeprefix("en/") in [one.attrs["href"] for one in home.one("nav").all("a")]


@pytest.mark.requirement("COM-06")
@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_it_fits_and_has_no_barrier(site: Site, browser: Browser, language: Language, width: int) -> None:
    opened = browser.new_page(viewport={"width": width, "height": 800})
    opened.goto(site.address + Page(Kind.RESIDENTS, language).path)
    assert problems(opened) == []
    opened.close()


@pytest.mark.requirement("COM-06")
@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_prints_on_fewer_than_eight_pages(site: Site, browser: Browser, language: Language) -> None:
    opened = browser.new_page()
    opened.goto(site.address + Page(Kind.RESIDENTS, language).path)
    edge = "10mm"
    data = opened.pdf(format="A4", margin={"top": edge, "bottom": edge, "left": edge, "right": edge})
    opened.close()
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    pages = len(document)
    document.close()
    assert 2 <= pages < FEWER_THAN
