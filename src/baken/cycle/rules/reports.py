# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""When a report or an evaluation may be closed, and when the document that it is may be called completed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from baken.model.claim import ClaimVerdict
from baken.model.errors import UsageError

if TYPE_CHECKING:
    from baken.cycle.models import Document, Evaluation, EvaluationQuestion, Report


def check_report_step(report: Report, step: str) -> None:
    """Refuse to freeze a report with texts that nobody signed, or that contradict the figures.

    Raises:
        UsageError: which texts are in the way.

    """
    from baken.cycle.papers.checking import outdated  # noqa: PLC0415 - it knows the models
    from baken.cycle.papers.pictures import held_picture  # noqa: PLC0415

    if step != "close":
        return
    texts = list(report.texts.filter(withdrawn=False))
    unsigned = [str(one) for one in texts if not one.signed_by]
    if unsigned:
        raise UsageError(
            _("Texts are not signed."), do=_("Check and sign: %(what)s.") % {"what": "; ".join(unsigned)}
        )
    held = held_picture()
    if report.kind == report.Kind.CONTROL:
        held.must()
    if against := [words for one in texts for words in outdated(one, held)]:
        raise UsageError(
            _("The figures have changed since a text was signed: %(what)s.") % {"what": "; ".join(against)},
            do=_("Change the text, or sign it again with a reason."),
        )


def check_evaluation_step(evaluation: Evaluation, step: str) -> None:
    """Refuse to close an evaluation with an open question, or without conclusion and outcome.

    Raises:
        UsageError: what is still open.

    """
    if step != "close":
        return
    questions = list(evaluation.questions.filter(withdrawn=False))
    if not questions:
        raise UsageError(_("This evaluation asks nothing."), do=_("Add its questions."))
    open_ones = [f"{one.number}" for one in questions if not one.answer.strip()]
    if open_ones:
        raise UsageError(
            _("Questions are open: %(numbers)s.") % {"numbers": ", ".join(open_ones)},
            do=_("Answer them first."),
        )
    if not evaluation.conclusion.strip() or not evaluation.outcome:
        raise UsageError(_("Conclusion or outcome is missing."), do=_("Write what follows from the answers."))
    if causes := [f"{one.number}" for one in questions if _names_cause(one)]:
        raise UsageError(
            _("Answers name a cause and not how that was studied: %(numbers)s.")
            % {"numbers": ", ".join(causes)},
            do=_("State the effect with its method, or take the cause out."),
        )


def _names_cause(question: EvaluationQuestion) -> bool:
    """Whether an answer says what something came from, and states no effect with a method for it."""
    from baken.cycle.papers.pictures import held_picture  # noqa: PLC0415 - it knows the models
    from baken.picture.claims.check import check_text  # noqa: PLC0415 - only for closing

    picture = held_picture().picture
    if picture is None or question.effect_method:
        return False
    judged = check_text(question.answer, picture, picture.material.on)
    return any(one.verdict is ClaimVerdict.CAUSE_WITHOUT_SOURCE for one in judged)


def check_completion(document: Document) -> bool:
    """Whether a document is completed by closing the report or evaluation that it is.

    Raises:
        UsageError: that is not closed yet.

    """
    for name in ("report", "evaluation"):
        held = getattr(document, name, None)
        if held is None or held.withdrawn:
            continue
        if not held.is_closed:
            raise UsageError(
                _("'%(what)s' is not closed yet.") % {"what": held}, do=_("Close it: this is then completed.")
            )
        return True
    return False
