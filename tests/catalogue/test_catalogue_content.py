# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the Dutch catalogue holds is whole: every code has a flag, every indicator what it needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from baken.catalogue.catalogue import load_catalogue
from baken.catalogue.municipality import load_municipality, municipalities
from baken.model.errors import UsageError
from baken.model.indicator import Indicator
from baken.model.offence import Initiative
from baken.model.text import Text

CATALOGUE = load_catalogue()
VERSIONS = [version for versions in CATALOGUE.indicators.values() for version in versions]
CITIES = sorted(municipalities())


def codes(system: str) -> dict[str, Initiative]:
    return {code: one.initiative for (own, code), one in CATALOGUE.registrations.items() if own == system}


def texts(thing: object) -> Iterator[Text]:
    """Every text in two languages inside a definition."""
    if isinstance(thing, Text):
        yield thing
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from texts(getattr(thing, field.name))
    elif isinstance(thing, tuple | list):
        for one in thing:
            yield from texts(one)
    elif isinstance(thing, dict):
        yield from texts(list(thing.values()))


def test_there_are_59_types_of_offence_and_each_says_who_brings_it_to_light() -> None:
    found = codes("politie-misdrijven")
    assert len(found) == 59
    assert Counter(found.values()) == {
        Initiative.BRENG: 23,
        Initiative.HAAL: 30,
        Initiative.MIXED: 5,
        Initiative.NONE: 1,
    }
    assert [code for code, flag in found.items() if flag is Initiative.NONE] == ["0.0.0"]


def test_there_are_eight_classes_of_nuisance_and_a_total() -> None:
    found = codes("politie-overlast")
    assert set(found) == {"0.0.0", "E33", "E35", "E38", "E41", "F010", "M061", "M062", "M22"}
    assert [code for code, flag in found.items() if flag is Initiative.NONE] == ["0.0.0"]


def test_only_the_total_of_each_table_is_called_a_total() -> None:
    totals = {key for key, one in CATALOGUE.registrations.items() if one.is_total}
    assert totals == {("politie-misdrijven", "0.0.0"), ("politie-overlast", "0.0.0")}
    assert all(one.classes for one in CATALOGUE.registrations.values() if not one.is_total)


def test_every_flag_has_an_author_a_date_and_a_reason() -> None:
    for one in CATALOGUE.registrations.values():
        assert one.history, one.code
        assert all(change.author and change.reason and change.date for change in one.history)


@pytest.mark.parametrize("version", VERSIONS, ids=lambda one: f"{one.id}-{one.version}")
def test_every_indicator_has_a_context_note_in_both_languages(version: Indicator) -> None:
    assert len(version.context.nl.split()) >= 5
    assert len(version.context.en.split()) >= 5
    assert version.context.nl != version.context.en


@pytest.mark.parametrize("version", VERSIONS, ids=lambda one: f"{one.id}-{one.version}")
def test_every_sentence_has_a_place_for_the_period_and_the_value_and_for_nothing_else(
    version: Indicator,
) -> None:
    for words in (version.sentence.nl, version.sentence.en):
        said = words.format(period="PERIOD", value="VALUE")
        assert said.count("PERIOD") == 1
        assert said.count("VALUE") == 1
        assert not said.endswith(".")


@pytest.mark.parametrize("version", VERSIONS, ids=lambda one: f"{one.id}-{one.version}")
def test_every_indicator_belongs_to_known_fields_and_covers_known_codes(version: Indicator) -> None:
    assert set(version.fields) <= {field.id for field in CATALOGUE.fields}
    assert set(version.covers) <= set(codes("politie-misdrijven"))
    assert set(version.restrict or {}) <= set(version.numerator)


def test_every_text_of_the_catalogue_is_there_in_both_languages() -> None:
    everything = [
        CATALOGUE.country,
        *CATALOGUE.units.values(),
        *CATALOGUE.systems.values(),
        *CATALOGUE.registrations.values(),
        *VERSIONS,
        *CATALOGUE.breaks,
        *CATALOGUE.fields,
        *CATALOGUE.glossary,
        *CATALOGUE.abbreviations,
        *CATALOGUE.guidance.values(),
    ]
    found = [text for thing in everything for text in texts(thing)]
    assert len(found) > 300
    assert [text for text in found if not (text.nl.strip() and text.en.strip())] == []


def test_terms_that_are_easily_confused_are_in_the_glossary_and_name_each_other() -> None:
    terms = {term.term: term for term in CATALOGUE.glossary}
    assert len(terms) == len(CATALOGUE.glossary)
    for term in terms.values():
        for other in term.not_to_confuse_with:
            assert term.term in terms[other].not_to_confuse_with, (term.term, other)


def test_every_municipality_uses_indicators_and_fields_that_the_catalogue_has() -> None:
    assert {"GM0935", "GM9999"} <= set(CITIES)
    for code in CITIES:
        city = load_municipality(code)
        known, known_fields = set(CATALOGUE.indicators), {field.id for field in CATALOGUE.fields}
        for theme in city.themes:
            assert set(theme.indicators) <= known
            assert set(theme.fields) <= known_fields
            assert theme.owner
        for programme in city.programmes:
            assert set(programme.indicators) <= known
        for statement in city.statements:
            assert set(statement.indicators) <= known
            assert statement.kind in ("", "objective", "subjective", "context")
        themed = {name for theme in city.themes for name in theme.indicators}
        assert set(city.thresholds or {}) <= themed
        assert {note.indicator for note in city.annotations} <= known


def test_an_indicator_or_code_that_nobody_defined_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match=r"unknown indicator 'hik'.*hic"):
        CATALOGUE.indicator("hik")
    with pytest.raises(UsageError, match=r"'politie-misdrijven' has no code '9.9.9'"):
        CATALOGUE.registration("politie-misdrijven", "9.9.9")
