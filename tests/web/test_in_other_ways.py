# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Each kind of page as people read it otherwise: enlarged, in few colours, on paper, without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from baken.model.text import Language

from .sites import Site

pytestmark = pytest.mark.browser

A4 = 718
"""The width of a sheet of A4 between margins of 1 cm, in CSS pixels."""
# What is cut off: an element that neither shows nor scrolls all that it holds.
CUT = """() => [...document.querySelectorAll('main *, header *, footer *')].filter(element => {
  if (!element.checkVisibility() || element.closest('.visually-hidden, svg, .skip-link')) return false;
  const how = getComputedStyle(element).overflowX;
  return ['hidden', 'clip'].includes(how) && element.scrollWidth > element.clientWidth + 1;
}).map(element => element.outerHTML.slice(0, 120))"""
# What sticks out of the page, or out of a part that scrolls: paper scrolls nothing.
OUT = """width => [...document.querySelectorAll('body *')].filter(element => {
  if (!element.checkVisibility() || element.closest('.visually-hidden, .skip-link, defs')) return false;
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.right > width + 1;
}).map(element => Math.round(element.getBoundingClientRect().right) + element.outerHTML.slice(0, 120))"""
FAINT = """() => {
  const ground = getComputedStyle(document.body).backgroundColor, found = [];
  const seen = (element, name) => {
    const style = getComputedStyle(element), clear = 'rgba(0, 0, 0, 0)';
    let under = element;
    while (under && getComputedStyle(under).backgroundColor === clear) under = under.parentElement;
    const below = under ? getComputedStyle(under).backgroundColor : ground;
    if (![below, 'none'].includes(style[name])) return;
    found.push(`${name} ${element.outerHTML.slice(0, 100)}`);
  };
  const all = selector => [...document.querySelectorAll(selector)];
  const shown = selector => all(selector).filter(element => element.checkVisibility());
  const words = 'a, .sign, .sign-arrow, .badge, .missing, h1, h2, th, td';
  for (const element of shown(words)) seen(element, 'color');
  for (const element of shown('.bk-line, .bk-axis, .bk-band-edge')) seen(element, 'stroke');
  for (const element of shown('.bk-chart text')) seen(element, 'fill');
  // Where there is no figure a pattern says so: its lines must stand out.
  for (const element of all('pattern path, pattern line')) {
    const style = getComputedStyle(element), drawn = [style.stroke, style.fill];
    if (drawn.every(one => [ground, 'none'].includes(one))) found.push(element.outerHTML.slice(0, 100));
  }
  return found;
}"""
OUTLINE = """() => {
  const style = getComputedStyle(document.activeElement);
  return [style.outlineStyle, style.outlineColor, getComputedStyle(document.body).backgroundColor];
}"""
UNHATCHED = """() => [...document.querySelectorAll('.bk-missing')].filter(element =>
  !getComputedStyle(element).fill.startsWith('url(')
).map(element => element.outerHTML.slice(0, 120))"""
LINKS = "() => [...document.querySelectorAll('a[href]')].map(element => element.getAttribute('href'))"
# All that is said beside the controls, which a script puts there for what only a script can do.
WORDS = """() => {
  const said = element => element.innerText.split(/\\s+/);
  const controls = 'main :is(button, label, output, [role="search"], [role="status"])';
  const buttons = new Set([...document.querySelectorAll(controls)].flatMap(said));
  return said(document.querySelector('main')).filter(word => !buttons.has(word));
}"""
PLACE = """() => {
  const element = document.activeElement, box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const every = [...document.querySelectorAll('a[href], summary, button, input, select, [tabindex="0"]')];
  return {
    order: every.indexOf(element), top: box.top, bottom: box.bottom, height: innerHeight,
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    target: [element.tagName, element.getAttribute('href') || '', element.className],
  };
}"""


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 1024})
    yield context.new_page()
    context.close()


def each_kind(site: Site, language: Language = Language.NL) -> Iterator[str]:
    """The addresses of the sample pages, one or two of each kind."""
    for page in site.samples():
        if page.language is language:
            yield site.address + page.path


def visit(tab: Page, address: str) -> None:
    answer = tab.goto(address)
    assert answer
    assert answer.ok, address


def sideways(tab: Page) -> int:
    wide = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return int(wide)


def test_nothing_is_lost_at_four_times_the_size_or_with_letters_of_twice_the_size(
    example: Site, tab: Page
) -> None:
    """400 % of a window of 1280 by 1024 leaves 320 by 256; text alone can be set to 200 %."""
    found = []
    for address in each_kind(example):
        tab.set_viewport_size({"width": 320, "height": 256})
        visit(tab, address)
        found += [f"{address} 400 %: {sideways(tab)} px {tab.evaluate(CUT)}"] if _lost(tab) else []
        tab.set_viewport_size({"width": 1280, "height": 1024})
        tab.evaluate("document.documentElement.style.fontSize = '200%'")
        found += [f"{address} text: {sideways(tab)} px {tab.evaluate(CUT)}"] if _lost(tab) else []
    assert found == []


def _lost(tab: Page) -> bool:
    return sideways(tab) > 0 or bool(tab.evaluate(CUT))


def test_in_forced_colours_links_signs_charts_and_gaps_stay_visible(example: Site, browser: Browser) -> None:
    schemes: list[Literal["light", "dark"]] = ["light", "dark"]
    for scheme in schemes:
        context = browser.new_context(forced_colors="active", color_scheme=scheme)
        tab = context.new_page()
        hatched = 0
        for address in each_kind(example):
            visit(tab, address)
            assert tab.evaluate(FAINT) == [], address
            assert tab.evaluate(UNHATCHED) == [], address
            hatched += tab.locator(".bk-missing").count()
            tab.keyboard.press("Tab")
            style, colour, ground = tab.evaluate(OUTLINE)
            assert style != "none", address
            assert colour != ground, address
        assert hatched > 0
        context.close()


def test_on_paper_the_menu_is_gone_the_figures_stay_and_nothing_is_cut_off(site: Site, tab: Page) -> None:
    tab.emulate_media(media="print")
    tab.set_viewport_size({"width": A4, "height": 1010})
    found = []
    for address in each_kind(site):
        visit(tab, address)
        assert tab.locator("h1").is_visible(), address
        assert not tab.locator(".menu").is_visible(), address
        figures = tab.locator("main svg.bk-chart").count()
        shown = tab.evaluate(
            "[...document.querySelectorAll('main svg.bk-chart')].filter(one => one.checkVisibility()).length"
        )
        assert bool(shown) == bool(figures), address
        found += [f"{address}: {one}" for one in tab.evaluate(OUT, A4)[:2]]
    assert found == []


def test_without_scripts_every_word_and_every_link_is_there(example: Site, browser: Browser) -> None:
    said = []
    for on in (True, False):
        context = browser.new_context(java_script_enabled=on)
        tab = context.new_page()
        found = {}
        for address in each_kind(example):
            visit(tab, address)
            found[address] = (set(tab.evaluate(LINKS)), set(tab.evaluate(WORDS)))
        said.append(found)
        context.close()
    for address, (links, words) in said[0].items():
        assert links <= said[1][address][0], address
        assert words <= said[1][address][1], address


def test_by_keyboard_alone_from_the_skip_link_to_a_table_and_a_download(maastricht: Site, tab: Page) -> None:
    """Start page, theme, indicator, its table, its download: with Tab and Enter, in the order of the page."""
    visit(tab, maastricht.address + "index.html")
    assert _tab_to(tab, "skip-link") == 1
    _tab_to(tab, "/gebieden.html", "gebieden.html")
    _tab_to(tab, "thema/")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/thema/**")
    _tab_to(tab, "indicator/")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/indicator/**")
    with tab.expect_download() as waiting:
        _tab_to(tab, ".svg")
        tab.keyboard.press("Enter")
    assert waiting.value.suggested_filename.endswith(".svg")
    _tab_to(tab, "table-scroll")


def _tab_to(tab: Page, *wanted: str) -> int:
    """Press Tab until this has the focus; each stop is visible, outlined, and further down the page."""
    last = tab.evaluate(PLACE)["order"]
    for step in range(1, 200):
        tab.keyboard.press("Tab")
        at = tab.evaluate(PLACE)
        assert at["order"] > last, at
        assert at["outline"] >= 3, at
        assert at["bottom"] > 0, at
        assert at["top"] < at["height"], at
        last = at["order"]
        if any(one in part for one in wanted for part in at["target"]):
            return step
    raise AssertionError(f"{wanted} was not reached")
