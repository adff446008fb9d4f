# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is written comes back as it was published; what is missing stays missing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.model.errors import InputError
from baken.model.observation import Life, Observation, Precision, Presence
from baken.model.period import Period, PeriodKind
from baken.store.columns import Batch, period_code, period_of
from baken.store.merge import Scope
from baken.store.reader import Reader
from baken.store.workspace import Workspace
from baken.store.writer import writer

from .making import commit, counted, received

_WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=12)
_ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
_DECIMALS = st.builds(
    lambda number, places: Decimal(number).scaleb(-places),
    st.integers(-(10**12), 10**12),
    st.integers(0, 6),
)
_PERIODS = st.one_of(
    st.builds(Period, st.sampled_from([PeriodKind.YEAR, PeriodKind.WAVE]), st.integers(1000, 9999)),
    st.builds(Period, st.just(PeriodKind.QUARTER), st.integers(2019, 2021), st.integers(1, 4)),
    st.builds(Period, st.just(PeriodKind.MONTH), st.integers(2019, 2021), st.integers(1, 12)),
)
_WHOLE = st.none() | st.integers(0, 2**62)


@st.composite
def observations(draw: st.DrawFn) -> Observation:
    presence = draw(st.sampled_from(Presence))
    measured = presence is Presence.VALUE
    margins = draw(st.one_of(st.none(), st.tuples(_DECIMALS, _DECIMALS)))
    return Observation(
        indicator=draw(st.sampled_from(["politie/1.1.1", "ervaren overlast", "één"])),
        area=draw(st.sampled_from(["NL00", "GM0935", "BU09350101"])),
        period=draw(_PERIODS),
        presence=presence,
        life=draw(st.sampled_from(Life)),
        precision=draw(st.sampled_from(Precision)),
        value=draw(_DECIMALS) if measured else None,
        unit=draw(st.sampled_from(["count", "percent", ""]) | _WORDS),
        literal=draw(_ANY_TEXT),
        count=draw(_WHOLE) if measured else None,
        denominator=draw(_WHOLE),
        respondents=draw(_WHOLE),
        lower=min(margins) if margins else None,
        upper=max(margins) if margins else None,
        recalculated=draw(st.booleans()),
        annotation=draw(_ANY_TEXT),
    )


def as_read(one: Observation) -> Observation:
    """What must come back: a count that is the value, and what was printed if that was the number itself."""
    value, count = one.value, one.count
    counted_whole = one.precision is Precision.COUNT and one.unit == "count"
    if value is not None and count is None and counted_whole and value.as_tuple().exponent == 0:
        count = int(value)
    literal = one.literal or ("" if value is None else format(value, "f"))
    return replace(one, count=count, literal=literal, snapshot="politie/47022NED@2026-11-22")


def everything(workspace: Workspace, asked: list[Observation]) -> dict[object, Observation]:
    reader = Reader(workspace)
    found = reader.observations("politie", {one.area for one in asked}, {one.indicator for one in asked})
    return {one.key: one for one in found}


@settings(max_examples=40)
@given(st.lists(observations(), max_size=12, unique_by=lambda one: one.key))
def test_observations_come_back_as_they_were(asked: list[Observation]) -> None:
    with TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder))
        commit(workspace, asked)
        found = everything(workspace, asked)
    assert found == {one.key: as_read(one) for one in asked}
    for one in asked:
        back = found[one.key]
        # The number of decimals says how a figure was rounded: 5 is not 5.0.
        assert str(back.value) == str(as_read(one).value)


def test_nothing_is_not_zero(tmp_path: Path) -> None:
    absent = [presence for presence in Presence if presence is not Presence.VALUE]
    asked = [counted("GM0935", "2020-01", 0)]
    asked += [
        replace(counted("GM0935", f"2020-{month:02d}", None), presence=presence)
        for month, presence in enumerate(absent, 2)
    ]
    commit(Workspace(tmp_path), asked)
    series = Reader(Workspace(tmp_path)).series("politie", "GM0935", "politie/1.1.1")
    assert [(one.presence, one.value, one.count) for one in series] == [
        (Presence.VALUE, Decimal(0), 0),
        *((presence, None, None) for presence in absent),
    ]


@given(_PERIODS)
def test_a_period_comes_back_from_its_number(period: Period) -> None:
    assert period_of(period_code(period)) == period


@pytest.mark.parametrize(
    "value", ["9223372036854775808", "-9223372036854775808", "0.12345678901234567890", "1E+200"]
)
def test_a_number_with_too_many_digits_is_refused_by_name(tmp_path: Path, value: str) -> None:
    one = replace(counted("GM0935", "2020", 1), value=Decimal(value), precision=Precision.RATE_ONLY)
    with pytest.raises(InputError, match=r"politie/1\.1\.1 GM0935 2020: .* has more digits than can be kept"):
        commit(Workspace(tmp_path), [one])
    assert not Reader(Workspace(tmp_path)).sources


def test_batches_of_every_shape_are_the_observations_that_they_stand_for(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    with writer(workspace) as at:
        area = np.array([at.areas.number(code) for code in ("GM0935", "GM0994")], dtype=np.int32)
        period = np.array([202000, 202000], dtype=np.int32)
        count, rate, survey = (at.measures.number(name) for name in ("count", "rate", "survey"))
        at.staging.add(Batch(measure=count, area=area, period=period, value=np.array([0, 7])))
        at.staging.add(
            Batch(
                measure=np.array([rate, rate], dtype=np.int32),
                area=area,
                period=period,
                value=np.array([242, -1]),
                presence=np.array([0, 3], dtype=np.int8),
                decimals=1,
                life=1,
                precision=1,
                unit="it's per 1,000",
            )
        )
        at.staging.add(
            Batch(
                measure=survey,
                area=area,
                period=period + 40,
                value=np.array([500, 33]),
                presence=np.array([0, 4], dtype=np.int8),
                decimals=np.array([2, 1], dtype=np.int8),
                precision=2,
                unit="percent",
                lower=np.array([450, 0]),
                upper=np.array([550, 0]),
            )
        )
        assert len(at.staging) == 6
        at.commit(received(), Scope())
    found = Reader(workspace).observations("politie", ["GM0935", "GM0994"], ["count", "rate", "survey"])
    assert [(one.indicator, one.area, one.status, str(one.value), one.count) for one in found] == [
        ("count", "GM0935", "measured", "0", 0),
        ("count", "GM0994", "measured", "7", 7),
        ("rate", "GM0935", "provisional", "24.2", None),
        ("rate", "GM0994", "suppressed", "None", None),
        ("survey", "GM0935", "measured", "5.00", None),
        ("survey", "GM0994", "missing", "None", None),
    ]
    assert [(str(one.lower), str(one.upper)) for one in found[4:]] == [("4.50", "5.50"), ("None", "None")]
    assert found[2].unit == "it's per 1,000"
    assert found[4].period == Period(PeriodKind.WAVE, 2020)


def test_margins_can_have_more_decimals_than_their_value(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    with writer(workspace) as at:
        area = np.array([at.areas.number("GM0935")], dtype=np.int32)
        names = ("plain", "finer")
        for name, decimals, low, high in zip(names, (None, 2), (231, 2305), (253, 2535), strict=True):
            at.staging.add(
                Batch(
                    measure=at.measures.number(name),
                    area=area,
                    period=np.array([202040], dtype=np.int32),
                    value=np.array([242]),
                    decimals=1,
                    precision=2,
                    unit="percent",
                    lower=np.array([low]),
                    upper=np.array([high]),
                    margin_decimals=decimals,
                )
            )
        at.commit(received(), Scope())
    found = Reader(workspace).observations("politie", ["GM0935"], names)
    assert {one.indicator: (str(one.value), str(one.lower), str(one.upper)) for one in found} == {
        "plain": ("24.2", "23.1", "25.3"),
        "finer": ("24.2", "23.05", "25.35"),
    }


def test_a_workspace_may_lie_anywhere(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / 'it\'s "één" [x] {a,b} *' / "werk ruimte%20")
    commit(workspace, [counted("GM0935", "2020", 4)])
    commit(workspace, [counted("GM0935", "2020", 5)])
    reader = Reader(workspace)
    assert [one.value for one in reader.series("politie", "GM0935", "politie/1.1.1")] == [5]
    assert len(reader.versions("politie", "GM0935", "politie/1.1.1", Period.parse("2020"))) == 2
