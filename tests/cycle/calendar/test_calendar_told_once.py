# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A page that says each finding once, and days in words in what the calendar says."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.catalogue.cycle_rules import load_cycle_rules
from baken.cycle.calendar.collect import CycleFacts
from baken.cycle.calendar.findings import CalendarFinding, told_once
from baken.cycle.calendar.moments import Basis, Moment, MomentKind
from baken.cycle.calendar.terms import Term
from baken.cycle.calendar.view import calendar_on
from baken.cycle.calendar.words import timed
from baken.model.remark import Weight
from baken.model.text import Text

ISO = re.compile(r"\d{4}-\d\d-\d\d")
RULES = load_cycle_rules("nl", "GM0935")
WORDS = st.sampled_from(["een", "twee", "drie"]).map(lambda one: Text(one, one))
FINDINGS = st.builds(
    CalendarFinding,
    rule=st.sampled_from(["order", "programme-gap", "duty-conflict"]),
    weight=st.just(Weight.WARNING),
    message=WORDS,
    settle=st.one_of(st.none(), WORDS),
)


def finding(rule: str, message: str, settle: str = "") -> CalendarFinding:
    return CalendarFinding(
        rule=rule,
        weight=Weight.WARNING,
        message=Text(message, message),
        settle=Text(settle, settle) if settle else None,
    )


def test_what_was_said_above_and_what_was_said_before_are_left_out() -> None:
    first = finding("duty-conflict", "'eind 2026' is te laat", "besluit uiterlijk op 31 januari")
    second = finding("duty-conflict", "'begin 2027' is te laat", "besluit uiterlijk op 31 januari")
    other = finding("duty-conflict", "'begin 2029' is te laat", "besluit uiterlijk op 1 mei")
    gap, plan = finding("programme-gap", "90 dagen"), finding("plan-frequency", "duurt 2 jaar")
    # Two plans may break one rule and have one way out: these are two things.
    late = finding("order", "plan A voor het programma", "eerst het programma")
    later = finding("order", "plan B voor het programma", "eerst het programma")
    found = told_once([first, second, other, gap, plan, plan, late, later], [gap.message])
    assert found == (first, other, plan, late, later)


@given(st.lists(FINDINGS), st.lists(WORDS))
def test_nothing_is_said_twice_and_nothing_new_is_said(
    found: list[CalendarFinding], said: list[Text]
) -> None:
    told = told_once(found, said)
    messages = [one.message for one in told]
    assert not set(messages) & set(said) or any(one.rule == "duty-conflict" for one in told)
    plain = [one.message for one in told if one.rule != "duty-conflict"]
    assert len(set(plain)) == len(plain)
    assert set(told) <= set(found)
    for one in found:
        assert one.rule == "duty-conflict" or one.message in {*messages, *said}
    assert told_once(told, said) == told


@pytest.mark.requirement("CYC-03")
def test_no_sentence_of_the_calendar_holds_a_day_in_figures() -> None:
    terms = (
        Term(
            id="now",
            title=Text("MJP 2023-2026", "MJP 2023-2026"),
            start=date(2023, 1, 1),
            end=date(2026, 12, 31),
            adopted=date(2023, 1, 31),
        ),
        Term(
            id="next",
            title=Text("MJP 2027-2030", "MJP 2027-2030"),
            start=date(2027, 1, 1),
            end=date(2030, 12, 31),
            prepared=True,
        ),
    )
    stated = Moment(
        id="said",
        kind=MomentKind.ADOPTION,
        title=Text("Vaststellen", "Adoption"),
        basis=Basis.STATEMENT,
        about="next",
        source="veiligheidsbeeld 2026",
    )
    holiday = Moment(
        id="summer",
        kind=MomentKind.ADOPTION,
        title=Text("Besluit", "Decision"),
        basis=Basis.STATEMENT,
        about="next",
        words="augustus 2026",
        earliest=date(2026, 8, 1),
        latest=date(2026, 8, 10),
    )
    moments = (timed(stated, "uiterlijk begin 2027", RULES.loose), holiday)
    view = calendar_on(date(2026, 5, 1), CycleFacts(terms=terms, moments=moments), RULES)
    rules = {one.rule for one in view.findings}
    assert {"duty-conflict", "programme-gap", "vote-in-recess"} <= rules
    said = [one.message for one in view.findings] + [one.settle for one in view.findings if one.settle]
    for one in (*said, *view.summary, *view.notes):
        assert not ISO.search(one.nl), one.nl
        assert not ISO.search(one.en), one.en
    (duty,) = (one for one in view.findings if one.rule == "duty-conflict")
    assert "tot en met 31 maart 2027" in duty.message.nl
    assert "by 31 January 2027" in duty.message.en
