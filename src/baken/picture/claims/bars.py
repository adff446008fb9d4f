# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences and clauses that assert nothing about now or the past, although they look like it."""

from __future__ import annotations

import re

from baken.picture.claims.patterns import Patterns

# These speak for the whole sentence; the others for the part in which they stand.
_WHOLE = ("question", "instruction", "title", "unknown", "law", "always")
_PART = ("wish", "future", "possible", "condition", "definition", "worry", "lacking", "other_things")
# Before a colon only these speak for what comes after it.
_LEAD = ("wish", "definition", "worry", "title")
_TAIL = ("wish", "future", "definition")
_BACK = re.compile(r"(?:dat|daar|zo)\b")


def bar_of_sentence(sentence: str, patterns: Patterns) -> str:
    """Why a sentence in small letters asserts nothing, as the name of the list of words; empty if it may."""
    return next((name for name in _WHOLE if patterns.bars[name].search(sentence)), "")


def bar_of_piece(piece: str, patterns: Patterns, *, level: bool = False) -> str:
    """The same for the part in which an assertion stands; amounts of what was done bar only levels."""
    return _first(piece, (*_PART, "activity") if level else _PART, patterns)


def bar_of_rest(before: str, after: str, patterns: Patterns) -> str:
    """The same for what comes before a colon ahead of the part, or points back to it after a colon."""
    lead = _first(before[: before.rfind(":")], _LEAD, patterns) if ":" in before else ""
    return lead or (_first(after, _TAIL, patterns) if _BACK.match(after) else "")


def _first(words: str, names: tuple[str, ...], patterns: Patterns) -> str:
    bare = patterns.words["allowed"].sub(" ", words)
    return next((name for name in names if patterns.bars[name].search(bare)), "")
