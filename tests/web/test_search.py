# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Finding a place or a subject: the index of an edition, and what the live site answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from posixpath import dirname, join, normpath
from string import ascii_uppercase
from urllib.parse import quote, urlsplit

import pytest
from django.http import Http404
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from baken.model.area import Area, AreaLevel, Division, Membership
from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.web.pages import LETTERS, Kind, Page
from baken.web.render import set_up
from baken.web.search import Entry, index, matches, plain
from baken.web.views import render_page

from .dom import Node, parse
from .extremes import with_many_neighbourhoods
from .sites import Site
from .test_every_page import MOST_BYTES
from .test_in_browser import problems

NL = Page(Kind.SEARCH, Language.NL)


def found(site: Site, asked: str, page: Page = NL) -> list[str]:
    """The names of what answers a question, the best first."""
    return [one.name for one in matches(index(site.picture, page), asked)]


def live(site: Site, asked: str, page: Page = NL) -> Node:
    return parse(render_page(site.picture, page, {}, asked))


def names(tree: Node) -> list[str]:
    return [one.one("a").text for one in tree.all("li") if one.all("a")]


@pytest.mark.parametrize("language", list(Language))
def test_the_index_leads_to_every_place_theme_and_indicator(site: Site, language: Language) -> None:
    page = Page(Kind.SEARCH, language)
    tree = site.tree(page.path).one("div", id="index")
    led = {normpath(join(dirname(page.path), urlsplit(one.attrs["href"]).path)) for one in tree.all("a")}
    kinds = {AreaLevel.DISTRICT: Kind.DISTRICT, AreaLevel.NEIGHBOURHOOD: Kind.NEIGHBOURHOOD}
    wanted = [Page(kinds[one.level], language, one.code) for one in site.picture.local_areas]
    wanted += [Page(Kind.INDICATOR, language, one.indicator.id) for one in site.picture.records]
    themes = site.picture.material.municipality.themes
    wanted += [Page(Kind.THEME, language, one.id) for one in themes]
    assert {one.path for one in wanted} <= led


def test_the_letters_lead_to_their_part_in_the_order_of_the_alphabet(site: Site) -> None:
    tree = site.tree(NL.path)
    letters = [one.text for one in tree.one("nav", "letters").all("a")]
    assert letters == sorted(letters) == [one.text for one in tree.one("div", id="index").all("h2")]
    for part in tree.one("div", id="index").all("section"):
        entries = [plain(one) for one in names(part)]
        assert entries == sorted(entries)
        assert {one[0] for one in entries} <= {part.one("h2").text.lower()}


def test_an_edition_has_no_box_that_nobody_answers(site: Site) -> None:
    tree = site.tree(NL.path)
    assert [one for one in tree if one.tag in {"form", "input", "button"}] == []


def test_search_is_offered_on_every_page(site: Site) -> None:
    for path in site.paths:
        header = site.tree(path).one("header")
        led = {normpath(join(dirname(path), one.attrs["href"])) for one in header.all("a")}
        assert Page(Kind.SEARCH, Language.EN if path.startswith("en/") else Language.NL).path in led


@pytest.mark.parametrize("asked", ["6211", "6211 AB", "6211ab", " 6211  xz "])
def test_a_postcode_is_known_by_its_four_digits(maastricht: Site, asked: str) -> None:
    assert found(maastricht, asked)[0] == "6211"
    said = live(maastricht, asked)
    assert "welke buurten" in said.one("section", aria_labelledby="found").text.lower()


def test_a_postcode_of_elsewhere_is_not_found(maastricht: Site) -> None:
    assert found(maastricht, "1011 AB") == []
    assert "niets gevonden" in live(maastricht, "1011 AB").text


@pytest.mark.parametrize(
    "asked", ["Belvédère", "belvedere", "BELVEDERE", "  belvedere ", "belvede", "be\u0301lve\u0301de\u0300re"]
)
def test_accents_capitals_and_spaces_make_no_difference(maastricht: Site, asked: str) -> None:
    assert "Belvédère" in found(maastricht, asked)


def test_the_whole_name_goes_before_a_part_of_it(maastricht: Site) -> None:
    first = found(maastricht, "caberg")
    assert first[0] == "Caberg"
    assert "Oud-Caberg" in first


def test_another_word_for_a_term_finds_the_term(site: Site) -> None:
    known = [one for one in index(site.picture, NL) if one.what == "term" and one.others]
    assert known
    for one in known:
        for other in one.others:
            assert one.name in found(site, other), other


def test_a_question_with_another_word_also_finds_what_bears_the_name() -> None:
    term = Entry("MJP", "term", (("MJP", "a.html"),), ("kadernota", "IVP"))
    theme = Entry("Uitvoering van het MJP", "theme", (("x", "b.html"),))
    apart = Entry("Ivpark", "neighbourhood", (("Ivpark", "c.html"),))
    assert [one.name for one in matches([apart, term, theme], "kadernota")] == [
        "MJP",
        "Uitvoering van het MJP",
    ]
    assert matches([apart, term, theme], "ivp")[0] is term


@pytest.mark.parametrize("asked", ["", "   ", "-", "<>", "'", "%00"])
def test_a_question_without_letters_finds_nothing(maastricht: Site, asked: str) -> None:
    assert found(maastricht, asked) == [] or plain(asked)


def test_what_is_asked_is_written_out_and_never_read_as_markup(maastricht: Site) -> None:
    source = render_page(maastricht.picture, NL, {}, '"><script>alert(1)</script>')
    assert "<script>alert" not in source
    assert parse(source).one("input").attrs["value"] == '"><script>alert(1)</script>'
    assert len(parse(render_page(maastricht.picture, NL, {}, "x" * 5000)).one("input").attrs["value"]) == 100


def test_the_live_page_is_that_of_the_edition_with_a_box(site: Site) -> None:
    tree = live(site, "")
    assert tree.one("form").attrs["method"] == "get"
    (label,) = tree.one("form").all("label")
    assert label.attrs["for"] == tree.one("input").attrs["id"]
    assert tree.one("div", id="index").raw == site.tree(NL.path).one("div", id="index").raw
    assert not tree.all("section", aria_labelledby="found")


def test_english_pages_find_terms_in_english_and_in_dutch(maastricht: Site) -> None:
    page = Page(Kind.SEARCH, Language.EN)
    both = [one for one in maastricht.picture.material.catalogue.glossary if one.english]
    for one in both[:5]:
        assert one.english in found(maastricht, one.english, page)
        assert one.english in found(maastricht, one.term, page)


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.browser
def test_the_script_narrows_the_list_and_says_how_much_is_left(maastricht: Site, tab: Tab) -> None:
    tab.goto(maastricht.address + NL.path)
    box = tab.get_by_label("Zoek in deze lijst")
    lines = tab.locator("#index li")
    assert lines.filter(visible=True).count() == lines.count()
    box.fill("Belvedere")
    assert lines.filter(visible=True).all_inner_texts() == ["Belvédère buurt"]
    assert tab.get_by_role("status").inner_text() == "1 in deze lijst"
    box.fill("6211 AB")
    assert lines.filter(visible=True).all_inner_texts() == ["6211 postcodegebied"]
    box.fill("qqqq")
    assert lines.filter(visible=True).count() == 0
    assert tab.get_by_role("status").inner_text() == "Niets in deze lijst"
    box.fill("")
    assert lines.filter(visible=True).count() == lines.count()
    assert tab.url == maastricht.address + NL.path
    assert tab.context.cookies() == []
    assert tab.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.browser
def test_without_javascript_the_index_is_whole_and_has_no_box(maastricht: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(maastricht.address + NL.path)
    assert tab.locator("input").count() == 0
    tab.locator(".letters a", has_text="B").first.click()
    assert tab.url.endswith("#i-b")
    tab.get_by_role("link", name="Belvédère").click()
    assert "/buurt/" in tab.url
    assert quote("Belvédère") not in tab.url
    context.close()


@pytest.mark.requirement("DOC-23")
@pytest.mark.parametrize("asked", ["IVP", "ivp", "kadernota", "integraal veiligheidsplan"])
def test_another_name_of_the_safety_programme_finds_the_programme(maastricht: Site, asked: str) -> None:
    assert "Meerjarenprogramma Veiligheid" in found(maastricht, asked)
    link = live(maastricht, asked).one("section", aria_labelledby="found")
    address = next(one.attrs["href"] for one in link.all("a") if one.text == "Meerjarenprogramma Veiligheid")
    path, _, place = address.partition("#")
    (term,) = [one for one in maastricht.tree(path) if one.attrs.get("id") == place]
    assert "Meerjarenprogramma Veiligheid" in term.text


@pytest.mark.requirement("TRAP-25")
@pytest.mark.parametrize("asked", ["uitvoeringsprogramma", "uitvoeringsplan", "Uitvoeringsplan "])
def test_both_words_for_the_plan_that_carries_out_the_programme_find_it(maastricht: Site, asked: str) -> None:
    assert any("uitvoeringsplan" in plain(one) for one in found(maastricht, asked))


def test_a_document_is_found_by_its_title_and_its_other_names(maastricht: Site) -> None:
    for one in maastricht.picture.material.municipality.references:
        for name in (one.title, *one.names):
            assert one.title in found(maastricht, name)


@pytest.mark.browser
def test_axe_finds_nothing_on_the_live_pages_with_a_form(maastricht: Site, tab: Tab) -> None:
    beside = Page(Kind.BESIDE, Language.NL, "misdrijven-totaal")
    for page, asked in ((NL, "6211 AB"), (NL, "qqqq"), (beside, "GM0546,GM0983,GM0080,GM0000")):
        source = render_page(maastricht.picture, page, {}, asked)
        name = page.path.replace(".html", "-live.html")
        (maastricht.folder / name).write_text(source, "utf-8")
        tab.goto(maastricht.address + name)
        for width in (320, 360, 1280):
            tab.set_viewport_size({"width": width, "height": 800})
            assert problems(tab) == [], f"{name} at {width}"


def test_a_postcode_area_of_which_the_neighbourhoods_are_known_leads_to_them(example: Site) -> None:
    material = example.picture.material
    register = material.register
    two = [one for one in example.picture.local_areas if one.level is AreaLevel.NEIGHBOURHOOD][:2]
    always = register[register.root].validity
    postcode = Area(code="PC1234", name="1234", level=AreaLevel.POSTCODE, validity=always)
    division = Division(
        id="pc4", level=AreaLevel.POSTCODE, name=Text("PC4", "PC4"), validity=always, source=""
    )
    pairs = [("PC1234", one.code) for one in two]
    members = [Membership(division="pc4", parent=above, child=below) for above, below in pairs]
    changed = replace(
        register,
        areas={**register.areas, "PC1234": postcode},
        divisions={**register.divisions, "pc4": division},
        memberships=(*register.memberships, *members),
    )
    picture = SafetyPicture(replace(material, register=changed))
    (entry,) = matches(index(picture, NL), "1234 XY")
    paths = [Page(Kind.NEIGHBOURHOOD, Language.NL, one.code).path for one in two]
    assert entry.links == tuple((one.name, path) for one, path in zip(two, paths, strict=True))
    said = parse(render_page(picture, NL, {}, "1234 XY")).one("section", aria_labelledby="found")
    assert [one.attrs["href"] for one in said.all("a")] == paths
    assert "niet bekend" not in said.text


def test_an_index_too_long_for_one_page_has_a_page_for_each_letter() -> None:
    set_up()
    material = with_many_neighbourhoods()
    areas = {
        code: replace(one, name=f"{ascii_uppercase[number % 26]}-buurt {number}")
        for number, (code, one) in enumerate(material.register.areas.items())
    }
    picture = SafetyPicture(replace(material, register=replace(material.register, areas=areas)))
    start = render_page(picture, NL)
    tree = parse(start)
    assert tree.all("div", id="index") == []
    pages = {Page(Kind.LETTER, Language.NL, one).path: Page(Kind.LETTER, Language.NL, one) for one in LETTERS}
    offered = [one.attrs["href"] for one in tree.one("nav", "letters").all("a")]
    assert offered
    assert set(offered) <= set(pages)
    sources = {path: render_page(picture, one) for path, one in pages.items()}
    assert max(len(one.encode()) for one in (start, *sources.values())) <= MOST_BYTES
    led = [one.attrs["href"] for path in offered for one in parse(sources[path]).one("main").all("a")]
    for area in picture.local_areas:
        kind = Kind.DISTRICT if area.level is AreaLevel.DISTRICT else Kind.NEIGHBOURHOOD
        assert led.count(pages[offered[0]].to(kind, area.code)) == 1


def test_a_short_index_has_no_page_for_a_letter(site: Site) -> None:
    assert not [path for path in site.paths if path.startswith("zoeken/")]
    for key in ("b", "nope"):
        with pytest.raises(Http404):
            render_page(site.picture, Page(Kind.LETTER, Language.NL, key))
