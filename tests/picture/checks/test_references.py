# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Links, abbreviations and documents that a text names."""

import pytest

from baken.catalogue.catalogue import load_catalogue
from baken.catalogue.lexicon_language import load_abbreviation_words, load_document_words
from baken.documents.document import Document, Form, Link
from baken.model.remark import Span
from baken.picture.checks.abbreviations import AbbreviationUse, abbreviation_remarks, abbreviations_in
from baken.picture.checks.attachments import attachment_remarks, named_documents
from baken.picture.checks.links import link_remarks

from .seeds import needs_seeds, of, rules, seed


def uses(document: Document) -> dict[str, AbbreviationUse]:
    found = abbreviations_in(document, load_catalogue().abbreviations, load_abbreviation_words())
    return {use.short: use for use in found}


@pytest.mark.requirement("DOC-07")
@needs_seeds
def test_both_dated_references_of_the_deck_have_an_empty_target() -> None:
    document = seed("000")
    found = link_remarks(document)
    assert rules(found) == ["link-empty", "link-empty"]
    blocks = [document.block_at(one.places[0].start).span.of(document.text) for one in found]
    assert [words[:10] for words in blocks] == ["17-12-2024", "10-03-2026"]


@pytest.mark.parametrize(
    ("target", "rule"),
    [
        ("", "link-empty"),
        ("#", "link-empty"),
        ("#nergens", "link-empty"),
        ("javascript:void(0)", "link-script"),
        ("file:///H:/beleid.docx", "link-inside"),
        ("H:\\beleid\\stuk.docx", "link-inside"),
        ("\\\\server\\map\\stuk.docx", "link-inside"),
        ("https://intranet/stuk", "link-inside"),
        ("http://192.168.1.4/x", "link-inside"),
        ("../stuk.pdf", "link-relative"),
        ("http://voorbeeld.nl/stuk", "link-http"),
        ("http://[", "link-odd"),
        ("https://", "link-odd"),
        ("https://voorbeeld.nl/stuk", ""),
        ("#hier", ""),
        ("mailto:info@voorbeeld.nl", ""),
    ],
)
def test_a_target_is_judged_without_asking_the_web(target: str, rule: str) -> None:
    link = Link(Span(0, 1), target)
    document = Document("", Form.TEXT, "x", (), (link,), 0, anchors=frozenset({"hier"}))
    assert rules(link_remarks(document)) == ([rule] if rule else [])


@pytest.mark.requirement("TRAP-30")
@needs_seeds
def test_the_abbreviations_of_both_documents_are_listed() -> None:
    deck, proposal = uses(seed("000")), uses(seed("004"))
    assert {"irt", "OOV", "AOV", "PmG", "THOR", "MJP"} <= set(deck)
    assert {"MJP", "HIC", "BBV", "GM", "P&C", "OM"} <= set(proposal)
    assert "o.a." not in deck
    assert not {"SPM", "PVV", "SP", "D66", "dhr"} & set(proposal)
    assert proposal["MJP"].at_first_use
    assert proposal["HIC"].explained is not None
    assert not proposal["HIC"].at_first_use
    assert proposal["BBV"].long == "Besluit begroting en verantwoording provincies en gemeenten"
    assert not proposal["GM"].confirmed


@pytest.mark.parametrize(
    ("sentence", "short", "long"),
    [
        ("De High Impact Crimes (HIC) dalen. HIC telt.", "HIC", "High Impact Crimes"),
        ("De HIC (High Impact Crimes) dalen.", "HIC", "High Impact Crimes"),
        (
            "Het Meerjarenprogramma Veiligheid (hierna: het MJP) volgt.",
            "MJP",
            "Meerjarenprogramma Veiligheid",
        ),
        ("RTB staat voor regionaal toezichtsbureau.", "RTB", "regionaal toezichtsbureau"),
        ("LWA: Leefbare Wijken Aanpak", "LWA", "Leefbare Wijken Aanpak"),
    ],
)
def test_an_explanation_is_seen(sentence: str, short: str, long: str) -> None:
    use = uses(of(sentence))[short]
    assert (use.long, use.at_first_use) == (long, True)


def test_what_is_no_abbreviation_is_left_out() -> None:
    words = "Hoofdstuk IV, deel II, 5 km, 6211 AB, rapport-OOV.pdf, o.a. en m.b.t. dit."
    assert uses(of(words, "DE RAAD BESLUIT")) == {}


def test_an_unknown_one_is_flagged() -> None:
    found = tuple(uses(of("De inzet van het QRZ en de LWA groeit.")).values())
    assert rules(abbreviation_remarks(found)) == ["abbreviation-unknown", "abbreviation-unexplained"]


@pytest.mark.requirement("DOC-11")
@needs_seeds
def test_documents_that_are_named_and_not_held_are_listed() -> None:
    lexicon = load_document_words()
    proposal = named_documents(seed("004"), lexicon)
    deck = named_documents(seed("000"), lexicon)
    kinds = {(one.kind, one.years) for one in (*proposal, *deck) if not one.held}
    assert ("veiligheidsanalyse", (2022,)) in kinds
    assert ("meerjarenprogramma", (2023, 2026)) in kinds
    assert ("evaluatie", (2023, 2024)) in kinds
    assert ("voortgangsrapportage", (2025, 2026)) in kinds
    assert ("coalitieakkoord", ()) in kinds
    assert ("stadsvisie", (2040,)) in kinds
    attachments = {one.name[:9]: one.held for one in proposal if one.kind == "bijlage"}
    assert attachments == {"bijlage 1": True, "bijlage 2": False}
    assert any("Bijlage 2" in one.message.nl for one in attachment_remarks(proposal))


def test_what_is_held_is_not_listed() -> None:
    document = of("Zie de veiligheidsanalyse (september 2022) en het rapport ‘Stille straten’.")
    named = named_documents(document, load_document_words(), ("Veiligheidsanalyse 2022", "Stille straten"))
    assert [one.held for one in named] == [True, True]
    assert attachment_remarks(named) == ()
    other = named_documents(document, load_document_words(), ("Veiligheidsanalyse 2018",))
    assert [one.held for one in other] == [False, False]
