# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Measures: what each kind may say, on which power it rests, and what is lacking."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from baken.accounts import changes
from baken.accounts.actor import Actor
from baken.accounts.changes import Asked, NotAllowedError
from baken.cycle.models import Document, Party, SteeringIndicator, Theme
from baken.measures.models import Deployment, Measure, MeasureCount, Milestone
from baken.measures.rules.measures import abbreviations_in, is_evaluable, lacks
from people import SET_UP, own_district

Make = Callable[..., Measure]


def _refused(make: Make, **values: Any) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refused:
        make(**values)
    return refused.value.message_dict


@pytest.mark.requirement("MEAS-01")
def test_a_campaign_links_to_offences_and_keeps_counts_and_reach(make: Make) -> None:
    codes = ["1.1.1", "1.2.3", "1.2.1", "1.2.2"]
    held = make(kind="campaign", offences=codes, reach=340, reach_words="bezoekers van vier avonden")
    values = {"measure": held, "period": "2026-Q1", "what": "voorlichtingsbijeenkomsten", "value": 4}
    changes.create(MeasureCount, values, SET_UP)
    kept = Measure.objects.get()
    assert (kept.offences, kept.reach, kept.counts.get().value) == (codes, 340, 4)
    assert "offences" in _refused(make, kind="campaign", offences=["9.9.9"])


@pytest.mark.requirement("MEAS-02")
def test_a_group_has_area_type_and_status_and_no_members(make: Make) -> None:
    held = make(kind="group", sorts=["overlastgevend"], area=own_district())
    assert held.get_status_display() == "gepland"
    for words in ("Leden: familie Janssen", "Aanspreken van mevrouw Pietersen", "BSN 111222333"):
        assert "what" in _refused(make, kind="group", what=words)
    assert "sorts" in _refused(make, kind="group", sorts=["geluid"])
    people = {one.name for one in Measure._meta.get_fields() if "member" in one.name or "person" in one.name}
    assert not people


@pytest.mark.requirement("MEAS-03")
def test_an_abbreviation_says_that_its_expansion_is_to_be_confirmed() -> None:
    (said,) = abbreviations_in("Programmatische aanpak (PmG) ontwikkeld")
    assert (said.short, said.long, said.confirmed) == ("PmG", "Preventie met Gezag", False)
    assert abbreviations_in("Een aanpak zonder afkorting") == ()


@pytest.mark.requirement("LAW-09")
def test_a_closure_by_the_executive_is_refused_with_the_reason(make: Make) -> None:
    for values in ({}, {"power": "opiumwet-13b"}, {"act": "closure", "power": "opiumwet-13b"}):
        (line,) = _refused(make, kind="closure", body="executive", **values)["body"]
        assert "burgemeester" in line
        assert "college" in line
    assert (
        make(kind="closure", body="mayor", power="opiumwet-13b").get_power_display().startswith("artikel 13b")
    )


@pytest.mark.requirement("LAW-08", "LAW-10")
def test_special_acts_can_be_chosen_and_say_who_holds_them(make: Make) -> None:
    offered = dict(Measure._meta.get_field("power").flatchoices)
    assert {"opiumwet-13b", "wth"} <= set(offered)
    assert "niet gecontroleerd" in offered["wth"] or "not checked" in offered["wth"]
    assert "politiewet-38b-1" not in offered
    assert "body" in _refused(make, power="wth")
    assert "body" in _refused(make, power="wth", body="council")
    assert make(power="wth", body="mayor", act="house-ban").body == "mayor"


@pytest.mark.requirement("LAW-10")
@pytest.mark.parametrize("power", ["gemeentewet-151b", "gemeentewet-151c"])
def test_some_powers_ask_for_an_ordinance(make: Make, power: str) -> None:
    found = _refused(make, power=power, body="mayor")
    assert list(found) == ["ordinance"]
    assert "verordening" in found["ordinance"][0]
    assert make(power=power, body="mayor", ordinance="APV Maastricht").ordinance


def test_an_act_rests_on_its_own_articles_only(make: Make) -> None:
    assert list(_refused(make, act="area-ban", power="opiumwet-13b", body="mayor")) == ["power"]
    assert list(_refused(make, act="closure", body="mayor")) == ["power"]
    assert list(_refused(make, power="opiumwet-99", body="mayor")) == ["power"]
    assert list(_refused(make, act="magic", body="mayor")) == ["act"]
    assert list(_refused(make, power="wth", body="police")) == ["body"]
    assert "kind" in _refused(make, kind="magic")


@pytest.mark.requirement("MEAS-05")
def test_a_control_has_date_area_partners_and_result_counts(make: Make) -> None:
    police = changes.create(Party, {"name": "Politie", "kind": "police"}, SET_UP)
    day = date(2026, 3, 12)
    held = make(kind="control", start=day, end=day, area=own_district(), partners=[police])
    for what, number in (("panden bezocht", 9), ("panden met een misstand", None)):
        values = {"measure": held, "period": "2026-03", "what": what, "value": number}
        changes.create(MeasureCount, values, SET_UP)
    assert list(held.partners.all()) == [police]
    assert {one.what: one.value for one in held.counts.all()} == {
        "panden bezocht": 9,
        "panden met een misstand": None,
    }


@pytest.mark.requirement("MEAS-06")
def test_checks_in_prostitution_are_totals_linked_to_what_is_found_by_looking(make: Make) -> None:
    assert make(kind="prostitution", offences=["1.6.3"]).area == ""
    assert "offences" in _refused(make, kind="prostitution", offences=["1.1.1"])
    assert "area" in _refused(make, kind="prostitution", area=own_district())


@pytest.mark.requirement("MEAS-07")
def test_the_caseload_of_a_team_is_a_number_by_month(make: Make) -> None:
    team = make(kind="intervention-team")
    values = {"measure": team, "period": "2026-03", "what": "lopende zaken", "value": 41}
    changes.create(MeasureCount, values, SET_UP)
    assert "area" in _refused(make, kind="intervention-team", area=own_district())
    for wrong in ({"period": "maart"}, {"period": "2026"}, {"period": "2026-13"}, {"value": -1}):
        with pytest.raises(ValidationError) as refused:
            changes.create(MeasureCount, {**values, **wrong}, SET_UP)
        assert set(wrong) <= set(refused.value.message_dict)
    with pytest.raises(ValidationError):
        changes.create(MeasureCount, {**values, "what": "zaak van mevrouw Pietersen"}, SET_UP)
    with pytest.raises(ValidationError):
        changes.create(MeasureCount, {**values, "value": 42}, SET_UP)


@pytest.mark.requirement("MEAS-08")
def test_the_calendar_of_events_has_risk_class_and_capacity(make: Make) -> None:
    values = {
        "kind": "football",
        "title": "Thuiswedstrijd",
        "start": date(2026, 3, 1),
        "risk": "C",
        "staff": 40,
        "hours": 220,
        "measure": make(kind="events"),
    }
    held = changes.create(Deployment, values, SET_UP)
    assert held.get_risk_display().startswith("C")
    assert (held.staff, str(held.hours)) == (40, "220")
    untold = {"kind": "demonstration", "title": "Betoging op de markt", "start": date(2026, 3, 2)}
    assert changes.create(Deployment, untold, SET_UP).staff is None
    with pytest.raises(ValidationError):
        changes.create(Deployment, {**untold, "risk": "Z"}, SET_UP)
    with pytest.raises(ValidationError):
        changes.create(Deployment, {**untold, "end": date(2026, 3, 1)}, SET_UP)


@pytest.mark.requirement("MEAS-09")
def test_sorts_of_nuisance_can_be_chosen(make: Make) -> None:
    assert make(kind="nuisance", sorts=["vervuiling", "intimidatie", "geluid"]).sorts[2] == "geluid"
    assert "sorts" in _refused(make, kind="nuisance", sorts=["stank"])


@pytest.mark.requirement("MEAS-11")
def test_a_project_has_an_aim_milestones_and_is_started_up(make: Make) -> None:
    held = make(kind="project", aim="De stad kan 72 uur zonder stroom.")
    milestone = {"measure": held, "title": "Draaiboek gereed", "due_words": "eind 2026"}
    changes.create(Milestone, milestone, SET_UP)
    started = changes.move(held, "start", Asked(by=SET_UP.by, why="eerste bijeenkomst"))
    assert started.get_status_display() == "opgestart"
    assert started.milestones.get().due is None


def test_a_measure_names_its_report_or_says_that_it_cannot_be_traced(make: Make) -> None:
    report = changes.create(Document, {"kind": "progress-report", "title": "Voortgang"}, SET_UP)
    assert "not_traceable" in _refused(make, not_traceable=False)
    assert "not_traceable" in _refused(make, not_traceable=True, report=report)
    assert make(not_traceable=False, report=report).report == report


@pytest.mark.requirement("MEAS-14", "MEAS-15")
def test_a_sheet_says_what_it_lacks_and_whether_it_can_be_evaluated(make: Make) -> None:
    bare = make()
    assert len(lacks(bare)) == 6
    assert not is_evaluable(bare)
    theme = changes.create(Theme, {"code": "ov", "name": "Overlast"}, SET_UP)
    party = changes.create(Party, {"name": "THOR", "kind": "department"}, SET_UP)
    whole = make(
        what="Extra rondes in de avond.",
        themes=[theme],
        partners=[party],
        area=own_district(),
        start_words="Q2 2026",
        monitoring="maandelijkse telling",
    )
    assert lacks(whole) == ()
    indicator = changes.create(SteeringIndicator, {"code": "overlast", "name": "Overlast"}, SET_UP)
    assert is_evaluable(whole)
    assert is_evaluable(make(indicator=indicator))


def test_each_writes_where_the_role_allows(make: Make, actor: Callable[[str], Actor]) -> None:
    values = {"kind": "other", "title": "Toezicht", "not_traceable": True, "area": own_district()}
    for role in ("adviser", "order-officer", "area-manager"):
        assert changes.create(Measure, values, Asked(by=actor(role), why=""))
    for role in ("area-team", "reader", "council-member", "facilitator", "administrator", "mayor"):
        with pytest.raises(NotAllowedError):
            changes.create(Measure, values, Asked(by=actor(role), why=""))
    with pytest.raises(NotAllowedError):
        changes.create(Measure, {**values, "area": ""}, Asked(by=actor("area-manager"), why=""))
