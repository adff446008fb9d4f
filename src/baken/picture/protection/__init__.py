# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a picture may publish of small areas: its counts in cubes, rounded once, and nothing beside them."""
