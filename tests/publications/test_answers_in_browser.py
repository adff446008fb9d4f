# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of answers in a browser: accessible on a phone and on a desk, in print and in other colours."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from baken.model.text import Language
from baken.publications.answers import page_of

from .answered import every

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of one answer of each kind, as files."""
    place = tmp_path_factory.mktemp("answers")
    for name, answer in every().items():
        (place / f"{name}.html").write_text(page_of(answer, Language.NL), encoding="utf-8")
    return place


def problems(tab: Page) -> list[str]:
    """What axe says against the page, and whether it scrolls sideways."""
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(AXE_SCRIPT)
    found = tab.evaluate("options => axe.run(options)", AXE)
    said = [f"{one['id']} {node['target']}" for one in found["violations"] for node in one["nodes"]]
    wide = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [*said, *([f"scrolls {wide} px sideways"] if wide > 0 else [])]


@pytest.mark.parametrize("name", ["trend", "compare", "hotspots", "space-time", "signals", "unknown"])
def test_axe_finds_nothing_and_nothing_is_blocked_or_asked_for(
    browser: Browser, folder: Path, name: str
) -> None:
    said: list[str] = []
    tab = browser.new_page()
    tab.on("console", lambda message: said.append(message.text))
    tab.on("request", lambda request: said.append(request.url))
    tab.goto((folder / f"{name}.html").as_uri())
    for width in (320, 360, 1280):
        tab.set_viewport_size({"width": width, "height": 800})
        assert problems(tab) == [], width
    assert [one for one in said if not one.startswith("file:")] == []
    tab.close()


def test_the_chart_of_the_width_that_fits_is_shown(browser: Browser, folder: Path) -> None:
    tab = browser.new_page(viewport={"width": 360, "height": 800})
    tab.goto((folder / "trend.html").as_uri())
    assert tab.locator(".bk-narrow").first.is_visible()
    assert not tab.locator(".bk-wide").first.is_visible()
    tab.set_viewport_size({"width": 1280, "height": 800})
    assert tab.locator(".bk-wide").first.is_visible()
    tab.close()


def test_a_long_table_is_printed_whole(browser: Browser, folder: Path) -> None:
    tab = browser.new_page()
    tab.goto((folder / "trend.html").as_uri())
    hidden = (
        "() => { const box = document.querySelector('.long'); return box.scrollHeight - box.clientHeight; }"
    )
    assert tab.evaluate(hidden) > 0
    tab.emulate_media(media="print")
    assert tab.evaluate(hidden) == 0
    assert tab.pdf().startswith(b"%PDF")
    tab.close()


def test_forced_colours_leave_lines_marks_and_bars_visible(browser: Browser, folder: Path) -> None:
    context = browser.new_context(forced_colors="active", color_scheme="dark")
    tab = context.new_page()
    ground = "getComputedStyle(document.body).backgroundColor"
    for name, part, attribute in (
        ("trend", ".bk-line", "stroke"),
        ("signals", ".bk-mark-high", "fill"),
        ("compare", ".bk-limit", "stroke"),
        ("compare", ".bk-dot", "fill"),
        ("signals", ".bk-expected", "stroke"),
        ("compare", ".bk-span", "stroke"),
    ):
        tab.goto((folder / f"{name}.html").as_uri())
        drawn = tab.locator(part).first.evaluate(f"element => getComputedStyle(element).{attribute}")
        assert drawn != tab.evaluate(ground), part
    context.close()


def test_a_table_that_is_wider_than_a_phone_has_a_shadow_where_there_is_more(
    browser: Browser, folder: Path
) -> None:
    tab = browser.new_page(viewport={"width": 360, "height": 800})
    tab.goto((folder / "compare.html").as_uri())
    table = tab.locator(".table").first
    assert table.evaluate("one => one.scrollWidth > one.clientWidth")
    attached = "one => getComputedStyle(one).backgroundAttachment"
    assert table.evaluate(attached) == "local, local, scroll, scroll"
    table.focus()
    assert table.evaluate(attached) == "local, local, scroll, scroll"
    image = "one => getComputedStyle(one).backgroundImage"
    tab.emulate_media(media="print")
    assert table.evaluate(image) == "none"
    tab.emulate_media(media="screen", forced_colors="active")
    assert table.evaluate(image) == "none"
    tab.close()
