# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The lists of themes of documents, held against each other: order, names and number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from baken.catalogue.lexicon_language import DocumentLexicon
from baken.documents.document import BlockKind, Document
from baken.model.remark import Remark, Span, Weight
from baken.model.text import Text

_NUMBER = re.compile(r"^(?:\d{1,2}|[a-z])[.)]\s+|^-\s+")
_SAME_STEM = 6
_SMALL = frozenset({"en", "van", "de", "het", "een", "in", "op", "met", "voor", "of"})


@dataclass(frozen=True, slots=True)
class ThemeName:
    """A theme as a list names it. ``attention``: a point of attention beside the themes."""

    name: str
    place: Span
    attention: bool = False


@dataclass(frozen=True, slots=True)
class ThemeList:
    """A list of themes and where it stands, with the points of attention that follow it."""

    place: Span
    names: tuple[ThemeName, ...]


@dataclass(frozen=True, slots=True)
class ThemePair:
    """A theme of one list and its counterpart in the other; one of the two may be missing."""

    first: ThemeName | None
    second: ThemeName | None

    @property
    def renamed(self) -> bool:
        """Whether both are there under different names."""
        return bool(self.first and self.second) and _key(self.first) != _key(self.second)


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """Two lists of themes side by side, in the order of the first one.

    ``same_order`` tells whether the themes that both have stand in the same order.
    """

    pairs: tuple[ThemePair, ...]
    same_order: bool
    first_count: int
    second_count: int

    @property
    def is_same(self) -> bool:
        """Whether the two lists agree in names, order and number."""
        return self.same_order and not any(p.renamed or not p.first or not p.second for p in self.pairs)


def theme_lists(document: Document, lexicon: DocumentLexicon) -> tuple[ThemeList, ...]:
    """The lists of items that a heading or a last sentence about themes announces."""
    announced = re.compile(rf"\b(?:{lexicon.themes})", re.IGNORECASE)
    found: list[ThemeList] = []
    blocks = document.blocks
    for number, block in enumerate(blocks[:-1]):
        words = block.span.of(document.text)
        is_title = block.kind is BlockKind.HEADING
        last = words[-200:].split(". ")[-1]
        if blocks[number + 1].kind is not BlockKind.ITEM or not (is_title or words.rstrip().endswith(":")):
            continue
        if announced.search(words if is_title else last):
            names, after = _items(document, number + 1)
            names += _attention(document, after, lexicon)
            place = Span(blocks[number + 1].span.start, names[-1].place.end)
            found.append(ThemeList(place, tuple(names)))
    return tuple(found)


def crosswalk(first: ThemeList, second: ThemeList) -> Crosswalk:
    """Hold two lists of themes against each other.

    Names are matched by the words and stems they share; a word that many themes have counts for less. Themes
    are matched before points of attention.
    """
    pairs = _matched(first.names, second.names)
    partner = dict(pairs)
    order = [partner[i] for i in sorted(partner)]
    taken = set(order)
    rows = [
        ThemePair(one, second.names[partner[i]] if i in partner else None)
        for i, one in enumerate(first.names)
    ]
    rows += [ThemePair(None, one) for j, one in enumerate(second.names) if j not in taken]
    return Crosswalk(tuple(rows), order == sorted(order), len(first.names), len(second.names))


def theme_remarks(found: Crosswalk, names: tuple[str, str]) -> tuple[Remark, ...]:
    """What differs between the list of an earlier and a later document; the places are in the later one."""
    rows = [remark for pair in found.pairs for remark in _of_pair(pair, names)]
    places = tuple(pair.second.place for pair in found.pairs if pair.second)
    if not found.same_order:
        rows.append(
            Remark(
                rule="themes-order",
                weight=Weight.NOTE,
                message=Text(
                    f"De thema's staan in een andere volgorde dan in {names[0]}.",
                    f"The themes stand in another order than in {names[0]}.",
                ),
                places=places,
            )
        )
    if found.first_count != found.second_count:
        rows.append(
            Remark(
                rule="themes-number",
                weight=Weight.WARNING,
                message=Text(
                    f"{names[0]} noemt er {found.first_count}, {names[1]} {found.second_count}.",
                    f"{names[0]} names {found.first_count}, {names[1]} {found.second_count}.",
                ),
                places=places,
            )
        )
    return tuple(rows)


def _of_pair(pair: ThemePair, names: tuple[str, str]) -> Iterator[Remark]:
    if pair.first and not pair.second:
        kind = Text("Aandachtspunt", "Point of attention") if pair.first.attention else Text("Thema", "Theme")
        yield Remark(
            rule="themes-gone",
            weight=Weight.WARNING,
            message=Text(
                f"{kind.nl} '{pair.first.name}' van {names[0]} heeft in {names[1]} geen tegenhanger.",
                f"{kind.en} '{pair.first.name}' of {names[0]} has no counterpart in {names[1]}.",
            ),
            settle=Text("Zeg waar het is gebleven.", "Say what became of it."),
        )
    elif pair.second and not pair.first:
        yield Remark(
            rule="themes-new",
            weight=Weight.WARNING,
            message=Text(
                f"Thema '{pair.second.name}' van {names[1]} staat niet in {names[0]}.",
                f"Theme '{pair.second.name}' of {names[1]} is not in {names[0]}.",
            ),
            places=(pair.second.place,),
        )
    elif pair.first and pair.second and pair.renamed:
        yield Remark(
            rule="themes-renamed",
            weight=Weight.NOTE,
            message=Text(
                f"'{pair.first.name}' van {names[0]} heet in {names[1]} '{pair.second.name}'.",
                f"'{pair.first.name}' of {names[0]} is called '{pair.second.name}' in {names[1]}.",
            ),
            places=(pair.second.place,),
        )


def _items(document: Document, number: int) -> tuple[list[ThemeName], int]:
    names: list[ThemeName] = []
    while number < len(document.blocks) and document.blocks[number].kind is BlockKind.ITEM:
        span = document.blocks[number].span
        words = span.of(document.text)
        lead = _NUMBER.match(words)
        start = span.start + (lead.end() if lead else 0)
        names.append(ThemeName(document.text[start : span.end].strip(" .;,"), Span(start, span.end)))
        number += 1
    return names, number


def _attention(document: Document, number: int, lexicon: DocumentLexicon) -> list[ThemeName]:
    """The points of attention that the block after a list names: "Het gaat om de thema's A en B"."""
    if number >= len(document.blocks):
        return []
    block = document.blocks[number]
    words = block.span.of(document.text)
    if len(words) > 2_000 or not re.search(lexicon.attention, words, re.IGNORECASE):
        return []
    found = re.search(
        rf"\b{lexicon.named_next} (?:de )?(?:(?:{lexicon.themes}|{lexicon.attention}) )?([^.:]{{4,300}})",
        words,
        re.IGNORECASE,
    )
    if not found:
        return []
    names, at = [], found.start(1)
    for part in re.split(r"(, | en )", found[1]):
        if part.strip() not in {",", "en"} and part.strip():
            start = block.span.start + at + len(part) - len(part.lstrip())
            names.append(ThemeName(part.strip(), Span(start, start + len(part.strip())), attention=True))
        at += len(part)
    return names


def _key(theme: ThemeName | None) -> str:
    return " ".join(re.findall(r"\w+", theme.name.lower())) if theme else ""


def _matched(first: tuple[ThemeName, ...], second: tuple[ThemeName, ...]) -> list[tuple[int, int]]:
    """Pairs of positions, the best agreement first; each position once."""
    weights = _weights(first, second)
    scored = [
        (one.attention != other.attention, -_agreement(one, other, weights), i, j)
        for i, one in enumerate(first)
        for j, other in enumerate(second)
    ]
    pairs: list[tuple[int, int]] = []
    left, right = set(range(len(first))), set(range(len(second)))
    for _, score, i, j in sorted(scored):
        if score < 0 and i in left and j in right:
            pairs.append((i, j))
            left.discard(i)
            right.discard(j)
    return pairs


def _words(theme: ThemeName) -> list[str]:
    return [word for word in re.findall(r"\w+", theme.name.lower()) if word not in _SMALL]


def _weights(*lists: tuple[ThemeName, ...]) -> dict[str, float]:
    """A word weighs one over the number of themes that have it, in the list that has it most."""
    counts = [Counter(word for theme in names for word in set(_words(theme))) for names in lists]
    return {word: 1 / max(count[word] for count in counts) for count in counts for word in count}


def _agreement(one: ThemeName, other: ThemeName, weights: dict[str, float]) -> float:
    total = 0.0
    theirs = _words(other)
    for word in _words(one):
        total += max(
            (min(weights[word], weights[its]) for its in theirs if _same_stem(word, its)), default=0.0
        )
    return total


def _same_stem(one: str, other: str) -> bool:
    return one == other or (
        min(len(one), len(other)) >= _SAME_STEM and one[:_SAME_STEM] == other[:_SAME_STEM]
    )
