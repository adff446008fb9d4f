# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Voorbeeldstad, an invented town: it shows and tests what no real town's public figures can.

Nothing in it is about a real place. Its code (GM9999) is not in use. ``truths`` says what was planted,
``town`` which areas there are, ``rates`` how often things happen; ``generator`` draws the counts from
these and ``source`` turns them into observations.
"""
