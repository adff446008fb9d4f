# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Every sentence that can be made is read: of each indicator, direction, certainty, gap, break, language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

import pytest

from baken.catalogue.catalogue import load_catalogue
from baken.model.offence import Initiative
from baken.model.text import Language, Text
from baken.picture.finding_rank import EXPLANATION
from baken.picture.findings import findings_of
from baken.picture.rules import wrong_words
from baken.picture.sentences import sentence
from baken.picture.trend_words import trend_sentence

from .helpers import EXAMPLE, MAASTRICHT, bare, picture
from .language import mistakes
from .test_sentences import INDICATORS, KINDS, record

LAND = Text("Nederland", "the Netherlands")
CODES = (MAASTRICHT, EXAMPLE)


# What a source says of counting itself: there a cause may be named.
COUNTING = frozenset(one.explanation for one in load_catalogue().breaks)


def check(text: Text | None, *, looking: bool = False, names: tuple[str, ...] = ()) -> None:
    assert text is not None
    for language in Language:
        assert not mistakes(text.in_(language), language, names=names), text.in_(language)
    assert not wrong_words(bare().catalogue, text, looking=looking, studied=text in COUNTING), text


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", INDICATORS)
def test_every_sentence_about_an_indicator_reads_well(name: str, kind: str) -> None:
    shown = record(name, kind)
    for initiative in Initiative:
        looking = initiative is Initiative.HAAL
        one = replace(shown, initiative=initiative)
        said = sentence(one, LAND, bare().municipality.peers.label)
        check(said, looking=looking)
        if one.trend:
            check(trend_sentence(one.trend, initiative, one.change), looking=looking)
        for finding in findings_of(one, LAND):
            check(finding.sentence, looking=looking)
    assert shown.sentence == sentence(shown, LAND, bare().municipality.peers.label)


@pytest.mark.parametrize("name", INDICATORS)
def test_the_matrix_holds_both_directions_and_every_reason_why_there_is_none(name: str) -> None:
    changes = [found.change for kind in KINDS if (found := record(name, kind)).change]
    assert {one.observed_direction for one in changes if one} == {-1, 0, 1}
    reasons = {one.reason for one in changes if one}
    assert len(reasons) >= (2 if name == "rapportcijfer-veiligheid" else 3), reasons
    assert any(record(name, kind).latest is None for kind in KINDS)


def texts(code: str) -> Iterator[Text]:
    """Everything that a picture says, apart from literal words of documents."""
    shown = picture(code)
    yield from (one.sentence for one in shown.findings)
    yield from (text for point in shown.highlights for text in (point.sentence, point.rule))
    yield from (one.explanation for one in shown.statements)
    yield from (
        caveat.text for one in shown.findings for caveat in one.caveats if caveat.rule != "annotation"
    )
    patterns = shown.patterns
    answers = [*([patterns.signals] if patterns.signals else [])]
    said = chain(
        (one.said for one in answers),
        (patterns.comparison(name).said for name in patterns.comparable),
        (patterns.hotspots(name).said for name in patterns.placed),
        (found.said for name in patterns.placed if (found := patterns.clusters(name))),
    )
    yield from (text for one in said for text in (*one.sentences, *(each.text for each in one.caveats)))


@pytest.mark.parametrize("code", CODES)
def test_everything_that_a_picture_says_reads_well(code: str) -> None:
    material = picture(code).material
    names = tuple(sorted({one.name for one in material.register.areas.values()}, key=len, reverse=True))
    found = set(texts(code))
    assert len(found) > 80
    for text in found:
        check(text, names=names)


def test_every_rule_of_interpretation_reads_well_and_names_its_source() -> None:
    rules = load_catalogue().guidance
    assert len(rules) > 30
    for one in rules.values():
        check(one.text)
        assert len(one.source) > 5
    check(EXPLANATION)


def test_every_explanation_of_a_break_and_every_context_note_reads_well() -> None:
    catalogue = load_catalogue()
    for one in catalogue.breaks:
        check(one.explanation)
    for versions in catalogue.indicators.values():
        check(versions[-1].context)
        check(versions[-1].definition)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Het cijfer was 1.5 in 2021.", Language.NL),
        ("The figure was 1,5 in 2021.", Language.EN),
        ("In 2021 was dat 3,0", Language.NL),
        ("In 2021 was dat  3,0.", Language.NL),
        ("dat is hetzelfde.", Language.NL),
        ("Dat is een daling van  sinds 2021.", Language.NL),
        ("Dat is een daling van {amount}.", Language.NL),
        ("Dat is niet beoordeeld: .", Language.NL),
        ("2020 en 2021 was een coronajaar.", Language.NL),
        ("2021 waren coronajaren.", Language.NL),
        ("Hier 1 buurt zijn te klein.", Language.NL),
        ("Hier 12 buurten is te klein.", Language.NL),
        ("There were a increase of 2 %.", Language.EN),
        ("1 area were left out.", Language.EN),
        ("Het verschil was -3,0 %.", Language.NL),
        ("Dat is een een daling.", Language.NL),
        ("De cijfer daalde.", Language.NL),
        ("Dat is hetzelfde..", Language.NL),
    ],
)
def test_the_reader_itself_finds_mistakes(text: str, language: Language) -> None:
    assert mistakes(text, language)
