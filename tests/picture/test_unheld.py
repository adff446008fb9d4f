# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Documents of municipalities of which nothing is held: three that do not exist, with forms of their own."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from baken.council.vote import Side
from baken.documents.document import text_document
from baken.model.claim import ClaimVerdict
from baken.picture.checked import CheckedDocument
from baken.picture.document_check import check_document
from baken.picture.picture import SafetyPicture
from baken.picture.unheld import CODE, unheld_material

ON = date(2026, 5, 1)
OPEN = {ClaimVerdict.NOT_JUDGEABLE, ClaimVerdict.TOO_GENERAL, ClaimVerdict.CAUSE_WITHOUT_SOURCE}


@cache
def place(name: str) -> SafetyPicture:
    return SafetyPicture(unheld_material(name, ON))


def check(name: str, text: str) -> CheckedDocument:
    return check_document(text_document(text), place(name))


WIERDENAARDE = """Besluitenlijst raad gemeente Wierdenaarde
Raadsvergadering d.d. donderdag 12 maart 2026

6. Uitvoeringsprogramma Veiligheid 2026

Fractie | Voor | Tegen
Wierden Lokaal | De Boer, Jansen, van der Velde |
M:ENS | Smit | Pietersen
PvdA/GroenLinks | | Bakker, Visser

Met 4 stemmen voor en 3 stemmen tegen is het voorstel aangenomen.

Het aantal woninginbraken in Wierdenaarde daalde in 2025 met 12 procent.
"""
OUD_ZANDDIJK = """Notulen van de raad van Oud-Zanddijk, vergadering van 5-2-2026

Agendapunt 11.c: Nota Leefbaarheid

Het voorstel wordt bij handopsteken aangenomen met 21 stemmen voor en 8 tegen. De heer De Wit (Dorpsbelang)
verlaat voor de stemming de vergadering.

De overlast in de dorpen is gehalveerd dankzij de buurtvaders.
"""
HET_VELD = """# Jaarbericht veiligheid 2025 - Het Veld

| Delict | 2024 | 2025 |
|---|---|---|
| Fietsendiefstal | 210 | 180 |

Het voorstel is zonder hoofdelijke stemming vastgesteld in de raadsvergadering van 9 april 2026.

Inwoners van Het Veld voelen zich veiliger dan twee jaar geleden. Wij doen het goed.
"""


def test_a_vote_in_a_table_of_names() -> None:
    found = check("Wierdenaarde", WIERDENAARDE)
    assert found.council is not None
    (vote,) = found.council.votes
    assert vote.faction_totals(Side.FOR) == {"Wierden Lokaal": 3, "M:ENS": 1}
    assert vote.faction_totals(Side.AGAINST) == {"M:ENS": 1, "PvdA/GroenLinks": 2}
    assert (found.said, found.said_known) == (date(2026, 3, 12), True)
    assert found.council.agenda.item(date(2026, 3, 12), "6") is not None


def test_a_show_of_hands_with_someone_who_leaves() -> None:
    found = check("Oud-Zanddijk", OUD_ZANDDIJK)
    assert found.council is not None
    (vote,) = found.council.votes
    assert {one.side: one.count for one in vote.stated} == {Side.FOR: 21, Side.AGAINST: 8}
    assert found.council.agenda.item(date(2026, 2, 5), "11c") is not None
    assert {one.verdict for one in found.claims} == {ClaimVerdict.CAUSE_WITHOUT_SOURCE}


def test_a_report_without_a_roll_call() -> None:
    found = check("Het Veld", HET_VELD)
    assert found.said == date(2026, 4, 9)
    assert [one.claim.sentence.of(found.shown).split()[0] for one in found.claims] == ["Inwoners"]


@pytest.mark.parametrize(
    ("name", "text"), [("Wierdenaarde", WIERDENAARDE), ("Oud-Zanddijk", OUD_ZANDDIJK), ("Het Veld", HET_VELD)]
)
def test_every_such_document_says_that_nothing_is_held_and_judges_nothing(name: str, text: str) -> None:
    found = check(name, text)
    assert (found.area, found.area_name) == (CODE, name)
    assert [name in one.message.nl for one in found.remarks if one.rule == "area-unheld"] == [True]
    assert found.claims
    assert {one.verdict for one in found.claims} <= OPEN
    assert not any(figure.area == CODE for one in found.claims for figure in one.figures)
    assert not [one.rule for one in found.remarks if one.rule.startswith(("vote-totals", "link", "personal"))]


def test_the_register_of_such_a_municipality_holds_it_by_its_name() -> None:
    material = unheld_material("Het Veld", ON)
    assert material.register.root == CODE
    assert material.register[CODE].name == "Het Veld"
    assert not material.register.divisions
