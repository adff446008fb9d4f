# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The safety analysis as PDF: by the standards for access and archives, the same every time, and complete."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from functools import cache
from typing import Any

import page
import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest

from baken.model.text import Language
from baken.publications.book.analysis import analysis_book
from baken.publications.book.model import Book, Bullets, Paragraph, Section, Voice
from baken.publications.pdf.finish import finished
from baken.publications.pdf.typesetting import pdf_of
from baken.publications.report_model import Cell, Table
from picture.helpers import EXAMPLE, MAASTRICHT, TODAY, published

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)


@cache
def made(code: str, language: Language = Language.NL) -> bytes:
    return pdf_of(analysis_book(published(code), language))


@cache
def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        pages = [one.get_textpage().get_text_range() for one in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())


def book(*blocks: Any, title: str = "Titel", language: Language = Language.NL) -> Book:
    chapter = Section("Hoofdstuk", tuple(blocks))
    return Book(
        language=language,
        title=title,
        subtitle="Onder",
        author="Gemeente",
        day=TODAY,
        stamp=("Editie",),
        chapters=(chapter,),
    )


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every element of the structure."""
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        below = waiting.pop().get("/K")
        for one in below if isinstance(below, pikepdf.Array) else [below]:
            if isinstance(one, pikepdf.Dictionary) and "/S" in one:
                yield one
                waiting.append(one)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize(("code", "language"), [(MAASTRICHT, Language.NL), (EXAMPLE, Language.EN)])
def test_it_meets_the_standards_for_access_and_archives(code: str, language: Language, profile: Any) -> None:
    report = page.validate_pdf_bytes(made(code, language), profile=profile)
    assert report.is_compliant, [str(one) for one in report.failures[:3]]


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert pdf_of(analysis_book(published(MAASTRICHT), Language.NL)) == made(MAASTRICHT)


def test_no_font_of_the_machine_is_in_it() -> None:
    with pikepdf.open(io.BytesIO(made(MAASTRICHT))) as pdf:
        names = {
            str(one.BaseFont).partition("+")[2]
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font" and "/BaseFont" in one
        }
    assert names
    assert {name for name in names if not name.startswith("SourceSansPro")} == set()


def test_each_sentence_about_an_indicator_can_be_found_in_it() -> None:
    text = (
        text_of(made(MAASTRICHT))
        .replace("\u00ad", "")
        .replace("\ufffe", "")
        .replace("-", "")
        .replace(" ", "")
    )
    said = [one.sentence.nl for one in published(MAASTRICHT).records if one.sentence]
    assert said
    for sentence in said:
        bare = sentence.replace("-", "").replace("\u00a0", " ").replace(" ", "")
        assert bare[:60] in text, sentence


def test_every_row_of_a_table_is_named_and_every_drawing_described() -> None:
    with pikepdf.open(io.BytesIO(made(EXAMPLE))) as pdf:
        found = list(elements(pdf))
        rows = [one for one in found if one.S == "/TBody"]
        for body in rows:
            for row in body.K:
                first = row.K[0] if isinstance(row.K, pikepdf.Array) else row.K
                assert first.S == "/TH"
                assert first.A.Scope == "/Row"
        assert len(rows) > 10
        drawings = [one for one in found if one.S == "/Figure"]
        assert len(drawings) > 10
        assert all(str(one.get("/Alt", "")) for one in drawings)


@pytest.mark.parametrize(
    "words",
    [
        "#set page(width: 1cm)",
        "$x$ @reference <label> *bold* _under_ `code` \\",
        "= geen kop",
        '"); #read("/etc/passwd")',
        "Łódź, Gënt, ’s-Gravenhage, 1 ≤ 2",
        "x" * 300,
    ],
)
def test_words_are_never_taken_for_markup(words: str) -> None:
    data = pdf_of(book(Paragraph(words), Bullets((words,)), title=words[:60]))
    found = text_of(data).replace("\ufffe", "").replace(" ", "").replace("-", "")
    bare = words.replace(" ", "").replace("-", "")
    assert bare[:40] in found
    assert page.validate_pdf_bytes(data, profile=PROFILES[0]).is_compliant


def test_a_table_without_rows_and_one_of_many_columns() -> None:
    headers = tuple(f"kolom {number}" for number in range(12))
    wide = Table("Breed", headers, (tuple(Cell(f"waarde {number}") for number in range(12)),) * 200)
    data = pdf_of(book(Table("Leeg", ("a", "b"), ()), wide, Paragraph("geen", Voice.MISSING)))
    for profile in PROFILES:
        assert page.validate_pdf_bytes(data, profile=profile).is_compliant
    assert text_of(data).count("waarde 11") == 200


def test_a_stream_that_ends_in_a_carriage_return_is_written_otherwise() -> None:
    with pikepdf.open(io.BytesIO(pdf_of(book(Paragraph("tekst"))))) as pdf:
        # Compressed bytes end in a checksum of the content: look for content whose checksum ends so.
        texts = (b"% " + b"a" * number + b"\n" for number in range(256))
        content = next(one for one in texts if zlib.compress(one).endswith(b"\r"))
        pdf.Root.Probe = pdf.make_indirect(pikepdf.Stream(pdf, b""))
        pdf.Root.Probe.write(zlib.compress(content), filter=pikepdf.Name.FlateDecode)
        out = io.BytesIO()
        pdf.save(out, compress_streams=False)
    again = finished(out.getvalue())
    assert finished(out.getvalue()) == again
    with pikepdf.open(io.BytesIO(again)) as pdf:
        assert pdf.Root.Probe.read_bytes() == content
        raw = [one.read_raw_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        assert not [one for one in raw if one.endswith(b"\r")]
