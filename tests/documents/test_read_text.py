# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Plain text and Markdown as documents: letters, links, headings, tables, and the seed documents."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.documents.document import Document, read_document, text_document
from baken.documents.read_markdown import markdown_document
from baken.model.errors import InputError

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
DECK, PROPOSAL = SEEDS / "000_36d56b8d649e8bbe.txt", SEEDS / "004_fb015403efaea0b8.txt"
needs_seeds = pytest.mark.skipif(not SEEDS.exists(), reason="the seed documents are not beside the project")


def told(document: Document) -> list[tuple[int, str, str]]:
    return [(block.line, block.kind.value, block.span.of(document.text)) for block in document.blocks]


def links(document: Document) -> list[tuple[str, str]]:
    return [(link.span.of(document.text), link.target) for link in document.links]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("name", ["nota.txt", "nota.md", "NOTA.TXT"])
def test_every_usual_way_of_saving_text(tmp_path: Path, encoding: str, name: str) -> None:
    path = tmp_path / name
    path.write_bytes("Financiën – ‘één’ wijk".encode(encoding))
    assert read_document(path).text == "Financiën – ‘één’ wijk"


def test_links_and_stars_of_plain_text() -> None:
    document = text_document(
        "Rapporten\n\n- 17-12-2024: [Nota [concept] over\nwonen](#)\n"
        "- Zie [dit](https://e.org/a_(b)) en **dat**.\n"
        "\nEen [woord] tussen haken en 5*3*2 blijven staan.\n"
    )
    assert told(document) == [
        (1, "heading", "Rapporten"),
        (3, "item", "17-12-2024: Nota [concept] over wonen"),
        (5, "item", "Zie dit en dat."),
        (7, "paragraph", "Een [woord] tussen haken en 5*3*2 blijven staan."),
    ]
    assert links(document) == [("Nota [concept] over wonen", "#"), ("dit", "https://e.org/a_(b)")]
    assert document.place(document.links[1].span).words.nl == "regel 5"
    end = document.text.index("wonen")
    assert document.place(type(document.links[0].span)(end, end + 1)).line == 4


def test_numbered_lines_are_headings_only_where_text_follows() -> None:
    document = text_document(
        "1. Aanleiding\n\nDe raad vroeg hierom in het voorjaar. Wij kiezen voor:\n\n1. Jeugd\n\n2. Wonen\n\n"
        "Dat is alles wat wij daarover te zeggen hebben.\n\n2023 2024 2025\nInbraak 3,4 2,1 1,0\n"
    )
    assert [kind for _, kind, _ in told(document)] == [
        *("heading", "paragraph", "item", "item", "paragraph", "row", "row")
    ]


def test_words_broken_at_the_end_of_a_line() -> None:
    document = text_document(
        "Het programma noemt veiligheids-\nthema's, de AOV-\ninzet, politie-\neenheden en sociale-\nmedia"
        "gebruik; het sociale-mediagebruik groeit.\n"
    )
    assert document.text == (
        "Het programma noemt veiligheidsthema's, de AOV-inzet, politie-eenheden en sociale-mediagebruik; het "
        "sociale-mediagebruik groeit."
    )


def test_markdown() -> None:
    document = markdown_document(
        "---\ntitle: x\n---\n# Veiligheid in *stad*\n\nEen **zin** die\ndoorloopt, zie [stuk][a] en `code_x`."
        "[^1]\n"
        "<!-- weg\nook weg -->\n- [ ] Punt _een_\n  gaat door\n1. Eerste\n\n```\n# geen kop\n```\n"
        "| Buurt | 2024 |\n|---|--:|\n| [Noord](#) | 3,4 |\n\nOnderkop\n--------\n![plaatje](x.png) "
        'Slot &amp; <b>einde</b> <a href="#x">daar</a>.\n\n[a]: https://e.org\n[^1]: De noot.\n',
        "nota.md",
    )
    assert told(document) == [
        (4, "heading", "Veiligheid in stad"),
        (6, "paragraph", "Een zin die doorloopt, zie stuk en code_x."),
        (10, "item", "Punt een gaat door"),
        (12, "item", "1. Eerste"),
        (17, "row", "Buurt | 2024"),
        (19, "row", "Noord | 3,4"),
        (21, "heading", "Onderkop"),
        (23, "paragraph", "Slot & einde daar."),
        (26, "note", "De noot."),
    ]
    assert links(document) == [("stuk", "https://e.org"), ("Noord", "#"), ("daar", "#x")]
    assert document.anchors == {"veiligheid-in-stad", "onderkop"}


@given(st.text(alphabet="aB1 *_[]()#`<>|!-.\n\f\t\\\u00ad•:", max_size=120))
def test_any_text_gives_blocks_end_to_end(text: str) -> None:
    for document in (text_document(text), markdown_document(text, "")):
        ends = [block.span for block in document.blocks]
        assert "\n".join(span.of(document.text) for span in ends) == document.text
        assert all("\n" not in span.of(document.text) and span.start < span.end for span in ends)
        assert all(link.span.of(document.text) for link in document.links)
        assert all(document.block_at(at).span.start <= at for at in range(len(document.text)))


@pytest.mark.parametrize("sign", ["[", "[a](", "**a ", "a-\n", "1\f", "`", "<a ", "<!--", "| ", "[[x]", "a'"])
def test_time_grows_with_the_text_only(sign: str) -> None:
    text = (sign * 30_000)[:30_000]
    start = time.process_time()
    text_document(text)
    markdown_document(text, "")
    assert time.process_time() - start < 5


def test_an_empty_text_has_no_blocks() -> None:
    assert text_document(" \n").blocks == ()
    with pytest.raises(IndexError, match="outside a text"):
        text_document("").block_at(0)
    with pytest.raises(InputError, match="longer than"):
        text_document("a" * 5_000_001)


@needs_seeds
def test_every_line_of_the_deck_is_in_a_block() -> None:
    document = read_document(DECK)
    words = set(document.text.split())
    source = DECK.read_text(encoding="utf-8").replace("](#)", "").replace("[", "").replace("*", "")
    assert set(source.split()) - words <= {"-"}
    lines = {origin.line for origin in document.origins}
    filled = [number for number, line in enumerate(source.split("\n"), 1) if line.strip()]
    assert lines == set(filled)
    assert [(document.place(link.span).line, link.target) for link in document.links] == [
        (48, "#"),
        (49, "#"),
    ]
    assert "(#)" not in document.text


@needs_seeds
def test_the_roll_call_is_one_block() -> None:
    document = read_document(PROPOSAL)
    votes = [block for block in document.blocks if "stemmen 29 leden" in block.span.of(document.text)]
    assert len(votes) == 1
    text = votes[0].span.of(document.text)
    assert text.startswith("Voor het raadsvoorstel")
    assert text.endswith("(M:OED)")
    assert votes[0].line == 5
    assert [text for _, kind, text in told(document) if kind == "heading" and text[0].isdigit()] == [
        *("1. Aanleiding, bevoegdheden en context.", "2. Gewenste situatie.", "3. Indicatoren."),
        *("4. Argumenten.", "5. Alternatieven.", "6. Financiën.", "7. Vervolg.", "8. Participatie"),
    ]
