# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The traps of CBS and police tables in the third version, each laid on purpose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from baken.model.observation import Life, Presence
from baken.replay.messages import Site
from baken.sources.adapters import adapter
from baken.sources.protocols.area_codes import AreaCodes
from baken.sources.registry import source
from fetching import Bytes

from .asking import fetched, read
from .publishers import sites
from .spoiling import CITY, ROWS, assert_refused, changed, parts_of


@pytest.fixture(scope="module")
def publishers() -> Sequence[Site]:
    return sites(page=10_000)


def test_both_keys_of_the_country_are_ours_and_others_have_no_place() -> None:
    codes = AreaCodes({"RE10": ("Limburg (RE)", "RE-LB")})
    assert [codes.ours(code, "Nederland") for code in ("NL00      ", "NL01  ", "NL98")] == ["NL", "NL", None]
    assert [codes.ours(code, "") for code in ("GM0935    ", "WK093500  ", "BU09350000", "PV31  ")] == [
        "GM0935",
        "WK093500",
        "BU09350000",
        "PV31",
    ]
    assert [codes.ours(code, "") for code in ("PV99", "GM0998", "GM0999", "LD01", "RE99", "CR38")] == [
        None
    ] * 6
    assert codes.ours("RE10  ", "Limburg (RE)") == "RE-LB"
    assert codes.ours("RE10  ", "Oost-Brabant (RE)") is None, "the codes were given out anew"


@pytest.mark.parametrize("name", ["politie_47013ned", "politie_47022ned", "cbs_81877ned"])
def test_how_keys_are_padded_in_rows_does_not_matter(name: str, publishers: Sequence[Site]) -> None:
    parts = parts_of(name, publishers)
    kinds = source(name).odata3
    assert kinds

    def pad(data: Any) -> None:
        for row in data["value"]:
            for column in (*kinds.lists, "Perioden"):
                row[column] = row[column].strip() + "   "

    assert read(name, CITY, changed(parts, ROWS, pad)) == read(name, CITY, parts)


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("SoortMisdrijf", "7.7.7 ", "SoortMisdrijf.*7.7.7.*not in its list"),
        ("RegioS", "GM7777", "RegioS.*GM7777.*not in its list"),
        ("Perioden", "2031JJ00", "Perioden.*2031JJ00.*not in its list"),
        ("Perioden", None, "Expected .str., got .null."),
        ("GeregistreerdeMisdrijven_1", "12", "GeregistreerdeMisdrijven_1.*the text '12'"),
        ("GeregistreerdeMisdrijven_1", 1.5, "GeregistreerdeMisdrijven_1.*1.5"),
        ("GeregistreerdeMisdrijven_1", -3, "GeregistreerdeMisdrijven_1.*-3"),
        ("GeregistreerdeMisdrijven_1", True, "GeregistreerdeMisdrijven_1"),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_its_column(
    publishers: Sequence[Site], column: str, value: Any, words: str
) -> None:
    parts = parts_of("politie_47013ned", publishers)
    spoiled = changed(parts, ROWS, lambda data: data["value"][3].update({column: value}))
    assert_refused("politie_47013ned", spoiled, rf"{ROWS}.*({words})")


def test_a_column_that_is_renamed_is_refused(publishers: Sequence[Site]) -> None:
    parts = parts_of("politie_47013ned", publishers)

    def rename(data: Any) -> None:
        for row in data["value"]:
            row["Geregistreerd_1"] = row.pop("GeregistreerdeMisdrijven_1")

    assert_refused("politie_47013ned", changed(parts, ROWS, rename), f"{ROWS}.*GeregistreerdeMisdrijven_1")
    described = Bytes({**parts})
    described["DataProperties/000001"] = described["DataProperties/000001"].replace(b"eMisdrijven_1", b"_1")
    assert_refused("politie_47013ned", described, "DataProperties.*GeregistreerdeMisdrijven_1.*missing")


def test_a_new_dimension_is_refused(publishers: Sequence[Site]) -> None:
    parts = parts_of("politie_47013ned", publishers)
    new = {"Type": "Dimension", "Key": "Geslacht", "Title": "Geslacht"}
    spoiled = changed(parts, "DataProperties/000001", lambda data: data["value"].append(new))
    assert_refused("politie_47013ned", spoiled, "'Geslacht' is new")


def test_a_row_that_comes_twice_in_a_page_is_named(publishers: Sequence[Site]) -> None:
    parts = parts_of("politie_47013ned", publishers)
    spoiled = changed(parts, ROWS, lambda data: data["value"].append(data["value"][0]))
    assert_refused("politie_47013ned", spoiled, r"the row of 0\.0\.0 NL01 2022JJ00 came in twice")


def test_a_row_that_does_not_come_is_named(publishers: Sequence[Site]) -> None:
    parts = parts_of("politie_47013ned", publishers)
    spoiled = changed(parts, ROWS, lambda data: data["value"].pop(0))
    assert_refused("politie_47013ned", spoiled, r"1 of \d+ rows did not come in, such as 0\.0\.0 NL01 2022")


@pytest.mark.parametrize(("sign", "presence"), [(".", Presence.MISSING), ("  ", Presence.IMPOSSIBLE)])
def test_a_sign_instead_of_a_number_says_why_there_is_none(
    publishers: Sequence[Site], sign: str, presence: Presence
) -> None:
    parts = parts_of("politie_47013ned", publishers)

    def put(data: Any) -> None:
        for row in data["value"]:
            if row["RegioS"] == "GM0935" and row["Perioden"] == "2022JJ00":
                row["GeregistreerdeMisdrijven_1"] = sign

    found = read("politie_47013ned", CITY, changed(parts, ROWS, put)).get(
        "politie-misdrijven/1.1.1", "GM0935", "2022"
    )
    assert found is not None
    assert (found.value, found.presence) == (None, presence)


@pytest.mark.parametrize(
    ("number", "presence"), [(None, Presence.SUPPRESSED), (0, Presence.SUPPRESSED), (4, Presence.VALUE)]
)
def test_what_is_hidden_is_suppressed_also_when_it_comes_as_zero(
    publishers: Sequence[Site], number: int | None, presence: Presence
) -> None:
    parts = parts_of("politie_47018ned", publishers)

    def put(data: Any) -> None:
        for row in data["value"]:
            if row["SoortMisdrijf"] in ("1.4.1 ", "1.1.1 "):
                row["GeregistreerdeMisdrijven_1"] = number

    kept = read("politie_47018ned", CITY, changed(parts, ROWS, put))
    hidden = kept.get("politie-misdrijven/1.4.1", "BU09350000", "2022")
    shown = kept.get("politie-misdrijven/1.1.1", "BU09350000", "2022")
    assert hidden is not None
    assert shown is not None
    assert hidden.presence is presence
    assert (shown.value, shown.presence) == (number, Presence.MISSING if number is None else Presence.VALUE)
    assert any("zeros stand where the publisher hides" in note for note in kept.notes) == (number == 0)


def test_a_month_of_a_type_that_is_published_by_year_only_is_suppressed(publishers: Sequence[Site]) -> None:
    def empty(data: Any) -> None:
        for row in data["value"]:
            row["GeregistreerdeMisdrijven_1"] = None

    parts = changed(parts_of("politie_47013ned", publishers), ROWS, empty)
    kept = read("politie_47013ned", CITY, parts)
    month, year = (kept.get("politie-misdrijven/1.4.1", "GM0935", period) for period in ("2023-12", "2023"))
    assert month is not None
    assert year is not None
    assert (month.presence, year.presence) == (Presence.SUPPRESSED, Presence.MISSING)


def test_how_final_a_figure_is_follows_its_period(publishers: Sequence[Site]) -> None:
    kept = fetched("politie_47013ned", CITY, publishers)
    lives = {period: row.life for (_, _, period), row in kept.rows.items()}
    assert lives == {
        202200: Life.FINAL,
        202311: Life.FINAL,
        202312: Life.PROVISIONAL,
        202300: Life.PROVISIONAL,
        202401: Life.PROVISIONAL,
    }
    parts = parts_of("politie_47013ned", publishers)
    parts["Perioden/000001"] = parts["Perioden/000001"].replace(b"NaderVoorlopig", b"Onbekend")
    assert_refused("politie_47013ned", parts, "the status of 2023MM12 is 'Onbekend'")


def test_a_type_that_the_catalogue_does_not_know_is_kept_and_noted(publishers: Sequence[Site]) -> None:
    kept = fetched("politie_47013ned", CITY, publishers)
    assert kept.get("politie-misdrijven/9.9.9", "GM0935", "2022")
    assert any("9.9.9" in note and "is not in the catalogue" in note for note in kept.notes)
    assert not any("1.1.1" in note for note in kept.notes)


@pytest.mark.parametrize(
    ("title", "said", "year"),
    [
        ("Geregistreerde misdrijven en aangiften; soort misdrijf, gemeente 2026", "", "2026"),
        ("Misdrijven; wijk, buurt", "volgens de nieuwe buurtindeling van 2024", "2024"),
        ("Misdrijven; wijken en buurten 2024", "buurtindeling van 2023", "2024"),
        ("Misdrijven", "volgens de gemeentelijke indeling van 1 januari 2025", "2025"),
        ("Misdrijven", "tabel 'soort misdrijf, gemeente 2024' (zie alinea 3)", ""),
    ],
)
def test_the_division_is_that_of_this_table_and_not_of_one_that_it_names(
    publishers: Sequence[Site], title: str, said: str, year: str
) -> None:
    parts = changed(
        parts_of("politie_47013ned", publishers),
        "TableInfos/000001",
        lambda data: data["value"][0].update(Title=title, ExplanatoryText=said),
    )
    assert adapter(source("politie_47013ned")).classification(parts) == year
