# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Every paper of the cycle: its whole text, the same bytes, real headings, and nothing that is dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.council.validity import VotingRules
from baken.model.action import Action
from baken.model.cycle_papers import (
    Consulted,
    GoalLine,
    ImplementationPlan,
    Named,
    PowerLine,
    TargetLine,
    ThemeLine,
)
from baken.model.text import Language
from baken.publications.office.texts import plain
from docs.pages import blocks
from publications.office import needs_office, pages_in_office, parts_of, times_in
from publications.word.cycle.examples import IMPRINT, lines, opened, words_in
from publications.word.cycle.papers import PAPERS

GOLDEN = Path(__file__).parent / "golden"
EVERY = sorted(PAPERS)


def made(name: str, language: Language = Language.NL) -> bytes:
    make, record = PAPERS[name]
    return make(record, language)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", EVERY)
def test_the_whole_text_is_as_agreed(name: str, language: Language) -> None:
    golden = (GOLDEN / f"{name}.{language.value}.txt").read_text(encoding="utf-8")
    assert lines(made(name, language)) == golden.splitlines()[3:]


@pytest.mark.parametrize("name", EVERY)
def test_the_same_record_gives_the_same_bytes_and_no_clock_is_in_them(name: str) -> None:
    day = PAPERS[name][1].imprint.day
    first = made(name)
    assert made(name) == first
    assert times_in(first) == {(day.year, day.month, day.day, 12, 0, 0)}
    assert parts_of(first)["docProps/core.xml"].count(f"{day}T12:00:00Z".encode()) == 2


@pytest.mark.parametrize("name", EVERY)
def test_both_languages_have_the_same_headings_and_tables(name: str) -> None:
    dutch, english = (opened(made(name, one)) for one in Language)
    shapes = [
        ([one.style.name for one in each.paragraphs], [len(one.rows) for one in each.tables])
        for each in (dutch, english)
    ]
    assert shapes[0] == shapes[1]
    assert dutch.core_properties.language == "nl-NL"
    assert english.core_properties.language == "en-GB"


@pytest.mark.parametrize("name", EVERY)
def test_tables_repeat_their_headers_and_say_what_they_hold(name: str) -> None:
    tables = opened(made(name)).tables
    assert tables
    for one in tables:
        assert one.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert one._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


@pytest.mark.parametrize("name", EVERY)
def test_a_template_gives_the_look(name: str, tmp_path: Path) -> None:
    own = Document()
    own.sections[0].header.paragraphs[0].text = "Huisstijl van Voorbeeldstad"
    own.save(str(tmp_path / "eigen.docx"))
    make, record = PAPERS[name]
    data = make(record, Language.NL, tmp_path / "eigen.docx")
    assert opened(data).sections[0].header.paragraphs[0].text == "Huisstijl van Voorbeeldstad"
    assert lines(data) == lines(made(name))


@pytest.mark.parametrize("name", [one for one in EVERY if one != "council-decision"])
@given(odd=st.text(st.characters(exclude_categories=["Cs"]), max_size=12), language=st.sampled_from(Language))
@settings(max_examples=25)
def test_every_string_that_is_given_stands_in_the_document(name: str, odd: str, language: Language) -> None:
    make, record = PAPERS[name]
    given_words = _changed(record, lambda one: f"{one}{{x}} {odd}")
    said = _spaced(words_in(make(given_words, language)))
    shown = [one for one in _strings(given_words, given_words, name) if one.strip()]
    assert len(shown) >= 15
    assert [one for one in shown if _spaced(plain(one)) not in said] == []


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    """The same records with every text changed, ids too, so that what belongs together stays together."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return change(value) if value else value
    if isinstance(value, tuple):
        return tuple(_changed(one, change) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        # Built again through its own checks.
        return type(value)(**{one.name: _changed(getattr(value, one.name), change) for one in fields(value)})
    return value


def _strings(value: Any, whole: Any, name: str) -> Iterator[str]:
    """Every text of a record that the paper must show."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _strings(one, whole, name)
    elif is_dataclass(value):
        for one in fields(value):
            if one.name not in _elsewhere(value, whole, name):
                yield from _strings(getattr(value, one.name), whole, name)


def _elsewhere(value: Any, whole: Any, name: str) -> frozenset[str]:
    """What a paper does not print: ids whose names it prints, and what it must leave out."""
    hidden: set[str] = {"code"}
    if isinstance(value, Action):
        hidden |= {"goal", "theme", "indicator"}
        if not isinstance(whole, ImplementationPlan):
            # The other fields of an action stand in the plan; an evaluation only counts the actions.
            wanted = {"title", "what", "lead", "start_words", "end_words", "reason"}
            hidden |= {one.name for one in fields(value)} - (wanted if name == "progress-report" else set())
    elif isinstance(value, Named | ThemeLine):
        hidden |= {"id"}
    elif isinstance(value, GoalLine):
        hidden |= {"id", "theme"}
        hidden |= {"targets", "vision"} if isinstance(whole, ImplementationPlan) else set()
    elif isinstance(value, TargetLine) and value.state.value in {"proposed", "piloted"}:
        hidden |= {one.name for one in fields(value)}
    elif isinstance(value, PowerLine) and not value.checked:
        hidden |= {"article"}
    elif isinstance(value, Consulted):
        hidden |= {"themes"}
    elif isinstance(value, VotingRules):
        # Articles that nobody has checked.
        hidden |= {one.name for one in fields(value)}
    return frozenset(hidden)


@pytest.mark.parametrize("name", EVERY)
def test_words_of_people_are_never_markup_or_fields(name: str) -> None:
    odd = '<w:fldSimple w:instr="AUTHOR"/> & {0} =1+1'
    make, record = PAPERS[name]
    data = make(_changed(record, lambda one: f"{one} {odd}"), Language.NL)
    document = opened(data)
    assert not list(document.element.body.iter(qn("w:fldSimple"), qn("w:instrText")))
    assert words_in(data).count(odd) >= 8


def test_the_house_style_of_a_municipality_is_found_by_its_code() -> None:
    assert IMPRINT.code == ""
    make, record = PAPERS["control-section"]
    coded = type(record)(
        **{one.name: getattr(record, one.name) for one in fields(record) if one.name != "imprint"},
        imprint=type(IMPRINT)(municipality="Voorbeeldstad", day=IMPRINT.day, code="GM9999"),
    )
    # The invented town holds no template of its own, so its papers have the sober look.
    assert opened(make(coded)).sections[0].header.paragraphs[0].text == "Voorbeeldstad"


def test_the_example_of_the_documentation_works() -> None:
    page = Path(__file__).parents[4] / "docs" / "cycle-papers.md"
    (block,) = (one for one in blocks(page) if one.language == "python")
    names: dict[str, Any] = {}
    exec(compile(block.text, str(page), "exec"), names)
    assert lines(names["data"])[0] == "# Voortgangsrapportage Uitvoeringsplan 2027-2028"


@needs_office
def test_they_open_in_an_office_program(tmp_path: Path) -> None:
    files = {f"{name}.docx": made(name) for name in EVERY}
    found = pages_in_office(tmp_path, files)
    assert set(found) == set(files)
    assert all(1 <= count <= 8 for count in found.values())
