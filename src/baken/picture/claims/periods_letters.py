# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""With which characters a text can start that a pattern fits: so most patterns need not be tried."""

from __future__ import annotations

import re
from string import ascii_lowercase, digits

_ANY = frozenset(ascii_lowercase + digits + "'")
_RANGES = {"a-z": ascii_lowercase, "0-9": digits}
_SIGN = re.compile(r"\\?.", re.DOTALL)
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|:|[!=]|<[!=]))?")
_REPEAT = re.compile(r"[?*+]|\{(\d+)(?:,\d*)?\}")


def first_letters(pattern: str) -> frozenset[str]:
    """The small letters, digits and quotes with which a match of a pattern can start; all, when unsure."""
    found: set[str] = set()
    for branch in _branches(pattern):
        letters, is_open = _of_branch(branch)
        found |= _ANY if is_open else letters
    return frozenset(found)


def _branches(pattern: str) -> list[str]:
    """A pattern cut at the bars that stand in no group."""
    cuts, depth, inside = [0], 0, False
    for sign in _SIGN.finditer(pattern):
        inside = sign[0] == "[" or (inside and sign[0] != "]")
        if not inside:
            depth += {"(": 1, ")": -1}.get(sign[0], 0)
            if sign[0] == "|" and depth == 0:
                cuts.append(sign.end())
    ends = [cut - 1 for cut in cuts[1:]] + [len(pattern)]
    return [pattern[start:end] for start, end in zip(cuts, ends, strict=True)]


def _of_branch(branch: str) -> tuple[set[str], bool]:
    """What a branch can start with, and whether all of it may be left out."""
    found: set[str] = set()
    at = 0
    while at < len(branch):
        letters, end = _of_part(branch, at)
        found |= letters or set()
        repeat = _REPEAT.match(branch, end)
        optional = repeat is not None and (repeat[0] in "?*" or repeat[1] == "0")
        if letters is not None and not optional:
            return found, False
        at = repeat.end() if repeat else end
    return found, True


def _of_part(branch: str, at: int) -> tuple[set[str] | None, int]:
    """What the part at a place can start with, None where it takes no character, and where it ends."""
    if branch[at] == "(":
        end = _closing(branch, at)
        opening = _GROUP.match(branch, at)
        start = opening.end() if opening else at + 1
        if branch[at:start].endswith(("!", "=")):
            return None, end
        return set(first_letters(branch[start : end - 1])), end
    if branch[at] == "[":
        end = branch.index("]", at) + 1
        inside = branch[at + 1 : end - 1]
        ranges = {sign for name, signs in _RANGES.items() if name in inside for sign in signs}
        return ranges | (set(inside) & _ANY), end
    if branch[at] == "\\":
        kinds = {"b": None, "w": set(_ANY), "d": set(digits)}
        return kinds.get(branch[at + 1], set()), at + 2
    return {branch[at]}, at + 1


def _closing(branch: str, at: int) -> int:
    depth, inside = 0, False
    for sign in _SIGN.finditer(branch, at):
        inside = sign[0] == "[" or (inside and sign[0] != "]")
        if not inside:
            depth += {"(": 1, ")": -1}.get(sign[0], 0)
            if depth == 0:
                return sign.end()
    return len(branch)
