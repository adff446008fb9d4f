# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of participation."""

from baken.participation.models.contributions import Contribution, TextChange
from baken.participation.models.council import CouncilInput, Question, ThemeCode

__all__ = ["Contribution", "CouncilInput", "Question", "TextChange", "ThemeCode"]
