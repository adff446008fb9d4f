# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Every step of every flow, out of every state, by every role: taken only where the rights say so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.exceptions import ValidationError

from baken.accounts import changes
from baken.accounts.actor import Actor
from baken.accounts.changes import Asked, NotAllowedError
from baken.accounts.models import AuditEntry, Record
from baken.cycle.models import Document
from baken.desk.registers import ALL, BY_MODEL
from baken.model.errors import BakenError, UsageError
from baken.model.governance import ProductKind, Role
from desk.roles_asking import ROOT
from desk.roles_matching import covers
from desk.roles_town import Town, town, undone

__all__ = ["town"]
pytestmark = pytest.mark.django_db
WITH_FLOW = [one.model for one in ALL if one.model.flow is not None]


def test_the_rights_name_every_step_and_no_other() -> None:
    for kind in WITH_FLOW:
        assert kind.flow is not None
        assert set(kind.rights.steps) == {one.name for one in kind.flow.transitions}, kind.__name__
        assert all(table for table in kind.rights.steps.values()), kind.__name__


def outcome(record: Record, step: str, actor: Actor) -> str:
    """What comes of asking for a step, undone again."""
    before = AuditEntry.objects.count()
    with undone():
        try:
            changes.move(record, step, Asked(by=actor, why="a test"))
        except NotAllowedError as error:
            # The line says for whom the step is.
            return "not allowed" if str(error).strip() and error.do else "not explained"
        except UsageError as error:
            return "no such step" if "is no step" in str(error) else "not ready"
        except (BakenError, ValidationError) as error:
            return "not ready" if str(error).strip() else "not explained"
        assert AuditEntry.objects.count() == before + 1
        return "taken"


def asked(town: Town) -> Iterator[tuple[Record, str, bool]]:
    """Every record that is in use with every step, and whether its flow has that step from there."""
    for kind in WITH_FLOW:
        assert kind.flow is not None
        for form, record in town.world.made[kind].items():
            # The choices of a field that no step depends on are those of one another.
            if record.withdrawn or not form.startswith(
                ("own", "other", "council", "public", "status-", "kind-", "body-")
            ):
                continue
            possible = {one.name for one in kind.flow.of(record.status)}  # type: ignore[attr-defined] # has a flow
            for step in kind.flow.transitions:
                yield record, step.name, step.name in possible


@pytest.mark.parametrize("role", Role)
def test_a_step_is_taken_only_by_whom_its_rights_name(town: Town, role: Role) -> None:
    actor = town.people[role].actor()
    wrong = []
    for record, step, possible in asked(town):
        came = outcome(record, step, actor)
        if not possible:
            right = {"no such step"}
        elif covers(record.rights.steps[step], actor, record):
            right = {"taken", "not ready"}
        else:
            right = {"not allowed"}
        if came not in right:
            wrong.append((record.pk, step, came, right))
    assert not wrong, "\n".join(map(str, wrong))


@pytest.mark.parametrize("role", Role)
def test_by_the_pages_no_more_can_be_done(town: Town, role: Role) -> None:
    """The same through the pages, for the first record of each kind: a refusal changes nothing."""
    actor, browser = town.people[role].actor(), town.browser(role)
    for kind in WITH_FLOW:
        record = town.world.made[kind]["own"]
        for step in kind.rights.steps:
            if covers(record.rights.steps[step], actor, record):
                continue
            before = AuditEntry.objects.count()
            answer = browser.post(f"{ROOT}{BY_MODEL[kind].slug}/{record.pk}/stap/{step}/", {"why": "a test"})
            assert answer.status_code in {403, 404}, (record.pk, step)
            assert AuditEntry.objects.count() == before
            assert kind._default_manager.get(pk=record.pk).version == record.version


def test_a_withdrawn_record_takes_no_step(town: Town) -> None:
    for kind in WITH_FLOW:
        record = town.world.made[kind]["withdrawn"]
        for step, table in kind.rights.steps.items():
            for role in table:
                came = outcome(record, step, town.people[role].actor())
                assert came in {"not ready", "no such step"}, (record.pk, step, role)


@pytest.mark.requirement("ROLE-01", "ROLE-03", "ROLE-06")
@pytest.mark.parametrize(
    ("kind", "right"),
    [
        (ProductKind.PROGRAMME, Role.CLERK),
        (ProductKind.IMPLEMENTATION_PLAN, Role.SECRETARY),
        (ProductKind.REGIONAL_POLICE_PLAN, None),
    ],
)
def test_what_each_body_adopts_only_its_recorder_records(
    town: Town, kind: ProductKind, right: Role | None
) -> None:
    """The council adopts programmes, the executive plans; what others adopt nobody here records."""
    document = town.world.made[Document][f"kind-{kind}"]
    assert isinstance(document, Document)
    Document.objects.filter(pk=document.pk).update(status="submitted")
    document.refresh_from_db()
    may = {role for role in Role if changes.may_step(document, "adopt", town.people[role].actor())}
    assert may == ({right} if right else set())
