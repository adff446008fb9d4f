# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The papers as files: the same bytes, the look of the municipality, and words that stay words."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from baken.model.errors import InputError
from baken.model.text import Language
from baken.picture.picture import SafetyPicture
from baken.publications.word.documents import proposal_of
from picture.helpers import EXAMPLE, MAASTRICHT, TODAY, held, published
from publications.office import decision, indicator_table, parts_of, proposal, times_in


def paper(data: bytes) -> Any:
    return Document(BytesIO(data))


@pytest.mark.parametrize("code", [MAASTRICHT, EXAMPLE])
@pytest.mark.parametrize("make", [proposal, indicator_table, decision])
def test_the_same_picture_gives_the_same_bytes_and_no_clock_is_in_them(code: str, make: Any) -> None:
    first = make(code)
    assert make.__wrapped__(code) == first
    assert times_in(first) == {(TODAY.year, TODAY.month, TODAY.day, 12, 0, 0)}
    assert parts_of(first)["docProps/core.xml"].count(b"2026-11-21T12:00:00Z") == 2


@pytest.mark.parametrize("language", list(Language))
def test_it_says_its_title_and_its_language(language: Language) -> None:
    document = paper(proposal(MAASTRICHT, language))
    tag = {Language.NL: "nl-NL", Language.EN: "en-GB"}[language]
    assert document.core_properties.language == tag
    assert "Maastricht" in document.core_properties.title
    assert document.paragraphs[0].style.name == "Title"
    path = "/".join(qn(f"w:{name}") for name in ("docDefaults", "rPrDefault", "rPr", "lang"))
    assert document.styles.element.find(path).get(qn("w:val")) == tag


def test_tables_repeat_their_headers_and_say_what_they_hold() -> None:
    tables = paper(proposal(EXAMPLE)).tables
    assert len(tables) >= 3
    for one in tables:
        assert one.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert one._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert one._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))


def test_the_numbers_of_the_named_places_are_their_own() -> None:
    document = paper(proposal(EXAMPLE))
    numbers = [one.get(qn("w:val")) for one in document.element.body.iter(qn("w:id"))]
    assert len(numbers) == len(set(numbers)) > 10


def test_words_of_people_are_never_markup_or_fields() -> None:
    odd = '<w:fldSimple w:instr="AUTHOR"/> { PAGE } & \x0b\x00=1+1'
    town = replace(held(EXAMPLE).municipality, name=odd)
    document = paper(
        proposal_of(SafetyPicture(replace(published(EXAMPLE).material, municipality=town)), Language.NL)
    )
    assert '<w:fldSimple w:instr="AUTHOR"/> { PAGE } & =1+1' in document.paragraphs[0].text
    assert not list(document.element.body.iter(qn("w:fldSimple"), qn("w:instrText")))


def test_a_template_of_the_municipality_gives_the_look(tmp_path: Path) -> None:
    own = Document()
    own.sections[0].header.paragraphs[0].text = "Huisstijl van Voorbeeldstad"
    own.add_paragraph("Tekst die er als voorbeeld stond")
    own.styles["Heading 1"].font.name = "Georgia"
    lists = own.styles["List Bullet"].element
    lists.getparent().remove(lists)
    path = tmp_path / "proposal.docx"
    own.save(str(path))
    data = proposal_of(published(EXAMPLE), Language.NL, path)
    made = paper(data)
    assert made.sections[0].header.paragraphs[0].text == "Huisstijl van Voorbeeldstad"
    assert made.styles["Heading 1"].font.name == "Georgia"
    assert not any("als voorbeeld stond" in one.text for one in made.paragraphs)
    assert any(one.style.name == "List Bullet" for one in made.paragraphs)
    assert proposal_of(published(EXAMPLE), Language.NL, path) == data


def test_a_template_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "proposal.docx"
    path.write_bytes(b"geen document")
    with pytest.raises(InputError, match="is no Word document"):
        proposal_of(published(EXAMPLE), Language.NL, path)
