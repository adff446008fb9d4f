# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The traps of CBS and police tables in the third version, each laid on purpose."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from baken.model.errors import InputError, UsageError
from baken.model.observation import Life, Precision, Presence
from baken.model.period import Period
from baken.replay.messages import Site
from baken.sources.adapters import adapter
from baken.sources.contract import Ask
from baken.sources.protocols.area_codes import AreaCodes
from baken.sources.registry import source
from fetching import Bytes

from .asking import Asker, downloaded, fetched, read
from .publishers import TOPICS, sites

CITY = Ask(municipality="GM0935", beside=("NL", "PV31", "RE-LB"))
ROWS = "TypedDataSet/000001"


@pytest.fixture(scope="module")
def publishers() -> Sequence[Site]:
    return sites(page=10_000)


def changed(parts: Bytes, part: str, change: Any) -> Bytes:
    """The parts with one of them changed, as plain data."""
    data = json.loads(parts[part])
    change(data)
    return Bytes({**parts, part: json.dumps(data).encode()})


def refused(name: str, parts: Bytes, words: str, ask: Ask = CITY) -> None:
    with pytest.raises(InputError, match=words) as error:
        read(name, ask, parts)
    assert "\n" not in str(error.value)


def parts_of(name: str, publishers: Sequence[Site], ask: Ask = CITY) -> Bytes:
    return downloaded(name, ask, publishers).parts


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


def test_no_question_depends_on_padding(publishers: Sequence[Site]) -> None:
    for name in ("politie_47013ned", "politie_47022ned", "cbs_81877ned", "cbs_03759ned"):
        for address in downloaded(name, CITY, publishers).asked:
            for text in parse_qs(urlsplit(address).query).get("$filter", []):
                assert "startswith(" in text
                assert " eq " not in text


def test_years_are_asked_by_how_they_begin(publishers: Sequence[Site]) -> None:
    ask = Ask(municipality="GM0935", since=Period.parse("2023-12"))
    asked = unquote(downloaded("politie_47013ned", ask, publishers).asked[-2])
    assert "(startswith(Perioden,'2023') or startswith(Perioden,'2024'))" in asked
    later = unquote(downloaded("politie_47013ned", CITY, publishers).asked[-2])
    assert "Perioden," not in later.partition("$filter=")[2].partition("&")[0]


def test_a_table_that_ends_before_what_is_wanted_is_not_asked_for_everything(
    publishers: Sequence[Site],
) -> None:
    asker = Asker(publishers)
    one = source("politie_47013ned")
    adapter(one).download(Ask(municipality="GM0935", since=Period.parse("2031")), asker, one.base)
    assert "startswith(Perioden,'2031')" in unquote(asker.asked[-2])


def test_many_areas_are_asked_in_addresses_that_are_not_too_long(publishers: Sequence[Site]) -> None:
    beside = ("NL", "PV31", "RE-LB", *(f"GM{number:04}" for number in range(100)))
    ask = Ask(municipality="GM0935", beside=beside, since=Period.parse("2022"))
    asker = downloaded("politie_47013ned", ask, publishers)
    assert sum("startswith(RegioS" in address for address in asker.asked) == 7
    assert max(map(len, asker.asked)) < 2000
    kept = read("politie_47013ned", ask, asker.parts)
    assert {area for _, area, _ in kept.rows} == {"GM0935", "GM0080", "NL", "PV31", "RE-LB"}
    assert any("does not have GM0000, GM0001" in note for note in kept.notes)


def test_the_next_page_is_asked_where_the_first_was(publishers: Sequence[Site]) -> None:
    base = "http://127.0.0.1:1/dataderden.cbs.nl"

    class StandIn(Asker):
        def peek(self, address: str) -> bytes:
            assert address.startswith(base), "the host in a link may not be reachable"
            return super().peek(address.replace("http://127.0.0.1:1/", "https://"))

    asker = StandIn(sites(page=5))
    adapter(source("politie_47013ned")).download(CITY, asker, base)
    assert sum(name.startswith("TypedDataSet/") for name in asker.parts) > 20
    assert read("politie_47013ned", CITY, asker.parts) == fetched("politie_47013ned", CITY, publishers)


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("https://x/TypedDataSet?$skip=7", "was read before"),
        ("https://x/Perioden?$skip=7", "is no page of it"),
        ("https://x/TypedDataSet", "is no page of it"),
    ],
)
def test_pages_that_lead_in_a_circle_or_astray_are_refused(
    publishers: Sequence[Site], link: str, words: str
) -> None:
    class Circle(Asker):
        def peek(self, address: str) -> bytes:
            data = super().peek(address)
            if "/TypedDataSet" not in address:
                return data
            return json.dumps({**json.loads(data), "odata.nextLink": link}).encode()

    with pytest.raises(InputError, match=words):
        adapter(source("politie_47013ned")).download(
            CITY, Circle(publishers), source("politie_47013ned").base
        )


def test_an_empty_page_that_leads_on_is_refused(publishers: Sequence[Site]) -> None:
    class Empty(Asker):
        def peek(self, address: str) -> bytes:
            if "/TypedDataSet" not in address:
                return super().peek(address)
            return json.dumps(
                {"value": [], "odata.nextLink": f"TypedDataSet?$skip={len(self.asked)}"}
            ).encode()

    with pytest.raises(InputError, match="is empty and leads on"):
        adapter(source("politie_47013ned")).download(CITY, Empty(publishers), source("politie_47013ned").base)


def test_a_table_that_is_renewed_while_it_comes_in_is_refused(publishers: Sequence[Site]) -> None:
    class Renewed(Asker):
        def peek(self, address: str) -> bytes:
            data = super().peek(address)
            return data.replace(b"2026-01-15", b"2026-02-15") if ROWS in self.parts else data

    asker = Renewed(publishers)
    with pytest.raises(InputError, match="was renewed while it came in"):
        adapter(source("politie_47013ned")).download(CITY, asker, source("politie_47013ned").base)


def test_a_municipality_that_the_table_does_not_have_is_refused(publishers: Sequence[Site]) -> None:
    with pytest.raises(InputError, match="has no area of GM0001"):
        downloaded("politie_47022ned", Ask(municipality="GM0001"), publishers)


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
    refused("politie_47013ned", spoiled, rf"{ROWS}.*({words})")


def test_a_column_that_is_renamed_is_refused(publishers: Sequence[Site]) -> None:
    parts = parts_of("politie_47013ned", publishers)

    def rename(data: Any) -> None:
        for row in data["value"]:
            row["Geregistreerd_1"] = row.pop("GeregistreerdeMisdrijven_1")

    refused("politie_47013ned", changed(parts, ROWS, rename), f"{ROWS}.*GeregistreerdeMisdrijven_1")
    described = Bytes({**parts})
    described["DataProperties/000001"] = described["DataProperties/000001"].replace(b"eMisdrijven_1", b"_1")
    refused("politie_47013ned", described, "DataProperties.*GeregistreerdeMisdrijven_1.*missing")


def test_a_new_dimension_is_refused(publishers: Sequence[Site]) -> None:
    parts = parts_of("politie_47013ned", publishers)
    new = {"Type": "Dimension", "Key": "Geslacht", "Title": "Geslacht"}
    spoiled = changed(parts, "DataProperties/000001", lambda data: data["value"].append(new))
    refused("politie_47013ned", spoiled, "'Geslacht' is new")


def test_a_row_that_comes_twice_in_a_page_is_named(publishers: Sequence[Site]) -> None:
    parts = parts_of("politie_47013ned", publishers)
    spoiled = changed(parts, ROWS, lambda data: data["value"].append(data["value"][0]))
    refused("politie_47013ned", spoiled, r"the row of 0\.0\.0 NL01 2022JJ00 came in twice")


def test_a_row_that_does_not_come_is_named(publishers: Sequence[Site]) -> None:
    parts = parts_of("politie_47013ned", publishers)
    spoiled = changed(parts, ROWS, lambda data: data["value"].pop(0))
    refused("politie_47013ned", spoiled, r"1 of \d+ rows did not come in, such as 0\.0\.0 NL01 2022JJ00")


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
    refused("politie_47013ned", parts, "the status of 2023MM12 is 'Onbekend'")


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


def test_a_survey_has_margins_where_they_are_given(publishers: Sequence[Site]) -> None:
    kept = fetched("cbs_81877ned", CITY, publishers)
    with_margins = [row for row in kept.rows.values() if row.precision is Precision.SURVEY_WITH_MARGINS]
    without = [row for row in kept.rows.values() if row.precision is Precision.SURVEY_WITHOUT_MARGINS]
    assert with_margins
    assert all(row.lower is not None and row.upper is not None for row in with_margins)
    assert all(
        row.value and row.lower and row.upper and row.lower < row.value < row.upper for row in with_margins
    )
    assert all(row.presence is not Presence.VALUE for row in without)
    assert {measure for measure, _, _ in kept.rows} == {
        "onveilig-in-buurt",
        "rapportcijfer-veiligheid",
        "veiligheidsmonitor/VanZakkenrollerij_3",
    }
    assert any("Onbekend_4" in note and "schaalscore" in note for note in kept.notes)


def test_a_title_that_stands_twice_is_no_indicator(publishers: Sequence[Site]) -> None:
    parts = parts_of("cbs_81877ned", publishers)
    parts["DataProperties/000001"] = parts["DataProperties/000001"].replace(
        b'"Van zakkenrollerij"', b'"Voelt zich wel eens onveilig in buurt"'
    )
    kept = read("cbs_81877ned", CITY, parts)
    assert not any(measure == "onveilig-in-buurt" for measure, _, _ in kept.rows)
    assert any(measure.startswith("veiligheidsmonitor/VoeltZich") for measure, _, _ in kept.rows)


def test_a_margin_as_one_number_holds_to_both_sides(publishers: Sequence[Site]) -> None:
    parts = parts_of("cbs_81877ned", publishers)
    codes = [{"Key": "MW00000", "Title": "Waarde"}, {"Key": "MM00000", "Title": "Marges"}]
    parts["Marges/000001"] = json.dumps({"value": codes}).encode()
    data = json.loads(parts[ROWS])
    data["value"] = [row for row in data["value"] if row["Marges"] != "MBG0095"]
    for row in data["value"]:
        if row["Marges"] == "MOG0095":
            row.update({"Marges": "MM00000"} | {name: 0.5 for name, *_ in TOPICS})
    parts[ROWS] = json.dumps(data).encode()
    kept = read("cbs_81877ned", CITY, parts)
    rows = [row for row in kept.rows.values() if row.presence is Presence.VALUE]
    assert rows
    assert {str(row.upper - row.value) for row in rows if row.upper and row.value} == {"0.5"}
    assert {str(row.value - row.lower) for row in rows if row.lower and row.value} == {"0.5"}


def test_margins_that_do_not_hold_their_value_are_refused(publishers: Sequence[Site]) -> None:
    def put(data: Any) -> None:
        for row in data["value"]:
            if row["Marges"] == "MBG0095":
                row["VoeltZichWelEensOnveiligInBuurt_1"] = 0.1

    refused(
        "cbs_81877ned", changed(parts_of("cbs_81877ned", publishers), ROWS, put), "do not hold their value"
    )


def test_margins_with_other_codes_are_refused(publishers: Sequence[Site]) -> None:
    parts = parts_of("cbs_85146ned", publishers)
    parts = Bytes({name: data.replace(b"MOG0095", b"XOG0095") for name, data in parts.items()})
    refused("cbs_85146ned", parts, "cannot be told from the codes MW00000, XOG0095, MBG0095")


def test_a_source_without_an_address_has_no_adapter() -> None:
    with pytest.raises(UsageError, match=re.escape("'raadsvoorstel_2023' cannot be fetched")):
        adapter(source("raadsvoorstel_2023"))
