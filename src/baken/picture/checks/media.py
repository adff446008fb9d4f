# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Items of the press in a document: illustrations, which measure nothing and count in no trend."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from baken.catalogue.lexicon_media import MediaLexicon
from baken.disclosure.personal.press_stamps import Stamp, byline_zone, find_stamp, is_stamp_block, outlet_in
from baken.documents.document import BlockKind, Document
from baken.model.remark import Span

LONGEST = 300
_NEAR = 8
# So many characters at the start of a dating line may hold the outlet.
_LED = 40


class MediaMark(StrEnum):
    """What an item is about, or what is wrong with it."""

    INCIDENT = "incident"
    DEMONSTRATION = "demonstration"
    OUTPUT = "output"
    FIGURE = "figure"
    INCOMPLETE = "incomplete"
    DIRECTION_UNKNOWN = "direction unknown"
    REGION_ONLY = "region only"


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """An area or a place in one that a headline may name. ``level`` is that of the register of areas;
    ``within`` names the area that a place such as a square lies in.
    """

    name: str
    level: str
    within: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaItem:
    """A headline with what stands around it. It is an illustration, never a measurement.

    ``count`` is the number of events that the headline gives, such as two demonstrations; ``population`` the
    group that a figure is about. ``places`` are the known places that it names, the widest last.
    """

    headline: Span
    span: Span
    outlet: str = ""
    published: date | None = None
    at: time | None = None
    marks: frozenset[MediaMark] = frozenset()
    places: tuple[KnownPlace, ...] = ()
    count: int | None = None
    population: str = ""


def media_items(
    document: Document, lexicon: MediaLexicon, places: tuple[KnownPlace, ...] = ()
) -> tuple[MediaItem, ...]:
    """The items of the press, in order. They are known by the dates of publication around them."""
    texts = [block.span.of(document.text) for block in document.blocks]
    found = [
        _item(document, index, stamp, lexicon, places)
        for index, stamp in _headlines(document, texts, lexicon)
    ]
    found += _inline(document, texts, lexicon, places)
    return tuple(sorted(found, key=lambda item: item.headline))


def _headlines(
    document: Document, texts: list[str], lexicon: MediaLexicon
) -> Iterator[tuple[int, tuple[Stamp, str, int] | None]]:
    """The blocks that are headlines, each with the date that belongs to it (and its outlet and block)."""
    stamps = [index for index, text in enumerate(texts) if is_stamp_block(text, lexicon)]
    zone = _zone(document, texts, stamps, lexicon)
    listed = [block.kind in {BlockKind.ITEM, BlockKind.ROW} for block in document.blocks]
    names = byline_zone(texts, listed, lexicon)
    heads = [i for i in sorted(zone) if i not in stamps and not _is_byline(texts[i], lexicon, named=names[i])]
    owner: dict[int, tuple[Stamp, str, int]] = {}
    for index in stamps:
        stamp = find_stamp(texts[index], lexicon)
        before = texts[index][: stamp.start] if stamp else ""
        outlet = outlet_in(before, lexicon)
        head = _headline_of(index, heads, outlet)
        if stamp and head is not None and head not in owner:
            owner[head] = stamp, outlet, index
    yield from ((index, owner.get(index)) for index in heads)


def _headline_of(stamp: int, heads: list[int], outlet: str) -> int | None:
    """An outlet and a date stand above their headline; an author and a date below it."""
    above = [head for head in heads if stamp - 3 <= head < stamp]
    below = [head for head in heads if stamp < head <= stamp + 2]
    if outlet and below:
        return below[0]
    return above[-1] if above else (below[0] if below else None)


def _zone(document: Document, texts: list[str], stamps: list[int], lexicon: MediaLexicon) -> set[int]:
    """The blocks between dates of publication that lie near each other, and those right around them."""
    zone: set[int] = set()
    for index in stamps:
        led = outlet_in(texts[index][:_LED], lexicon)
        following = next((other for other in stamps if index < other <= index + _NEAR), None)
        zone.update(range(index, (following if following is not None else index) + 1))
        # An outlet stands above its headline, an author below it.
        zone.update(range(index + 1, min(index + 2, len(texts))) if led else range(max(0, index - 2), index))
    plain = (BlockKind.HEADING, BlockKind.PARAGRAPH)
    return {
        i
        for i in zone
        if i in stamps or (document.blocks[i].kind in plain and 12 <= len(texts[i]) <= LONGEST)
    }


def _is_byline(text: str, lexicon: MediaLexicon, *, named: bool) -> bool:
    """Names only, or a desk; masked names too."""
    plain = text.strip(" █,.&|•")
    if not plain or plain.lower() in lexicon.desks:
        return True
    words = re.findall(r"\w[\w'’-]*", text)
    return (
        named
        and len(words) <= 4
        and all(word[0].isupper() for word in words)
        and not text.rstrip().endswith(".")
    )


def _item(
    document: Document,
    index: int,
    dated: tuple[Stamp, str, int] | None,
    lexicon: MediaLexicon,
    places: tuple[KnownPlace, ...],
) -> MediaItem:
    head = document.blocks[index].span
    span = head
    if dated:
        other = document.blocks[dated[2]].span
        span = Span(min(head.start, other.start), max(head.end, other.end))
    stamp = dated[0] if dated else None
    return _read(document.text, head, span, (stamp, dated[1] if dated else ""), (lexicon, places))


def _inline(
    document: Document, texts: list[str], lexicon: MediaLexicon, places: tuple[KnownPlace, ...]
) -> Iterator[MediaItem]:
    """ "Outlet, day: headline" and "headline (Outlet, day)" in one block."""
    for block, text in zip(document.blocks, texts, strict=True):
        stamp = find_stamp(text, lexicon) if len(text) <= LONGEST else None
        if not stamp or not outlet_in(text, lexicon) or is_stamp_block(text, lexicon):
            continue
        head = _inline_head(text, stamp, lexicon)
        if head:
            local = Span(block.span.start + head.start, block.span.start + head.end)
            yield _read(
                document.text, local, block.span, (stamp, outlet_in(text, lexicon)), (lexicon, places)
            )


def _inline_head(text: str, stamp: Stamp, lexicon: MediaLexicon) -> Span | None:
    before, after = text[: stamp.start], text[stamp.end :]
    opened = before.rfind("(")
    if opened > 12 and after.lstrip(" .").startswith(")") and outlet_in(before[opened:], lexicon):
        return Span(0, len(before[:opened].rstrip()))
    led = re.match(r"\s*[:–-]\s*", after)
    short = len(before) < 40 and outlet_in(before, lexicon)
    return Span(stamp.end + led.end(), len(text)) if led and short and len(after) > led.end() + 8 else None


def _read(
    text: str,
    head: Span,
    span: Span,
    source: tuple[Stamp | None, str],
    known: tuple[MediaLexicon, tuple[KnownPlace, ...]],
) -> MediaItem:
    stamp, outlet = source
    lexicon, places = known
    headline = head.of(text)
    named = _places(headline, places)
    marks = set(_marks(headline, lexicon))
    if named and all(place.level not in _LOCAL for place in named):
        marks.add(MediaMark.REGION_ONLY)
    population = re.search(lexicon.population, headline, re.IGNORECASE)
    return MediaItem(
        headline=head,
        span=span,
        outlet=outlet,
        published=stamp.published if stamp else None,
        at=stamp.at if stamp else None,
        marks=frozenset(marks),
        places=named,
        count=_count(headline, lexicon) if MediaMark.DEMONSTRATION in marks else None,
        population=population[0].lower() if population and MediaMark.FIGURE in marks else "",
    )


_LOCAL = frozenset(
    {"municipality", "district", "cbs district", "neighbourhood", "postcode", "place", "focus area"}
)


def _marks(headline: str, lexicon: MediaLexicon) -> Iterator[MediaMark]:
    patterns = {
        MediaMark.INCIDENT: lexicon.incident,
        MediaMark.DEMONSTRATION: lexicon.demonstration,
        MediaMark.OUTPUT: lexicon.output,
        MediaMark.FIGURE: lexicon.figure,
        MediaMark.INCOMPLETE: rf"{lexicon.misses_noun}|{lexicon.breaks_off}",
    }
    for mark, pattern in patterns.items():
        if re.search(pattern, headline.rstrip(), re.IGNORECASE):
            yield mark
    asks = re.search(lexicon.asks_direction, headline, re.IGNORECASE)
    if asks and not re.search(lexicon.direction, headline, re.IGNORECASE):
        yield from (MediaMark.INCOMPLETE, MediaMark.DIRECTION_UNKNOWN)


def _places(headline: str, places: tuple[KnownPlace, ...]) -> tuple[KnownPlace, ...]:
    """The known places that a headline names, also as an adjective (Delftse, Limburgse)."""
    found = [
        (place.level not in _LOCAL, match.start(), number)
        for number, place in enumerate(places)
        if place.name in headline  # Most are not, which is quickly seen.
        for match in (re.search(rf"(?<!\w){re.escape(place.name)}(?:se|s|er)?(?!\w)", headline),)
        if match
    ]
    return tuple(places[number] for _, _, number in sorted(found))


def _count(headline: str, lexicon: MediaLexicon) -> int | None:
    numbers = "|".join(lexicon.numbers)
    found = re.search(
        rf"\b(\d{{1,3}}|{numbers}) (?:\w+ )?{lexicon.demonstration.removeprefix(chr(92) + 'b')}",
        headline,
        re.IGNORECASE,
    )
    if not found:
        return None
    return int(found[1]) if found[1].isdigit() else lexicon.numbers[found[1].lower()]
