# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a claim was held against, in words: how it was read, the figures, and which of them go which way."""

from __future__ import annotations

from collections.abc import Iterator

from baken.model.claim import Claim, HeldFigure, JudgedClaim
from baken.model.text import Text
from baken.publications import check_words as words
from baken.publications.check_names import Names
from baken.publications.check_words import filled, joined

# The code of an area that is in no register.
UNKNOWN = "?"


def read_as(claim: Claim, names: Names) -> Text:
    """How the words of a claim were read."""
    parts = [words.WAYS[claim.way]] if claim.way else []
    parts += [names.indicator(name) for name in claim.indicators]
    if not claim.indicators:
        parts.append(names.group(claim.group) if claim.group else words.NO_SUBJECT)
    area = names.area(claim.area)
    parts.append(words.ELSEWHERE if area == UNKNOWN else Text(area, area))
    if claim.start or claim.end:
        ends = dict.fromkeys(str(one) for one in (claim.start, claim.end) if one)
        parts.append(Text("-".join(ends), "-".join(ends)))
    return filled(words.READ_AS, kind=words.KINDS[claim.kind], parts=joined(parts))


def figure_words(one: HeldFigure, names: Names) -> Text:
    """A figure with where and when it is from, and how old it was."""
    return filled(
        words.FIGURE,
        name=names.indicator(one.indicator),
        area=names.area(one.area),
        period=one.period,
        value=names.value(one.value, one.unit),
        age=words.age_words(one.months_old),
    )


def sides(one: JudgedClaim, names: Names) -> Iterator[Text]:
    """Which indicators go which way; of a claim about one the verdict says it already."""
    going = (
        (words.AGREEING, one.agreeing),
        (words.DISAGREEING, one.disagreeing),
        (words.FLAT, one.flat),
        (words.UNCHANGED, one.unchanged),
        (words.UNPROVEN, one.unproven),
        (words.UNHELD, one.unheld),
        (words.UNJUDGED, one.unjudged),
        (words.OUTDATED, one.outdated),
    )
    if len({name for _, ids in going for name in ids}) < 2:
        return
    for form, ids in going:
        if ids:
            yield filled(form, names=joined([names.indicator(name) for name in ids]))
