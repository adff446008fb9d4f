# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The papers of the policy cycle as Word files, in the house style of the municipality.

Every function takes a plain record, the language of the headings, and a template; without one it is
``proposal.docx`` in the folder of the municipality, if it has one, or else a sober look. The same record
gives the same bytes.
"""

from __future__ import annotations

from pathlib import Path

from baken.catalogue.council_papers import house_style
from baken.model.cycle_papers import (
    EvaluationReport,
    ImplementationPlan,
    Imprint,
    ProgrammePaper,
    ProgressReport,
)
from baken.model.text import Language
from baken.publications.word.cycle.control import control_paper
from baken.publications.word.cycle.evaluation import evaluation_paper
from baken.publications.word.cycle.model import ControlSection, CouncilProposal
from baken.publications.word.cycle.pair import council_decision_paper, council_proposal_paper
from baken.publications.word.cycle.plan import implementation_plan_paper
from baken.publications.word.cycle.programme import programme_paper
from baken.publications.word.cycle.report import progress_report_paper
from baken.publications.word.documents import TEMPLATE
from baken.publications.word.model import Paper
from baken.publications.word.writing import document_of


def progress_report_of(
    report: ProgressReport, language: Language = Language.NL, template: Path | None = None
) -> bytes:
    """The progress report (voortgangsrapportage) as a .docx file."""
    return _file(progress_report_paper(report, language), report.imprint, template)


def implementation_plan_of(
    plan: ImplementationPlan, language: Language = Language.NL, template: Path | None = None
) -> bytes:
    """The implementation plan (uitvoeringsplan) as a .docx file."""
    return _file(implementation_plan_paper(plan, language), plan.imprint, template)


def programme_of(
    programme: ProgrammePaper, language: Language = Language.NL, template: Path | None = None
) -> bytes:
    """The programme (meerjarenprogramma, kadernota) as a .docx file."""
    return _file(programme_paper(programme, language), programme.imprint, template)


def evaluation_of(
    report: EvaluationReport, language: Language = Language.NL, template: Path | None = None
) -> bytes:
    """The interim or final evaluation as a .docx file."""
    return _file(evaluation_paper(report, language), report.imprint, template)


def control_section_of(
    held: ControlSection, language: Language = Language.NL, template: Path | None = None
) -> bytes:
    """The section of the budget programme at one moment of planning and control as a .docx file."""
    return _file(control_paper(held, language), held.imprint, template)


def council_proposal_of(
    proposal: CouncilProposal, language: Language = Language.NL, template: Path | None = None
) -> bytes:
    """The proposal with the decision as its first annex (raadsvoorstel) as a .docx file."""
    return _file(council_proposal_paper(proposal, language), proposal.imprint, template)


def council_decision_of(
    proposal: CouncilProposal, language: Language = Language.NL, template: Path | None = None
) -> bytes:
    """The decision alone (raadsbesluit), with the same points, as a .docx file."""
    return _file(council_decision_paper(proposal, language), proposal.imprint, template)


def _file(paper: Paper, imprint: Imprint, template: Path | None) -> bytes:
    return document_of(paper, template or house_style(imprint.code, TEMPLATE))
