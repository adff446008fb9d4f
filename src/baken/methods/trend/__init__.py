# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where does one series go: direction with certainty, season, breaks, change points."""
