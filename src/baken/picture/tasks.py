# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether tasks increase: only two dated scores of the same task can tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baken.model.errors import NotJudgedError
from baken.model.policy import Municipality
from baken.model.task import Aspect, TaskClaim, TaskScore
from baken.model.text import Text

ASPECTS = {
    Aspect.SIZE: Text("omvang", "size"),
    Aspect.COMPLEXITY: Text("complexiteit", "complexity"),
    Aspect.DYNAMICS: Text("dynamiek", "dynamics"),
}
_NOT_JUDGED = Text(
    "Niet beoordeeld. Of een opgave toeneemt, is pas te zeggen met twee scores van verschillende dagen. "
    "Opgaven met twee scores: {scored} van de {tasks}.",
    "Not judged. Only two scores of different days tell whether a task increases. Tasks with two scores: "
    "{scored} of {tasks}.",
)
_JUDGED = Text(
    "Opgaven die volgens de scores toenamen in {aspects}: {risen} van de {tasks}.",
    "Tasks that increased in {aspects} by the scores: {risen} of {tasks}.",
)


class TaskVerdict(StrEnum):
    """What the scores say of a claim that tasks increase."""

    NOT_JUDGED = "not judged"
    HOLDS = "holds"
    NOT_FOR_ALL = "not for all"


@dataclass(frozen=True, slots=True)
class TaskChange:
    """One task on its first and its last day of scoring."""

    task: str
    first: TaskScore
    last: TaskScore

    def way(self, aspect: Aspect) -> int:
        """1 where it increased, -1 where it decreased, else 0."""
        before, after = self.first.on(aspect), self.last.on(aspect)
        return (after > before) - (after < before)


@dataclass(frozen=True, slots=True)
class JudgedTaskClaim:
    """A claim about tasks, held against their scores."""

    claim: TaskClaim
    verdict: TaskVerdict
    said: Text


def change_of(municipality: Municipality, task: str, on: date) -> TaskChange:
    """How a task changed between its first and its last scoring.

    Raises:
        NotJudgedError: it was not scored on two days; nothing can be said of an increase then.

    """
    scores = municipality.tasks.of(task, on)
    if len(scores) < 2:
        raise NotJudgedError(
            f"task '{task}' has {len(scores)} dated scores; an increase needs two.",
            do="Score it again on another day.",
        )
    return TaskChange(task, scores[0], scores[-1])


def changes_of(municipality: Municipality, tasks: tuple[str, ...], on: date) -> tuple[TaskChange, ...]:
    """The changes of those tasks that were scored on two days."""
    return tuple(
        change_of(municipality, name, on) for name in tasks if len(municipality.tasks.of(name, on)) > 1
    )


def judged_claims(municipality: Municipality, on: date) -> tuple[JudgedTaskClaim, ...]:
    """Every claim that was made by a day, with what the scores say of it."""
    return tuple(_judged(municipality, one, on) for one in municipality.tasks.claims if one.said <= on)


def _judged(municipality: Municipality, claim: TaskClaim, on: date) -> JudgedTaskClaim:
    everything = tuple(
        one.id
        for cluster in municipality.register.clusters
        for one in municipality.register.in_cluster(cluster.id)
    )
    tasks = claim.tasks or everything
    changes = changes_of(municipality, tasks, on)
    if len(changes) < len(tasks) or not tasks:
        return JudgedTaskClaim(
            claim, TaskVerdict.NOT_JUDGED, _filled(_NOT_JUDGED, scored=len(changes), tasks=len(tasks))
        )
    risen = [one for one in changes if all(one.way(aspect) > 0 for aspect in claim.aspects)]
    verdict = TaskVerdict.HOLDS if len(risen) == len(tasks) else TaskVerdict.NOT_FOR_ALL
    named = Text(
        " en ".join(ASPECTS[one].nl for one in claim.aspects),
        " and ".join(ASPECTS[one].en for one in claim.aspects),
    )
    said = Text(
        _JUDGED.nl.format(risen=len(risen), tasks=len(tasks), aspects=named.nl),
        _JUDGED.en.format(risen=len(risen), tasks=len(tasks), aspects=named.en),
    )
    return JudgedTaskClaim(claim, verdict, said)


def _filled(text: Text, **numbers: int) -> Text:
    return Text(text.nl.format(**numbers), text.en.format(**numbers))
