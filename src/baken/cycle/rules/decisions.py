# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a decision must be before it is recorded: by the body that may take it, with its days in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.catalogue.governance import load_governance
from baken.council.competence import may_adopt
from baken.council.ledger_decision import check_days
from baken.model.errors import UsageError
from baken.model.governance import Body, ProductKind

if TYPE_CHECKING:
    from baken.cycle.models import Decision

_TAKEN = {"adopted", "amended", "rejected"}


def check_decision(decision: Decision) -> None:
    """Refuse a decision that its body may not take, with days out of order or without its points.

    The points are those of the proposal: they are taken over here, and cannot be typed in.

    Raises:
        ValidationError: by field.

    """
    language = get_language() or "nl"
    body = load_governance().body(Body(decision.body)) if decision.body else None
    if body is not None and decision.outcome in _TAKEN and not body.decides:
        raise ValidationError({"body": _("This body consults and agrees. It decides nothing.")})
    if body is not None and decision.about_id and decision.about is not None and decision.outcome in _TAKEN:
        verdict = may_adopt(body.id, ProductKind(decision.about.kind))
        if not verdict.allowed:
            raise ValidationError({"body": verdict.why.in_(language)})
    _check_meeting(decision, language)
    if decision.proposal is not None:
        decision.points = [
            one.text for one in decision.proposal.points.filter(withdrawn=False).order_by("number")
        ]
        if not decision.points:
            raise ValidationError({"proposal": _("This proposal has no decision points yet.")})


def _check_meeting(decision: Decision, language: str) -> None:
    meeting = decision.item.meeting if decision.item else None
    if meeting is not None and meeting.body != decision.body:
        raise ValidationError({"item": _("This item stands on the agenda of another body.")})
    proposed = decision.proposal.dated if decision.proposal else None
    remarks = check_days(
        proposed=proposed, decided=decision.taken, meeting=meeting.dated if meeting else None
    )
    if remarks:
        raise ValidationError({"taken": [one.message.in_(language) for one in remarks]})


def check_signatures(decision: Decision) -> None:
    """Refuse to call a decision signed before both names and days are there.

    Raises:
        UsageError: which are missing.

    """
    names = ("signed_first", "signed_first_on", "signed_second", "signed_second_on")
    fields = [decision._meta.get_field(name) for name in names if not getattr(decision, name)]
    missing = [str(getattr(one, "verbose_name", one.name)) for one in fields]
    if missing:
        raise UsageError(
            _("The decision is not signed by both."),
            do=_("Fill in: %(what)s.") % {"what": ", ".join(missing)},
        )
    for day in (decision.signed_first_on, decision.signed_second_on):
        if decision.taken and day and day < decision.taken:
            raise UsageError(_("A signature is from before the decision."), do=_("Check the days."))
