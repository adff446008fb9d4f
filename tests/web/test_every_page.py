# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What must hold for every page of a site, whatever stands on it."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from posixpath import dirname, join, normpath
from urllib.parse import urlsplit

import pytest

from baken.picture.contacts import directory_of
from baken.web.pages import all_pages

from .dom import Node
from .sites import EXAMPLE, MAASTRICHT, Site

MOST_BYTES = 50_000
LEFTOVER = re.compile(r"INVALID|\bNone\b|\bnan\b|\{\{|\{%|\}\}|%\}|Decimal\(|<[A-Z]\w+\.[A-Z]+:")


def over_pages(site: Site, check: Callable[[Site, str, Node], Iterator[str]]) -> None:
    """Run a check on every page; fail with all that it found."""
    found = [f"{path}: {problem}" for path in site.paths for problem in check(site, path, site.tree(path))]
    assert not found, "\n".join(found[:20])


def test_every_kind_of_page_is_there_in_both_languages(site: Site) -> None:
    assert {page.path for page in site.samples()} <= set(site.paths)
    assert len(site.dutch) * 2 == len(site.paths)
    expected = {MAASTRICHT: 44, EXAMPLE: 24}[site.code]
    assert sum(path.startswith("buurt/") for path in site.paths) == expected


def _led_to(site: Site) -> set[str]:
    """Where a link may lead outside the site: the municipality, and where residents can go."""
    material = site.picture.material
    held = [each.reach for one in directory_of(material) for each in one.contacts]
    held += [one.reach for one in material.municipality.communication.districts]
    found = {material.municipality.website}
    for one in held:
        found |= {one.website, f"tel:{one.dial}", f"mailto:{one.mailbox}"}
    return found - {"", "tel:", "mailto:"}


def _link_problems(site: Site, path: str, tree: Node) -> Iterator[str]:
    allowed = _led_to(site)
    for node in tree:
        for name in ("href", "src", "xlink:href"):
            link = node.attrs.get(name)
            if link is None:
                continue
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                if node.tag != "a" or link not in allowed:
                    yield f"leads away: {link}"
                continue
            target = normpath(join(dirname(path), parts.path)) if parts.path else path
            if parts.path.startswith("/") or target not in site.files:
                yield f"no such file: {link}"
            elif parts.fragment and parts.fragment not in {one.attrs.get("id") for one in site.tree(target)}:
                yield f"no such place: {link}"


def test_every_link_and_anchor_leads_somewhere_on_the_site_or_to_where_residents_can_go(site: Site) -> None:
    over_pages(site, _link_problems)


def _fetch_problems(site: Site, path: str, tree: Node) -> Iterator[str]:
    scripted = {page.path for page in all_pages(site.picture) if page.scripted}
    for node in tree:
        if node.tag == "script" and (node.raw.strip() or "defer" not in node.attrs or path not in scripted):
            yield f"<script {node.attrs}>"
        if node.tag in ("style", "iframe", "object", "embed", "img", "video", "audio", "form"):
            yield f"<{node.tag}>"
        feed = node.attrs.get("type") == "application/atom+xml"
        if node.tag == "link" and node.attrs.get("rel") not in ("stylesheet", "icon") and not feed:
            yield f"<link {node.attrs}>"
        for name in node.attrs:
            if name == "style" or name.startswith("on"):
                yield f"<{node.tag} {name}=...>"


def test_no_page_has_inline_style_or_script_a_form_or_anything_to_fetch_but_stylesheet_icon_and_one_script(
    site: Site,
) -> None:
    over_pages(site, _fetch_problems)


def _weight_problems(site: Site, path: str, _tree: Node) -> Iterator[str]:
    if len(site.files[path]) > MOST_BYTES:
        yield f"{len(site.files[path])} bytes"


def test_every_page_weighs_at_most_50_kb_before_it_is_squeezed(site: Site) -> None:
    over_pages(site, _weight_problems)


def test_the_script_asks_for_nothing_keeps_nothing_and_is_small(site: Site) -> None:
    script = site.files["assets/baken.js"].decode()
    assert not re.search(r"fetch|XMLHttp|cookie|Storage|indexedDB|https?://|innerHTML|eval|import", script)
    assert len(script.encode()) <= 4000


def test_the_stylesheet_fetches_nothing_and_stays_small(site: Site) -> None:
    css = site.files["assets/baken.css"]
    assert not re.search(rb"@import|https?://|url\(", css)
    assert len(gzip.compress(css, 9)) <= 10 * 1024


def _policy_problems(_site: Site, _path: str, tree: Node) -> Iterator[str]:
    found = [one.attrs["content"] for one in tree.all("meta", http_equiv="Content-Security-Policy")]
    scripts = [one.attrs["src"] for one in tree.all("script")]
    if len(found) != 1 or "default-src 'none'" not in found[0] or "unsafe" in found[0]:
        yield f"Content-Security-Policy: {found}"
    elif ("script-src 'self'" in found[0]) != bool(scripts):
        yield f"{scripts} under {found}"


def test_every_page_carries_a_policy_that_allows_nothing_from_elsewhere(site: Site) -> None:
    over_pages(site, _policy_problems)


def _id_problems(_site: Site, _path: str, tree: Node) -> Iterator[str]:
    ids = Counter(one.attrs["id"] for one in tree if "id" in one.attrs)
    yield from (f"id {name!r} stands {count} times" for name, count in ids.items() if count > 1)
    for node in tree:
        for name in ("aria-labelledby", "aria-describedby"):
            yield from (
                f"{name} of no id {one!r}" for one in node.attrs.get(name, "").split() if one not in ids
            )
        for value in node.attrs.values():
            yield from (
                f"url of no id {one!r}" for one in re.findall(r"url\(#(.*?)\)", value) if one not in ids
            )


def test_ids_are_unique_and_every_reference_to_an_id_finds_it(site: Site) -> None:
    over_pages(site, _id_problems)


def _language_problems(_site: Site, path: str, tree: Node) -> Iterator[str]:
    expected = "en" if path.startswith("en/") else "nl"
    if tree.one("html").attrs["lang"] != expected:
        yield "wrong language"
    other = tree.one("a", "language")
    if {expected, other.attrs["lang"], other.attrs["hreflang"]} != {"nl", "en"}:
        yield "no link to the other language"


def test_every_page_names_its_language_and_links_to_the_other(site: Site) -> None:
    over_pages(site, _language_problems)


def test_the_other_language_leads_back_to_the_same_page(site: Site) -> None:
    for path in site.paths:
        there = normpath(join(dirname(path), site.tree(path).one("a", "language").attrs["href"]))
        back = site.tree(there).one("a", "language").attrs["href"]
        assert there != path
        assert normpath(join(dirname(there), back)) == path


def test_every_title_is_unique(site: Site) -> None:
    titles = Counter(site.tree(path).one("head").one("title").text for path in site.paths)
    assert [title for title, count in titles.items() if count > 1] == []


def _leftover_problems(site: Site, path: str, _tree: Node) -> Iterator[str]:
    source = site.files[path].decode()
    for found in LEFTOVER.finditer(source):
        yield repr(source[max(0, found.start() - 40) : found.end() + 40])


def test_no_page_shows_what_the_program_left_behind(site: Site) -> None:
    over_pages(site, _leftover_problems)


def _heading_problems(_site: Site, _path: str, tree: Node) -> Iterator[str]:
    levels = [int(one.tag[1]) for one in tree if re.fullmatch(r"h[1-6]", one.tag)]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield f"not one h1 at the start: {levels}"
    yield from (f"h{a} before h{b}" for a, b in pairwise(levels) if b > a + 1)
    yield from ("an empty heading" for one in tree if re.fullmatch(r"h[1-6]", one.tag) and not one.text)


def test_headings_start_with_one_h1_and_skip_no_level(site: Site) -> None:
    over_pages(site, _heading_problems)


def _table_problems(_site: Site, _path: str, tree: Node) -> Iterator[str]:
    for table in tree.all("table"):
        if not any(one.text for one in table.all("caption")):
            yield "a table without a caption"
        if not all(one.attrs.get("scope") in ("col", "row") for one in table.all("th")):
            yield "a heading cell without a scope"
        columns = len(table.one("thead").all("th"))
        yield from (f"{len(row)} cells below {columns}" for row in table.rows() if len(row) != columns)


def test_tables_have_a_caption_headings_with_a_scope_and_full_rows(site: Site) -> None:
    over_pages(site, _table_problems)


def test_the_invented_town_says_so_on_every_page_and_a_real_one_on_none(site: Site) -> None:
    for path in site.paths:
        banners = site.tree(path).all(cls="invented-banner")
        if site.code == MAASTRICHT:
            assert banners == [], path
        else:
            word = "Invented" if path.startswith("en/") else "Verzonnen"
            assert [one.text.startswith(word) for one in banners] == [True], path


def _english_problems(site: Site, path: str, tree: Node) -> Iterator[str]:
    if path.startswith("en/"):
        return
    yield from (
        f"English: {one!r}" for one in re.findall(r"\b(?:the|and|does|with|which)\b", tree.one("main").text)
    )
    del site


def test_dutch_pages_hold_no_english_sentence(site: Site) -> None:
    over_pages(site, _english_problems)


@pytest.mark.parametrize("word", ["missing", "too_small", "not_measured", "suppressed"])
def test_codes_of_the_program_are_never_shown_as_they_are(site: Site, word: str) -> None:
    pattern = re.compile(rf"\b{word}\b")
    assert [path for path in site.dutch if pattern.search(site.tree(path).one("main").text)] == []
