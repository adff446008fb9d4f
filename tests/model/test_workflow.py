# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Collected, checked, interpreted, published: no step can be skipped."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

import pytest

from baken.model.errors import InputError
from baken.model.insight import Insight
from baken.model.strand import Confidence, ProfessionalStatement
from baken.model.text import Text
from baken.model.workflow import ORDER, Step, StepTaken, following, reached, taken

FIRST = date(2026, 1, 1)
MEANING = Text("Een vermoeden, geen telling.", "A surmise, not a count.")


def steps(*names: Step) -> tuple[StepTaken, ...]:
    return tuple(
        StepTaken(step=name, date=FIRST + timedelta(days=number), author="analist")
        for number, name in enumerate(names)
    )


def statement(taken_steps: tuple[StepTaken, ...], meaning: Text | None = MEANING) -> ProfessionalStatement:
    return ProfessionalStatement(
        id="x",
        role=Text("wijkagent", "community police officer"),
        area="GM9999",
        theme="winkelgebied",
        what=Text("Meer fietsen weg.", "More bicycles gone."),
        since="2025",
        confidence=Confidence.LOW,
        recorded=FIRST,
        steps=taken_steps,
        interpretation=meaning,
    )


@pytest.mark.requirement("SRC-10")
def test_the_steps_have_one_order() -> None:
    assert [step.value for step in ORDER] == ["collected", "checked", "interpreted", "published"]
    assert [following(step) for step in ORDER] == [*ORDER[1:], None]


@pytest.mark.requirement("SRC-10")
def test_publishing_what_was_not_interpreted_is_refused() -> None:
    with pytest.raises(InputError, match=r"cannot become published from checked. The next step is: inter"):
        statement(steps(Step.COLLECTED, Step.CHECKED, Step.PUBLISHED))
    with pytest.raises(InputError, match="cannot become published from checked"):
        Insight(id="x", finding="f/x", steps=steps(Step.COLLECTED, Step.CHECKED, Step.PUBLISHED))


@pytest.mark.requirement("SRC-10")
def test_only_the_one_order_and_its_beginnings_are_taken() -> None:
    for length in range(len(ORDER) + 1):
        for names in permutations(ORDER, length):
            if names == ORDER[:length]:
                assert reached(statement(steps(*names)).steps) is (names[-1] if names else Step.COLLECTED)
            else:
                with pytest.raises(InputError):
                    statement(steps(*names))


@pytest.mark.requirement("SRC-10")
@pytest.mark.parametrize("meaning", [None, Text(" ", " "), Text("Iets.", "")])
def test_an_interpretation_that_says_nothing_is_no_interpretation(meaning: Text | None) -> None:
    with pytest.raises(InputError, match="its interpretation says nothing"):
        statement(steps(*ORDER), meaning)


def test_a_step_needs_somebody_and_does_not_go_back_in_time() -> None:
    done = steps(Step.COLLECTED)
    with pytest.raises(InputError, match="not by whom"):
        taken("x", done, StepTaken(step=Step.CHECKED, date=FIRST, author=" "))
    with pytest.raises(InputError, match="before it was collected"):
        taken("x", done, StepTaken(step=Step.CHECKED, date=date(2025, 1, 1), author="a"))


def test_what_is_published_later_is_not_published_yet() -> None:
    one = statement(steps(*ORDER))
    assert not one.is_published(FIRST + timedelta(days=2))
    assert one.is_published(FIRST + timedelta(days=3))
