# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Who may adopt, record, use and carry what: nobody but the named ones, and always with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.catalogue.governance import Governance, load_governance
from baken.council.competence import (
    Product,
    Verdict,
    agreement_lacks,
    decision_needs,
    may_adopt,
    may_be_consulted,
    may_carry_goals,
    may_decide,
    may_record,
    may_take,
    may_use,
    whose,
)
from baken.model.errors import UsageError
from baken.model.governance import Body, ProductKind, Role
from baken.model.law import ArticleKind, Check

K = ProductKind
RULES = load_governance()
# Written out here once more, so that a change of the data is noticed.
OWNERS = {
    K.PROGRAMME: {Body.COUNCIL},
    K.IMPLEMENTATION_PLAN: {Body.EXECUTIVE},
    K.PROGRESS_REPORT: {Body.EXECUTIVE},
    K.INTERIM_EVALUATION: {Body.EXECUTIVE},
    K.FINAL_EVALUATION: {Body.EXECUTIVE},
    K.PROPOSAL: {Body.EXECUTIVE},
    K.TAILORED_PROPOSAL: {Body.EXECUTIVE},
    K.DECISION: {Body.COUNCIL, Body.EXECUTIVE, Body.MAYOR},
}
RECORDED_BY = {
    Body.COUNCIL: Role.CLERK,
    Body.EXECUTIVE: Role.SECRETARY,
    Body.MAYOR: Role.ORDER_OFFICER,
    Body.TRIANGLE: Role.ORDER_OFFICER,
}
ADOPTED = date(2023, 1, 31)
PROPOSED = date(2022, 12, 20)


def programme(first: int, adopted: date | None, body: Body = Body.COUNCIL) -> Product:
    return Product(
        id=f"mjp-{first}",
        kind=K.PROGRAMME,
        start=date(first, 1, 1),
        end=date(first + 3, 12, 31),
        body=body,
        acted=adopted,
    )


def plan(first: int, name: str = "plan") -> Product:
    return Product(id=name, kind=K.IMPLEMENTATION_PLAN, start=date(first, 1, 1), end=date(first + 1, 12, 31))


def proposal(on: date | None) -> Product:
    return Product(id="proposal", kind=K.PROPOSAL, body=Body.EXECUTIVE, acted=on)


def explained(verdict: Verdict) -> bool:
    return verdict.why.nl.endswith(".") and verdict.why.en.endswith(".")


@pytest.mark.requirement("ROLE-06")
@pytest.mark.parametrize(
    ("body", "kind", "allowed"),
    [
        (Body.COUNCIL, K.PROGRAMME, True),
        (Body.COUNCIL, K.IMPLEMENTATION_PLAN, False),
        (Body.COUNCIL, K.PROGRESS_REPORT, False),
        (Body.EXECUTIVE, K.PROGRAMME, False),
        (Body.EXECUTIVE, K.IMPLEMENTATION_PLAN, True),
        (Body.EXECUTIVE, K.PROGRESS_REPORT, True),
    ],
)
def test_two_bodies_and_three_kinds_of_product(body: Body, kind: ProductKind, allowed: bool) -> None:
    found = may_adopt(body, kind)
    assert found.allowed is allowed
    assert explained(found)


def recorded_by(role: Role, body: Body, kind: ProductKind) -> bool:
    """Whether a role may record that a body adopted, sent, proposed or decided a kind of product."""
    return may_adopt(body, kind).allowed and may_record(role, body).allowed


@pytest.mark.requirement("ROLE-01", "ROLE-03")
@given(st.sampled_from(Role), st.sampled_from(Body), st.sampled_from(ProductKind))
def test_nobody_but_the_named_ones_records_an_adoption(role: Role, body: Body, kind: ProductKind) -> None:
    assert recorded_by(role, body, kind) == (body in OWNERS.get(kind, set()) and RECORDED_BY[body] is role)
    assert explained(may_adopt(body, kind))
    assert explained(may_record(role, body))


def test_every_combination_of_role_body_and_kind() -> None:
    allowed = {
        (role, body, kind)
        for role in Role
        for body in Body
        for kind in ProductKind
        if recorded_by(role, body, kind)
    }
    assert allowed == {(RECORDED_BY[body], body, kind) for kind, bodies in OWNERS.items() for body in bodies}
    assert {role for role, _, kind in allowed if kind is K.PROGRAMME} == {Role.CLERK}
    assert {role for role, _, kind in allowed if kind is K.IMPLEMENTATION_PLAN} == {Role.SECRETARY}


def test_a_person_in_a_body_does_not_record_for_it() -> None:
    for role, body in (
        (Role.COUNCIL_MEMBER, Body.COUNCIL),
        (Role.MAYOR, Body.MAYOR),
        (Role.EXECUTIVE_MEMBER, Body.EXECUTIVE),
        (Role.ADMINISTRATOR, Body.COUNCIL),
    ):
        assert not may_record(role, body).allowed
    assert may_record(Role.READER, Body.COUNCIL).why.nl == (
        "Wat de gemeenteraad besluit, legt de rol 'griffier' vast. Niet: 'lezer'."
    )


def test_a_refusal_says_whose_it_is() -> None:
    assert may_adopt(Body.COUNCIL, K.IMPLEMENTATION_PLAN).why.nl == (
        "Uitvoeringsplan: vast te stellen door het college van burgemeester en wethouders. "
        "Niet: de gemeenteraad."
    )
    assert whose(K.PROGRAMME).en == "Multi-year safety programme: to be adopted by the municipal council."
    assert whose(K.OTHER).nl.startswith("Ander document. Van dit soort document is niet bekend wie")
    police = may_adopt(Body.COUNCIL, K.REGIONAL_POLICE_PLAN)
    assert "the mayors in the territory of the regional unit and the chief public prosecutor" in police.why.en
    assert may_adopt(Body.MAYOR, K.SAFETY_PICTURE).why.en.startswith("Safety picture. It is shared")


def test_the_triangle_agrees_and_decides_nothing() -> None:
    for kind in ProductKind:
        found = may_adopt(Body.TRIANGLE, kind)
        assert not found.allowed
        assert found.why.nl.startswith("De lokale driehoek overlegt en stemt af en besluit niets.")
    assert may_record(Role.ORDER_OFFICER, Body.TRIANGLE).why.en == (
        "What the local triangle agrees is recorded by the role 'public order officer'."
    )


@pytest.mark.requirement("ROLE-11")
def test_an_agreement_of_the_triangle_names_its_three_parties() -> None:
    assert [one.nl for one in RULES.body(Body.TRIANGLE).members] == [
        "gemeente",
        "politie",
        "Openbaar Ministerie",
    ]
    assert agreement_lacks(["Gemeente", "politie", "openbaar  ministerie"]) == ()
    assert [one.en for one in agreement_lacks(["police"])] == ["municipality", "Public Prosecution Service"]


def test_the_council_is_heard_on_the_regional_police_plan_only() -> None:
    heard = {(body, kind) for body in Body for kind in ProductKind if may_be_consulted(body, kind).allowed}
    assert heard == {(Body.COUNCIL, K.REGIONAL_POLICE_PLAN)}
    assert "ter zienswijze aan de gemeenteraad" in may_be_consulted(*heard.pop()).why.nl


@pytest.mark.requirement("DOC-16")
def test_only_a_programme_carries_goals_of_the_council() -> None:
    assert [kind for kind in ProductKind if may_carry_goals(kind).allowed] == [K.PROGRAMME]
    assert may_carry_goals(K.IMPLEMENTATION_PLAN).why.nl == (
        "Doelen van de raad staan in: meerjarenprogramma veiligheid. Niet in: uitvoeringsplan."
    )


@pytest.mark.requirement("LAW-09")
@pytest.mark.parametrize("name", ["closure", "Sluitingsbevel", "woningsluiting"])
def test_a_closure_is_the_mayors_and_not_the_executives(name: str) -> None:
    for power in ("", "opiumwet-13b", "gemeentewet-174a"):
        refused = may_take(name, Body.EXECUTIVE, power=power)
        assert not refused.allowed
        assert refused.why.nl.endswith(
            "een eigen bevoegdheid van de burgemeester, niet van het college van burgemeester en wethouders."
        )
        assert not may_take(name, Body.COUNCIL, power=power).allowed
    assert may_take(name, Body.MAYOR, power="opiumwet-13b").allowed


@pytest.mark.requirement("LAW-08")
@pytest.mark.parametrize(("measure", "power"), [("closure", "opiumwet-13b"), ("huisverbod", "wth")])
def test_special_acts_are_a_basis_for_a_measure(measure: str, power: str) -> None:
    rule = RULES.measure_called(measure)
    assert rule is not None
    assert power in rule.powers
    found = may_take(measure, Body.MAYOR, power=power)
    assert found.allowed
    assert [one.id for one in found.basis] == [power]


def test_a_measure_with_two_bases_must_name_one_of_them() -> None:
    unnamed = may_take("closure", Body.MAYOR)
    assert (unnamed.allowed, [one.en for one in unnamed.needs]) == (
        False,
        ["the power that the measure rests on"],
    )
    other = may_take("closure", Body.MAYOR, power="gemeentewet-175")
    assert not other.allowed
    assert "not on artikel 175 Gemeentewet (not checked)" in other.why.en
    with pytest.raises(UsageError, match="'barbecue' is no measure that takes a power"):
        may_take("barbecue", Body.MAYOR)


@pytest.mark.parametrize("power", ["gemeentewet-151b", "gemeentewet-151c"])
def test_a_power_that_the_council_gives_by_ordinance_waits_for_it(power: str) -> None:
    without = may_use(power, Body.MAYOR, ordinance="  ")
    assert not without.allowed
    assert [one.nl for one in without.needs] == ["een verordening van de raad die de bevoegdheid geeft"]
    assert may_use(power, Body.MAYOR, ordinance="APV, afdeling 2").allowed
    refused = may_use(power, Body.COUNCIL, ordinance="APV, afdeling 2")
    assert not refused.allowed
    assert "niet van de gemeenteraad" in refused.why.nl


@given(st.sampled_from([one.id for one in RULES.law.articles]), st.sampled_from(Body), st.text(max_size=5))
def test_no_body_uses_what_it_does_not_hold(power: str, body: Body, ordinance: str) -> None:
    article, found = RULES.law.article(power), may_use(power, body, ordinance=ordinance)
    if found.allowed:
        assert article.kind is ArticleKind.POWER
        assert body in article.holders
        assert ordinance.strip() or not article.needs
    assert "(niet gecontroleerd)" in found.why.nl
    assert "(not checked)" in found.why.en


def test_a_checked_article_is_named_without_the_note() -> None:
    one = replace(
        RULES.law.article("wth"), checked=Check(on=date(2026, 12, 1), by="jurist", source="wetten.nl")
    )
    rules: Governance = replace(RULES, law=replace(RULES.law, articles=(one,)))
    assert may_use("wth", Body.MAYOR, rules=rules).why.nl == (
        "Wet tijdelijk huisverbod: bevoegdheid van de burgemeester."
    )


@pytest.mark.parametrize(
    ("proposed", "allowed"),
    [
        (PROPOSED, True),
        (ADOPTED - timedelta(1), True),
        (ADOPTED, False),
        (ADOPTED + timedelta(1), False),
        (None, False),
    ],
)
def test_the_proposal_comes_before_the_decision(proposed: date | None, allowed: bool) -> None:
    found = may_decide(programme(2023, None), Body.COUNCIL, ADOPTED, [proposal(proposed)])
    assert found.allowed is allowed
    assert bool(found.needs) is not allowed
    decision = Product(id="besluit", kind=K.DECISION)
    assert may_decide(decision, Body.COUNCIL, ADOPTED, [proposal(proposed)]).allowed is allowed
    # A closure order of the mayor takes no proposal of the executive.
    assert may_decide(decision, Body.MAYOR, ADOPTED, []).allowed


def test_neither_of_two_plans_is_adopted_before_its_programme() -> None:
    both = (plan(2027, "veiligheid"), plan(2027, "thor"))
    running, new = programme(2023, ADOPTED), programme(2027, date(2027, 1, 26))
    for one in both:
        for held in ([], [running], [running, programme(2027, None)], [running, new]):
            found = may_decide(one, Body.EXECUTIVE, date(2027, 1, 25), held)
            assert not found.allowed
            assert found.why.en == "Not yet: the plan carries out a programme that the council adopted."
        assert may_decide(one, Body.EXECUTIVE, date(2027, 1, 26), [running, new]).allowed
        assert not may_decide(one, Body.COUNCIL, date(2027, 1, 26), [running, new]).allowed
    by_the_executive = programme(2027, date(2027, 1, 26), Body.EXECUTIVE)
    assert decision_needs(both[0], Body.EXECUTIVE, date(2027, 2, 1), [by_the_executive])


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.lists(
        st.builds(
            programme,
            st.integers(2015, 2035),
            st.none() | st.dates(date(2015, 1, 1), date(2035, 1, 1)),
            st.sampled_from(Body),
        ),
        max_size=4,
    ),
)
def test_a_plan_never_comes_without_a_programme_of_its_years(on: date, held: list[Product]) -> None:
    one = plan(2027)
    allowed = may_decide(one, Body.EXECUTIVE, on, held).allowed
    assert allowed == any(
        other.body is Body.COUNCIL
        and other.acted is not None
        and other.acted <= on
        and 2024 <= int(other.id.removeprefix("mjp-")) <= 2028
        for other in held
    )


def test_a_term_that_is_not_known_excludes_no_programme() -> None:
    open_plan = Product(id="plan", kind=K.IMPLEMENTATION_PLAN)
    assert may_decide(open_plan, Body.EXECUTIVE, ADOPTED, [programme(2023, ADOPTED)]).allowed
    assert decision_needs(open_plan, Body.EXECUTIVE, ADOPTED, []) != ()
