# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of the signing of a decision: signed, still to be signed, or not known.

That nobody recorded signatures says that a decision waits for them only where it is new. Of one that was
taken over from a document, or that was recorded long after it was taken, nobody knows here who signed it.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.accounts.actor import SYSTEM
from baken.accounts.models import AuditEntry
from baken.cycle.flows import DecisionStatus
from baken.cycle.models import Decision

NEW_FOR = timedelta(days=365)
"""How long after it was taken a decision that somebody records here is new; a convention of Baken."""
NOT_RECORDED = gettext_lazy("signatures not recorded")
"""What both kinds of unsigned decisions have in common, where it is not about one of them."""


def waits_for_signing(taken: date | None, recorded: date | None, *, begun: bool) -> bool:
    """Whether a decision without both signatures waits for them; if not, its signing is not known.

    Args:
        taken: the day of the decision, where it is known.
        recorded: the day on which a person recorded it here; None where it was taken over from a document.
        begun: whether a name or a day of signing is filled in.

    """
    if begun:
        return True
    return recorded is not None and (taken is None or recorded - taken <= NEW_FOR)


def with_recording(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The same decisions, each with the moment on which a person recorded it here."""
    found: QuerySet[Any] = rows.annotate(recorded_at=Subquery(_made(OuterRef("pk")).values("at")[:1]))
    return found


def signing_words(decision: Decision) -> str:
    """What is known of the signing of one decision, in the language of the page."""
    if decision.status != DecisionStatus.UNSIGNED:
        return str(decision.get_status_display())
    filled = ("signed_first", "signed_first_on", "signed_second", "signed_second_on")
    begun = any(getattr(decision, name) for name in filled)
    if waits_for_signing(decision.taken, _recorded(decision), begun=begun):
        return _("not signed yet")
    return _("signing not known")


def _recorded(decision: Decision) -> date | None:
    if not hasattr(decision, "recorded_at"):  # not one of a list
        decision.recorded_at = _made(decision.pk).values_list("at", flat=True).first()  # type: ignore[attr-defined] # as a list has it
    at: str | None = decision.recorded_at  # type: ignore[attr-defined] # set above, or by the list
    return datetime.fromisoformat(at).date() if at else None


def _made(key: Any) -> QuerySet[AuditEntry]:  # noqa: ANN401 - an id, or what stands for it in a question
    """The entry of the trail that says who recorded a decision, unless the software did."""
    rows = AuditEntry.objects.filter(kind=Decision._meta.label_lower, record=key, act="create")
    return rows.exclude(account=SYSTEM.account).order_by("number")
