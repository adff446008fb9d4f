# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A draft is built, decided about, built again and published: record and files together, or neither."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import msgspec
import pytest
from django.core.exceptions import ValidationError

from baken.accounts import audit
from baken.accounts.actor import Actor
from baken.accounts.changes import Asked, NotAllowedError, change, move, withdraw
from baken.desk.editions import making
from baken.desk.editions.blocking import blocks
from baken.desk.editions.choosing import accept_rest, choices_of, choose, undecided
from baken.desk.editions.places import pages_of, place_of, report_on
from baken.desk.models import EditionDraft, FindingChoice
from baken.edition.build import build
from baken.edition.draft import Phase, percent
from baken.edition.editorial import NAME as EDITORIAL
from baken.edition.editorial import from_json
from baken.edition.outside.verify import verify_outside
from baken.edition.publishing import publish
from baken.edition.verify import verify
from baken.model.errors import BakenError, EditionError, InputError, UsageError
from baken.store.published import Published
from baken.store.workspace import Workspace
from desk.editions.conftest import ON
from people import SET_UP


def words(draft: EditionDraft) -> str:
    return " ".join(one.words for one in blocks(draft))


def rebuilt(draft: EditionDraft, asked: Asked) -> EditionDraft:
    making.build(EditionDraft.objects.get(pk=draft.pk), asked)
    found = EditionDraft.objects.get(pk=draft.pk)
    making.settle(found)
    return found


def test_a_draft_is_built_beside_the_editions_and_the_workspace_does_not_remember_it(
    built: EditionDraft, workspace: Workspace
) -> None:
    assert (built.status, len(built.manifest)) == ("built", 64)
    assert (pages_of(built) / "index.html").is_file()
    assert pages_of(built).is_relative_to(workspace.editions / "drafts")
    assert Published(workspace, "GM0935").all() == ()
    assert not (workspace.editions / "published").exists()
    assert verify(pages_of(built), workspace).identical


def test_the_report_has_findings_texts_with_checks_and_what_is_different(built: EditionDraft) -> None:
    report = report_on(built)
    assert report is not None
    assert [one.rank for one in report.findings] == list(range(1, len(report.findings) + 1))
    assert report.texts
    assert all(claim.verdict for one in report.texts for claim in one.claims)
    assert not any(one.refused for one in report.texts)
    assert "eerste editie" in report.comparison.summary.nl
    assert report.lacks


def test_it_is_published_only_when_every_finding_was_decided_about(
    built: EditionDraft, analyst: Asked
) -> None:
    number = len(undecided(built))
    assert number > 3
    with pytest.raises(UsageError, match=str(number)):
        making.publish_draft(built, ON, analyst)
    assert accept_rest(built, "akkoord", ON, analyst) == number
    assert blocks(built) == ()


def test_published_is_in_its_place_in_one_step_and_remembered(
    published: EditionDraft, workspace: Workspace
) -> None:
    published.refresh_from_db()
    assert (published.status, published.published_on) == ("published", ON)
    place = workspace.editions / "published" / published.published_as
    assert (workspace.editions / "current").resolve() == place.resolve()
    assert verify(place, workspace).identical
    (held,) = Published(workspace, "GM0935").all()
    assert held.manifest == published.manifest
    assert not (place_of(published) / "edition").exists()
    assert list(audit.breaks()) == []


def test_a_published_edition_cannot_be_changed_withdrawn_or_built_over(
    published: EditionDraft, analyst: Asked, workspace: Workspace
) -> None:
    held = EditionDraft.objects.get(pk=published.pk)
    with pytest.raises(NotAllowedError):
        change(held, {"note": "toch"}, analyst)
    with pytest.raises(NotAllowedError):
        withdraw(held, analyst)
    with pytest.raises(UsageError):
        making.build(held, analyst)
    with pytest.raises(NotAllowedError):
        choose(held, undecided_or_first(held), {"choice": "accept", "reason": "x"}, ON, analyst)
    place = workspace.editions / "published" / held.published_as
    before = (place / "manifest.json").read_bytes()
    with pytest.raises(EditionError, match="never changes"):
        build("GM0935", place, ON, (), workspace)
    assert (place / "manifest.json").read_bytes() == before


def undecided_or_first(draft: EditionDraft) -> str:
    report = report_on(draft)
    assert report is not None
    return report.findings[0].id


def test_choices_go_into_the_edition_as_a_dated_input_and_it_stays_verifiable(
    built: EditionDraft, analyst: Asked, workspace: Workspace
) -> None:
    report = report_on(built)
    assert report is not None
    first, second, third = (one.id for one in report.findings[:3])
    choose(built, first, {"choice": "leave-out", "rank": None, "reason": "telt dubbel"}, ON, analyst)
    choose(built, third, {"choice": "move", "rank": 1, "reason": "vroeg de raad"}, ON, analyst)
    accept_rest(built, "akkoord", ON, analyst)
    assert "build it again" in words(built).lower()
    with pytest.raises(UsageError):
        making.publish_draft(built, ON, analyst)
    again = rebuilt(built, analyst)
    assert blocks(again) == ()
    report = report_on(again)
    assert report is not None
    assert [one.id for one in report.findings if one.rank][:2] == [third, second]
    assert [one.id for one in report.findings if one.rank is None] == [first]
    decided = from_json((pages_of(again) / EDITORIAL).read_bytes())
    assert decided.on == ON
    assert {(one.finding, one.reason) for one in decided.choices} == {
        (first, "telt dubbel"),
        (third, "vroeg de raad"),
    }
    assert "Test" not in (pages_of(again) / EDITORIAL).read_text("utf-8")
    assert verify(pages_of(again), workspace).identical
    assert verify_outside(pages_of(again)).holds


def test_the_same_decisions_give_the_same_bytes(built: EditionDraft, analyst: Asked) -> None:
    choose(
        built,
        undecided_or_first(built),
        {"choice": "leave-out", "rank": None, "reason": "dubbel"},
        ON,
        analyst,
    )
    first = rebuilt(built, analyst).manifest
    assert rebuilt(built, analyst).manifest == first


def test_tampered_decisions_are_found(built: EditionDraft, analyst: Asked, workspace: Workspace) -> None:
    choose(
        built,
        undecided_or_first(built),
        {"choice": "leave-out", "rank": None, "reason": "dubbel"},
        ON,
        analyst,
    )
    again = rebuilt(built, analyst)
    path = pages_of(again) / EDITORIAL
    path.write_text(path.read_text("utf-8").replace("dubbel", "anders"), "utf-8")
    found = [one.path for one in verify(pages_of(again), workspace).findings]
    assert EDITORIAL in found
    accept_rest(again, "akkoord", ON, analyst)
    with pytest.raises(EditionError, match="not as it was built"):
        making.publish_draft(again, ON, analyst)
    assert EditionDraft.objects.get(pk=again.pk).status == "built"
    assert Published(workspace, "GM0935").all() == ()


@pytest.mark.parametrize("data", [b"{", b'{"format": "x", "editorial": {"on": "2026-01-01"}}', b"\xff"])
def test_what_are_no_decisions_is_said_in_one_line(data: bytes) -> None:
    with pytest.raises(InputError, match=r"editorial\.json"):
        from_json(data)


def test_a_choice_needs_a_reason_a_finding_of_this_edition_and_a_place_where_it_moves(
    built: EditionDraft, analyst: Asked
) -> None:
    finding = undecided_or_first(built)
    with pytest.raises(ValidationError, match="reason"):
        choose(built, finding, {"choice": "accept", "rank": None, "reason": " "}, ON, analyst)
    with pytest.raises(ValidationError, match="rank"):
        choose(built, finding, {"choice": "move", "rank": None, "reason": "a"}, ON, analyst)
    with pytest.raises(ValidationError, match="rank"):
        choose(built, finding, {"choice": "accept", "rank": 2, "reason": "a"}, ON, analyst)
    with pytest.raises(UsageError, match="nooit"):
        choose(built, "nooit", {"choice": "accept", "rank": None, "reason": "a"}, ON, analyst)
    assert not FindingChoice.objects.exists()


def test_deciding_otherwise_keeps_one_decision_with_its_history(built: EditionDraft, analyst: Asked) -> None:
    finding = undecided_or_first(built)
    choose(built, finding, {"choice": "accept", "rank": None, "reason": "a"}, ON, analyst)
    choose(built, finding, {"choice": "leave-out", "rank": None, "reason": "b"}, ON, analyst)
    held = FindingChoice.objects.get()
    assert (held.choice, held.reason, held.version) == ("leave-out", "b", 2)


@pytest.mark.parametrize("role", ["adviser", "clerk", "mayor", "council-member", "administrator"])
def test_only_analysts_build_choose_and_publish(
    built: EditionDraft, actor: Callable[[str], Actor], role: str
) -> None:
    asked = Asked(by=actor(role), why="x")
    with pytest.raises(NotAllowedError):
        making.begin({"on": ON}, asked)
    with pytest.raises(NotAllowedError):
        making.build(built, asked)
    with pytest.raises(NotAllowedError):
        choose(built, undecided_or_first(built), {"choice": "accept", "rank": None, "reason": "a"}, ON, asked)
    with pytest.raises(NotAllowedError):
        making.publish_draft(built, ON, asked)
    assert EditionDraft.objects.get().status == "built"


def test_nobody_finishes_or_fails_a_build_by_hand(built: EditionDraft, analyst: Asked) -> None:
    EditionDraft.objects.filter(pk=built.pk).update(status="building")
    for step in ("finish", "fail"):
        with pytest.raises(NotAllowedError):
            move(built, step, analyst)


def test_a_correction_says_what_changed_and_why_and_shows_on_the_public_page(
    published: EditionDraft, analyst: Asked, workspace: Workspace
) -> None:
    held = EditionDraft.objects.get(pk=published.pk)
    with pytest.raises(ValidationError, match="what_changed"):
        making.begin({"on": ON, "correction_of": held}, analyst)
    values = {
        "correction_of": held,
        "what_changed": "Een bevinding weggelaten",
        "why_changed": "Telde dubbel",
    }
    draft = making.begin({"on": ON, **values}, analyst)
    assert set(choices_of(draft)) == set(choices_of(held))
    again = rebuilt(draft, analyst)
    choose(
        again,
        undecided_or_first(again),
        {"choice": "leave-out", "rank": None, "reason": "dubbel"},
        ON,
        analyst,
    )
    again = rebuilt(again, analyst)
    assert blocks(again) == ()
    making.publish_draft(again, ON, analyst)
    corrected = EditionDraft.objects.get(pk=again.pk)
    place = workspace.editions / "published" / corrected.published_as
    assert corrected.published_as != held.published_as
    assert (workspace.editions / "published" / held.published_as / "manifest.json").is_file()
    assert (workspace.editions / "current").resolve() == place.resolve()
    log = msgspec.json.decode((place / "revisions.json").read_bytes())["editions"]
    assert [one["correction"] for one in log] == [
        None,
        {"of": "2026-11-21", "what": "Een bevinding weggelaten", "why": "Telde dubbel"},
    ]
    assert verify(place, workspace).identical
    assert verify_outside(place).holds


def test_only_a_published_edition_is_corrected(built: EditionDraft, analyst: Asked) -> None:
    held = EditionDraft.objects.get(pk=built.pk)
    with pytest.raises(ValidationError, match="correction_of"):
        making.begin({"on": ON, "correction_of": held, "what_changed": "a", "why_changed": "b"}, analyst)
    with pytest.raises(ValidationError, match="correction_of"):
        making.begin({"on": ON, "what_changed": "a", "why_changed": "b"}, analyst)


def test_a_draft_behind_another_edition_is_built_again_first(
    built: EditionDraft, analyst: Asked, workspace: Workspace
) -> None:
    accept_rest(built, "akkoord", ON, analyst)
    earlier = rebuilt(making.begin({"on": ON - timedelta(days=30)}, analyst), analyst)
    accept_rest(earlier, "akkoord", ON, analyst)
    making.publish_draft(earlier, ON, analyst)
    assert len(blocks(built)) == 1
    with pytest.raises(EditionError, match="another edition"):
        publish(place_of(built), workspace, built.manifest)
    again = rebuilt(built, analyst)
    assert blocks(again) == ()
    making.publish_draft(again, ON, analyst)
    assert len(Published(workspace, "GM0935").all()) == 2


def test_a_publishing_that_was_cut_off_after_the_files_moved_is_recorded_when_it_is_done_again(
    built: EditionDraft, analyst: Asked, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    accept_rest(built, "akkoord", ON, analyst)

    def cut_off(*arguments: object) -> str:
        publish(*arguments)  # type: ignore[arg-type] # handed on as they are
        raise EditionError("the power went.")

    monkeypatch.setattr(making, "publish", cut_off)
    with pytest.raises(EditionError):
        making.publish_draft(built, ON, analyst)
    held = EditionDraft.objects.get(pk=built.pk)
    assert held.status == "built"
    monkeypatch.undo()
    # What was undone named the workspace of the test too, so it is named again.
    assert blocks(held) == ()
    making.publish_draft(held, ON, analyst)
    assert EditionDraft.objects.get(pk=built.pk).status == "published"
    assert len(Published(workspace, "GM0935").all()) == 1


def test_a_draft_that_somebody_else_changed_meanwhile_is_not_published(
    built: EditionDraft, analyst: Asked
) -> None:
    accept_rest(built, "akkoord", ON, analyst)
    seen = Asked(by=analyst.by, why="x", version=built.version)
    change(built, {"note": "eerst"}, analyst)
    with pytest.raises(BakenError, match=r"omebody else|emand anders"):
        making.publish_draft(built, ON, seen)


def test_a_final_edition_that_lacks_something_fails_with_all_that_is_in_the_way(
    workspace: Workspace, at_once: None, analyst: Asked
) -> None:
    del workspace, at_once
    draft = rebuilt(making.begin({"on": ON, "final": True}, analyst), analyst)
    assert draft.status == "failed"
    report = report_on(draft)
    assert report is not None
    assert report.problems
    assert draft.message
    assert [one.words for one in blocks(draft)][: len(report.problems)] == list(report.problems)
    with pytest.raises(UsageError):
        making.publish_draft(draft, ON, analyst)


def test_an_order_that_cannot_be_carried_out_fails_in_one_line(
    db: None, workspace: Workspace, at_once: None, settings: object
) -> None:
    del db, workspace, at_once
    settings.BAKEN_AREA = "GM0000"  # type: ignore[attr-defined] # pytest-django has no types
    draft = rebuilt(making.begin({"on": ON}, SET_UP), SET_UP)
    assert draft.status == "failed"
    assert "GM0000" in draft.message
    assert "\n" not in draft.message


def test_progress_only_goes_up_and_ends_at_a_hundred() -> None:
    told = [
        percent(phase, ready, of)
        for phase in Phase
        for ready, of in ((0, 0), (0, 9), (5, 9), (9, 9), (20, 9))
    ]
    assert (told[0], told[-1]) == (0, 100)
    for phase in Phase:
        steps = [percent(phase, ready, 9) for ready in range(12)]
        assert steps == sorted(steps)
    begins = [percent(phase, 0, 0) for phase in Phase]
    assert begins == sorted(begins)


def test_a_day_that_is_no_day_of_an_edition_is_refused_by_the_form(
    analyst: Asked, workspace: Workspace
) -> None:
    del workspace
    with pytest.raises(ValidationError, match="on"):
        making.begin({"on": None}, analyst)
    assert making.begin({"on": date(2026, 1, 1)}, analyst).status == "draft"
