# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where a text begins to speak of a vote: heads of lists, sentences that vote, numbers, and outcomes.

Every pattern is bounded, so that reading takes time in proportion to the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from baken.council.dutch import NUMBER, read_number
from baken.council.vote import Manner, Matter, Outcome, Place, Side, StatedCount
from baken.council.vote_mark import Mark, Sentences
from baken.council.vote_patterns import (
    ATOM,
    DEEMED,
    HEAD_TAIL,
    LABEL,
    LABEL_COUNT,
    LINE,
    MANNER,
    MATTER,
    MATTERS,
    OUTCOME,
    PAIR,
    SECOND_HEAD,
    UNIT,
    VERB_HEAD,
    VERB_TAIL,
)
from baken.council.vote_tables import VoteTable
from baken.model.remark import Span


def read_matter(words: str, wanted: Matter | None = None) -> tuple[Matter | None, str]:
    """What is voted on by these words, and its mark; the last one named.

    With ``wanted`` the last one of that kind that has a mark, if there is any.
    """
    named = [_matter(one) for one in MATTER.finditer(words)]
    marked = [one for one in named if one[1] and one[0] == wanted]
    return next(reversed(marked or named), (None, ""))


def _matter(found: re.Match[str]) -> tuple[Matter, str]:
    thing = found["thing"].casefold().removeprefix("sub").removeprefix("-")
    return MATTERS.get(thing, Matter.PROPOSAL), found["number"] or ""


def find_marks(text: str, sentences: Sentences, tables: tuple[VoteTable, ...] = ()) -> list[Mark]:
    """Every place of a plain text that speaks of a vote, in order; none overlaps another.

    ``tables`` were read already; within one nothing else is looked for.
    """
    inside = sorted((one.span.start, one.span.end) for one in tables)
    found = [one for one in _all_marks(text, sentences) if not _within(one, inside)]
    return sorted([*found, *_tabled(tables)], key=lambda one: (one.start, one.end))


def _tabled(tables: tuple[VoteTable, ...]) -> Iterator[Mark]:
    for table in tables:
        for one in table.lists:
            stated = tuple(number for number in table.stated if number.side == one.side)
            yield Mark(start=table.span.start, end=table.span.end, side=one.side, read=one, stated=stated)


def _all_marks(text: str, sentences: Sentences) -> list[Mark]:
    heads = _heads(text)
    found = [*heads, *_second_heads(text, sentences, heads), *_labels(text), *_lines(text)]
    taken = sorted((one.start, one.end) for one in found)
    found += [one for one in _deemed(text) if not _within(one, taken)]
    taken = sorted((one.start, one.end) for one in found)
    ends = sorted(one.end for one in found)
    found += [one for one in _tails(text, sentences, ends) if not _within(one, taken)]
    found += _numbers(text, taken)
    return [*found, *_outcomes(text, sentences)]


def _within(mark: Mark, taken: list[tuple[int, int]]) -> bool:
    return _taken((mark.start, mark.end), taken)


def _taken(place: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    before = bisect_left(taken, (place[1], 0))
    return before > 0 and place[0] < taken[before - 1][1]


def _side(found: re.Match[str]) -> Side:
    return next(side for side in Side if found.groupdict().get(side.value))


def _begins(text: str, at: int) -> bool:
    """Whether a sentence, line or bracket begins here."""
    before = text[max(0, at - 12) : at]
    return not before.strip() or before.rstrip(" ")[-1:] in "\n.;:()|,–-•" or text[at].isupper()


def _heads(text: str) -> list[Mark]:
    marks = []
    for found in VERB_HEAD.finditer(text):
        if re.search(rf"\b{NUMBER}\s*$", found["about"], re.IGNORECASE) or not _begins(text, found.start()):
            continue
        tail = HEAD_TAIL.match(text, found.end())
        side = {"voor": Side.FOR, "tegen": Side.AGAINST}.get(found["side"].casefold(), Side.ABSTAINED)
        end = tail.end() if tail else found.end()
        unit = (tail["unit"] or "").casefold() if tail else ""
        group = "count" if tail and tail["count"] else "held"
        stated = _stated(tail, group, side) if tail and tail[group] and "fractie" not in unit else ()
        matter, number = read_matter(found["about"])
        by_faction = "fractie" in unit if unit and "stem" not in unit else None
        marks.append(
            Mark(
                start=found.start(),
                end=end,
                side=side,
                by_faction=by_faction,
                stated=stated,
                matter=matter,
                number=number,
                head=True,
                strict=not text[found.start() : end].rstrip().endswith(":") and by_faction is None,
            )
        )
    return marks


def _second_heads(text: str, sentences: Sentences, heads: list[Mark]) -> list[Mark]:
    """The other side in the same sentence: *Voor stemmen A en B, tegen de overige fracties*."""
    marks = []
    for head in heads:
        end = min(sentences.around(head.end, head.end)[1], head.end + 1000)
        for found in SECOND_HEAD.finditer(text, head.end, end):
            side = Side(_ENGLISH[found["side"]])
            stated = _stated(found, "count", side) if found["count"] else ()
            marks.append(
                Mark(start=found.start(), end=found.end(), side=side, stated=stated, head=True, strict=True)
            )
    return marks


def _labels(text: str) -> list[Mark]:
    marks = []
    found_at: set[int] = set()
    for pattern in (LABEL, LABEL_COUNT):
        for found in pattern.finditer(text):
            if not _begins(text, found.start()) or found.start() in found_at:
                continue
            found_at.add(found.start())
            side = _side(found)
            stated = _stated(found, "count", side) if found["count"] else ()
            end = found.end()
            if not stated:
                behind = re.compile(rf"\s*({NUMBER})\b\s*{UNIT}?(?=\s*(?:[(,:;.\n]|$))", re.IGNORECASE).match(
                    text, end
                )
                if behind:
                    value = read_number(behind[1])
                    span = Span(*behind.span(1))
                    stated = (StatedCount(side=side, count=value or 0, place=Place.LIST, span=span),)
                    end = behind.end()
            matter, number = read_matter(found.group())
            lead = (found.groupdict().get("lead") or "").casefold()
            marks.append(
                Mark(
                    start=found.start(),
                    end=end,
                    side=side,
                    stated=stated,
                    by_faction="fractie" in lead if lead.startswith(("leden", "fractie")) else None,
                    matter=matter,
                    number=number,
                    head=True,
                )
            )
    return _apart(marks)


def _apart(marks: list[Mark]) -> list[Mark]:
    """Of marks that overlap, the one that begins first."""
    kept: list[Mark] = []
    for one in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _stated(
    found: re.Match[str], group: str, side: Side, place: Place = Place.LIST
) -> tuple[StatedCount, ...]:
    value = read_number(found[group])
    if value is None:
        return ()
    return (StatedCount(side=side, count=value, place=place, span=Span(*found.span(group))),)


def _tails(text: str, sentences: Sentences, ends: list[int]) -> list[Mark]:
    marks: list[Mark] = []
    last = 0
    for found in VERB_TAIL.finditer(text):
        said = found["voted"] or found["abs"] or found["gone"]
        if found.group().startswith(("hebben", "heeft")) and not said:
            continue
        first = max(sentences.around(found.start(), found.start())[0], last, found.start() - 4000)
        place = bisect_left(ends, found.start())
        first = max(first, ends[place - 1] if place else 0)
        words = text[first : found.start()]
        lead = re.match(r"[\s,]*(?:(?:en|terwijl|maar|waarbij|alleen|enkel|slechts)\s+)*", words)
        first += lead.end() if lead else 0
        if not found["side"]:
            first += text[first : found.start()].rfind(";") + 1
        if re.search(rf"\b{NUMBER}\s*$", words, re.IGNORECASE):
            continue
        if found["between"]:
            first, here = found.span("between")
        else:
            here = found.start()
        away = Side.ABSENT if any(found[name] for name in _AWAY) else Side.ABSTAINED
        side = Side(_ENGLISH[found["side"].casefold()]) if found["side"] else away
        marks.append(_tail_mark(text, (first, here, found.end()), side))
        last = found.end()
    return marks


# Who leaves or stands apart is counted on no side.
_AWAY = ("away", "left", "gone", "apart")
_ENGLISH = {"voor": "for", "tegen": "against"}


def _tail_mark(text: str, place: tuple[int, int, int], side: Side) -> Mark:
    first, last, end = place
    words = text[first:last]
    tag = re.match(
        r"(?:\s*(?:de|het)\s+)?(?P<faction>fracties?\s+(?:van\s+)?)?(?P<member>(?:raads)?leden\s|lid\s)?",
        words,
        re.I,
    )
    by_faction = None
    if tag and (tag["faction"] or tag["member"]):
        by_faction = bool(tag["faction"])
    behind = text[end : end + 60]
    cut = re.search(r"[.;:,]", behind)
    matter, number = read_matter(behind[: cut.start()] if cut else behind)
    return Mark(
        start=last,
        end=end,
        side=side,
        who=Span(first, last),
        strict=True,
        by_faction=by_faction,
        matter=matter,
        number=number,
    )


def _deemed(text: str) -> list[Mark]:
    return [
        Mark(
            start=found.start(),
            end=found.end(),
            side=Side(_ENGLISH[found["side"]]),
            who=Span(*found.span("who")),
            by_faction=True if "fractie" in found["who"] else None,
            strict=True,
        )
        for found in DEEMED.finditer(text)
    ]


def _lines(text: str) -> list[Mark]:
    sides = {"voor": Side.FOR, "tegen": Side.AGAINST, "afwezig": Side.ABSENT}
    return [
        Mark(
            start=found.start(),
            end=found.end(),
            side=sides.get(found["vote"].casefold(), Side.ABSTAINED),
            who=Span(*found.span("who")),
            strict=True,
            head=False,
        )
        for found in LINE.finditer(text)
    ]


def _numbers(text: str, taken: list[tuple[int, int]]) -> list[Mark]:
    """Numbers of votes that are no head of a list: *21 stemmen voor en 4 stemmen tegen*."""
    taken = sorted([*taken, *(found.span() for found in PAIR.finditer(text))])
    atoms = [one for one in ATOM.finditer(text) if not _taken(one.span(), taken)]
    marks = []
    for place, found in enumerate(atoms):
        near = [*atoms[max(0, place - 1) : place], *atoms[place + 1 : place + 2]]
        pair = any(
            _side(one) != _side(found)
            and (
                abs(one.start() - found.end()) < 25
                or abs(found.start() - one.end()) < 25
                or bool(one["bracket"])
            )
            for one in near
        )
        bare = found["count"].casefold() in {"een", "geen"} and not found["unit"]
        if not (found["unit"] or pair) or (bare and not pair):
            continue
        side = _side(found)
        end = found.end()
        who = _bracket(text, end - 1) if found["bracket"] else None
        marks.append(
            Mark(
                start=found.start(),
                end=who.end if who else end,
                side=side if who else None,
                who=who,
                stated=_stated(found, "count", side, Place.LIST if who else Place.CONCLUSION),
            )
        )
    return marks


def _bracket(text: str, opened: int) -> Span | None:
    """What stands between the bracket that opens here and the one that closes it."""
    depth = 0
    for at in range(opened, min(len(text), opened + 6000)):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth == 0:
            return Span(opened + 1, at)
    return None


def _outcomes(text: str, sentences: Sentences) -> list[Mark]:
    marks = []
    for found in OUTCOME.finditer(text):
        first, last = sentences.around(found.start(), found.end())
        first, last = max(first, found.start() - 300), min(last, found.end() + 300)
        words = text[first:last]
        outcome = next(
            one
            for group, one in (
                ("adopted", Outcome.ADOPTED),
                ("rejected", Outcome.REJECTED),
                ("held", Outcome.HELD_OVER),
                ("withdrawn", Outcome.WITHDRAWN),
                ("tied", Outcome.TIED),
            )
            if found[group]
        )
        if outcome is Outcome.TIED and "stem" not in words.casefold():
            continue
        if found["not"]:
            outcome = Outcome.REJECTED
        manner = MANNER.search(words)
        matter, number = read_matter(words[: found.start() - first]) if found.start() > first else (None, "")
        if matter is None:
            matter, number = read_matter(text[found.end() : last])
        marks.append(
            Mark(
                start=found.start(),
                end=found.end(),
                outcome=outcome,
                manner=_manner(manner),
                matter=matter,
                number=number,
                stated=_paired(text, (first, last), outcome),
                strict=_is_strict(found.group()),
            )
        )
    return marks


def _is_strict(word: str) -> bool:
    """Whether the words conclude a vote only if one was taken just before: *vastgesteld* also occurs in
    prose."""
    strict = {"vastgesteld", "aanvaard", "conform", "staken", "benoemd", "herbenoemd"}
    return word.casefold() in strict or word.casefold().startswith("conform")


def _manner(found: re.Match[str] | None) -> Manner | None:
    if found is None:
        return None
    return Manner.UNANIMOUS if found["unanimous"] else Manner.WITHOUT_VOTE


def _paired(text: str, place: tuple[int, int], outcome: Outcome) -> tuple[StatedCount, ...]:
    """*met 20 tegen 15 stemmen*, *(20-15)*: the larger number is that of the side that the outcome is for."""
    found = PAIR.search(text, *place)
    if not found:
        return ()
    names = ("first", "second") if found["first"] else ("one", "two")
    read = [(read_number(found[name]) or 0, Span(*found.span(name))) for name in names]
    if outcome is Outcome.REJECTED and found["first"]:
        read.sort(key=lambda one: one[0])
    return tuple(
        StatedCount(side=side, count=count, place=Place.CONCLUSION, span=span)
        for side, (count, span) in zip((Side.FOR, Side.AGAINST), read, strict=True)
    )
