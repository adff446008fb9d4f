# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The methods of work with their judgements, and the tasks and directions of the safety picture."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from baken.accounts import changes
from baken.catalogue.directions import directions
from baken.catalogue.working_methods import maturity_scale, working_methods
from baken.cycle.models import Document, Goal
from baken.evidence.models import MethodAssessment
from baken.evidence.seed import seed_directions, seed_method_goals
from baken.model.errors import InputError
from people import SET_UP


@pytest.fixture
def picture(db: None) -> Document:
    """The safety picture."""
    del db
    return changes.create(Document, {"kind": "safety-picture", "title": "Veiligheidsbeeld 2026"}, SET_UP)


@pytest.fixture
def programme(db: None) -> Document:
    """The programme."""
    del db
    return changes.create(Document, {"kind": "programme", "title": "MJP 2023-2026"}, SET_UP)


@pytest.mark.requirement("CAP-03")
def test_the_seven_directions_are_goals_and_are_made_once(picture: Document) -> None:
    made = seed_directions(picture, SET_UP)
    assert len(made) == 7
    assert {one.kind for one in made} == {"direction"}
    assert all(one.not_measurable and one.text and one.source for one in made)
    changes.change(made[0], {"title": "Door iemand verbeterd"}, SET_UP)
    assert seed_directions(picture, SET_UP) == ()
    assert Goal.objects.filter(kind="direction").count() == 7
    assert Goal.objects.filter(title="Door iemand verbeterd").exists()


@pytest.mark.django_db
def test_a_municipality_without_the_file_has_no_directions(picture: Document) -> None:
    assert seed_directions(picture, SET_UP, code="GM0363") == ()
    assert directions("GM0363") == ()
    assert working_methods("GM0363") == ()


@pytest.mark.requirement("CAP-02", "CAP-03")
def test_twelve_tasks_in_four_clusters_are_counted(
    signed_in: Callable[[str], Client], picture: Document
) -> None:
    seed_directions(picture, SET_UP)
    page = signed_in("adviser").get("/werk/opgaven/").content.decode()
    clusters = re.findall(r'<section aria-labelledby="c-.*?</section>', page, re.DOTALL)
    assert len(clusters) == 4
    assert [one.count("<li>") for one in clusters] == [3, 3, 3, 3]
    assert re.search(r'class="lead">12 ', page)
    listed = page[page.index('aria-labelledby="directions"') :]
    assert listed.count("<li>") == 7
    order = [listed.index(one.original) for one in directions("GM0935")]
    assert order == sorted(order)


def test_directions_of_an_internal_document_are_not_for_the_council(
    signed_in: Callable[[str], Client], picture: Document
) -> None:
    seed_directions(picture, SET_UP)
    page = signed_in("council-member").get("/werk/opgaven/").content.decode()
    assert directions("GM0935")[0].original not in page
    changes.change(picture, {"visibility": "council"}, SET_UP)
    assert (
        directions("GM0935")[0].original in signed_in("council-member").get("/werk/opgaven/").content.decode()
    )


@pytest.mark.requirement("SRC-17")
def test_the_page_explains_each_method_and_keeps_judgements(signed_in: Callable[[str], Client]) -> None:
    browser = signed_in("analyst")
    page = browser.get("/werk/werkwijzen/").content.decode()
    for one in working_methods("GM0935"):
        assert one.name.nl in page
        assert one.in_short.nl in page
        assert all(passage in page for passage in one.passages)
    values = {
        "method": "informatiegestuurd",
        "dated": "2026-04-01",
        "maturity": "2",
        "explanation": "Er is een analist; de bronnen zijn niet compleet.",
        "who": "analist",
    }
    add = "/werk/register/werkwijzebeoordelingen/nieuw/"
    assert browser.post(add, {**values, "maturity": "6"}).status_code == 422
    assert browser.post(add, values).status_code == 302
    again = browser.get("/werk/werkwijzen/").content.decode()
    assert values["explanation"] in again
    assert maturity_scale("nl")[1].words.nl in again


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong", [{"maturity": 0}, {"method": "op gevoel"}, {"explanation": ""}, {"who": "mevrouw Pietersen"}]
)
def test_a_judgement_has_a_method_a_level_a_reason_and_no_name(wrong: dict[str, object]) -> None:
    values = {
        "method": "gebiedsgericht",
        "dated": date(2026, 4, 1),
        "maturity": 3,
        "explanation": "Elk stadsdeel heeft een regisseur.",
        "who": "beleidsadviseur",
    }
    with pytest.raises(ValidationError) as refused:
        changes.create(MethodAssessment, {**values, **wrong}, SET_UP)
    assert set(refused.value.message_dict) == set(wrong)


@pytest.mark.requirement("AREA-06")
def test_what_area_work_is_for_is_a_goal_that_is_not_yet_measurable(
    signed_in: Callable[[str], Client], programme: Document
) -> None:
    browser = signed_in("adviser")
    before = browser.get("/werk/werkwijzen/").content.decode()
    assert "afstand te verkleinen tussen inwoners en gemeente" in before
    made = seed_method_goals(programme, SET_UP)
    assert len(made) == 2
    assert all(one.not_measurable and not one.indicators.exists() for one in made)
    assert seed_method_goals(programme, SET_UP) == ()
    after = browser.get("/werk/werkwijzen/").content.decode()
    assert f"/werk/register/doelen/{made[0].pk}/" in after
    assert made[0].not_measurable in after


@pytest.mark.parametrize("role", ["area-team", "facilitator", "administrator"])
def test_who_does_not_see_the_policy_sees_no_methods_and_tasks(
    signed_in: Callable[[str], Client], role: str
) -> None:
    browser = signed_in(role)
    assert browser.get("/werk/werkwijzen/").status_code == 403
    assert browser.get("/werk/opgaven/").status_code == 403


def test_a_scale_that_does_not_count_to_five_is_refused(tmp_path: Path) -> None:
    (tmp_path / "xx").mkdir()
    file = tmp_path / "xx" / "maturity.yaml"
    file.write_text("- {level: 2, words: {nl: a, en: b}}\n", encoding="utf-8")
    with pytest.raises(InputError, match="count from 1 to 5"):
        maturity_scale("xx", tmp_path)
