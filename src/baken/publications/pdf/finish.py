# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The last touch on a PDF: row headers in its tables, and streams whose ends nobody can misread.

The typesetter marks column headers only; PDF/UA-1 asks for row headers too (ISO 14289-1, 7.5). A stream whose
last byte is a carriage return reads as if that byte belonged to the line end after it (ISO 19005-2).
"""

from __future__ import annotations

import io
from base64 import a85encode
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream


def finished(data: bytes) -> bytes:
    """The same PDF with row headers and unmistakable streams. The same bytes in give the same bytes out."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        root = pdf.Root.get("/StructTreeRoot")
        if root is not None:
            for row in _rows(root):
                _name_row(row)
        for one in pdf.objects:
            if isinstance(one, Stream):
                _end_well(one)
        out = io.BytesIO()
        # Every stream stays as it is packed now.
        pdf.save(out, deterministic_id=True, compress_streams=False)
        return out.getvalue()


def _end_well(stream: Stream) -> None:
    """Write a stream that ends in a carriage return in letters, which it then does not."""
    packed = stream.read_raw_bytes()
    if packed.endswith(b"\r") and stream.get("/Filter") == Name.FlateDecode:
        letters = a85encode(packed) + b"~>"
        stream.write(letters, filter=Array([Name.ASCII85Decode, Name.FlateDecode]))


def _rows(element: Object) -> Iterator[Object]:
    """Every row of the body of a table, anywhere below an element."""
    for child in _children(element):
        if child.get("/S") == Name.TBody:
            yield from (row for row in _children(child) if row.get("/S") == Name.TR)
        else:
            yield from _rows(child)


def _children(element: Object) -> Iterator[Object]:
    below = element.get("/K")
    if below is None:
        return
    for one in below if isinstance(below, Array) else [below]:
        if isinstance(one, Dictionary) and "/S" in one:
            yield one


def _name_row(row: Object) -> None:
    first = next(_children(row), None)
    if first is not None and first.get("/S") == Name.TD:
        first.S = Name.TH
        first.A = Dictionary(O=Name.Table, Scope=Name.Row)
