# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The site in a browser: accessible, narrow, printed, without JavaScript, by keyboard, in other colours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, Request

from baken.model.number import format_number
from baken.model.text import Language
from baken.web import assets
from baken.web.pages import Kind
from baken.web.pages import Page as SitePage

from .sites import Site

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
HOME = SitePage(Kind.HOME, Language.NL)
LUMINANCE = """element => {
  const [own, ground] = [getComputedStyle(element).color, getComputedStyle(document.body).backgroundColor];
  return [own, ground, element.checkVisibility(), element.getBoundingClientRect().width];
}"""
FOCUSED = """() => {
  const element = document.activeElement, style = getComputedStyle(element);
  const shape = element.querySelector('rect');
  return {
    index: [...document.querySelectorAll('a[href], summary, button, [tabindex="0"]')].indexOf(element),
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    stroke: shape ? parseFloat(getComputedStyle(shape).strokeWidth) : 0,
    name: element.className, left: element.getBoundingClientRect().left,
  };
}"""
REACHABLE = """() => [...document.querySelectorAll('a[href], summary, button, [tabindex="0"]')].map(
  (element, index) => element.checkVisibility({contentVisibilityAuto: true}) ? index : -1
).filter(index => index >= 0)"""


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A fresh tab of the width of a phone."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    yield context.new_page()
    context.close()


def audit(tab: Page) -> dict[str, Any]:
    """Everything that axe found on the page; it is put into the page first."""
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(AXE_SCRIPT)
    found = tab.evaluate("options => axe.run(options)", AXE)
    assert isinstance(found, dict)
    return found


def problems(tab: Page) -> list[str]:
    """What axe says against the page, and whether it scrolls sideways."""
    faults = [
        f"{one['id']} {node['target']} {node['failureSummary']}"
        for one in audit(tab)["violations"]
        for node in one["nodes"]
    ]
    return [*faults, *sideways(tab)]


def sideways(tab: Page) -> list[str]:
    wide = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"scrolls {wide} px sideways"] if wide > 0 else []


# The same templates in another language: the long tier walks those.
@pytest.mark.parametrize("language", [Language.NL, pytest.param(Language.EN, marks=pytest.mark.slow)])
@pytest.mark.parametrize("kind", list(Kind))
def test_axe_finds_nothing_nothing_is_blocked_and_no_page_scrolls_sideways(
    site: Site, tab: Page, kind: Kind, language: Language
) -> None:
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    for page in site.samples():
        if page.kind is not kind or page.language is not language:
            continue
        tab.goto(site.address + page.path)
        tab.set_viewport_size({"width": 320, "height": 800})
        assert sideways(tab) == [], page.path
        for width in (360, 1280):
            tab.set_viewport_size({"width": width, "height": 800})
            assert problems(tab) == [], f"{page.path} at {width}"
    assert said == []


def test_axe_does_look_at_the_size_of_targets_and_at_contrast(maastricht: Site, tab: Page) -> None:
    tab.goto(maastricht.address + HOME.path)
    assert {"target-size", "color-contrast"} <= {one["id"] for one in audit(tab)["passes"]}
    tab.evaluate("document.querySelector('main p').style.color = '#ddd'")
    assert "color-contrast" in {one["id"] for one in audit(tab)["violations"]}


def test_links_work_and_everything_is_there_without_javascript(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    tab = context.new_page()
    tab.goto(site.address + HOME.path)
    tab.locator(".card h3 a").first.click()
    assert "/thema/" in tab.url
    tab.locator(".record h3 a").first.click()
    assert "/indicator/" in tab.url
    for part in ("h1", ".lead", ".bk-narrow", ".caveats", "table", ".facts"):
        assert tab.locator(part).first.is_visible(), part
    tab.locator(".language").click()
    assert "/en/indicator/" in tab.url
    context.close()


def test_the_chart_of_the_width_that_fits_is_shown(maastricht: Site, tab: Page) -> None:
    tab.goto(maastricht.address + SitePage(Kind.INDICATOR, Language.NL, "overlast").path)
    assert tab.locator(".bk-narrow").first.is_visible()
    assert not tab.locator(".bk-wide").first.is_visible()
    tab.set_viewport_size({"width": 1280, "height": 800})
    assert tab.locator(".bk-wide").first.is_visible()
    assert not tab.locator(".bk-narrow").first.is_visible()


def test_print_keeps_the_figures_and_drops_the_menu(site: Site, tab: Page) -> None:
    tab.emulate_media(media="print")
    for page in site.samples():
        if page.language is not Language.NL:
            continue
        tab.goto(site.address + page.path)
        assert tab.locator("h1").is_visible()
        assert tab.locator(".brand").is_visible()
        assert not tab.locator(".menu").is_visible()
        if page.kind is Kind.INDICATOR:
            assert tab.locator("table").first.is_visible()
            assert tab.pdf().startswith(b"%PDF")


def test_forced_colours_leave_the_signs_and_the_charts_visible(site: Site, browser: Browser) -> None:
    context = browser.new_context(forced_colors="active", color_scheme="dark")
    tab = context.new_page()
    tab.goto(site.address + HOME.path)
    for part in (".sign", ".sign-arrow", ".badge", ".bk-chart .bk-label"):
        for element in tab.locator(part).all()[:8]:
            own, ground, shown, width = element.evaluate(LUMINANCE)
            assert own != ground, part
            assert shown or "bk" in part, part
            assert width > 0 or "bk" in part, part
    stroke = "element => getComputedStyle(element).stroke"
    line = tab.locator(".point-chart .bk-line, .point-chart .bk-marker").first.evaluate(stroke)
    assert line != tab.evaluate("getComputedStyle(document.body).backgroundColor")
    context.close()


@pytest.mark.parametrize("kind", [Kind.HOME, Kind.INDICATOR, Kind.AREAS, Kind.SOURCES])
def test_the_keyboard_reaches_every_link_and_shows_where_it_is(site: Site, tab: Page, kind: Kind) -> None:
    page = next(one for one in site.samples() if one.kind is kind)
    tab.goto(site.address + page.path)
    wanted = set(tab.evaluate(REACHABLE))
    first: dict[str, Any] = {}
    reached = set()
    for _ in range(len(wanted)):
        tab.keyboard.press("Tab")
        at = tab.evaluate(FOCUSED)
        first = first or at
        reached.add(at["index"])
        assert at["outline"] >= 3 or at["stroke"] >= 3, at
    assert first["name"] == "skip-link"
    assert first["left"] >= 0
    assert reached == wanted


def test_the_skip_link_leads_past_the_menu(site: Site, tab: Page) -> None:
    tab.goto(site.address + HOME.path)
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**#main")
    assert tab.url.endswith("#main")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("language", list(Language))
def test_the_start_page_takes_at_most_three_requests(site: Site, tab: Page, language: Language) -> None:
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    tab.on("request", note)
    tab.goto(site.address + SitePage(Kind.HOME, language).path, wait_until="networkidle")
    assert len(asked) <= 3
    assert all(one.url.startswith(site.address) for one in asked)


@pytest.mark.requirement("SRC-11")
@pytest.mark.parametrize("language", list(Language))
def test_the_start_page_is_accessible_and_leads_to_every_figure_of_the_council_s_table(
    maastricht: Site, tab: Page, language: Language
) -> None:
    held = maastricht.picture.material.holdings.snapshots
    (table,) = (one for one in held if one.source == "raadsvoorstel_2023")
    assert len(table.observations) == 55
    tab.goto(maastricht.address + SitePage(Kind.HOME, language).path, wait_until="load")
    assert problems(tab) == []
    card = tab.locator(".card tr")
    for name in sorted({one.indicator for one in table.observations}):
        record = maastricht.picture.record(name, maastricht.code)
        page = SitePage(Kind.INDICATOR, language, name)
        row = card.filter(has=tab.locator(f'a[href$="{page.path.rpartition("/")[2]}"]')).first
        assert row.is_visible()
        assert record.latest
        value = format_number(record.latest.value or 0, record.indicator.decimals, language)
        assert value in row.inner_text()
        address = row.locator("a").evaluate("element => element.href")
        assert address == maastricht.address + page.path
        rows = {cells[0]: cells[1] for cells in maastricht.tree(page.path).one("table", "wide").rows()}
        for one in table.observations:
            if one.indicator == name:
                value = (
                    "" if one.value is None else format_number(one.value, record.indicator.decimals, language)
                )
                shown = rows[str(one.period)]
                assert shown == value if value else not re.search(r"\d", shown), (name, one.period)


def test_a_municipality_plugs_in_its_own_tokens_as_a_file(
    maastricht: Site, tab: Page, tmp_path: Path
) -> None:
    tokens = tmp_path / "tokens.css"
    tokens.write_text(
        ":root { --basis-color-accent-1-bg-default: #6b0000; --basis-heading-color: #004d00;"
        " --basis-color-action-1-color-default: #7a007a; }",
        "utf-8",
    )
    themed = assets.stylesheet(tokens)
    tab.route("**/baken.css", lambda route: route.fulfill(body=themed, content_type="text/css"))
    tab.goto(maastricht.address + HOME.path)
    colour = "element => getComputedStyle(element).color"
    ground = "element => getComputedStyle(element).backgroundColor"
    assert tab.locator(".page-header").evaluate(ground) == "rgb(107, 0, 0)"
    assert tab.locator("h1").evaluate(colour) == "rgb(0, 77, 0)"
    assert tab.locator("main a").first.evaluate(colour) == "rgb(122, 0, 122)"
