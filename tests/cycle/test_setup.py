# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in records: twice is once, people's work is left alone, and Voorbeeldstad has all kinds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest
from django.apps import apps
from pytest_django import Settings

from baken.accounts import changes
from baken.accounts.actor import SYSTEM, Actor
from baken.accounts.changes import Asked
from baken.accounts.models import Account, AuditEntry
from baken.catalogue.cycle_entries import DocumentEntry, Step
from baken.cycle.models import (
    ActionRecord,
    Decision,
    Document,
    Faction,
    Membership,
    Party,
    Report,
    Review,
    Theme,
)
from baken.cycle.plain import plain_action
from baken.cycle.rules.documents import stale_basis
from baken.cycle.setup import Filled, Putter, fill_cycle
from baken.desk.demo import demo_people, make_demo_accounts
from baken.desk.filling import fill
from baken.model.action import Lack, is_late, is_stale, lacks
from baken.model.errors import InputError, UsageError
from baken.model.governance import Role

ME = Asked(by=SYSTEM, why="test")
SEEN_ON = date(2026, 7, 1)


@pytest.fixture
def example(db: None, settings: Settings) -> Filled:
    """Voorbeeldstad, taken in."""
    del db
    settings.BAKEN_AREA = "GM9999"
    return fill_cycle("GM9999")


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["GM0935", "GM9999"])
def test_taking_in_twice_changes_nothing(code: str, settings: Settings) -> None:
    settings.BAKEN_AREA = code
    fill(code, demo=False)
    entries = AuditEntry.objects.count()
    again = fill(code, demo=False)
    assert (sum(again.counts.values()), sum(again.changed.values()), again.left_alone) == (0, 0, ())
    assert AuditEntry.objects.count() == entries


def test_what_people_touched_is_left_alone_and_said(db: None, actor: Callable[[str], Actor]) -> None:
    del db
    fill_cycle("GM0935")
    programme = Document.objects.get(pk="mjp-2027-2030")
    by = Asked(by=actor("adviser"), why="beter")
    changes.change(programme, {"note": "Van mij."}, by)
    again = fill_cycle("GM0935")
    assert again.left_alone == ("document 'Meerjarenprogramma Veiligheid 2027-2030'",)
    programme.refresh_from_db()
    assert programme.note == "Van mij."


def test_what_only_the_software_wrote_follows_its_file(db: None) -> None:
    del db
    fill_cycle("GM0935")
    changes.change(Document.objects.get(pk="stadsvisie-2040"), {"note": "Van een oudere uitgave."}, ME)
    again = fill_cycle("GM0935")
    assert {name: count for name, count in again.changed.items() if count} == {"Document": 1}
    assert Document.objects.get(pk="stadsvisie-2040").note == ""


def test_a_party_of_people_is_not_made_again(db: None, actor: Callable[[str], Actor]) -> None:
    del db
    by = Asked(by=actor("adviser"), why="er was er een nodig")
    theirs = changes.create(Party, {"name": "Veiligheid en Leefbaarheid", "kind": "department"}, by)
    assert "Party" not in fill_cycle("GM0935").counts
    assert [one.pk for one in Party.objects.filter(name="Veiligheid en Leefbaarheid")] == [theirs.pk]


@pytest.mark.django_db
def test_a_refusal_names_the_entry_in_one_line() -> None:
    entry = DocumentEntry(id="x", kind="programme", title="X", source="test")  # type: ignore[arg-type] # as in a file
    putter = Putter()
    values = {"kind": entry.kind, "title": entry.title, "start": date(2027, 1, 1), "end": date(2026, 1, 1)}
    with pytest.raises(InputError, match=r"^document 'x': "):
        putter.put(Document, "x", values, entry.source)
    document = putter.put(Document, "x", {"kind": entry.kind, "title": entry.title}, entry.source)
    with pytest.raises(InputError, match=r"^document 'x': .*adopt"):
        putter.take(document, [Step(step="adopt", why="test")])


@pytest.mark.django_db
def test_a_desk_is_filled_for_its_own_municipality_only() -> None:
    with pytest.raises(UsageError, match="this desk is of GM0935"):
        fill("GM9999", demo=False)
    assert not Document.objects.exists()


@pytest.mark.usefixtures("example")
def test_voorbeeldstad_has_every_kind_of_record_of_the_cycle() -> None:
    empty = [
        model._meta.model_name
        for model in apps.get_app_config("cycle").get_models()
        if hasattr(model, "rights") and not model._default_manager.exists()
    ]
    assert empty == []
    shown = [str(one) for one in Document.objects.all()]
    assert all("verzonnen" in one for one in shown)


@pytest.mark.usefixtures("example")
def test_its_actions_have_all_states_and_some_are_late_or_long_not_told_of() -> None:
    records = ActionRecord.objects.filter(plan="plan-2026")
    states = Counter(one.status for one in records)
    assert states == {"in-progress": 7, "blocked": 1, "done": 2, "stopped": 1, "not-started": 1}
    actions = {one.pk: plain_action(one) for one in records}
    assert sorted(key for key, one in actions.items() if is_late(one, SEEN_ON)) == [
        "actie-camera",
        "actie-inbraak",
    ]
    assert sorted(key for key, one in actions.items() if is_stale(one, SEEN_ON)) == [
        "actie-inbraak",
        "actie-jongerenwerk",
        "actie-verlichting",
        "actie-weerbaar",
    ]
    assert ActionRecord.objects.get(pk="actie-camera").reason.startswith("De vergunning")
    assert {Lack.LEAD, Lack.GOAL} <= set(lacks(plain_action(ActionRecord.objects.get(pk="actie-2027-los"))))
    assert {one.theme_id for one in records} == set(Theme.objects.values_list("pk", flat=True))


@pytest.mark.requirement("DOC-22")
@pytest.mark.usefixtures("example")
def test_a_plan_whose_actions_serve_no_goal_is_not_submitted() -> None:
    with pytest.raises(UsageError, match="Een idee zonder doel"):
        changes.move(Document.objects.get(pk="plan-2027"), "submit", ME)


@pytest.mark.requirement("DOC-17")
@pytest.mark.usefixtures("example")
def test_an_analysis_older_than_twelve_months_is_told_on_the_day_of_the_decision() -> None:
    programme = Document.objects.get(pk="voorbeeld-2023-2026")
    assert [one.pk for one in stale_basis(programme, date(2022, 12, 15))] == ["analyse-2022"]
    assert stale_basis(programme, date(2022, 11, 16)) == ()


@pytest.mark.requirement("CYC-10", "CYC-11", "EVAL-06")
@pytest.mark.usefixtures("example")
def test_it_changed_course_and_deviated_by_a_decision() -> None:
    review = Review.objects.get(pk="heroverweging-winkels")
    assert review.status == "decided"
    assert review.decision is not None
    assert review.proposal is not None
    assert (review.decision.body, review.proposal.kind) == ("council", "tailored-proposal")
    assert Counter(Review.objects.values_list("status", flat=True)) == {
        "decided": 1,
        "open": 1,
        "dismissed": 1,
    }
    deviation = Document.objects.get(pk="plan-2026").deviations.get()
    assert deviation.decision.outcome == "agreed"
    assert Report.objects.get(pk="rapport-2026").status == "draft"


@pytest.mark.requirement("VOTE-10")
@pytest.mark.usefixtures("example")
def test_its_vote_stays_with_the_first_faction_of_who_moved() -> None:
    member = "Raadslid 15 (verzonnen)"
    moved = Membership.objects.filter(member=member).order_by("start")
    assert [one.faction.name for one in moved] == ["Fractie Noord (verzonnen)", "Fractie Midden (verzonnen)"]
    decision = Decision.objects.get(pk="besluit-programma-2022")
    assert decision.votes.get(member=member).faction.name == "Fractie Noord (verzonnen)"
    assert decision.status == "signed"
    assert Faction.objects.count() == 6


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["GM0935", "GM9999"])
def test_a_demonstration_has_somebody_of_each_role(code: str, settings: Settings) -> None:
    settings.BAKEN_AREA, settings.BAKEN_DEMO = code, True
    fill(code, demo=True)
    actors = [one.actor() for one in Account.objects.all()]
    assert {role for one in actors for role in one.roles} == set(Role)
    assert all(len(one.posts) == 1 and one.name.startswith("Demo ") for one in actors)
    posts = {one.posts[0].role: one.posts[0] for one in actors}
    assert posts[Role.AREA_TEAM].area == posts[Role.AREA_MANAGER].area != ""
    assert Party.objects.get(name=posts[Role.ACTION_OWNER].department).kind == "department"
    council = {one.posts[0].faction for one in actors if Role.COUNCIL_MEMBER in one.roles}
    assert len(council) == 2
    assert Faction.objects.filter(name__in=council).count() == 2
    assert make_demo_accounts(code).counts == {}
    assert all(one.password == "!" for one in Account.objects.all())


@pytest.mark.django_db
def test_outside_a_demonstration_nobody_gets_such_an_account(settings: Settings) -> None:
    settings.BAKEN_DEMO = False
    with pytest.raises(UsageError, match="for a demonstration"):
        fill("GM0935", demo=True)
    assert not Account.objects.exists()
    assert not Document.objects.exists()


def test_a_municipality_without_districts_or_records_has_fewer_of_them(settings: Settings) -> None:
    settings.BAKEN_AREA = "GM0363"
    roles = {one.role for one in demo_people("GM0363")}
    assert roles == set(Role) - {Role.AREA_MANAGER, Role.AREA_TEAM, Role.COUNCIL_MEMBER, Role.ACTION_OWNER}
