# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The live site gives the same bytes as the files, and nothing more than pages to read."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.test.utils import override_settings

from baken.model.text import Language
from baken.store.cycle_snapshots import CycleSnapshots
from baken.store.workspace import KEY, Workspace
from baken.web import assets, state
from baken.web import settings as public
from baken.web.pages import KEYED, Kind, Page
from public_cycles import CYCLE

from .dom import parse
from .sites import EXAMPLE, MAASTRICHT, SECRET, TODAY, Site

# The public site has settings of its own; the tests run with those of the desk, which add to them.
PUBLIC = {
    name: getattr(public, name)
    for name in (
        "ALLOWED_HOSTS",
        "CONTENT_SECURITY_POLICY",
        "MIDDLEWARE",
        "ROOT_URLCONF",
        "SECURE_REFERRER_POLICY",
    )
}


SHOWN: dict[str, str] = {}
"""Of which municipality the last pages were: what is made for one is kept until another is shown."""


def _forget() -> None:
    state.picture_of.cache_clear()
    assets._live_style.cache_clear()
    assets._live_downloads.cache_clear()
    assets._live_charts.cache_clear()
    assets._live_document.cache_clear()
    assets._live_charts.cache_clear()
    assets._live_datasets.cache_clear()


@pytest.fixture(scope="module", autouse=True)
def _nothing_kept() -> Iterator[None]:
    _forget()
    yield
    _forget()


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A workspace with the secret of the files, and with what is public of the example's policy cycle."""
    root = tmp_path_factory.mktemp("workspace")
    (root / KEY).write_bytes(SECRET)
    CycleSnapshots(Workspace(root), EXAMPLE).keep(CYCLE)
    return str(root)


@pytest.fixture
def client(site: Site, workspace: str) -> Iterator[Client]:
    """The live site of the same municipality on the same day; its picture is loaded from these settings."""
    own = {"BAKEN_AREA": site.code, "BAKEN_DATE": TODAY.isoformat(), "BAKEN_WORKSPACE": workspace}
    with override_settings(**PUBLIC, **own):
        if SHOWN.get("last") != site.code:
            _forget()
        SHOWN["last"] = site.code
        yield Client(SERVER_NAME="localhost")


def _without_form(page: bytes) -> bytes:
    return re.sub(rb"<form .*?</form>\n", b"", page, flags=re.DOTALL)


def test_live_pages_and_files_are_those_of_an_edition_byte_for_byte(site: Site, client: Client) -> None:
    paths = [page.path for page in site.samples()]
    beside = [path for path in site.files if not path.endswith(".html")]
    for path in (*paths, *beside):
        answer = client.get(f"/{path}")
        assert answer.status_code == 200, path
        # What a page asks its reader needs somebody who answers, so an edition does not ask.
        assert _without_form(answer.content) == site.files[path], path
    assert client.get("/").content == site.files["index.html"]
    assert client.get("/en/").content == site.files["en/index.html"]


def test_what_does_not_exist_is_not_found(site: Site, client: Client) -> None:
    pages = [Page(kind, language, "nope") for kind in (Kind.THEME, Kind.INDICATOR) for language in Language]
    pages += [Page(kind, Language.NL, "BU00000000") for kind in (Kind.DISTRICT, Kind.NEIGHBOURHOOD)]
    district = next(page.key for page in site.samples() if page.kind is Kind.DISTRICT)
    pages.append(Page(Kind.NEIGHBOURHOOD, Language.NL, district))
    names = ("assets/nope.css", "charts/nope-nl.svg", "figures.xml", "nope.html", "../settings.py", "de/")
    for path in (*(page.path for page in pages), *names):
        assert client.get(f"/{path}").status_code == 404, path


def test_live_answers_carry_the_policy_and_set_no_cookie(site: Site, client: Client) -> None:
    for path in ("", Page(Kind.GLOSSARY, Language.EN).path, "assets/baken.css", "nope"):
        answer = client.get(f"/{path}")
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert not answer.cookies
    del site


def test_the_live_site_answers_what_is_asked_and_keeps_nothing_of_it(site: Site, client: Client) -> None:
    area = site.picture.local_areas[-1].name
    for language, address in ((Language.NL, "/zoeken.html"), (Language.EN, "/en/search.html")):
        answer = client.get(address, {"q": area.upper()})
        found = parse(answer.content.decode()).one("section", aria_labelledby="found")
        assert area in {one.text for one in found.all("a")}, language
        assert not answer.cookies
        assert parse(client.get(address).content.decode()).all("section", aria_labelledby="found") == []
    if site.code == MAASTRICHT:
        for asked in ("met=GM0546&met=GM0983", "met=GM0546,GM0983"):
            tree = parse(client.get(f"/naast-elkaar/misdrijven-totaal.html?{asked}").content.decode())
            ticked = {one.attrs["value"] for one in tree.all("input") if "checked" in one.attrs}
            assert ticked == {"GM0546", "GM0983"}
    # No other page listens to what stands behind the question mark.
    assert client.get("/index.html?q=x&met=y").content == client.get("/index.html").content


def test_pages_are_in_utf8_and_files_say_what_they_are(site: Site, client: Client) -> None:
    names = {"": "text/html", "assets/baken.css": "text/css"}
    names |= {"figures.csv": "text/csv", "figures.json": "application/json"}
    kinds = {path: f"{name}; charset=utf-8" for path, name in names.items()}
    kinds["assets/icon.svg"] = "image/svg+xml"
    assert {path: client.get(f"/{path}").headers["Content-Type"] for path in kinds} == kinds
    del site


def test_only_the_address_of_the_file_answers(site: Site, client: Client) -> None:
    for page in site.samples():
        if page.kind in KEYED:
            folder, name = f"/{page.path}".rsplit("/", 1)
            assert client.get(f"{folder}/{name}").status_code == 200
            for other in (name.removesuffix(".html").upper() + ".html", name.capitalize()):
                assert client.get(f"{folder}/{other}").status_code == 404, other


def test_only_get_and_head_are_allowed(client: Client) -> None:
    for path in ("/", f"/{Page(Kind.GLOSSARY, Language.EN).path}", "/figures.csv", "/assets/baken.css"):
        assert client.head(path).status_code == 200
        for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"):
            answer = client.generic(method, path)
            assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD"), (method, path)
            assert "Content-Security-Policy" in answer.headers


def test_a_host_that_is_not_ours_gets_one_plain_line(client: Client) -> None:
    for host in ("evil.com", "testserver", "localhost.evil.com", "127.0.0.1.evil.com:80"):
        answer = client.get("/", headers={"host": host})
        assert (answer.status_code, answer.content) == (400, b"Bad request.\n"), host
        assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
        assert "Content-Security-Policy" in answer.headers
    for host in ("127.0.0.1:8000", "localhost", "[::1]:1"):
        assert client.get("/assets/baken.css", headers={"host": host}).status_code == 200, host


def test_the_page_not_found_speaks_both_languages_dutch_first(client: Client) -> None:
    answer = client.get("/nope.html")
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert "Cache-Control" not in answer.headers
    tree = parse(answer.content.decode())
    assert [one.attrs["lang"] for one in tree.all("html")] == ["nl"]
    assert len(list(tree.all("title"))) == 1
    assert [one.attrs.get("lang") for one in tree.all("p")] == [None, "en"]
    assert {one.attrs["href"] for one in tree.all("a")} == {"/"}
    assert "bestaat niet" in answer.content.decode()
    assert "does not exist" in answer.content.decode()


def test_pages_and_files_may_be_kept_five_minutes_and_are_not_sent_twice(client: Client) -> None:
    for path in ("/", "/en/", "/figures.csv", "/assets/baken.css"):
        for asked in ({}, {"accept-encoding": "gzip"}):
            answer = client.get(path, headers=asked)
            assert answer.headers["Cache-Control"] == "max-age=300, public"
            again = client.get(path, headers={**asked, "if-none-match": answer.headers["ETag"]})
            assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("language", list(Language))
def test_the_start_page_with_all_it_needs_is_at_most_50_kb(
    site: Site, client: Client, language: Language
) -> None:
    total = 0
    for path in (Page(Kind.HOME, language).path, assets.STYLESHEET, assets.ICON):
        answer = client.get(f"/{path}", headers={"accept-encoding": "gzip"})
        squeezed = answer.headers.get("Content-Encoding") == "gzip"
        assert (gzip.decompress(answer.content) if squeezed else answer.content) == site.files[path]
        total += len(answer.content)
    assert total <= 50 * 1024


def test_every_indicator_page_with_stylesheet_and_icon_is_at_most_50_kb_over_the_wire(site: Site) -> None:
    beside = sum(len(gzip.compress(site.files[path])) for path in (assets.STYLESHEET, assets.ICON))
    sizes = [len(gzip.compress(site.files[path])) for path in site.paths if "indicator/" in path]
    assert max(sizes) + beside <= 50 * 1024


@pytest.mark.parametrize("path", ["/zoeken.html?q=centrum", "/en/search.html?q=centrum"])
def test_what_somebody_looks_for_may_be_kept_by_nobody_on_the_way(client: Client, path: str) -> None:
    assert client.get(path).headers["Cache-Control"] == "no-store"
    assert client.get(path.partition("?")[0]).headers["Cache-Control"] == "max-age=300, public"
