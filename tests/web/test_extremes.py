# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Material at the edge gives whole pages and documents, in which nothing overlaps or sticks out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Browser

from baken.model.text import Language
from baken.picture.picture import SafetyPicture
from baken.publications.forms import makers
from baken.web.assets import stylesheet
from baken.web.pages import Kind, all_pages
from baken.web.render import set_up

from .dom import parse
from .extremes import EXTREMES
from .sites import served
from .test_every_page import LEFTOVER
from .test_in_other_ways import CUT, sideways, visit

SLOW = {"nothing measured", "one neighbourhood", "five hundred neighbourhoods"}
CASES = [pytest.param(name, marks=[pytest.mark.slow] if name in SLOW else []) for name in EXTREMES]
# Words in a chart that cover each other by more than the air around letters, or that leave the drawing.
OVERLAPS = """() => [...document.querySelectorAll('svg.bk-chart')].flatMap(chart => {
  if (!chart.checkVisibility()) return [];
  const frame = chart.getBoundingClientRect(), found = [];
  const every = [...chart.querySelectorAll('text')];
  const words = every.filter(one => one.checkVisibility() && one.textContent.trim());
  const boxes = words.map(one => one.getBoundingClientRect());
  boxes.forEach((a, i) => {
    if (a.right > frame.right + 2 || a.left < frame.left - 2) found.push(`out: ${words[i].textContent}`);
    boxes.slice(i + 1).forEach((b, j) => {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 3 && down > 5) found.push(`${words[i].textContent} | ${words[i + 1 + j].textContent}`);
    });
  });
  return found.map(one => one.slice(0, 120));
})"""


@dataclass
class Made:
    """A few pages of each kind, and what makes the documents."""

    safety: SafetyPicture
    pages: dict[str, str]


@pytest.fixture(scope="module")
def made(request: pytest.FixtureRequest) -> Made:
    """The pages of one material: the first two of each kind in each language."""
    set_up()
    from baken.web.views import render_page

    safety = SafetyPicture(EXTREMES[request.param]())
    seen: dict[tuple[Kind, Language], int] = {}
    pages = {}
    for page in all_pages(safety):
        count = seen[page.kind, page.language] = seen.get((page.kind, page.language), 0) + 1
        if count <= 2:
            pages[page.path] = render_page(safety, page, {})
    return Made(safety, pages)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each test on each material, all tests of one material after each other."""
    if "made" in metafunc.fixturenames:
        metafunc.parametrize("made", CASES, indirect=True, ids=list(EXTREMES), scope="module")


def test_every_page_is_whole(made: Made) -> None:
    kinds = {page.kind for page in all_pages(made.safety)}
    assert kinds >= {Kind.HOME, Kind.THEME, Kind.INDICATOR, Kind.AREAS, Kind.DOWNLOADS}
    for path, page in made.pages.items():
        parse(page)
        assert not LEFTOVER.search(page), (path, LEFTOVER.search(page))


@pytest.mark.browser
def test_no_page_is_wider_than_a_phone_and_no_words_in_a_chart_overlap(
    made: Made, browser: Browser, tmp_path: Path
) -> None:
    for path, page in {**made.pages, "assets/baken.css": stylesheet().decode()}.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page, "utf-8")
    context = browser.new_context(viewport={"width": 320, "height": 800})
    tab, found = context.new_page(), []
    with served(tmp_path) as address:
        for path in made.pages:
            visit(tab, address + path)
            for width in (320, 1280):
                tab.set_viewport_size({"width": width, "height": 800})
                said = [f"{sideways(tab)} px"] if sideways(tab) else []
                said += [*tab.evaluate(CUT), *tab.evaluate(OVERLAPS)]
                found += [f"{path} at {width}: {one}" for one in said]
    context.close()
    assert found == []


def test_every_document_is_made_and_no_letter_leaves_the_paper(made: Made) -> None:
    for path, make in makers(made.safety).items():
        if path.endswith(".xlsx") and len(made.safety.local_areas) > 500:
            # Half a minute, of sixty thousand rows.
            continue
        content = make()
        assert len(content) > 10_000, path
        if path.endswith(".pdf"):
            assert list(_off_paper(content)) == [], path


def _off_paper(content: bytes) -> Iterator[str]:
    """The words of a PDF that stand outside their page."""
    document = pypdfium2.PdfDocument(content)
    for number, page in enumerate(document):
        width, height = page.get_size()
        for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            left, bottom, right, top = one.get_bounds()
            if left < 0 or bottom < 0 or right > width or top > height:
                yield f"page {number + 1}: {left:.0f} {bottom:.0f} {right:.0f} {top:.0f}"
    document.close()


def test_overlapping_words_are_seen(browser: Browser) -> None:
    """The test itself."""
    tab = browser.new_page()
    drawn = '<text x="5" y="20">{}</text><text x="{}" y="22">{}</text>'
    for place, expected in ((15, 1), (90, 0), (180, 1)):
        svg = drawn.format("Maastricht", place, "Nederland")
        tab.set_content(f'<svg class="bk-chart" width="200" height="40">{svg}</svg>')
        assert len(tab.evaluate(OVERLAPS)) == expected
    tab.close()
