# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""An evaluation from the records: each question with its answer, and every effect with how it was studied."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from baken.cycle.models import Evaluation, EvaluationQuestion
from baken.cycle.models.reports import METHODS
from baken.cycle.papers import linked
from baken.cycle.papers.figures import figures_of, indicators_of
from baken.cycle.papers.imprint import LANGUAGE, imprint_of, lines_of
from baken.cycle.papers.pictures import Held
from baken.cycle.rules.texts import effect_of
from baken.model.cycle_papers import EvaluationOutcome, EvaluationReport
from baken.model.cycle_papers import EvaluationQuestion as Question
from baken.model.errors import UsageError
from baken.model.governance import ProductKind
from baken.model.intervention import EffectMethod
from baken.model.text import Text

OUTCOMES = {
    Evaluation.Outcome.CONTINUE: EvaluationOutcome.CONTINUE,
    Evaluation.Outcome.ADJUST: EvaluationOutcome.ADJUST_APPROACH,
    Evaluation.Outcome.THEME: EvaluationOutcome.ADJUST_THEME,
    Evaluation.Outcome.STOP: EvaluationOutcome.STOP,
}
_EFFECT = Text(
    "{answer} Effect: {effect} (hoe onderzocht: {method}). {caveat}",
    "{answer} Effect: {effect} (how it was studied: {method}). {caveat}",
)


def evaluation_report(evaluation: Evaluation, held: Held, *, draft: bool) -> EvaluationReport:
    """An evaluation as a paper is made from it.

    Raises:
        UsageError: it is no document of its own, or its period is not filled in.

    """
    start, end = period_of(evaluation)
    document = evaluation.document
    if document is None:
        raise UsageError(_("This evaluation names no document that it is."), do=_("Choose its document."))
    plan = evaluation.of
    figures = figures_of(indicators_of(plan, linked.programme_of(plan), draft=draft), held)
    rows = evaluation.questions.filter(withdrawn=False).order_by("number")
    return EvaluationReport(
        imprint=imprint_of(document, draft=draft),
        subject=plan.title,
        start=start,
        end=end,
        questions=tuple(_question(one) for one in rows),
        interim=document.kind == ProductKind.INTERIM_EVALUATION,
        outcome=OUTCOMES[Evaluation.Outcome(evaluation.outcome)] if evaluation.outcome else None,
        conclusion=lines_of(evaluation.conclusion),
        figures=figures.sentences,
        themes=linked.named_themes(linked.themes_of(plan)),
        actions=linked.actions_of(plan),
        unknown=figures.unknown,
    )


def period_of(evaluation: Evaluation) -> tuple[date, date]:
    """The first and last day that an evaluation looks at.

    Raises:
        UsageError: one of them is not filled in.

    """
    if evaluation.start is None or evaluation.end is None:
        raise UsageError(
            _("The period of this evaluation is not filled in."), do=_("Fill in from and until.")
        )
    return evaluation.start, evaluation.end


def _question(one: EvaluationQuestion) -> Question:
    answer = one.answer
    if one.effect.strip():
        stated = effect_of(one)
        answer = _EFFECT.in_(LANGUAGE).format(
            answer=one.answer,
            effect=stated.text.in_(LANGUAGE).rstrip("."),
            method=METHODS[stated.method or EffectMethod.NONE].in_(LANGUAGE),
            caveat=stated.caveat.in_(LANGUAGE),
        )
    # An effect answers nothing by itself: a question without an answer stays open.
    return Question(text=one.question, method=one.method, answer=answer if one.answer.strip() else "")
