# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What changed between editions: compared as published, put into a log, in words, and as items."""
