# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Taking Markdown's markup out of a line: the words stay, with their links.

Plain texts use part of it too: links, and stars around words. Every pattern has a bounded length, so that the
time it takes grows with the text and not with its square.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from baken.documents.read_pieces import Piece, Target

_WORDS = r"\[((?:[^\[\]\\]|\\.|\[[^\[\]]{0,200}\]){0,1000})\]"
_LINK = re.compile(rf"(!?){_WORDS}\(\s*((?:[^()\n]|\([^()\n]{{0,200}}\)){{0,2000}})\)")
_TITLE = re.compile(r"\s+(?:\"[^\"]*\"|'[^']*')\s*$")
_REFERENCE = re.compile(r"(!?)\[([^\[\]]{1,500})\](?:\[([^\[\]]{0,200})\])?")
_NOTE_SIGN = re.compile(r"\[\^[^\]\s]{1,50}\]")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_ANCHOR = re.compile(
    r"<a\s[^<>]{0,500}?href\s*=\s*[\"']?([^\"'<>\s]{0,2000})[\"']?[^<>]{0,500}>([^<>]{0,1000})</a\s*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,1000}>")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_CODE = re.compile(r"(`{1,3})(?!`)([^`]{1,1000})\1(?!`)")
_RUN = re.compile(r"\*{1,3}|_{1,3}|~~")
_STARS = re.compile(r"\*{1,3}")
Cut = tuple[int, int]
Mark = tuple[int, int, Target]


def plain_pieces(text: str) -> list[Piece]:
    """The pieces of a plain text with links such as ``[words](target)``, and no stars around words."""
    cuts, marks = _links(text)
    cuts += _stars(text, _STARS, cuts)
    return list(pieces_between(text, cuts, marks))


def markdown_pieces(text: str, references: Mapping[str, str]) -> list[Piece]:
    """The pieces of a text in Markdown; ``references`` holds the targets that it defines elsewhere."""
    cuts: list[Cut] = []
    marks: list[Mark] = []
    for found in _CODE.finditer(text):
        cuts += [found.span(1), (found.end(2), found.end())]
    literal = [found.span() for found in _CODE.finditer(text)]
    cuts += [found.span() for found in _NOTE_SIGN.finditer(text)]
    for new_cuts, new_marks in (_links(text), _tags(text), _referred(text, references)):
        taken = _sorted(cuts + [(start, end) for start, end, _ in marks])
        if _apart(new_cuts, taken):
            cuts, marks = cuts + new_cuts, marks + new_marks
            continue
        for cut in new_cuts:
            if _apart([cut], taken):
                cuts.append(cut)
        marks += [mark for mark in new_marks if _apart([mark[:2]], taken)]
    cuts += [found.span() for found in _ESCAPE.finditer(text)]
    cuts += _stars(text, _RUN, cuts + literal)
    return [
        Piece(html.unescape(piece.text), piece.target, piece.at)
        for piece in pieces_between(text, cuts, marks)
    ]


def _links(text: str) -> tuple[list[Cut], list[Mark]]:
    cuts: list[Cut] = []
    marks: list[Mark] = []
    for found in _LINK.finditer(text):
        if found[1]:  # a picture: its words are not on the page
            cuts.append(found.span())
            continue
        address = _TITLE.sub("", found[3]).strip()
        cuts += [(found.start(), found.start(2)), (found.end(2), found.end())]
        marks.append((found.start(2), found.end(2), Target(address.removeprefix("<").removesuffix(">"))))
    return cuts, marks


def _tags(text: str) -> tuple[list[Cut], list[Mark]]:
    cuts: list[Cut] = []
    marks: list[Mark] = []
    for pattern, words in ((_ADDRESS, 1), (_ANCHOR, 2)):
        for found in pattern.finditer(text):
            cuts += [(found.start(), found.start(words)), (found.end(words), found.end())]
            marks.append((found.start(words), found.end(words), Target(found[1])))
    taken = _sorted(cuts)
    cuts += [found.span() for found in _TAG.finditer(text) if _apart([found.span()], taken)]
    return cuts, marks


def _referred(text: str, references: Mapping[str, str]) -> tuple[list[Cut], list[Mark]]:
    cuts: list[Cut] = []
    marks: list[Mark] = []
    for found in _REFERENCE.finditer(text) if references else ():
        address = references.get((found[3] or found[2]).casefold())
        if address is None or found[2].startswith("^"):
            continue
        cuts += [(found.start(), found.start(2)), (found.end(2), found.end())]
        marks.append((found.start(2), found.end(2), Target(address)))
    return cuts, marks


def _stars(text: str, runs: re.Pattern[str], taken: Iterable[Cut]) -> list[Cut]:
    """The signs of emphasis, which come in pairs around words."""
    busy = _sorted(taken)
    cuts: list[Cut] = []
    open_: dict[str, list[re.Match[str]]] = {}
    for found in runs.finditer(text):
        before = text[found.start() - 1] if found.start() else " "
        after = text[found.end() : found.end() + 1] or " "
        if not _apart([found.span()], busy):
            continue
        waiting = open_.setdefault(found[0], [])
        if waiting and not before.isspace() and not after.isalnum():
            cuts += [waiting[-1].span(), found.span()]
            waiting.clear()
        elif not after.isspace() and not before.isalnum():
            waiting.append(found)
    return cuts


def _sorted(cuts: Iterable[Cut]) -> list[Cut]:
    return sorted(cut for cut in cuts if cut[0] < cut[1])


def _apart(cuts: Iterable[Cut], taken: list[Cut]) -> bool:
    """Whether none of these touches what is taken, which is in order and does not overlap much."""
    for start, end in cuts:
        at = bisect_left(taken, (end, -1))
        if any(other_end > start for _, other_end in taken[max(0, at - 3) : at]):
            return False
    return True


def pieces_between(text: str, cuts: Iterable[Cut], marks: Iterable[Mark]) -> Iterator[Piece]:
    """What is left of a text between the cuts, each part with the link that the marks give it."""
    links = sorted(marks, key=lambda mark: mark[:2])
    at, next_link = 0, 0
    for start, end in [*_sorted(cuts), (len(text), len(text))]:
        while at < start:
            while next_link < len(links) and links[next_link][1] <= at:
                next_link += 1
            stop, target = start, None
            if next_link < len(links):
                first, last, link = links[next_link]
                inside = first <= at
                stop, target = min(start, last if inside else first), link if inside else None
            yield Piece(text[at:stop], target, at)
            at = stop
        at = max(at, end)
