# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A progress report from the records: the actions of its plan, what came in between, figures and texts."""

from __future__ import annotations

from baken.cycle.models import Report
from baken.cycle.papers import linked
from baken.cycle.papers.figures import Figures, figures_of, indicators_of
from baken.cycle.papers.imprint import imprint_of, today
from baken.cycle.papers.pictures import Held
from baken.cycle.papers.written import signed_texts, unsigned_texts
from baken.model.cycle_papers import ProgressReport


def progress_figures(report: Report, held: Held, *, draft: bool) -> Figures:
    """What the picture says of the indicators of the plan that a report is about."""
    programme = linked.programme_of(report.plan)
    return figures_of(indicators_of(report.plan, programme, draft=draft), held)


def progress_report(report: Report, held: Held, *, draft: bool) -> ProgressReport:
    """The report as it is now; a draft shows indicators on trial as well."""
    programme = linked.programme_of(report.plan)
    figures = progress_figures(report, held, draft=draft)
    return ProgressReport(
        imprint=imprint_of(report.document, draft=draft),
        start=report.start,
        end=report.end,
        on=today(),
        programme=programme.title if programme else "",
        plan=report.plan.title,
        themes=linked.named_themes(linked.themes_of(report.plan)),
        actions=linked.actions_of(report.plan),
        deviations=linked.deviations_of(report.plan, report.start, max(report.end, today())),
        figures=figures.sentences,
        written=signed_texts(report),
        unknown=(*figures.unknown, *unsigned_texts(report)),
    )
