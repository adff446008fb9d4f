# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Verifying an edition as somebody who has it and nothing else: no secret, no tables of the municipality."""
