# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a clause says that one thing changed another."""

from __future__ import annotations

import re
from bisect import bisect_right

from baken.picture.claims.patterns import Patterns

_SPLIT = re.compile(r"[,;:]")


def is_cause(clause: str, cue: int, patterns: Patterns) -> bool:
    """Whether words of cause link a change to something else.

    Args:
        clause: in small letters.
        cue: where in it the change is asserted.
        patterns: of the lexicon.

    "By" with who counts, says or does something is no cause, and neither is "because" when the change is
    what it gives as the reason for something else.
    """
    agents = [one.span() for one in patterns.causes["agents"].finditer(clause)]
    starts = [start for start, _ in agents]
    for link in patterns.causes["links"].finditer(clause):
        at = bisect_right(starts, link.start()) - 1
        if at < 0 or link.start() >= agents[at][1]:
            return True
    for reason in patterns.causes["reasons"].finditer(clause):
        same_part = not _SPLIT.search(clause, reason.end(), cue) if reason.end() <= cue else False
        if not same_part:
            return True
    return _by_measure(clause, patterns)


def _by_measure(clause: str, patterns: Patterns) -> bool:
    """Something that was done, then a verb that takes an object: "the cameras lowered the nuisance"."""
    for verb in patterns.causes["transitive"].finditer(clause):
        done = patterns.causes["measures"].search(clause, 0, verb.start())
        if done and verb.end() < len(clause):
            return True
    return False
