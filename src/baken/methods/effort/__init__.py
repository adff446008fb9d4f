# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is found by looking: finds set against checks, two sources, and the loop from finding to looking."""
