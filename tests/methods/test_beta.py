# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods._beta import beta_log_odds, beta_tail

special: Any = pytest.importorskip("scipy.special")  # untyped, and a test-only import

PARAMETERS = [1, 2, 11, 132, 1539, 20_000, 1_000_000, 5_000_000, 2e9]
TAILS = [0.4999, 0.25, 0.025, 0.0005, 1e-6, 1e-12]
counts = st.integers(0, 2_000_000)


def share(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))


@pytest.mark.parametrize("a", PARAMETERS)
@pytest.mark.parametrize("b", PARAMETERS)
@pytest.mark.parametrize("tail", TAILS)
def test_quantiles_of_extremes_agree_with_scipy(a: float, b: float, tail: float) -> None:
    log_odds = beta_log_odds(a, b, tail)
    assert share(log_odds) == pytest.approx(special.betaincinv(a, b, tail), rel=1e-10)
    # The complement, where it is small, to the nine digits that scipy has of it.
    assert share(-log_odds) == pytest.approx(special.betainccinv(b, a, tail), rel=2e-9)


@given(counts, counts, st.floats(1, 20), st.floats(1e-4, 0.5))
def test_quantiles_agree_with_scipy(count: int, other: int, overdispersion: float, tail: float) -> None:
    a, b = (count + 1) / overdispersion, other / overdispersion + 1
    assert share(beta_log_odds(a, b, tail)) == pytest.approx(special.betaincinv(a, b, tail), rel=1e-10)


@given(st.floats(0.01, 1_000_000), st.floats(0.01, 1_000_000), st.floats(-4, 4))
def test_the_function_agrees_with_scipy_in_both_tails(a: float, b: float, deviations: float) -> None:
    t = math.log(a / b) + deviations * math.sqrt(1 / (a + 1) + 1 / (b + 1))
    below, above = beta_tail(a, b, t).value, beta_tail(b, a, -t).value
    # Ask scipy at the smaller of x and 1 - x: the other may have no digits left to tell it from 1.
    first, second, x = (a, b, share(t)) if t < 0 else (b, a, share(-t))
    expected = special.betainc(first, second, x), special.betaincc(first, second, x)
    assert (below, above)[:: 1 if t < 0 else -1] == pytest.approx(
        [math.log(one) for one in expected], abs=1e-9
    )
    assert math.exp(below) + math.exp(above) == pytest.approx(1, rel=1e-12)


@given(st.floats(0.01, 1_000_000), st.floats(0.01, 1_000_000), st.floats(1e-6, 0.5))
def test_a_quantile_leaves_its_tail(a: float, b: float, tail: float) -> None:
    log_odds = beta_log_odds(a, b, tail)
    if log_odds > -700:
        assert math.exp(beta_tail(a, b, log_odds).value) == pytest.approx(tail, rel=1e-10)


@given(st.integers(1, 10_000_000), st.floats(1e-6, 0.5))
def test_one_event_has_a_closed_form(a: int, tail: float) -> None:
    # I_x(a, 1) = x^a, also where 1 - x is too small for x to tell.
    expected = math.log(tail) / a
    assert beta_log_odds(a, 1, tail) == pytest.approx(expected - math.log(-math.expm1(expected)), rel=1e-13)


@pytest.mark.parametrize("a", [1e-300, 1e-9, 0.001])
def test_odds_too_small_for_a_float_have_a_logarithm(a: float) -> None:
    assert beta_log_odds(a, 1.0, 0.025) == pytest.approx(math.log(0.025) / a, rel=1e-12)


@pytest.mark.parametrize(("a", "limit"), [(132, 0.01), (1539, 0.01), (1_000_000, 0.1)])
def test_one_quantile_takes_no_noticeable_time(a: int, limit: float) -> None:
    # Ten to a hundred times what a quiet machine needs: this finds a runaway fraction, not a slow machine.
    def seconds() -> float:
        start = time.perf_counter()
        beta_log_odds(a, a + 300, 0.025)
        return time.perf_counter() - start

    assert min(seconds() for _ in range(5)) < limit
