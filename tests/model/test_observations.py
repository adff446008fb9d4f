# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""An observation has a value exactly when it says that it was measured, however it is made."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.model.figure import Figure
from baken.model.observation import Life, Observation, Precision, Presence
from support import measured, unmeasured, year

ABSENT = [one for one in Presence if one is not Presence.VALUE]
NUMBERS = st.decimals(-1000, 10**6, allow_nan=False, allow_infinity=False, places=2)
YEAR = year(2021)


def make(presence: Presence, value: Decimal | None, count: int | None = None) -> Observation:
    return Observation(
        indicator="hic", area="GM0935", period=YEAR, presence=presence, value=value, count=count
    )


@given(st.sampled_from(list(Presence)), st.none() | NUMBERS, st.none() | st.integers(0, 10**6))
def test_an_observation_exists_only_if_presence_and_value_agree(
    presence: Presence, value: Decimal | None, count: int | None
) -> None:
    agrees = (value is not None) == (presence is Presence.VALUE)
    if agrees and (count is None or value is not None):
        made = make(presence, value, count)
        assert (made.presence, made.value, made.count) == (presence, value, count)
    else:
        with pytest.raises(ValueError, match="hic GM0935 2021"):
            make(presence, value, count)


@given(st.sampled_from(ABSENT), NUMBERS)
def test_no_change_of_an_observation_can_make_presence_and_value_disagree(
    absent: Presence, value: Decimal
) -> None:
    there, missing = measured("hic", YEAR, str(value)), unmeasured("hic", YEAR, absent)
    with pytest.raises(ValueError, match="has a value"):
        replace(there, presence=absent)
    with pytest.raises(ValueError, match="lacks a value"):
        replace(there, value=None)
    with pytest.raises(ValueError, match="has a value"):
        replace(missing, value=value)
    with pytest.raises(ValueError, match="lacks a value"):
        replace(missing, presence=Presence.VALUE)
    with pytest.raises(FrozenInstanceError):
        there.value = None  # type: ignore[misc]


@pytest.mark.parametrize("text", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_is_no_number_cannot_stand_in_for_a_value(text: str) -> None:
    with pytest.raises(ValueError, match="is no finite number"):
        make(Presence.VALUE, Decimal(text))


def test_zero_is_a_value_like_any_other() -> None:
    zero = make(Presence.VALUE, Decimal(0), 0)
    assert (zero.value, zero.count, zero.status) == (Decimal(0), 0, "measured")


@pytest.mark.parametrize("absent", ABSENT)
def test_the_status_of_what_is_not_there_says_why(absent: Presence) -> None:
    assert unmeasured("hic", YEAR, absent).status == absent.value


@pytest.mark.parametrize(
    ("life", "precision", "status"),
    [
        (Life.FINAL, Precision.COUNT, "measured"),
        (Life.PROVISIONAL, Precision.COUNT, "provisional"),
        (Life.REVISED, Precision.RATE_ONLY, "revised"),
        (Life.WITHDRAWN, Precision.RATE_ONLY, "withdrawn"),
        (Life.FINAL, Precision.ESTIMATED, "estimated"),
    ],
)
def test_the_status_of_a_value_says_how_final_it_is(life: Life, precision: Precision, status: str) -> None:
    one = replace(measured("hic", YEAR, "1.3"), life=life, precision=precision)
    assert one.status == status


def test_a_figure_that_may_not_be_shown_gives_no_value_and_says_that_it_is_too_small() -> None:
    hidden = Figure(observation=measured("hic", YEAR, "1.3"), shown=False)
    assert (hidden.value, hidden.status) == (None, "too_small")
    shown = Figure(observation=measured("hic", YEAR, "1.3"))
    assert (shown.value, shown.status) == (Decimal("1.3"), "measured")
