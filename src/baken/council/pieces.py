# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Lists cut into pieces: the words of each, what stands in brackets behind it, and what it is set off by."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from baken.council.dutch import plain

TITLE = (
    r"(?i:\b(?:de\s+)?(?P<sir>heren|heer|hr|dhr)\b\.?|\b(?:de\s+)?(?P<madam>dames|mevrouw|mevr|mw|mej)\b\.?"
    r"|\b(?P<sort>(?:de\s+|het\s+)?(?:raads)?(?:leden|lid)|burgerraadslid)\b)"
)
_SPLIT = re.compile(
    r"(?P<mark>[,;|•▪·\uf0b7]|\ben\b|\b(?:alsmede|alsook|evenals)\b|(?<=\x01)(?=\s*[^\x01\s,;.:]))|" + TITLE,
)
_SPLIT_LINES = re.compile(r"(?P<line>\n\s*(?:[-–*•]\s)?)|" + _SPLIT.pattern)
_HELD = re.compile("\x01+")
_BULLET = re.compile(r"^[\s\-–*•.:,]+")
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.\s?-?){1,6}")


@dataclass(slots=True)
class Piece:
    """One piece of a list: ``start`` and ``end`` of its words, and of what stands in brackets behind them."""

    start: int
    end: int
    mark: str = ""
    title: str = ""
    plural: bool = False
    brackets: list[tuple[int, int]] = field(default_factory=list)
    before: str = ""

    def words(self, text: str) -> str:
        """The words, without the brackets."""
        return text[self.start : self.end]

    def inner(self, text: str) -> str:
        """What stands in the first brackets; empty if there are none."""
        return text[slice(*self.brackets[0])] if self.brackets else ""


def cut(text: str, start: int, end: int, *, by_line: bool = False) -> list[Piece]:
    """Cut the list between two offsets into pieces; with ``by_line`` each line is one too."""
    hidden = _hidden(plain(text[start:end]))
    pieces: list[Piece] = []
    here, mark, title, plural = 0, "", "", False
    for found in (_SPLIT_LINES if by_line else _SPLIT).finditer(hidden):
        pieces += _piece(hidden, (here, found.start()), start, (mark, title, plural))
        here = found.end()
        groups = found.groupdict()
        said = (groups["sir"] or groups["madam"] or "").casefold()
        if said or groups["sort"]:
            kind = "sir" if groups["sir"] else "madam"
            title, plural = (kind, said in {"heren", "dames"}) if said else ("", False)
            mark = mark if not hidden[: found.start()].rstrip() else (mark or " ")
        else:
            mark, title, plural = (found.group().strip() or " "), "", False
    pieces += _piece(hidden, (here, len(hidden)), start, (mark, title, plural))
    return _joined(pieces, text)


def _hidden(words: str) -> str:
    """The words with everything in brackets, brackets included, as one mark per character."""
    words = words.replace("[", "(").replace("]", ")")
    held: list[tuple[int, int]] = []
    opened: list[int] = []
    for offset, letter in enumerate(words):
        if letter == "(":
            opened.append(offset)
        elif letter == ")" and opened:
            first = opened.pop()
            if not opened:
                held.append((first, offset + 1))
    if opened:
        held = [found.span() for found in re.finditer(r"\([^()]*\)", words)]
    letters = list(words.replace("(", " ").replace(")", " "))
    for first, last in held:
        letters[first:last] = "\x01" * (last - first)
    return "".join(letters)


def _piece(hidden: str, place: tuple[int, int], base: int, marks: tuple[str, str, bool]) -> list[Piece]:
    words = hidden[slice(*place)]
    held = [found.span() for found in _HELD.finditer(words)]
    head = words[: held[0][0]] if held else words
    lead = _BULLET.match(head)
    first = min(lead.end() if lead else 0, len(head))
    last = len(head[first:].rstrip(" \n,;:.-–")) + first
    if (
        last < len(head)
        and head[last] == "."
        and head[last - 1].isupper()
        and (last - first < 2 or head[max(first, last - 2)] in " .")
    ):
        last += 1  # the dot behind an initial
    offset = base + place[0]
    if first >= last and not held and not marks[1]:
        return []
    return [
        Piece(
            start=offset + first,
            end=offset + max(first, last),
            mark=marks[0],
            title=marks[1],
            plural=marks[2],
            brackets=[(offset + one + 1, offset + other - 1) for one, other in held],
        )
    ]


def _joined(pieces: list[Piece], text: str) -> list[Piece]:
    """Put back together what a stray comma or a first name in brackets has parted."""
    joined: list[Piece] = []
    for piece in pieces:
        words = piece.words(text).strip()
        last = joined[-1] if joined else None
        if last and piece.mark == "|" and words.isdigit() and last.words(text).strip() and not last.brackets:
            last.brackets = [(piece.start, piece.end)]  # a number in the next cell
        elif last and not last.brackets and piece.brackets and not words and not piece.title:
            last.brackets = piece.brackets
        elif last and not last.brackets and last.words(text).strip() and words and piece.mark == ",":
            if _INITIALS.fullmatch(words) and not piece.title:
                last.before, last.brackets = words, piece.brackets
            else:
                joined.append(piece)
        elif last and last.brackets and piece.mark == " " and _only_initials(last.words(text)):
            piece.before, piece.title = last.words(text).strip(), last.title
            joined[-1] = piece
        elif last and not last.words(text).strip() and not last.brackets and not last.plural:
            piece.title = piece.title or last.title
            joined[-1] = piece
        else:
            joined.append(piece)
    return [one for one in joined if one.words(text).strip() or one.brackets]


def _only_initials(words: str) -> bool:
    return not words.strip() or _INITIALS.fullmatch(words.strip()) is not None
