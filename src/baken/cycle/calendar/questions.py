# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Until when the executive can answer a question of the council."""

from __future__ import annotations

from datetime import date, timedelta

from baken.model.cycle_rules import CycleRules


def answer_due(asked: date, rules: CycleRules) -> date:
    """The last day for an answer to a question that was put on a day."""
    return asked + timedelta(days=rules.questions.days)
