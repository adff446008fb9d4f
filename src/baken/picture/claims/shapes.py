# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a clause asserts once its words are known: of which area, which way, against what."""

from __future__ import annotations

import re
from dataclasses import dataclass

from baken.model.claim import ClaimKind, Way
from baken.picture.claims.causes import is_cause
from baken.picture.claims.clauses import Clause
from baken.picture.claims.cues import Cue, complement
from baken.picture.claims.cues_changes import CHANGES, other_change
from baken.picture.claims.judge_comparisons import ALL_OTHERS
from baken.picture.claims.places import NamedArea
from baken.picture.claims.reading import Reading

_OWN = ("within", "own")
# How soon after "the same" the average must be named.
_SOON = 30
_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\beerder\b|\bervoor\b|\bdaarvoor\b|\bvoorheen\b|\btoen\b|\bdestijds\b|\bvorige?\b|\bvroeger\b"
    r"|\bgeleden\b|\bafgelopen\b|\bvoorgaande?\b|\bbegin van\b|\bhalfjaar\b|\bkwartaal\b|\bjaren\b|\bjaar\b"
)

_EVEN = re.compile(r"even \w+$")
_TIMES_AS = re.compile(r"\b(?:keer|maal|half) zo ?\w+$")
_AS = re.compile(r"\bals\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The kind of a claim, the area it is about, its way, what it compares with, and its marks."""

    kind: ClaimKind
    area: str
    way: Way | None = None
    about: str = ""
    marks: frozenset[str] = frozenset()
    moves: bool = False


def shape_of(
    low: str,
    clause: Clause,
    cue: Cue,
    named: tuple[tuple[NamedArea, ...], tuple[NamedArea, ...]],
    reading: Reading,
) -> Shape:
    """The shape of one clause of a sentence in small letters, by its leading cue.

    ``named`` holds the areas of the clause, and those of the clause before it.
    """
    areas, earlier = named
    patterns, words = reading.patterns, low[clause.start : clause.end]
    marks = _marks(words, cue, reading)
    kind, about = cue.kind, ""
    after = (
        complement(low[: clause.end], cue) if cue.kind in (ClaimKind.COMPARISON, ClaimKind.DIRECTION) else ""
    )
    compared = cue.mark in CHANGES
    if compared:
        after, marks = other_change(low, cue), marks | {"change", cue.mark}
    elif kind is ClaimKind.COMPARISON and after and _TIME.search(after):
        kind = ClaimKind.DIRECTION
    elif kind is ClaimKind.DIRECTION and (
        (after and _elsewhere(low, after, areas, reading))
        or _is_against(low, clause, cue, reading)
        or _is_as_there(low, cue, areas)
    ):
        kind = ClaimKind.COMPARISON
    where = _area(areas, reading)
    if cue.mark in ("most", "least"):
        about = ALL_OTHERS
    elif kind is ClaimKind.COMPARISON:
        where, about = _sides(low, after, (*areas, *(one for one in earlier if one.role in _OWN)), reading)
    if _names_two(areas, reading):
        marks |= {"two-areas"}
    if kind is ClaimKind.COMPARISON and _often(low, clause, cue, reading):
        marks |= {"vague"}
    moves = kind is ClaimKind.DIRECTION or compared
    changed = moves or (cue.mark == "results" and kind is ClaimKind.RESULT)
    if changed and is_cause(words, cue.start - clause.start, patterns):
        kind = ClaimKind.CAUSE
        if patterns.words["sources"].search(low):
            marks = marks | {"source"}
    return Shape(kind=kind, area=where, way=cue.way, about=about, marks=marks, moves=moves)


def _marks(words: str, cue: Cue, reading: Reading) -> frozenset[str]:
    patterns = reading.patterns
    found = {
        name
        for name in ("registrations", "victims", "persons", "population")
        if patterns.marks[name].search(words)
    }
    if "persons" in found and patterns.marks["incidents"].search(words):
        found.discard("persons")
    if "population" in found and patterns.marks["inhabitants"].search(words):
        found.discard("population")
    found |= {name for name in ("parts", "together") if patterns.words[name].search(words)}
    if "population" not in found and cue.mark in ("lowest", "highest", "vague", "none"):
        found.add(cue.mark)
    return frozenset(found)


def _names_two(areas: tuple[NamedArea, ...], reading: Reading) -> bool:
    """Whether the municipality and an area that it lies in are named together, as if they were one."""
    codes = {one.code for one in areas}
    return reading.town in codes and bool(codes.intersection(reading.picture.material.municipality.within))


def _often(low: str, clause: Clause, cue: Cue, reading: Reading) -> bool:
    """Whether a comparison is said to hold "often", outside the words that compare ("less often than")."""
    often = reading.patterns.words["often"]
    return bool(often.search(low[clause.start : cue.start]) or often.search(low[cue.end : clause.end]))


def _elsewhere(low: str, after: str, areas: tuple[NamedArea, ...], reading: Reading) -> bool:
    """Whether what follows "than" is another place rather than another time."""
    if _TIME.search(after):
        return False
    at = low.find(after)
    named = any(at <= one.span.start < at + len(after) for one in areas)
    return named or reading.patterns.words["average"].search(after) is not None


def _is_against(low: str, clause: Clause, cue: Cue, reading: Reading) -> bool:
    """Whether a "less" is held against others ("set beside similar towns"), or "the same" is the average."""
    words = reading.patterns.words
    if cue.way is Way.SAME:
        return words["average"].search(low, cue.end, min(clause.end, cue.end + _SOON)) is not None
    return cue.weak and words["against"].search(low, clause.start, clause.end) is not None


def _is_as_there(low: str, cue: Cue, areas: tuple[NamedArea, ...]) -> bool:
    """Whether "as high" is said of the country ("there it was as high"), or "twice as much as there"."""
    is_even = cue.way is Way.SAME and _EVEN.match(low, cue.start, cue.end) is not None
    if _TIMES_AS.search(low, cue.start, cue.end):
        behind = _AS.search(low, cue.end)
        return behind is not None and any(one.span.end > behind.end() for one in areas)
    return is_even and any(one.role == "reference" for one in areas)


def _area(areas: tuple[NamedArea, ...], reading: Reading) -> str:
    """The area that a clause is about: a part of the town before the town, and that before any other."""
    for role in ("within", "own", "reference", "other"):
        found = next((one.code for one in areas if one.role == role), "")
        if found:
            return found
    return reading.area


def _sides(low: str, after: str, areas: tuple[NamedArea, ...], reading: Reading) -> tuple[str, str]:
    """The area that is spoken of, and the one it is held against."""
    at = low.find(after) if after else len(low)
    beyond = [one for one in areas if after and one.span.start >= at]
    others = [one for one in areas if one.role in ("reference", "other")]
    against = next(iter(beyond or others), None)
    is_own = against is not None and against.role in _OWN
    own = tuple(one for one in areas if one is not against and (is_own or one.role in _OWN))
    where = _area(own, reading)
    if against is not None:
        return where, against.code
    return where, _told(after or low, where, reading)


def _told(after: str, where: str, reading: Reading) -> str:
    """What a comparison is with when no area is named: the town as a whole, or the country."""
    if reading.patterns.words["town"].search(after) and where != reading.town:
        return reading.town
    if reading.patterns.words["elsewhere"].search(after):
        return "?"
    return ""
