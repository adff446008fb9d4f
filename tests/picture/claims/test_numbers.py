# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which numbers of a sentence are measured numbers, and how they are meant."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.catalogue.lexicon_time import load_numbers
from baken.model.claim import Exactness, StatedNumber
from baken.picture.claims.numbers import stated_numbers
from baken.picture.claims.numbers_words import NumberWords, flat

ABOUT, LEAST, MOST, EXACT = Exactness.ABOUT, Exactness.AT_LEAST, Exactness.AT_MOST, Exactness.EXACT


def only(sentence: str) -> StatedNumber:
    (found,) = stated_numbers(sentence)
    return found.number


@pytest.mark.parametrize(
    ("sentence", "value", "unit", "decimals", "exactness"),
    [
        ("Driehonderdtachtig geweldsdelicten in 2023.", "380", "count", 0, EXACT),
        ("Ruim 2.500 geregistreerde misdrijven.", "2500", "count", 0, LEAST),
        ("Het aantal aangiften bleef met circa 90 gelijk.", "90", "count", 0, ABOUT),
        ("Er waren negentig gevallen van straatroof.", "90", "count", 0, EXACT),
        ("In 2025 kwam het aantal verwijzingen uit op 77.", "77", "count", 0, EXACT),
        ("In 2017 bedroeg het aantal geweldsdelicten 512.", "512", "count", 0, EXACT),
        ("Een daling van 12,5 procent.", "12.5", "percent", 1, EXACT),
        ("Een daling van twaalf komma vijf procent.", "12.5", "percent", 1, EXACT),
        ("Het daalde met 12 %.", "12", "percent", 0, EXACT),
        ("Het veranderde met -12%.", "-12", "percent", 0, EXACT),
        ("Een daling tot 18,2 procent.", "18.2", "share", 1, EXACT),
        ("Een stijging van 2,4 procentpunt.", "2.4", "points", 1, EXACT),
        ("Een stijging van 2,4 %-punt.", "2.4", "points", 1, EXACT),
        ("Het cijfer is 6,3 per duizend inwoners.", "6.3", "rate", 1, EXACT),
        ("Er waren 3,1 woninginbraken per 1.000 inwoners.", "3.1", "rate", 1, EXACT),
        ("Per 1.000 inwoners registreerde de politie 47 misdrijven.", "47", "rate", 0, EXACT),
        ("Dat is 63 per 10.000 inwoners.", "6.3", "rate", 1, EXACT),
        ("Inwoners gaven gemiddeld een 7,6.", "7.6", "mark", 1, EXACT),
        ("Het rapportcijfer van 7,2 is mooi.", "7.2", "mark", 1, EXACT),
        ("Inwoners geven een zeven voor veiligheid.", "7", "mark", 0, EXACT),
        ("Bijna een op de vijf inwoners.", "20", "percent", 0, MOST),
        ("1 op 5 inwoners.", "20", "percent", 0, ABOUT),
        ("Drie op de tien inwoners.", "30", "percent", 0, ABOUT),
        ("Met een kwart gedaald.", "25", "percent", 0, ABOUT),
        ("Driekwart van de inwoners.", "75", "percent", 0, ABOUT),
        ("Ruim een derde van de inwoners.", "33.3", "percent", 1, LEAST),
        ("Met de helft verminderd.", "50", "percent", 0, ABOUT),
        ("Gehalveerd sinds 2018.", "0.5", "times", 1, ABOUT),
        ("Verdubbeld sinds 2018.", "2", "times", 0, ABOUT),
        ("Tweemaal zo veel als toen.", "2", "times", 0, ABOUT),
        ("Anderhalf keer zo vaak.", "1.5", "times", 1, ABOUT),
        ("Half zo veel als toen.", "0.5", "times", 1, ABOUT),
        ("Het groeide met een factor drie.", "3", "times", 0, ABOUT),
        ("Niet meer dan 3 procent.", "3", "percent", 0, MOST),
        ("Minder dan 10 procent.", "10", "percent", 0, MOST),
        ("Ten minste 45 procent.", "45", "percent", 0, LEAST),
        ("Zo'n 20 procent.", "20", "percent", 0, ABOUT),
        ("Net geen 20 procent.", "20", "percent", 0, MOST),
        ("77 jongeren kregen een Halt-straf.", "77", "count", 0, EXACT),
    ],
)
def test_a_measured_number_is_read_as_it_is_meant(
    sentence: str, value: str, unit: str, decimals: int, exactness: Exactness
) -> None:
    number = only(sentence)
    assert (number.value, number.unit) == (Decimal(value), unit)
    assert (number.decimals, number.exactness) == (decimals, exactness)


@pytest.mark.parametrize(
    ("sentence", "before", "value", "unit"),
    [
        ("Van 3,5 in 2019 naar 1,1 in 2025 per 1.000 inwoners.", "3.5", "1.1", "rate"),
        ("Van 2,9 per 1.000 inwoners in 2024 naar 1,0 in 2025.", "2.9", "1.0", "rate"),
        ("Het daalde van 23 naar 19 procent.", "23", "19", "share"),
        ("Nu 19 procent (was 23,1 procent).", "23.1", "19", "share"),
        ("Nu 19 procent, tegen 23 procent in 2024.", "23", "19", "share"),
        ("Het rapportcijfer steeg van een 7,0 in 2021 naar een 7,2.", "7.0", "7.2", "mark"),
        ("Het aantal meldingen daalde van driehonderd naar tweehonderdvijftig.", "300", "250", "count"),
    ],
)
def test_a_change_keeps_both_its_numbers(sentence: str, before: str, value: str, unit: str) -> None:
    number = only(sentence)
    assert (number.before, number.value, number.unit) == (Decimal(before), Decimal(value), unit)


@pytest.mark.parametrize(
    "sentence",
    [
        "Jongeren tot 23 jaar, van 12 tot en met 17 jaar.",
        "Artikel 172 van de Gemeentewet en artikel 13b.",
        "Het kost 75 euro en 12,5 fte.",
        "Bel 112 of 0900-8844 bij overlast.",
        "Binnen 72 uur, om 12.30 uur, op 17-12-2024.",
        "Zaaknummer 2022.18345 over inbraken.",
        "In vijf wijken namen we drie maatregelen, ten eerste camera's.",
        "Vraag 4: is het aantal inbraken gedaald?",
        "Van de 48 controles werden er 11 samen met de Belastingdienst uitgevoerd.",
        "In 2025 en 2024 was het aantal misdrijven lager.",
        "Het aantal registraties per 1.000 inwoners.",
        "Voor de derde keer een derde camera, kwart over acht.",
        "In de tweede helft van 2025.",
        "Het team hield 23 verdachten aan voor een inbraak.",
        "Een melding van overlast.",
        "Van 5 op 7 mei was er overlast.",
        "Dat is 5-6 procent.",
        "Nu 12 per 100 inwoners.",
    ],
)
def test_other_numbers_are_left_alone(sentence: str) -> None:
    assert stated_numbers(sentence) == ()


def test_against_another_place_is_no_change() -> None:
    found = stated_numbers("Hier 19 procent, tegen 23 procent in het land.")
    assert [one.number.before for one in found] == [None, None]


def dutch(value: Decimal) -> str:
    return f"{value:,}".translate(str.maketrans(",.", ".,"))


@given(st.lists(st.decimals(0, 10**7, places=1), min_size=1, max_size=6))
def test_any_list_of_numbers_written_in_dutch_is_read_back(values: list[Decimal]) -> None:
    sentence = "; ".join(f"{dutch(value)} procent" for value in values) + "."
    found = stated_numbers(sentence)
    assert [one.number.value for one in found] == values
    assert all(one.span.of(sentence) == f"{dutch(v)} procent" for one, v in zip(found, values, strict=True))


@given(st.integers(2, 99), st.sampled_from(["honderd", "duizend"]), st.integers(1, 99))
def test_number_words_are_read_back(many: int, scale: str, few: int) -> None:
    words = NumberWords(load_numbers())
    by_value = {number: word for word, number in words.small.items()}
    written = f"{by_value[many]}{scale}{by_value[few]}"
    assert only(f"{written} misdrijven").value == many * {"honderd": 100, "duizend": 1000}[scale] + few


@given(st.text(max_size=80))
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    assert len(flat(text)) == len(text)
    assert all(one.span.end <= len(text) for one in stated_numbers(text))


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        " ",
        "(",
        "1.000.",
        "een derde ",
        "van 1 naar ",
        "honderd",
        "a-",
        "12,5 procent ",
        "nieuwe ",
        "per 1.000 ",
    ],
)
def test_nasty_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    took = []
    for length in (75_000, 300_000):
        start = time.process_time()
        stated_numbers((piece * (length // len(piece) + 1))[:length])
        took.append(time.process_time() - start)
    assert took[1] < max(1.0, 12 * took[0])
