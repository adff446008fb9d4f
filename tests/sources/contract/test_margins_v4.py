# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Surveys in the fourth version: a value and its margins come in rows of their own, and become one."""

from __future__ import annotations

import json
from collections import defaultdict
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.catalogue.files import load
from baken.model.errors import InputError
from baken.model.observation import Life, Precision, Presence
from baken.model.period import Period
from baken.replay.cbs4 import invented_dataset
from baken.replay.odata4 import OData4 as Site
from baken.sources.contract import Ask
from baken.sources.description import SourceFile
from baken.sources.protocols.area_codes import AreaCodes
from baken.sources.protocols.odata4 import Margins, OData4, OData4Adapter, Series
from baken.store.columns import period_code
from fetching import Bytes

from .asking import Asker, Found, Kept

FIXTURE = Path(__file__).parents[4] / "shared/data/fixtures/cbs_v4/85554NED"
BASE = "https://datasets.cbs.nl"
VALUE, LOWER, UPPER = ROLES = ("MW00000", "MOG0095", "MBG0095")
MARGINS = Margins(column="Marges", value=VALUE, lower=LOWER, upper=UPPER)
REASONS = {
    "Impossible": Presence.IMPOSSIBLE,
    "Confidential": Presence.SUPPRESSED,
    "NotAvailable": Presence.MISSING,
}

# ---- the genuine lists of a table with margins, with invented observations


SEXES = ("T001038", "3000", "4000")
AGES = ("10000", "41600", "53610", "90150")
EVERY = OData4(
    table="85554NED",
    areas="RegioS",
    series=tuple(
        Series(name=f"ww/{sex}-{age}", measure="D001908", over={"Geslacht": (sex,), "Leeftijd": (age,)})
        for sex, age in product(SEXES, AGES)
    ),
    periods=("month",),
    margins=MARGINS,
)
ONE = OData4(
    table="85554NED",
    areas="RegioS",
    fixed={"Geslacht": "T001038", "Leeftijd": "10000"},
    series=(Series(name="ww/T001038-10000", measure="D001908"),),
    periods=("month",),
    margins=MARGINS,
)


@pytest.fixture(scope="module")
def publisher() -> Site:
    if not FIXTURE.is_dir():
        pytest.skip("the publishers' files (../shared/data) are not on this machine")
    dataset = invented_dataset(FIXTURE)
    return Site({"85554NED": lambda: dataset})


def invented(publisher: Site, layout: OData4) -> dict[tuple[str, str, int], Found]:
    """All that the stand-in says of the country and the provinces, without the adapter."""
    figures: dict[tuple[str, str, int], dict[str, Decimal]] = defaultdict(dict)
    fixed = " and ".join(f"{column} eq '{key}'" for column, key in layout.fixed.items())
    asked = f"?$filter={quote(fixed)}" if fixed else ""
    address = f"{BASE}/odata/v1/CBS/85554NED/Observations{asked}"
    while address:
        page = json.loads(Asker([publisher]).peek(address))
        for row in page["value"]:
            name, month = f"ww/{row['Geslacht']}-{row['Leeftijd']}", row["Perioden"].replace("MM", "-")
            area = "NL" if row["RegioS"] == "NL01" else row["RegioS"]
            figures[name, area, period_code(Period.parse(month))][row["Marges"]] = Decimal(row["Value"])
        address = page.get("@odata.nextLink", "")
    assert len(figures) == len(layout.series) * 53 * 160
    return {
        key: Found(
            some[VALUE],
            Presence.VALUE,
            Life.PROVISIONAL,
            Precision.SURVEY_WITH_MARGINS,
            "count",
            some[LOWER],
            some[UPPER],
        )
        for key, some in figures.items()
        if key[1] == "NL" or (key[1].startswith("PV") and key[1] != "PV99")
    }


@pytest.mark.parametrize(
    ("layout", "ask", "areas"),
    [
        (ONE, Ask(), 13),
        (ONE, Ask(municipality="GM0935", beside=("NL", "PV31")), 2),
        (ONE, Ask(municipality="PV31", since=Period.parse("2024")), 1),
        pytest.param(EVERY, Ask(), 13, marks=pytest.mark.slow),
    ],
)
def test_every_invented_observation_comes_back_with_its_margins(
    publisher: Site, layout: OData4, ask: Ask, areas: int
) -> None:
    asker, adapter, kept = Asker([publisher]), OData4Adapter(layout, AreaCodes()), Kept()
    adapter.download(ask, asker, BASE)
    adapter.read(ask, asker.parts, kept)
    asked = [unquote(one) for one in asker.asked if "/Observations?" in one]
    assert asked
    assert all(f"startswith(Marges,'{role}')" in one for one in asked for role in ROLES)
    expected = {
        key: found
        for key, found in invented(publisher, layout).items()
        if (ask.municipality is None or key[1] in (ask.municipality, *ask.beside))
        and (ask.since is None or key[2] >= 202400)
    }
    assert len(expected) == len(layout.series) * areas * (28 if ask.since else 160)
    assert kept.rows == expected
    assert not [note for note in kept.notes if "margin" in note]
    assert any("AM01" in one for one in kept.unknown) == (ask == Ask())


# ---- small tables, made here


WAVES = OData4(
    table="00000NED",
    areas="RegioS",
    series=(Series(name="demo/onveilig", measure="M1", unit="percent"),),
    margins=MARGINS,
    waves=True,
)
LOOSE = OData4(
    table="00000NED",
    areas="RegioS",
    series=(Series(name="demo/onveilig", measure="M1", unit="percent"),),
    margins=MARGINS,
    waves=True,
    dense=False,
)
FINER = OData4(
    table="00000NED",
    areas="RegioS",
    series=(Series(name="demo/onveilig", measure="M1", unit="percent"),),
    margins=Margins(column="Marges", value=VALUE, lower=LOWER, upper=UPPER, decimals=2),
    waves=True,
    dense=False,
)
REGIONS = ("GM0935", "PV31")
YEARS = ("2021JJ00", "2023JJ00")
Cells = dict[tuple[str, str, str], str | None]


def parts_of(rows: list[dict[str, Any]], *, decimals: int = 1, page: int = 5) -> Bytes:
    """A table with one measure; some rows in pages."""
    collections: dict[str, list[dict[str, Any]]] = {
        "Dimensions": [
            {"Identifier": "Marges", "Kind": "Dimension"},
            {"Identifier": "RegioS", "Kind": "GeoDimension"},
            {"Identifier": "Perioden", "Kind": "TimeDimension"},
        ],
        "MeasureCodes": [{"Identifier": "M1", "Decimals": decimals}],
        "MargesCodes": [{"Identifier": key, "Title": key} for key in ROLES],
        "RegioSCodes": [{"Identifier": key, "Title": key} for key in REGIONS],
        "PeriodenCodes": [{"Identifier": key, "Title": key, "Status": "Definitief"} for key in YEARS],
    }
    parts = Bytes({f"{name}/000001": _page(items) for name, items in collections.items()})
    parts["Properties"] = json.dumps({"Modified": "2026-03-01", "Title": "Proef"}).encode()
    for number, at in enumerate(range(0, len(rows), page), 1):
        parts[f"Observations/{number:06}"] = _page(rows[at : at + page])
    return parts


def _page(items: list[dict[str, Any]]) -> bytes:
    return json.dumps({"value": items}).encode()


def row(role: str, area: str, year: str, says: str | None) -> dict[str, Any]:
    """One observation: a number, or the reason why there is none."""
    number = None if says is None or says in REASONS else float(says)
    attribute = "None" if number is not None else says or "NotAvailable"
    keys = {"Marges": role, "RegioS": area, "Perioden": year}
    return {"Measure": "M1", "ValueAttribute": attribute, "Value": number, "StringValue": None, **keys}


def rows_of(*one: str | None) -> list[dict[str, Any]]:
    """All rows of the table: this value, lower and upper for Maastricht in 2021, the same for the others."""
    rows = [row(role, *place, "50") for role in ROLES for place in product(REGIONS, YEARS)]
    mine = [row(role, "GM0935", "2021JJ00", says) for role, says in zip(ROLES, one, strict=True)]
    places = [
        n for n, each in enumerate(rows) if (each["RegioS"], each["Perioden"]) == ("GM0935", "2021JJ00")
    ]
    for place, each in zip(places, mine, strict=True):
        rows[place] = each
    return rows


def read(layout: OData4, parts: Bytes) -> Kept:
    kept = Kept()
    OData4Adapter(layout, AreaCodes()).read(Ask(), parts, kept)
    return kept


def maastricht(kept: Kept) -> Found:
    found = kept.rows["demo/onveilig", "GM0935", period_code(Period.parse("2021", wave=True))]
    assert (found.unit, found.life) == ("percent", Life.FINAL)
    return found


def test_a_year_of_a_survey_is_its_wave() -> None:
    found = maastricht(read(WAVES, parts_of(rows_of("24.2", "23.1", "25.4"))))
    assert (str(found.value), str(found.lower), str(found.upper)) == ("24.2", "23.1", "25.4")
    assert (found.presence, found.precision) == (Presence.VALUE, Precision.SURVEY_WITH_MARGINS)
    same = OData4(table="00000NED", areas="RegioS", series=WAVES.series, margins=MARGINS)
    assert {str(one.kind) for one in read(same, parts_of(rows_of("1", "1", "1"))).periods()} == {"year"}


@pytest.mark.parametrize("reason", REASONS)
def test_a_value_without_margins_stays_and_says_so(reason: str) -> None:
    kept = read(WAVES, parts_of(rows_of("0", reason, reason)))
    found = maastricht(kept)
    assert (found.value, found.lower, found.upper) == (Decimal(0), None, None)
    assert found.precision is Precision.SURVEY_WITHOUT_MARGINS
    assert not [note for note in kept.notes if "margin" in note]
    assert len(kept.rows) == 4


@pytest.mark.parametrize("margins", [("23.1", "Impossible"), ("NotAvailable", "25.4")])
def test_one_margin_without_the_other_is_left_out_and_noted(margins: tuple[str, str]) -> None:
    kept = read(WAVES, parts_of(rows_of("24.2", *margins)))
    found = maastricht(kept)
    assert (str(found.value), found.lower, found.upper) == ("24.2", None, None)
    assert found.precision is Precision.SURVEY_WITHOUT_MARGINS
    said = "demo/onveilig: 1 values have only one margin, which is left out, such as at GM0935 2021JJ00."
    assert said in kept.notes


@pytest.mark.parametrize(("reason", "presence"), REASONS.items())
def test_margins_around_no_value_are_noted_and_make_no_figure(reason: str, presence: Presence) -> None:
    kept = read(WAVES, parts_of(rows_of(reason, "23.1", "25.4")))
    found = maastricht(kept)
    assert (found.value, found.lower, found.upper, found.presence) == (None, None, None, presence)
    assert found.precision is Precision.SURVEY_WITHOUT_MARGINS
    said = "demo/onveilig: 1 margins stand around no value and are left out, such as at GM0935 2021JJ00."
    assert said in kept.notes


@pytest.mark.parametrize(
    "one", [("24.2", "25.4", "23.1"), ("24.2", "24.3", "25.4"), ("24.2", "23.1", "24.1"), ("0", "0.1", "0.2")]
)
def test_a_value_outside_its_margins_is_refused(one: tuple[str, str, str]) -> None:
    with pytest.raises(InputError, match=r"demo/onveilig GM0935 2021JJ00 do not hold their value") as refused:
        read(WAVES, parts_of(rows_of(*one)))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("role", ROLES)
def test_a_value_or_margin_that_comes_twice_is_refused(role: str) -> None:
    rows = [*rows_of("24.2", "23.1", "25.4"), row(role, "GM0935", "2021JJ00", "24.2")]
    with pytest.raises(InputError, match=f"row of {role} GM0935 2021JJ00 came in twice"):
        read(WAVES, parts_of(rows))


@pytest.mark.parametrize("role", ROLES)
def test_of_a_dense_table_every_margin_must_come_in(role: str) -> None:
    rows = rows_of("24.2", "23.1", "25.4")
    rows.remove(next(one for one in rows if (one["Marges"], one["RegioS"]) == (role, "GM0935")))
    with pytest.raises(InputError, match=r"1 of 12 rows of demo/onveilig did not come in, such as GM0935"):
        read(WAVES, parts_of(rows))
    kept = read(LOOSE, parts_of(rows))
    assert len(kept.rows) == (3 if role == VALUE else 4)
    assert any("left out" in note for note in kept.notes)


def test_margins_with_more_decimals_than_promised_are_read_only_where_the_layout_says_so() -> None:
    parts = parts_of(rows_of("24.2", "23.05", "25.35"))
    with pytest.raises(InputError, match=r"holds 23\.05 where 1 decimals are promised"):
        read(WAVES, parts)
    found = maastricht(read(FINER, parts))
    assert (str(found.value), str(found.lower), str(found.upper)) == ("24.2", "23.05", "25.35")
    with pytest.raises(InputError, match=r"holds 24\.21 where 1 decimals are promised"):
        read(FINER, parts_of(rows_of("24.21", "23.05", "25.35")))
    for one in (("24.2", "24.21", "25.35"), ("24.2", "23.05", "24.19")):
        with pytest.raises(InputError, match="do not hold their value"):
            read(FINER, parts_of(rows_of(*one)))


def test_a_margin_that_is_not_in_the_list_of_codes_is_refused() -> None:
    parts = parts_of(rows_of("24.2", "23.1", "25.4"))
    parts = Bytes({name: data.replace(b"MOG0095", b"XOG0095") for name, data in parts.items()})
    with pytest.raises(InputError, match="MargesCodes: the code 'MOG0095' is missing"):
        read(WAVES, parts)


def test_a_survey_without_margins_says_so() -> None:
    layout = OData4(
        table="00000NED", areas="RegioS", series=WAVES.series, fixed={"Marges": VALUE}, waves=True
    )
    found = maastricht(read(layout, parts_of(rows_of("24.2", "23.1", "25.4"))))
    assert (str(found.value), found.lower, found.upper) == ("24.2", None, None)
    assert found.precision is Precision.SURVEY_WITHOUT_MARGINS


# ---- any small table


SAYS = st.one_of(st.none(), st.sampled_from(sorted(REASONS)), st.integers(-999, 999))


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[dict[str, Any]], dict[tuple[str, str], Found], int]:
    """Rows in any order, what they stand for, and how many decimals the values have."""
    decimals = draw(st.integers(0, 2))
    rows, expected = [], {}
    for place in product(REGIONS, YEARS):
        value, lower, upper = draw(SAYS), draw(SAYS), draw(SAYS)
        if isinstance(value, int):
            lower = value * 10 ** (2 - decimals) - abs(lower) if isinstance(lower, int) else lower
            upper = value * 10 ** (2 - decimals) + abs(upper) if isinstance(upper, int) else upper
        numbers = [_decimal(value, decimals), _decimal(lower, 2), _decimal(upper, 2)]
        for role, says, number in zip(ROLES, (value, lower, upper), numbers, strict=True):
            # What is not said by a reason does not come in at all.
            if says is not None:
                rows.append(row(role, *place, str(says) if number is None else str(number)))
        if value is not None:
            whole = all(number is not None for number in numbers)
            expected[place] = Found(
                numbers[0],
                Presence.VALUE if isinstance(value, int) else REASONS[value],
                Life.FINAL,
                Precision.SURVEY_WITH_MARGINS if whole else Precision.SURVEY_WITHOUT_MARGINS,
                "percent",
                numbers[1] if whole else None,
                numbers[2] if whole else None,
            )
    return draw(st.permutations(rows)), expected, decimals


def _decimal(says: str | int | None, decimals: int) -> Decimal | None:
    return Decimal(says).scaleb(-decimals) if isinstance(says, int) else None


@given(tables())
def test_any_table_comes_back_exactly(
    table: tuple[list[dict[str, Any]], dict[tuple[str, str], Found], int],
) -> None:
    rows, expected, decimals = table
    if not rows:
        with pytest.raises(InputError, match="no row came in"):
            read(FINER, parts_of(rows, decimals=decimals))
        return
    kept = read(FINER, parts_of(rows, decimals=decimals))
    found = {(area, f"{period // 100}JJ00"): one for (_, area, period), one in kept.rows.items()}
    assert found == expected
    assert {key: str(one.value) for key, one in found.items()} == {
        key: str(one.value) for key, one in expected.items()
    }
    assert all(one.value is None for one in found.values() if one.presence is not Presence.VALUE)


# ---- as it stands in source.yaml


DESCRIBED = """\
id: demo_enquete
table: 00000NED
title: {nl: Proef, en: Trial}
publisher: CBS
licence: CC BY 4.0
note: {nl: Proef., en: Trial.}
odata4:
  table: 00000NED
  areas: RegioS
  series: [{name: demo/onveilig, measure: M1, unit: percent}]
  margins: {column: Marges, value: MW00000, lower: MOG0095, upper: MBG0095, decimals: 2}
  waves: true
  dense: false
"""


def described(folder: Path, old: str = "", new: str = "") -> SourceFile:
    assert old in DESCRIBED
    path = folder / "source.yaml"
    path.write_text(DESCRIBED.replace(old, new) if old else DESCRIBED, "utf-8")
    return load(SourceFile, path)


def test_margins_are_data(tmp_path: Path) -> None:
    assert described(tmp_path).odata4 == FINER
    assert FINER.dimensions == ("Marges", "RegioS", "Perioden")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("column: Marges", "column: Perioden", "the margins stand in 'Perioden', which holds something else"),
        ("column: Marges", "column: RegioS", "the margins stand in 'RegioS', which holds something else"),
        ("MOG0095", "MBG0095", "a value, its lower and its upper margin have a key each"),
        ("unit: percent", 'over: {Leeftijd: ["1", "2"]}', "is a sum, and margins cannot be added up"),
        ("unit: percent", "over: {Marges: [MW00000]}", "stand in 'Marges', which holds something else"),
        ("lower: MOG0095, ", "", "missing required field `lower`"),
        ("upper:", "uper:", "'uper' is not known here"),
    ],
)
def test_margins_that_cannot_be_are_refused_by_file_and_line(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    with pytest.raises(InputError, match=words) as refused:
        described(tmp_path, old, new)
    assert "source.yaml, line " in str(refused.value)
