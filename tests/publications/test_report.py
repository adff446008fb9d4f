# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of one answer: it stands on its own, says everything, and lets nothing in."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken import web
from baken.model.text import Language
from baken.publications.report import report_page, stylesheet
from baken.publications.report_model import Cell, Drawing, Method, Report, Table
from baken.publications.report_words import typeset

from .charts.analysed import ANALYSED, FUNNEL

TABLE = Table(
    "Buurten",
    ("Buurt", "Aantal"),
    ((Cell("Wyck"), Cell("12")), (Cell("Amby"), Cell("–", missing=True))),
    frozenset({1}),
)


def report(language: Language = Language.NL, **more: object) -> Report:
    """A report with one of everything."""
    given: dict[str, object] = {
        "title": "Wyck wijkt af",
        "subtitle": "woninginbraken per 1.000 woningen",
        "answer": ("Een zin.", "Nog een."),
        "drawings": tuple(Drawing(chart, "de maat", TABLE) for chart in ANALYSED),
        "tables": (TABLE,),
        "caveats": ("Geregistreerd is niet gebeurd.",),
        "methods": (Method("Trechter", "Uitleg.", ("Aanname.",)),),
        "sources": ("Bron: test.csv",),
        "date": "2026-11-22",
    }
    return Report(language=language, **(given | more))  # type: ignore[arg-type]


class _Reader(HTMLParser):
    """Every element with its attributes, and whether each was closed in order."""

    empty = frozenset({"meta"})

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.empty:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))


def read(page: str) -> list[tuple[str, dict[str, str | None]]]:
    reader = _Reader()
    reader.feed(page)
    assert reader.open == []
    return reader.elements


def test_the_page_asks_for_nothing_and_runs_nothing() -> None:
    for tag, attributes in read(report_page(report())):
        assert tag not in {"script", "link", "img", "iframe", "object", "base", "form", "a"}
        for name, value in attributes.items():
            assert name not in {"src", "style", "href", "srcset"}, (tag, name)
            assert not name.startswith("on")
            assert "url(" not in (value or "") or re.fullmatch(r"url\(#[\w-]+\)", value or "")
    assert "@import" not in stylesheet()
    assert "url(" not in stylesheet()


def test_a_browser_that_heeds_the_policy_loads_nothing_either() -> None:
    policy = next(one for tag, one in read(report_page(report())) if one.get("http-equiv"))
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'"


def test_every_part_of_the_report_stands_on_the_page() -> None:
    page = report_page(report())
    for part in (
        "Wyck wijkt af",
        "woninginbraken per 1.000 woningen",
        "Een zin.",
        "Nog een.",
        "de maat",
        "Buurten",
        "Geregistreerd is niet gebeurd.",
        "Trechter",
        "Uitleg.",
        "Aanname.",
        "Bron: test.csv",
        "2026-11-22",
    ):
        assert part in page, part
    for chart in ANALYSED:
        assert page.count(f'aria-labelledby="{chart.id}-') == 2
        assert chart.title.replace("<", "&lt;") in page


def test_the_language_is_said_and_the_headings_are_in_it() -> None:
    page = report_page(report(Language.EN))
    assert '<html lang="en">' in page
    assert "Read with this" in page
    assert "Lees hierbij" not in page


def test_ids_are_unique_and_headings_do_not_skip_a_level() -> None:
    elements = read(report_page(report()))
    ids = [one["id"] for _, one in elements if one.get("id")]
    assert len(ids) == len(set(ids))
    levels = [int(tag[1]) for tag, _ in elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_have_a_caption_scopes_and_a_frame_that_the_keyboard_reaches() -> None:
    elements = read(report_page(report(drawings=())))
    scopes = [one.get("scope") for tag, one in elements if tag == "th"]
    assert scopes == ["col", "col", "row", "row"]
    frame = next(one for _, one in elements if one.get("role") == "region")
    assert frame["tabindex"] == "0"
    assert (frame["aria-label"] or "").startswith("Buurten")


def test_a_long_table_scrolls_in_its_frame_and_a_short_one_does_not() -> None:
    rows = tuple((Cell(f"B{n}"), Cell(str(n))) for n in range(15))
    assert 'class="table bk-scroll long"' in report_page(report(tables=(Table("t", ("a", "b"), rows),)))
    assert 'class="table bk-scroll long"' not in report_page(report())


def test_the_same_report_gives_the_same_bytes() -> None:
    assert report_page(report()) == report_page(report())


def test_an_empty_report_leaves_no_empty_headings() -> None:
    page = report_page(report(drawings=(), tables=(), caveats=(), methods=(), sources=(), date=""))
    assert page.count("<h2") == 1


@given(st.text(max_size=60))
def test_any_text_is_written_as_text(text: str) -> None:
    table = Table(text, (text,), ((Cell(text),),))
    page = report_page(
        report(
            title=text,
            subtitle=text,
            answer=(text,),
            drawings=(),
            tables=(table,),
            caveats=(text,),
            methods=(Method(text, text, (text,)),),
            sources=(text,),
            date=text.replace("<", "&lt;")[:0],
        )
    )
    assert {tag for tag, _ in read(page)} <= {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "h1",
        "h2",
        "h3",
        "p",
        "section",
        "div",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "ul",
        "li",
    }


def test_markup_in_a_date_stays_text() -> None:
    assert "<b>" not in report_page(report(date="<b>nu</b>"))


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="every row needs 2 cells"):
        Table("t", ("a", "b"), ((Cell("x"),),))


def test_the_measure_is_not_said_twice() -> None:
    own = report_page(report(drawings=(Drawing(FUNNEL, FUNNEL.unit_label),), tables=()))
    other = report_page(report(drawings=(Drawing(FUNNEL, "iets anders"),), tables=()))
    assert own.count('class="measure"') == 1
    assert other.count('class="measure"') == 2


def test_the_tokens_are_those_of_the_site() -> None:
    pattern = re.compile(r"(--basis-[\w-]+):\s*([^;]+);")
    site = dict(
        pattern.findall((Path(web.__file__).parent / "static" / "tokens.css").read_text(encoding="utf-8"))
    )
    own = dict(pattern.findall(stylesheet()))
    assert own
    assert own == {name: site[name] for name in own}


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("5 % meer", "5\u00a0% meer"),
        ("in mrt 2021", "in mrt\u00a02021"),
        ("▲ signaal", "▲\u00a0signaal"),
        ("a b", "a b"),
    ],
)
def test_what_belongs_together_stays_on_one_line(text: str, typed: str) -> None:
    assert typeset(text) == typed
