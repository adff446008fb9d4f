# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which paper a document is, made from the records as they are now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from baken.cycle.models import Document, Evaluation, Report
from baken.cycle.models.reports import Frozen
from baken.cycle.papers.control import control_section
from baken.cycle.papers.evaluation import evaluation_report
from baken.cycle.papers.imprint import LANGUAGE
from baken.cycle.papers.pictures import Held
from baken.cycle.papers.plan import implementation_plan
from baken.cycle.papers.programme import programme_paper_of
from baken.cycle.papers.progress import progress_report
from baken.cycle.papers.proposal import council_proposal
from baken.model.cycle_papers import Consulted, CouncilQuestion
from baken.model.errors import UsageError
from baken.model.governance import ProductKind
from baken.publications.word.cycle.control import control_paper
from baken.publications.word.cycle.evaluation import evaluation_paper
from baken.publications.word.cycle.pair import council_decision_paper, council_proposal_paper
from baken.publications.word.cycle.plan import implementation_plan_paper
from baken.publications.word.cycle.programme import programme_paper
from baken.publications.word.cycle.report import progress_report_paper
from baken.publications.word.model import Paper

PROPOSALS = frozenset({ProductKind.PROPOSAL, ProductKind.TAILORED_PROPOSAL})
DECISION = "besluit"
"""The second paper of a proposal: the decision alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What others know of a document: who was consulted, and what the factions answered."""

    consulted: Sequence[Consulted] = field(default=())
    questions: Sequence[CouncilQuestion] = field(default=())


NOTHING_TOLD = Told()


def report_of(document: Document) -> Report | None:
    """The report that a document is; its file comes when it is asked for."""
    rows = Report.objects.filter(document=document, withdrawn=False).defer("file")
    return rows.select_related("document", "plan").first()


def evaluation_of(document: Document) -> Evaluation | None:
    """The evaluation that a document is; its file comes when it is asked for."""
    rows = Evaluation.objects.filter(document=document, withdrawn=False).defer("file")
    return rows.select_related("document", "of").first()


def held_as(document: Document) -> tuple[Report | Evaluation, ...]:
    """The report or the evaluation that a document is; nothing where it is neither."""
    return tuple(one for one in (report_of(document), evaluation_of(document)) if one is not None)


def papers_of(document: Document, held: Sequence[Frozen]) -> tuple[str, ...]:
    """The papers that can be made of a document, by the name in their address; none for most kinds.

    ``held`` is the report or the evaluation that it is (``held_as``).
    """
    if document.withdrawn:
        return ()
    if held:
        return ("stuk",)
    if document.kind in PROPOSALS:
        return ("stuk", DECISION)
    return ("stuk",) if document.kind in {ProductKind.PROGRAMME, ProductKind.IMPLEMENTATION_PLAN} else ()


def paper_of(document: Document, held: Held, told: Told = NOTHING_TOLD, name: str = "stuk") -> Paper:
    """A paper of a document as the records are now.

    Raises:
        UsageError: none can be made of it, or something that it cannot do without is not filled in.

    """
    if report := report_of(document):
        return report_paper(report, held, draft=not report.is_closed)
    if evaluation := evaluation_of(document):
        return evaluation_paper(evaluation_report(evaluation, held, draft=not evaluation.is_closed), LANGUAGE)
    match document.kind:
        case ProductKind.IMPLEMENTATION_PLAN:
            return implementation_plan_paper(implementation_plan(document, held), LANGUAGE)
        case ProductKind.PROGRAMME:
            made = programme_paper_of(document, held, told.consulted, told.questions)
            return programme_paper(made, LANGUAGE)
        case ProductKind.PROPOSAL | ProductKind.TAILORED_PROPOSAL:
            proposal = council_proposal(document, held, told.consulted)
            form = council_decision_paper if name == DECISION else council_proposal_paper
            return form(proposal, LANGUAGE)
    raise UsageError(_("No paper is made of a %(kind)s.") % {"kind": document.get_kind_display()})


def report_paper(report: Report, held: Held, *, draft: bool) -> Paper:
    """The paper of a report of either kind."""
    if report.kind == Report.Kind.CONTROL:
        return control_paper(control_section(report, held, draft=draft), LANGUAGE)
    return progress_report_paper(progress_report(report, held, draft=draft), LANGUAGE)
