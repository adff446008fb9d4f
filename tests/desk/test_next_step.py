# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the programme stands that is being made, and what the next step is."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from baken.cycle.flows import DocumentStatus
from baken.cycle.models import Document
from baken.cycle.next_step import STAGES, How, Stage, Stand, course_of, role_for
from baken.cycle.setup import fill_cycle
from baken.model.governance import Body, Role

from .test_recording_a_vote import made, stepped

STANDS = st.builds(
    Stand,
    status=st.sampled_from(DocumentStatus),
    picture=st.booleans(),
    goals=st.booleans(),
    proposal=st.booleans(),
    plan=st.booleans(),
)
NEXT = re.compile(r'<li class="next"[^>]*>([^:<]*):')


@pytest.fixture(autouse=True)
def _in_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "BAKEN_DATE", "2026-05-01")


@given(STANDS)
def test_one_step_is_next_and_only_what_the_records_show_is_done(stand: Stand) -> None:
    course = dict(course_of(stand))
    assert list(course) == list(Stage)
    ahead = [one for one, how in course.items() if how is How.NEXT]
    assert len(ahead) <= 1
    assert (course[Stage.PICTURE] is How.DONE) is stand.picture
    assert (course[Stage.DRAFT] is How.DONE) is stand.goals
    assert (course[Stage.PLAN] is How.DONE) is stand.plan
    for one, how in course.items():
        if ahead and how is How.LATER:
            assert list(Stage).index(one) > list(Stage).index(ahead[0])
    if not ahead:
        assert stand.plan
        assert stand.status not in {DocumentStatus.PREPARATION, DocumentStatus.CONSULTATION}


@pytest.mark.parametrize(
    ("stand", "expected"),
    [
        (Stand(status=DocumentStatus.PREPARATION), Stage.PICTURE),
        (Stand(status=DocumentStatus.PREPARATION, picture=True), Stage.DRAFT),
        (Stand(status=DocumentStatus.PREPARATION, picture=True, goals=True), Stage.CONSULT),
        (Stand(status=DocumentStatus.CONSULTATION, picture=True, goals=True), Stage.PROPOSAL),
        (Stand(status=DocumentStatus.CONSULTATION, proposal=True), Stage.PROPOSAL),
        (Stand(status=DocumentStatus.SUBMITTED), Stage.VOTE),
        (Stand(status=DocumentStatus.ADOPTED), Stage.PLAN),
    ],
)
def test_each_state_has_its_next_step(stand: Stand, expected: Stage) -> None:
    assert [one for one, how in course_of(stand) if how is How.NEXT] == [expected]


def test_what_no_record_shows_is_not_called_done() -> None:
    course = dict(course_of(Stand(status=DocumentStatus.SUBMITTED)))
    for one in (Stage.PICTURE, Stage.DRAFT, Stage.CONSULT, Stage.PROPOSAL):
        assert course[one] is How.NOT_RECORDED


def test_the_body_that_decides_says_who_records() -> None:
    assert role_for(Stage.VOTE, Body.COUNCIL, Body.EXECUTIVE) is Role.CLERK
    assert role_for(Stage.PLAN, Body.COUNCIL, Body.EXECUTIVE) is Role.SECRETARY
    assert role_for(Stage.VOTE, None, None) is None


def stand_in(browser: Client) -> str:
    page = browser.get("/werk/").content.decode()
    assert 'id="stand"' in page
    found: str = page[page.index('id="stand"') :].partition("</section>")[0]
    return found


def next_in(browser: Client) -> str:
    found = NEXT.search(stand_in(browser))
    assert found
    return found[1]


def test_the_overview_follows_a_programme_from_draft_to_plan(signed_in: Callable[[str], Client]) -> None:
    adviser, clerk = signed_in("adviser"), signed_in("clerk")
    nothing = stand_in(adviser)
    assert "/werk/register/documenten/nieuw/?kind=programme" in nothing
    assert "?kind=programme" not in stand_in(signed_in("council-member"))
    programme = made(
        adviser,
        "documenten",
        kind="programme",
        title="Programma van elders",
        held="held",
        visibility="council",
        start="2027-01-01",
        end="2030-12-31",
    )
    assert "Programma van elders" in stand_in(adviser)
    assert next_in(adviser) == STAGES[Stage.PICTURE].title.nl
    picture = made(
        adviser, "documenten", kind="safety-picture", title="Beeld", held="held", visibility="council"
    )
    made(adviser, "relaties", source=picture, relation="basis-for", target=programme)
    assert next_in(adviser) == STAGES[Stage.PICTURE].title.nl, "it is not completed yet"
    assert f"/werk/register/documenten/{picture}/" in stand_in(adviser)
    Document.objects.filter(pk=picture).update(status="completed")
    assert next_in(adviser) == STAGES[Stage.DRAFT].title.nl
    assert f"/werk/doelenboom/?programma={programme}" in stand_in(adviser)
    made(
        adviser, "doelen", document=programme, kind="improve", title="Doel", not_measurable="nog geen meting"
    )
    assert next_in(adviser) == STAGES[Stage.CONSULT].title.nl
    assert stepped(adviser, "documenten", programme, "consult") == 302
    assert next_in(adviser) == STAGES[Stage.PROPOSAL].title.nl
    assert stepped(adviser, "documenten", programme, "submit") == 302
    assert next_in(clerk) == STAGES[Stage.VOTE].title.nl
    assert f"/werk/register/besluiten/nieuw/?about={programme}" in stand_in(clerk)
    assert f"/werk/register/documenten/{programme}/" in stand_in(adviser)
    Document.objects.filter(pk=programme).update(status="adopted")
    assert next_in(clerk) == STAGES[Stage.PLAN].title.nl


def test_the_overview_of_maastricht_says_each_thing_once(signed_in: Callable[[str], Client]) -> None:
    fill_cycle("GM0935")
    adviser = signed_in("adviser")
    page = adviser.get("/werk/").content.decode()
    body = re.sub(r"<[^>]+>", "\n", page[page.index("<main") :])
    said = [one.strip() for one in body.splitlines() if len(one.strip()) > 60]
    assert said
    assert len(set(said)) == len(said)
    assert body.count("vraagt een besluit") == 1
    assert not re.search(r"\d{4}-\d\d-\d\d", body)
    assert next_in(adviser) == STAGES[Stage.DRAFT].title.nl
    assert "Meerjarenprogramma Veiligheid 2027-2030" in stand_in(adviser)
    # The next programme is kept inside: a member of the council sees the one in force, with all steps taken.
    council = stand_in(signed_in("council-member"))
    assert "2027-2030" not in council
    assert 'class="next"' not in council
