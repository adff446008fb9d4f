# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Claims about safety in a text: found by rules and a lexicon, and held against the figures.

What each verdict means stands in ``tests/picture/claims/labelled/README.md``; ``judge`` follows it. Nothing
here is trained and nothing guesses: what a rule cannot read is not judged.
"""
