# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What every page has at its foot, what the site says of its accessibility, and how a page is referred to."""

from __future__ import annotations

import re
from dataclasses import replace
from posixpath import dirname, join, normpath

import pytest
from playwright.sync_api import Browser

from baken.catalogue.lexicon_places import load_municipality_names
from baken.disclosure.personal.outputs import scan_outputs
from baken.model.text import Language
from baken.picture.picture import SafetyPicture
from baken.web.pages import Kind, Page
from baken.web.views import render_page

from .dom import Node, parse
from .sites import EXAMPLE, Site


def test_the_foot_of_every_page_leads_to_terms_sources_changes_accessibility_and_a_contact(
    site: Site,
) -> None:
    website = site.picture.material.municipality.website
    for path in site.paths:
        language = Language.EN if path.startswith("en/") else Language.NL
        links = [one.attrs["href"] for one in site.tree(path).one("footer").all("a")]
        led = {normpath(join(dirname(path), one.split("#")[0])) for one in links if "://" not in one}
        kinds = (Kind.GLOSSARY, Kind.SOURCES, Kind.ACCESSIBILITY, Kind.SEARCH, Kind.REVISIONS, Kind.DOWNLOADS)
        assert {Page(kind, language).path for kind in kinds} <= led, path
        problem = Page(Kind.ACCESSIBILITY, language)
        reported = website in links if website else any(one.endswith("#problem") for one in links)
        assert reported, problem.path


@pytest.mark.parametrize("language", list(Language))
def test_the_page_of_accessibility_claims_no_conformity_and_says_what_was_not_tested(
    site: Site, language: Language
) -> None:
    page = site.page(Kind.ACCESSIBILITY, "", language)
    said = page.one("main").text
    assert {Language.NL: "zegt niet dat de site voldoet", Language.EN: "claims no conformity"}[
        language
    ] in said
    assert not re.search(
        r"voldoet (?:aan|volledig)|is conform|fully compliant|conforms to",
        said.replace("aan de norm voldoet", "").replace("meets the standard", ""),
    )
    parts = [one.attrs["id"] for one in page.all("h2")]
    assert parts == ["tested", "untested", "built", "problem"]
    assert len(page.one("section", aria_labelledby="untested").all("li")) >= 3


def cited(site: Site, key: str, language: Language) -> Node:
    return site.page(Kind.INDICATOR, key, language).one("p", "cite")


@pytest.mark.parametrize("language", list(Language))
def test_each_indicator_has_a_line_to_refer_to_it(site: Site, language: Language) -> None:
    on = site.picture.material.on
    for record in site.picture.records:
        said = cited(site, record.indicator.id, language).text
        page = Page(Kind.INDICATOR, language, record.indicator.id)
        parts = (site.picture.material.municipality.name, record.indicator.name.in_(language), page.path)
        for part in (*parts, f"{on.day} ", str(on.year)):
            assert part in said
        assert ("erzonnen" in said or "nvented" in said) == (site.code == EXAMPLE)
        sources = said.partition({Language.NL: "Bron:", Language.EN: "Source:"}[language])[2]
        assert sources.strip(" .")


def test_an_address_that_is_named_for_a_period_exists(site: Site) -> None:
    for record in site.picture.records:
        page = site.page(Kind.INDICATOR, record.indicator.id)
        named = [one.text for one in page.one("section", aria_labelledby="cite").all("code")]
        own = Page(Kind.INDICATOR, Language.NL, record.indicator.id).path
        assert named[0] == own
        for one in named[1:]:
            path, _, place = one.partition("#")
            assert path == own
            assert page.all("tr", id=place)


@pytest.mark.browser
def test_buttons_copy_the_address_of_the_page_a_chart_or_a_period(maastricht: Site, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    address = maastricht.address + Page(Kind.INDICATOR, Language.NL, "overlast").path
    tab.goto(address)
    for name, copied in (
        ("Kopieer link", address),
        ("Kopieer link: 2021", f"{address}#p2021"),
        ("Kopieer link: Overlast, Maastricht", f"{address}#chart"),
    ):
        button = tab.get_by_role("button", name=name, exact=True)
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
        button.click()
        assert tab.get_by_role("status").inner_text().strip() == "Gekopieerd"
        assert tab.evaluate("navigator.clipboard.readText()") == copied
    context.close()


@pytest.mark.browser
def test_without_javascript_no_button_stands_and_the_address_does(maastricht: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(maastricht.address + Page(Kind.INDICATOR, Language.NL, "overlast").path)
    assert tab.locator("button").count() == 0
    assert tab.locator("[data-copy] code").first.inner_text() == "indicator/overlast.html"
    context.close()


@pytest.mark.parametrize("language", list(Language))
def test_a_municipality_that_is_called_like_a_person_is_not_taken_for_one(
    maastricht: Site, language: Language
) -> None:
    """Buren, Best and Putten are names of people too; a line to refer to a page is no register of persons."""
    listed = load_municipality_names("nl")
    assert listed is not None
    material = maastricht.picture.material
    texts = []
    for code in sorted(listed.names):
        if listed.names[code] in listed.common:
            renamed = replace(material.municipality, name=listed.names[code])
            safety = SafetyPicture(replace(material, municipality=renamed))
            page = render_page(safety, Page(Kind.INDICATOR, language, "geweld"))
            texts.append((f"{code}.html", f"<p>{parse(page).one('p', 'cite').text}</p>"))
    assert len(texts) > 10
    assert scan_outputs(texts) == ()
