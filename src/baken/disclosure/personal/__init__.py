# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Personal data in a text: found by rules, blotted out, or allowed with a reason.

The scan reads words and numbers only; nothing is learned from examples and no one is scored.
"""
