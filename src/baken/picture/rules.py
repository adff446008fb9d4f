# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The rules of interpretation as they hold for words: what a sentence about figures must never say.

The rules and the words are data (``guidance.yaml``, ``wording.yaml``). When a rule about one figure applies
is in ``caveats``; here are the rules that hold for any sentence, and those about several figures together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import combinations

from baken.catalogue.catalogue import Catalogue
from baken.model.finding import Caveat
from baken.model.indicator import Indicator
from baken.model.text import Language, Text


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def wrong_words(
    catalogue: Catalogue, said: Text, *, studied: bool = False, looking: bool = False
) -> tuple[str, ...]:
    """The words of a sentence that a rule forbids, as they stand there, Dutch ones first.

    Args:
        catalogue: holds the rules and their words.
        said: the sentence in both languages.
        studied: whether an effect was studied by comparison, so that a cause may be named.
        looking: whether it is about what comes to light by looking, of which more is never "worse".

    """
    found = []
    for one in catalogue.forbidden_words:
        if (one.studied and studied) or (one.looking and not looking):
            continue
        hit = _compiled(one.pattern).search(said.in_(Language(one.language)))
        if hit:
            found.append(hit.group())
    return tuple(found)


def together(catalogue: Catalogue, indicators: Iterable[Indicator]) -> tuple[Caveat, ...]:
    """What must be read when figures of several indicators stand together: none of them may be added up.

    ``overlap-composite`` where two count the same offences, ``different-systems`` where registrations come
    from more than one counting system.
    """
    shown = tuple(indicators)
    pairs = combinations(shown, 2)
    overlap = any({*one.covers, *one.numerator} & {*two.covers, *two.numerator} for one, two in pairs)
    systems = {one.system for one in shown if not one.is_survey}
    rules = {"overlap-composite": overlap, "different-systems": len(systems) > 1}
    return tuple(Caveat(name, catalogue.guidance[name].text) for name, holds in rules.items() if holds)
