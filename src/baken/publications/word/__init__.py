# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Texts for the council as Word documents: the proposal, the decision, the table of indicators."""
