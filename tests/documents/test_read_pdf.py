# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""PDF documents, written by hand: sentences made whole, margins left out, links, scans, damage, speed."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from baken.documents.document import BlockKind, Document, read_document
from baken.model.errors import InputError

HEIGHT = 842


@dataclass
class Page:
    """Lines (x, y, size, text; bold with a negative size) and links (left, bottom, right, top, target)."""

    lines: Sequence[tuple[float, float, float, str]] = ()
    links: Sequence[tuple[float, float, float, float, str]] = ()
    picture: bool = False
    extra: dict[str, str] = field(default_factory=dict)


def pdf(pages: Sequence[Page], trailer: str = "") -> bytes:
    """A small PDF; targets are addresses, or "3" for page 3, or "" for nowhere."""
    objects: list[bytes] = [b"", b""]

    def add(body: str, stream: str | None = None) -> int:
        data = body.encode("latin-1")
        if stream is not None:
            content = stream.encode("latin-1")
            data = f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"
        objects.append(data)
        return len(objects)

    encoding = "/Encoding /WinAnsiEncoding"
    plain = add(f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica {encoding} >>")
    bold = add(f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold {encoding} >>")
    first_page = len(objects) + 1
    numbers = []
    sizes = [2 + len(page.links) for page in pages]
    for index, page in enumerate(pages):
        own = first_page + sum(sizes[:index])
        words = "".join(
            f"BT /{'B' if size < 0 else 'F'} {abs(size)} Tf 1 0 0 1 {x} {y} Tm ({_escaped(text)}) Tj ET\n"
            for x, y, size, text in page.lines
        )
        words += "0 0 1 rg 50 50 400 600 re f\n" if page.picture else ""
        annots = " ".join(f"{own + 2 + n} 0 R" for n in range(len(page.links)))
        extra = " ".join(f"/{key} {value}" for key, value in page.extra.items())
        numbers.append(
            add(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 {HEIGHT}] /Contents {own + 1} 0 R {extra} "
                f"/Annots [{annots}] /Resources << /Font << /F {plain} 0 R /B {bold} 0 R >> >> >>"
            )
        )
        add("", words)
        for left, bottom, right, top, target in page.links:
            where = f"/Rect [{left} {bottom} {right} {top}]"
            leads = f"/A << /S /URI /URI ({target}) >>" if target else ""
            if target.isdigit():
                there = first_page + sum(sizes[: int(target) - 1])
                leads = f"/Dest [{there} 0 R /Fit]"
            add(f"<< /Type /Annot /Subtype /Link {where} {leads} >>")
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects[1] = f"<< /Type /Pages /Kids [{kids}] /Count {len(numbers)} >>".encode()
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n"
    return out + f"{end}startxref\n{len(out)}\n%%EOF\n".encode()


def _escaped(text: str) -> str:
    kept = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return kept.replace("•", "\x95").replace("–", "\x96").replace("’", "\x92")


def text_lines(
    *texts: str, top: float = 700, size: float = 11, x: float = 70
) -> list[tuple[float, float, float, str]]:
    return [(x, top - 14 * number, size, text) for number, text in enumerate(texts)]


def read(tmp_path: Path, pages: Sequence[Page], trailer: str = "") -> Document:
    path = tmp_path / "nota.pdf"
    path.write_bytes(pdf(pages, trailer))
    return read_document(path)


def told(document: Document) -> list[tuple[int, str, str]]:
    return [(block.page, block.kind.value, block.span.of(document.text)) for block in document.blocks]


LONG = (
    "De gemeente werkt samen met de politie en met bewoners aan een veilige wijk, en dat doet zij",
    "al jaren met succes. De raad heeft daarvoor in het voorjaar van dit jaar een programma vast-",
    "gesteld. De politie-",
    "eenheid en het Zorg-",
    "en Veiligheidshuis werken daarin samen met alle andere organisaties in de stad en",
)


def test_sentences_words_and_pages_are_made_whole(tmp_path: Path) -> None:
    first = [(70, 740, 20, "Veiligheid in Voorbeeldstad"), *text_lines(*LONG)]
    second = text_lines("in de regio. Dat staat in de nota.", top=760)
    document = read(tmp_path, [Page(first), Page(second)])
    assert told(document)[0] == (1, "heading", "Veiligheid in Voorbeeldstad")
    assert document.blocks[1].span.of(document.text) == (
        "De gemeente werkt samen met de politie en met bewoners aan een veilige wijk, en dat doet zij al "
        "jaren met succes. De raad heeft daarvoor in het voorjaar van dit jaar een programma vastgesteld. De "
        "politie-eenheid en het Zorg- en Veiligheidshuis werken daarin samen met alle andere organisaties in "
        "de stad en in de regio. Dat staat in de nota."
    )
    assert len(document.blocks) == 2
    assert document.pages == 2
    end = document.text.index("in de regio")
    assert document.place(type(document.blocks[0].span)(end, end + 2)).words.nl == "pagina 2"


def test_headers_footers_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    pages = [
        Page(
            [
                (70, 810, 8, "Gemeente Voorbeeldstad"),
                *text_lines(f"Op bladzijde nummer {'abcd'[n]} staat een eigen verhaal over de wijk."),
                (70, 40, 8, "Nota veiligheid, versie 2"),
                (300, 30, 8, f"Pagina {n + 1} van 4" if n % 2 else f"{n + 1}"),
            ]
        )
        for n in range(4)
    ]
    document = read(tmp_path, pages)
    assert document.text == " ".join(
        f"Op bladzijde nummer {letter} staat een eigen verhaal over de wijk." for letter in "abcd"
    )


def test_items_rows_and_bold_headings(tmp_path: Path) -> None:
    lines = [
        (70, 700, -11, "Onze keuzes"),
        (70, 680, 11, "Wij kiezen voor drie onderwerpen waar de stad in de komende jaren aan werkt:"),
        (80, 666, 11, "•"),
        (110, 666, 11, "Jeugd en overlast"),
        (80, 652, 11, "•"),
        (110, 652, 11, "Wonen"),
        (70, 620, 11, "Indicator"),
        (300, 620, 11, "2023"),
        (400, 620, 11, "2024"),
        (70, 606, 11, "Woninginbraken per 1.000"),
        (300, 606, 11, "3,4"),
        (400, 606, 11, "1.234"),
    ]
    assert told(read(tmp_path, [Page(lines)])) == [
        (1, "heading", "Onze keuzes"),
        (1, "paragraph", "Wij kiezen voor drie onderwerpen waar de stad in de komende jaren aan werkt:"),
        (1, "item", "Jeugd en overlast"),
        (1, "item", "Wonen"),
        (1, "row", "Indicator | 2023 | 2024"),
        (1, "row", "Woninginbraken per 1.000 | 3,4 | 1.234"),
    ]


def test_links_keep_their_words_and_target(tmp_path: Path) -> None:
    lines = [
        (70, 700, 11, "Lees het hele stuk"),
        (70, 660, 11, "Zie bijlage twee."),
        (70, 620, 11, "Niets hier"),
    ]
    links = [
        (94, 697, 200, 712, "https://example.org/stuk"),
        (60, 657, 300, 672, "2"),
        (60, 617, 300, 632, ""),
    ]
    document = read(tmp_path, [Page(lines, links), Page(text_lines("Bijlage"))])
    assert [(link.span.of(document.text), link.target) for link in document.links] == [
        ("het hele stuk", "https://example.org/stuk"),
        ("Zie bijlage twee.", "#page=2"),
        ("Niets hier", ""),
    ]
    assert "page=2" in document.anchors


def test_a_link_over_two_lines_is_one(tmp_path: Path) -> None:
    lines = text_lines(
        "De raad las in het voorjaar van dit jaar al de gehele nota", "over veiligheid en besloot."
    )
    links = [(300, 697, 500, 712, "https://example.org"), (60, 683, 142, 698, "https://example.org")]
    document = read(tmp_path, [Page(lines, links)])
    assert len(document.links) == 1
    assert document.links[0].span.of(document.text) == "hele nota over veiligheid"


def test_a_turned_page_reads_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "nota.pdf"
    data = pdf([Page([(1, 1, 11, "XX")], extra={"Rotate": "90"})])
    turned = (
        "BT /F 11 Tf 0 1 -1 0 {0} 60 Tm (Een liggende bladzijde) Tj ET "
        "BT /F 11 Tf 0 1 -1 0 {1} 60 Tm (met tekst.) Tj ET"
    )
    stream = turned.format(300, 314)
    old = b"BT /F 11 Tf 1 0 0 1 1 1 Tm (XX) Tj ET\n"
    data = data.replace(f"/Length {len(old)} ".encode(), f"/Length {len(stream)} ".encode())
    path.write_bytes(data.replace(old, stream.encode()))
    assert read_document(path).text == "Een liggende bladzijde met tekst."


def test_scans_are_refused_and_single_scanned_pages_counted(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"2 of 3 pages hold pictures and no text"):
        read(tmp_path, [Page(picture=True), Page(picture=True), Page()])
    document = read(tmp_path, [Page(text_lines("Er staat hier tekst.")), Page(picture=True), Page()])
    assert (document.pages, document.unread_pages) == (3, 1)
    with pytest.raises(InputError, match="holds no text"):
        read(tmp_path, [Page()])


def test_a_password_is_named(tmp_path: Path) -> None:
    lock = "/Encrypt << /Filter /Standard /V 1 /R 2 /O <" + "11" * 32 + "> /U <" + "22" * 32 + "> /P -4 >>"
    with pytest.raises(InputError, match="protected with a password"):
        read(tmp_path, [Page(text_lines("Geheim"))], f"{lock} /ID [<{'33' * 16}> <{'33' * 16}>]")


def test_too_many_pages_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="more than 2,000 pages"):
        read(tmp_path, [Page()] * 2001)


def test_damage_never_gives_another_error(tmp_path: Path) -> None:
    good = pdf([Page([*text_lines(*LONG)], [(60, 657, 300, 712, "https://example.org")]), Page(picture=True)])
    chance = random.Random(7)
    path = tmp_path / "nota.pdf"
    for _ in range(250):
        data = bytearray(good)
        for _ in range(chance.choice((1, 3, 20))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data[: chance.randrange(1, len(data))] if chance.random() < 0.3 else data)
        with suppress(InputError):
            assert read_document(path).text


def test_a_hundred_pages_are_read_at_once(tmp_path: Path) -> None:
    chance = random.Random(1)
    words = ("de", "wijk", "van", "aantal", "woninginbraken", "politie", "bewoners", "cijfers", "overlast")

    def line() -> str:
        return " ".join(chance.choice(words) for _ in range(11))

    pages = [Page(text_lines(*(line() for _ in range(42)), top=740)) for _ in range(100)]
    path = tmp_path / "nota.pdf"
    path.write_bytes(pdf(pages))
    took = []
    for _ in range(3):
        start = time.process_time()
        document = read_document(path)
        took.append(time.process_time() - start)
    assert document.pages == 100
    assert min(took) < 1.5
    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}
