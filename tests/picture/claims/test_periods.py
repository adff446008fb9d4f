# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which times a sentence names, and which years a claim in it is about."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.picture.claims.periods import Years, period_of, stated_periods
from baken.picture.claims.periods_letters import first_letters

SAID = date(2026, 5, 1)


def about(sentence: str, direction: bool = True) -> Years:
    return period_of(stated_periods(sentence, SAID), direction, 2025)


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("In 2025 daalde het.", 2024, 2025),
        ("In tweeduizendvijfentwintig daalde het.", 2024, 2025),
        ("Vorig jaar daalde het.", 2024, 2025),
        ("Het afgelopen jaar daalde het.", 2024, 2025),
        ("Dit jaar daalt het.", 2025, 2026),
        ("In het verslagjaar 2024 daalde het.", 2023, 2024),
        ("2019-2023: daling.", 2019, 2023),
        ("2019 – 2023: daling.", 2019, 2023),
        ("2019/2023: daling.", 2019, 2023),
        ("'19-'23: daling.", 2019, 2023),
        ("Daling 2019-23.", 2019, 2023),
        ("2019 tot 2023 daalde het.", 2019, 2023),
        ("Van 2019 t/m 2023 daalde het.", 2019, 2023),
        ("Van 2019 tot en met 2023 daalde het.", 2019, 2023),
        ("Tussen 2019 en 2023 daalde het.", 2019, 2023),
        ("Over de jaren 2019 - 2023 daalde het.", 2019, 2023),
        ("Het verschil tussen de jaren 2019 en 2025.", 2019, 2025),
        ("In vijf jaar tijd daalde het.", 2020, 2025),
        ("De afgelopen drie jaar daalde het.", 2022, 2025),
        ("Het voorbije decennium daalde het.", 2015, 2025),
        ("Al drie jaar op rij daalt het.", 2022, 2025),
        ("Sinds 2019 daalt het.", 2019, 2025),
        ("Sinds de start van het programma in 2019 daalt het.", 2019, 2025),
        ("Ten opzichte van 2019 is het gedaald.", 2019, 2025),
        ("T.o.v. 2019 is het gedaald.", 2019, 2025),
        ("Vergeleken met 2019 is het gedaald.", 2019, 2025),
        ("Het is lager dan in 2019.", 2019, 2025),
        ("Tussen 2019 en nu daalde het.", 2019, 2025),
        ("In 2025 lager dan in 2019.", 2019, 2025),
        ("Van 3,0 in 2019 naar 1,5 in 2025.", 2019, 2025),
        ("In 2025 ten opzichte van 2024.", 2024, 2025),
        ("In 2024 minder dan het jaar daarvoor.", 2023, 2024),
        ("Minder dan een jaar eerder.", 2024, 2025),
        ("Minder dan vorig jaar.", 2024, 2025),
        ("Minder dan twee jaar geleden.", 2023, 2025),
        ("Het laagst sinds 2018 in 2024.", 2018, 2024),
    ],
)
def test_each_way_to_write_a_period_gives_its_years(sentence: str, start: int, end: int) -> None:
    assert about(sentence)[:2] == (start, end)


def test_a_level_in_one_year_is_about_that_year() -> None:
    assert about("In 2025 was het 5,0.", direction=False) == (2025, 2025, frozenset())


def test_the_later_year_may_be_the_one_compared_with() -> None:
    assert about("In 2019 was het hoger dan in 2025.") == (2019, 2025, frozenset({"reversed"}))


def test_since_the_newest_year_reaches_beyond_the_figures() -> None:
    assert about("Sinds 2025 daalt het.")[:2] == (2025, 2026)


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("Halverwege 2024 lag het lager dan een jaar daarvoor.", 2024),
        ("In het eerste kwartaal van 2025 daalde het.", 2025),
        ("In de eerste helft van 2025 daalde het.", 2025),
        ("In de eerste maanden van 2026 daalde het.", 2026),
        ("In mei 2025 daalde het.", 2025),
        ("Q2 van 2023.", 2023),
        ("De zomer van 2024 was rustig.", 2024),
        ("Sinds maart 2024 daalt het.", 2024),
        ("De afgelopen maanden daalde het.", None),
    ],
)
def test_a_part_of_a_year_is_marked(sentence: str, start: int | None) -> None:
    found = about(sentence)
    assert found[0] == start
    assert found[2] == {"subperiod"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Meerjarenprogramma Veiligheid 2023-2026",
        "Het Meerjarenprogramma over de periode 2019 – 2022 werd vastgesteld.",
        "Op grond van de Politiewet 2012.",
        "Via de begroting 2023 komt er geld bij.",
        "Uit onderzoek van de Hogeschool Bedenk (2023) blijkt dat het daalt.",
        "Zie de stadsvisie Bedenkstad 2040.",
    ],
)
def test_years_in_names_are_no_period(sentence: str) -> None:
    assert {one.kind for one in stated_periods(sentence, SAID)} == {"name"}
    assert about(sentence)[:2] == (None, None)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("De afgelopen jaren daalde het.", "vague"),
        ("Recent daalde het.", "vague"),
        ("In 2028 is het lager.", "future"),
        ("De komende vier jaar daalt het.", "future"),
        ("Volgend jaar daalt het.", "future"),
        ("In de Veiligheidsmonitor 2023 was het lager.", "year"),
    ],
)
def test_vague_and_future_times_are_told_apart(sentence: str, kind: str) -> None:
    assert [one.kind for one in stated_periods(sentence, SAID)] == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "Eens in de vier jaar.",
        "Het kost 2.025 euro.",
        "Jongeren van 12 tot 18 jaar.",
        "Er zijn 2000 inwoners.",
    ],
)
def test_other_numbers_are_no_period(sentence: str) -> None:
    assert stated_periods(sentence, SAID) == ()


FORMS = [
    "tussen {0} en {1}",
    "van {0} tot en met {1}",
    "{0}-{1}",
    "{0} – {1}",
    "{0}/{1}",
    "{0} t/m {1}",
    "{0} tot {1}",
]


@given(st.integers(1990, 2020), st.integers(1, 5), st.sampled_from(FORMS))
def test_a_span_is_read_back_in_each_form(start: int, years: int, form: str) -> None:
    sentence = f"Het daalde {form.format(start, start + years)} gestaag."
    (found,) = stated_periods(sentence, SAID)
    assert (found.start, found.end, found.kind) == (start, start + years, "span")
    assert found.span.of(sentence) == form.format(start, start + years)


@given(st.text(max_size=80))
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    assert all(one.span.end <= len(text) for one in stated_periods(text, SAID))


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("(?:de |het )?jaar", "dhj"),
        ("(?P<a>19|2[0-9])x", "12"),
        ("(?!x)a|b", "ab"),
        (r"\bq[1-4]", "q"),
        ("a{0,2}b", "ab"),
    ],
)
def test_the_first_letters_of_a_pattern_are_known(pattern: str, letters: str) -> None:
    assert first_letters(pattern) == set(letters)


@pytest.mark.parametrize(
    "piece",
    [
        "2019-",
        " ",
        "(",
        "a-",
        "van ",
        "2019 ",
        "sinds a ",
        "sinds sinds 2019 ",
        "het jaar daarvoor ",
        "plan ",
    ],
)
def test_nasty_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    took = []
    for length in (75_000, 300_000):
        start = time.process_time()
        stated_periods((piece * (length // len(piece) + 1))[:length], SAID)
        took.append(time.process_time() - start)
    assert took[1] < max(1.0, 12 * took[0])
