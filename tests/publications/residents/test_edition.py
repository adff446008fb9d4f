# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The edition for residents says what the picture says, no firmer, and nothing that is reserved."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from baken.documents.document import text_document
from baken.model.claim import ClaimVerdict
from baken.model.communication import Communication, Directory, PlannedStep
from baken.model.disclosure import ProtectedCategory
from baken.model.figure import Supported
from baken.model.number import format_number, parse_number
from baken.model.offence import Initiative
from baken.model.text import Language, Text
from baken.picture.claims.check import check_claims
from baken.picture.claims.reading import About
from baken.picture.contacts import directory_of
from baken.picture.picture import SafetyPicture
from baken.publications.book.model import Section
from baken.publications.open_data import records, to_csv
from baken.publications.residents.chapters import Edition
from baken.publications.residents.choosing import ALL, asked_records, themes_told, told_records
from baken.publications.residents.edition import all_words, residents_book, running_texts
from picture.helpers import EXAMPLE, MAASTRICHT, bare, published

from .told import NUMBER, book, chapter, section, words

TOWNS, LANGUAGES = [MAASTRICHT, EXAMPLE], list(Language)
ALLOWED = {"1.000", "1,000", "100", "12", "17", "10"}
"""So many inhabitants, of each hundred, the ages of young people, and the highest mark."""


CALLS = ("Waar kunt u terecht?", "Where can you go?")


def public_numbers(safety: SafetyPicture, language: Language) -> set[str]:
    """The numbers of the open data as they are printed: values, limits of margins, and years."""
    own = {safety.material.municipality.code, safety.material.municipality.reference}
    found = ALLOWED | {str(one.held.year) for one in safety.material.municipality.residents}
    for one in csv.DictReader(io.StringIO(to_csv(records(safety)).decode(), newline="")):
        if one["area"] in own:
            decimals = safety.material.catalogue.indicator(one["indicator"]).decimals
            found.add(one["period"])
            if one["value"]:
                found.add(format_number(Decimal(one["value"]), decimals, language))
            for limit in (one["interval_lower"], one["interval_upper"]):
                if limit:
                    found.add(format_number(Decimal(limit), max(decimals, 1), language))
    return found


def figures_said(safety: SafetyPicture, language: Language) -> Iterator[str]:
    """What is said in figures: all but dates, numbers to call and what was measured of the text."""
    told = book(safety.material.municipality.code, language)
    for one in told.chapters[:4]:
        yield from running_texts((one,))


@pytest.mark.requirement("DOC-19")
@pytest.mark.parametrize("code", TOWNS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_is_one_of_the_open_data(code: str, language: Language) -> None:
    safety = published(code)
    allowed = public_numbers(safety, language)
    said = [number for text in figures_said(safety, language) for number in NUMBER.findall(text)]
    assert len(said) > 60
    assert [number for number in said if number not in allowed] == []


def test_a_number_that_is_not_published_is_seen() -> None:
    assert "12,79" not in public_numbers(published(MAASTRICHT), Language.NL)


@pytest.mark.parametrize("code", TOWNS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_figure_is_told_with_its_own_value_year_and_start(code: str, language: Language) -> None:
    safety = published(code)
    edition = Edition(safety, language)
    told = [one for each in themes_told(safety) for one in each.records]
    for record in (*told, *asked_records(safety)):
        teller = edition.teller(record)
        said = words(section(book(code, language), teller.name))
        assert record.latest is not None
        assert record.latest.value is not None
        value = format_number(record.latest.value, record.indicator.decimals, language)
        assert re.search(
            rf"\b{record.latest.observation.period}\b.*(?<![\d,.]){re.escape(value)}(?![\d]|[,.]\d)", said
        )
        if record.change is not None:
            start = record.at(record.change.start)
            assert start is not None
            assert str(record.change.start) in said
    assert told


@pytest.mark.parametrize("code", TOWNS)
def test_more_and_less_are_said_only_where_the_margin_shows_it(code: str) -> None:
    safety = published(code)
    edition = Edition(safety, Language.NL)
    for record in told_records(safety):
        sign = edition.teller(record).sign()
        supported = record.change.supported_direction if record.change else None
        assert ("▲" in sign) == (supported is Supported.UP)
        assert ("▼" in sign) == (supported is Supported.DOWN)
        first = next(edition.teller(record).sentences())
        if supported is None:
            assert not re.search(r"^(Dat is|De politie telde) (meer|minder|hoger|lager)", first)
            assert not re.search(r"gunstig", sign)


def test_what_the_police_find_by_looking_is_said_to_depend_on_looking() -> None:
    safety = published(EXAMPLE)
    edition = Edition(safety, Language.NL)
    kinds = set()
    for record in told_records(safety):
        said = " ".join(edition.teller(record).sentences())
        kinds.add(record.initiative)
        looked = record.initiative in (Initiative.HAAL, Initiative.MIXED)
        assert ("hoeveel de politie zoekt" in said) == looked
        assert not (looked and re.search("gunstig", edition.teller(record).sign()))
    assert {Initiative.HAAL, Initiative.MIXED, Initiative.BRENG} <= kinds


@pytest.mark.parametrize("code", TOWNS)
def test_the_figures_contradict_no_sentence_and_no_cause_is_named(code: str) -> None:
    safety = published(code)
    refused = (ClaimVerdict.CONTRADICTED, ClaimVerdict.CAUSE_WITHOUT_SOURCE)
    judged = [
        found
        for text in figures_said(safety, Language.NL)
        for found in check_claims(text_document(text), safety, safety.material.on, about=About(code))
    ]
    assert judged
    assert [one.reason.nl for one in judged if one.verdict in refused] == []


def test_what_stands_out_are_the_points_of_the_picture_in_their_order() -> None:
    safety = published(MAASTRICHT)
    edition = Edition(safety, Language.NL)
    (facts,) = chapter(book(MAASTRICHT, Language.NL), "Wat opvalt").blocks
    names = [edition.teller(safety.record(one.indicator, MAASTRICHT)).name for one in safety.highlights]
    assert [name for name, _ in facts.pairs] == names  # type: ignore[union-attr]


@pytest.mark.parametrize("code", TOWNS)
def test_a_theme_shows_one_or_two_figures_and_each_figure_stands_once(code: str) -> None:
    told = themes_told(published(code))
    shown = [one.indicator.id for each in told for one in each.records]
    assert len(shown) == len(set(shown)) <= ALL
    assert all(len(one.records) <= 2 for one in told)
    assert all(one.records for one in told if one.held), "no theme with figures is left out"


def test_missing_and_old_figures_are_named() -> None:
    said = words(chapter(book(MAASTRICHT, Language.NL), "Wat we niet weten"))
    assert "Handel in drugs" in said
    assert "Uit 2021:" in said
    assert "alle cijfers in deze tekst zijn oud" in words(
        chapter(book(MAASTRICHT, Language.NL), "Wat is dit?")
    )


def test_without_any_figure_it_says_so_and_invents_none() -> None:
    told = residents_book(SafetyPicture(bare()), Language.NL)
    said = words(*told.chapters[:4])
    assert "hebben we geen cijfers" in said
    assert "geen enquête" in said
    assert NUMBER.findall(said) == []


@pytest.mark.requirement("DOC-19")
@pytest.mark.parametrize("code", TOWNS)
def test_nothing_that_is_reserved_or_protected_is_told(code: str) -> None:
    safety = published(code)
    rules = safety.material.catalogue.disclosure
    # Where to go may name what happened to somebody; nothing else may.
    said = words(*(one for each in LANGUAGES for one in book(code, each).chapters if one.title not in CALLS))
    for record in told_records(safety):
        assert record.area.code == code
        assert all(one.observation.spread_limit == 0 for one in record.figures)
        assert rules.protects(record.indicator.id) is None
    reserved = [one for one in rules.categories if one.visible_to]
    assert reserved
    assert "inwoners" in said
    named = {word for one in rules.categories for word in one.words}
    assert {word for word in named if word in said.lower()} == set()


def test_an_indicator_that_becomes_reserved_disappears_everywhere() -> None:
    safety = published(EXAMPLE)
    catalogue = safety.material.catalogue
    hidden = ProtectedCategory(
        id="test", name=Text("proef", "test"), reason=Text("proef", "test"), indicators=("winkeldiefstal",)
    )
    rules = replace(catalogue.disclosure, categories=(*catalogue.disclosure.categories, hidden))
    changed = replace(catalogue)
    changed.__dict__["disclosure"] = rules
    told = residents_book(SafetyPicture(replace(safety.material, catalogue=changed)), Language.NL)
    name = "Diefstal uit winkels"
    assert name in words(*book(EXAMPLE, Language.NL).chapters)
    assert name not in words(*told.chapters)


def test_statements_that_are_not_published_yet_are_not_told() -> None:
    safety = published(EXAMPLE)
    municipality = safety.material.municipality
    waiting = replace(
        municipality.residents[0], id="wacht", steps=(), what=Text("Dit wacht nog.", "This waits.")
    )
    changed = replace(safety.material, municipality=replace(municipality, residents=(waiting,)))
    assert "Dit wacht nog." not in words(*residents_book(SafetyPicture(changed), Language.NL).chapters)


def test_what_the_municipality_does_is_in_its_records_or_is_said_to_be_unknown() -> None:
    safety = published(EXAMPLE)
    said = words(chapter(book(EXAMPLE, Language.NL), "Wat de gemeente doet"))
    assert safety.material.municipality.decisions[0].title.nl in said
    assert "weten we niet" in said
    nothing = replace(
        safety.material.municipality,
        decisions=(),
        interventions=(),
        effects=(),
        communication=Communication(),
    )
    bare_town = replace(safety.material, municipality=nothing)
    told = residents_book(SafetyPicture(bare_town), Language.NL)
    assert "staat niet wat de gemeente doet" in words(chapter(told, "Wat de gemeente doet"))


def test_what_was_planned_is_told_with_whether_it_was_done_as_far_as_papers_tell() -> None:
    safety = published(EXAMPLE)
    on = safety.material.on
    before, after = date(2026, 1, 1), date(2027, 1, 1)
    assert before < on < after
    said = {"document": "x", "said": before, "when": Text("ooit", "once")}
    planned = tuple(
        PlannedStep(what=Text(f"{name}.", f"{name}."), by=by, done=done, **{**said, **other})  # type: ignore[arg-type]
        for name, by, done, other in (
            ("Gedaan", before, before, {}),
            ("Verstreken", before, None, {}),
            ("Komt", after, None, {}),
            ("Later gezegd", after, None, {"said": after}),
        )
    )
    town = replace(safety.material.municipality, communication=Communication(planned=planned))
    told = residents_book(SafetyPicture(replace(safety.material, municipality=town)), Language.NL)
    text = words(chapter(told, "Wat de gemeente doet"))
    assert "Gedaan. Dit is gebeurd." in text
    assert "Verstreken. Of dit is gebeurd, weten we niet." in text
    assert text.endswith("Komt.")
    assert "Later gezegd" not in text


@pytest.mark.parametrize("code", TOWNS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_are_explained_are_those_that_are_used(code: str, language: Language) -> None:
    told = book(code, language)
    place = {Language.NL: "Moeilijke woorden", Language.EN: "Hard words"}[language]
    others = " ".join(all_words(one for one in told.chapters if one.title != place))
    (facts,) = chapter(told, place).blocks
    held = {
        one.term.in_(language): one.found.in_(language)
        for one in published(code).material.catalogue.plain_terms
    }
    for term, meaning in facts.pairs:  # type: ignore[union-attr]
        assert re.search(held[term], others, re.IGNORECASE), term
        assert meaning.endswith(".")


def test_every_indicator_has_plain_words_with_the_same_gaps_in_both_languages() -> None:
    catalogue = published(EXAMPLE).material.catalogue
    assert set(catalogue.plain_words) == set(catalogue.indicators)
    assert len({one.name.nl for one in catalogue.plain_words.values()}) == len(catalogue.plain_words)


def test_an_indicator_without_plain_words_is_said_in_its_own() -> None:
    safety = published(MAASTRICHT)
    record = safety.record("geweld", MAASTRICHT)
    teller = replace(Edition(safety, Language.NL).teller(record), plain=None)
    assert teller.name == "Geweldsmisdrijven"
    assert teller.level() == "In 2021 werden er 5,0 geweldsmisdrijven per 1.000 inwoners geregistreerd."


def test_numbers_are_in_the_notation_of_the_language() -> None:
    found = [one for text in running_texts(_figures(Language.EN)) for one in NUMBER.findall(text)]
    assert len(found) > 20
    # One in the notation of another language is refused.
    assert all(parse_number(one, "en") is not None for one in found)


def _figures(language: Language) -> tuple[Section, ...]:
    return book(EXAMPLE, language).chapters[1:4]


def test_of_many_decisions_the_newest_are_told_and_the_others_are_pointed_to() -> None:
    safety = published(EXAMPLE)
    town = safety.material.municipality
    one = town.decisions[0]
    many = tuple(
        replace(one, id=f"besluit-{year}", title=Text(f"Besluit {year}", "x"), taken=date(year, 1, 1))
        for year in (2024, 2010, 2026, 2023, 2022, 2025)
    )
    changed = replace(safety.material, municipality=replace(town, decisions=many))
    told = words(chapter(residents_book(SafetyPicture(changed), Language.NL), "Wat de gemeente doet"))
    assert [year for year in range(2010, 2027) if f"Besluit {year}" in told] == [2023, 2024, 2025, 2026]
    assert "Meer hierover staat op de website." in told


@pytest.mark.parametrize("code", TOWNS)
def test_the_numbers_to_call_are_those_that_somebody_checked(code: str) -> None:
    material = published(code).material
    (facts,) = chapter(book(code, Language.NL), "Waar kunt u terecht?").blocks
    checked = {each.reach.phone for one in directory_of(material) for each in one.contacts}
    held = {name: said for name, said in facts.pairs if name != "Website"}  # type: ignore[union-attr]
    assert set(held) <= checked
    assert "112" in held
    assert "0900-8844" in held
    assert sum("; " in one for one in held.values()) <= 2, "each number stands once"


def test_without_numbers_it_says_so() -> None:
    safety = published(EXAMPLE)
    changed = replace(safety.material.catalogue)
    changed.__dict__["directory"] = Directory()
    material = replace(safety.material, catalogue=changed)
    told = residents_book(SafetyPicture(material), Language.NL)
    assert "geen nummers om te bellen" in words(chapter(told, "Waar kunt u terecht?"))
