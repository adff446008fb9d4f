# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which areas a sentence names."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.catalogue.lexicon_places import load_municipality_names
from baken.picture.claims.places import named_areas
from picture.helpers import EXAMPLE, MAASTRICHT, picture


def areas(sentence: str, code: str = EXAMPLE) -> list[tuple[str, str]]:
    return [(one.code, one.role) for one in named_areas(sentence, picture(code))]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("In Voorbeeldstad daalde het.", [("GM9999", "own")]),
        (
            "Noord telde meer misdrijven dan de stad als geheel.",
            [("SD9999-noord", "within"), ("GM9999", "own")],
        ),
        ("Oost: de overlast daalt.", [("SD9999-oost", "within")]),
        ("In stadsdeel Zuid daalde het.", [("SD9999-zuid", "within")]),
        ("Voorbeeldwijk Centrum is rustig.", [("SD9999-centrum", "within")]),
        ("In het Centrum en in Noord.", [("SD9999-centrum", "within"), ("SD9999-noord", "within")]),
        ("Op het Denkbeeldplein daalde het.", [("BU99990001", "within")]),
        ("Landelijk daalde het.", [("XX00", "reference")]),
        ("In heel Voorbeeldland daalde het.", [("XX00", "reference")]),
        ("Hoger dan het landelijk gemiddelde.", [("XX00", "reference")]),
        ("Hoger dan in vergelijkbare gemeenten.", [("?", "other")]),
        ("In de gemeente Denkdorp daalde het.", [("?", "other")]),
        ("In Zomaarstad daalde het.", [("?", "other")]),
        ("In de wijk Nergenshoek daalde het.", [("?", "within")]),
        ("Hoger dan Zomaarstad in 2025.", [("?", "other")]),
    ],
)
def test_areas_are_known_by_their_names_and_what_people_call_them(
    sentence: str, found: list[tuple[str, str]]
) -> None:
    assert areas(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "In het centrum ten noorden en ten oosten van de markt.",
        "De landelijke politie en landelijk beleid.",
        "In Mei en in Halt, in Veiligheidsmonitor en in Bijlage 2.",
        "Noord-Holland en Zuidstraat.",
        "Dat meldde mevrouw Oost.",
        "Centrum Jeugd helpt.",
        "Minder dan Politie en Openbaar Ministerie.",
    ],
)
def test_other_words_are_no_areas(sentence: str) -> None:
    assert areas(sentence) == []


def test_names_come_from_the_register() -> None:
    assert areas("In Noordwest en Noord-West, en in de Heeg.", MAASTRICHT) == [
        ("SD0935-noord-west", "within"),
        ("SD0935-noord-west", "within"),
        ("BU09350603", "within"),
    ]
    assert areas("De heer Jansen klaagt over Heer.", MAASTRICHT) == [("BU09350602", "within")]
    assert areas("Dat kan leiden tot overlast.", MAASTRICHT) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("In Heerlen daalde het.", ["GM0917"]),
        ("Ook in Kerkrade, Brunssum en Landgraaf steeg het.", ["GM0928", "GM0899", "GM0882"]),
        ("Hof van Twente registreerde minder overlast.", ["GM1735"]),
        ("Den Haag telde meer inbraken.", ["GM0518"]),
        ("In ’s-Hertogenbosch en 's-Gravenhage daalde het.", ["GM0796", "GM0518"]),
        ("Het ligt in Sittard-Geleen lager dan in Voorbeeldstad.", ["GM1883", "GM9999"]),
        ("Vergeleken met Roermond is het lager.", ["GM0957"]),
        ("In Maastricht daalde het.", ["GM0935"]),
        ("De gemeente Bergen telde meer inbraken.", ["?"]),
        ("In Huizen daalde het, en in de gemeente Best.", ["GM0406", "GM0753"]),
    ],
)
def test_other_municipalities_are_known_by_their_names(sentence: str, found: list[str]) -> None:
    assert [code for code, _ in areas(sentence)] == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Huizen en schuren werden opengebroken.",
        "Huizen werden leeggehaald.",
        "Best veel inwoners hebben er last van.",
        "Buren klagen en Kampen is een werkwoord.",
        "Leiden tot overlast, Houten banken, Losser beleid.",
        "Verdachten uit Heerlen, de rechtbank Utrecht en de politie Rotterdam.",
        "Onderzoek van de Universiteit Utrecht.",
        "Anders dan in Rotterdam, net als in Heerlen en zoals in Breda daalde het.",
        "Mevrouw Van Stein en de heer Beek.",
    ],
)
def test_a_name_alone_is_no_place_where_something_happened(sentence: str) -> None:
    assert areas(sentence) == []


def test_every_municipality_is_known_after_the_word_for_one() -> None:
    names = load_municipality_names()
    assert names is not None
    for name, code in names.by_name().items():
        assert areas(f"In de gemeente {name} daalde het.")[0][0] == code, name


def test_a_name_of_a_neighbourhood_goes_before_that_of_a_municipality_elsewhere() -> None:
    known = {area.name for area in picture(MAASTRICHT).local_areas}
    names = load_municipality_names()
    assert names is not None
    for name in known & set(names.by_name()):
        assert areas(f"In {name} daalde het.", MAASTRICHT)[0][1] == "within"


@given(st.text(max_size=80))
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    assert all(one.span.end <= len(text) for one in named_areas(text, picture(EXAMPLE)))


@pytest.mark.parametrize(
    "piece", ["in Noord ", "in Zomaar ", "A", "Aa-", "Noord", " ", "in het land ", "Aap ", "in Heerlen en "]
)
def test_nasty_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    took = []
    for length in (75_000, 300_000):
        start = time.process_time()
        named_areas((piece * (length // len(piece) + 1))[:length], picture(EXAMPLE))
        took.append(time.process_time() - start)
    assert took[1] < max(1.0, 12 * took[0])
