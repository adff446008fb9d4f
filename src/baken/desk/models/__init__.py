# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of the desk itself."""

from baken.desk.models.edition import EditionDraft, FindingChoice

__all__ = ["EditionDraft", "FindingChoice"]
