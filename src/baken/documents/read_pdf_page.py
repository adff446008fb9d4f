# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The lines of one page of a PDF, with their place, size and links, as pdfium sees them.

pdfium gives the letters in the order in which the page draws them, which is nearly always that of reading,
and the place of each letter. Asking for a place takes longer than a text of a page: only the ends of lines
and of gaps are asked for.
"""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from baken.documents.read_pieces import Target, clean

# pdfium ends a line with U+FFFE in place of the hyphen that breaks a word.
_LINE = re.compile("[^\r\n\ufffe]+\ufffe?|\ufffe")
_SPACES = re.compile(r"\s+")
_BULLET = re.compile("^[\uf020-\uf0ff•▪◦‣●○■□➢➤✓✔►▶·]\\s*")
_LEADING = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[a-z][.)]|[-–—o*•▪◦‣●○■□➢➤✓✔►▶·\uf020-\uf0ff]+)")
_UNREADABLE = re.compile("[\ufffd\ue000-\uf01f\uf100-\uf8ff\x00-\x08\x0e-\x1f]")
_BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
# A gap between words wider than this many times the height of the letters parts two cells.
_WIDE = 1.3
_BOLD_WEIGHT = 600
_MOST_LINKS = 5000
_CELLS_APART = " | "


@dataclass(slots=True)
class PdfLine:
    """One line: its words (cells set apart by " | "), where it stands with the page upright (in points), the
    height of its letters, and the links in its words.
    """

    page: int
    text: str
    left: float
    right: float
    bottom: float
    size: float
    bold: bool = False
    gaps: int = 0
    ends: list[tuple[int, int]] = field(default_factory=list)
    links: list[tuple[int, int, Target]] = field(default_factory=list)

    def flatten(self) -> None:
        """Make one text of the cells, for a line that is of no table."""
        if not self.gaps:
            return
        shorter = len(_CELLS_APART) - 1

        def place(at: int) -> int:
            return at - shorter * self.text.count(_CELLS_APART, 0, at)

        self.links = [(place(start), place(end), target) for start, end, target in self.links]
        self.text, self.gaps = self.text.replace(_CELLS_APART, " "), 0


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page: its lines, its lower and upper edge, and whether it shows anything that is not text."""

    lines: list[PdfLine]
    bottom: float
    top: float
    has_picture: bool


@dataclass(slots=True)
class _Box:
    left: float
    right: float
    bottom: float
    top: float


class PageReader:
    """Reads one page that pdfium has opened; ``raw`` are the functions of pdfium."""

    def __init__(self, raw: Any, document: Any, pages: tuple[Any, Any], number: int) -> None:  # noqa: ANN401
        """Take the document and the page, the latter as drawn and as text; C pointers all."""
        self.raw, self.document, self.number = raw, document, number
        self.page, self.text_page = pages
        self.turned = raw.FPDFPage_GetRotation(self.page)
        self.rect = raw.FS_RECTF()
        self.text = ""
        self.shift = False

    def read(self, count: int) -> PdfPage:
        """The page, which has this many characters."""
        buffer = (ctypes.c_ushort * (count + 1))()
        got = self.raw.FPDFText_GetText(self.text_page, 0, count, buffer) if count else 0
        self.text = bytes(buffer)[: 2 * max(0, got - 1)].decode("utf-16-le", errors="replace")
        self.shift = len(self.text) != count
        lines = list(self._lines()) if not _is_unreadable(self.text) else []
        if lines:
            self._find_links(lines)
        bottom, top = self._edges()
        return PdfPage(lines, bottom, top, self.raw.FPDFPage_CountObjects(self.page) > 0)

    def _edges(self) -> tuple[float, float]:
        box = self.raw.FS_RECTF()
        if not self.raw.FPDF_GetPageBoundingBox(self.page, box):
            return 0.0, 0.0
        upright = self._upright(box)
        return upright.bottom, upright.top

    def _lines(self) -> Iterator[PdfLine]:
        for found in _LINE.finditer(self.text):
            words = found[0].rstrip("\ufffe").strip()
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            if words.strip("\u00ad"):
                line = self._line(start, start + len(words), found[0].endswith("\ufffe"))
                if line.text:
                    yield line

    def _line(self, start: int, end: int, broken: bool) -> PdfLine:
        first, last = self._box(start), self._box(end - 1)
        size = max(first.top - first.bottom, last.top - last.bottom, 0.1)
        parts, at, gaps = [], start, 0
        ends = []
        for space in _SPACES.finditer(self.text, start, end):
            if self._apart(space.start() - 1, space.end()) <= _WIDE * size:
                continue
            if at != start or not _LEADING.fullmatch(self.text, at, space.start()):
                parts.append(self.text[at : space.start()])
                ends.append((at, space.start()))
                at = space.end()
                gaps += 1
        parts.append(self.text[at:end])
        ends.append((at, end))
        text = _CELLS_APART.join(_cleaned(part, number == 0) for number, part in enumerate(parts))
        tail = "-" if broken else "\u00ad" if self.text[end - 1] == "\u00ad" else ""
        bold = self._is_bold(start) and self._is_bold(end - 1)
        return PdfLine(self.number, text + tail, first.left, last.right, first.bottom, size, bold, gaps, ends)

    def _is_bold(self, at: int) -> bool:
        index = self._index(at)
        if self.raw.FPDFText_GetFontWeight(self.text_page, index) >= _BOLD_WEIGHT:
            return True
        name = ctypes.create_string_buffer(128)
        flags = ctypes.c_int()
        length = self.raw.FPDFText_GetFontInfo(self.text_page, index, name, 128, flags)
        return bool(0 < length <= 128 and _BOLD.search(name.value))

    def _index(self, at: int) -> int:
        """The letter of pdfium for a character; a few have no character."""
        if not self.shift:
            return at
        return max(0, int(self.raw.FPDFText_GetCharIndexFromTextIndex(self.text_page, at)))

    def _box(self, at: int) -> _Box:
        if not self.raw.FPDFText_GetLooseCharBox(self.text_page, self._index(at), self.rect):
            return _Box(0.0, 0.0, 0.0, 0.0)
        return self._upright(self.rect)

    def _apart(self, before: int, after: int) -> float:
        """How far two letters of a line are apart. It is asked for every space, so it takes no detour."""
        if self.turned or self.shift:
            return self._box(after).left - self._box(before).right
        ask, rect = self.raw.FPDFText_GetLooseCharBox, self.rect
        if not ask(self.text_page, before, rect):
            return 0.0
        right = rect.right
        return rect.left - right if ask(self.text_page, after, rect) else 0.0

    def _upright(self, rect: Any) -> _Box:  # noqa: ANN401 - a C structure
        """A place on the page as it stands when the page is turned upright."""
        left, right, bottom, top = rect.left, rect.right, rect.bottom, rect.top
        left, right = (left, right) if left <= right else (right, left)
        bottom, top = (bottom, top) if bottom <= top else (top, bottom)
        if not self.turned:
            return _Box(left, right, bottom, top)
        if self.turned == 1:
            return _Box(bottom, top, -right, -left)
        if self.turned == 2:
            return _Box(-right, -left, -top, -bottom)
        return _Box(-top, -bottom, left, right)

    def _find_links(self, lines: list[PdfLine]) -> None:
        position, link = ctypes.c_int(0), self.raw.FPDF_LINK()
        for _ in range(_MOST_LINKS):
            if not self.raw.FPDFLink_Enumerate(self.page, position, link):
                return
            rect = self.raw.FS_RECTF()
            if self.raw.FPDFLink_GetAnnotRect(link, rect):
                self._mark(lines, self._upright(rect), Target(_address(self.raw, self.document, link)))

    def _mark(self, lines: list[PdfLine], area: _Box, target: Target) -> None:
        for number, line in enumerate(lines):
            middle = line.bottom + line.size / 2
            if not area.bottom <= middle <= area.top or line.right <= area.left or line.left >= area.right:
                continue
            start, end = line.ends[0][0], line.ends[-1][1]
            if area.left > line.left + 1 or area.right < line.right - 1:
                letters = range(start, end)
                start, end = (
                    letters.start + bisect_left(letters, side, key=self._middle)
                    for side in (area.left, area.right)
                )
                start += len(self.text[start:end]) - len(self.text[start:end].lstrip())
            first, last = self._cleaned_place(line, start), self._cleaned_place(line, end)
            if first < last:
                above = lines[number - 1].links[-1:] if number and first == 0 else []
                if above and above[0][1] >= len(lines[number - 1].text) - 1:
                    # A link over two lines is two areas with one address.
                    target = above[0][2] if above[0][2].address == target.address else target
                line.links.append((first, last, target))

    def _middle(self, at: int) -> float:
        box = self._box(at)
        return (box.left + box.right) / 2

    def _cleaned_place(self, line: PdfLine, at: int) -> int:
        """Where a character of the page stands in the words of its line."""
        place = 0
        for number, (start, end) in enumerate(line.ends):
            place += len(_CELLS_APART) if number else 0
            part = _cleaned(self.text[start : max(start, min(at, end))], number == 0)
            gap = bool(part) and at < end and self.text[at - 1].isspace()
            place += len(part) + gap
            if at <= end:
                break
        return min(place, len(line.text))


def _cleaned(text: str, first: bool) -> str:
    words = clean(text).strip()
    return _BULLET.sub("• ", words) if first else words


def _is_unreadable(text: str) -> bool:
    """Whether a page has letters, but not which ones: its fonts do not say so."""
    letters = len("".join(text.split()))
    return letters > 0 and len(_UNREADABLE.findall(text)) > letters * 0.3


def _address(raw: Any, document: Any, link: Any) -> str:  # noqa: ANN401 - C pointers
    """Where a link leads: an address, "#page=3", or "" for nowhere."""
    target = raw.FPDFLink_GetDest(document, link)
    action = raw.FPDFLink_GetAction(link)
    if not target and action:
        kind = raw.FPDFAction_GetType(action)
        if kind == raw.PDFACTION_URI:
            return _told(raw.FPDFAction_GetURIPath, document, action)
        if kind in (raw.PDFACTION_REMOTEGOTO, raw.PDFACTION_LAUNCH):
            return _told(raw.FPDFAction_GetFilePath, None, action)
        if kind == raw.PDFACTION_GOTO:
            target = raw.FPDFAction_GetDest(document, action)
    if not target:
        return ""
    page = raw.FPDFDest_GetDestPageIndex(document, target)
    return f"#page={page + 1}" if page >= 0 else "#"


def _told(ask: Any, document: Any, action: Any) -> str:  # noqa: ANN401 - C pointers
    before = (document, action) if document is not None else (action,)
    length = min(ask(*before, None, 0), 10_000)
    buffer = ctypes.create_string_buffer(length + 1)
    ask(*before, buffer, length)
    return buffer.value.decode("utf-8", errors="replace")
