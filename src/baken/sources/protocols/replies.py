# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Replies in pages: walked until the last, each kept as a part, and read without believing anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar
from urllib.parse import quote, urlsplit

import msgspec

from baken.model.errors import InputError
from baken.sources.contract import Getter, Parts

T = TypeVar("T")
_ANYWAY = "'(),"
_EMPTY = b"[]"
AGAIN = "Fetch it again; if it stays, tell the publisher."
# What can stand before the rows: one brace, no other list, and no sign that makes a quote part of a text.
_BEFORE = re.compile(rb'[ \t\r\n]*\{(?:[^{\[\\]*,)?[ \t\r\n]*"value"[ \t\r\n]*:[ \t\r\n]*\[')
_BLANK = re.compile(rb"[ \t\r\n]*")


class _Link(msgspec.Struct):
    """Only where a page leads; the third version and the fourth write it differently."""

    third: str | None = msgspec.field(default=None, name="odata.nextLink")
    fourth: str | None = msgspec.field(default=None, name="@odata.nextLink")
    value: msgspec.Raw = msgspec.Raw(_EMPTY)


def query(**options: str) -> str:
    """The part of an address after the question mark; options without a value are left out."""
    said = {name: value for name, value in options.items() if value}
    return "&".join(f"${name}={quote(value, safe=_ANYWAY)}" for name, value in said.items())


def walk(get: Getter, collection: str, address: str, asked: str, first: int = 1) -> int:
    """Keep every page of a collection, and say which number the next page would have.

    The link of a page names a host that may not be reachable; only its question is followed, at the
    address that was asked.

    Args:
        get: what asks and keeps.
        collection: the name of the collection; pages are called ``collection/000001``.
        address: where it is asked, without a question.
        asked: the question of the first page.
        first: the number of the first page.

    Raises:
        InputError: a page is not what was promised, or the pages run in a circle.

    """
    seen, number = set[str](), first
    while True:
        seen.add(asked)
        name = f"{collection}/{number:06}"
        page = _linked(get.part(name, f"{address}?{asked}" if asked else address), name)
        number += 1
        asked = _following(page, asked, collection, name)
        if not asked:
            return number
        if asked in seen:
            raise InputError("the page leads to one that was read before.", where=name, do=AGAIN)


def rows_between(data: bytes) -> tuple[int, int] | None:
    """Where the rows of a page begin and end; nothing if that takes reading them, or if it is no page.

    The only list of the page must be that of its rows, so that it ends at the last bracket; as long as
    quotes come in pairs before and after, the brackets are no part of a text.
    """
    before, stop = _BEFORE.match(data), data.rfind(b"]")
    if before is None or stop < before.end() or data.find(b"[", before.end()) >= 0:
        return None
    after = data[stop:]
    if before[0].count(b'"') % 2 or after.count(b'"') % 2 or b"\\" in after:
        return None
    try:
        msgspec.json.decode(before[0] + after, type=_Link)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return before.end(), stop


def _linked(data: bytes, name: str) -> _Link:
    """Where a page leads, without reading its rows if possible."""
    start, stop = rows_between(data) or (0, 0)
    some = b"" if _BLANK.fullmatch(data, start, stop) else b"0"
    return decode(_Link, data[:start] + some + data[stop:], name)


def _following(page: _Link, asked: str, collection: str, name: str) -> str:
    link = page.third or page.fourth
    if not link:
        return ""
    parts = urlsplit(link)
    leads = parts.path.rstrip("/").rpartition("/")[2]
    if not parts.query or leads not in ("", collection):
        raise InputError(f"the page leads to '{link[:80]}', which is no page of it.", where=name, do=AGAIN)
    if bytes(page.value) == _EMPTY:
        raise InputError("the page is empty and leads on.", where=name, do=AGAIN)
    kept = "&$format=json" if "$format=json" in asked and "format=json" not in parts.query else ""
    return parts.query + kept


class Remembered:
    """Asks through a getter and remembers the parts, for lists of codes that shape the next question."""

    def __init__(self, get: Getter) -> None:
        """Ask through this one."""
        self._get = get
        self._held: dict[str, bytes] = {}

    def peek(self, address: str) -> bytes:
        """A reply that is not kept."""
        return self._get.peek(address)

    def part(self, name: str, address: str) -> bytes:
        """A reply that is kept."""
        self._held[name] = self._get.part(name, address)
        return self._held[name]

    def names(self, start: str = "") -> list[str]:
        """The names that begin with a text, sorted."""
        return sorted(name for name in self._held if name.startswith(start))

    def __getitem__(self, name: str) -> bytes:
        return self._held[name]


def decode(kind: type[T], data: bytes, part: str) -> T:
    """Read a part as what it must be.

    Raises:
        InputError: it is no JSON, or something is missing or of another kind; names the part and the column.

    """
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise refused(error, data, part) from error


def refused(error: Exception, data: bytes, part: str) -> InputError:
    """What is said of a part that cannot be read."""
    if not data.strip():
        return InputError("the reply is empty.", where=part, do=AGAIN)
    if not isinstance(error, msgspec.ValidationError):
        start = data[:40].decode("utf-8", "replace").strip()
        return InputError(f"the reply is no JSON (it begins with '{start}'): {error}.", where=part, do=AGAIN)
    return InputError(f"the reply is not what was promised: {error}.", where=part, do=AGAIN)


def read_ahead(parts: Parts, start: str) -> Iterator[tuple[str, bytes]]:
    """The parts whose name begins with a text; while one is worked on, the next is unpacked beside it."""
    with ThreadPoolExecutor(max_workers=1) as beside:
        before: tuple[str, Future[bytes]] | None = None
        for name in parts.names(start):
            coming = name, beside.submit(parts.__getitem__, name)
            if before:
                yield before[0], before[1].result()
            before = coming
        if before:
            yield before[0], before[1].result()


def all_pages(kind: type[T], parts: Parts, collection: str) -> list[tuple[str, T]]:
    """Every page of a small collection, such as a list of codes.

    Raises:
        InputError: there is none, or one cannot be read.

    """
    names = parts.names(f"{collection}/")
    if not names:
        raise InputError(f"the reply with '{collection}' is not there.", where=collection, do=AGAIN)
    return [(name, decode(kind, parts[name], name)) for name in names]
