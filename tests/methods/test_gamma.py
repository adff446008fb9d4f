# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
import time
from decimal import Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.methods._gamma import gamma_quantile, gamma_tail
from baken.methods._loader import deviance, stirling_error

special: Any = pytest.importorskip("scipy.special")  # untyped, and a test-only import

SHAPES = [1, 2, 3, 10, 15, 16, 17, 100, 1539, 20_000, 100_000, 1_000_000, 5_000_000, 1e8, 2e9, 1e12]
TAILS = [0.4999, 0.25, 0.05, 0.025, 0.005, 0.0005]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("tail", TAILS)
def test_quantiles_of_extremes_agree_with_scipy(shape: float, tail: float) -> None:
    assert gamma_quantile(shape, tail) == pytest.approx(special.gammaincinv(shape, tail), rel=1e-11)
    upper = gamma_quantile(shape, tail, upper=True)
    assert upper == pytest.approx(special.gammainccinv(shape, tail), rel=1e-11)


@pytest.mark.parametrize("shape", [0.001, 0.1, 0.5, 1, 1.5, 7, 132, 1539.5, 20_000, 100_000])
@pytest.mark.parametrize("tail", [1e-6, 1e-12, 1e-100])
def test_quantiles_in_the_far_tails_agree_with_scipy(shape: float, tail: float) -> None:
    lower = special.gammaincinv(shape, tail)
    assert gamma_quantile(shape, tail) == pytest.approx(lower, rel=1e-10, abs=1e-300)
    upper = gamma_quantile(shape, tail, upper=True)
    assert upper == pytest.approx(special.gammainccinv(shape, tail), rel=1e-10)


@given(st.integers(1, 2_000_000), st.floats(0.0005, 0.5))
def test_quantiles_agree_with_scipy(shape: int, tail: float) -> None:
    assert gamma_quantile(shape, tail) == pytest.approx(special.gammaincinv(shape, tail), rel=1e-11)
    upper = gamma_quantile(shape, tail, upper=True)
    assert upper == pytest.approx(special.gammainccinv(shape, tail), rel=1e-11)


@given(st.floats(0.01, 2_000_000), st.floats(-4, 4))
def test_both_functions_agree_with_scipy(shape: float, deviations: float) -> None:
    x = shape * math.exp(deviations / math.sqrt(shape + 1))
    lower, upper = (math.exp(gamma_tail(shape, math.log(x), upper=upper).value) for upper in (False, True))
    # From log(x) back to x costs a rounding, which the slope of the tail multiplies.
    assert lower == pytest.approx(special.gammainc(shape, x), rel=1e-10)
    assert upper == pytest.approx(special.gammaincc(shape, x), rel=1e-10)


@given(st.floats(0.01, 1_000_000), st.floats(0.001, 0.5), st.booleans())
def test_a_quantile_leaves_its_tail(shape: float, tail: float, upper: Any) -> None:
    x = gamma_quantile(shape, tail, upper=upper)
    if x > 1e-300:
        assert math.exp(gamma_tail(shape, math.log(x), upper=upper).value) == pytest.approx(tail, rel=1e-10)


@pytest.mark.parametrize("tail", [0.025, 1e-6, 1e-12])
def test_a_million_against_fifty_digits(tail: float) -> None:
    # Not against scipy: its series stops after 2,000 terms, too early at a million this far from the centre.
    shape = 1_000_000
    with localcontext() as context:
        context.prec = 50
        x, a = Decimal(gamma_quantile(shape, tail)), Decimal(shape)
        log_factorial = sum((Decimal(n).ln() for n in range(2, 11)), Decimal(0)) - _stirling(Decimal(10))
        term = total = (a * x.ln() - x - _stirling(a) - log_factorial).exp()
        while term > total * Decimal("1e-30"):
            a += 1
            term *= x / a
            total += term
    assert float(total) == pytest.approx(tail, rel=1e-10)


def _stirling(n: Decimal) -> Decimal:
    """log n! less log sqrt(2 pi), which the exact log 10! then supplies; right to 17 digits from 10."""
    terms = (1 / (12 * n), -1 / (360 * n**3), 1 / (1260 * n**5), -1 / (1680 * n**7), 1 / (1188 * n**9))
    more = (-Decimal(691) / (360360 * n**11), 1 / (156 * n**13), -Decimal(3617) / (122400 * n**15))
    return (n + Decimal("0.5")) * n.ln() - n + sum((*terms, *more), Decimal(0))


@pytest.mark.parametrize("n", [0.001, 1, 15.999, 16, 100])
def test_the_stirling_error_meets_the_gamma_function(n: float) -> None:
    approximation = (n + 0.5) * math.log(n) - n + math.log(2 * math.pi) / 2
    assert stirling_error(n) == pytest.approx(math.lgamma(n + 1) - approximation, abs=1e-13)


@given(st.floats(0.1, 1e9), st.floats(0.2, 5))
def test_the_deviance_is_never_negative_and_has_no_seam(n: float, ratio: float) -> None:
    mean = n * ratio
    plain = n * math.log(n / mean) + mean - n
    assert deviance(n, mean, math.log(mean)) == pytest.approx(plain, rel=1e-9, abs=1e-14 * n)
    assert deviance(n, mean, math.log(mean)) >= 0


@pytest.mark.parametrize(("shape", "limit"), [(132, 0.01), (1539, 0.01), (1_000_000, 0.1)])
def test_one_quantile_takes_no_noticeable_time(shape: int, limit: float) -> None:
    # Ten to a hundred times what a quiet machine needs: this finds a runaway series, not a slow machine.
    def seconds() -> float:
        start = time.perf_counter()
        gamma_quantile(shape, 0.025)
        return time.perf_counter() - start

    assert min(seconds() for _ in range(5)) < limit
