# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the texts of reports and the answers of evaluations may say, and when they can still change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import connection
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.cycle.models.reports import Frozen, differs
from baken.disclosure.personal.hits import WORDS
from baken.disclosure.personal.scan import scan_text
from baken.model.errors import InputError
from baken.model.intervention import EffectMethod, EffectStatement
from baken.model.text import Text

if TYPE_CHECKING:
    from django.db import models

    from baken.cycle.models import EvaluationQuestion, ReportText


def check_report_text(text: ReportText) -> None:
    """Refuse personal data and texts of a closed report; take the signature from words that were changed.

    Raises:
        ValidationError: by field.

    """
    from baken.cycle.papers.checking import digest_of, to_answer  # noqa: PLC0415 - it knows the models

    if text.report_id and _is_closed(text.report):
        refuse_change(text)
    if told := list(_persons(text.text)):
        raise ValidationError({"text": told})
    if text.checked and text.checked.get("digest") != digest_of(text):
        text.checked, text.signed_by, text.signed_on = {}, "", None
    if text.signed_by and (not text.checked or to_answer(text.checked)):
        raise ValidationError(_("A text is signed after it was held against the figures."))


def check_question(question: EvaluationQuestion) -> None:
    """Refuse an effect without the way in which it was studied, and a question of a closed evaluation.

    Raises:
        ValidationError: by field.

    """
    if question.evaluation_id and _is_closed(question.evaluation):
        refuse_change(question)
    if question.effect.strip():
        try:
            effect_of(question)
        except InputError as error:
            told = _("Say how the effect was studied: before and after, by comparison, or not at all.")
            raise ValidationError({"effect_method": told}) from error


def effect_of(question: EvaluationQuestion) -> EffectStatement:
    """The effect that an answer states.

    Raises:
        InputError: it does not say how that was studied.

    """
    method = EffectMethod(question.effect_method) if question.effect_method else None
    text = Text(question.effect, question.effect)
    return EffectStatement(text=text, indicator=question.indicator, method=method)


def refuse_change(record: models.Model) -> None:
    """Refuse to add to what is closed, or to change it; to store it as it is changes nothing.

    Raises:
        ValidationError: it would change.

    """
    held = type(record)._default_manager.filter(pk=record.pk).first()
    if held is None or differs(held, record):
        raise ValidationError(_("This was completed and frozen. A correction is a new report."))


def _is_closed(held: Frozen) -> bool:
    """Whether it is closed now. Whoever closes it at this moment goes first, and then it is."""
    rows = type(held)._default_manager.defer("file", "frozen")
    if connection.in_atomic_block:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(pk=held.pk).first()
    return found is not None and found.is_closed


def _persons(text: str) -> Iterator[str]:
    """Where personal data stands, without repeating it."""
    for hit in scan_text(text):
        line = text.count("\n", 0, hit.span.start) + 1
        kind = WORDS[hit.kind].in_(get_language() or "nl")
        yield _("Personal data (%(kind)s) in line %(line)d. Write a role or a group instead.") % {
            "kind": kind,
            "line": line,
        }
