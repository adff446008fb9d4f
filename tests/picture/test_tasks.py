# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Tasks are scored on size, complexity and dynamics; an increase takes two dated scores."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from baken.catalogue.frame import checked
from baken.model.errors import InputError, NotJudgedError
from baken.model.policy import Municipality
from baken.model.task import Aspect, TaskRegister, TaskScore
from baken.model.text import Text
from baken.picture.tasks import TaskVerdict, change_of, judged_claims
from baken.publications.register_records import task_records

from .helpers import EXAMPLE, MAASTRICHT, TODAY, held, picture

TOWN = held(EXAMPLE).municipality
TASK = "zelfscankassa"


def score(**changes: Any) -> TaskScore:
    given: dict[str, Any] = {
        "task": TASK,
        "date": date(2025, 2, 1),
        "author": "afdeling Veiligheid",
        "reason": Text("Gezien in twee winkels.", "Seen in two shops."),
        "size": 2,
        "complexity": 2,
        "dynamics": 2,
    }
    return TaskScore(**(given | changes))


def scored(*scores: TaskScore) -> Municipality:
    return replace(TOWN, tasks=replace(TOWN.tasks, scores=scores))


@pytest.mark.requirement("RULE-09")
def test_a_task_has_three_scores_with_a_date_an_author_and_a_reason() -> None:
    first, last = TOWN.tasks.of(TASK, TODAY)
    assert [last.on(aspect) for aspect in Aspect] == [3, 2, 4]
    assert (last.date, bool(last.author), bool(last.reason.nl)) == (date(2026, 2, 10), True, True)
    assert first.date < last.date


@pytest.mark.requirement("RULE-09")
def test_an_increase_with_one_dated_score_or_none_is_refused() -> None:
    for scores in ((), (score(),)):
        with pytest.raises(NotJudgedError, match=f"has {len(scores)} dated scores; an increase needs two"):
            change_of(scored(*scores), TASK, TODAY)
    later = score(date=date(2026, 2, 1), size=4, dynamics=1)
    change = change_of(scored(score(), later), TASK, TODAY)
    assert [change.way(aspect) for aspect in Aspect] == [1, 0, -1]
    with pytest.raises(NotJudgedError):
        change_of(scored(score(), later), TASK, date(2025, 12, 31))


@pytest.mark.requirement("RULE-09")
def test_the_claim_of_the_document_that_tasks_increase_is_not_judged_without_scores() -> None:
    (found,) = judged_claims(held(MAASTRICHT).municipality, TODAY)
    assert found.claim.original == "Opgaven nemen toe in omvang, complexiteit en dynamiek"
    assert found.claim.aspects == tuple(Aspect)
    assert found.verdict is TaskVerdict.NOT_JUDGED
    assert "0 van de 12" in found.said.nl


@pytest.mark.requirement("RULE-09")
def test_a_claim_holds_only_if_every_task_increased_on_every_aspect_that_it_names() -> None:
    verdicts = {one.claim.id: one.verdict for one in judged_claims(TOWN, TODAY)}
    assert verdicts == {"winkels-vragen-meer": TaskVerdict.HOLDS, "alle-opgaven": TaskVerdict.NOT_JUDGED}
    same = scored(score(), score(date=date(2026, 2, 1), size=3))
    (first, _) = judged_claims(same, TODAY)
    assert first.verdict is TaskVerdict.NOT_FOR_ALL
    claims = task_records(picture(EXAMPLE))["claims"]
    assert [one["verdict"] for one in claims] == ["holds", "not judged"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "changes",
    [{"size": 0}, {"dynamics": 6}, {"author": " "}, {"reason": Text("", "")}],
)
def test_a_score_out_of_range_or_without_who_and_why_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        score(**changes)


def test_a_score_of_an_unknown_task_or_twice_on_one_day_is_refused() -> None:
    catalogue = held(EXAMPLE).catalogue
    with pytest.raises(InputError, match="names the unknown task 'x'"):
        checked(scored(score(task="x")), catalogue)
    with pytest.raises(InputError, match="scored twice on 2025-02-01"):
        checked(scored(score(), score()), catalogue)
    checked(replace(TOWN, tasks=TaskRegister()), catalogue)
