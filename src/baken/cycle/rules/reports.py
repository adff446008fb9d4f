# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""When a report or an evaluation may be closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from baken.model.errors import UsageError

if TYPE_CHECKING:
    from baken.cycle.models import Evaluation, Report


def check_report_step(report: Report, step: str) -> None:
    """Refuse to freeze a report with texts that nobody signed, or that contradict the figures.

    Raises:
        UsageError: which texts are in the way.

    """
    if step != "close":
        return
    texts = report.texts.filter(withdrawn=False)
    unsigned = [str(one) for one in texts if not one.signed_by]
    if unsigned:
        raise UsageError(
            _("Texts are not signed."), do=_("Check and sign: %(what)s.") % {"what": "; ".join(unsigned)}
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
