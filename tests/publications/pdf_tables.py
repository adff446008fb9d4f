# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of a tagged PDF, as a screen reader hears them: whole, also across pages."""

from __future__ import annotations

import ctypes
import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

Marks = dict[tuple[int, int], str]
"""The text of each marked content, by page and number."""


@dataclass(frozen=True)
class PdfTable:
    """A table with what stands before it: its caption, or the heading where it has none."""

    caption: str
    rows: list[list[str]]


@cache
def tables_of(data: bytes) -> list[PdfTable]:
    """Every table of a document, in the order of its structure."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = {one.obj.objgen: number for number, one in enumerate(pdf.pages)}
        return list(_tables(pdf.Root.StructTreeRoot, marks_of(data), numbers))


@cache
def marks_of(data: bytes) -> Marks:
    found: Marks = defaultdict(str)
    document = pypdfium2.PdfDocument(data)
    for number, page in enumerate(document):
        text = page.get_textpage()
        for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            mark = pdfium.FPDFPageObj_GetMarkedContentID(one.raw)
            length = pdfium.FPDFTextObj_GetText(one.raw, text.raw, None, 0)
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDFTextObj_GetText(
                one.raw, text.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length
            )
            found[number, mark] += buffer.raw.decode("utf-16-le").rstrip("\0")
        text.close()
        page.close()
    document.close()
    return found


def _below(element: Any) -> list[Any]:
    held = element.get("/K")
    if held is None:
        return []
    return list(held) if isinstance(held, pikepdf.Array) else [held]


def text_of(element: Any, marks: Marks, numbers: dict[Any, int]) -> str:
    words = []
    for one in _below(element):
        if isinstance(one, int):
            words.append(marks[numbers[element.Pg.objgen], int(one)])
        elif one.get("/Type") == "/MCR":
            page = one.get("/Pg", element.get("/Pg"))
            words.append(marks[numbers[page.objgen], int(one.MCID)])
        elif "/S" in one:
            words.append(text_of(one, marks, numbers))
    whole = "".join(words).replace("\u00ad", "").replace("\ufffe", "").replace("\u00a0", " ")
    return " ".join(whole.split())


def _tables(root: Any, marks: Marks, numbers: dict[Any, int]) -> Iterator[PdfTable]:
    said = ""
    for element in elements(root):
        kind = str(element.S)
        if kind in {"/Caption", "/H1", "/H2", "/H3", "/H4"}:
            said = text_of(element, marks, numbers)
        elif kind == "/Table":
            rows = [one for one in elements(element) if one.S == "/TR"]
            caption = [one for one in _below(element) if one.get("/S") == "/Caption"]
            yield PdfTable(
                text_of(caption[0], marks, numbers) if caption else said,
                [[text_of(cell, marks, numbers) for cell in _below(row)] for row in rows],
            )


def elements(root: Any) -> Iterator[Any]:
    for one in _below(root):
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            yield one
            yield from elements(one)
