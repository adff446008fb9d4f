# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken check`` with the rules themselves, on invented documents about Voorbeeldstad."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from publications.check_schema import CheckRecord, read_record

from .conftest import Answer, Run

# An invented person.
NAME = ("Floortje", "Verzonnenaar")
CALM = (
    "Voorbeeldstad\n\nDe raad komt op 3 maart 2026 bijeen in het gemeentehuis.\n\n"
    "In 2024 waren er meer woninginbraken dan in 2021.\n"
)
WRONG = (
    "Veiligheidsbeeld Voorbeeldstad\n\nVergadering van 3 maart 2026.\n\n"
    "De geregistreerde criminaliteit is tussen 2022 en 2025 in alle opzichten gedaald.\n\n"
    "De criminaliteit is gedaald dankzij de wijkteams. Inwoners voelen zich onveilig.\n\n"
    "Zie bijlage 4 en het XQZ.\n"
)
PERSONAL = f"{WRONG}\nDe verdachte, mevrouw {' '.join(NAME)} (43), is aangehouden.\n"


def checked(run: Run, text: str, *words: str) -> Answer:
    Path("stuk.txt").write_text(text, "utf-8")
    return run("check", "stuk.txt", *words)


def read(run: Run, text: str, *words: str) -> CheckRecord:
    return read_record(checked(run, text, "--json", *words).out)


@pytest.mark.parametrize(("text", "code"), [(CALM, 0), (WRONG, None), (PERSONAL, 1)])
def test_the_record_has_its_form_and_the_exit_code_tells_whether_something_is_wrong(
    run: Run, text: str, code: int | None
) -> None:
    answer = checked(run, text, "--json")
    said = read_record(answer.out)
    assert answer.code == int(bool(said.summary.verdicts["contradicted"] or said.summary.remarks.error))
    assert code in {None, answer.code}
    assert (said.area.code, said.date, said.date_known) == ("GM9999", "2026-03-03", True)
    assert said.summary.claims == len(said.claims) == sum(said.summary.verdicts.values())
    assert sum(one.weight == "error" for one in said.remarks) == said.summary.remarks.error
    assert [one.number for one in said.claims] == list(range(1, len(said.claims) + 1))
    for claim in said.claims:
        assert claim.place.start < claim.place.end <= said.document.characters
        assert claim.reason.nl
        assert claim.reason.en


def test_a_sentence_is_held_against_figures_with_their_age(run: Run) -> None:
    said = read(run, WRONG)
    first = next(one for one in said.claims if "alle opzichten" in one.sentence)
    assert first.figures
    assert all(one.months_old >= 0 and one.area for one in first.figures)
    cause = next(one for one in said.claims if "dankzij" in one.sentence and one.kind == "cause")
    assert cause.verdict == "cause_without_source"
    assert cause.settle


def test_a_name_comes_out_in_no_form(run: Run) -> None:
    forms = {
        form: checked(run, PERSONAL, "--html", "blad.html", *options)
        for form, options in {"short": (), "all": ("--all",), "json": ("--json",)}.items()
    }
    texts = {form: said.out + said.err for form, said in forms.items()}
    texts["page"] = Path("blad.html").read_text("utf-8")
    for form, text in texts.items():
        for part in NAME:
            assert part.lower() not in text.lower(), form
    for form in ("all", "json", "page"):
        assert "█████" in texts[form], form


def test_the_short_answer_is_a_screen_and_the_long_one_is_not(run: Run) -> None:
    paragraphs = "\n\n".join(
        f"De criminaliteit is gedaald in {year}. Zie het rapport X{year}Q." for year in range(1990, 2026)
    )
    text = f"{WRONG}\n{paragraphs}\n"
    short, whole = checked(run, text), checked(run, text, "--all")
    assert len(short.out.splitlines()) <= 60
    assert len(whole.out.splitlines()) > 100
    assert short.code == whole.code


def test_a_document_about_elsewhere_is_not_judged_by_our_figures(run: Run) -> None:
    text = "Zandermeer\n\nVergadering van 3 maart 2026.\n\nIn Zandermeer is het aantal inbraken gehalveerd.\n"
    refused = checked(run, text)
    assert refused.code == 2
    assert "Use --area" in refused.error_line
    for claim in read(run, text, "--area", "GM9999").claims:
        assert claim.verdict not in {"supported", "partly", "contradicted"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("leeg.txt", b""),
        ("leeg2.txt", b"\n \n"),
        ("beeld.txt", bytes(range(256)) * 9),
        ("stuk.pdf", b"%PDF-1.4 kapot"),
        ("stuk.docx", b"PK\x03\x04kapot"),
        ("stuk.pptx", b"kapot"),
        ("stuk.doc", b"\xd0\xcf\x11\xe0"),
    ],
)
def test_a_broken_file_is_one_line_with_its_name_and_exit_code_2(run: Run, name: str, content: bytes) -> None:
    Path(name).write_bytes(content)
    said = run("check", name, "--area", "GM9999")
    assert said.code == 2
    assert name in said.error_line
    assert said.out == ""


ELSEWHERE = """Gemeente Nergenshuizen
Raadsvergadering: 12 maart 2025

Voor het voorstel stemmen 20 leden: dhr. Jansen (VVD), mw. De Wit (CDA).

In onze gemeente is het geweld sinds 2019 gedaald.
"""


def test_a_document_of_a_municipality_that_is_not_held_is_checked_without_its_figures(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "elsewhere.txt"
    file.write_text(ELSEWHERE, encoding="utf-8")
    named = json.loads(run("check", str(file), "--json").out)
    assert [one["verdict"] for one in named["claims"]] == ["not_judgeable"]
    assert {"area-unheld", "vote-totals"} <= {one["rule"] for one in named["remarks"]}
    assert "Over Nergenshuizen." in run("check", str(file)).out
    assert "Over Nergenshuizen." in run("check", str(file), "--area", "GM0917").out


def test_a_slip_in_the_name_of_a_held_municipality_is_still_asked_about(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "elsewhere.txt"
    file.write_text(ELSEWHERE, encoding="utf-8")
    answer = run("check", str(file), "--area", "Voorbeeldstat")
    assert (answer.code, answer.out) == (2, "")
    assert "Voorbeeldstad" in answer.error_line


THEMES = """Thema's van het programma

- {first}
- {second}
"""


def test_an_earlier_document_shows_which_themes_were_renamed_or_dropped(run: Run, tmp_path: Path) -> None:
    before, after = tmp_path / "plan 2022.txt", tmp_path / "plan 2026.txt"
    before.write_text(
        THEMES.format(first="Ondermijnende criminaliteit", second="Jeugd en zorg"), encoding="utf-8"
    )
    after.write_text(THEMES.format(first="Ondermijning", second="Verkeer"), encoding="utf-8")
    asked = ("check", str(after), "--area", "GM9999", "--json")
    alone, beside = json.loads(run(*asked).out), json.loads(run(*asked, "--with", str(before)).out)

    def rules(found: dict[str, list[dict[str, str]]]) -> set[str]:
        return {one["rule"] for one in found["remarks"] if one["rule"].startswith("themes-")}

    assert rules(alone) == set()
    assert {"themes-renamed", "themes-gone", "themes-new"} <= rules(beside)
    assert run(*asked, "--with", str(tmp_path / "no.txt")).code == 2
