# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a sentence asserts: which claims, of what, where, when and which way."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.catalogue.lexicon_claims import load_claim_lexicon, words_pattern
from baken.documents.sentences import sentence_spans
from baken.model.claim import Claim, ClaimKind
from baken.model.errors import InputError
from baken.model.remark import Span
from baken.picture.claims.find import claims_of
from baken.picture.claims.patterns import patterns_of
from baken.picture.claims.reading import Reading
from baken.picture.material import load_material
from baken.picture.picture import SafetyPicture

SAID = date(2026, 5, 1)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return reading_of_the_town()


def reading_of_the_town() -> Reading:
    lexicon = load_claim_lexicon("nl")
    assert lexicon is not None
    return Reading(SafetyPicture(load_material("GM9999", SAID)), SAID, patterns_of(lexicon), "GM9999")


def claims(text: str, reading: Reading) -> list[Claim]:
    return list(claims_of(text, Span(0, len(text)), reading))


def years(claim: Claim) -> str:
    return f"{claim.start or ''}-{claim.end or ''}"


@pytest.mark.parametrize(
    ("text", "indicators", "way", "period"),
    [
        ("De overlast nam tussen 2019 en 2023, zo bleek, fors toe.", ("overlast",), "up", "2019-2023"),
        (
            "Sinds 2021 liep het aantal inbraken in huizen flink terug.",
            ("diefstal-uit-woning",),
            "down",
            "2021-2025",
        ),
        ("Daling van geweld en vernielingen", ("geweld", "vernieling"), "down", "-"),
        ("Woninginbraken, straatroven en overvallen (HIC) stegen in 2024.", ("hic",), "up", "2023-2024"),
        ("De winkeldiefstal bleef in 2024 op hetzelfde niveau.", ("winkeldiefstal",), "same", "2023-2024"),
        ("Het geweld is niet gestegen maar gedaald.", ("geweld",), "down", "-"),
        (
            "De veiligheidsbeleving verslechterde.",
            ("onveilig-in-buurt", "rapportcijfer-veiligheid"),
            "worse",
            "-",
        ),
        ("Overlast: van 14,1 in 2022 naar 16,9 in 2025.", ("overlast",), "up", "2022-2025"),
    ],
)
def test_a_direction_has_its_subject_way_and_years(
    reading: Reading, text: str, indicators: tuple[str, ...], way: str, period: str
) -> None:
    (found,) = claims(text, reading)
    assert (found.kind, found.indicators, found.way, years(found)) == (
        ClaimKind.DIRECTION,
        indicators,
        way,
        period,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Het geweld daalde in 2023, terwijl de overlast in dat jaar opliep.",
            [("geweld", "down", "2022-2023"), ("overlast", "up", "2022-2023")],
        ),
        (
            "De zakkenrollerij steeg in 2023 en daalde in 2024.",
            [("zakkenrollerij", "up", "2022-2023"), ("zakkenrollerij", "down", "2023-2024")],
        ),
        (
            "Geweld daalde in 2025 met 11 procent en vernieling met 6 procent.",
            [("geweld", "down", "2024-2025"), ("vernieling", "down", "2024-2025")],
        ),
    ],
)
def test_a_sentence_may_assert_more_than_one_thing(
    reading: Reading, text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = claims(text, reading)
    assert [(one.indicators[0], one.way, years(one)) for one in found] == expected


def test_a_claim_said_twice_after_a_colon_is_one(reading: Reading) -> None:
    (found,) = claims("Geweld in de lift: een stijging van 12 procent sinds 2021.", reading)
    assert found.number is not None
    assert found.number.value == 12
    assert years(found) == "2021-2025"


@pytest.mark.parametrize(
    ("text", "kind", "about"),
    [
        ("De overlast ligt boven het landelijk gemiddelde.", "comparison", "XX00"),
        ("In Voorbeeldwijk Noord is meer overlast dan in Voorbeeldwijk Zuid.", "comparison", "SD9999-zuid"),
        ("We hebben meer winkeldiefstal dan vergelijkbare gemeenten.", "comparison", "?"),
        ("Er is meer winkeldiefstal dan in 2021.", "direction", ""),
        ("Meer dan 300 winkeldiefstallen werden in 2025 geregistreerd.", "level", ""),
        ("In Voorbeeldwijk Centrum is de meeste overlast van alle stadsdelen.", "comparison", "*"),
    ],
)
def test_than_may_lead_to_a_place_a_time_or_a_number(
    reading: Reading, text: str, kind: str, about: str
) -> None:
    (found,) = claims(text, reading)
    assert (found.kind, found.about) == (kind, about)


@pytest.mark.requirement("RULE-10")
@pytest.mark.parametrize(
    ("text", "kind", "marks"),
    [
        ("Dankzij de camera's daalde de overlast in 2024.", "cause", set()),
        ("Het cameratoezicht heeft ertoe geleid dat de overlast daalde.", "cause", set()),
        (
            "Uit onderzoek van bureau Voorbeeld (2024) blijkt dat de overlast door camera's daalde.",
            "cause",
            {"source"},
        ),
        ("De daling van de overlast hangt samen met het weer.", "direction", set()),
        ("De door de politie geregistreerde overlast daalde.", "direction", {"registrations"}),
    ],
)
def test_a_cause_is_told_from_what_hangs_together(
    reading: Reading, text: str, kind: str, marks: set[str]
) -> None:
    (found,) = claims(text, reading)
    assert found.kind == kind
    assert marks <= found.marks


@pytest.mark.parametrize(
    "text",
    [
        "Is de overlast gedaald?",
        "We willen dat de overlast daalt.",
        "De overlast moet omlaag.",
        "De overlast zal in 2027 dalen.",
        "De overlast kan toenemen als het warm wordt.",
        "Als de overlast stijgt, komt er meer toezicht.",
        "Het is niet bekend of de overlast is gestegen.",
        "Onder overlast verstaan we meldingen bij de politie.",
        "De burgemeester is op grond van artikel 172 van de Gemeentewet bevoegd bij overlast.",
        "Bewoners vrezen een toename van de overlast.",
        "Doe aangifte van winkeldiefstal.",
        "Het aantal inwoners is gestegen.",
        "Uitvoeringsplan Minder overlast 2025-2026",
        "Hoe meer de politie zoekt, hoe meer drugshandel er wordt gevonden.",
        "De begroting voor de aanpak van overlast bedraagt 2 miljoen euro.",
        "",
        "72 uur",
    ],
)
def test_what_only_looks_like_an_assertion_is_none(reading: Reading, text: str) -> None:
    assert claims(text, reading) == []


def test_an_area_that_the_sentence_names_goes_before_that_of_the_page(reading: Reading) -> None:
    page = Reading(reading.picture, reading.said, reading.patterns, "SD9999-oost")
    assert [one.area for one in claims("De overlast daalde.", page)] == ["SD9999-oost"]
    assert [one.area for one in claims("In Voorbeeldwijk Noord daalde de overlast.", page)] == [
        "SD9999-noord"
    ]


def test_sentences_end_at_full_stops_that_end_them() -> None:
    text = "In 2021 (o.a. bij art. 3) was het 1.000. Dhr. Voorbeeld zei: “Nee.” Toen niet!  Klaar"
    found = [one.of(text) for one in sentence_spans(text, Span(0, len(text)))]
    assert found == [
        "In 2021 (o.a. bij art. 3) was het 1.000.",
        "Dhr. Voorbeeld zei: “Nee.”",
        "Toen niet!",
        "Klaar",
    ]


def test_a_wrong_term_is_named() -> None:
    with pytest.raises(InputError, match=r"\(open"):
        words_pattern(["goed", "(open"])


@given(st.text(alphabet="abdefghijlmnorstuvwz ,.:;()0123456789%-–'ÉİßnieuwVOORBEELD", max_size=400))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    reading = _READING
    for one in claims(text, reading):
        assert 0 <= one.words.start <= one.words.end <= len(text)


_READING = reading_of_the_town()
