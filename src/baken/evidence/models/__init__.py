# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of evidence."""

from baken.evidence.models.areas import AreaTag
from baken.evidence.models.methods import MethodAssessment
from baken.evidence.models.statements import Statement

__all__ = ["AreaTag", "MethodAssessment", "Statement"]
