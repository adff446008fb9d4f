# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of a council document become observations, by the labels that the catalogue knows."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from baken.catalogue.catalogue import load_catalogue
from baken.catalogue.files import read_csv
from baken.model.errors import InputError
from baken.model.observation import Precision, Presence
from baken.model.period import PeriodKind
from baken.sources.council_document import CouncilFigures, read_council_document
from baken.sources.registry import ROOT

SHARED = Path(__file__).parents[3] / "shared"
PROPOSAL = SHARED / "seeds/004_fb015403efaea0b8.txt"
EXPECTED = SHARED / "domain/seed_indicators.csv"
SAID = date(2022, 12, 20)
needs_shared = pytest.mark.skipif(
    not PROPOSAL.exists(), reason="the council proposal (../shared) is not on this machine"
)
SHORT = """Objectieve Effectindicatoren
Bron politiecijfers

2019 2020 2021

BBV: Aantal winkeldiefstallen per 1.000
inwoners 3,4 2,4 2,2

BBV: Aantal verwijzingen Halt per 1.000 jongeren 12-17 jaar 19 29 18

Rapportcijfer veiligheid in buurt 7,1 GM 7,3
"""


def read(text: str = SHORT, on: date = SAID) -> CouncilFigures:
    return read_council_document(text.encode(), load_catalogue(), "GM0935", on)


@needs_shared
def test_the_proposal_gives_all_55_observations() -> None:
    found = read_council_document(PROPOSAL, load_catalogue(), "GM0935", SAID, "seed/table@2022-12-20")
    assert found.unknown == ()
    labels = {one[-1].id: one[-1].label.nl for one in load_catalogue().indicators.values()}
    read_out = {
        (labels[one.indicator], str(one.period.year)): (str(one.value or ""), one.presence.value, one.unit)
        for one in found.observations
    }
    with EXPECTED.open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file))
    wanted = {
        (row["name_nl"], row["year"]): (row["value"], row["status"].replace(" ", "_"), row["unit"])
        for row in listed
    }
    assert len(wanted) == len(found.observations) == 55
    assert read_out == wanted
    assert {one.snapshot for one in found.observations} == {"seed/table@2022-12-20"}


@needs_shared
def test_the_proposal_gives_what_the_project_carries_of_it() -> None:
    found = read_council_document(PROPOSAL, load_catalogue(), "GM0935", SAID)
    read_out = {
        (one.indicator, str(one.period)): (str(one.value or ""), one.literal, one.precision.value)
        for one in found.observations
    }
    rows = read_csv(ROOT / "raadsvoorstel_2023/figures.csv", ("indicator",))
    assert read_out == {
        (row["indicator"], row["period"]): (row["value"], row["literal"], row["precision"]) for _, row in rows
    }


def test_a_label_broken_over_lines_and_dutch_numbers() -> None:
    first, *_ = read().observations
    assert (first.indicator, first.value, first.literal) == ("winkeldiefstal", Decimal("3.4"), "3,4")
    assert (first.precision, first.count) == (Precision.RATE_ONLY, None)


def test_gm_is_not_measured_and_belongs_to_a_survey_wave() -> None:
    marks = [one for one in read().observations if one.indicator == "rapportcijfer-veiligheid"]
    assert [one.presence for one in marks] == [Presence.VALUE, Presence.NOT_MEASURED, Presence.VALUE]
    assert (marks[1].value, marks[1].literal, marks[1].period.kind) == (None, "GM", PeriodKind.WAVE)
    assert marks[0].precision is Precision.SURVEY_WITHOUT_MARGINS


def test_a_row_that_nobody_knows_is_named_and_not_taken() -> None:
    found = read(SHORT + "\nAantal bezoekers van de kermis 1.200 1.100 900\n")
    assert found.unknown == ("Aantal bezoekers van de kermis",)
    assert len(found.observations) == 9


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("19 29 18", "190 29 18", "is not plausible for halt"),
        ("7,1 GM 7,3", "7,1 7,2 7,3", "the survey was not held in 2020"),
        ("3,4 2,4 2,2", "3,4 2.4 2,2", "line 6: winkeldiefstal 2020"),
        ("19 29 18", "19 -29 18", "-29 cannot be a value of halt"),
    ],
)
def test_a_figure_that_cannot_be_is_refused_with_its_line(old: str, new: str, words: str) -> None:
    with pytest.raises(InputError) as refused:
        read(SHORT.replace(old, new))
    assert words in str(refused.value)
    assert "line" in str(refused.value)


def test_a_year_that_is_not_over_is_refused() -> None:
    with pytest.raises(InputError, match="cannot be known on 2021-06-01"):
        read(on=date(2021, 6, 1))


def test_a_row_twice_is_refused() -> None:
    with pytest.raises(InputError, match="winkeldiefstal 2019 stands here twice"):
        read(SHORT + SHORT)


@pytest.mark.parametrize("text", ["Geen tabel.", "2019 2020 2021\n\nKermis 1 2 3\n"])
def test_a_document_without_a_known_row_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="no table in it has a row that the catalogue knows"):
        read(text)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(InputError, match="the document is not UTF-8 text"):
        read_council_document(b"\xff\xfe", load_catalogue(), "GM0935", SAID)
