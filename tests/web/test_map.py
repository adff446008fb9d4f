# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Pages with a map of real outlines: what stands on them, and how they do in a browser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from baken.areas.load import load_register
from baken.areas.outlines import Outline
from baken.model.area import AreaLevel
from baken.model.text import Language
from baken.picture.material import load_material, with_outlines
from baken.picture.picture import SafetyPicture
from baken.web.assets import fixed_files
from baken.web.pages import Kind, Page
from baken.web.render import render_site
from baken.web.views import render_page
from outlines import CITY, EXAMPLE, invented, maastricht

from .dom import Node, parse
from .sites import TODAY, served
from .test_every_page import MOST_BYTES
from .test_in_browser import problems

DISTRICT = {CITY: "SD0935-centrum", EXAMPLE: "SD9999-centrum"}
PAGES = [
    (kind, code, language)
    for code in (CITY, EXAMPLE)
    for kind in (Kind.HOME, Kind.AREAS, Kind.DISTRICT)
    for language in Language
]


@pytest.fixture(scope="module", autouse=True)
def _django() -> None:
    """Pages are rendered one by one here; the first file of a site sets up what they need."""
    next(render_site(drawn(EXAMPLE, {}), {}))


@cache
def picture(code: str) -> SafetyPicture:
    return drawn(code, maastricht() if code == CITY else invented())


def drawn(code: str, outlines: Mapping[str, Outline]) -> SafetyPicture:
    return SafetyPicture(with_outlines(load_material(code, TODAY), outlines))


def page(kind: Kind, code: str, language: Language = Language.NL) -> Page:
    return Page(kind, language, DISTRICT[code] if kind is Kind.DISTRICT else "")


def tree(
    kind: Kind, code: str, language: Language = Language.NL, safety: SafetyPicture | None = None
) -> Node:
    return parse(render_page(safety or picture(code), page(kind, code, language)))


def figure(found: Node) -> Node:
    """The map of a page with its caption."""
    return next(one for one in found.all("figure") if one.all("svg", id="") or one.all("svg"))


def charts(found: Node) -> list[Node]:
    """The map at its two widths."""
    return [one for one in found.all("svg", "bk-chart") if one.all("g", "bk-areas")]


@dataclass
class Served:
    """Where the pages of one municipality can be opened."""

    code: str
    address: str


@pytest.fixture(scope="module", params=[CITY, EXAMPLE])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    code: str = request.param
    folder: Path = tmp_path_factory.mktemp(f"map-{code}")
    files = dict(fixed_files(picture(code)))
    files |= {
        one.path: render_page(picture(code), one).encode()
        for one in (page(kind, code, language) for kind, of, language in PAGES if of == code)
    }
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    with served(folder) as address:
        yield Served(code, address)


@pytest.mark.parametrize(("kind", "code", "language"), PAGES)
def test_every_neighbourhood_stands_on_the_map_with_its_name(
    kind: Kind, code: str, language: Language
) -> None:
    register = load_register(code)
    names = {area.name for area in register.of_level(AreaLevel.NEIGHBOURHOOD, TODAY)}
    if kind is Kind.DISTRICT:
        division = register.division_of(AreaLevel.DISTRICT, TODAY).id
        names = {register[leaf].name for leaf in register.leaves(DISTRICT[code], division)} & names
    found = charts(tree(kind, code, language))
    for chart in found:
        (areas,) = chart.all("g", "bk-areas")
        assert {one.text.rpartition(": ")[0] for one in areas.all("title")} == names
    # The start page has the map at its small width only, beside a list of the districts.
    assert len(found) == (1 if kind is Kind.HOME else 2)


@pytest.mark.parametrize(("kind", "code", "language"), PAGES)
def test_a_page_with_a_map_of_outlines_weighs_at_most_50_kb(
    kind: Kind, code: str, language: Language
) -> None:
    assert len(render_page(picture(code), page(kind, code, language)).encode()) <= MOST_BYTES


@pytest.mark.parametrize("code", [CITY, EXAMPLE])
def test_every_neighbourhood_on_the_map_leads_to_its_page_and_so_does_a_list(code: str) -> None:
    found = tree(Kind.AREAS, code)
    areas = load_register(code).of_level(AreaLevel.NEIGHBOURHOOD, TODAY)
    expected = sorted(Page(Kind.NEIGHBOURHOOD, Language.NL, area.code).path for area in areas)
    for chart in charts(found):
        assert sorted(one.attrs["href"] for one in chart.all("a")) == expected
    listed = {one.attrs.get("href") for one in found.all("ul", "columns") for one in one.all("a")}
    assert listed == set(expected)


def test_maastricht_has_seven_named_districts_and_says_that_nothing_is_known_yet() -> None:
    found = tree(Kind.AREAS, CITY)
    for chart in charts(found):
        names = {one.text for one in chart.all("text", "bk-area-label")}
        assert names == {"Centrum", "Noord", "Noord-West", "Oost", "West", "Zuid", "Zuid-West"}
        (areas,) = chart.all("g", "bk-areas")
        assert {one.attrs["class"] for one in areas.all("path")} == {"bk-missing"}
        assert {"geen gegevens", "Grenzen: CBS/PDOK, 2024"} <= {one.text for one in chart.all("text")}
    assert "De dikkere lijnen zijn de grenzen van de stadsdelen." in found.text
    assert "Elk vlak leidt naar de pagina van de buurt." in found.text
    assert "vierkant" not in found.text
    assert "Schematische kaart" not in found.text


def test_a_map_with_figures_has_the_same_values_in_its_table() -> None:
    found = tree(Kind.AREAS, EXAMPLE)
    chart = charts(found)[0]
    table = next(one for one in found.all("table") if "Buurt" in one.one("thead").text)
    rows = {f"{name}: {value}" for name, value in table.rows()}
    (areas,) = chart.all("g", "bk-areas")
    assert {one.text for one in areas.all("title")} == rows
    shades = {one.attrs["class"].split()[0] for one in areas.all("path")}
    assert shades == {"bk-missing", *(f"bk-shade-{n}" for n in range(5))}
    for link in areas.all("a"):
        missing = link.one("title").text.endswith(": geen gegevens")
        assert missing == ("bk-missing" in link.one("path").classes)
    assert "Grenzen: Baken (verzonnen), 2026" in {one.text for one in chart.all("text")}


def test_the_page_of_a_district_names_its_neighbourhoods_and_speaks_of_no_other_border() -> None:
    found = tree(Kind.DISTRICT, EXAMPLE, Language.EN)
    assert "North is up." in found.text
    assert "heavier lines" not in found.text
    wide = next(one for one in charts(found) if "bk-wide" in one.classes)
    assert "Proefmarkt" in {one.text for one in wide.all("text", "bk-area-label")}


def test_without_outlines_or_where_one_is_missing_the_map_is_schematic() -> None:
    some = dict(invented())
    some.pop("BU99990101")
    for outlines in ({}, some):
        found = tree(Kind.AREAS, EXAMPLE, safety=drawn(EXAMPLE, outlines))
        assert charts(found) == []
        assert len(found.all("g", "bk-tile")) == 2 * len(invented())
        assert "Schematische kaart" in found.text


def test_outlines_change_no_figure() -> None:
    with_map, without = (picture(EXAMPLE), SafetyPicture(load_material(EXAMPLE, TODAY)))
    assert [one.sentence for one in with_map.records] == [one.sentence for one in without.records]
    assert tree(Kind.AREAS, EXAMPLE).one("details").rows() == (
        tree(Kind.AREAS, EXAMPLE, safety=without).one("details").rows()
    )


@pytest.mark.browser
def test_axe_finds_nothing_and_no_page_with_a_map_scrolls_sideways(site: Served, browser: Browser) -> None:
    context = browser.new_context()
    tab = context.new_page()
    for kind, code, language in PAGES:
        if code != site.code:
            continue
        tab.goto(site.address + page(kind, code, language).path)
        for width, shown, hidden in ((360, "narrow", "wide"), (1280, "wide", "narrow")):
            tab.set_viewport_size({"width": width, "height": 900})
            assert problems(tab) == [], f"{kind} at {width}"
            if kind is Kind.HOME:
                assert tab.locator(".bk-chart:has(.bk-areas)").is_visible()
                continue
            assert tab.locator(f".bk-{shown}:has(.bk-areas)").is_visible()
            assert not tab.locator(f".bk-{hidden}:has(.bk-areas)").is_visible()
    context.close()


COLOURS = """() => {
  const area = document.querySelector('.bk-wide .bk-areas path'), text = getComputedStyle(area);
  const border = getComputedStyle(document.querySelector('.bk-wide .bk-border'));
  const label = getComputedStyle(document.querySelector('.bk-wide .bk-area-label'));
  return {area: text.stroke, fill: text.fill, border: border.stroke, label: label.fill, edge: label.stroke,
          ground: getComputedStyle(document.body).backgroundColor};
}"""


@pytest.fixture
def wide(site: Served, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Tab]:
    """The page of all areas in a wide window, with the colours that the test asks for."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, **getattr(request, "param", {}))
    tab = context.new_page()
    tab.goto(site.address + page(Kind.AREAS, site.code).path)
    yield tab
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    "wide", [{"forced_colors": "active", "color_scheme": one} for one in ("dark", "light")], indirect=True
)
def test_forced_colours_leave_borders_and_names_visible(wide: Tab) -> None:
    found = wide.evaluate(COLOURS)
    assert found["ground"] == found["edge"]
    assert found["ground"] not in (found["area"], found["border"], found["label"])


@pytest.mark.browser
def test_the_area_that_has_the_focus_has_a_thick_line_and_the_next_is_reached_by_tab(wide: Tab) -> None:
    links = wide.locator(".bk-wide .bk-areas a")
    links.first.focus()
    stroke = "() => parseFloat(getComputedStyle(document.activeElement.querySelector('path')).strokeWidth)"
    # Half of the line lies inside the area, where no neighbour covers it.
    assert wide.evaluate(stroke) / 2 >= 3
    name = "() => document.activeElement.querySelector('title').textContent"
    first = wide.evaluate(name)
    wide.keyboard.press("Tab")
    assert wide.evaluate(name) == links.nth(1).locator("title").text_content() != first


@pytest.mark.browser
def test_a_name_on_the_map_is_no_obstacle_for_the_pointer(wide: Tab) -> None:
    label = wide.locator(".bk-wide .bk-area-label").first
    label.scroll_into_view_if_needed()
    box = label.bounding_box()
    assert box is not None
    below = wide.evaluate(
        "([x, y]) => document.elementFromPoint(x, y).tagName",
        [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2],
    )
    assert below == "path"


@pytest.mark.browser
def test_the_map_keeps_its_shades_on_paper(wide: Tab) -> None:
    wide.emulate_media(media="print")
    chart = wide.locator(".bk-figure:has(.bk-areas) svg").first
    assert chart.evaluate("one => getComputedStyle(one).printColorAdjust") == "exact"
    assert wide.locator(".bk-areas path >> visible=true").count() > 20
