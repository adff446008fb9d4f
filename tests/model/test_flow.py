# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A table of states says which step leads where, and refuses every other one in a line that helps."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Any

import pytest

from baken.model.action import ACTION_FLOW, ActionStatus
from baken.model.errors import UsageError
from baken.model.flow import Flow, Transition
from baken.model.text import Text

S = ActionStatus
STEPS = {
    ("begin", S.NOT_STARTED): S.IN_PROGRESS,
    ("block", S.NOT_STARTED): S.BLOCKED,
    ("block", S.IN_PROGRESS): S.BLOCKED,
    ("resume", S.BLOCKED): S.IN_PROGRESS,
    ("finish", S.IN_PROGRESS): S.DONE,
    ("stop", S.NOT_STARTED): S.STOPPED,
    ("stop", S.IN_PROGRESS): S.STOPPED,
    ("stop", S.BLOCKED): S.STOPPED,
    ("reopen", S.DONE): S.IN_PROGRESS,
    ("reopen", S.STOPPED): S.IN_PROGRESS,
}


def test_an_action_goes_exactly_these_ways() -> None:
    found = {(one.name, state): one.target for state in S for one in ACTION_FLOW.of(state)}
    assert found == STEPS
    assert ACTION_FLOW.start is S.NOT_STARTED


@pytest.mark.parametrize("state", ActionStatus)
@pytest.mark.parametrize("name", sorted({name for name, _ in STEPS}))
def test_a_step_is_taken_or_refused_with_what_is_possible(name: str, state: ActionStatus) -> None:
    if (name, state) in STEPS:
        assert ACTION_FLOW.step(name, state).target is STEPS[name, state]
        return
    with pytest.raises(UsageError) as refused:
        ACTION_FLOW.step(name, state)
    line = str(refused.value)
    assert line.startswith(f"'{name}' is no step from the state '{state}' of a")
    assert all(one.name in line for one in ACTION_FLOW.of(state))


def test_every_state_can_be_reached_and_none_of_an_action_is_final() -> None:
    reached, todo = {ACTION_FLOW.start}, [ACTION_FLOW.start]
    while todo:
        fresh = {one.target for one in ACTION_FLOW.of(todo.pop())} - reached
        reached |= fresh
        todo += fresh
    assert reached == set(ActionStatus) == set(ACTION_FLOW.labels)
    assert not any(ACTION_FLOW.is_final(one) for one in ActionStatus)


def test_every_step_and_state_has_words_in_both_languages() -> None:
    texts = [*ACTION_FLOW.labels.values()]
    texts += [text for one in ACTION_FLOW.transitions for text in (one.label, one.why)]
    assert all(text.nl.strip() and text.en.strip() for text in texts)


class Light(StrEnum):
    """Two states of something small."""

    ON = "on"
    OFF = "off"


WORDS = Text("uit", "off")
OFF = Transition(name="off", sources=(Light.ON,), target=Light.OFF, label=WORDS, why=WORDS)
LAMP = Flow(name="lamp", start=Light.ON, labels={Light.ON: WORDS, Light.OFF: WORDS}, transitions=(OFF,))


def test_a_state_without_steps_is_final_and_says_so() -> None:
    assert LAMP.is_final(Light.OFF)
    assert not LAMP.is_final("on")
    with pytest.raises(UsageError, match="Possible now: none"):
        LAMP.step("off", Light.OFF)


@pytest.mark.parametrize("wrong", [{"transitions": (OFF, OFF)}, {"labels": {Light.ON: WORDS}}])
def test_a_table_with_a_step_twice_or_a_state_without_a_label_cannot_be_made(
    wrong: dict[str, Any],
) -> None:
    with pytest.raises(ValueError, match="the flow 'lamp' has a step twice, or a state without a label"):
        replace(LAMP, **wrong)
