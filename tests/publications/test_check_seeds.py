# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The forms that two real documents take: nobody's name in them, short enough to read, and accessible."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from baken.documents.document import read_document
from baken.model.text import Language
from baken.picture.document_check import check_document
from baken.picture.material import load_material
from baken.picture.picture import SafetyPicture
from baken.publications.check_brief import HEIGHT, WIDTH, brief_lines
from baken.publications.check_findings import Findings, findings_of
from baken.publications.check_lines import lines
from baken.publications.check_names import names_of
from baken.publications.check_page import check_page
from baken.publications.check_record import record
from baken.publications.open_data import dump

from .check_schema import read_record
from .test_answers_in_browser import problems
from .test_report import read

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="the two documents are not beside the project")
BOTH = pytest.mark.parametrize("number", ["000", "004"])


def path_of(number: str) -> Path:
    return next(SEEDS.glob(f"{number}_*.txt"))


@cache
def said(number: str) -> Findings:
    """What is said of a document about Maastricht."""
    picture = SafetyPicture(load_material("GM0935", date(2026, 11, 22)))
    return findings_of(check_document(read_document(path_of(number)), picture), names_of(picture.material))


def names() -> set[str]:
    """The names in the deck, taken from where they stand: two makers of texts, a suspect, another maker."""
    rows = path_of("000").read_text("utf-8").splitlines()
    before_digits = [re.split(r"\d", rows[line - 1])[0] for line in (108, 110, 130)]
    suspect = rows[126 - 1].partition("’")[2].partition("(")[0]
    return {word for part in (*before_digits, suspect) for word in re.findall(r"\w{3,}", part)}


def test_no_name_of_the_deck_is_in_any_form() -> None:
    found = said("000")
    forms = {
        "record": dump(record(found)).decode(),
        "page": check_page(found, Language.NL),
        "page in English": check_page(found, Language.EN),
        "lines": "\n".join(lines(found, Language.NL)),
        "short lines": "\n".join(brief_lines(found, Language.NL)),
    }
    assert len(names()) > 5
    for form, text in forms.items():
        leaked = sum(bool(re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)) for name in names())
        assert leaked == 0, form


@BOTH
def test_the_answer_fits_on_a_screen(number: str) -> None:
    for language in Language:
        found = list(brief_lines(said(number), language))
        assert len(found) <= HEIGHT
        assert max(map(len, found)) <= WIDTH


@BOTH
def test_the_record_has_its_form(number: str) -> None:
    found = read_record(dump(record(said(number))).decode())
    assert found.claims
    assert found.remarks
    assert len({one.number for one in found.remarks}) < len(found.remarks)


@BOTH
def test_every_link_on_the_page_leads_somewhere(number: str) -> None:
    elements = read(check_page(said(number), Language.NL))
    ids = [one["id"] for _, one in elements if one.get("id")]
    assert len(ids) == len(set(ids))
    assert {(one["href"] or "")[1:] for tag, one in elements if tag == "a"} <= set(ids)


@pytest.mark.browser
@BOTH
def test_axe_finds_nothing_on_the_page_folded_or_not(browser: Browser, tmp_path: Path, number: str) -> None:
    (tmp_path / "page.html").write_text(check_page(said(number), Language.NL), "utf-8")
    with browser.new_page() as tab:
        tab.goto((tmp_path / "page.html").as_uri())
        for width, opened in ((1280, False), (360, False), (360, True)):
            tab.set_viewport_size({"width": width, "height": 800})
            tab.evaluate(
                "show => document.querySelectorAll('.family').forEach(one => { one.open = show })", opened
            )
            assert problems(tab) == [], (width, opened)


@pytest.mark.browser
def test_a_mark_of_a_folded_note_leads_to_it(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(check_page(said("000"), Language.NL), "utf-8")
    with browser.new_page() as tab:
        tab.goto((tmp_path / "page.html").as_uri())
        mark = tab.locator(".ref.m-note").first
        finding = tab.locator(mark.get_attribute("href") or "")
        assert not finding.is_visible()
        mark.focus()
        tab.keyboard.press("Enter")
        finding.wait_for(state="visible", timeout=2000)
