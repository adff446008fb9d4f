# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of answers: a text for every reason, numbers in both notations, and never a cause."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis.making import plain
from baken.analysis import reasons, said
from baken.analysis.caveats import caveats
from baken.methods.reason import Reason
from baken.model.text import Language, Text

ROOM = Path(reasons.__file__).parent


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_words_in_both_languages(reason: Reason) -> None:
    words = reasons.because(reason)
    assert bool(words.nl) == bool(words.en) == bool(reason)
    assert reasons.word(reason) == (reason.name.lower() if reason else None)


def test_reasons_are_counted_and_said() -> None:
    assert reasons.counted([0, 1, 7, 7]) == ((Reason.TOO_FEW_PERIODS, 2), (Reason.MISSING, 1))
    assert (
        reasons.not_judged(Reason.MISSING).nl
        == "kan niet worden beoordeeld: een cijfer dat nodig is, ontbreekt"
    )


def test_no_word_of_an_answer_names_a_cause() -> None:
    for path in [*ROOM.glob("*words.py"), ROOM / "caveats.py", ROOM / "reasons.py"]:
        text = path.read_text("utf-8").lower()
        for wrong in ("veroorzaakt", "doordat", "dankzij", "caused by", "because of", "thanks to"):
            assert wrong not in text, f"{path.name} says '{wrong}'"


def test_rise_and_fall_stand_only_where_a_margin_carries_them() -> None:
    for path in ROOM.glob("*words.py"):
        lines = path.read_text("utf-8").splitlines()
        wrong = [line for line in lines if re.search(r"\b(stijging|daling)\b", line)]
        assert not wrong or path.name in ("trend_words.py", "trend_beside_words.py"), (
            f"{path.name}: {wrong[:1]}"
        )


def test_numbers_lists_and_chances_in_both_notations() -> None:
    assert said.numeral(1234.5, 1) == Text("1.234,5", "1,234.5")
    assert said.numeral(float("nan")) == Text("onbekend", "unknown")
    assert said.numeral(float("inf")).en == "infinite"
    assert said.numeral(1e300) == Text("1.0e+300", "1.0e+300")
    assert said.span(0.5, 12.25) == Text("0,50 tot 12,25", "0.50 to 12.25")
    assert said.chance(0.0001) == Text("kleiner dan 0,001", "below 0.001")
    assert said.chance(float("nan")).nl == "onbekend"
    names = [said.same(name) for name in "abcd"]
    assert said.listed(names[:1]) == Text("a", "a")
    assert said.listed(names) == Text("a, b, c en d", "a, b, c and d")
    assert said.listed(names, most=2) == Text("a, b en 2 andere", "a, b and 2 others")
    assert said.clean(float("inf")) is None
    assert said.clean(1 / 3, 3) == 0.333


def test_an_answer_ends_with_its_caveats_and_its_source() -> None:
    answer = said.Said(
        sentences=(Text("Ja.", "Yes."),), caveats=caveats("no-cause", "", "border"), source="a.csv"
    )
    lines = answer.lines(Language.NL)
    assert lines[:3] == ["Ja.", "", "Lees hierbij:"]
    assert lines[-1] == "Bron: a.csv"
    assert [one["rule"] for one in plain(answer)["caveats"]] == ["no-cause", "border"]
