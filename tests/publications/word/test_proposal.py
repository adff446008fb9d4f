# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The proposal has its sections in order, says what the picture says, and leaves to people what is theirs."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from baken.council.decision import check_decision, read_decision
from baken.council.proposal_sections import check_sections
from baken.model.number import format_number
from baken.model.policy import Abbreviation
from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.publications.slides.presentation import slides_of
from baken.publications.word.documents import proposal_of
from baken.publications.word.points import decision_points
from picture.helpers import EXAMPLE, MAASTRICHT, made_up, measured, published
from publications.office import (
    contradicted,
    decision,
    fixed_words,
    indicator_table,
    needs_office,
    pages_in_office,
    proposal,
    read,
)

TOWNS = [MAASTRICHT, EXAMPLE]
SECTIONS = [
    "Samenvatting",
    "Beslispunten",
    "1. Aanleiding, bevoegdheden en context",
    "2. Gewenste situatie",
    "3. Indicatoren",
    "4. Argumenten",
    "5. Alternatieven",
    "6. Financiën",
    "7. Vervolg",
    "8. Participatie",
    "Bijlage 1. Raadsbesluit",
]


def paper(data: bytes) -> Any:
    return Document(BytesIO(data))


def fields(document: Any) -> dict[str, str]:
    """The named places of a document, with their words."""
    found = {}
    for one in document.element.body.iter(qn("w:sdt")):
        name = one.find(f"{qn('w:sdtPr')}/{qn('w:alias')}").get(qn("w:val"))
        found[name] = "".join(text.text for text in one.iter(qn("w:t")))
    return found


@pytest.mark.parametrize("code", TOWNS)
@pytest.mark.requirement("DOC-12")
def test_the_sections_stand_in_their_order(code: str) -> None:
    headings = [one.text for one in paper(proposal(code)).paragraphs if one.style.name == "Heading 1"]
    assert headings[: len(SECTIONS)] == SECTIONS
    assert check_sections(read(proposal(code), "voorstel.docx").text) == ()


def test_the_english_one_has_as_many_sections() -> None:
    dutch, english = (
        [
            one.style.name
            for one in paper(proposal(EXAMPLE, language)).paragraphs
            if "Heading" in one.style.name
        ]
        for language in Language
    )
    assert dutch == english


@pytest.mark.parametrize("code", TOWNS)
@pytest.mark.requirement("DOC-14")
def test_the_points_of_proposal_and_decision_are_the_same_and_a_changed_word_is_flagged(code: str) -> None:
    text = read(proposal(code), "voorstel.docx").text
    held = read_decision(text)
    assert [one.words for one in held.proposed] == [one.words for one in held.drafted]
    points = decision_points(published(code), Language.NL)
    assert [one.words for one in held.proposed] == [one.words for one in points]
    assert check_decision(held) == ()
    before, word, after = text.rpartition("Vaststellen")
    (remark,) = check_decision(read_decision(f"{before}Intrekken{after}"))
    assert word
    assert (remark.rule, "vaststellen" in remark.message.nl) == ("decision-point-differs", True)


@pytest.mark.parametrize("code", TOWNS)
def test_the_decision_alone_has_the_same_points(code: str) -> None:
    alone = read_decision(read(decision(code), "besluit.docx").text)
    held = read_decision(read(proposal(code), "voorstel.docx").text)
    assert [one.words for one in alone.drafted] == [one.words for one in held.drafted] != []


def test_a_point_is_held_once_and_both_places_are_bound_to_it() -> None:
    document = paper(proposal(EXAMPLE))
    paths = [one.get(qn("w:xpath")) for one in document.element.body.iter(qn("w:dataBinding"))]
    assert sorted(paths) == sorted(2 * [f"/p:points[1]/p:point[{place}]" for place in (1, 2)])
    (store,) = {one.get(qn("w:storeItemID")) for one in document.element.body.iter(qn("w:dataBinding"))}
    held = [
        one.blob.decode() for one in document.part.package.iter_parts() if "customXml" in str(one.partname)
    ]
    assert sum(store in one for one in held) == 1
    assert sum("<p:point>" in one for one in held) == 1


def test_what_the_municipality_decides_next_follows_from_its_newest_programme() -> None:
    (point,) = decision_points(published(MAASTRICHT), Language.NL)
    assert point.words == "Vaststellen van het Meerjarenprogramma Veiligheid 2027-2030."
    material = published(MAASTRICHT).material
    town = material.municipality
    open_one = replace(town.programmes[-1], adopted=None)
    changed = replace(material, municipality=replace(town, programmes=(open_one,)))
    (point,) = decision_points(SafetyPicture(changed), Language.EN)
    assert point.words == "Adopting the safety programme 2023-2026."


def test_without_a_programme_a_person_fills_in_the_point() -> None:
    material = published(MAASTRICHT).material
    changed = replace(material, municipality=replace(material.municipality, programmes=()))
    found = fields(paper(proposal_of(SafetyPicture(changed), Language.NL)))
    assert found["beslispunt 1"] == "[beslispunt 1: in te vullen door de opsteller]"


def test_what_a_person_must_write_is_empty_named_and_says_by_whom() -> None:
    found = fields(paper(proposal(MAASTRICHT)))
    for name, who in {
        "Aanleiding, bevoegdheden en context": "de opsteller",
        "Alternatieven": "de opsteller",
        "Financiën": "de financieel adviseur",
        "Raadsvergadering": "de griffie",
        "datum": "de griffie",
    }.items():
        assert found[name].startswith("[")
        assert found[name].endswith(f"in te vullen door {who}]")
    assert found["grondslag"] == "Politiewet 2012, artikel 38b"
    assert fields(paper(proposal(EXAMPLE)))["Nummer"] == "VB-2026-0001"


@pytest.mark.parametrize("code", TOWNS)
@pytest.mark.parametrize("make", [proposal, indicator_table])
def test_the_tables_hold_the_figures_of_the_records(code: str, make: Any) -> None:
    safety = published(code)
    rows = {}
    for table in paper(make(code)).tables:
        headers = [cell.text for cell in table.rows[0].cells]
        if headers[0] != "Indicator":
            continue
        for row in table.rows[1:]:
            name, *cells = (cell.text for cell in row.cells)
            rows[name] = dict(zip(headers[1:], cells, strict=True))
    assert len(rows) == len(safety.material.indicators)
    for record in safety.records:
        row = rows[f"{record.indicator.name.nl}, {record.unit.label.nl}"]
        held = {str(one.observation.period.year): one for one in record.figures}
        for year, text in row.items():
            one = held.get(year)
            if one is None or one.value is None:
                assert text not in ("", "0", "0,0")
                assert text[0].isalpha()
            else:
                assert text.removesuffix(" v") == format_number(one.value, record.indicator.decimals, "nl")


@pytest.mark.parametrize("code", TOWNS)
def test_every_sentence_of_a_record_stands_in_it(code: str) -> None:
    said = {one.text for one in paper(proposal(code)).paragraphs}
    for record in published(code).records:
        assert record.sentence is None or record.sentence.nl in said


@pytest.mark.parametrize("code", TOWNS)
@pytest.mark.parametrize("make", [proposal, indicator_table, decision])
def test_the_figures_contradict_nothing_that_it_says(code: str, make: Any) -> None:
    safety = published(code)
    fixed = fixed_words(safety)
    assert [one for one in contradicted(read(make(code), "a.docx"), safety) if one not in fixed] == []


@pytest.mark.requirement("TRAP-28")
def test_each_paper_lists_the_abbreviations_that_it_uses_and_flags_those_that_nobody_explained() -> None:
    material = published(MAASTRICHT).material
    unknown = Abbreviation(short="QZX", long="", confirmed=False)
    # The catalogue reads its list when it is first asked for; a copy with a list of its own leaves it alone.
    catalogue = replace(material.catalogue)
    known = material.catalogue.abbreviations
    object.__setattr__(catalogue, "abbreviations", (*known, unknown))
    last = material.municipality.themes[-1]
    theme = replace(last, name=Text("HIC en QZX", "HIC and QZX"))
    town = replace(material.municipality, themes=(*material.municipality.themes[:-1], theme))
    safety = SafetyPicture(replace(material, municipality=town, catalogue=catalogue))
    for data, name in (
        (slides_of(safety, Language.NL), "deck.pptx"),
        (proposal_of(safety, Language.NL), "voorstel.docx"),
    ):
        text = read(data, name).text
        assert "HIC: High Impact Crimes" in text
        assert "QZX: betekenis niet bekend" in text
        assert "THOR:" not in text, "an abbreviation that is not used is not listed"
    assert "HIC: High Impact Crimes" in read(indicator_table(MAASTRICHT), "tabel.docx").text


def test_a_picture_without_figures_is_a_proposal() -> None:
    document = paper(proposal_of(made_up([]), Language.NL))
    assert any("valt niets op" in one.text for one in document.paragraphs)
    assert paper(proposal_of(made_up([measured("hic", 2024, "3.4")]), Language.EN)).tables


@needs_office
def test_they_open_in_an_office_program(tmp_path: Path) -> None:
    files = {
        "voorstel.docx": proposal(MAASTRICHT),
        "proposal.docx": proposal(EXAMPLE, Language.EN),
        "besluit.docx": decision(EXAMPLE),
        "indicatoren.docx": indicator_table(EXAMPLE),
    }
    found = pages_in_office(tmp_path, files)
    assert found["besluit.docx"] == 1
    assert 5 <= found["voorstel.docx"] <= 12
    assert 5 <= found["proposal.docx"] <= 12
    assert 2 <= found["indicatoren.docx"] <= 5


@pytest.mark.requirement("PART-03")
@pytest.mark.parametrize(
    ("code", "said"),
    [
        (MAASTRICHT, "Alleen een enquête, geen rechtstreeks gesprek."),
        (EXAMPLE, "Met inwoners is gesproken: buurtgesprek in Voorbeeldwijk Oost op 7 oktober 2025"),
    ],
)
def test_the_section_on_participation_says_whether_there_was_a_survey_or_a_talk(code: str, said: str) -> None:
    lines = [one.text for one in paper(proposal(code)).paragraphs]
    start, end = lines.index("8. Participatie"), lines.index("Bijlage 1. Raadsbesluit")
    assert lines[start + 1 : end][0].startswith(said)
