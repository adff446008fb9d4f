# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Cell suppression: which cells a rule hides, and which others must be hidden with them."""
