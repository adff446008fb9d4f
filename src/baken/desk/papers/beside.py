# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What stands beside documents, reports and evaluations about their papers, and what their steps bring."""

from __future__ import annotations

from typing import Any

from baken.accounts.actor import Actor
from baken.accounts.changes import may, may_add
from baken.accounts.rights import INSIDE, Act, covered
from baken.council.action_counts import count_by_theme
from baken.cycle.models import Document, Evaluation, Report, ReportText, Review, Theme
from baken.cycle.models.reports import Frozen
from baken.cycle.papers import following
from baken.cycle.papers.checking import TO_ANSWER, to_answer
from baken.cycle.papers.imprint import LANGUAGE, SETTLED
from baken.cycle.papers.linked import counted_actions_of, themes_of
from baken.cycle.papers.made import DECISION, held_as, papers_of
from baken.cycle.papers.written import texts_of
from baken.cycle.rules.texts import effect_of
from baken.desk.after import FOLLOWS
from baken.desk.extra import show_beside
from baken.desk.papers.showing import closed_of, may_see
from baken.model.claim import ClaimVerdict
from baken.model.governance import ProductKind, Relation
from baken.model.text import Text
from baken.publications.check_words import VERDICTS
from baken.publications.word.cycle.actions import impact

NAMES = {"stuk": Text("het stuk", "the paper"), DECISION: Text("het besluit", "the decision")}


def _document(document: Document, actor: Actor) -> dict[str, Any]:
    """The papers of a document; of a plan also how far it is."""
    told = held_as(document)
    closed = closed_of(told)
    report = next((one for one in told if isinstance(one, Report)), None)
    names = papers_of(document, told) if may_see(told, actor) else ()
    held: dict[str, Any] = {
        "papers": [(one, NAMES[one]) for one in names],
        "papers_frozen": closed,
        "papers_draft": closed is None and document.status not in SETTLED,
        "papers_report": report if report and may(report, Act.READ, actor) else None,
    }
    if document.kind in {ProductKind.IMPLEMENTATION_PLAN, ProductKind.PROGRAMME} and actor.roles & INSIDE:
        actions, themes = counted_actions_of(document), themes_of(document)
        names_of = {one.code: one.name for one in themes}
        counts = count_by_theme(actions, tuple(names_of))
        held["execution"] = [(names_of.get(one.theme, one.theme), one) for one in counts]
        held["impact"] = impact(actions, LANGUAGE)
    return held


def _report(report: Report, actor: Actor) -> dict[str, Any]:
    replaced = report.document.follows_from.filter(withdrawn=False, relation=Relation.REPLACES)
    corrections = Document.objects.filter(withdrawn=False, leads_to__in=replaced)
    known = corrections.first()
    texts = covered(report.texts.all(), ReportText.rights.table(Act.READ), actor).values_list("pk", flat=True)
    return {
        **_frozen(report),
        "texts": [(one, to_answer(one.checked)) for one in texts_of(report) if one.pk in set(texts)],
        "may_sign": not report.is_closed and may_add(ReportText, actor),
        "correction": covered(corrections, Document.rights.table(Act.READ), actor).first(),
        "may_correct": report.is_closed and known is None and may_add(Report, actor),
    }


def _text(text: ReportText, actor: Actor) -> dict[str, Any]:
    return {
        "findings": findings_of(text.checked),
        "was_checked": bool(text.checked),
        "may_sign": not text.report.is_closed and may(text, Act.CHANGE, actor),
    }


def _evaluation(evaluation: Evaluation, actor: Actor) -> dict[str, Any]:
    del actor
    questions = evaluation.questions.filter(withdrawn=False).order_by("number")
    return {
        **_frozen(evaluation),
        "open_questions": [one for one in questions if not one.answer.strip()],
        "effects": [(one, effect_of(one).caveat) for one in questions if one.effect.strip()],
        "changes_course": evaluation.outcome in following.CHANGE_COURSE,
    }


def _frozen(held: Frozen) -> dict[str, Any]:
    return {"is_closed": held.is_closed, "figures_of": (held.frozen or {}).get("figures")}


def _theme(theme: Theme, actor: Actor) -> dict[str, Any]:
    """What waits for the owner of a theme: the reviews that nobody has judged yet."""
    rows = Review.objects.filter(withdrawn=False, status="open", theme=theme)
    return {"open_reviews": list(covered(rows, Review.rights.table(Act.READ), actor))}


def findings_of(checked: dict[str, Any]) -> list[dict[str, Any]]:
    """What the check found, with the words of its verdict and whether it must be answered."""
    answers = checked.get("answers", {})
    return [
        {
            **one,
            "label": VERDICTS[ClaimVerdict(one["verdict"])].label,
            "reason": Text(**one["reason"]),
            "carried": Text(**one["carried"]) if one["carried"] else None,
            "must": one["verdict"] in TO_ANSWER,
            "answer": answers.get(one["key"], ""),
        }
        for one in checked.get("found", ())
    ]


show_beside(Document, "desk/extra/paper.html", _document)
show_beside(Report, "desk/extra/report.html", _report)
show_beside(ReportText, "desk/extra/report_text.html", _text)
show_beside(Evaluation, "desk/extra/evaluation.html", _evaluation)
show_beside(Theme, "desk/extra/reviews.html", _theme)
FOLLOWS[Report, "close"] = following.complete_document
FOLLOWS[Evaluation, "close"] = following.after_evaluation
FOLLOWS[Review, "propose"] = following.propose
