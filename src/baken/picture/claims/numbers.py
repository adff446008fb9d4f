# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The measured numbers that a sentence states.

A number counts only when its words say what was measured: a share, a rate, a number of offences, a mark, or
how many times as much. Years, ages, money, articles of law and numbers of anything else have no such words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from baken.model.claim import Exactness, StatedNumber
from baken.model.remark import Span
from baken.picture.claims.numbers_units import (
    BACK,
    Candidate,
    NumberPatterns,
    Unit,
    exactness_before,
    number_patterns,
    plain_number,
    unit_behind,
)
from baken.picture.claims.numbers_words import flat

_HIGHEST_MARK = 10
# Between the two numbers of one change stand few words.
_APART = 90
# And at least a word.
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A measured number and where it stands with its unit; with ``before`` it starts at that number."""

    span: Span
    number: StatedNumber


@dataclass(frozen=True, slots=True)
class _About:
    """What a sentence as a whole says of its numbers."""

    has_mark: bool
    has_count: bool
    power: int | None


def stated_numbers(sentence: str, country: str = "nl") -> tuple[FoundNumber, ...]:
    """The measured numbers of a sentence, in order.

    ``percent`` is also the unit of a share in words: "een op de vijf" is about 20. Where it can only be a
    level, as after "naar", the unit is ``share``. ``points`` is a difference in the unit of the figure.
    ``rate`` is per 1,000, also where the sentence says per 10,000. ``times`` is a factor: "gehalveerd" is
    0.5. A minus sign stays.

    Args:
        sentence: as written.
        country: whose language it is in.
    """
    plain, patterns = flat(sentence), number_patterns(country)
    candidates = list(_candidates(plain, patterns))
    if not candidates:
        return ()
    about = _about(plain, candidates, patterns)
    found = []
    for first, second in _paired(plain, candidates, patterns):
        if second is None:
            one = _rated(first, about) if first.unit else _by_context(plain, first, about, patterns)
            if one.unit:
                found.append(_found(plain, one, None, patterns))
        else:
            pair = _same_unit(plain, first, second, about, patterns)
            if pair[0].unit:
                found.append(_found(plain, pair[1], pair[0], patterns))
    return tuple(found)


def _about(plain: str, candidates: list[Candidate], patterns: NumberPatterns) -> _About:
    """Marks, counts and a loose "per 1,000 inhabitants" make a unit for numbers that have none."""
    taken = {one.end for one in candidates if one.unit == "rate"}
    pers = (found for found in patterns.per_anywhere.finditer(plain))
    loose = next(
        (found for found in pers if taken.isdisjoint(range(found.start(), found.start() + 2 * BACK))), None
    )
    return _About(
        has_mark=patterns.context["mark_words"].search(plain) is not None,
        has_count=patterns.context["counted_words"].search(plain) is not None,
        power=None if loose is None else patterns.lexicon.per[loose["per"]],
    )


def _candidates(plain: str, patterns: NumberPatterns) -> Iterator[Candidate]:
    for match in patterns.find.finditer(plain):
        kind = match.lastgroup or ""
        made = {"times": _times, "ratio": _ratio, "part": _part, "half": _half}.get(kind, _number)(
            plain, match, patterns
        )
        if made is None:
            continue
        before = plain[max(0, made.start - BACK) : made.start]
        exactness, _ = exactness_before(before, patterns)
        yield made if exactness is Exactness.EXACT else replace(made, exactness=exactness)


def _times(_: str, match: re.Match[str], patterns: NumberPatterns) -> Candidate | None:
    words = " ".join(match["times"].split())
    value = patterns.lexicon.times.get(words)
    if value is None:
        read = _read(match["many"], patterns)
        value = read[0] if read else None
    return None if not value else _worded(match, value, "times")


def _ratio(_: str, match: re.Match[str], patterns: NumberPatterns) -> Candidate | None:
    few, whole = _read(match["few"], patterns), _read(match["all"], patterns)
    if few is None or whole is None or not 0 < few[0] < whole[0]:
        return None
    if few[0] != 1 and not match["each"]:
        # "From 5 on 7 May": only "one on five" does without an article.
        return None
    return _worded(match, few[0] * 100 / whole[0], "percent")


def _part(plain: str, match: re.Match[str], patterns: NumberPatterns) -> Candidate | None:
    top, under = _read(match["top"], patterns), patterns.lexicon.parts[match["under"]]
    if top is None or not 0 < top[0] < under:
        return None
    if match["under"] in patterns.lexicon.ordinals and top[0] == 1:
        before, after = (
            plain[max(0, match.start() - BACK) : match.start()],
            plain[match.end() : match.end() + BACK],
        )
        said = exactness_before(before, patterns)[0] is not Exactness.EXACT
        ends = not after.strip() or after.lstrip()[0] in ".,;:)!?"
        fits = patterns.context["share_after"].match(after.lstrip()) is not None
        if not (said or ends or fits or patterns.context["share_before"].search(before)):
            return None
    return _worded(match, top[0] * 100 / under, "percent")


def _half(_: str, match: re.Match[str], __: NumberPatterns) -> Candidate:
    return _worded(match, Decimal(50), "percent")


def _worded(match: re.Match[str], value: Decimal, unit: str) -> Candidate:
    """A share or a factor in words is never exact; a third is printed as 33.3."""
    value = value if value == value.to_integral_value() or unit == "times" else round(value, 1)
    decimals = max(0, -int(value.normalize().as_tuple().exponent))
    return Candidate(
        start=match.start(),
        end=match.end(),
        value=value,
        decimals=decimals,
        unit=unit,
        exactness=Exactness.ABOUT,
        written="words",
    )


def _number(plain: str, match: re.Match[str], patterns: NumberPatterns) -> Candidate | None:
    read = _read(match["digits"] or match["words"], patterns)
    before = f" {plain[max(0, match.start() - BACK) : match.start()].rstrip()}"
    if read is None or before.endswith(patterns.per_before):
        return None
    value = -read[0] if match["sign"] == "-" else read[0]
    unit = unit_behind(plain, match.end(), patterns)
    if unit is None and before.endswith(patterns.factor):
        return _worded(match, value, "times")
    written = "digits" if match["digits"] else "words"
    if _is_article(match, unit, patterns):
        return None
    if unit is None:
        return Candidate(start=match.start(), end=match.end(), value=value, decimals=read[1], written=written)
    return Candidate(
        start=match.start(),
        end=match.end() if unit.name == "count" else unit.end,
        value=value.scaleb(-unit.power),
        decimals=read[1] + unit.power,
        unit=unit.name,
        written=written,
    )


def _is_article(match: re.Match[str], unit: Unit | None, patterns: NumberPatterns) -> bool:
    """Whether "een" is no number: "een inbraak" counts nothing."""
    if not match["words"] or patterns.lexicon.digits.get(match["words"]) != 1:
        return False
    return unit is None or unit.name not in ("percent", "points")


def _read(written: str, patterns: NumberPatterns) -> tuple[Decimal, int] | None:
    return plain_number(written) if written[0].isdecimal() else patterns.words.value(written)


def _paired(
    plain: str, candidates: list[Candidate], patterns: NumberPatterns
) -> Iterator[tuple[Candidate, Candidate | None]]:
    """Each number, or the two numbers of one change: the earlier and the later."""
    index = 0
    while index < len(candidates):
        one, later = candidates[index], candidates[index + 1 : index + 2]
        order = _order(plain, one, later[0], patterns) if later else 0
        if order:
            yield (one, later[0]) if order > 0 else (later[0], one)
        else:
            yield one, None
        index += 2 if order else 1


def _order(plain: str, one: Candidate, other: Candidate, patterns: NumberPatterns) -> int:
    """1 for "from .. to ..", -1 for ".. (was ..)", 0 for two numbers that are no change."""
    if other.start - one.end > _APART or {"times", "points"} & {one.unit, other.unit}:
        return 0
    if one.unit and other.unit and one.unit != other.unit:
        return 0
    between = plain[one.end : other.start]
    if len(between) < _SHORTEST:
        return 0
    before = plain[max(0, one.start - BACK) : one.start]
    stripped = exactness_before(between, patterns)[1]
    if patterns.context["to"].search(stripped):
        started = patterns.context["start"].search(exactness_before(before, patterns)[1])
        return 1 if started or (one.unit and one.unit == other.unit) else 0
    has_unit = bool(one.unit or other.unit) or one.decimals > 0
    if not has_unit:
        return 0
    later = patterns.context["against"].search(stripped) and patterns.context["against_after"].match(
        plain, other.end
    )
    return -1 if later or patterns.context["earlier"].search(stripped) else 0


def _same_unit(
    plain: str, first: Candidate, second: Candidate, about: _About, patterns: NumberPatterns
) -> tuple[Candidate, Candidate]:
    """Both numbers of a change with the unit that either has, or that the sentence gives."""
    unit = first.unit or second.unit
    if not unit:
        shared = _by_context(plain, max(first, second, key=lambda one: one.decimals), about, patterns)
        unit = shared.unit
    unit = "share" if unit == "percent" else unit
    return replace(first, unit=unit), replace(second, unit=unit)


def _by_context(plain: str, one: Candidate, about: _About, patterns: NumberPatterns) -> Candidate:
    """A bare number with the unit that the sentence gives it; without one it is no measured number."""
    if not (about.has_mark or about.has_count or about.power is not None or one.decimals):
        return one
    before = plain[max(0, one.start - BACK) : one.start]
    context = patterns.context
    if _is_mark(plain, one, before, about, patterns):
        return replace(one, unit="mark")
    stated = context["bare_before"].search(before) or one.exactness is not Exactness.EXACT
    if not (stated and context["bare_after"].match(plain, one.end)):
        return one
    if about.power is not None:
        return _rated(one, about)
    if one.decimals:
        # A bare number with decimals is in the unit of the figure itself; most figures are rates.
        return replace(one, unit="rate")
    return replace(one, unit="count") if about.has_count else one


def _is_mark(plain: str, one: Candidate, before: str, about: _About, patterns: NumberPatterns) -> bool:
    """Whether a number is a mark from 1 to 10: "een 7,2", or any in a sentence about marks."""
    context = patterns.context
    if not 1 <= one.value <= _HIGHEST_MARK or not context["mark_after"].match(plain, one.end):
        return False
    if context["mark_before"].search(before):
        return about.has_mark or one.decimals == 1
    return about.has_mark and one.decimals > 0 and context["bare_before"].search(before) is not None


def _rated(one: Candidate, about: _About) -> Candidate:
    """A number of offences is a rate where the sentence speaks "per 1,000 inhabitants" of no other number."""
    if about.power is None or one.unit not in ("", "count"):
        return one
    return replace(
        one, unit="rate", value=one.value.scaleb(-about.power), decimals=one.decimals + about.power
    )


def _found(plain: str, one: Candidate, earlier: Candidate | None, patterns: NumberPatterns) -> FoundNumber:
    unit = one.unit
    if unit == "percent" and earlier is None:
        before = plain[max(0, one.start - BACK) : one.start]
        unit = (
            "share"
            if patterns.context["level_before"].search(exactness_before(before, patterns)[1])
            else unit
        )
    edges = (one,) if earlier is None else (one, earlier)
    number = StatedNumber(
        value=one.value,
        unit=unit,
        decimals=one.decimals,
        exactness=one.exactness,
        before=None if earlier is None else earlier.value,
    )
    return FoundNumber(Span(min(edge.start for edge in edges), max(edge.end for edge in edges)), number)
