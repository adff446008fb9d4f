# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Word, PowerPoint and OpenDocument files: what stands in them, what leads where, and what is refused."""

from __future__ import annotations

import io
import random
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from baken.documents import read_package, read_pieces
from baken.documents.document import Document, Form, read_document
from baken.model.errors import InputError

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def relations(*rows: tuple[str, str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="{key}" Type="{TYPES}/{kind}" Target="{target}" '
        f'TargetMode="{"External" if kind == "hyperlink" else "Internal"}"/>'
        for key, kind, target in rows
    )
    return f'<Relationships xmlns="x">{listed}</Relationships>'


def word(body: str, rows: tuple[tuple[str, str, str], ...] = (), **parts: str) -> bytes:
    """A Word document around the elements of a body."""
    return packed(
        {
            "_rels/.rels": relations(("r0", "officeDocument", "word/document.xml")),
            "word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": relations(*rows),
            **{f"word/{name}.xml": text for name, text in parts.items()},
        }
    )


def p(*runs: str, looks: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{looks}</w:pPr>' if looks else ''}{''.join(runs)}</w:p>"


def r(text: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def read(tmp_path: Path, data: bytes, name: str = "nota.docx") -> Document:
    path = tmp_path / name
    path.write_bytes(data)
    return read_document(path)


def told(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(document.text)) for block in document.blocks]


def links(document: Document) -> list[tuple[str, str]]:
    return [(link.span.of(document.text), link.target) for link in document.links]


@pytest.fixture(scope="module")
def usual_word() -> bytes:
    import docx

    made = docx.Document()
    made.add_heading("Veiligheid in Voorbeeldstad", 0)
    made.add_heading("Aanleiding", 1)
    made.add_paragraph("Het aantal inbraken daalde met 12,5%").add_run(" in 2024.").bold = True
    made.add_paragraph("Meer toezicht", style="List Bullet")
    made.add_paragraph("Minder overlast", style="List Number")
    made.add_paragraph("• Met de hand gezet")
    table = made.add_table(2, 3)
    for row, words in zip(table.rows, (("Buurt", "2023", "2024"), ("Noord", "1.234", "3,4")), strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    made.add_paragraph().add_run("Vet is een kop").bold = True
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def usual_slides() -> bytes:
    from pptx import Presentation
    from pptx.util import Inches

    deck = Presentation()
    one = deck.slides.add_slide(deck.slide_layouts[1])
    one.shapes.title.text = "Waar komen we\vvandaan?"
    one.placeholders[1].text = "Ondermijning\nOverlast"
    one.notes_slide.notes_text_frame.text = "Vertel hier iets bij."
    two = deck.slides.add_slide(deck.slide_layouts[5])
    table = two.shapes.add_table(2, 2, 0, 0, Inches(3), Inches(1)).table
    for number, words in enumerate(("Buurt", "2024", "Noord", "1.234")):
        table.cell(number // 2, number % 2).text = words
    two.shapes.title.text = "Cijfers"
    two.shapes.add_group_shape().shapes.add_textbox(0, 0, 9, 9).text_frame.text = "In een groep"
    paragraph = two.shapes.add_textbox(0, 0, 9, 9).text_frame.paragraphs[0]
    for words, address in (
        ("Lees ", None),
        ("het stuk", "https://example.org"),
        (" of ", None),
        ("dit", "#"),
    ):
        run = paragraph.add_run()
        run.text = words
        if address:
            run.hyperlink.address = address
    shape = two.shapes.add_textbox(0, 0, 9, 9)
    shape.text_frame.text = "Terug naar het begin"
    shape.click_action.target_slide = one
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def test_headings_items_and_tables_of_word(tmp_path: Path, usual_word: bytes) -> None:
    document = read(tmp_path, usual_word)
    assert told(document) == [
        ("heading", "Veiligheid in Voorbeeldstad"),
        ("heading", "Aanleiding"),
        ("paragraph", "Het aantal inbraken daalde met 12,5% in 2024."),
        ("item", "Meer toezicht"),
        ("item", "Minder overlast"),
        ("item", "Met de hand gezet"),
        ("row", "Buurt | 2023 | 2024"),
        ("row", "Noord | 1.234 | 3,4"),
        ("heading", "Vet is een kop"),
    ]
    assert (document.form, document.pages, document.name) == (Form.WORD, 0, "nota.docx")


def test_links_of_word(tmp_path: Path) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://e.org/b" \\l '
        '"deel"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("een")
        + r(" veld")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = p(
        r("Zie "),
        f'<w:hyperlink r:id="a">{r("het ")}{r("stuk")}</w:hyperlink>',
        r(", "),
        f'<w:hyperlink w:anchor="kop">{r("kop")}</w:hyperlink>',
        r(", "),
        f"<w:hyperlink>{r('niets')}</w:hyperlink>",
        r(" en "),
        field,
        '<w:bookmarkStart w:id="1" w:name="kop"/>',
    )
    document = read(tmp_path, word(body, (("a", "hyperlink", "https://e.org/a"),)))
    assert document.text == "Zie het stuk, kop, niets en een veld"
    assert links(document) == [
        ("het stuk", "https://e.org/a"),
        ("kop", "#kop"),
        ("niets", ""),
        ("een veld", "https://e.org/b#deel"),
    ]
    assert document.anchors == {"kop"}


def test_notes_changes_and_boxes_of_word(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{p(r('In een kader.'))}</w:txbxContent>"
    body = p(
        r("Zin met een noot"),
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        f"<w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:ins>{r(' en meer')}</w:ins>",
        r("onzichtbaar", "<w:vanish/>"),
        "<w:r><w:t>, veilig</w:t><w:softHyphen/><w:t>heid.</w:t></w:r>",
        f"<w:r><mc:AlternateContent xmlns:mc='m'><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r>",
    )
    notes = (
        f'<w:footnotes {W} {R}><w:footnote w:type="separator" w:id="0">{p(r("x"))}</w:footnote>'
        f'<w:footnote w:id="2">{p(r("Bron: eigen telling."))}</w:footnote></w:footnotes>'
    )
    document = read(tmp_path, word(body, (("n", "footnotes", "footnotes.xml"),), footnotes=notes))
    assert told(document) == [
        ("paragraph", "Zin met een noot en meer, veiligheid."),
        ("note", "Bron: eigen telling."),
        ("paragraph", "In een kader."),
    ]


def test_a_table_for_the_looks_of_the_page_and_breaks_of_lines(tmp_path: Path) -> None:
    cell = p(r("Kop"), looks='<w:outlineLvl w:val="0"/>') + p(
        "<w:r><w:t>Eerst dit.</w:t><w:br/><w:t>Dan een zin die</w:t><w:br/><w:t>doorloopt.</w:t></w:r>"
    )
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p(r("Samen"))}</w:tc>'
    row = f"<w:tr>{wide}<w:tc>{p(r('9'))}</w:tc></w:tr>"
    body = f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl><w:tbl>{row}</w:tbl>"
    assert told(read(tmp_path, word(body))) == [
        ("heading", "Kop"),
        ("paragraph", "Eerst dit."),
        ("paragraph", "Dan een zin die doorloopt."),
        ("row", "Samen | | 9"),
    ]


def test_slides(tmp_path: Path, usual_slides: bytes) -> None:
    document = read(tmp_path, usual_slides, "dia's.pptx")
    assert [(block.page, *words) for block, words in zip(document.blocks, told(document), strict=True)] == [
        (1, "heading", "Waar komen we vandaan?"),
        (1, "item", "Ondermijning"),
        (1, "item", "Overlast"),
        (1, "note", "Vertel hier iets bij."),
        (2, "heading", "Cijfers"),
        (2, "row", "Buurt | 2024"),
        (2, "row", "Noord | 1.234"),
        (2, "paragraph", "In een groep"),
        (2, "paragraph", "Lees het stuk of dit"),
        (2, "paragraph", "Terug naar het begin"),
    ]
    assert links(document) == [
        ("het stuk", "https://example.org"),
        ("dit", "#"),
        ("Terug naar het begin", "#slide=1"),
    ]
    assert (document.form, document.pages) == (Form.SLIDES, 2)
    assert document.place(document.links[0].span).words.nl == "dia 2"


def odf(kind: str, body: str) -> bytes:
    names = "".join(
        f' xmlns:{name}="{name}"' for name in ("office", "text", "table", "draw", "presentation", "x")
    )
    content = f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
    return packed({"content.xml": f"<office:document{names}>{content}</office:document>"})


def test_open_document_text(tmp_path: Path) -> None:
    body = (
        "<text:h>Aanleiding</text:h><text:p>Zie <text:a x:href='https://e.org'>het "
        "<text:span>stuk</text:span></text:a>.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Bron.</text:p>"
        "</text:note-body></text:note></text:p><text:list><text:list-item><text:p>Punt</text:p>"
        "</text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>Noord</text:p>"
        "</table:table-cell><table:table-cell><text:p>3,4</text:p></table:table-cell></table:table-row>"
        "</table:table>"
    )
    document = read(tmp_path, odf("text", body), "nota.odt")
    assert told(document) == [
        ("heading", "Aanleiding"),
        ("paragraph", "Zie het stuk."),
        ("note", "Bron."),
        ("item", "Punt"),
        ("row", "Noord | 3,4"),
    ]
    assert links(document) == [("het stuk", "https://e.org")]


def test_open_document_slides(tmp_path: Path) -> None:
    page = (
        "<draw:page draw:name='een'><draw:frame><draw:text-box><text:p>Tekst</text:p></draw:text-box>"
        "</draw:frame>"
        "<draw:frame presentation:class='title'><draw:text-box><text:p>Kop</text:p></draw:text-box>"
        "</draw:frame>"
        "<presentation:notes><draw:frame><draw:text-box><text:p>Noot</text:p></draw:text-box></draw:frame>"
        "</presentation:notes></draw:page>"
    )
    document = read(tmp_path, odf("presentation", page), "dia.odp")
    assert told(document) == [("heading", "Kop"), ("paragraph", "Tekst"), ("note", "Noot")]
    assert document.pages == 1


def refused(tmp_path: Path, data: bytes, why: str, name: str = "nota.docx") -> None:
    with pytest.raises(InputError, match=why) as caught:
        read(tmp_path, data, name)
    assert "\n" not in str(caught.value)
    assert name in str(caught.value)


def test_what_is_no_word_document_is_refused(tmp_path: Path, usual_slides: bytes) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    refused(tmp_path, b"Gewone tekst", "not a Word document")
    refused(tmp_path, usual_slides, "not a Word document")
    refused(tmp_path, old + b"WordDocument", "old kind")
    refused(tmp_path, old + "EncryptedPackage".encode("utf-16-le"), "protected with a password")
    refused(tmp_path, old + "EncryptedPackage".encode("utf-16-le"), "protected with a password", "dia.pptx")
    refused(tmp_path, word(""), "holds no text")
    refused(tmp_path, b"PK\x03\x04", "not a PowerPoint", "dia.pptx")
    locked = packed({"content.xml": "<x/>", "META-INF/manifest.xml": "<m><encryption-data/></m>"})
    refused(tmp_path, locked, "protected with a password", "nota.odt")


def test_bombs_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entities = '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;">]>'
    laughs = f"{entities}<w:document {W}><w:body>&b;</w:body></w:document>"
    parts = {"_rels/.rels": relations(("r0", "officeDocument", "d.xml"))}
    refused(tmp_path, packed({**parts, "d.xml": laughs}), "defines entities")
    deep = f"<w:document {W}><w:body>{'<w:sdt>' * 5000}{'</w:sdt>' * 5000}</w:body></w:document>"
    refused(tmp_path, packed({**parts, "d.xml": deep}), "unpacked, the file is larger")
    monkeypatch.setattr(read_package, "_MOST_ELEMENTS", 5000)
    refused(tmp_path, word("<w:p/>" * 5001), "unpacked, the file is larger")
    monkeypatch.setattr(read_package, "MOST_CHARACTERS", 2000)
    refused(tmp_path, word(p(r("a" * 4001))), "unpacked, the file is larger")
    monkeypatch.setattr(read_pieces, "MOST_CHARACTERS", 2000)
    refused(tmp_path, word(p(r("a" * 3000))), "longer than 2,000 characters")
    monkeypatch.setattr(read_package, "MOST_UNPACKED", 10_000)
    refused(tmp_path, word(p(r("a" * 20_000))), "unpacked, the file is larger")


@pytest.mark.parametrize("name", ["nota.docx", "dia.pptx", "nota.odt"])
def test_damage_never_gives_another_error(
    tmp_path: Path, usual_word: bytes, usual_slides: bytes, name: str
) -> None:
    open_text = odf("text", "<text:p>Een zin.</text:p>" * 20)
    good = {"nota.docx": usual_word, "dia.pptx": usual_slides, "nota.odt": open_text}[name]
    chance = random.Random(11)
    read_any = 0
    for _ in range(60):
        data = bytearray(good)
        for _ in range(chance.choice((1, 5, 50))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.3:
            data = data[: chance.randrange(1, len(data))]
        with suppress(InputError):
            read_any += bool(read(tmp_path, bytes(data), name).text)
    assert read_any


def test_damaged_words_inside_a_good_package(tmp_path: Path) -> None:
    """Flipped bytes mostly spoil the packing; here the XML itself is spoiled."""
    with zipfile.ZipFile(io.BytesIO(word(p(r("Een zin.")) * 5, (("a", "hyperlink", "x"),)))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    chance = random.Random(5)
    for _ in range(200):
        name = chance.choice(list(parts))
        spoiled = bytearray(parts[name])
        spoiled[chance.randrange(len(spoiled))] = chance.choice(b'<>"&/ \x00\xff9')
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for part, data in parts.items():
                archive.writestr(part, bytes(spoiled) if part == name else data)
        with suppress(InputError):
            assert read(tmp_path, out.getvalue()).text.strip()
