# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Texts beside figures of small areas, in which a number may hide: "revised, was 3"."""

from __future__ import annotations

import re
from dataclasses import replace

from baken.model.observation import Observation

# A year says nothing of persons; every other number in a note may be a true count.
_NUMBER = re.compile(r"(?<!\d)(?!(?:19|20)\d\d(?!\d))\d")


def holds_number(note: str) -> bool:
    """Whether a note holds a number that is no year."""
    return _NUMBER.search(note) is not None


def bare(one: Observation) -> Observation:
    """An observation with nothing but its value: no other number, and no note with a number in it."""
    return replace(
        one,
        count=None,
        literal="",
        denominator=None,
        respondents=None,
        lower=None,
        upper=None,
        annotation="" if holds_number(one.annotation) else one.annotation,
    )
