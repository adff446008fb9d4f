# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Maastricht taken in: what its two documents tell is there, and what they do not tell is empty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from baken.accounts import audit, changes, districts
from baken.accounts.actor import SYSTEM
from baken.accounts.changes import Asked
from baken.accounts.models import AuditEntry
from baken.cycle.calendar.terms import timeline
from baken.cycle.facts import calendar, facts
from baken.cycle.models import (
    AgendaItem,
    Ambition,
    BudgetLine,
    Decision,
    DistrictRole,
    Document,
    DocumentLink,
    Faction,
    Goal,
    Membership,
    MomentRecord,
    SteeringIndicator,
    Theme,
    Vote,
)
from baken.cycle.rules.documents import linked, stale_basis
from baken.cycle.setup import Filled, fill_cycle
from baken.cycle.votes import count
from baken.model.errors import UsageError
from baken.model.governance import ProductKind, Relation

ME = Asked(by=SYSTEM, why="test")
BASIS_DOCUMENTS = {
    "veiligheidsanalyse-2022",
    "mjp-2023-2026",
    "tussentijdse-evaluatie-2024",
    "voortgangsrapportage-2026",
    "coalitieakkoord-2022",
    "stadsvisie-2040",
}


@pytest.fixture
def filled(db: None) -> Filled:
    del db
    return fill_cycle("GM0935")


def test_all_kinds_are_there(filled: Filled) -> None:
    assert filled.left_alone == ()
    assert dict(filled.counts) == {
        "Document": 20,
        "DecisionPoint": 1,
        "DocumentLink": 18,
        "Theme": 6,
        "Ambition": 4,
        "SteeringIndicator": 13,
        "Goal": 14,
        "Faction": 14,
        "Membership": 31,
        "Meeting": 1,
        "AgendaItem": 1,
        "Decision": 3,
        "Vote": 31,
        "Party": 1,
        "DistrictRole": 14,
        "BudgetLine": 2,
        "MomentRecord": 12,
    }


@pytest.mark.usefixtures("filled")
def test_the_trail_tells_of_each_record_where_it_stands() -> None:
    entries = list(AuditEntry.objects.all())
    assert {one.account for one in entries} == {"baken"}
    assert all(one.why for one in entries)
    assert list(audit.breaks()) == []
    record = AuditEntry.objects.get(record="mjp-2027-2030", act="create")
    assert record.why == "veiligheidsbeeld 2026, regels 15 en 218"


@pytest.mark.requirement("DOC-03")
@pytest.mark.usefixtures("filled")
def test_the_picture_is_the_basis_of_the_next_programme_and_stays() -> None:
    programme, picture = (
        Document.objects.get(pk="mjp-2027-2030"),
        Document.objects.get(pk="veiligheidsbeeld-2026"),
    )
    assert picture in linked(programme)
    with pytest.raises(UsageError, match="Meerjarenprogramma Veiligheid 2027-2030"):
        changes.withdraw(picture, ME)
    for link in DocumentLink.objects.filter(source=picture):
        changes.withdraw(link, ME)
    assert changes.withdraw(picture, ME).withdrawn


@pytest.mark.requirement("DOC-06", "DOC-07", "DOC-08")
@pytest.mark.usefixtures("filled")
def test_both_reports_are_listed_in_order_with_their_own_spelling() -> None:
    kinds = [ProductKind.INTERIM_EVALUATION, ProductKind.PROGRESS_REPORT]
    found = list(Document.objects.filter(kind__in=kinds).order_by("dated"))
    assert [one.dated for one in found] == [date(2024, 12, 17), date(2026, 3, 10)]
    assert {one.link for one in found} == {"#"}
    assert found[1].title.startswith("Voortgangsrapportage")
    assert found[1].original_title == "Voorgangsrapportage Uitvoeringsplan Veiligheid 2025-2026.pdf"
    link = DocumentLink.objects.get(source=found[1])
    assert (link.relation, link.target.pk) == (Relation.REPORTS_ON, "uitvoeringsplan-2025-2026")


@pytest.mark.requirement("DOC-15", "TRAP-23")
@pytest.mark.usefixtures("filled")
def test_the_chain_of_programmes_shows_what_is_in_force_and_the_gap() -> None:
    view = calendar(date(2026, 5, 1))
    stretches = timeline(facts().terms)
    assert [one.term.name for one in stretches if one.term] == ["2015-2018", "2019-2022", "2023-2026"]
    assert (date(2023, 1, 1), date(2023, 1, 31)) in {
        (one.start, one.end) for one in stretches if not one.term
    }
    assert (
        view.summary[0].nl
        == "Meerjarenprogramma Veiligheid Maastricht 2023-2026: laatste jaar, nog 8 maanden."
    )
    assert (
        view.summary[3].nl == "31 dagen zonder programma in 2023 (1 januari 2023 tot en met 31 januari 2023)."
    )
    chain = DocumentLink.objects.filter(relation=Relation.REPLACES).order_by("target__start")
    assert [(one.target.pk, one.source.pk) for one in chain] == [
        ("mjp-2015-2018", "mjp-2019-2022"),
        ("mjp-2019-2022", "mjp-2023-2026"),
        ("mjp-2023-2026", "mjp-2027-2030"),
    ]


@pytest.mark.requirement("DOC-17")
@pytest.mark.usefixtures("filled")
def test_the_programme_is_based_on_the_analysis_of_which_only_the_month_is_told() -> None:
    programme = Document.objects.get(pk="mjp-2023-2026")
    analysis = Document.objects.get(pk="veiligheidsanalyse-2022")
    assert analysis in linked(programme)
    assert analysis.shared_on is None
    assert "september 2022" in analysis.dated_words
    assert stale_basis(programme, date(2023, 1, 31)) == ()


@pytest.mark.requirement("DOC-18", "DOC-21")
@pytest.mark.usefixtures("filled")
def test_loose_deadlines_are_kept_with_the_days_that_they_allow() -> None:
    plan = Document.objects.get(pk="uitvoeringsprogramma-2023")
    assert (plan.due_words, plan.due_earliest, plan.due_latest) == (
        "Q2 van 2023",
        date(2023, 4, 1),
        date(2023, 6, 30),
    )
    assert plan.owner == "executive"
    police = Document.objects.get(pk="regionaal-beleidsplan-politie")
    assert (police.get_status_display(), police.consulted) == ("ter zienswijze", "gemeenteraad")
    assert (police.due_words, police.due_earliest) == ("begin april 2023", date(2023, 4, 1))
    assert "hoofdofficier van justitie" in police.adopted_by_others


@pytest.mark.requirement("DOC-20")
@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("key", ["uitvoeringsplan-2027-2028", "herijking-thor"])
def test_neither_plan_is_adopted_before_its_programme(key: str) -> None:
    plan = changes.move(Document.objects.get(pk=key), "submit", ME)
    values = {
        "title": "Besluit",
        "body": "executive",
        "about": plan,
        "taken": date(2026, 12, 1),
        "outcome": "adopted",
        "evidence": "test",
    }
    changes.create(Decision, values, ME)
    with pytest.raises(UsageError, match="programma"):
        changes.move(plan, "adopt", ME)


@pytest.mark.requirement("DOC-23", "DOC-24", "ROLE-16", "TRAP-25")
@pytest.mark.usefixtures("filled")
def test_documents_are_found_by_number_synonym_and_department(signed_in: Callable[[str], Client]) -> None:
    reader = signed_in("reader")

    def shown(**asked: str) -> str:
        return reader.get("/werk/register/documenten/", asked).content.decode()

    assert "Raadsvoorstel Meerjarenprogramma Veiligheid Maastricht 2023-2026" in shown(q="2022.18345")
    assert "Meerjarenprogramma Veiligheid Maastricht 2023-2026" in shown(q="IVP")
    assert "Uitvoeringsplan Veiligheid 2025-2026" in shown(q="uitvoeringsprogramma")
    assert "Stadsvisie" not in shown(q="IVP")
    assert "Raadsvoorstel Meer" in shown(department="Veiligheid en Leefbaarheid", kind="proposal")


@pytest.mark.requirement("TRAP-34")
@pytest.mark.usefixtures("filled")
def test_what_is_named_and_not_held_is_a_list() -> None:
    assert set(Document.objects.filter(held="named").values_list("pk", flat=True)) >= BASIS_DOCUMENTS
    held = set(Document.objects.filter(held="held").values_list("pk", flat=True))
    assert held == {"raadsvoorstel-2022-18345", "raadsbesluit-2023-01-31", "veiligheidsbeeld-2026"}
    assert set(Document.objects.filter(held="expected").values_list("pk", flat=True)) == {
        "mjp-2027-2030",
        "uitvoeringsplan-2027-2028",
        "herijking-thor",
    }


@pytest.mark.usefixtures("filled")
def test_the_plan_says_that_no_actions_are_told() -> None:
    plan = Document.objects.get(pk="uitvoeringsplan-2025-2026")
    assert not plan.actions.exists()
    assert "De documenten noemen geen acties van dit plan." in plan.note


@pytest.mark.requirement(
    "VOTE-01", "VOTE-02", "VOTE-05", "VOTE-06", "VOTE-09", "VOTE-11", "VOTE-12", "VOTE-14"
)
@pytest.mark.usefixtures("filled")
def test_the_decision_with_its_votes_and_the_totals_that_do_not_add_up() -> None:
    decision = Decision.objects.get(pk="besluit-mjp-2023-2026")
    item = AgendaItem.objects.get(meeting__dated=date(2023, 1, 31), number="9")
    assert decision.item == item
    assert decision.taken == item.meeting.dated
    assert decision.proposal is not None
    assert decision.proposal.dated == date(2022, 12, 20)
    assert decision.points == ["Vaststellen van het Meerjarenprogramma Veiligheid Maastricht 2023-2026."]
    favour = Counter(decision.votes.filter(choice="for").values_list("faction__name", flat=True))
    assert favour == {
        "SPM": 4,
        "D66": 4,
        "GroenLinks": 3,
        "CDA": 3,
        "PvdA": 3,
        "VVD": 3,
        "Partij Veilig Maastricht": 2,
        "Volt": 2,
        "SP": 2,
        "PvdD": 1,
        "PVV": 1,
        "M:OED": 1,
    }
    against = Counter(decision.votes.filter(choice="against").values_list("faction__name", flat=True))
    assert against == {"50PLUS": 1, "Liberale Partij Maastricht": 1}
    assert (decision.stated_for, decision.stated_against) == (31, 2)
    counted = count(decision)
    assert counted is not None
    assert counted.differs
    assert item.meeting.seats == 39
    reading = counted.result.reading
    assert (reading.cast, reading.quorum, reading.quorate, reading.outcome) == (31, 20, True, "adopted")


@pytest.mark.requirement("VOTE-13")
@pytest.mark.usefixtures("filled")
def test_the_decision_is_unsigned_as_no_document_names_who_signed() -> None:
    decision = Decision.objects.get(pk="besluit-mjp-2023-2026")
    assert decision.status == "unsigned"
    with pytest.raises(UsageError, match="ondertekend"):
        changes.move(decision, "sign", ME)


@pytest.mark.requirement("VOTE-10")
@pytest.mark.usefixtures("filled")
def test_a_vote_stays_with_the_faction_of_its_day() -> None:
    vote = Vote.objects.get(member="Betsch")
    first = Membership.objects.get(member="Betsch")
    assert (vote.faction.name, first.start) == ("PVV", date(2023, 1, 31))
    changes.change(first, {"end": date(2024, 12, 31)}, ME)
    other = changes.create(Faction, {"name": "Een andere fractie"}, ME)
    changes.create(Membership, {"member": "Betsch", "faction": other, "start": date(2025, 1, 1)}, ME)
    assert Membership.objects.filter(member="Betsch").count() == 2
    vote.refresh_from_db()
    assert vote.faction.name == "PVV"


@pytest.mark.requirement("THEME-01", "THEME-02", "THEME-03", "THEME-04", "THEME-05", "THEME-08", "ROLE-04")
@pytest.mark.usefixtures("filled")
def test_themes_have_kind_holder_origins_and_indicators() -> None:
    assert Counter(Theme.objects.values_list("kind", flat=True)) == {"theme": 4, "attention": 2}
    for theme in Theme.objects.all():
        assert theme.portfolio_holder == "burgemeester"
        assert theme.origins.exists()
        assert theme.origin_words
        assert theme.domains
    perception = Theme.objects.get(pk="overlast-en-beleving")
    kinds = {one.kind for one in perception.steering.all()}
    assert len(kinds) == 2
    assert any("onitor" in one for one in kinds)
    crime = Theme.objects.get(pk="veelvoorkomende-criminaliteit")
    assert {"vermogensdelicten", "hic"} <= {one.code for one in crime.steering.all()}
    digital = Theme.objects.get(pk="gedigitaliseerde-criminaliteit")
    assert [one.pk for one in digital.origins.all()] == ["veiligheidsagenda-2023-2026"]


@pytest.mark.requirement("THEME-06", "THEME-07")
@pytest.mark.usefixtures("filled")
def test_a_theme_keeps_what_each_document_called_it() -> None:
    crime = Theme.objects.get(pk="veelvoorkomende-criminaliteit")
    assert "raadsvoorstel 2023: Veelvoorkomende criminaliteit/HIC" in crime.note
    assert "veiligheidsbeeld 2026: Criminaliteit" in crime.note
    without = [one.pk for one in Theme.objects.all() if "veiligheidsbeeld 2026: " not in one.note]
    assert sorted(without) == ["gedigitaliseerde-criminaliteit", "maatschappelijke-onrust"]


@pytest.mark.requirement("EVAL-08", "THEME-17", "THEME-18")
@pytest.mark.usefixtures("filled")
def test_stages_context_and_sdgs_are_as_told() -> None:
    picked = Theme.objects.filter(status="pick-up").values_list("pk", flat=True)
    assert set(picked) == {"gedigitaliseerde-criminaliteit", "maatschappelijke-onrust"}
    assert Theme.objects.filter(status="hold", stage_from=date(2023, 1, 31)).count() == 4
    assert all("geen bewijs" in one.context for one in Theme.objects.all())
    assert Document.objects.get(pk="mjp-2023-2026").sdgs == ["3", "5", "16"]


@pytest.mark.requirement("THEME-11", "THEME-13", "THEME-16")
@pytest.mark.usefixtures("filled")
def test_goals_stand_under_ambitions_and_say_why_they_cannot_be_measured() -> None:
    city = Ambition.objects.get(pk="stadsvisie-wijken")
    goal = city.goals.get()
    assert goal.indicators.count() == 11
    assert "regels" in goal.source
    resilience = Goal.objects.get(pk="goal-weerbaarheid")
    assert not resilience.indicators.exists()
    assert resilience.not_measurable
    hold = Goal.objects.get(kind="hold")
    assert (hold.band_low, hold.band_high) == (None, None)
    assert "bandbreedte" in hold.not_measurable
    assert not Ambition.objects.filter(goals=None).exists()
    assert not Goal.objects.filter(ambition=None).exists()
    assert all(one.is_set for one in Goal.objects.all())


@pytest.mark.usefixtures("filled")
def test_eleven_indicators_are_steered_by_with_their_rhythm() -> None:
    steered = SteeringIndicator.objects.filter(status="adopted")
    assert Counter(steered.values_list("rhythm_months", flat=True)) == {12: 8, 24: 3}
    assert not steered.exclude(last_release=None).exists()
    assert SteeringIndicator.objects.filter(status="proposed").count() == 2


@pytest.mark.requirement("FIN-01", "FIN-02", "FIN-03")
@pytest.mark.usefixtures("filled")
def test_money_is_as_the_proposal_tells_it_without_amounts() -> None:
    base = BudgetLine.objects.get(new=False)
    assert (base.programme, base.amount) == ("Programma 1 Veiligheid", None)
    extra = BudgetLine.objects.get(new=True)
    assert (extra.amount, extra.year) == (None, 2023)
    assert extra.decision is not None
    assert (extra.decision.body, extra.decision.taken) == ("council", None)
    assert str(extra.get_kind_display())
    with pytest.raises(changes.ValidationError):
        changes.change(extra, {"amount": 100}, ME)


@pytest.mark.requirement("CYC-03", "CYC-04", "CYC-08")
@pytest.mark.usefixtures("filled")
def test_moments_are_kept_in_words_and_days() -> None:
    both = MomentRecord.objects.filter(about="mjp-2027-2030").order_by("pk")
    assert [(one.words, one.earliest, one.latest) for one in both] == [
        ("Eind 2026/begin 2027", date(2026, 10, 1), date(2027, 3, 31)),
        ("uiterlijk begin 2027", None, date(2027, 3, 31)),
    ]
    view = calendar(date(2026, 5, 1))
    status = {one.moment.id: one.status for one in view.moments}
    assert status["evaluatie-begin-2025"] == "delivered-early"
    assert status["uitvoeringsprogramma-q2-2023"] == "overdue"


@pytest.mark.requirement("ROLE-05")
@pytest.mark.usefixtures("filled")
def test_seven_districts_have_both_roles_and_say_that_nobody_tells_who() -> None:
    areas = [code for code, _ in districts.districts()]
    assert len(areas) == 7
    for area in areas:
        roles = DistrictRole.objects.filter(area=area, end=None)
        assert {one.role for one in roles} == {"area-manager", "alderman"}
        assert {(one.state, one.holder, one.start) for one in roles} == {("not-told", "", date(2022, 12, 20))}


@pytest.mark.requirement("ROLE-05")
@pytest.mark.usefixtures("filled")
def test_a_district_role_is_filled_from_a_day_and_never_twice() -> None:
    told = DistrictRole.objects.get(area="SD0935-oost", role="alderman")
    filled_in = {
        "role": "alderman",
        "area": "SD0935-oost",
        "state": "filled",
        "holder": "Wethouder",
        "start": date(2026, 6, 1),
    }
    with pytest.raises(changes.ValidationError, match="start"):
        changes.create(DistrictRole, filled_in, ME)
    changes.change(told, {"end": date(2026, 5, 31)}, ME)
    changes.create(DistrictRole, filled_in, ME)
    for wrong in ({"holder": ""}, {"area": "BU09350000"}, {"state": "vacant"}):
        with pytest.raises(changes.ValidationError):
            changes.create(DistrictRole, filled_in | {"start": date(2028, 1, 1)} | wrong, ME)
