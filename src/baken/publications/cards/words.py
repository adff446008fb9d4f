# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of a picture inside its file, so that programs can read what it says (PNG, chunk iTXt)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from baken.publications.cards.model import Card

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER_ENDS = len(_SIGNATURE) + 25
"""The first chunk says how large the picture is, and has the same length in every file."""


def with_words(png: bytes, card: Card) -> bytes:
    """The same picture with its title, its description and its source as texts in the file."""
    described = ". ".join(one.rstrip(".") for one in (card.alternative, card.measure) if one) + "."
    told = {"Title": card.title, "Description": described, "Source": " ".join(card.feet)}
    texts = b"".join(_text(name, said, card.language.value) for name, said in told.items())
    return png[:_HEADER_ENDS] + texts + png[_HEADER_ENDS:]


def _text(name: str, said: str, language: str) -> bytes:
    # After the name: not compressed, by no method, the language, and no other name.
    body = name.encode() + b"\0\0\0" + language.encode() + b"\0\0" + said.encode()
    check = zlib.crc32(b"iTXt" + body)
    return struct.pack(">I", len(body)) + b"iTXt" + body + struct.pack(">I", check)


def words_in(png: bytes) -> Iterator[tuple[str, str]]:
    """The texts in a picture, each with its name; none where it is no PNG or has none."""
    at = len(_SIGNATURE) if png.startswith(_SIGNATURE) else len(png)
    while at + 8 <= len(png):
        size = int.from_bytes(png[at : at + 4], "big")
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        if kind == b"iTXt" and body.count(b"\0") >= 5:
            name, _, rest = body.partition(b"\0")
            yield name.decode("latin-1"), rest[2:].split(b"\0", 2)[-1].decode("utf-8")
        at += size + 12
