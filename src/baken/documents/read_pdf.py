# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""PDF documents: sentences made whole over lines and pages, headers, footers and page numbers left out.

A PDF says where letters stand, and no more: what is a heading, an item or a row of a table is a guess by the
looks of the lines. Pages that are pictures of text are counted, not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Lock
from typing import Any

from baken.catalogue.files import where
from baken.documents.archive import protected
from baken.documents.document import BlockKind, Document, Form, Origin
from baken.documents.passages import Passage, read_passages
from baken.documents.read_hyphens import HyphenMender
from baken.documents.read_inline import pieces_between
from baken.documents.read_pdf_lines import (
    body_size,
    headings,
    in_order,
    rows,
    with_gaps,
    without_margins,
)
from baken.documents.read_pdf_page import PageReader, PdfLine, PdfPage
from baken.documents.read_pieces import MOST_CHARACTERS, Draft, Spot, Target
from baken.documents.read_source import Kind, not_of_kind
from baken.model.errors import InputError

MOST_PAGES = 2000
_BULLET_LENGTH = len("- ")
# pdfium may be used by one thread at a time.
_LOCK = Lock()


def read_pdf(path: Path, data: bytes) -> Document:
    """A PDF document.

    Raises:
        InputError: damaged, protected, too large, or only pictures of pages.

    """
    with _LOCK:
        pages = _pages(path, data)
    lines = without_margins(pages)
    unread = sum(not kept and page.has_picture for kept, page in zip(lines, pages, strict=True))
    if not any(lines):
        raise _without_text(path, unread, len(pages))
    draft = Draft(path.name, Form.PDF, where(path))
    _Layout(draft, [line for page in lines for line in in_order(page)], body_size(lines)).lay()
    return draft.filled(len(pages), unread, (f"page={number}" for number in range(1, len(pages) + 1)))


def _without_text(path: Path, unread: int, pages: int) -> InputError:
    if not unread:
        return InputError(
            "the PDF holds no text.", where=where(path), do="Give the file that holds the words."
        )
    return InputError(
        f"{unread} of {pages} pages hold pictures and no text that can be read; this looks like a scan.",
        where=where(path),
        do="Have its text recognised (OCR), or give the original document.",
    )


def _pages(path: Path, data: bytes) -> list[PdfPage]:
    import pypdfium2  # type: ignore[import-untyped]
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).casefold() or "security" in str(error).casefold():
            raise protected(path) from error
        raise not_of_kind(path, Kind.PDF) from error
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise InputError(
                f"the PDF has more than {MOST_PAGES:,} pages.", where=where(path), do="Split it."
            )
        if count == 0:
            raise not_of_kind(path, Kind.PDF)
        return list(_each_page(path, raw, document.raw, count))
    finally:
        document.close()


def _each_page(path: Path, raw: Any, document: Any, count: int) -> Iterator[PdfPage]:  # noqa: ANN401 - C pointers
    characters = 0
    for index in range(count):
        page = raw.FPDF_LoadPage(document, index)
        text_page = raw.FPDFText_LoadPage(page) if page else None
        try:
            if not text_page:
                yield PdfPage([], 0.0, 0.0, has_picture=True)
                continue
            here = max(0, raw.FPDFText_CountChars(text_page))
            characters += here
            if characters > MOST_CHARACTERS:
                raise InputError(
                    f"the text is longer than {MOST_CHARACTERS:,} characters.",
                    where=where(path),
                    do="Split the document.",
                )
            yield PageReader(raw, document, (page, text_page), index + 1).read(here)
        finally:
            if text_page:
                raw.FPDFText_ClosePage(text_page)
            if page:
                raw.FPDF_ClosePage(page)


class _Layout:
    """Makes blocks of the lines of a document."""

    def __init__(self, draft: Draft, lines: Sequence[PdfLine], body: float) -> None:
        self.draft, self.lines = draft, lines
        self.headings, self.rows = headings(lines, body), rows(lines)
        for index, line in enumerate(lines):
            if index not in self.rows:
                line.flatten()
        self.hyphens = HyphenMender("\n".join(line.text for line in lines))

    def lay(self) -> None:
        """Add all lines: headings and rows by themselves, what is between them as passages."""
        waiting: list[int] = []
        heading: list[int] = []
        for index, line in enumerate(self.lines):
            is_heading = index in self.headings
            if heading and not (is_heading and self._goes_on(heading[-1], line)):
                self._alone(heading, BlockKind.HEADING)
                heading = []
            if is_heading or index in self.rows:
                self._text(waiting)
                waiting = []
            if is_heading:
                heading.append(index)
            elif index in self.rows:
                self._alone([index], BlockKind.ROW)
            else:
                waiting.append(index)
        self._alone(heading, BlockKind.HEADING)
        self._text(waiting)

    def _goes_on(self, above: int, line: PdfLine) -> bool:
        upper = self.lines[above]
        return (
            upper.page == line.page
            and abs(upper.size - line.size) < 0.5
            and 0 < upper.bottom - line.bottom < 1.7 * line.size
        )

    def _alone(self, numbers: Sequence[int], kind: BlockKind) -> None:
        if not numbers:
            return
        text, origins = "", []
        for number in numbers:
            words = self.lines[number].text
            text = f"{text} {words}" if text else words
            origins.append((len(text) - len(words), number + 1))
        self._add(Passage(text, is_item=False, origins=tuple(origins)), list(numbers), kind)

    def _text(self, numbers: Sequence[int]) -> None:
        """Add running text: the passages that its lines make together."""
        if not numbers:
            return
        parts: list[str] = []
        sources: list[int] = []
        page = self.lines[numbers[0]].page
        for number, (line, gap) in zip(numbers, with_gaps([self.lines[one] for one in numbers]), strict=True):
            if gap:
                parts.append("\n")
                sources.append(number)
            if line.page != page:
                parts.append("\f")
                page = line.page
            parts.append(f"{line.text}\n")
            sources.append(number)
        passages = read_passages("".join(parts))
        for passage in passages:
            self._add(passage, sources, BlockKind.ITEM if passage.is_item else BlockKind.PARAGRAPH)

    def _add(self, passage: Passage, sources: Sequence[int], kind: BlockKind) -> None:
        text, origins = self.hyphens.mended(passage)
        alone = kind in (BlockKind.HEADING, BlockKind.ROW)
        skipped = _BULLET_LENGTH if kind is BlockKind.ITEM and text.startswith("- ") else 0
        marks: list[tuple[int, int, Target]] = []
        places: list[Origin] = []
        for offset, number in origins:
            line = self.lines[number - 1 if alone else sources[number - 1]]
            places.append(Origin(max(0, offset - skipped), line.page, 0))
            for start, end, target in line.links:
                first, last = (max(0, offset + at - skipped) for at in (start, end))
                marks.append((first, min(last, len(text) - skipped), target))
        spot = Spot(places[0].page, 0, tuple(places))
        self.draft.add(pieces_between(text[skipped:], [], marks), kind, spot)
