# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Answers that arrive whole and yet are wrong: what a publisher or something in between gets wrong."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

from baken.replay.messages import Reply, Request

Row = dict[str, Any]
_FIGURE = re.compile(r"\w+_\d+")
_BLOCK = 2**20


def with_rows(reply: Reply, change: Callable[[list[Row]], None]) -> Reply:
    """The same reply with other rows; a reply without rows stays as it is."""
    try:
        document = json.loads(reply.content)
    except ValueError:
        return reply
    rows = document.get("value") if isinstance(document, dict) else None
    if isinstance(rows, list) and rows and isinstance(rows[0], dict):
        change(rows)
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    return replace(reply, body=(body,))


def rename(rows: list[Row]) -> None:
    """The column with figures gets another name."""
    old = figure(rows[0])
    new = f"{old.rpartition('_')[0] or old}_99"
    rows[:] = [{new if name == old else name: value for name, value in row.items()} for row in rows]


def add_code(rows: list[Row]) -> None:
    """The first row gets a code that no list of codes holds."""
    name = next((name for name, value in rows[0].items() if isinstance(value, str)), "")
    rows[0][name] = "9.9.9".ljust(len(rows[0].get(name, "")))


def duplicate(rows: list[Row]) -> None:
    """The first row stands there twice."""
    rows.insert(1, dict(rows[0]))


def retype(rows: list[Row]) -> None:
    """The first figure is a text."""
    rows[0][figure(rows[0])] = "n.b."


def figure(row: Row) -> str:
    """The name of the column with figures: GeregistreerdeMisdrijven_1, Value, or else the last."""
    numbered = (name for name in row if _FIGURE.fullmatch(name))
    return next(numbered, "Value" if "Value" in row else list(row)[-1])


def moved(request: Request, rows: int) -> Request:
    """The same request, so many rows further on or back."""
    given = parse_qsl(request.query, keep_blank_values=True)
    skip = max(0, int(dict(given).get("$skip", "0")) + rows)
    rest = [(name, text) for name, text in given if name != "$skip"]
    return replace(request, query=urlencode([*rest, ("$skip", str(skip))]))


def with_link_of(reply: Reply, other: Reply) -> Reply:
    """A reply with the link to the next page that another reply has."""
    document, right = json.loads(reply.content), json.loads(other.content)
    for name in ("odata.nextLink", "@odata.nextLink"):
        document.pop(name, None)
        if name in right:
            document[name] = right[name]
    return replace(reply, body=(json.dumps(document, ensure_ascii=False).encode(),))


def bomb(mebibytes: int) -> Iterator[bytes]:
    """A small gzip file that becomes very large: made as it is sent, with a checksum that is right.

    A block of spaces is packed once and repeated, so it costs next to nothing to whoever stops early.
    """
    block = b" " * _BLOCK
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    yield bytes.fromhex("1f8b08000000000002ff")
    checksum = 0
    for _ in range(mebibytes):
        yield packed
        checksum = zlib.crc32(block, checksum)
    # An empty last block, then the checksum and the length.
    size = mebibytes * _BLOCK % 2**32
    yield bytes.fromhex("0300") + checksum.to_bytes(4, "little") + size.to_bytes(4, "little")
