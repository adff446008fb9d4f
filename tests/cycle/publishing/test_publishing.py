# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Making the cycle public: by whom, why, told in the trail, and never with personal data in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from baken.accounts import audit
from baken.accounts.actor import Actor
from baken.accounts.changes import Asked, NotAllowedError
from baken.accounts.models import AuditEntry
from baken.accounts.replaying import differences as untold
from baken.cycle import publishing
from baken.cycle.models import ActionRecord, Decision, Document, Goal
from baken.cycle.papers.pictures import Held
from baken.cycle.public_checks import contradicted, personal
from baken.cycle.publishing import differences, obstacles, public_cycle, publish, publish_demo, snapshots
from baken.cycle.setup import fill_cycle
from baken.model.errors import UsageError
from baken.picture.material import load_material
from baken.picture.picture import SafetyPicture
from baken.store.cycle_snapshots import packed
from public_cycles import CYCLE

DAY = date(2026, 11, 20)
PAGE = "/werk/openbaar/"
CAUSE = "De overlast daalde dankzij het cameratoezicht."
"""A cause that nobody studied."""
pytestmark = pytest.mark.django_db


@cache
def picture() -> SafetyPicture:
    return SafetyPicture(load_material("GM0935", DAY))


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with a workspace of its own, on a fixed day, with the figures that its pages show."""
    settings.BAKEN_WORKSPACE, settings.BAKEN_DATE = str(tmp_path), DAY.isoformat()
    monkeypatch.setattr("baken.desk.views.publish_cycle.held_picture", lambda: Held(picture()))
    return tmp_path


def plan(**more: object) -> Document:
    values = {"title": "Uitvoeringsplan 2026", "kind": "implementation-plan", "visibility": "public"}
    return Document.objects.create(**{**values, **more})


def kept(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.rglob("*.json"))


def by(actor: Actor, why: str = "het college stelde het plan vast") -> Asked:
    return Asked(by=actor, why=why)


def test_an_adviser_makes_it_public_and_the_trail_tells_why(
    actor: Callable[[str], Actor], workspace: Path
) -> None:
    plan()
    made = publish(DAY, by(actor("adviser")), picture())
    assert kept(workspace) == [f"2026-11-20-1-{made.sha256}.json"]
    assert snapshots().newest(DAY) == made
    entry = AuditEntry.objects.latest("number")
    assert (entry.act, entry.record, entry.why) == (
        publishing.ACT,
        "GM0935@2026-11-20",
        "het college stelde het plan vast",
    )
    assert made.sha256 in entry.changes
    assert list(audit.breaks()) == []


@pytest.mark.parametrize("role", ["analyst", "clerk", "administrator", "council-member", "area-manager"])
def test_nobody_else_does(actor: Callable[[str], Actor], workspace: Path, role: str) -> None:
    plan()
    with pytest.raises(NotAllowedError):
        publish(DAY, by(actor(role)), picture())
    assert kept(workspace) == []


def test_a_reason_is_needed_and_something_that_changed(
    actor: Callable[[str], Actor], workspace: Path
) -> None:
    plan()
    adviser, entries = actor("adviser"), AuditEntry.objects.count
    before = entries()
    with pytest.raises(UsageError):
        publish(DAY, by(adviser, "  "), picture())
    assert (kept(workspace), entries()) == ([], before)
    publish(DAY, by(adviser), picture())
    with pytest.raises(UsageError):
        publish(DAY, by(adviser), picture())
    assert len(kept(workspace)) == 1
    # The day is part of what is told: the next day it can be said again as of then.
    assert publish(date(2026, 11, 21), by(adviser), picture()).told.on == date(2026, 11, 21)


def test_what_changed_while_somebody_looked_is_not_made_public(
    actor: Callable[[str], Actor], workspace: Path
) -> None:
    plan()
    seen = sha256(packed(public_cycle(DAY))).hexdigest()
    plan(title="Plan dat erbij kwam")
    with pytest.raises(UsageError):
        publish(DAY, by(actor("adviser")), picture(), seen)
    assert kept(workspace) == []


def test_personal_data_blocks_and_is_not_repeated(actor: Callable[[str], Actor], workspace: Path) -> None:
    held = plan()
    ActionRecord.objects.create(
        plan=held, title="Gesprek", what="Mijn buurvrouw Anneke Kwastenveld (72) belt."
    )
    (told,) = obstacles(public_cycle(DAY), picture())
    assert "Gesprek" in told
    assert "Kwastenveld" not in told
    with pytest.raises(UsageError) as refused:
        publish(DAY, by(actor("adviser")), picture())
    assert "Kwastenveld" not in str(refused.value)
    with pytest.raises(UsageError):
        publish_demo(DAY)
    assert kept(workspace) == []


def test_who_voted_in_public_is_no_obstacle_and_anybody_else_of_that_name_form_is() -> None:
    voter = replace(CYCLE.decisions[0].votes[0], member="Anneke Kwastenveld")
    named = replace(CYCLE, decisions=(replace(CYCLE.decisions[0], votes=(voter,)),))
    assert personal(named) == []
    other = replace(named, actions=(replace(CYCLE.actions[0], what="Gesprek met Jan Kwartelmeer (45)."),))
    assert len(personal(other)) == 1


def test_words_against_the_figures_block_but_not_those_that_the_council_set() -> None:
    held = plan()
    ActionRecord.objects.create(plan=held, title="Inbraak", what=CAUSE)
    told = contradicted(public_cycle(DAY), picture(), DAY)
    assert len(told) == 1
    assert "Inbraak" in told[0]
    ActionRecord.objects.all().delete()
    programme = plan(kind="programme", title="Programma")
    Decision.objects.create(
        title="Besluit", body="council", outcome="adopted", about=programme, taken=DAY, evidence="x"
    )
    Goal.objects.create(document=programme, title="Minder inbraak", text=CAUSE)
    assert [one.text for one in public_cycle(DAY).goals] == [CAUSE]
    assert contradicted(public_cycle(DAY), picture(), DAY) == []


def test_without_figures_nothing_is_made_public(actor: Callable[[str], Actor], workspace: Path) -> None:
    plan()
    with pytest.raises(UsageError):
        publish(DAY, by(actor("adviser")), None)
    assert kept(workspace) == []


def test_differences_name_what_is_new_gone_and_changed() -> None:
    later = replace(
        CYCLE,
        on=date(2026, 12, 1),
        money=CYCLE.money[:1],
        actions=(replace(CYCLE.actions[0], title="Toezicht"), *CYCLE.actions[1:]),
    )
    found = {(one.group, one.title): one for one in differences(CYCLE, later)}
    assert set(found) == {("money", "Wijkbudget"), ("actions", "Toezicht")}
    assert found["money", "Wijkbudget"].new is None
    assert found["actions", "Toezicht"].fields == (("title", "Toezicht op marktdagen", "Toezicht"),)
    assert {one.group for one in differences(None, CYCLE)} == {
        *("documents", "decisions", "goals", "actions", "money", "moments", "themes")
    }
    assert differences(CYCLE, replace(CYCLE, on=date(2027, 1, 1))) == ()


@pytest.mark.requirement("VOTE-05", "VOTE-06")
def test_the_demonstration_of_maastricht_tells_the_decision_with_its_votes(workspace: Path) -> None:
    fill_cycle("GM0935")
    made = publish_demo(DAY)
    assert publish_demo(DAY) == made
    Document.objects.create(title="Later stuk", kind="other", visibility="public")
    assert publish_demo(date(2026, 11, 25)) == made
    assert len(kept(workspace)) == 1
    told = made.told
    assert [one.title for one in told.programmes if told.set_by(one.id)]
    current = next(one for one in told.programmes if one.start == date(2023, 1, 1))
    decision = told.set_by(current.id)
    assert decision is not None
    assert (decision.taken, decision.stated_for, decision.stated_against) == (date(2023, 1, 31), 31, 2)
    assert decision.counted == (29, 2)
    assert decision.differs
    favour = {faction: count for faction, count, _ in decision.by_faction if count}
    assert favour == {
        **dict.fromkeys(("SPM", "D66"), 4),
        **dict.fromkeys(("GroenLinks", "CDA", "PvdA", "VVD"), 3),
        **dict.fromkeys(("Partij Veilig Maastricht", "Volt", "SP"), 2),
        **dict.fromkeys(("PvdD", "PVV", "M:OED"), 1),
    }
    against = {faction: count for faction, _, count in decision.by_faction if count}
    assert against == {"50PLUS": 1, "Liberale Partij Maastricht": 1}
    # Only what is public: the analysis and the picture are shared with the council only.
    shown = {one.pk for one in Document.objects.filter(visibility="public").exclude(title="Later stuk")}
    assert {one.id for one in told.documents} == shown
    assert {one.document for one in told.goals} == {current.id}
    assert all(one.amount is None for one in told.money)
    Document.objects.filter(title="Later stuk").delete()
    assert list(untold()) == []


# The page at the desk.


def answered(browser: Client, why: str = "op verzoek van de raad") -> HttpResponse:
    found = re.search(r'name="seen" value="(\w+)"', browser.get(PAGE).content.decode())
    assert found
    return browser.post(PAGE, {"why": why, "seen": found[1]})  # type: ignore[return-value]


def test_the_page_shows_exactly_what_becomes_public_and_makes_it_so(
    signed_in: Callable[[str], Client], workspace: Path
) -> None:
    adviser = signed_in("adviser")
    held = plan()
    ActionRecord.objects.create(plan=held, title="Toezicht op de markt", reason="niet voor buiten")
    plan(title="Intern plan", visibility="internal")
    shown = adviser.get(PAGE).content.decode()
    assert "Toezicht op de markt" in shown
    assert "Intern plan" not in shown
    assert "niet voor buiten" not in shown
    assert "INVALID" not in shown
    answer = answered(adviser)
    assert (answer.status_code, answer["Location"]) == (302, PAGE)
    assert len(kept(workspace)) == 1
    after = adviser.get(PAGE).content.decode()
    assert 'name="seen"' not in after
    ActionRecord.objects.update(title="Toezicht op het plein")
    again = adviser.get(PAGE).content.decode()
    assert "<del>Toezicht op de markt</del> <ins>Toezicht op het plein</ins>" in again


def test_the_page_refuses_without_reason_and_with_something_in_the_way(
    signed_in: Callable[[str], Client], workspace: Path
) -> None:
    adviser = signed_in("adviser")
    held = plan()
    assert answered(adviser, " ").status_code == 422
    ActionRecord.objects.create(
        plan=held, title="Gesprek", what="Mijn buurvrouw Anneke Kwastenveld (72) belt."
    )
    shown = adviser.get(PAGE)
    assert 'role="alert"' in shown.content.decode()
    assert 'name="seen"' not in shown.content.decode()
    refused = adviser.post(PAGE, {"why": "toch", "seen": "0" * 64})
    assert refused.status_code == 422
    assert kept(workspace) == []


@pytest.mark.parametrize(
    ("role", "seen", "sent"),
    [("analyst", 200, 403), ("reader", 200, 403), ("council-member", 403, 403), ("administrator", 403, 403)],
)
def test_who_sees_the_page(signed_in: Callable[[str], Client], role: str, seen: int, sent: int) -> None:
    browser = signed_in(role)
    assert browser.get(PAGE).status_code == seen
    assert browser.post(PAGE, {"why": "zo maar", "seen": "0" * 64}).status_code == sent


def test_the_page_stands_in_the_menu(signed_in: Callable[[str], Client]) -> None:
    assert PAGE in signed_in("adviser").get("/werk/kalender/").content.decode()
