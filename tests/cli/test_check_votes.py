# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken check`` on votes and words: tables in CSV, addresses on the page, searching, other languages."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from publications.check_schema import read_record

from .conftest import Run

MINUTES = """Besluitenlijst van de raad van Voorbeeldstad
Raadsvergadering van 14 april 2026

9. Veiligheidsplan 2026-2029

Fractie | Voor | Tegen
VVD | 5 | 0
M:ENS | 3 | 0
PvdA/GroenLinks | 0 | 4

Het voorstel is met 8 tegen 4 stemmen aangenomen. Het uitvoeringsplan volgt.

10. Motie M2 Verlichting

De motie wordt met algemene stemmen aangenomen.
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    (tmp_path / "lijst.txt").write_text(MINUTES, "utf-8")
    return "lijst.txt"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as found:
        return list(csv.DictReader(found))


@pytest.mark.requirement("VOTE-09")
def test_the_tables_keep_the_names_of_factions(run: Run, file: str, tmp_path: Path) -> None:
    assert run("check", file, "--csv", "uit/stemmen").code == 0
    found = rows(tmp_path / "uit" / "stemmen" / "faction_votes.csv")
    assert [(one["faction"], one["side"], one["votes"]) for one in found] == [
        ("VVD", "for", "5"),
        ("M:ENS", "for", "3"),
        ("PvdA/GroenLinks", "against", "4"),
    ]
    assert {(one["meeting"], one["item"], one["outcome"]) for one in found} == {
        ("2026-04-14", "9", "adopted")
    }
    sides = rows(tmp_path / "uit" / "stemmen" / "votes.csv")
    assert [(one["side"], one["named"], one["listed"], one["concluded"]) for one in sides] == [
        ("for", "8", "", "8"),
        ("against", "4", "", "4"),
    ]


def test_a_document_without_votes_gives_tables_without_rows(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Het gaat goed in Voorbeeldstad.", "utf-8")
    assert run("check", "a.txt", "--csv", "uit").code == 0
    assert rows(tmp_path / "uit" / "votes.csv") == rows(tmp_path / "uit" / "faction_votes.csv") == []
    said = run("check", "a.txt", "--csv", "a.txt/uit")
    assert said.code == 2
    assert "cannot be written" in said.error_line


@pytest.mark.requirement("VOTE-02", "VOTE-09")
def test_the_record_and_the_page_lead_to_item_and_faction(run: Run, file: str, tmp_path: Path) -> None:
    said = read_record(run("check", file, "--json", "--html", "verslag.html").out)
    assert said.council is not None
    assert [(one.path, one.votes) for one in said.council.agenda] == [
        ("2026-04-14/9", [1]),
        ("2026-04-14/10", [2]),
    ]
    paths = [faction.path for side in said.council.votes[0].sides for faction in side.factions]
    assert paths == ["1/for/VVD", "1/for/M:ENS", "1/against/PvdA%2FGroenLinks"]
    assert said.council.votes[1].mark == "M2"
    page = (tmp_path / "verslag.html").read_text("utf-8")
    assert re.findall(r'<a id="(votes/[^"]+)" href="#\1">([^<]+)</a>', page) == [
        (f"votes/{path}", unquote(path.rpartition("/")[2])) for path in paths
    ]


@pytest.mark.requirement("TRAP-25")
def test_a_search_by_another_name(run: Run, file: str) -> None:
    said = run("check", file, "--find", "uitvoeringsprogramma")
    assert said.code == 0
    assert said.out.splitlines() == ["Gezocht: uitvoeringsprogramma", "uitvoeringsplan (1 keer): regel 11"]
    other = run("check", file, "--find", "zwembad", "--lang", "en")
    assert other.out.splitlines() == ["Looked for: zwembad", "zwembad: not found"]


def test_a_text_in_another_language_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "The number of burglaries in Voorbeeldstad has fallen by 12 percent and this is due to the work "
        "of the police. The council will decide on the plan that was written for the town.",
        "utf-8",
    )
    said = run("check", "a.txt")
    assert said.code == 0
    assert (
        "De tekst is zo te zien in het Engels. Beweringen worden alleen in het Nederlands gezocht."
        in said.out
    )
    assert "geen bewering" not in said.out
    record = read_record(run("check", "a.txt", "--json").out)
    assert record.document.language == "en"


def test_a_name_in_a_heading_is_masked_in_every_place(run: Run, tmp_path: Path) -> None:
    from docx import Document

    word = Document()
    word.add_heading("Voorbeeldstad: klacht van mevrouw Truus Voorbeeldsma (72)", 1)
    word.add_paragraph("In 2025 waren er meer winkeldiefstallen dan in 2024. Zie het XQZ.")
    word.save(str(tmp_path / "a.docx"))
    for words in ((), ("--all",), ("--json",), ("--find", "winkeldiefstallen")):
        said = run("check", "a.docx", *words, "--html", "a.html")
        assert "Voorbeeldsma" not in said.out
        assert "klacht van" in said.out
    assert "Voorbeeldsma" not in (tmp_path / "a.html").read_text("utf-8")
