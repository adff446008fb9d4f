# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Only what is public of the records is copied, whatever is beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import count, pairwise
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baken.catalogue.governance import load_governance
from baken.cycle import publishing
from baken.cycle.models import (
    ActionRecord,
    AgendaItem,
    Agreement,
    Ambition,
    BudgetLine,
    Decision,
    Document,
    DocumentLink,
    Faction,
    Goal,
    Meeting,
    MomentRecord,
    Party,
    SteeringIndicator,
    Theme,
    Vote,
)
from baken.model.governance import Body, ProductKind
from baken.store.cycle_snapshots import packed

DAY = date(2026, 11, 20)
pytestmark = pytest.mark.django_db
NAMES = count(1)


def paper(kind: ProductKind = ProductKind.PROGRAMME, visibility: str = "public", **more: object) -> Document:
    values = {"title": f"Stuk nummer {next(NAMES):05}", "kind": kind.value, "visibility": visibility} | more
    return Document.objects.create(**values)


def decided(about: Document, *, public: bool = True, **more: object) -> Decision:
    """A decision of the council in a meeting, with one vote by name."""
    meeting = Meeting.objects.create(body="council", dated=date(2025, 1, 7), public=public)
    item = AgendaItem.objects.create(meeting=meeting, number="1", title="Programma")
    values = {"title": "Vaststellen", "body": "council", "item": item, "about": about, "outcome": "adopted"}
    made = Decision.objects.create(
        **{**values, "taken": date(2025, 1, 7), "evidence": "besluitenlijst", **more}
    )
    faction, _ = Faction.objects.get_or_create(name="Lijst Haven")
    Vote.objects.create(decision=made, member="Van Velden", title="mw.", faction=faction, choice="for")
    return made


def test_a_goal_is_public_once_the_council_adopted_its_public_programme() -> None:
    programme = paper(status="adopted")
    Goal.objects.create(document=programme, title="Minder overlast")
    Goal.objects.create(document=programme, title="Meer samen", kind="direction")
    told = publishing.public_cycle(DAY)
    assert [one.title for one in told.goals] == ["Meer samen"]
    assert told.set_by(programme.pk) is None
    made = decided(programme)
    told = publishing.public_cycle(DAY)
    assert {one.title: one.decision for one in told.goals} == {
        "Meer samen": made.pk,
        "Minder overlast": made.pk,
    }


@pytest.mark.requirement("LAW-03")
@pytest.mark.parametrize("wrong", [{"body": "executive"}, {"outcome": "rejected"}, {"withdrawn": True}])
def test_no_other_decision_sets_a_goal(wrong: dict[str, Any]) -> None:
    programme = paper(status="adopted")
    Goal.objects.create(document=programme, title="Minder overlast")
    decided(programme, **wrong)
    assert publishing.public_cycle(DAY).goals == ()


def test_votes_by_name_are_those_of_public_meetings() -> None:
    programme, other = paper(), paper()
    decided(programme)
    decided(other, public=False, stated_for=20, stated_against=3)
    told = publishing.public_cycle(DAY)
    (open_,), (closed,) = told.decided_on(programme.pk), told.decided_on(other.pk)
    assert [(one.named, one.favour) for one in open_.votes] == [("mw. Van Velden (Lijst Haven)", True)]
    assert closed.votes == ()
    assert (closed.stated_for, closed.stated_against) == (20, 3)


def test_an_action_tells_its_status_and_never_the_reason() -> None:
    plan = paper(ProductKind.IMPLEMENTATION_PLAN)
    lead = Party.objects.create(name="Handhaving", kind="department")
    ActionRecord.objects.create(
        plan=plan,
        title="Toezicht",
        status="blocked",
        reason="ruzie tussen afdelingen",
        lead=lead,
        end=DAY,
        extra={"opmerking": "niet doorvertellen"},
    )
    (one,) = publishing.public_cycle(DAY).actions
    assert (one.status.value, one.lead, one.late) == ("blocked", "Handhaving", False)
    assert publishing.public_cycle(date(2026, 11, 21)).actions[0].late
    said = packed(publishing.public_cycle(DAY)).decode()
    assert "ruzie" not in said
    assert "doorvertellen" not in said


def test_money_that_no_document_tells_is_none_and_not_zero() -> None:
    programme = paper()
    BudgetLine.objects.create(
        document=programme, title="Onbekend", programme="1", kind="not-told", source="p. 3"
    )
    BudgetLine.objects.create(
        document=programme, title="Nul", programme="1", kind="incidental", amount=Decimal(0)
    )
    found = {one.title: (one.kind, one.amount) for one in publishing.public_cycle(DAY).money}
    assert found["Onbekend"] == (None, None)
    assert found["Nul"][1] == 0


def test_an_article_that_nobody_checked_is_not_named() -> None:
    article = next(one for one in load_governance().law.articles if one.checked is None)
    programme = paper(legal_basis=[article.id])
    told = publishing.public_cycle(DAY).documents
    (one,) = (each for each in told if each.id == programme.pk)
    assert (one.citations, one.unchecked_basis) == ((), True)
    assert article.citation not in packed(publishing.public_cycle(DAY)).decode()


def test_where_something_stands_is_left_out_if_that_is_not_public() -> None:
    paper(title="Geheime analyse 2025", visibility="council")
    programme = paper()
    decided(programme, evidence="geheime Analyse 2025, bijlage 2")
    decided(programme, evidence="besluitenlijst, punt 3")
    told = {one.source for one in publishing.public_cycle(DAY).decisions}
    assert told == {"", "besluitenlijst, punt 3"}


def test_tasks_of_people_are_no_moments_of_the_public() -> None:
    programme = paper()
    MomentRecord.objects.create(kind="task", title="Mail sturen", about=programme)
    MomentRecord.objects.create(kind="other", title="Bijeenkomst", about=programme)
    MomentRecord.objects.create(kind="other", title="Zonder stuk")
    assert [one.title for one in publishing.public_cycle(DAY).moments] == ["Bijeenkomst"]


@dataclass
class Secrets:
    """The words of what may not be public; each stands nowhere else."""

    said: list[str]

    def word(self, *, public: bool) -> str:
        word = f"zq{next(NAMES):05}zq"
        if not public:
            self.said.append(word)
        return word


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens within is as if it never did."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


VISIBILITY = st.sampled_from(["internal", "council", "public"])
PAPERS = st.lists(st.tuples(VISIBILITY, st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=4)


@given(papers=PAPERS, body=st.sampled_from(Body), outcome=st.sampled_from(["adopted", "rejected", "noted"]))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_internal_leaks(papers: list[tuple[str, bool, bool, bool]], body: Body, outcome: str) -> None:
    with undone():
        secrets = Secrets([])
        made = [_everything(secrets, one, body, outcome) for one in papers]
        for first, second in pairwise(made):
            DocumentLink.objects.create(source=first, relation="implements", target=second)
        Agreement.objects.create(
            dated=DAY,
            title=secrets.word(public=False),
            parties=["gemeente", "politie", "OM"],
            agreed=secrets.word(public=False),
        )
        cycle = publishing.public_cycle(DAY)
        said = packed(cycle).decode()
        leaked = [one for one in secrets.said if one in said]
        assert not leaked
        shown = {one.id for one in cycle.documents}
        assert shown == {one.pk for one in made if one.visibility == "public" and not one.withdrawn}
        hidden = {one.pk for one in made} - shown
        assert not [one for one in hidden if f'"{one}"' in said]


def _everything(secrets: Secrets, chance: tuple[str, bool, bool, bool], body: Body, outcome: str) -> Document:
    """A document with one record of each kind that hangs on it, each with words of its own."""
    visibility, gone, open_, withdrawn = chance
    public = visibility == "public" and not gone
    here = public and not withdrawn
    council = body is Body.COUNCIL
    word = secrets.word
    paper_ = paper(
        ProductKind.IMPLEMENTATION_PLAN,
        visibility,
        title=word(public=public),
        withdrawn=gone,
        department=word(public=False),
        note=word(public=False),
        source=word(public=False),
        link=word(public=False),
        alternatives=word(public=False),
    )
    meeting = Meeting.objects.create(body=body, dated=DAY, public=open_, note=word(public=False))
    item = AgendaItem.objects.create(meeting=meeting, number="1", title=word(public=False))
    decision = Decision.objects.create(
        title=word(public=here and council),
        body=body,
        item=item,
        about=paper_,
        outcome=outcome,
        taken=DAY,
        evidence=word(public=here and council),
        withdrawn=withdrawn,
        note=word(public=False),
        signed_first=word(public=False),
        signed_second=word(public=False),
        points=[word(public=False)],
    )
    faction = Faction.objects.create(name=word(public=here and council and open_))
    Vote.objects.create(
        decision=decision, member=word(public=here and council and open_), faction=faction, choice="for"
    )
    set_ = here and council and outcome == "adopted"
    theme = Theme.objects.create(code=word(public=here), name=word(public=here), note=word(public=False))
    ambition = Ambition.objects.create(title=word(public=set_), document=paper_)
    indicator = SteeringIndicator.objects.create(code=word(public=set_), name=word(public=set_))
    goal = Goal.objects.create(
        document=paper_,
        title=word(public=set_),
        text=word(public=set_),
        ambition=ambition,
        theme=theme,
        withdrawn=withdrawn,
    )
    goal.indicators.add(indicator)
    ActionRecord.objects.create(
        plan=paper_,
        title=word(public=here),
        what=word(public=here),
        goal=goal,
        theme=theme,
        withdrawn=withdrawn,
        reason=word(public=False),
        monitoring=word(public=False),
        power=word(public=False),
        lead=Party.objects.create(name=word(public=here), kind="police", note=word(public=False)),
    )
    ActionRecord.objects.create(title=word(public=False), what=word(public=False))
    BudgetLine.objects.create(
        document=paper_, title=word(public=here), programme="1", kind="incidental", withdrawn=withdrawn
    )
    MomentRecord.objects.create(kind="other", title=word(public=here), about=paper_, withdrawn=withdrawn)
    return paper_
