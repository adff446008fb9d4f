# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""From an insight to the decisions that followed it, and statements that wait for their interpretation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from baken.catalogue.frame import checked
from baken.model.errors import InputError
from baken.model.insight import Decider, PolicyDecision
from baken.model.text import Text
from baken.model.workflow import Step
from baken.picture.insights import decisions_without_insight, published, step_of, waiting
from baken.publications.finding_records import finding_records
from baken.publications.register_records import insight_records

from .helpers import EXAMPLE, MAASTRICHT, TODAY, held, picture

TOWN = held(EXAMPLE).municipality


@pytest.mark.requirement("SRC-15")
def test_each_published_insight_can_be_followed_to_its_decisions_and_an_empty_list_says_so() -> None:
    shown = {one.insight.id: [each.id for each in one.decisions] for one in published(picture(EXAMPLE))}
    assert shown == {"winkeldiefstal-stijgt": ["winkelgebied-2026"], "inbraken-gelijk": []}
    rows = insight_records(picture(EXAMPLE))
    assert [one["decisions"] for one in rows["published"]] == [["winkelgebied-2026"], []]  # type: ignore[attr-defined]
    decisions: Any = rows["decisions"]
    assert [one["id"] for one in decisions] == ["winkelgebied-2026"]
    assert decisions[0]["change"]["nl"]
    assert decisions[0]["document"] in {one.id for one in TOWN.references}


@pytest.mark.requirement("SRC-15")
def test_each_finding_in_the_open_data_names_its_decisions() -> None:
    rows = {str(one["id"]): one for one in finding_records(picture(EXAMPLE))}
    assert all(isinstance(one["decisions"], list) for one in rows.values())
    assert rows["change/winkeldiefstal/GM9999"]["decisions"] == ["winkelgebied-2026"]
    assert sum(bool(one["decisions"]) for one in rows.values()) == 1


@pytest.mark.requirement("SRC-15")
def test_the_decisions_of_the_documents_are_held_and_follow_no_insight_of_ours() -> None:
    municipality = held(MAASTRICHT).municipality
    assert published(picture(MAASTRICHT)) == ()
    found = {one.id: one.taken for one in decisions_without_insight(municipality, TODAY)}
    assert found == {"mjp-2023-2026": date(2023, 1, 31), "extra-middelen-2023": None}


@pytest.mark.requirement("SRC-10")
def test_a_finding_is_no_insight_before_it_is_interpreted_and_published() -> None:
    assert waiting(TOWN, TODAY) == 1
    assert step_of(TOWN, "change/drugshandel/GM9999", TODAY) is Step.CHECKED
    assert step_of(TOWN, "change/winkeldiefstal/GM9999", TODAY) is Step.PUBLISHED
    assert step_of(TOWN, "change/winkeldiefstal/GM9999", date(2026, 2, 20)) is Step.INTERPRETED
    assert "drugscontroles" not in {one.insight.id for one in published(picture(EXAMPLE))}


@pytest.mark.requirement("SRC-10")
def test_a_statement_that_is_not_interpreted_is_not_shown() -> None:
    strands = picture(EXAMPLE).theme("buurt-en-beleving").strands
    assert [one.id for one in strands.professionals] == ["jongerenwerker-2026"]
    assert strands.waiting == 1
    assert all(one.interpretation for one in strands.professionals)
    assert all(one.interpretation for one in strands.residents)


def decided(**changes: object) -> PolicyDecision:
    one = PolicyDecision(
        id="x",
        title=Text("Iets doen", "Do something"),
        by=Decider.EXECUTIVE,
        document="verzoek-van-de-raad",
        taken=date(2026, 4, 1),
        insights=("winkeldiefstal-stijgt",),
    )
    return replace(one, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"insights": ("x",)}, "follows the unknown insight 'x'"),
        ({"document": "x"}, "not among the references"),
        ({"taken": date(2026, 1, 1)}, "was taken before insight 'winkeldiefstal-stijgt' was interpreted"),
    ],
)
def test_a_decision_that_cannot_follow_its_insight_is_refused(changes: dict[str, object], words: str) -> None:
    material = held(EXAMPLE)
    checked(replace(TOWN, decisions=(decided(),)), material.catalogue)
    with pytest.raises(InputError, match=words):
        checked(replace(TOWN, decisions=(decided(**changes),)), material.catalogue)
