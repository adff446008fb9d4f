# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Plain text, in whatever letters it was saved, as a document."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from pathlib import Path

from baken.catalogue.files import where
from baken.documents.cells import split_cells, year_columns
from baken.documents.document import BlockKind, Document, Form, Origin
from baken.documents.passages import Passage, read_passages
from baken.documents.read_hyphens import HyphenMender
from baken.documents.read_inline import plain_pieces
from baken.documents.read_pieces import MOST_CHARACTERS, Draft, Spot
from baken.model.errors import InputError

_BULLET_LENGTH = len("- ")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# Bullets without words between them, which are nobody's items.
_BULLETS = re.compile("([\uf0b7\uf0a7\uf0d8])(?:[ \t]*[\uf0b7\uf0a7\uf0d8]){1,}")
_HEADING_MARK = re.compile(r"#{1,6} +(?=\S)")
_NUMBER = re.compile(r"(\d{1,2})[.)]?(?:\d+(?:\.\d+)*\.?)?\s+(?=\S)")
_LABELLED = re.compile(r"\S[^:]{0,30}: ")
_MOST_IN_HEADING = 80
_MOST_WORDS_IN_HEADING = 10


def read_text(path: Path, data: bytes, *, markdown: bool = False) -> Document:
    """A text file.

    Raises:
        InputError: it is no text, or longer than any document is.

    """
    text = decoded(path, data)
    if markdown:
        from baken.documents.read_markdown import markdown_document

        found = markdown_document(text, path.name, where(path))
    else:
        found = plain_document(text, path.name, where(path))
    if not found.blocks:
        raise InputError("the file holds no words.", where=where(path), do="Give the file that holds them.")
    return found


def decoded(path: Path, data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or the Western letters of Windows (cp1252).

    Raises:
        InputError: the file holds something else than text.

    """
    text = _decoded(data)
    if len(_CONTROL.findall(text[:100_000])) > min(len(text), 100_000) // 100 or "\0" in text:
        raise InputError(
            "this is not a text file.", where=where(path), do="Save it as plain text, or give the original."
        )
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if data[:400].count(0) > len(data[:400]) // 4:  # letters of two bytes, without a mark
        big = data[:400:2].count(0) > data[1:400:2].count(0)
        return data.decode("utf-16-be" if big else "utf-16-le", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def plain_document(text: str, name: str, place: str = "") -> Document:
    """Plain text as a document: passages made whole, links such as ``[words](#)`` found.

    Raises:
        InputError: it is longer than any document is.

    """
    if len(text) > MOST_CHARACTERS:
        raise InputError(
            f"the text is longer than {MOST_CHARACTERS:,} characters.", where=place, do="Split the document."
        )
    draft = Draft(name, Form.TEXT, place)
    passages = read_passages(_BULLETS.sub(r"\1", text))
    hyphens = HyphenMender(text)
    for index, passage in enumerate(passages):
        if passage.is_row and not any(letter.isalnum() for letter in passage.text):
            continue  # a line of dashes below the header
        kind = _kind(passages, index)
        words, origins = hyphens.mended(passage)
        # The bullet stays behind; a number belongs to what a person reads.
        skipped = _BULLET_LENGTH if passage.is_item and words.startswith("- ") else 0
        if mark := _HEADING_MARK.match(words):
            kind, skipped = BlockKind.HEADING, mark.end()
        spot = Spot(
            line=passage.lines[0],
            origins=tuple(Origin(max(0, at - skipped), 0, line) for at, line in origins),
        )
        draft.add(plain_pieces(words[skipped:]), kind, spot)
    return draft.done()


def _kind(passages: Sequence[Passage], index: int) -> BlockKind:
    text = passages[index].text
    if passages[index].is_row or year_columns(text) or len(split_cells(text, ("GM",))[1]) > 1:
        return BlockKind.ROW
    if looks_like_heading(passages, index):
        return BlockKind.HEADING
    return BlockKind.ITEM if passages[index].is_item else BlockKind.PARAGRAPH


def looks_like_heading(passages: Sequence[Passage], index: int) -> bool:
    """Whether a passage of plain text looks like a heading: short, on one line, no sentence, not the last.

    A numbered line is one where text follows that is no list, and it does not count on from the line above.
    """
    passage = passages[index]
    text, number = passage.text, _NUMBER.match(passage.text)
    if index + 1 == len(passages) or len(text) > _MOST_IN_HEADING or passage.lines[0] != passage.lines[1]:
        return False
    if number:
        return _heads_a_part(passages, index, int(number[1]))
    if passage.is_item or text[-1] in ".;:,!" or _LABELLED.match(text):
        return False
    return text.lstrip("‘“'\"*(").strip()[:1].isupper() and len(text.split()) <= _MOST_WORDS_IN_HEADING


def _heads_a_part(passages: Sequence[Passage], index: int, number: int) -> bool:
    before = passages[index - 1].text if index else ""
    above = _NUMBER.match(before)
    counts_on = above is not None and int(above[1]) == number - 1
    first_letter = passages[index].text.lstrip("0123456789.) ")[:1]
    return (
        not passages[index + 1].is_item
        and not counts_on
        and not before.endswith(":")
        and first_letter.isupper()
        and not year_columns(passages[index + 1].text)
    )
