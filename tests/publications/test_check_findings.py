# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is said of a checked document, as findings, as lines and as a record; nothing personal gets out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.catalogue.catalogue import load_catalogue
from baken.documents.document import BlockKind
from baken.model.claim import ClaimVerdict
from baken.model.remark import Remark, Span, Weight
from baken.model.text import Language, Text
from baken.picture.material import load_material
from baken.publications import check_words as words
from baken.publications.check_facts import read_as
from baken.publications.check_lines import lines
from baken.publications.check_masking import BLOT, masked
from baken.publications.check_names import Names, names_of
from baken.publications.check_page import check_page
from baken.publications.check_record import record
from baken.publications.check_rules import family, rule_name
from baken.publications.check_summary import about, claims_said, figures_said
from baken.publications.open_data import dump

from .check_schema import (
    CheckRecord,
    ClaimRecord,
    DocumentRecord,
    Held,
    ListingRecord,
    RemarkRecord,
    Stated,
    Summary,
    read_record,
)
from .checked import CLAIMS, NAMES, PERSON, REMARKS, both, checked, document, empty, findings, span


def every_form() -> dict[str, str]:
    """All that comes out of one checked document."""
    said = findings()
    return {
        "json": dump(record(said)).decode(),
        "nl": "\n".join(lines(said, Language.NL)),
        "en": "\n".join(lines(said, Language.EN)),
        "page": check_page(said, Language.NL),
        "page in English": check_page(said, Language.EN),
    }


@pytest.mark.parametrize("part", PERSON.split())
def test_nothing_of_a_name_comes_out_in_any_form(part: str) -> None:
    for form, text in every_form().items():
        assert part.lower() not in text.lower(), form
        assert BLOT in text, form


def test_a_name_is_masked_wherever_else_it_is_said() -> None:
    mask = masked(checked())
    assert mask.clean(f"volgens {PERSON.upper()}, gisteren") == f"volgens {BLOT}, gisteren"
    assert mask.clean("karel_nergenshuis.pdf") == f"{BLOT}.pdf"
    assert mask.clean("Karels huis") == "Karels huis"
    assert mask.clean("'Nergenshuis' lijkt een schrijffout") == f"'{BLOT}' lijkt een schrijffout"
    assert mask.title("klacht-nergenshuis-2026.pdf") == f"klacht-{BLOT}-2026.pdf"
    assert mask.title("a\x1b[31m\udcff.pdf") == "a\ufffd[31m\ufffd.pdf"
    assert masked(empty()).clean(PERSON) == PERSON


def test_parts_of_an_address_are_ordinary_words_elsewhere() -> None:
    made = document(((BlockKind.PARAGRAPH, 0, "Dorpsplein 12 is van Ik@voorbeeld.nl"),))
    places = (span("Dorpsplein 12", made.text), span("Ik@voorbeeld.nl", made.text))
    mask = masked(empty(document=made, remarks=(replace(REMARKS[0], places=places),)))
    assert mask.clean("Op het Dorpsplein") == "Op het Dorpsplein"
    assert mask.clean("Op Dorpsplein 12") == f"Op {BLOT}"


def test_a_blot_does_not_tell_how_long_a_name_is() -> None:
    mask = masked(checked())
    assert mask.quote(span(f"Bewoner {PERSON} klaagde")) == f"Bewoner {BLOT} klaagde"
    assert mask.quote(span("Karel")) == BLOT


def test_places_that_touch_or_overlap_are_one() -> None:
    spans = (Span(2, 5), Span(4, 9), Span(9, 11), Span(20, 20), Span(30, 9**9))
    remark = replace(REMARKS[0], places=spans)
    assert masked(empty(remarks=(remark,))).places == (Span(2, 11), Span(30, len(document().text)))


def test_claims_come_in_the_order_of_the_text_and_the_heaviest_rule_first() -> None:
    said = findings()
    assert [one.number for one in said.every] == list(range(1, 10))
    assert [one.places[0].start for one in said.claims] == sorted(one.places[0].start for one in said.claims)
    assert list(said.grouped()) == ["personal", "attachment", "abbreviation", "link"]


def test_a_group_and_another_place_are_named_in_words() -> None:
    names = names_of(load_material("GM9999", date(2026, 5, 1)))
    one = replace(CLAIMS[0].claim, indicators=(), group="objective")
    assert read_as(one, names) == Text(
        "Gelezen als een stand: de geregistreerde criminaliteit en overlast samen, Voorbeeldstad, 2025.",
        "Read as a level: registered crime and nuisance together, Voorbeeldstad, 2025.",
    )
    elsewhere = replace(one, group="", area="?")
    assert "een onderwerp zonder cijfer, een ander gebied" in read_as(elsewhere, names).nl
    assert "Heerlen" in read_as(replace(one, area="GM0917"), names).en


def test_a_finding_says_place_reading_and_figures() -> None:
    first = findings().claims[0]
    assert first.mark.label == Text("Klopt niet", "Does not fit")
    assert first.where[0].nl == "pagina 1"
    assert [fact.nl for fact in first.facts] == [
        "Gelezen als een richting: omlaag, Diefstal uit woning, Voorbeeldstad, 2023-2025.",
        "Diefstal uit woning, Voorbeeldstad, 2023: 2,1 per 1.000 inwoners (2 jaar en 2 maanden oud)",
        "Diefstal uit woning, Voorbeeldstad, 2025: 2,4 per 1.000 inwoners (2 maanden oud)",
    ]
    assert first.facts[1].en.endswith("2023: 2.1 per 1,000 inhabitants (2 years and 2 months old)")


def test_sides_are_named_where_there_is_more_than_one_indicator() -> None:
    assert [fact.nl for fact in findings().claims[2].facts[1:]] == [
        "Gaat met de zin mee: Winkeldiefstal, hic.",
        "Gaat tegen de zin in: geweld.",
        "Kan toeval zijn: vernieling.",
        "Geen cijfer van: halt.",
    ]


def test_a_long_sentence_is_shortened() -> None:
    made = document(((BlockKind.PARAGRAPH, 0, "woord " * 200 + "einde"),))
    whole = Span(0, len(made.text))
    judged = replace(CLAIMS[1], claim=replace(CLAIMS[1].claim, sentence=whole, words=whole))
    quote = findings(empty(document=made, claims=(judged,))).claims[0].quote
    assert len(quote) <= 300
    assert quote.endswith("…")


def test_a_claim_without_words_stands_where_its_sentence_does() -> None:
    bare = replace(CLAIMS[0], claim=replace(CLAIMS[0].claim, words=Span(3, 3)))
    assert findings(empty(claims=(bare,))).claims[0].places == (CLAIMS[0].claim.sentence,)


def test_the_summary_counts() -> None:
    said = checked()
    assert about(said).nl == "Over Voorbeeldstad. Het document spreekt op 10 maart 2026."
    assert about(said).en == "About Voorbeeldstad. The document speaks on 10 March 2026."
    assert "noemt geen dag; gerekend is met" in about(checked(said_known=False)).nl
    assert claims_said(said).nl == "Er staan 5 beweringen over veiligheid in."
    counted = figures_said(said)
    assert counted
    assert counted.nl.startswith("Bij 2 van de 5 noemt het document een cijfer. Bij 2 van de 5 ")
    assert claims_said(checked(claims=CLAIMS[:1])) == words.ONE_CLAIM
    assert (claims_said(empty()), figures_said(empty())) == (words.NO_CLAIMS, None)


def test_the_lines_say_all_and_in_order() -> None:
    text = every_form()["nl"]
    order = (
        "5 beweringen",
        "1 Klopt niet",
        "2 Let op",
        "1. Klopt niet (pagina 1)",
        '"Het aantal woninginbraken is sinds 2023 met 12 % gedaald"',
        "Volgens de cijfers is het niet gedaald.",
        "Dit kun je wel zeggen: Tussen 2023",
        "Zo is het op te lossen: Noem",
        "Persoonsgegevens",
        "Bijlage 2 ontbreekt.",
        "8. Let op (pagina 2)",
        "Ook hier: pagina 3",
        "OVP: niet uitgelegd",
    )
    places = [text.find(one) for one in order]
    assert -1 not in places
    assert places == sorted(places)


def test_a_document_in_which_nothing_is_found() -> None:
    text = "\n".join(lines(findings(empty()), Language.NL))
    assert words.NO_CLAIMS.nl in text
    assert words.NO_REMARKS.nl in text
    assert "UNREAD" not in text
    unread = empty(document=replace(document(), unread_pages=4))
    assert "Niet gelezen: 4 pagina" in "\n".join(lines(findings(unread), Language.NL))
    nameless = empty(document=replace(document(), name=""))
    assert "Getoetst aan de cijfers: een tekst" in "\n".join(lines(findings(nameless), Language.NL))


def test_the_record_holds_every_field() -> None:
    found: Any = msgspec.json.decode(every_form()["json"])
    assert found["document"]["form"] == "word"
    assert found["area"] == {"code": "GM9999", "name": "Voorbeeldstad"}
    assert (found["date"], found["date_known"]) == ("2026-03-10", True)
    assert found["summary"] == {
        "claims": 5,
        "verdicts": {str(one): int(one is not ClaimVerdict.TOO_GENERAL) for one in ClaimVerdict},
        "state_figure": 2,
        "hold_figure": 2,
        "remarks": {"error": 1, "warning": 2, "note": 1},
    }
    first = found["claims"][0]
    assert (first["number"], first["kind"], first["way"]) == (1, "direction", "down")
    assert first["place"] == {"page": 1, "line": None, "heading": None, "start": 24, "end": 80}
    assert first["period"] == {"start": "2023", "end": "2025"}
    assert first["states_figure"] is True
    assert first["stated"]["value"] == 12
    assert first["figures"][0] == {
        "indicator": "diefstal-uit-woning",
        "area": "GM9999",
        "period": "2023",
        "value": 2.1,
        "unit": "per_1000_inhabitants",
        "months_old": 26,
        "snapshots": ["voorbeeldstad"],
    }
    assert first["disagreeing"] == ["diefstal-uit-woning"]
    assert first["settle"] == {
        "nl": "Noem de cijfers van beide jaren.",
        "en": "EN Noem de cijfers van beide jaren.",
    }
    cause = found["claims"][1]
    assert (cause["stated"], cause["carried"], cause["period"]["start"]) == (None, None, None)
    personal, _, short = found["remarks"][:3]
    assert (personal["rule"], personal["masked"], personal["places"][0]["words"]) == (
        "personal-name",
        True,
        BLOT,
    )
    assert [one["page"] for one in short["places"]] == [2, 3]
    assert found["listings"][0]["lines"][0]["nl"] == "OVP: niet uitgelegd"


def test_names_come_from_the_catalogue_and_the_register() -> None:
    names = names_of(load_material("GM9999", date(2026, 11, 22)))
    assert names.indicator("winkeldiefstal") == load_catalogue().indicator("winkeldiefstal").name
    assert names.indicator("politie-misdrijven/1.1.1") == names.indicator("1.1.1")
    assert names.indicator("1.1.1").nl != "1.1.1"
    assert names.area("GM9999") == "Voorbeeldstad"
    assert names.value(Decimal("7.1"), "mark_1_10").nl == "7,1 (rapportcijfer van 1 tot 10)"
    assert names.value(Decimal("1234"), "count").nl == "1.234"
    assert names.value(Decimal("2.5"), "per_1000_inhabitants").en == "2.5 per 1,000 inhabitants"
    assert names.language == "nl"


def test_what_has_no_name_is_called_by_its_id() -> None:
    assert Names().indicator("x") == Text("x", "x")
    assert Names().area("GM1") == "GM1"
    assert Names().value(Decimal("1.5"), "points").nl == "1,5 points"


@pytest.mark.parametrize(
    ("months", "dutch"),
    [
        (-3, "van na dit document"),
        (0, "nog geen maand oud"),
        (1, "1 maand oud"),
        (23, "23 maanden oud"),
        (24, "2 jaar oud"),
        (25, "2 jaar en 1 maand oud"),
        (58, "4 jaar en 10 maanden oud"),
    ],
)
def test_the_age_of_a_figure_in_words(months: int, dutch: str) -> None:
    assert words.age_words(months).nl == dutch


def test_rules_are_grouped_by_their_first_word() -> None:
    assert family("language-twice") == "language"
    assert family("links-dead") == "link"
    assert family("college-date") == family("decision-date") == "decision"
    assert rule_name("language").nl == "Taal"
    assert family("new-thing") == "new-thing"
    assert rule_name("new-thing").nl == "New thing"


def test_every_verdict_and_weight_has_a_sign_words_and_a_rank_of_its_own() -> None:
    assert set(words.VERDICTS) == set(ClaimVerdict) == set(words.IN_ORDER)
    assert set(words.WEIGHTS) == set(Weight)
    marks = [*words.VERDICTS.values(), *words.WEIGHTS.values()]
    for part in ("id", "sign", "label", "rank"):
        assert len({getattr(mark, part) for mark in marks}) == len(marks), part


@given(st.text(max_size=80), st.integers(0, 90), st.integers(0, 90), st.booleans())
def test_any_text_and_any_place_can_be_said(text: str, start: int, length: int, masking: bool) -> None:
    line = " ".join(text.split()) or "leeg"
    made = document(((BlockKind.PARAGRAPH, 0, line), (BlockKind.ROW, 0, line)))
    place = Span(start, start + length)
    remark = Remark(
        rule="personal-name", weight=Weight.NOTE, message=both("m"), places=(place, place), masked=masking
    )
    said = findings(empty(document=made, remarks=(remark,)))
    assert list(lines(said, Language.EN))
    assert check_page(said, Language.NL).count('id="f1"') == 1
    assert NAMES.language == "nl"
    assert record(said)["remarks"]


def test_every_side_of_a_claim_is_in_every_form() -> None:
    sides = {
        "flat": ("a1", "Ongeveer gelijk gebleven: a1."),
        "unchanged": ("b1", "Precies gelijk gebleven: b1."),
        "unjudged": ("c1", "De cijfers kunnen hier niets over zeggen: c1."),
        "outdated": ("d1", "Toen al verouderd: d1."),
    }
    newer = both("Wij hebben een nieuwer cijfer: e1.")
    ids: dict[str, Any] = {name: (one,) for name, (one, _) in sides.items()}
    said = findings(empty(claims=(replace(CLAIMS[0], newer=newer, **ids),)))
    text, page = "\n".join(lines(said, Language.NL)), check_page(said, Language.NL)
    claim: Any = msgspec.json.decode(dump(record(said)))["claims"][0]
    for name, (one, words_of_it) in sides.items():
        assert claim[name] == [one]
        assert words_of_it in text
        assert words_of_it in page
    assert claim["newer"]["nl"] == newer.nl
    assert f"\n   {newer.nl}" in text
    assert newer.nl in page


def test_carried_sentences_are_a_line_each() -> None:
    carried = both("Diefstal: van 1,5 naar 2,0 (per 1.000 inwoners). Geweld (HIC): gelijk.")
    text = "\n".join(lines(findings(empty(claims=(replace(CLAIMS[0], carried=carried),))), Language.NL))
    assert "\n   - Diefstal: van 1,5 naar 2,0 (per 1.000 inwoners).\n   - Geweld (HIC): gelijk." in text


def test_remarks_of_one_rule_are_one_finding_and_each_is_in_the_record() -> None:
    line = Remark(rule="activity-x", weight=Weight.WARNING, message=both("Niet te herleiden."))
    remarks = tuple(replace(line, places=(Span(at, at + 3),)) for at in range(11))
    said = findings(empty(remarks=remarks))
    assert [one.times for one in said.remarks] == [11]
    text = "\n".join(lines(said, Language.NL))
    assert "1. Let op, 11 keer\n" in text
    assert text.count("Niet te herleiden.") == 1
    found: Any = msgspec.json.decode(dump(record(said)))
    assert [one["number"] for one in found["remarks"]] == [1] * 11
    assert found["summary"]["remarks"]["warning"] == 11


@pytest.mark.parametrize(
    "form", [CheckRecord, DocumentRecord, Summary, ClaimRecord, RemarkRecord, Stated, Held, ListingRecord]
)
def test_the_page_about_the_record_names_every_field(form: type[msgspec.Struct]) -> None:
    page = (Path(__file__).parents[2] / "docs" / "check.md").read_text("utf-8")
    assert [name for name in form.__struct_fields__ if f"`{name}`" not in page] == []


def test_the_record_of_a_made_document_has_its_form() -> None:
    assert read_record(every_form()["json"]).summary.claims == len(CLAIMS)
