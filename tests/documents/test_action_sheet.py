# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A file with actions as people make it is understood, or refused whole with a line for every problem."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from baken.documents import archive
from baken.model.action import Action, ActionStatus, MoneyKind, OwnerKind
from baken.model.text import Text
from baken.sources.actions import sheets
from baken.sources.actions.changes import compare
from baken.sources.actions.known import Choice, KnownNames
from baken.sources.actions.reading import ReadActions, read_actions
from baken.sources.actions.values import read_day, read_money, read_owners
from workbooks import excel, ods, ods_of

KNOWN = KnownNames(
    themes=(
        Choice(
            id="winkelgebied", name=Text("Veilig winkelgebied", "Safe shopping area"), others=("centrum",)
        ),
        Choice(id="ondermijning", name=Text("Ondermijning", "Subversion")),
    ),
    goals=(
        Choice(id="g1", name=Text("Minder diefstal", "Less theft")),
        Choice(id="g2", name=Text("Minder diefstal", "Less theft")),
    ),
    areas=(Choice(id="WK999901", name=Text("Oost", "East")),),
)
HEAD = ["Actie", "Trekker", "Thema"]


def read(path: Path) -> ReadActions:
    return read_actions(path.read_bytes(), KNOWN, name=path.name)


def of(folder: Path, *rows: Sequence[object], change: Any = None) -> ReadActions:
    return read(excel(folder / "plan.xlsx", {"Acties": rows}, change))


def lines(found: ReadActions) -> list[str]:
    assert not found.problems or not found.rows
    return [one.text.nl for one in found.problems]


def test_columns_may_stand_in_any_order_and_language(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        ["Ons uitvoeringsplan"],
        [],
        [" THEME ", "lead", "Action", "Mede eigenaren", "KOSTEN"],
        ["safe  shopping AREA", "Toezicht", "Controleren", "Politie; OM;", "€ 5.000"],
        [None, None, None, None, None],
        ["Centrum", "", "Praten", None, "n.v.t."],
        ["ONDERMIJNING", "Toezicht", "Kijken", None, 0],
    )
    assert lines(found) == []
    assert found.actions == (
        Action(
            id="",
            title="Controleren",
            theme="winkelgebied",
            lead="Toezicht",
            co_owners=("Politie", "OM"),
            money=Decimal(5000),
        ),
        Action(id="", title="Praten", theme="winkelgebied"),
        Action(id="", title="Kijken", theme="ondermijning", lead="Toezicht", money=Decimal(0)),
    )


def test_everything_that_is_wrong_is_said_at_once_with_its_place(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        ["Kenmerk", "Actie", "Thema", "Geld", "Status", "Doel", "Bijgewerkt op", "Klaar"],
        ["a", "Een", "Ondermining", "veel", "hangt", "Minder diefstal", "ooit", 12.5],
        ["a", None, "xyz", "5,000", None, "g1", None, None],
    )
    assert lines(found) == [
        "Blad Acties, rij 2, kolom C, Thema 'Ondermining': onbekend. Bedoelt u: Ondermijning?",
        "Blad Acties, rij 2, kolom D, Geld (euro) 'veel': dit is geen bedrag in euro's. Typ bijvoorbeeld "
        "1.250,50, of laat de cel leeg.",
        "Blad Acties, rij 2, kolom E, Status 'hangt': dit staat niet in de lijst. Kies uit: niet begonnen, "
        "in uitvoering, geblokkeerd, klaar, gestopt.",
        "Blad Acties, rij 2, kolom F, Doel 'Minder diefstal': deze naam kan op meer dan één slaan. Typ een "
        "van: g1, g2.",
        "Blad Acties, rij 2, kolom G, Bijgewerkt op 'ooit': dit is geen dag. Typ bijvoorbeeld 31-12-2027.",
        "Blad Acties, rij 2, kolom H, Klaar '12.5': dit is geen dag. Typ bijvoorbeeld 31-12-2027.",
        "Blad Acties, rij 3, kolom B, Actie: er staat geen naam van een actie. Vul de naam in, of maak de "
        "hele rij leeg.",
        "Blad Acties, rij 3, kolom C, Thema 'xyz': onbekend. Kies uit de lijst op het blad Keuzes, of laat "
        "de cel leeg.",
        "Blad Acties, rij 3, kolom D, Geld (euro) '5,000': dit bedrag is op twee manieren te lezen. Typ 5000 "
        "of 5,00.",
        "Blad Acties, rij 3: het kenmerk 'a' staat ook hier: Blad Acties, rij 2. Maak het leeg als het een "
        "nieuwe actie is.",
    ]
    first = found.problems[0]
    assert (first.sheet, first.row, first.column, first.value) == ("Acties", 2, "C", "Ondermining")
    assert first.nearest == ("Ondermijning",)
    assert (
        first.text.en
        == "Sheet Acties, row 2, column C, Theme 'Ondermining': unknown. Did you mean: Ondermijning?"
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.250,50", "1250.50"),
        ("€ 5.000", "5000"),
        ("5.000,-", "5000"),
        ("EUR 12", "12"),
        ("1 250,5 euro", "1250.5"),
        ("1,250.50", "1250.50"),
        ("1250.5", "1250.5"),
        ("0", "0"),
    ],
)
def test_an_amount_is_read_as_people_write_it(text: str, value: str) -> None:
    assert read_money(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "n.v.t.", " NVT ", "PM", "-", "onbekend"])
def test_an_amount_that_is_not_known_is_no_zero(text: str) -> None:
    assert read_money(text) is None


@pytest.mark.parametrize("text", ["5,000", "10%", "5k", "1.5 mln", "geen", "1.25.000", "€"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"two ways|is not a number"):
        read_money(text)


def test_a_percentage_or_a_day_is_no_amount(tmp_path: Path) -> None:
    def percent(book: Any) -> None:
        book["Acties"]["B2"].number_format = "0%"

    found = of(tmp_path, ["Actie", "Geld"], ["a", 0.5], ["b", date(2027, 1, 1)], change=percent)
    assert [(one.row, one.value) for one in found.problems] == [(2, "50%"), (3, "2027-01-01")]


def test_an_amount_is_in_whole_cents(tmp_path: Path) -> None:
    found = of(tmp_path, ["Actie", "Geld"], ["a", 5000 / 3], ["b", "1.000.000.000.000"], ["c", 0.1 + 0.2])
    said = "dit is geen bedrag in hele centen, of het is te groot."
    assert [said in line for line in lines(found)] == [True, True]
    assert [one.row for one in found.problems] == [2, 3]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Q2 2027", date(2027, 4, 1), date(2027, 6, 30)),
        ("uiterlijk begin 2027", None, date(2027, 3, 31)),
        ("2027", date(2027, 1, 1), date(2027, 12, 31)),
        ("vanaf 1 mei 2026", date(2026, 5, 1), None),
        ("doorlopend", None, None),
        ("31-2-2027", None, None),
        ("eind 2027 [2027-02-31]", None, None),
        ("na Q1 2026, voor Q3 2027", None, None),
    ],
)
def test_words_for_a_day_are_kept_beside_the_day(text: str, first: date | None, last: date | None) -> None:
    assert read_day(text, last=False) == (text, first)
    assert read_day(text, last=True) == (text, last)


def test_a_date_in_digits_is_a_day_without_words(tmp_path: Path) -> None:
    assert read_day("31-12-2027", last=True) == ("", date(2027, 12, 31))
    found = of(
        tmp_path,
        ["Actie", "Begin", "Klaar"],
        ["Een", date(2027, 1, 2), 2027],
        ["Twee", "zodra het kan", "eind 2027 [2027-11-30]"],
        ["Drie", 2027, "ooit [-]"],
    )
    one, two, three = found.actions
    assert (three.start, three.end_words, three.end) == (date(2027, 1, 1), "ooit", None)
    assert (one.start_words, one.start) == ("", date(2027, 1, 2))
    assert (one.end_words, one.end) == ("2027", date(2027, 12, 31))
    assert (two.start_words, two.start) == ("zodra het kan", None)
    assert (two.end_words, two.end) == ("eind 2027", date(2027, 11, 30))
    assert [one.nl for one in found.notes] == [
        "Blad Acties, rij 3, Begin 'zodra het kan': de woorden zijn bewaard; er is geen eerste dag uit te "
        "lezen."
    ]


@pytest.mark.requirement("ROLE-15")
def test_co_owners_stand_between_semicolons_or_line_ends() -> None:
    assert read_owners('Politie; "Jansen; Zn";\nWonen ;; OM') == ("Politie", "Jansen; Zn", "Wonen", "OM")


def test_a_status_is_known_by_other_words(tmp_path: Path) -> None:
    rows = [["x", status] for status in ("Afgerond", "LOOPT", "not started", "geblokkeerd", "stopped")]
    found = of(tmp_path, ["Actie", "Voortgang"], *rows)
    assert [one.status for one in found.actions] == [
        *(ActionStatus.DONE, ActionStatus.IN_PROGRESS, ActionStatus.NOT_STARTED),
        *(ActionStatus.BLOCKED, ActionStatus.STOPPED),
    ]


@pytest.mark.requirement("ROLE-14")
def test_residents_can_lead_an_action(tmp_path: Path) -> None:
    rows = [["x", kind] for kind in ("inwoners/bewonersinitiatief", "Bewoners", "partner", None)]
    found = of(tmp_path, ["Actie", "Soort trekker"], *rows)
    assert [one.lead_kind for one in found.actions] == [
        *(OwnerKind.RESIDENTS, OwnerKind.RESIDENTS, OwnerKind.PARTNER, OwnerKind.DEPARTMENT)
    ]


def test_columns_that_are_not_known_are_kept_and_told(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        ["Opmerking", "Actie", "Trekker", "Opmerking", None],
        ["let op", "Een", "x", "ook dit", "los"],
    )
    assert found.rows[0].extra == (("Opmerking", "let op"), ("Opmerking [D]", "ook dit"), ("[E]", "los"))
    assert found.notes[0].nl.startswith("Kolom A, 'Opmerking': Baken kent deze kolom niet.")
    assert len(found.notes) == 4


def test_a_merged_heading_between_actions_is_none_of_them(tmp_path: Path) -> None:
    def merge(book: Any) -> None:
        book["Acties"].merge_cells("A2:C2")
        book["Acties"].merge_cells("C3:C4")

    rows: list[Sequence[object]] = [
        ["Blok A"],
        ["Een", "x", "Ondermijning"],
        ["Twee", "y", None],
        HEAD,
        ["Drie"],
    ]
    found = of(tmp_path, list(HEAD), *rows, change=merge)
    assert [(one.title, one.theme) for one in found.actions] == [
        *(("Een", "ondermijning"), ("Twee", "ondermijning"), ("Drie", ""))
    ]
    assert [one.nl for one in found.notes] == [
        "Blad Acties, rij 2: 'Blok A' is één samengevoegde cel en is gelezen als tussenkop, niet als actie."
    ]


def test_one_name_over_two_rows_is_asked_to_be_split(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        HEAD,
        ["Een", "x"],
        [None, "y"],
        change=lambda book: book["Acties"].merge_cells("A2:A3"),
    )
    assert lines(found) == [
        "Blad Acties, rij 3, kolom A, Actie 'Een': deze cel is samengevoegd met een andere. Splits de cel: "
        "één actie per rij."
    ]


def test_a_formula_without_a_result_and_an_unseen_sign_are_named(tmp_path: Path) -> None:
    found = of(tmp_path, HEAD, ["=A1&B1", "x\u202ey"])
    edge = of(tmp_path, HEAD, ["Een"], [], ["Twee", None, "=A1"])
    assert [one.row for one in edge.problems] == [4]
    assert [line.partition(":")[0] for line in lines(found)] == [
        "Blad Acties, rij 2, kolom A, Actie 'a formula without a result'",
        "Blad Acties, rij 2, kolom B, Trekker 'x\u202ey'",
    ]


def test_a_heading_that_stands_twice_and_a_second_sheet_are_refused(tmp_path: Path) -> None:
    assert lines(of(tmp_path, ["Actie", "Trekker", "Wie"], ["a", "b", "c"])) == [
        "Blad Acties, rij 1, kolom C 'Wie': deze kolom staat er meer dan eens. Houd één kolom over."
    ]
    rows: list[Sequence[object]] = [HEAD, ["Een", "x", None]]
    twice = read(excel(tmp_path / "two.xlsx", {"Plan": rows, "Oud": rows}))
    assert lines(twice) == [
        "Er zijn meer bladen met acties: 'Plan', 'Oud'. Noem er één 'Acties', of lever één blad aan."
    ]
    named = read(excel(tmp_path / "named.xlsx", {"Oud": rows, " ACTIES": rows}))
    assert (len(named.actions), [one.nl for one in named.notes]) == (1, ["Het blad 'Oud' is niet gelezen."])


def test_a_hidden_sheet_is_read_only_if_there_is_no_other(tmp_path: Path) -> None:
    def hide(book: Any) -> None:
        book["Oud"].sheet_state = "hidden"

    seen: list[Sequence[object]] = [HEAD, ["Nieuw", "x", None]]
    hidden: list[Sequence[object]] = [HEAD, ["Oud", "x", None]]
    found = read(excel(tmp_path / "two.xlsx", {"Oud": hidden, "Plan": seen}, hide))
    assert [one.title for one in found.actions] == ["Nieuw"]
    assert [one.nl for one in found.notes] == ["Het blad 'Oud' is niet gelezen."]
    alone = excel(tmp_path / "one.xlsx", {"Oud": hidden, "Leeg": [["niets"]]}, hide)
    assert [one.title for one in read(alone).actions] == ["Oud"]


def test_an_open_document_sheet_is_read_with_its_lines(tmp_path: Path) -> None:
    inside = "<text:p>=één</text:p><text:p>twee</text:p>"
    text = f'<table:table-cell office:value-type="string">{inside}</table:table-cell>'
    rows: list[Sequence[object]] = [
        ["Actie", "Geld", "Klaar", "Soort geld"],
        [text, 12.5, date(2027, 1, 2), "Structureel"],
    ]
    found = read(ods(tmp_path / "plan.ods", {"Blad1": rows}))
    assert lines(found) == []
    (one,) = found.actions
    assert (one.title, one.money, one.end) == ("=één\ntwee", Decimal("12.5"), date(2027, 1, 2))
    assert one.money_kind is MoneyKind.STRUCTURAL


def test_a_cell_at_the_edge_that_no_value_comes_of_is_not_passed_over(tmp_path: Path) -> None:
    odd = "<table:table-cell><text:p>Overleg</text:p></table:table-cell>"
    found = read(ods(tmp_path / "plan.ods", {"Acties": [HEAD[:2], ["Een", "x"], [odd]]}))
    assert [(one.row, one.column) for one in found.problems] == [(3, "A")]


@pytest.mark.parametrize(
    ("separator", "encoding"), [(";", "utf-8"), (",", "utf-8-sig"), ("\t", "utf-16"), (";", "cp1252")]
)
def test_a_text_file_is_read_with_its_lines(separator: str, encoding: str) -> None:
    rows = [
        ["Actie", "Geld", "Status"],
        ['"Eén;\r\ntwee"', '"1.250,50"', "loopt"],
        ["", "", ""],
        ["B", "x", ""],
    ]
    data = "\r\n".join(separator.join(row) for row in rows[:2]).encode(encoding)
    (one,) = read_actions(data, KNOWN).actions
    assert (one.title, one.money, one.status) == ("Eén;\ntwee", Decimal("1250.50"), ActionStatus.IN_PROGRESS)
    wrong = "\r\n".join(separator.join(row) for row in rows).encode(encoding)
    (line,) = lines(read_actions(wrong, KNOWN))
    assert line.startswith("Regel 5, kolom 2, Geld (euro) 'x': dit is geen bedrag")


def test_a_file_that_is_none_is_refused_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    word = tmp_path / "word.docx"
    with zipfile.ZipFile(word, "w") as parts:
        parts.writestr("word/document.xml", "<x/>")
    lock = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    refused = {
        b"": "no spreadsheet",
        b"%PDF-1.7": "no spreadsheet",
        b"\0\1\2": "no spreadsheet",
        b"zomaar een tekst": "geen rij met kolomkoppen",
        b"PK\x03\x04": "damaged",
        word.read_bytes(): "no spreadsheet",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"): "password",
        ods_of(tmp_path / "locked.ods", "", lock).read_bytes(): "password",
    }
    for data, said in refused.items():
        (line,) = lines(read_actions(data, KNOWN))
        assert said in line
        assert "\n" not in line
    monkeypatch.setattr(archive, "MOST_UNPACKED", 1000)
    bomb = excel(tmp_path / "bomb.xlsx", {"Acties": [HEAD, ["x" * 5000]]}).read_bytes()
    assert "unpacked, the file is larger" in lines(read_actions(bomb, KNOWN))[0]
    monkeypatch.setattr(sheets, "LARGEST", 100)
    assert "larger than" in lines(read_actions(bomb, KNOWN))[0]


OLD = Action(id="a", title="Een", lead="x\r\ny", money=Decimal(5), status=ActionStatus.IN_PROGRESS)


def test_a_file_changes_only_what_it_says(tmp_path: Path) -> None:
    same, gone = Action(id="b", title="Twee"), Action(id="c", title="Drie")
    found = of(
        tmp_path,
        ["Kenmerk", "Actie", "Trekker", "Status", "Klaar"],
        ["a", "Een!", "x\ny", None, "Q2 2027"],
        ["b", "Twee", None, "niet begonnen", None],
        [None, "Nieuw", None, None, None],
        ["zz", "Van een ander", None, None, None],
    )
    changes = compare((OLD, same, gone), found)
    (changed,) = changes.changed
    assert [(one.name, one.old, one.new) for one in changed.fields] == [
        ("title", "Een", "Een!"),
        ("end_words", "", "Q2 2027"),
        ("end", None, date(2027, 6, 30)),
    ]
    assert (changed.after.money, changed.after.lead, changed.after.status) == (
        *(Decimal(5), "x\r\ny", ActionStatus.IN_PROGRESS),
    )
    assert [one.action.title for one in changes.added] == ["Nieuw"]
    assert (changes.untouched, changes.missing) == ((same,), (gone,))
    assert [one.action.id for one in changes.unmatched] == ["zz"]
    assert [one.nl for one in changes.lines()] == [
        "'c' (Drie) staat niet in het bestand en blijft zoals het is.",
        "Blad Acties, rij 5: het kenmerk 'zz' is niet bekend; de rij is niet gebruikt. Maak het kenmerk leeg "
        "als het een nieuwe actie is.",
    ]


def test_an_empty_cell_in_a_column_that_is_there_makes_the_field_empty(tmp_path: Path) -> None:
    found = of(tmp_path, ["Kenmerk", "Actie", "Geld"], ["a", "Een", None])
    (changed,) = compare((OLD,), found).changed
    assert [(one.name, one.old, one.new) for one in changed.fields] == [("money", Decimal(5), None)]
    assert changed.after.money is None
