# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Attachments that a document lists, and whether their text is in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from baken.council.dutch import plain, tidy
from baken.model.remark import Span

_WORDS_OF_TEXT = 12
"""So many words must stand behind a heading for it to be the text of an attachment."""

_LINE = re.compile(
    r"^[ \t\f]*(?:[-–•*]\s*)?(?P<name>bijlage)[ \t]+(?P<number>[0-9]{1,2}|[A-Z]"
    r"|[IVX]{2,5})\b[ \t]*[.:)–-]?[ \t]*"
    r"(?P<title>[^\n]{0,200})$",
    re.IGNORECASE | re.MULTILINE,
)
_INLINE = re.compile(r"\bbijlage\s+(?P<number>[0-9]{1,2}|[A-Z](?![\w])|[IVX]{2,5})\b")
_GOES_ON = re.compile(
    r"\s*\n\s*(?P<rest>(?!bijlage)[^\n.]{0,45}(?:19|20)[0-9]{2}[ \t]*)(?=\n|$)", re.IGNORECASE
)


class Held(StrEnum):
    """Whether the text of an attachment is in the document."""

    PRESENT = "present"
    REFERRED = "referred to, not held"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """An attachment by its number and title; ``text_span`` is its heading in the document, if its text
    is there."""

    number: str
    title: str
    span: Span
    text_span: Span | None = None

    @property
    def held(self) -> Held:
        """Whether its text is in the document."""
        return Held.PRESENT if self.text_span else Held.REFERRED


def read_attachments(text: str) -> tuple[Attachment, ...]:
    """Return the attachments that a document names, by number in the order of the text.

    The first line that begins with *bijlage 1* lists it; a later one, or one that stands alone, with text
    behind it is the attachment itself. A title that comes back as a heading counts too. Attachments that are
    only mentioned in a sentence are listed without a title.
    """
    words = plain(text)
    lines = list(_LINE.finditer(words))
    first: dict[str, re.Match[str]] = {}
    for one in [*lines, *_INLINE.finditer(words)]:
        first.setdefault(one["number"].upper(), one)
    return tuple(
        _attachment(text, words, lines, (number, one))
        for number, one in sorted(first.items(), key=lambda pair: pair[1].start())
    )


def _attachment(
    text: str, words: str, lines: list[re.Match[str]], listed: tuple[str, re.Match[str]]
) -> Attachment:
    number, one = listed
    title, end = "", one.end()
    if "title" in one.re.groupindex:
        rest = _GOES_ON.match(words, one.end()) if one["title"].strip() else None
        end = rest.end() if rest else one.end()
        title = tidy(text[one.start("title") : end]).rstrip(".")
    headings = [line for line in lines if line["number"].upper() == number]
    later = [line for line in headings if line.start() > one.start()]
    alone = [line for line in headings if not line["title"].strip() and line["name"][0] == "B"]
    found = next((line for line in [*later, *alone] if _has_text(words, line, lines)), None)
    span = Span(found.start(), found.end()) if found else _titled(words, title, end)
    return Attachment(number=one["number"], title=title, span=Span(one.start(), end), text_span=span)


def _has_text(words: str, line: re.Match[str], lines: list[re.Match[str]]) -> bool:
    place = bisect_right(lines, line.start(), key=lambda one: one.start())
    until = lines[place].start() if place < len(lines) else len(words)
    return len(words[line.end() : min(until, line.end() + 2000)].split()) >= _WORDS_OF_TEXT


def _titled(words: str, title: str, start: int) -> Span | None:
    """A heading further on that is the title itself, with text behind it."""
    if len(title) < 6:
        return None
    pattern = r"^[ \t\f]*" + r"\s+".join(re.escape(plain(part)) for part in title.split()) + r"[ \t.]*$"
    found = re.compile(pattern, re.IGNORECASE | re.MULTILINE).search(words, start)
    if not found or len(words[found.end() : found.end() + 2000].split()) < _WORDS_OF_TEXT:
        return None
    return Span(found.start(), found.end())
