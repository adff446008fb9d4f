# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages of the cycle say: the tree of goals, the law, documents, themes and priorities."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from baken.accounts import changes
from baken.accounts.changes import NotAllowedError
from baken.cycle.models import ActionRecord, Document, Goal, MomentRecord, SteeringIndicator, Task, Theme
from baken.model.errors import UsageError
from people import SET_UP

from .test_recording_a_vote import ROOT, made, stepped


@pytest.fixture
def programme(signed_in: Callable[[str], Client]) -> str:
    """A programme in preparation."""
    return made(
        signed_in("adviser"),
        "documenten",
        kind="programme",
        title="MJP 2027-2030",
        held="held",
        visibility="council",
        start="2027-01-01",
        end="2030-12-31",
        sdgs=["3", "5", "16"],
    )


def page_of(browser: Client, address: str) -> str:
    """The words of a page."""
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.requirement("THEME-10", "THEME-13", "CASE-08", "THEME-18", "LAW-03")
def test_the_tree_names_what_hangs_loose(signed_in: Callable[[str], Client], programme: str) -> None:
    adviser = signed_in("adviser")
    ambition = made(adviser, "ambities", title="Leefbare en veilige wijken")
    theme = made(adviser, "themas", code="ondermijning", name="Ondermijning", kind="theme")
    indicator = changes.create(SteeringIndicator, {"code": "hic", "name": "HIC"}, SET_UP)
    goal = made(
        adviser,
        "doelen",
        document=programme,
        theme=theme,
        ambition=ambition,
        kind="improve",
        title="Minder HIC",
        indicators=str(indicator.pk),
        target="1.2",
        target_year="2030",
    )
    made(
        adviser,
        "doelen",
        document=programme,
        kind="improve",
        title="Weerbare inwoners",
        not_measurable="er is nog geen meting",
    )
    plan = made(
        adviser, "documenten", kind="implementation-plan", title="Plan", held="held", visibility="internal"
    )
    made(adviser, "relaties", source=plan, relation="implements", target=programme)
    made(adviser, "acties", plan=plan, goal=goal, title="Controles")
    made(adviser, "acties", plan=plan, title="Losse actie")
    page = page_of(adviser, f"/werk/doelenboom/?programma={programme}")
    loose = page[page.index('id="orphans"') :]
    assert "Losse actie" in loose
    assert "Controles" not in loose[: loose.index("</section>")]
    assert "er is nog geen meting" in page
    assert page.count("<strong>16</strong>") == 1
    # The council has decided nothing yet.
    assert not Goal.objects.get(pk=goal).is_set


@pytest.mark.requirement("DOC-16", "THEME-14")
def test_goals_of_the_council_stand_in_a_programme_only_and_zero_is_asked_about(
    signed_in: Callable[[str], Client], programme: str
) -> None:
    adviser = signed_in("adviser")
    plan = made(
        adviser, "documenten", kind="implementation-plan", title="Plan", held="held", visibility="internal"
    )
    form = {"document": plan, "kind": "improve", "title": "Minder HIC"}
    assert adviser.post(f"{ROOT}doelen/nieuw/", form).status_code == 422
    form = {
        "document": programme,
        "kind": "improve",
        "title": "Minder HIC",
        "target": "0",
        "target_year": "2030",
    }
    assert adviser.post(f"{ROOT}doelen/nieuw/", form).status_code == 422
    assert adviser.post(f"{ROOT}doelen/nieuw/", {**form, "target_confirmed": "on"}).status_code == 302


@pytest.mark.requirement("LAW-01", "LAW-06", "LAW-11", "ROLE-06")
def test_who_decides_what_is_told_with_what_nobody_checked(
    signed_in: Callable[[str], Client], programme: str
) -> None:
    page = page_of(
        signed_in("council-member"), "/werk/wie-beslist/?artikel=artikel+38b,+eerste+lid+van+de+Politiewet"
    )
    assert "artikel 38b lid 1 Politiewet 2012" in page
    assert "niet gecontroleerd" in page
    assert "opperbevel" in page
    assert "MJP 2027-2030" in page
    assert signed_in("administrator").get("/werk/wie-beslist/").status_code == 403
    assert programme


@pytest.mark.requirement("DOC-17")
def test_an_analysis_older_than_twelve_months_at_the_decision_is_warned_of(
    signed_in: Callable[[str], Client], programme: str
) -> None:
    adviser = signed_in("adviser")
    analysis = made(
        adviser,
        "documenten",
        kind="safety-analysis",
        title="Veiligheidsanalyse",
        held="held",
        visibility="council",
        shared_on="2022-09-15",
    )
    made(adviser, "relaties", source=analysis, relation="basis-for", target=programme)
    assert "'Veiligheidsanalyse'" in page_of(adviser, f"{ROOT}documenten/{programme}/")
    # It cannot be withdrawn while the programme leans on it.
    refused = adviser.post(f"{ROOT}documenten/{analysis}/intrekken/", {"why": "opruimen"})
    assert refused.status_code == 422
    assert Document.objects.get(pk=analysis).withdrawn is False


@pytest.mark.requirement("CYC-01", "CYC-15")
def test_a_cycle_is_set_up_once_with_its_moments_and_tasks(
    signed_in: Callable[[str], Client], programme: str
) -> None:
    adviser = signed_in("adviser")
    made(
        adviser,
        "documenten",
        kind="programme",
        title="MJP 2023-2026",
        held="held",
        visibility="public",
        start="2023-01-01",
        end="2026-12-31",
    )
    address = f"/werk/kalender/cyclus/{programme}/"
    assert signed_in("analyst").post(address).status_code == 403
    assert adviser.post(address).status_code == 302
    moments, tasks = MomentRecord.objects.count(), Task.objects.count()
    assert moments > 10
    assert {one.role for one in Task.objects.all()} >= {"analyst", "clerk", "secretary", "order-officer"}
    assert min(Task.objects.values_list("due", flat=True)) < date(2026, 12, 31)
    adviser.post(address)
    assert (MomentRecord.objects.count(), Task.objects.count()) == (moments, tasks)


@pytest.mark.requirement("THEME-09", "CYC-12")
def test_an_order_of_priority_is_kept_beside_the_one_before(signed_in: Callable[[str], Client]) -> None:
    adviser = signed_in("adviser")
    for code in ("a", "b"):
        made(adviser, "themas", code=code, name=f"Thema {code}", kind="theme")
    criteria = ("threat", "size", "trend", "concern", "influence")
    scores = {f"scores-{theme}-{one}": value for theme, value in (("a", 2), ("b", 4)) for one in criteria}
    first = made(
        adviser,
        "prioriteiten",
        dated="2026-05-01",
        reason="zoals het was",
        **{"order-a-place": 1, "order-b-place": 2},
    )
    second = made(
        adviser,
        "prioriteiten",
        dated="2026-06-01",
        reason="meer dreiging",
        **{"order-b-place": 1, "order-a-place": 2, "weights-threat-weight": 2},
        **scores,
    )
    for one, words in ((first, "zoals het was"), (second, "meer dreiging")):
        assert words in page_of(adviser, f"{ROOT}prioriteiten/{one}/")
    ranked = page_of(adviser, f"{ROOT}prioriteiten/{second}/")
    assert ranked.index("Thema b</th>") < ranked.index("Thema a</th>")
    assert adviser.post(f"{ROOT}prioriteiten/{first}/wijzigen/", {"why": "x"}).status_code == 403


@pytest.mark.requirement("EVAL-08", "ROLE-04", "SRC-16", "PART-13")
def test_a_theme_has_a_life_a_holder_and_two_ways_of_looking(signed_in: Callable[[str], Client]) -> None:
    adviser = signed_in("adviser")
    theme = made(
        adviser, "themas", code="onrust", name="Onrust", kind="attention", domains="sociaal domein, onderwijs"
    )
    page = page_of(adviser, f"{ROOT}themas/{theme}/")
    assert "sociaal domein, onderwijs" in page
    assert 'id="informed"' in page
    assert 'id="area-based"' in page
    assert page.count("notice warning") == 2
    assert stepped(adviser, "themas", theme, "pick-up") == 302
    assert stepped(adviser, "themas", theme, "pick-up") == 422
    held = Theme.objects.get(pk=theme)
    assert (held.status, held.stage_from) == ("pick-up", date.today())


@pytest.mark.requirement("CYC-11")
def test_a_plan_is_left_for_a_time_only_with_an_end_and_a_decision(
    signed_in: Callable[[str], Client],
) -> None:
    adviser, secretary = signed_in("adviser"), signed_in("secretary")
    plan = made(
        adviser, "documenten", kind="implementation-plan", title="Plan", held="held", visibility="internal"
    )
    form = {"plan": plan, "title": "Extra toezicht", "reason": "explosies", "start": "2026-05-01"}
    assert adviser.post(f"{ROOT}afwijkingen/nieuw/", form).status_code == 422
    decision = made(
        secretary,
        "besluiten",
        title="Collegebesluit",
        body="executive",
        outcome="agreed",
        evidence="Besluitenlijst",
        taken="2026-04-28",
    )
    assert adviser.post(f"{ROOT}afwijkingen/nieuw/", {**form, "end": "2026-08-01"}).status_code == 422
    made(adviser, "afwijkingen", **form, end="2026-08-01", decision=decision)


@pytest.mark.requirement("MEAS-14", "MEAS-15")
def test_a_plan_with_incomplete_actions_is_not_submitted(signed_in: Callable[[str], Client]) -> None:
    adviser = signed_in("adviser")
    plan = made(
        adviser, "documenten", kind="implementation-plan", title="Plan", held="held", visibility="internal"
    )
    action = made(adviser, "acties", plan=plan, title="Controles")
    refused = adviser.post(f"{ROOT}documenten/{plan}/stap/submit/", {"why": "klaar"})
    assert refused.status_code == 422
    assert "hoe het effect wordt gevolgd" in refused.content.decode()
    board = page_of(adviser, "/werk/acties/")
    assert "Controles" in board
    assert ActionRecord.objects.get(pk=action).status == "not-started"


def test_an_action_owner_takes_steps_with_own_actions_only(
    signed_in: Callable[[str], Client], actor: Callable[[str], object]
) -> None:
    adviser, owner = signed_in("adviser"), signed_in("action-owner")
    own = made(adviser, "partijen", name="Veiligheid en Leefbaarheid", kind="department")
    other = made(adviser, "partijen", name="THOR", kind="department")
    mine = made(adviser, "acties", title="Van ons", lead=own, end=str(date.today() - timedelta(days=1)))
    theirs = made(adviser, "acties", title="Van hen", lead=other)
    assert stepped(owner, "acties", mine, "begin") == 302
    assert stepped(owner, "acties", theirs, "begin") == 403
    assert "Van ons" in page_of(owner, "/werk/")
    record = ActionRecord.objects.get(pk=theirs)
    with pytest.raises(NotAllowedError):
        changes.move(record, "begin", changes.Asked(by=actor("action-owner"), why="x"))  # type: ignore[arg-type]
    with pytest.raises(UsageError):
        changes.move(record, "resume", SET_UP)
