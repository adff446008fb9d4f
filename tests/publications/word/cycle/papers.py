# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Every paper of the cycle by name: the example that it is made of, and the function that makes the file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from baken.publications.word.cycle import documents
from publications.word.cycle import examples

PAPERS: dict[str, tuple[Callable[..., bytes], Any]] = {
    "progress-report": (documents.progress_report_of, examples.REPORT),
    "implementation-plan": (documents.implementation_plan_of, examples.PLAN),
    "programme": (documents.programme_of, examples.PROGRAMME),
    "evaluation": (documents.evaluation_of, examples.EVALUATION),
    "control-section": (documents.control_section_of, examples.SECTION),
    "council-proposal": (documents.council_proposal_of, examples.PROPOSAL),
    "council-decision": (documents.council_decision_of, examples.PROPOSAL),
}
