# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from baken.methods.reason import Reason
from baken.methods.signals._farrington_bounds import count_bound, count_p
from baken.methods.signals._farrington_plan import plan
from baken.methods.signals.farrington_flexible import (
    DEFAULTS,
    FARRINGTON,
    MUAN,
    NOUFAILY,
    NOUFAILY_MONTHLY,
    FarringtonOptions,
    FarringtonTable,
    farrington_flexible,
)

from .reference import (
    ALARM,
    EXPECTED,
    PHI,
    TREND,
    UPPER,
    Floats,
    P,
    apart,
    needs_reference,
    result,
    salmonella,
    salmonella_result,
    series,
)

CONFIGURATIONS = {
    "noufaily_R_noufaily": NOUFAILY,
    "noufaily_R_muan": MUAN,
    "noufaily_R_farrington": FARRINGTON,
    "monthly_R_noufaily_m": NOUFAILY_MONTHLY,
    "monthly_R_defaults": DEFAULTS,
}
SALMONELLA = {
    "default": replace(DEFAULTS, per_year=52, years_back=4),
    "noufaily": replace(NOUFAILY, years_back=4),
    "muan": replace(MUAN, years_back=4),
    "farr": replace(FARRINGTON, years_back=4, fewest_cases=5),
}
SHORT = FarringtonOptions(per_year=4, years_back=3, half_window=0, seasons=4, past_excluded=1, alpha=0.01)


def made(rows: int = 6, periods: int = 90, seed: int = 3) -> Floats:
    random = np.random.default_rng(seed)
    level = np.exp(np.linspace(-0.5, 3, rows))[:, np.newaxis]
    wave = np.exp(0.4 * np.sin(np.arange(periods) / 12 * 2 * np.pi))
    return random.negative_binomial(2 * level * wave, 0.5).astype(float)


@needs_reference
@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_every_figure_of_the_reference_comes_out(name: str) -> None:
    counts = series(name.partition("_")[0])
    theirs = result(name, len(counts))
    ours = farrington_flexible(counts, CONFIGURATIONS[name], theirs.shape[1])
    signals = ours.signals
    judged = signals.reason == 0
    # No bound there is a reason here: too few cases, or a bound beyond every float.
    assert np.array_equal(judged, ~np.isnan(theirs[..., UPPER]))
    assert np.array_equal(signals.alarm, theirs[..., ALARM] == 1)
    assert apart(signals.upper[judged], theirs[..., UPPER][judged]).max() < 1e-6
    # A season without a case expects 1e-9 or so, which depends on the last step.
    assert apart(signals.expected[judged], theirs[..., EXPECTED][judged], 1e-8).max() < 1e-6
    assert apart(ours.phi[judged], theirs[..., PHI][judged]).max() < 1e-6
    assert np.abs(signals.p - theirs[..., P])[judged].max() < 6e-6
    # A slope that is 0 but for rounding falls on either side.
    assert (ours.trend != (theirs[..., TREND] == 1))[judged].mean() < 0.002


@needs_reference
@pytest.mark.parametrize("name", SALMONELLA)
def test_a_real_series_gives_the_reference_to_ten_digits(name: str) -> None:
    theirs = salmonella_result("farringtonFlexible", name)
    ours = farrington_flexible(salmonella(), SALMONELLA[name], 52)
    judged = ours.signals.reason[0] == 0
    assert np.array_equal(judged, ~np.isnan(theirs[:, 2]))
    for mine, column in (
        (ours.signals.upper, 2),
        (ours.signals.alarm, 3),
        (ours.signals.expected, 4),
        (ours.phi, 5),
        (ours.signals.p, 6),
        (ours.trend, 8),
    ):
        assert np.allclose(mine[0, judged], theirs[judged, column], rtol=1e-8, atol=1e-11)
    if SALMONELLA[name].threshold == "delta":
        assert np.allclose(ours.signals.score[0, judged], theirs[judged, 7], rtol=1e-8)


def fitted_by_hand(counts: Floats, people: Floats, options: FarringtonOptions) -> tuple[float, float]:
    """Expected count and dispersion of the last period, from a plain regression with all columns."""
    now = counts.size - 1
    runs = plan(options).runs
    place = np.concatenate([np.arange(start, start + length) for start, length, _, _ in runs])
    season = np.concatenate([np.full(length, level) for _, length, level, _ in runs])
    known = ~np.isnan(counts[now + place]) & (people[now + place] > 0)
    place, season = place[known], season[known]
    y, n = counts[now + place], people[now + place]
    columns = np.column_stack([np.eye(season.max() + 1)[season], place])
    columns = columns[:, columns.any(axis=0)]
    weight = np.ones(y.size)
    for turn in range(2):
        mean = y + 0.1
        for _ in range(60):
            root = np.sqrt(weight * mean)
            working = np.log(mean / n) + (y - mean) / mean
            effects, *_ = np.linalg.lstsq(columns * root[:, None], working * root, rcond=None)
            mean = n * np.exp(columns @ effects)
        free = y.size - columns.shape[1]
        phi = max((weight * (y - mean) ** 2 / mean).sum() / free, 1.0)
        if turn == 0:
            q, _ = np.linalg.qr(columns * np.sqrt(mean)[:, None])
            hat = (q**2).sum(axis=1)
            residual = 1.5 * (y ** (2 / 3) * mean ** (-1 / 6) - np.sqrt(mean)) / np.sqrt(phi * (1 - hat))
            weight = np.where(residual > options.weights_threshold, residual**-2.0, 1.0)
            weight *= y.size / weight.sum()
    return float(np.exp(effects[0]) * people[now]), float(phi)


@pytest.mark.parametrize("seed", range(4))
def test_population_and_missing_months_enter_the_regression(seed: int) -> None:
    random = np.random.default_rng(seed)
    counts = random.poisson(20, 80).astype(float)
    counts[[5, 30, 44]] = np.nan, 90, np.nan
    people = 1000 + 10 * np.arange(80.0)
    people[33] = 0
    ours = farrington_flexible(counts[None], NOUFAILY_MONTHLY, 1, people[None])
    mean, phi = fitted_by_hand(counts, people, NOUFAILY_MONTHLY)
    assert ours.signals.reason[0, 0] == Reason.JUDGED
    assert ours.signals.expected[0, 0] == pytest.approx(mean, rel=1e-6)
    assert ours.phi[0, 0] == pytest.approx(phi, rel=1e-5)


def test_a_small_series_by_hand() -> None:
    # Without a trend (two years back) and with one season the expected count is a mean.
    options = replace(
        DEFAULTS, per_year=4, years_back=2, half_window=1, past_excluded=0, weights_threshold=9.0
    )
    table = farrington_flexible([[4, 6, 5, 9, 4, 6, 5, 9, 5, 20]], options, 1)
    past = np.array([4, 6, 5, 4, 6, 5])
    assert table.signals.expected[0, 0] == pytest.approx(5)
    assert table.phi[0, 0] == 1
    relative = (((past - 5) / 5) ** 2).sum() / 5
    assert table.log_error[0, 0] == pytest.approx(np.sqrt(relative / 30), rel=1e-6)
    root = np.sqrt((1 + 5 * relative / 30) / 5)
    assert table.signals.upper[0, 0] == pytest.approx(5 * (1 + 2 / 3 * 1.6448536 * root) ** 1.5, rel=1e-6)
    assert table.signals.alarm[0, 0]


def test_the_reference_periods_are_those_of_the_literature() -> None:
    weeks = plan(NOUFAILY)
    seasons = np.repeat(weeks.runs[:, 2], weeks.runs[:, 1])
    assert (weeks.span, weeks.size) == (263, 237)
    assert (seasons == 0).sum() == 35
    assert set(weeks.runs[:-1, 1]) == {5, 7}
    assert plan(FARRINGTON).size == 35
    assert plan(NOUFAILY_MONTHLY).runs[-1, 0] == -4
    assert plan(replace(NOUFAILY, past_excluded=0)).runs[-1, :2].tolist() == [-3, 3]


@pytest.mark.parametrize(
    ("place", "value", "reason"),
    [
        (-1, np.nan, Reason.MISSING),
        (-1, -1, Reason.NEGATIVE),
        (-1, 0.5, Reason.FRACTIONAL),
        (-1, np.inf, Reason.INFINITE),
        (-1, 2.0**60, Reason.TOO_LARGE),
        (-20, -1, Reason.NEGATIVE),
        (-20, 0.5, Reason.FRACTIONAL),
        (-20, -np.inf, Reason.INFINITE),
        (-20, 2.0**60, Reason.TOO_LARGE),
        (-20, np.nan, Reason.JUDGED),
        (-20, 1e9, Reason.JUDGED),
        (-1, 1e9, Reason.JUDGED),
        (-80, -1, Reason.JUDGED),
    ],
)
@pytest.mark.parametrize("options", [NOUFAILY_MONTHLY, DEFAULTS])
def test_bad_figures_get_a_reason(
    place: int, value: float, reason: Reason, options: FarringtonOptions
) -> None:
    counts = made() + 5
    plain = farrington_flexible(counts, options, 2)
    counts[2, place] = value
    table = farrington_flexible(counts, options, 2)
    assert table.signals.reason[2, 1] == reason
    judged = reason == Reason.JUDGED
    for numbers in (table.signals.expected, table.signals.upper, table.signals.p, table.phi):
        assert np.isfinite(numbers[2, 1]) == judged
        assert np.isfinite(np.delete(numbers, 2, axis=0)).all()
    if not judged:
        assert not table.signals.alarm[2, 1]
    others = np.arange(6) != 2
    assert np.array_equal(table.signals.upper[others], plain.signals.upper[others])


@pytest.mark.parametrize(
    ("place", "value", "reason"),
    [
        (-1, 0, Reason.NO_POPULATION),
        (-1, np.nan, Reason.MISSING),
        (-1, -5, Reason.NEGATIVE),
        (-9, -5, Reason.NEGATIVE),
        (-9, np.inf, Reason.INFINITE),
        (-9, 0, Reason.JUDGED),
        (-9, np.nan, Reason.JUDGED),
    ],
)
def test_bad_populations_get_a_reason(place: int, value: float, reason: Reason) -> None:
    people = np.full((6, 90), 1000.0)
    people[1, place] = value
    table = farrington_flexible(made() + 5, NOUFAILY_MONTHLY, 1, people)
    assert table.signals.reason[:, 0].tolist() == [0, reason, 0, 0, 0, 0]


def test_too_short_too_empty_and_too_few() -> None:
    counts = made() + 5
    assert (farrington_flexible(counts[:, :61], NOUFAILY_MONTHLY, 1).signals.reason == 7).all()
    partly = farrington_flexible(counts[:, :63], NOUFAILY_MONTHLY, 3).signals.reason
    assert partly[0].tolist() == [Reason.TOO_FEW_PERIODS, Reason.JUDGED, Reason.JUDGED]
    hollow = counts.copy()
    hollow[:, 20:60] = np.nan
    assert (farrington_flexible(hollow, NOUFAILY_MONTHLY, 1).signals.reason == Reason.TOO_FEW_PERIODS).all()
    few = np.zeros((2, 90))
    few[1, -2:] = 3
    assert farrington_flexible(few, DEFAULTS, 1).signals.reason[:, 0].tolist() == [Reason.TOO_FEW_CASES, 0]


def test_a_series_of_zeros_expects_nothing_and_a_first_case_is_an_alarm() -> None:
    counts = np.zeros((2, 90))
    counts[1, -1] = 1
    signals = farrington_flexible(counts, NOUFAILY_MONTHLY, 1).signals
    assert signals.alarm[:, 0].tolist() == [False, True]
    assert (signals.expected < 1e-6).all()
    assert (signals.upper == 0).all()


@pytest.mark.parametrize(
    "settings",
    [
        {"alpha": 0},
        {"alpha": 0.7},
        {"years_back": 0},
        {"half_window": -1},
        {"seasons": 0},
        {"seasons": 60},
        {"half_window": 30},
        {"threshold": "other"},
        {"power": 0},
        {"weights_threshold": 0},
        {"past_excluded": -1},
    ],
)
def test_wrong_settings_are_refused(settings: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"must|room"):
        replace(NOUFAILY, **settings)  # type: ignore[arg-type]


def test_wrong_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match="table of series"):
        farrington_flexible([1, 2, 3])
    with pytest.raises(ValueError, match="monitored"):
        farrington_flexible(made(), NOUFAILY, 91)
    with pytest.raises(ValueError, match="shape of the counts"):
        farrington_flexible(made(), NOUFAILY, 1, [[1.0]])


def same(one: FarringtonTable, other: FarringtonTable) -> bool:
    pairs = [(getattr(one.signals, name), getattr(other.signals, name)) for name in ("upper", "p", "reason")]
    pairs += [(one.phi, other.phi), (one.trend, other.trend), (one.log_error, other.log_error)]
    return all(np.array_equal(mine, theirs, equal_nan=True) for mine, theirs in pairs)


def part(table: FarringtonTable, rows: Any) -> FarringtonTable:
    signals = replace(
        table.signals,
        **{name: getattr(table.signals, name)[rows] for name in table.signals.__slots__ if name != "first"},
    )
    return FarringtonTable(signals, table.phi[rows], table.trend[rows], table.log_error[rows])


small = arrays(
    np.float64, (4, 22), elements=st.sampled_from([0.0, 0, 1, 2, 3, 5, 8, 40, 1e9, np.nan, -1, 0.5])
)


@given(small)
def test_every_judged_figure_is_a_number_and_nothing_else_is(counts: Floats) -> None:
    table = farrington_flexible(counts, SHORT, 4, threads=1)
    judged = table.signals.reason == 0
    for numbers in (table.signals.expected, table.signals.upper, table.signals.p, table.phi):
        assert np.array_equal(np.isfinite(numbers), judged)
    assert not table.signals.alarm[~judged].any()
    assert ((table.signals.p[judged] >= 0) & (table.signals.p[judged] <= 1)).all()
    assert np.array_equal(table.signals.alarm[judged], (table.signals.score > 1)[judged])


@given(small, st.permutations(range(4)))
def test_order_and_company_of_series_do_not_matter(counts: Floats, order: list[int]) -> None:
    alone = farrington_flexible(counts, SHORT, 4, threads=1)
    mixed = farrington_flexible(counts[order], SHORT, 4, threads=1)
    assert same(part(alone, order), mixed)
    more = farrington_flexible(np.concatenate([counts, np.zeros((3, 22))]), SHORT, 4, threads=1)
    assert same(alone, part(more, slice(0, 4)))


@pytest.mark.parametrize("options", [NOUFAILY_MONTHLY, DEFAULTS])
def test_threads_give_the_same_bits(options: FarringtonOptions) -> None:
    counts = made(40)
    assert same(
        farrington_flexible(counts, options, 6, threads=1), farrington_flexible(counts, options, 6, threads=3)
    )


@given(st.floats(0.001, 1e6), st.floats(1.0, 30), st.sampled_from([0.05, 0.01, 0.005]))
def test_the_bound_is_the_smallest_count_that_is_rare_enough(mean: float, phi: float, alpha: float) -> None:
    means, phis = np.array([mean]), np.array([phi])
    bound = count_bound(means, phis, alpha)
    # P(Y >= bound + 1) is at most alpha, P(Y >= bound) is more.
    assert count_p(bound + 1, means, phis)[0] <= alpha * (1 + 1e-9)
    assert bound[0] == 0 or count_p(bound, means, phis)[0] >= alpha * (1 - 1e-9)


def test_the_bound_of_a_huge_mean_stays_finite() -> None:
    bound = count_bound(np.array([9e8, 1.1e9, 1e60]), np.array([1.5, 1.5, 3.0]), 0.005)
    assert bound[0] == pytest.approx(9e8 + 2.5758 * np.sqrt(1.35e9), rel=1e-6)
    assert bound[1] == pytest.approx(1.1e9 + 2.5758 * np.sqrt(1.65e9), rel=1e-6)
    assert bound[2] == pytest.approx(1e60)
