# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken check`` as a person meets it, with a stand-in for the rules about claims."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from baken.cli.check_area import named_in
from publications.checked import CLAIMS, REMARKS, checked

from .conftest import Run

WORDS = "Het gaat goed in Voorbeeldstad.\nNiets te zien."


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the rules were asked, and what they find: nothing, unless a test puts it here."""
    kept: dict[str, Any] = {"claims": (), "remarks": ()}

    def check_document(document: Any, picture: Any, said: date | None = None) -> Any:
        kept.update(document=document, picture=picture, said=said)
        found = replace(checked(), claims=kept["claims"], remarks=kept["remarks"])
        return replace(found, said_known=said is not None)

    module = ModuleType("baken.picture.document_check")
    module.check_document = check_document  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "baken.picture.document_check", module)
    return kept


@pytest.fixture
def file(tmp_path: Path) -> str:
    (tmp_path / "beeld.txt").write_text(WORDS, "utf-8")
    return "beeld.txt"


def test_it_is_about_the_municipality_that_the_document_names(
    run: Run, file: str, rules: dict[str, Any]
) -> None:
    said = run("check", file)
    assert (said.code, said.err) == (0, "")
    assert "Over Voorbeeldstad." in said.out
    assert rules["document"].name == "beeld.txt"
    assert rules["picture"].material.municipality.code == "GM9999"
    assert rules["said"] is None


def test_area_and_date_are_handed_on(run: Run, file: str, rules: dict[str, Any]) -> None:
    assert run("check", file, "--area", "maastricht", "--date", "2026-03-10").code == 0
    assert rules["picture"].material.municipality.code == "GM0935"
    assert rules["picture"].material.on == rules["said"] == date(2026, 3, 10)


def test_a_contradicted_claim_or_an_error_is_exit_code_1(run: Run, file: str, rules: dict[str, Any]) -> None:
    rules["claims"] = (CLAIMS[0], CLAIMS[3])
    rules["remarks"] = REMARKS[1:]
    assert run("check", file).code == 0
    rules["claims"] = (CLAIMS[1],)
    said = run("check", file)
    assert (said.code, said.err) == (1, "")
    assert "Klopt niet" in said.out
    rules |= {"claims": (), "remarks": REMARKS[:1]}
    assert run("check", file).code == 1


def test_json_and_a_page_at_once(run: Run, file: str, rules: dict[str, Any], tmp_path: Path) -> None:
    rules |= {"claims": CLAIMS, "remarks": REMARKS}
    said = run("check", file, "--json", "--html", "verslag.html", "--lang", "en")
    assert said.code == 1
    assert said.json["summary"]["claims"] == 5
    page = (tmp_path / "verslag.html").read_text("utf-8")
    assert '<html lang="en">' in page
    assert "Does not fit" in page


@pytest.mark.parametrize("option", ["--lang", "--language"])
def test_the_language_of_the_answer(run: Run, file: str, rules: dict[str, Any], option: str) -> None:
    assert run("check", file, option, "en").out.startswith("Held against the figures: ")


def test_the_area_of_the_workspace_where_the_document_names_none(
    run: Run, rules: dict[str, Any], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Het gaat goed.", "utf-8")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "baken.toml").write_text('area = "GM0935"\n', "utf-8")
    assert run("check", "a.txt", "--workspace", "mine").code == 0
    assert rules["picture"].material.municipality.code == "GM0935"


@pytest.mark.parametrize(
    ("words", "text", "message"),
    [
        ((), "Het gaat goed.", "the document names none"),
        ((), "Van Maastricht naar Voorbeeldstad.", "Maastricht (GM0935), Voorbeeldstad (GM9999)"),
        (("--area", "nergens"), WORDS, "unknown area 'nergens'"),
        (("--area", "SD9999-oost"), WORDS, "is a part of Voorbeeldstad"),
        (("--date", "gisteren"), WORDS, "'gisteren' is not a date"),
        (("--lang", "fr"), WORDS, "'fr' is no language here"),
        (("--html", "nowhere/a.html"), WORDS, "nowhere/a.html"),
    ],
)
def test_bad_input_is_exit_code_2_and_one_line(
    run: Run, rules: dict[str, Any], words: tuple[str, ...], text: str, message: str
) -> None:
    Path("a.txt").write_text(text, "utf-8")
    said = run("check", "a.txt", *words)
    assert said.code == 2
    assert message in said.error_line


def test_a_file_that_is_not_there_or_of_no_known_kind(run: Run, tmp_path: Path) -> None:
    assert run("check", "nowhere.docx").code == 2
    (tmp_path / "a.zip").write_bytes(b"PK")
    assert run("check", "a.zip").code == 2


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("In Maastricht gaat het goed.", ["GM0935"]),
        ("GEMEENTE MAASTRICHT", ["GM0935"]),
        ("Maastricht-Oost en de Maastrichtse wijken", ["GM0935"]),
        ("De Maastrichtse wijken", []),
        ("maastricht", []),
        ("", []),
    ],
)
def test_a_name_counts_as_a_word_of_its_own(text: str, codes: list[str]) -> None:
    assert list(named_in(text)) == codes
