# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The first page of the editions of a whole country."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from baken.catalogue.municipality import municipality_names
from baken.edition.country import members
from baken.web.country import country_pages

from .dom import parse
from .sites import served
from .test_in_browser import problems
from .test_valid_html import CHECKERS

ON = date(2026, 11, 22)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("country")
    for path, content in country_pages("nl", members("nl"), ON).items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_bytes(content)
    return place


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with served(folder) as found:
        yield found


@pytest.mark.parametrize(("path", "up"), [("index.html", ""), ("en/index.html", "../")])
def test_it_leads_to_every_municipality_under_its_letter(folder: Path, path: str, up: str) -> None:
    page = parse((folder / path).read_text("utf-8"))
    links = {one.attrs.get("href"): one.text for one in page.one("main").all("a")}
    language = "" if path == "index.html" else "en/"
    for code, name in members("nl").items():
        assert links[f"{up}{code.lower()}/{language}index.html"] == name
    letters = [one.text for one in page.all("h2")]
    assert letters == sorted(letters)
    assert {f"#{one}" for one in letters} <= set(links)
    assert page.one("h1").text


def test_names_stand_under_the_letter_that_people_look_for(folder: Path) -> None:
    text = (folder / "index.html").read_text("utf-8")
    names = municipality_names()
    for code, letter in (("GM0796", "H"), ("GM1900", "S"), ("GM0935", "M")):
        before = text[: text.index(f'"{code.lower()}/index.html"')]
        assert before.rindex("<h2") == before.rindex(f'<h2 id="{letter}"'), names[code]


def test_one_that_could_not_be_built_is_not_in_it() -> None:
    made = country_pages("nl", ["GM0344"], ON)
    assert made["index.html"].count(b"gm0") == 1
    assert "1 gemeente, gezien op 22 november 2026" in made["index.html"].decode()


def test_it_weighs_little(folder: Path) -> None:
    assert len((folder / "index.html").read_bytes()) <= 50_000


@CHECKERS
def test_it_is_valid(folder: Path, check: Callable[[list[Path]], list[str]]) -> None:
    assert check([folder / "index.html", folder / "en" / "index.html"]) == []


@pytest.mark.browser
def test_axe_finds_nothing_and_it_does_not_scroll_sideways(address: str, browser: Browser) -> None:
    tab = browser.new_page()
    tab.goto(f"{address}index.html")
    for width in (320, 360, 1280):
        tab.set_viewport_size({"width": width, "height": 800})
        assert problems(tab) == [], width
    tab.close()
