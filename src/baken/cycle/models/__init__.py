# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of the policy cycle."""

from baken.cycle.models.actions import ActionRecord, BudgetLine, Party
from baken.cycle.models.decisions import (
    AgendaItem,
    Agreement,
    Decision,
    DecisionPoint,
    Faction,
    Meeting,
    Membership,
    Vote,
)
from baken.cycle.models.districts import DistrictRole
from baken.cycle.models.documents import Document, DocumentLink
from baken.cycle.models.goals import Ambition, Goal, Prioritisation, SteeringIndicator, Theme
from baken.cycle.models.planning import Deviation, MomentRecord, Review, Task
from baken.cycle.models.regional import RegionalLink, RegionalTheme
from baken.cycle.models.reports import Evaluation, EvaluationQuestion, Report, ReportText

__all__ = [
    "ActionRecord",
    "AgendaItem",
    "Agreement",
    "Ambition",
    "BudgetLine",
    "Decision",
    "DecisionPoint",
    "Deviation",
    "DistrictRole",
    "Document",
    "DocumentLink",
    "Evaluation",
    "EvaluationQuestion",
    "Faction",
    "Goal",
    "Meeting",
    "Membership",
    "MomentRecord",
    "Party",
    "Prioritisation",
    "RegionalLink",
    "RegionalTheme",
    "Report",
    "ReportText",
    "Review",
    "SteeringIndicator",
    "Task",
    "Theme",
    "Vote",
]
