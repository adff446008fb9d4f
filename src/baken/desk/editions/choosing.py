# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What analysts decide about findings, and how that goes into the edition."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from django.db import transaction

from baken.accounts.changes import Asked, change, create
from baken.catalogue.governance import load_governance
from baken.desk.editions.places import report_on
from baken.desk.models import EditionDraft, FindingChoice
from baken.edition.editorial import to_json
from baken.edition.report import Ranked
from baken.model.editorial import Correction, Editorial
from baken.model.errors import UsageError
from baken.model.finding import FindingOverride
from baken.model.governance import Role

_C = FindingChoice.Choice


def choices_of(draft: EditionDraft) -> dict[str, FindingChoice]:
    """The decisions about a draft, by finding."""
    return {one.finding: one for one in FindingChoice.objects.filter(draft=draft, withdrawn=False)}


def undecided(draft: EditionDraft) -> tuple[Ranked, ...]:
    """The findings of the last build about which nobody decided anything yet."""
    report, held = report_on(draft), choices_of(draft)
    return tuple(one for one in report.findings if one.id not in held) if report else ()


def choose(
    draft: EditionDraft, finding: str, values: dict[str, object], day: date, asked: Asked
) -> FindingChoice:
    """Decide about a finding, or decide otherwise. The reason stands with the decision and in the trail.

    Raises:
        UsageError: the draft makes no such finding.
        NotAllowedError: the person is no analyst, or the draft is no longer open.
        ValidationError: the decision is not whole.

    """
    report = report_on(draft)
    known = {one.id: one for one in report.findings} if report else {}
    if finding not in known:
        raise UsageError(
            f"this edition makes no finding '{finding}'.", do="Build it and choose one of its own."
        )
    told = {**values, "made": day, "sentence": known[finding].sentence.nl}
    held = choices_of(draft).get(finding)
    if held is not None:
        return change(held, told, asked)
    return create(FindingChoice, {"draft": draft, "finding": finding, **told}, asked)


@transaction.atomic
def accept_rest(draft: EditionDraft, reason: str, day: date, asked: Asked) -> int:
    """Accept all findings about which nobody decided yet. Returns: how many."""
    waiting = undecided(draft)
    for one in waiting:
        choose(draft, one.id, {"choice": _C.ACCEPT, "rank": None, "reason": reason}, day, asked)
    return len(waiting)


def take_over(draft: EditionDraft, asked: Asked) -> None:
    """Begin a correction with what was decided about the edition that it corrects."""
    if draft.correction_of is None:
        return
    for one in choices_of(draft.correction_of).values():
        names = ("finding", "sentence", "choice", "rank", "reason", "made")
        create(FindingChoice, {"draft": draft, **{name: getattr(one, name) for name in names}}, asked)


def editorial_of(draft: EditionDraft) -> bytes | None:
    """The input that a draft is built with: what changes the picture, and what it corrects.

    Accepting a finding changes nothing in it, so that is no part of it. People go by their role.
    """
    author = load_governance().role(Role.ANALYST).name.nl
    decided = [one for one in choices_of(draft).values() if one.choice != _C.ACCEPT]
    choices = tuple(
        FindingOverride(
            finding=one.finding,
            reason=one.reason,
            author=author,
            date=one.made,
            rank=one.rank,
            leave_out=one.choice == _C.LEAVE_OUT,
        )
        for one in sorted(decided, key=lambda one: one.finding)
    )
    corrects = draft.correction_of
    correction = (
        Correction(of=corrects.on, what=draft.what_changed, why=draft.why_changed) if corrects else None
    )
    if not choices and correction is None:
        return None
    on = max((draft.on, *(one.date for one in choices)))
    return to_json(Editorial(on=on, choices=choices, correction=correction))


def digest_of(draft: EditionDraft) -> str:
    """The checksum of that input; that of nothing where there is none."""
    return sha256(editorial_of(draft) or b"").hexdigest()
