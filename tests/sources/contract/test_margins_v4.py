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

from baken.model.errors import InputError
from baken.model.observation import Life, Precision, Presence
from baken.model.period import Period
from baken.replay.cbs4 import invented_dataset
from baken.replay.odata4 import OData4 as Site
from baken.sources.contract import Ask
from baken.sources.protocols.area_codes import AreaCodes
from baken.sources.protocols.odata4 import OData4, OData4Adapter, Series
from baken.store.columns import period_code

from .asking import Asker, Found, Kept
from .small_survey import (
    FINER,
    LOWER,
    MARGINS,
    REASONS,
    REGIONS,
    ROLES,
    UPPER,
    VALUE,
    YEARS,
    parts_of,
    read,
    row,
)

FIXTURE = Path(__file__).parents[4] / "shared/data/fixtures/cbs_v4/85554NED"
BASE = "https://datasets.cbs.nl"
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
        for one in page["value"]:
            name, month = f"ww/{one['Geslacht']}-{one['Leeftijd']}", one["Perioden"].replace("MM", "-")
            area = "NL" if one["RegioS"] == "NL01" else one["RegioS"]
            figures[name, area, period_code(Period.parse(month))][one["Marges"]] = Decimal(one["Value"])
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
