# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What follows from closing a report or evaluation and from a reason to change course: further records.

Each is called inside the transaction of the step that it follows from, with whoever took that step.
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from baken.accounts.changes import Asked, change, create, move
from baken.cycle.models import Document, DocumentLink, Evaluation, Report, ReportText, Review
from baken.cycle.models.reports import Frozen
from baken.cycle.papers.imprint import today
from baken.cycle.papers.written import texts_of
from baken.model.errors import UsageError
from baken.model.governance import Body, ProductKind, Relation

CHANGE_COURSE = frozenset({Evaluation.Outcome.ADJUST, Evaluation.Outcome.THEME, Evaluation.Outcome.STOP})
DECIDE = (Body.COUNCIL, Body.EXECUTIVE)
"""Both are put in the position to decide when the course must change."""
_OPEN = frozenset({"preparation", "submitted"})


def complete_document(held: Frozen, asked: Asked) -> None:
    """Call the document of what was closed completed, where it is one and is still open."""
    document = held.document  # type: ignore[attr-defined] # a report and an evaluation have one
    if document is not None and document.status in _OPEN:
        move(document, "complete", Asked(by=asked.by, why=asked.why))


def after_evaluation(evaluation: Evaluation, asked: Asked) -> None:
    """Complete its document, and ask for a decision where the course must change."""
    complete_document(evaluation, asked)
    if evaluation.outcome in CHANGE_COURSE:
        create(
            Review,
            {
                "title": _("Change of course after '%(what)s'")[:250] % {"what": evaluation.title[:200]},
                "cause": Review.Cause.EVALUATION,
                "what": f"{evaluation.get_outcome_display()}: {evaluation.conclusion}",
                "noticed": today(),
                "bodies": [one.value for one in DECIDE],
            },
            Asked(by=asked.by, why=asked.why),
        )


def propose(review: Review, asked: Asked) -> None:
    """Make the tailored proposal of a review that names none yet."""
    if review.proposal is not None:
        return
    document = create(
        Document,
        {
            "kind": ProductKind.TAILORED_PROPOSAL.value,
            "title": _("Tailored proposal: %(what)s")[:250] % {"what": review.title[:200]},
            "note": review.what,
            "owner": Body.EXECUTIVE.value,
        },
        Asked(by=asked.by, why=asked.why),
    )
    change(review, {"proposal": document}, Asked(by=asked.by, why=asked.why))


def correct(report: Report, asked: Asked) -> Report:
    """Begin the correction of a closed report: a new document that replaces it, with its texts unsigned.

    Raises:
        UsageError: it is not closed, or a correction was begun already.
        NotAllowedError: no role of this person may.

    """
    if not report.is_closed:
        raise UsageError(_("This report is not closed yet."), do=_("Change it itself."))
    old = report.document
    if old.follows_from.filter(withdrawn=False, relation=Relation.REPLACES).exists():
        raise UsageError(_("A correction of this report was begun already."), do=_("Work on that one."))
    told = Asked(by=asked.by, why=asked.why)
    document = create(
        Document,
        {
            "kind": old.kind,
            "title": _("%(what)s (correction)") % {"what": old.title[:280]},
            "department": old.department,
            "visibility": old.visibility,
            "start": old.start,
            "end": old.end,
            "note": asked.why,
        },
        told,
    )
    create(
        DocumentLink,
        {"source": document, "relation": Relation.REPLACES.value, "target": old, "note": asked.why[:300]},
        told,
    )
    names = ("kind", "plan", "start", "end", "moment")
    made = create(Report, {"document": document, **{name: getattr(report, name) for name in names}}, told)
    for one in texts_of(report):
        create(
            ReportText, {"report": made, "theme": one.theme, "position": one.position, "text": one.text}, told
        )
    return made
