# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A document as one text with its blocks and links, whatever file it comes from.

Checks work on ``Document.text`` and give places in it. The readers of the single kinds of files are in
``read_word``, ``read_slides``, ``read_pdf``, ``read_odf``, ``read_markdown`` and ``read_text``.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from baken.model.remark import Span
from baken.model.text import Text


class Form(StrEnum):
    """What a document is made of. OpenDocument texts count as Word, its presentations as slides."""

    TEXT = "text"
    MARKDOWN = "markdown"
    WORD = "word"
    PDF = "pdf"
    SLIDES = "slides"


class BlockKind(StrEnum):
    """What a block is. Plain text and PDF do not say what is a heading: there it is a guess by its looks."""

    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    ROW = "row"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, list item (without its bullet), paragraph, table row (cells set apart by " | "), footnote
    or speaker note.

    ``page`` is the page or slide where it begins, from 1, and 0 where the form has none; ``line`` the first
    source line, from 1, and 0 where there are none.
    """

    span: Span
    kind: BlockKind
    page: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere. ``target`` stands as in the file: "" or "#" leads nowhere, and "#name" to a
    place in the document itself, which is there only if ``Document.anchors`` holds the name.
    """

    span: Span
    target: str


@dataclass(frozen=True, slots=True)
class Origin:
    """From character ``offset`` of the text on, the text comes from this page and source line."""

    offset: int
    page: int
    line: int


_BLOCKS = {
    BlockKind.ITEM: Text("punt", "item"),
    BlockKind.PARAGRAPH: Text("alinea", "paragraph"),
    BlockKind.ROW: Text("tabelrij", "table row"),
    BlockKind.NOTE: Text("noot", "note"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands, for a message; a part that is 0 is not known.

    Where neither page nor line is known, ``Whereabouts`` gives the heading that it stands under, and the how
    many-th block of its kind it is from there.
    """

    form: Form
    page: int
    line: int
    heading: str = ""
    kind: BlockKind | None = None
    number: int = 0

    @property
    def words(self) -> Text:
        """The place in words, such as "pagina 3"; empty where nothing is known of it."""
        slides = self.form is Form.SLIDES
        dutch, english = [], []
        if self.page:
            dutch.append(f"{'dia' if slides else 'pagina'} {self.page}")
            english.append(f"{'slide' if slides else 'page'} {self.page}")
        if self.line:
            dutch.append(f"regel {self.line}")
            english.append(f"line {self.line}")
        if self.heading:
            own = self.kind is BlockKind.HEADING
            dutch.append(f"{'kop' if own else 'onder'} ‘{self.heading}’")
            english.append(f"{'heading' if own else 'under'} ‘{self.heading}’")
        if self.number and self.kind in _BLOCKS:
            dutch.append(f"{_BLOCKS[self.kind].nl} {self.number}")
            english.append(f"{_BLOCKS[self.kind].en} {self.number}")
        return Text(", ".join(dutch), ", ".join(english))


@dataclass(frozen=True, slots=True)
class Document:
    """A text and what is known of its parts.

    Blocks stand in ``text`` in reading order, joined by a newline; a block holds no newline itself, and no
    sentence goes on in the next block. ``pages`` counts pages or slides (0: the form has none),
    ``unread_pages`` those that hold pictures and no text. ``anchors`` names the places that links within the
    document may lead to. ``origins`` (in order of offset) lead parts of long blocks back to page and line.
    """

    name: str
    form: Form
    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    pages: int
    unread_pages: int = 0
    anchors: frozenset[str] = frozenset()
    origins: tuple[Origin, ...] = ()

    def block_at(self, offset: int) -> Block:
        """The block at a character; a newline belongs to the block before it.

        Raises:
            IndexError: outside the text.

        """
        if not 0 <= offset < len(self.text):
            raise IndexError(f"offset {offset} is outside a text of {len(self.text)} characters")
        return self.blocks[bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1]

    def place(self, span: Span) -> Place:
        """Where the first of these characters stands in the source.

        Raises:
            IndexError: outside the text.

        """
        block = self.block_at(span.start)
        at = bisect_right(self.origins, span.start, key=lambda origin: origin.offset) - 1
        if at >= 0 and self.origins[at].offset >= block.span.start:
            return Place(self.form, self.origins[at].page, self.origins[at].line)
        return Place(self.form, block.page, block.line)


def read_document(path: Path) -> Document:
    """The text of a file: .txt, .md, .docx, .pdf, .pptx, .odt or .odp (and their templates and macro forms).

    Nothing in the file is run or fetched. Headers, footers, comments and removed text are left out.

    Raises:
        InputError: the file is not there, cannot be read, is of another kind, damaged, protected with a
            password, too large, or holds no text.

    """
    from baken.documents.read_source import Kind, kind_of, source_bytes

    kind = kind_of(path)
    data = source_bytes(path, kind)
    if kind is Kind.WORD:
        from baken.documents.read_word import read_word

        return read_word(path, data)
    if kind is Kind.SLIDES:
        from baken.documents.read_slides import read_slides

        return read_slides(path, data)
    if kind is Kind.PDF:
        from baken.documents.read_pdf import read_pdf

        return read_pdf(path, data)
    if kind is Kind.OPEN_TEXT or kind is Kind.OPEN_SLIDES:
        from baken.documents.read_odf import read_odf

        return read_odf(path, data)
    from baken.documents.read_text import read_text

    return read_text(path, data, markdown=kind is Kind.MARKDOWN)


def text_document(text: str, name: str = "") -> Document:
    """A plain text that comes from elsewhere, as a document; an empty text gives one without blocks.

    Raises:
        InputError: the text is longer than any document is.

    """
    from baken.documents.read_text import plain_document

    return plain_document(text, name)
