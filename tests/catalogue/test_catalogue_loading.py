# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Every mistake in a data file is refused, and the message names the file and the line."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from baken.catalogue.catalogue import load_catalogue
from baken.catalogue.files import read_csv
from baken.catalogue.municipality import load_municipality, municipalities
from baken.model.errors import InputError, UnknownAreaError
from baken.model.offence import FlagChange, Initiative
from support import copied_data, edit


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copied_data(tmp_path)


def refusal(root: Path) -> str:
    with pytest.raises(InputError) as found:
        load_catalogue(root=root)
    return str(found.value)


def test_the_copied_data_loads_as_long_as_nothing_is_broken(root: Path) -> None:
    assert load_catalogue(root=root).indicators == load_catalogue().indicators


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("indicators/hic.yaml", "decimals: 1", "decimalen: 1", "'decimalen' is not known here"),
        ("indicators/hic.yaml", "decimals: 1", "decimals: one", "'0 / decimals' is not a whole number"),
        ("indicators/hic.yaml", "decimals: 1", "decimals: 1.5", "is not a whole number"),
        ("indicators/hic.yaml", "direction: lower", "direction: down", "'0 / direction' cannot be"),
        ("indicators/hic.yaml", "start: 2017-01-01", "start: 1 jan 2017", "is not a date (2021-12-31)"),
        ("indicators/hic.yaml", "frequency: yearly", "unit: percent", "'unit' stands here twice"),
        (
            "indicators/hic.yaml",
            "nl: Diefstal uit woning is",
            "fr: Diefstal uit woning is",
            "'fr' is not known",
        ),
        ("indicators/halt.yaml", "low: 0", "low: nul", "'0 / plausible / low' is not a number"),
        ("indicators/geweld.yaml", "visitors: true", "visitors: perhaps", "must be true or false"),
        ("indicators/geweld.yaml", "  unit: per", "\tunit: per", "not valid YAML"),
        ("units.yaml", "factor: 1000", "factor: duizend", "'2 / factor' is not a whole number"),
        ("units.yaml", "id: inhabitants", "id: count", "'count' stands here twice"),
        ("systems.yaml", "id: politie-klassen", "id: politie-misdrijven", "'politie-misdrijven' stands here"),
        ("country.yaml", "flat_percent: 1", "flat_percent: 1,0", "'flat_percent' is not a number"),
        ("country.yaml", "yearly: 13", "yearly: dertien", "is not a whole number"),
        ("breaks.yaml", "severity: stop", "severity: stopp", "'0 / severity' cannot be"),
        ("breaks.yaml", "bias: up", "bias: omhoog", "'0 / bias' cannot be"),
        ("breaks.yaml", "date: 2015-05-01", "date: mei 2015", "'0 / date' is not a date"),
        ("flags.yaml", "initiative: haal", "initiative: halen", "'2 / initiative' cannot be"),
    ],
)
def test_a_wrong_entry_is_named_by_file_and_line(
    root: Path, name: str, old: str, new: str, says: str
) -> None:
    line = edit(root / "nl" / name, old, new)
    message = refusal(root)
    assert f"nl/{name}, line {line}: " in message
    assert says in message


@pytest.mark.parametrize("field", ["unit", "system", "context", "direction", "source"])
def test_a_missing_entry_is_named_with_the_entry_that_lacks_it(root: Path, field: str) -> None:
    path = root / "nl/indicators/drugshandel.yaml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(rf"(?m)^  {field}:.*\n(    .*\n)*", "", text), "utf-8")
    message = refusal(root)
    assert "nl/indicators/drugshandel.yaml, line 1: " in message
    assert f"missing required field `{field}`" in message


def test_a_wrong_entry_of_the_second_version_is_named_by_its_own_line(root: Path) -> None:
    path = root / "nl/indicators/misdrijven-totaal.yaml"
    text = path.read_text("utf-8")
    start = text.index("  version: 2")
    line = text[: text.index("decimals", start)].count("\n") + 1
    path.write_text(text[:start] + text[start:].replace("decimals: 1", "decimals: x", 1), "utf-8")
    assert f"misdrijven-totaal.yaml, line {line}: '1 / decimals'" in refusal(root)


def test_a_mistake_below_a_free_key_is_named_by_the_nearest_line(root: Path) -> None:
    path = root / "nl/country.yaml"
    line = edit(path, "levels:", "levels:")
    edit(path, "province: {nl: provincie, en: province}", "province: {nl: [provincie], en: province}")
    assert f"nl/country.yaml, line {line}: 'levels / nl' cannot be" in refusal(root)


@pytest.mark.requirement("RULE-01")
@pytest.mark.parametrize("empty", ['""', '" "'])
def test_an_empty_context_note_is_refused(root: Path, empty: str) -> None:
    path = root / "nl/indicators/zakkenrollerij.yaml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"nl: Slachtoffers zijn.*", f"nl: {empty}", text), "utf-8")
    message = refusal(root)
    assert "nl/indicators/zakkenrollerij.yaml: version 1: the context note (duiding) is empty" in message


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("unit: per_1000_inhabitants", "unit: per_mille", "unknown unit 'per_mille'"),
        ("system: politie-misdrijven", "system: interpol", "unknown counting system 'interpol'"),
        ("[1.1.1, 1.4.6, 1.4.7]", "[1.1.1, 9.9.9]", "'politie-misdrijven' has no code 9.9.9"),
    ],
)
def test_a_definition_that_points_at_nothing_is_refused(root: Path, old: str, new: str, says: str) -> None:
    edit(root / "nl/indicators/hic.yaml", old, new)
    message = refusal(root)
    assert "nl/indicators/hic.yaml: version 1: " in message
    assert says in message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("indicators: [misdrijven-totaal]", "indicators: [misdrijven]"),
        ("systems: [veiligheidsmonitor]", "systems: [monitor]"),
    ],
)
def test_a_series_break_of_something_unknown_is_refused(root: Path, old: str, new: str) -> None:
    edit(root / "nl/breaks.yaml", old, new)
    message = refusal(root)
    assert "nl/breaks.yaml: break '" in message
    assert "which is not known" in message


@pytest.mark.requirement("OBJ-20")
@pytest.mark.parametrize(
    ("old", "new"),
    [("version: 2", "version: 1"), (", end: 2021-12-31", ""), ("end: 2021-12-31", "end: 2022-01-01")],
)
def test_a_redefinition_without_its_own_version_and_time_is_refused(root: Path, old: str, new: str) -> None:
    edit(root / "nl/indicators/misdrijven-totaal.yaml", old, new)
    assert "misdrijven-totaal.yaml: two versions of 'misdrijven-totaal' hold on the same day" in refusal(root)


def test_a_file_that_holds_another_indicator_than_its_name_says_is_refused(root: Path) -> None:
    edit(root / "nl/indicators/hic.yaml", "id: hic", "id: hik")
    assert "nl/indicators/hic.yaml: the file must hold versions of 'hic' only" in refusal(root)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "3.1.1,Drugshandel,Drug trade,F40 F41 F42 F43 F44 F45,haal",
            "3.1.1,D,D,F40,halen",
            "is no initiative",
        ),
        ("1.4.6,Straatroof", "1.4.5,Straatroof", "code 1.4.5 stands here twice"),
        ("Street robbery,B70", "Street, robbery,B70", "7 cells where 6 are expected"),
        ("code,label_nl", "code,naam", "the column label_nl is missing"),
        ("classes,initiative,note", "classes,initiative,note,note", "a column name stands twice"),
    ],
)
def test_a_wrong_row_is_named_by_file_and_line(root: Path, old: str, new: str, says: str) -> None:
    line = edit(root / "nl/offences.csv", old, new)
    message = refusal(root)
    assert f"nl/offences.csv, line {line}: " in message
    assert says in message


def test_a_quote_that_is_never_closed_is_refused_with_the_line_where_the_file_ends(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text('a,b\n1,2\n3,"four\n', "utf-8")
    with pytest.raises(InputError, match=r"table.csv, line 3: not a valid row"):
        list(read_csv(path, ("a",)))


@pytest.mark.parametrize(
    "letter", ["\x00", "\x1b", "\x85", "\t", "\n", "\u202a", "\u202e", "\u2066", "\u2069"]
)
def test_a_cell_with_a_letter_that_nobody_sees_is_refused(tmp_path: Path, letter: str) -> None:
    path = tmp_path / "table.csv"
    path.write_text(f'a,b\n1,2\n3,"fo{letter}ur"\n', "utf-8")
    with pytest.raises(InputError) as found:
        list(read_csv(path, ("a",)))
    assert re.search(r"table.csv, line [34]: a cell holds the control character U\+", str(found.value))
    assert str(found.value).isprintable()
    path.write_text(f'a,"b{letter}"\n1,2\n', "utf-8")
    with pytest.raises(InputError, match=r"table\.csv, line 1: a cell holds the control character"):
        list(read_csv(path, ("a",)))


def test_letters_of_other_languages_are_read(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("a,b\r\nC\u00f4te d\u2019Ivoire,\u0645\u0635\u0631\r\n", "utf-8")
    assert [row["a"] for _, row in read_csv(path, ("a",))] == ["C\u00f4te d\u2019Ivoire"]


def test_a_table_of_other_things_may_be_empty_and_have_more_columns(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("a,more\n", "utf-8")
    assert list(read_csv(path, ("a",))) == []


def test_a_file_that_is_not_utf_8_is_refused_with_the_line_of_the_first_wrong_letter(root: Path) -> None:
    path = root / "nl/offences.csv"
    text = path.read_text("utf-8")
    line = edit(path, "Straatroof", "Straatroóf")
    path.write_bytes(text.replace("Straatroof", "Straatroóf").encode("latin-1"))
    assert f"nl/offences.csv, line {line}: the file is not UTF-8 text" in refusal(root)


def test_a_character_that_is_no_text_is_refused(root: Path) -> None:
    edit(root / "nl/units.yaml", "id: count", "id: co\x07unt")
    assert "nl/units.yaml" in refusal(root)


def test_an_empty_or_absent_file_is_refused_by_name(root: Path) -> None:
    (root / "nl/units.yaml").write_text("", "utf-8")
    assert "nl/units.yaml: 'the file' cannot be" in refusal(root)
    (root / "nl/units.yaml").unlink()
    assert "nl/units.yaml: the file cannot be read (No such file or directory)" in refusal(root)


def test_a_changed_flag_stays_on_record_with_who_when_and_why() -> None:
    catalogue = load_catalogue()
    change = FlagChange(
        code="1.6.2",
        initiative=Initiative.HAAL,
        author="team Veiligheid",
        date=date(2024, 2, 1),
        reason="Wij zoeken zelf naar heling.",
    )
    changed = catalogue.with_flags((change,)).registration("politie-misdrijven", "1.6.2")
    before = catalogue.registration("politie-misdrijven", "1.6.2")
    assert (before.initiative, changed.initiative) == (Initiative.MIXED, Initiative.HAAL)
    assert changed.history == (*before.history, change)
    for wrong, says in (
        (replace(change, code="9.9.9"), "no type of offence"),
        (replace(change, author=""), "not who changed it and why"),
        (replace(change, reason=""), "not who changed it and why"),
    ):
        with pytest.raises(InputError, match=says):
            catalogue.with_flags((wrong,))


@pytest.mark.parametrize("asked", ["GM0935", "gm0935", "Maastricht", "maastricht", "MAASTRICHT"])
def test_a_municipality_is_found_by_its_code_or_name(asked: str) -> None:
    assert load_municipality(asked).code == "GM0935"


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("Mastricht", "Maastricht (GM0935)"),
        ("maestricht", "Maastricht (GM0935)"),
        ("GM0953", "GM0935 (Maastricht)"),
        ("Voorbeeld", "Voorbeeldstad (GM9999)"),
    ],
)
def test_an_unknown_municipality_is_refused_with_the_nearest_names(asked: str, first: str) -> None:
    with pytest.raises(UnknownAreaError) as found:
        load_municipality(asked)
    assert found.value.nearest[0] == first
    assert f"unknown area '{asked}'. Did you mean {first}" in str(found.value)


def test_a_name_like_none_that_is_held_suggests_nothing() -> None:
    with pytest.raises(UnknownAreaError) as found:
        load_municipality("xyzzy")
    assert found.value.nearest == ()
    assert "baken doctor" in str(found.value)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("    owner: burgemeester", "    eigenaar: burgemeester", "'eigenaar' is not known here"),
        ("start: 2019-01-01", "start: begin 2019", "'programmes / 0 / start' is not a date"),
        ("direction: down", "direction: omlaag", "'statements / 0 / direction' cannot be"),
        ("code: GM0935", "code: GM0935\ncode: GM0936", "'code' stands here twice"),
    ],
)
def test_a_wrong_entry_of_a_municipality_is_named_by_file_and_line(
    root: Path, old: str, new: str, says: str
) -> None:
    path = municipalities(root)["GM0935"] / "municipality.yaml"
    line = edit(path, old, new) + new.count("\n")
    with pytest.raises(InputError) as found:
        load_municipality("GM0935", root)
    assert f"municipalities/GM0935/municipality.yaml, line {line}: " in str(found.value)
    assert says in str(found.value)
