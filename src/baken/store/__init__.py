# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is held: snapshots as they came in, the observations in them, and the workspace that they lie in."""
