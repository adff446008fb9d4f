# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A feed for each district: what changed there, once, in the form that news readers know."""

from __future__ import annotations

from dataclasses import replace
from posixpath import dirname, join, normpath
from xml.etree import ElementTree as ET

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.model.area import AreaLevel
from baken.model.edition import EditionStatus
from baken.model.revision import EditionEntry, RevisionLog
from baken.model.text import Language
from baken.picture.picture import SafetyPicture
from baken.publications.revisions.compare import revisions_between
from baken.publications.revisions.items import areas_in, areas_with_feed, items_of
from baken.publications.revisions.told import Told
from baken.publications.revisions.words import area_name
from baken.web.feeds import feed_files, feed_path
from baken.web.pages import Kind, Page, all_pages
from baken.web.render import set_up
from picture.helpers import EXAMPLE, MAASTRICHT, TODAY, published
from publications.revisions.made import EARLIER, after, first_edition, tellings

from .atom import ATOM, feed_problems
from .dom import parse
from .sites import Site

DISTRICT, INDICATOR = "SD9999-centrum", "zakkenrollerij"


def with_one_change(area: str, indicator: str) -> tuple[SafetyPicture, str]:
    """A picture after an edition in which one figure was another; and the period of that figure."""
    material = published(EXAMPLE).material
    first = first_edition(material)
    told = msgspec.json.decode(first.figures)
    one = next(
        each
        for each in reversed(told["figures"])
        if (each["area"], each["indicator"]) == (area, indicator) and each["value"] is not None
    )
    one["value"] += 1
    return after(material, replace(first, figures=msgspec.json.encode(told))), one["period"]


def entries(data: bytes) -> list[ET.Element]:
    return ET.fromstring(data).findall(f"{ATOM}entry")


@pytest.mark.requirement("COM-08")
def test_each_district_has_a_feed_that_its_page_links_to(site: Site) -> None:
    districts = [one for one in site.picture.local_areas if one.level is AreaLevel.DISTRICT]
    assert districts
    for language in Language:
        for area in districts:
            page = Page(Kind.DISTRICT, language, area.code)
            tree, path = site.tree(page.path), feed_path(area.code, language)
            (link,) = tree.one("head").all("link", type="application/atom+xml")
            assert normpath(join(dirname(page.path), link.attrs["href"])) == path
            assert link.attrs["rel"] == "alternate"
            assert area.name in link.attrs["title"]
            visible = [one.attrs["href"] for one in tree.one("main").all("a", type="application/atom+xml")]
            assert [normpath(join(dirname(page.path), one)) for one in visible] == [path]
            assert list(feed_problems(site.files[path])) == []


def test_the_feeds_of_a_first_edition_are_empty_and_say_so(site: Site) -> None:
    feeds = [path for path in site.files if "feeds/" in path]
    assert len(feeds) == 2 * len(areas_with_feed(site.picture))
    for path in feeds:
        assert list(feed_problems(site.files[path])) == []
        assert entries(site.files[path]) == []
        said = "This is the first edition" if path.startswith("en/") else "Dit is de eerste editie"
        assert ET.fromstring(site.files[path]).findtext(f"{ATOM}subtitle", "").startswith(said)
    district = next(one for one in areas_with_feed(site.picture) if one.level is AreaLevel.DISTRICT)
    assert "Dit is de eerste editie" in site.page(Kind.DISTRICT, district.code).one("main").text


@pytest.mark.requirement("COM-08")
def test_one_changed_figure_is_one_item_in_the_feed_of_its_district_and_in_no_other() -> None:
    picture, period = with_one_change(DISTRICT, INDICATOR)
    files = dict(feed_files(picture))
    pages = {page.path for page in all_pages(picture)}
    for language in Language:
        for area in areas_with_feed(picture):
            path = feed_path(area.code, language)
            assert list(feed_problems(files[path])) == []
            # That of the municipality has an item about the edition as a whole.
            assert len(entries(files[path])) == (area.code in {DISTRICT, EXAMPLE}), path
            for one in entries(files[path]):
                link = one.find(f"{ATOM}link")
                assert link is not None
                assert normpath(join(dirname(path), link.attrib["href"])) in pages
    (item,) = entries(files[feed_path(DISTRICT, Language.NL)])
    assert item.findtext(f"{ATOM}updated") == f"{TODAY.isoformat()}T00:00:00Z"
    text = "".join(item.itertext())
    assert period in text
    assert "was" in text
    quiet = [area.code for area in areas_with_feed(picture) if area.code not in {EXAMPLE, DISTRICT}]
    assert quiet
    for code in quiet:
        subtitle = ET.fromstring(files[feed_path(code, Language.NL)]).findtext(f"{ATOM}subtitle", "")
        assert "veranderde hier niets" in subtitle


def test_ids_stay_the_same_and_differ_by_language() -> None:
    first, again = (dict(feed_files(with_one_change(DISTRICT, INDICATOR)[0])) for _ in range(2))
    assert first == again
    ids = {
        language: [one.findtext(f"{ATOM}id") for one in entries(first[feed_path(DISTRICT, language)])]
        for language in Language
    }
    assert not set(ids[Language.NL]) & set(ids[Language.EN])


@given(tellings(EARLIER), tellings(TODAY), st.sampled_from([MAASTRICHT, "SD0935-centrum", "SD0935-oost"]))
@settings(max_examples=100, deadline=None)
def test_items_are_the_differences_in_that_area_and_nothing_else(before: Told, now: Told, code: str) -> None:
    material = published(MAASTRICHT).material
    revisions = revisions_between(before, now)
    more = {"status": EditionStatus.WORKING, "on": TODAY}
    entry = EditionEntry(number=2, since=EARLIER, compared=True, revisions=revisions, **more)  # type: ignore[arg-type]
    log = RevisionLog(municipality=MAASTRICHT, editions=(entry,))
    area = material.register[code]
    items = [one for one in items_of(material, log, area) if one.indicator]
    inside = areas_in(material, area)
    expected = {(one.indicator, one.area) for one in revisions if one.area in inside}
    assert sorted((one.indicator, one.area) for one in items) == sorted(expected)
    said = [
        line
        for one in items
        for line in one.lines
        if line.nl.startswith(area_name(material, one.area) + ", ")
    ]
    assert len(said) == sum(one.area in inside for one in revisions)
    assert len({one.name for one in items}) == len(items)


def test_the_page_of_changes_tells_the_old_and_the_new_figure_and_stays_small() -> None:
    set_up()
    from baken.web.views import render_page

    picture, period = with_one_change(DISTRICT, INDICATOR)
    for language, was in ((Language.NL, "was"), (Language.EN, "was")):
        html = render_page(picture, Page(Kind.REVISIONS, language))
        text = parse(html).one("main").text
        assert f"{period}: n" in text
        assert was in text
        assert len(html.encode()) < 50_000
        district = parse(render_page(picture, Page(Kind.DISTRICT, language, DISTRICT))).one("main").text
        assert f"{period}: n" in district


def test_a_page_of_changes_with_everything_changed_stays_below_50_kb() -> None:
    set_up()
    from baken.web.views import render_page

    material = published(EXAMPLE).material
    first = first_edition(material)
    told = msgspec.json.decode(first.figures)
    for one in told["figures"]:
        one["value"] = None if one["value"] is None else one["value"] + 1
    picture = after(material, replace(first, figures=msgspec.json.encode(told)))
    for language in Language:
        for kind, key in ((Kind.REVISIONS, ""), (Kind.DISTRICT, DISTRICT)):
            html = render_page(picture, Page(kind, language, key))
            assert kind is Kind.DISTRICT or len(html.encode()) <= 50_000
    for path, data in feed_files(picture):
        assert list(feed_problems(data)) == [], path
        assert entries(data)
