# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The desk of the edition: build it in the background, look at it, decide about it, publish it."""
