# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What an edition says, line by line, in whatever form: a form that is not here cannot be walked, and fails.

Another form (a document, a workbook) needs one more reader in ``READERS``.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from html.parser import HTMLParser

from baken.edition.reading import texts_of

Reader = Callable[[bytes], Iterator[str]]
_INLINE = {"a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "small", "span", "strong", "tspan", "u"}
_SILENT = {"script", "style"}
# What a reader sees or hears, and what a program on the page could read.
_SAID = re.compile(r"alt|title|content|placeholder|value|label|summary|download|aria-(?!hidden).*|data-.*")


class _Lines(HTMLParser):
    """The lines of a page or a drawing: blocks, cells, and the attributes that say something."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = [""]
        self.said: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        self.said += [value for name, value in attrs if value and _SAID.fullmatch(name)]
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT
        self._break(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._silent -= tag in _SILENT

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.lines[-1] += data

    def _break(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self.lines[-1] += " | "
        elif tag == "tspan":
            self.lines[-1] += " "
        elif tag not in _INLINE:
            self.lines.append("")


def _markup(content: bytes) -> Iterator[str]:
    parser = _Lines()
    parser.feed(content.decode())
    parser.close()
    for line in (*parser.lines, *parser.said):
        words = " ".join(line.split()).strip(" |")
        if words:
            yield words


def _table(content: bytes) -> Iterator[str]:
    for row in csv.reader(io.StringIO(content.decode(), newline="")):
        yield " | ".join(row)


def _json(content: bytes) -> Iterator[str]:
    yield from _values(json.loads(content))


def _values(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _values(one)
    elif isinstance(value, list):
        for one in value:
            yield from _values(one)
    elif value is not None:
        yield str(value)


def _document(ending: str) -> Reader:
    """The reader of a document that is no text itself: its pages or parts, line by line."""

    def lines(content: bytes) -> Iterator[str]:
        for name, text in texts_of(f"document.{ending}", content):
            yield from _markup(text.encode()) if name.endswith((".xml", ".svg")) else _plain(text)

    return lines


def _plain(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if line.strip():
            yield " ".join(line.split())


READERS: dict[str, Reader] = {
    **{ending: _document(ending) for ending in ("pdf", "png", "docx", "pptx", "xlsx")},
    "html": _markup,
    "svg": _markup,
    "xml": _markup,
    "csv": _table,
    "json": _json,
    "css": lambda _: iter(()),
    # The one script is a fixed file of the program and holds no figure.
    "js": lambda _: iter(()),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an output."""

    path: str
    words: str

    @property
    def dutch(self) -> bool:
        """Whether its numbers are written as in Dutch."""
        return not (self.path.startswith("en/") or self.path.endswith(("-en.svg", "-en.png")))


def walk(files: dict[str, bytes]) -> Iterator[Line]:
    """Every line of every output."""
    for path, content in files.items():
        for words in READERS[path.rpartition(".")[2]](content):
            yield Line(path, words)


_NUMBER = re.compile(r"(?<![\w.,/@-])\d+(?:[.,]\d+)*(?![\w@]|-\d|[.,]\d)")


def numbers(words: str, dutch: bool = True) -> list[Decimal]:
    """The numbers in a line, without sign; codes (1.1.1, BU99990100) and dates (2026-11-21) are none."""
    found = []
    for match in _NUMBER.finditer(words):
        thousands, point = (".", ",") if dutch else (",", ".")
        text = re.sub(rf"(?<=\d){re.escape(thousands)}(?=\d\d\d(?!\d))", "", match[0]).replace(point, ".")
        if text.count(".") <= 1 and "," not in text:
            found.append(Decimal(text))
    return found
