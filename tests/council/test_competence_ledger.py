# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Legal bases of products, powers used by quarter, and decisions as they are recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.catalogue.governance import load_governance
from baken.catalogue.law import load_law
from baken.council.competence import Product
from baken.council.ledger import PowerUse, law_of_products, powers_used, renewal_duty
from baken.council.ledger_decision import check_days, vote_result, voting_rules
from baken.council.validity import VotingRules
from baken.model.errors import InputError, UsageError
from baken.model.governance import Body, ProductKind
from baken.model.law import Check
from baken.model.remark import Weight

RULES = load_governance()
LAW = load_law()
DECIDED = date(2023, 1, 31)
PROGRAMME = Product(
    id="mjp-2023",
    kind=ProductKind.PROGRAMME,
    start=date(2023, 1, 1),
    end=date(2026, 12, 31),
    body=Body.COUNCIL,
    acted=DECIDED,
)


@pytest.mark.requirement("LAW-01")
def test_a_programme_has_its_article_and_a_product_without_one_is_listed() -> None:
    plan = Product(id="plan", kind=ProductKind.IMPLEMENTATION_PLAN)
    found = law_of_products([PROGRAMME, plan])
    (linked,) = found.linked
    assert [one.citation for one in linked.articles] == ["artikel 38b lid 1 Politiewet 2012"]
    assert ([one.nl for one in linked.who], linked.years) == (["de gemeenteraad"], 4)
    assert (linked.product.start, linked.product.end) == (date(2023, 1, 1), date(2026, 12, 31))
    assert [one.product.id for one in found.without] == ["plan"]


def test_a_product_can_name_its_basis_and_what_is_not_held_is_said() -> None:
    named = ("artikel 108 van de Gemeentewet", "politiewet-38b-1", "artikel 999 Gemeentewet")
    thor = Product(id="thor", kind=ProductKind.IMPLEMENTATION_PLAN, basis=named)
    (linked,) = law_of_products([thor]).linked
    assert [one.id for one in linked.articles] == ["gemeentewet-108", "politiewet-38b-1"]
    assert [one.nl for one in linked.not_held] == [
        "artikel 999 Gemeentewet staat niet in het register van grondslagen."
    ]
    only = replace(thor, basis=named[2:])
    assert [len(one.not_held) for one in law_of_products([only]).without] == [1]


@pytest.mark.requirement("LAW-04")
def test_the_regional_police_plan_has_two_parties_and_four_years() -> None:
    plan = Product(id="rbp", kind=ProductKind.REGIONAL_POLICE_PLAN, acted=date(2023, 6, 1))
    (linked,) = law_of_products([plan]).linked
    assert [one.id for one in linked.articles] == ["politiewet-39-1"]
    assert [one.en for one in linked.who] == [
        "the mayors in the territory of the regional unit",
        "the chief public prosecutor",
    ]
    duty = renewal_duty(plan.kind)
    assert duty is not None
    assert plan.acted is not None
    assert (duty.due(plan.acted), duty.article) == (date(2027, 6, 1), "artikel 39 lid 1 Politiewet 2012")


def test_a_duty_to_renew_is_there_only_where_a_law_gives_one() -> None:
    duty = renewal_duty(ProductKind.PROGRAMME)
    assert duty is not None
    assert duty.due(DECIDED) == date(2027, 1, 31)
    having = {kind for kind in ProductKind if renewal_duty(kind)}
    assert having == {
        ProductKind.PROGRAMME,
        ProductKind.REGIONAL_POLICE_PLAN,
        ProductKind.NATIONAL_AGENDA,
    }


def use(record: str, on: date, power: str, measure: str = "", body: Body | None = Body.MAYOR) -> PowerUse:
    return PowerUse(record=record, on=on, power=power, measure=measure, body=body)


@pytest.mark.requirement("LAW-10")
def test_powers_used_are_counted_by_quarter_article_and_measure() -> None:
    found = powers_used(
        [
            use("a", date(2026, 3, 31), "opiumwet-13b", "sluiting"),
            use("b", date(2026, 1, 1), "opiumwet-13b", "closure"),
            use("c", date(2026, 4, 1), "opiumwet-13b", "closure"),
            use("d", date(2026, 2, 1), "gemeentewet-174a", "closure"),
            use("e", date(2026, 2, 1), "gemeentewet-172a", "gebiedsverbod"),
            use("f", date(2026, 2, 1), "gemeentewet-175"),
            use("g", date(2026, 2, 1), ""),
            use("h", date(2026, 2, 1), "opiumwet-13b", "closure", Body.EXECUTIVE),
            use("i", date(2026, 2, 1), "wth", "closure"),
            use("j", date(2026, 2, 1), "wth", body=None),
            use("k", date(2026, 2, 1), "gemeentewet-151c", "camera"),
            replace(use("l", date(2026, 2, 1), "gemeentewet-151c", "camera"), ordinance="APV 2:77"),
        ]
    )
    rows = [(one.year, one.quarter, one.article.id, one.measure, one.count) for one in found.counts]
    assert rows == [
        (2026, 1, "gemeentewet-151c", "camera", 1),
        (2026, 1, "gemeentewet-172a", "area-ban", 1),
        (2026, 1, "gemeentewet-174a", "closure", 1),
        (2026, 1, "gemeentewet-175", "", 1),
        (2026, 1, "opiumwet-13b", "closure", 2),
        (2026, 2, "opiumwet-13b", "closure", 1),
    ]
    assert found.unstated == ("g",)
    assert list(found.refused) == ["h", "i", "j", "k"]
    assert "niet van het college" in found.refused["h"].nl
    assert "not on Wet tijdelijk huisverbod" in found.refused["i"].en
    with pytest.raises(UsageError, match="'opiumwet-99' is not in the register"):
        powers_used([use("x", DECIDED, "opiumwet-99", body=None)])


USES = st.builds(
    PowerUse,
    record=st.uuids().map(str),
    on=st.dates(date(2024, 1, 1), date(2026, 12, 31)),
    power=st.sampled_from(["", *LAW.by_id]),
    body=st.none() | st.sampled_from(Body),
    measure=st.sampled_from(["", *(one.id for one in RULES.measures)]),
    ordinance=st.sampled_from(["", "APV"]),
)


@given(st.lists(USES, max_size=12, unique_by=lambda one: one.record))
def test_every_use_is_counted_once_or_listed_with_a_reason(uses: list[PowerUse]) -> None:
    found = powers_used(uses)
    assert sum(one.count for one in found.counts) + len(found.unstated) + len(found.refused) == len(uses)
    assert all(one.count > 0 for one in found.counts)
    bodies = {one.record: one.body for one in uses}
    assert all(
        Body.TRIANGLE is not bodies[name] for name in bodies if name not in {*found.unstated, *found.refused}
    )


@pytest.mark.requirement("VOTE-12", "VOTE-14")
@pytest.mark.parametrize(
    ("proposed", "decided", "meeting", "rules"),
    [
        (date(2022, 12, 20), DECIDED, DECIDED, []),
        (DECIDED, date(2022, 12, 20), date(2022, 12, 20), ["college-date"]),
        (DECIDED, DECIDED, DECIDED, ["college-date"]),
        (date(2022, 12, 20), DECIDED, date(2023, 2, 1), ["decision-date"]),
        (date(2023, 2, 1), None, DECIDED, ["college-date"]),
        (None, DECIDED, None, []),
        (None, None, None, []),
    ],
)
def test_the_days_of_a_decision_are_in_order(
    proposed: date | None, decided: date | None, meeting: date | None, rules: list[str]
) -> None:
    found = check_days(proposed=proposed, decided=decided, meeting=meeting)
    assert [one.rule for one in found] == rules
    assert all(one.weight is Weight.ERROR and one.places == () for one in found)


@pytest.mark.requirement("VOTE-11")
@pytest.mark.parametrize(("favour", "against"), [(29, 2), (31, 2)])
def test_a_vote_of_the_council_is_quorate_and_adopts_under_both_totals(favour: int, against: int) -> None:
    one = vote_result(favour, against, 39).reading
    assert (one.quorum, one.quorate, one.outcome) == (20, True, "adopted")
    assert one.majority == (16 if favour == 29 else 17)


def test_other_outcomes_and_what_cannot_be() -> None:
    assert vote_result(10, 10, 39).words.nl == (
        "Quorum 20: gehaald. 10 van 20 stemmen voor, nodig 11: de stemmen staken."
    )
    assert (
        vote_result(5, 6, 39).words.en == "Quorum 20: not met. 5 of 11 votes in favour, needed 6: rejected."
    )
    assert vote_result(5, 4, None).words.nl.startswith("Het quorum is niet bekend. 5 van 9 stemmen voor")
    for favour, against, seats in ((-1, 3, 39), (30, 10, 39)):
        with pytest.raises(InputError, match="votes in favour"):
            vote_result(favour, against, seats)


def test_quorum_and_majority_carry_their_article_only_when_checked() -> None:
    plain = vote_result(29, 2, 39)
    assert plain.quorum_article is LAW.article("gemeentewet-29")
    assert plain.majority_article is LAW.article("gemeentewet-30")
    assert "artikel" not in plain.words.nl + plain.words.en
    named = voting_rules()
    assert (named.quorum_article, named.abstention_article) == ("niet gecontroleerd / not checked",) * 2
    check = Check(on=date(2026, 12, 1), by="jurist", source="wetten.overheid.nl")
    law = replace(LAW, articles=tuple(replace(one, checked=check) for one in LAW.articles))
    assert vote_result(29, 2, 39, law=law).words.nl == (
        "Quorum 20 (artikel 29 Gemeentewet): gehaald. "
        "29 van 31 stemmen voor, nodig 16 (artikel 30 Gemeentewet): aangenomen."
    )
    assert voting_rules(law=law) == VotingRules()
