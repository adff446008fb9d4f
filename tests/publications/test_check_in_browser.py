# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of a checked document in a browser: on a phone and on a desk, in print, in other colours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from baken.model.text import Language
from baken.publications.check_page import check_page

from .checked import empty, findings, long
from .test_answers_in_browser import problems

pytestmark = pytest.mark.browser

PAGES = {
    "whole": (None, Language.NL),
    "english": (None, Language.EN),
    "empty": (empty(), Language.NL),
    "long": (long(3, 5), Language.NL),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages as files."""
    place = tmp_path_factory.mktemp("checked")
    for name, (given, language) in PAGES.items():
        (place / f"{name}.html").write_text(check_page(findings(given), language), encoding="utf-8")
    return place


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A new tab of the width of a desk."""
    with browser.new_page(viewport={"width": 1280, "height": 900}) as one:
        yield one


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_nothing_is_blocked_or_asked_for(tab: Page, folder: Path, name: str) -> None:
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("request", lambda request: said.append(request.url))
    tab.goto((folder / f"{name}.html").as_uri())
    for width in (320, 360, 1280):
        tab.set_viewport_size({"width": width, "height": 800})
        assert problems(tab) == [], width
    assert [one for one in said if not one.startswith("file:")] == []


def test_findings_stand_beside_the_text_where_there_is_room_and_below_it_elsewhere(
    tab: Page, folder: Path
) -> None:
    tab.goto((folder / "whole.html").as_uri())
    for width, beside in ((1280, True), (360, False)):
        tab.set_viewport_size({"width": width, "height": 900})
        text, found = tab.locator("#t1").bounding_box(), tab.locator("#f1").bounding_box()
        assert text
        assert found
        assert (found["x"] > text["x"] + text["width"]) == beside
        assert (found["y"] > text["y"]) != beside


def test_the_keyboard_leads_from_the_words_to_the_finding_and_back(tab: Page, folder: Path) -> None:
    tab.goto((folder / "whole.html").as_uri())
    tab.locator("#t1").focus()
    assert tab.locator("#t1").evaluate("one => getComputedStyle(one).outlineStyle") != "none"
    tab.keyboard.press("Enter")
    assert tab.evaluate("location.hash") == "#f1"
    tab.locator("#f1 .back").focus()
    tab.keyboard.press("Enter")
    assert tab.evaluate("location.hash") == "#t1"


def test_forced_colours_leave_marks_and_badges_visible(browser: Browser, folder: Path) -> None:
    context = browser.new_context(forced_colors="active", color_scheme="dark")
    one = context.new_page()
    one.goto((folder / "whole.html").as_uri())
    ground = one.evaluate("getComputedStyle(document.body).backgroundColor")
    for part, attribute in (
        ("mark", "color"),
        ("mark", "textDecorationColor"),
        (".badge", "borderTopColor"),
        (".ref", "borderTopColor"),
        (".finding", "borderInlineStartColor"),
    ):
        drawn = one.locator(part).first.evaluate(f"element => getComputedStyle(element).{attribute}")
        assert drawn != ground, part
    context.close()


def test_print_has_the_findings_below_the_words_and_nothing_folded_away(tab: Page, folder: Path) -> None:
    tab.goto((folder / "whole.html").as_uri())
    closed = tab.locator("details:not([open]) li").first
    assert not closed.is_visible()
    tab.emulate_media(media="print")
    assert closed.bounding_box()
    assert tab.locator(".passage").first.evaluate("one => getComputedStyle(one).display") == "block"
    assert tab.pdf().startswith(b"%PDF")


def test_lines_of_marks_differ_in_form(tab: Page, folder: Path) -> None:
    tab.goto((folder / "whole.html").as_uri())
    forms = {
        name: tab.locator(f"mark.m-{name}").first.evaluate("one => getComputedStyle(one).textDecorationStyle")
        for name in ("contradicted", "partly", "supported", "not_judgeable", "note")
    }
    assert len(set(forms.values())) == len(forms)
