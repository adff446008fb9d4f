# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The published sentences are held against the figures before anybody reads them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from baken.model.claim import ClaimVerdict
from baken.model.errors import PublicationError
from baken.model.text import Text
from baken.picture.own_text import check_own_text, judged_sentences, own_sentences
from baken.picture.picture import SafetyPicture

from ..helpers import EXAMPLE, MAASTRICHT, TODAY, picture

ON = {MAASTRICHT: TODAY, EXAMPLE: date(2026, 5, 1)}


@pytest.mark.parametrize("code", [MAASTRICHT, EXAMPLE])
def test_what_is_published_passes(code: str) -> None:
    shown = picture(code, ON[code])
    check_own_text(shown)
    verdicts = [found.verdict for _, found in judged_sentences(shown)]
    assert verdicts
    assert not {ClaimVerdict.CONTRADICTED, ClaimVerdict.CAUSE_WITHOUT_SOURCE} & set(verdicts)


def test_every_sentence_is_named_with_its_area_and_place() -> None:
    sentences = list(own_sentences(picture(EXAMPLE, ON[EXAMPLE])))
    areas = {one.about.area for one in sentences}
    assert EXAMPLE in areas
    assert len(areas) > 1
    assert all(one.words and one.place for one in sentences)


def _with_sentence(monkeypatch: pytest.MonkeyPatch, name: str, words: str) -> SafetyPicture:
    """The picture of the example town in which one record says something else."""
    # A picture of its own: what it says would stay in one that other tests share.
    shown = SafetyPicture(picture(EXAMPLE, ON[EXAMPLE]).material)
    changed = tuple(
        replace(record, sentence=Text(words, "Changed.")) if record.indicator.id == name else record
        for record in shown.records
    )
    monkeypatch.setattr(SafetyPicture, "records", property(lambda _: changed))
    monkeypatch.setattr(SafetyPicture, "local_areas", property(lambda _: ()))
    return shown


@pytest.mark.parametrize(
    ("name", "words", "why"),
    [
        ("winkeldiefstal", "Winkeldiefstal is tussen 2022 en 2025 gedaald.", "contradicted"),
        ("vernieling", "Vernieling is tussen 2022 en 2025 gestegen.", "contradicted"),
        ("geweld", "Het aantal geweldsmisdrijven was in 2025 99,9 per 1.000 inwoners.", "contradicted"),
        ("overlast", "De overlast is gedaald dankzij de aanpak.", "cause without source"),
    ],
)
def test_a_sentence_that_says_the_opposite_is_refused_in_one_line(
    monkeypatch: pytest.MonkeyPatch, name: str, words: str, why: str
) -> None:
    shown = _with_sentence(monkeypatch, name, words)
    with pytest.raises(PublicationError) as raised:
        check_own_text(shown)
    said = str(raised.value)
    assert "\n" not in said
    assert words in said
    assert shown.material.catalogue.indicator(name).name.en in said
    assert why in said


TURNED = (
    ("een stijging van", "een daling van"),
    ("een daling van", "een stijging van"),
    ("% minder geregistreerd", "% meer geregistreerd"),
    ("het cijfer lager dan", "het cijfer hoger dan"),
)


@pytest.mark.parametrize(("one", "other"), TURNED)
def test_published_sentences_turned_around_are_refused(
    monkeypatch: pytest.MonkeyPatch, one: str, other: str
) -> None:
    """What the picture itself says, with the one word changed that makes it say the opposite."""
    records = picture(EXAMPLE, ON[EXAMPLE]).records
    said = {record.indicator.id: record.sentence.nl for record in records if record.sentence}
    turned = {name: words.replace(one, other) for name, words in said.items() if one in words}
    assert turned
    for name, words in turned.items():
        shown = _with_sentence(monkeypatch, name, words)
        with pytest.raises(PublicationError, match="contradicted"):
            check_own_text(shown)
        monkeypatch.undo()
