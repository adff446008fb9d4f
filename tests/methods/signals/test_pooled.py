# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import math
from functools import cache
from hashlib import sha256
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from baken.methods.reason import Reason
from baken.methods.signals.pooled import PooledBatch, PooledOptions, PooledSignals, pooled_signals

MONTHS = 96


def means(series: int, months: int = MONTHS) -> Any:
    """Levels from 0.3 to 40 a month, half of them with a season."""
    level = np.geomspace(0.3, 40, series)
    season = 0.4 * np.cos(2 * np.pi * np.arange(months) / 12) * (np.arange(series) % 2)[:, None]
    return level[:, None] * np.exp(season)


def drawn(mean: Any, phi: float, seed: int) -> Any:
    return np.random.default_rng(seed).negative_binomial(mean / (phi - 1), 1 / phi)


def town(series: int = 300, seed: int = 1, phi: float = 1.5, months: int = MONTHS) -> Any:
    return drawn(means(series, months), phi, seed)


@cache
def quiet() -> PooledSignals:
    return pooled_signals(town(), 12)


def test_expected_counts_follow_level_and_season() -> None:
    ratio = quiet().table.expected / means(300)[:, -12:]
    large = means(300).mean(axis=1) > 5
    assert np.median(ratio[large]) == pytest.approx(1, abs=0.05)
    assert np.abs(np.log(ratio[large])).max() < 0.5


def test_few_alarms_where_nothing_happens() -> None:
    assert 0.003 < quiet().table.alarm.mean() < 0.025


def test_alarm_score_limit_and_share_say_the_same() -> None:
    signals = quiet()
    table = signals.table
    assert (table.alarm == (table.score > signals.threshold)).all()
    assert (table.alarm == (table.observed > table.upper)).all()
    assert (table.alarm == (signals.share <= 0.0082)).all()


@pytest.mark.requirement("SRC-08")
def test_a_rise_of_sixty_percent_is_told_within_two_months_and_noise_hardly_ever() -> None:
    """A step of +60 % on 80 cases a month; without it fewer than 5 % of the months alarm."""
    mean = np.full((60, MONTHS), 80.0)
    noise = pooled_signals(drawn(mean, 1.2, 5), 12)
    assert noise.table.alarm.mean() < 0.05
    mean[:30, -2:] *= 1.6
    risen = pooled_signals(drawn(mean, 1.2, 5), 2)
    assert risen.table.alarm[:30].any(axis=1).all()
    assert risen.table.alarm[30:].mean() < 0.05


def test_a_wave_of_two_months_is_seen_where_one_month_alone_is_not() -> None:
    counts = np.full((40, MONTHS), 20)
    counts[:, ::2] += drawn(np.full((40, MONTHS // 2), 2.0), 1.5, 3)
    counts[:, 1::3] -= drawn(np.full((40, MONTHS // 3), 2.0), 1.5, 4)
    slow = counts.copy()
    slow[0, -2:] = 26
    slow[1, -1] = 26
    score = pooled_signals(slow, 1).table.score[:, 0]
    assert score[0] > score[1] + 0.5


def test_a_wave_that_is_over_gives_no_alarm() -> None:
    counts = town()
    counts[250, -3:] = counts[250].max() * 3, counts[250].max() * 3, np.median(counts[250])
    table = pooled_signals(counts, 3).table
    assert table.alarm[250].tolist() == [True, True, False]


def test_the_season_of_a_small_series_comes_from_its_parent() -> None:
    shape = np.exp(1.2 * np.cos(2 * np.pi * np.arange(MONTHS) / 12))
    mean = np.full((200, 1), 0.25) * shape
    counts = drawn(mean, 1.3, 8)
    parents = np.zeros(200, dtype=int)
    error = {}
    for name, batch in (("own", PooledBatch()), ("parent", PooledBatch(parent=parents))):
        expected = pooled_signals(counts, 12, batch=batch).table.expected
        error[name] = np.abs(np.log(expected / mean[:, -12:])).mean()
    assert error["parent"] < 0.8 * error["own"]


def test_a_month_that_is_missing_everywhere_leaves_the_parent_its_season() -> None:
    shape = np.exp(1.2 * np.cos(2 * np.pi * np.arange(MONTHS) / 12))
    counts = drawn(np.full((200, 1), 0.25) * shape, 1.3, 8).astype(float)
    batch = PooledBatch(parent=np.zeros(200, dtype=int))
    whole = pooled_signals(counts, 12, batch=batch).table.expected
    counts[:, 40] = np.nan
    counts[0, 50] = np.nan
    assert np.abs(np.log(pooled_signals(counts, 12, batch=batch).table.expected / whole)).mean() < 0.05


def test_kinds_have_their_own_dispersion() -> None:
    mean = np.full((120, MONTHS), 4.0)
    counts = np.where(np.arange(120)[:, None] < 60, drawn(mean, 1.05, 2), drawn(mean, 4.0, 3))
    upper = pooled_signals(counts, 1, batch=PooledBatch(kind=np.arange(120) // 60)).table.upper[:, 0]
    assert upper[:60].mean() + 3 < upper[60:].mean()


def test_no_flood_after_a_known_break() -> None:
    """Level doubled or halved twelve months ago: alarms with and without saying so."""
    mean = means(300)
    mean[:, -12:] *= np.where(np.arange(300) % 3 == 0, 0.5, 2.0)[:, None]
    counts = drawn(mean, 1.5, 6)
    breaks = np.column_stack((np.arange(300), np.full(300, MONTHS - 12)))
    told = pooled_signals(counts, 12, batch=PooledBatch(breaks=breaks)).table
    untold = pooled_signals(counts, 12).table
    assert untold.alarm.mean() > 0.1
    judged = told.reason == 0
    assert judged[:, 5:].all()
    assert (told.reason[:, :5] == Reason.AFTER_BREAK).all()
    assert told.alarm[judged].mean() < 0.02


def test_breaks_long_ago_or_many_are_no_obstacle() -> None:
    places = [10, 20, 30, 40, 50, 60]
    breaks = [(series, place) for series in range(50) for place in places]
    table = pooled_signals(town(50), 1, batch=PooledBatch(breaks=breaks)).table
    assert (table.reason == 0).all()


def test_an_outage_of_all_series_is_missing_and_not_a_fall_that_then_rises() -> None:
    counts = town().astype(float)
    counts[:, -3] = np.nan
    table = pooled_signals(counts, 6).table
    assert (table.reason[:, 3] == Reason.MISSING).all()
    assert not table.alarm[:, 3].any()
    assert table.alarm[:, 4:].mean() < 0.025


def test_population_that_doubles_explains_counts_that_double() -> None:
    counts = drawn(means(200) * np.repeat([1, 2], [MONTHS - 6, 6]), 1.5, 7)
    people = np.tile(np.repeat([1000.0, 2000.0], [MONTHS - 6, 6]), (200, 1))
    with_people = pooled_signals(counts, 6, batch=PooledBatch(population=people)).table
    assert with_people.alarm.mean() < 0.03
    assert pooled_signals(counts, 6).table.alarm.mean() > 0.1


def test_false_discovery_rate_of_the_newest_period() -> None:
    counts = town()
    assert (pooled_signals(counts, 1).q > 0.05).all()
    counts[280:285, -1] = counts[280:285].max(axis=1) * 3
    q = pooled_signals(counts, 1).q
    assert (q[280:285] < 0.05).all()
    assert (np.delete(q, np.arange(280, 285)) > 0.05).all()


def test_minimum_count() -> None:
    counts = town()
    alarm = pooled_signals(counts, 12, PooledOptions(minimum_count=4)).table
    assert (alarm.observed[alarm.alarm] >= 4).all()
    assert (alarm.upper >= 3).all()


def test_one_thread_and_many_give_the_same_bits() -> None:
    counts = np.tile(town(), (20, 1)) + np.arange(6000)[:, None] % 3
    one = pooled_signals(counts, 2, PooledOptions(threads=1), PooledBatch(kind=np.arange(6000) % 5))
    many = pooled_signals(counts, 2, PooledOptions(threads=3), PooledBatch(kind=np.arange(6000) % 5))
    for name in ("observed", "expected", "upper", "p", "score", "alarm", "reason"):
        np.testing.assert_array_equal(getattr(one.table, name), getattr(many.table, name))
    np.testing.assert_array_equal(one.q, many.q)


@pytest.mark.parametrize("kind", [np.int32, np.uint16, np.float32])
def test_the_type_of_the_counts_does_not_matter(kind: Any) -> None:
    assert (pooled_signals(town().astype(kind), 12).table.score == quiet().table.score).all()


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (-1, Reason.NEGATIVE),
        (2.5, Reason.FRACTIONAL),
        (np.inf, Reason.INFINITE),
        (-np.inf, Reason.NEGATIVE),
        (1e13, Reason.TOO_LARGE),
    ],
)
def test_a_count_that_cannot_be_makes_its_series_unjudged_and_no_other(value: float, reason: Reason) -> None:
    counts = town(40).astype(float)
    counts[7, 30] = value
    table = pooled_signals(counts, 2).table
    assert (table.reason[7] == reason).all()
    assert not table.alarm[7].any()
    assert np.isnan(table.expected[7]).all()
    assert (np.delete(table.reason, 7, axis=0) == 0).all()


def test_missing_periods_short_series_and_no_population() -> None:
    counts = town(40).astype(float)
    counts[0, -1] = np.nan
    counts[1, :-20] = np.nan
    counts[2, 10:20] = np.nan
    counts[3] = np.nan
    people = np.full(counts.shape, 1e3)
    people[4, -1] = 0
    people[5, -1] = np.nan
    reason = pooled_signals(counts, 1, batch=PooledBatch(population=people)).table.reason[:, 0]
    short, none = Reason.TOO_FEW_PERIODS, Reason.NO_POPULATION
    assert reason[:7].tolist() == [Reason.MISSING, short, 0, short, none, none, 0]


def test_zeros_one_series_and_huge_counts() -> None:
    zeros = pooled_signals(np.zeros((3, MONTHS), dtype=int), 2)
    assert not zeros.table.alarm.any()
    assert (zeros.table.p == 1).all()
    one = pooled_signals(town(300)[200:201], 1)
    assert one.table.reason[0, 0] == 0
    huge = pooled_signals(town(20) * 10**8, 1).table
    assert (huge.reason == 0).all()
    assert np.isfinite(huge.score).all()
    spike = town(20)
    spike[3, -1] = 10**9
    assert pooled_signals(spike, 1).table.alarm[:, 0].tolist() == [i == 3 for i in range(20)]


def test_too_few_periods_for_anything() -> None:
    table = pooled_signals([[1, 2, 3]], 1).table
    assert table.reason.tolist() == [[Reason.TOO_FEW_PERIODS]]
    assert pooled_signals(np.zeros((0, 60)), 1).table.alarm.shape == (0, 1)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (([1, 2, 3],), "table of numbers"),
        ((np.zeros((2, 30)), 0), "monitored"),
        ((np.zeros((2, 30)), 31), "monitored"),
        ((np.zeros((2, 30)), 1, None, PooledBatch(parent=[0])), "parent"),
        ((np.zeros((2, 30)), 1, None, PooledBatch(kind=[0.5, 1])), "kind"),
        ((np.zeros((2, 30)), 1, None, PooledBatch(population=[1, 2])), "population"),
        ((np.zeros((2, 30)), 1, None, PooledBatch(breaks=[(2, 4)])), "breaks"),
    ],
)
def test_wrong_arguments_are_refused(arguments: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        pooled_signals(*arguments)


def test_the_settings_are_the_frozen_ones_of_the_page() -> None:
    frozen = (
        "caution",
        "few",
        "gap",
        "harmonics",
        "height",
        "memory",
        "odds",
        "pair",
        "sample",
        "share",
        "waves",
    )
    text = repr([(name, repr(getattr(PooledOptions(), name))) for name in frozen])
    assert sha256(text.encode()).hexdigest()[:16] == "7158c1d1b80a5b4a"


@pytest.mark.parametrize(
    "settings",
    [
        {"level": 0},
        {"level": 1},
        {"per_year": 4},
        {"refit": 0},
        {"gap": -1},
        {"waves": (1.0,)},
        {"odds": 0},
        {"memory": 0},
    ],
)
def test_wrong_settings_are_refused(settings: Any) -> None:
    with pytest.raises(ValueError, match=r"must|do not fit"):
        PooledOptions(**settings)


@settings(max_examples=25)
@given(arrays(np.int64, (4, 40), elements=st.one_of(st.integers(0, 5), st.integers(0, 10**9))))
def test_any_counts_give_a_sound_answer(counts: Any) -> None:
    signals = pooled_signals(counts, 2)
    table = signals.table
    good = table.reason == 0
    assert ((table.p[good] >= 0) & (table.p[good] <= 1)).all()
    assert (table.expected[good] > 0).all()
    assert not table.alarm[~good].any()
    assert (table.alarm[good] == (table.observed[good] > table.upper[good])).all()


def test_p_is_the_tail_of_a_negative_binomial() -> None:
    from scipy.special import betainc

    from baken.methods.signals._pooled_score_kernel import BINS, tail

    for mean, size, seen in ((0.2, 0.5, 2), (7.0, 20.0, 15), (300.0, 1e4, 380), (5e4, 30.0, 9e4)):
        bins = np.zeros(BINS + 1)
        terms = np.zeros((2, 4))
        exact = betainc(seen, size, mean / (mean + size))
        assert tail(float(seen), mean, size, (terms, bins, 1.0)) == pytest.approx(exact, rel=0.01)


def test_the_scores_under_no_change_add_up_to_one() -> None:
    from baken.methods.signals._pooled_score_kernel import BINS, prepare, tail, value

    shape = np.array([5.0, 5.0, 4.0, 2.0, 0.5, 0.06])
    series = (np.array([3.0, 2, 4, 3]), np.full(4, 3.0), np.full(4, 5.0))
    terms, bins = np.empty((2, 4)), np.zeros(BINS + 1)
    over = prepare(series, 3, shape, terms)
    tail(3.0, 3.0, 5.0, (terms, bins, 1.0))
    assert 0 < bins.sum() <= 1 + 1e-9
    assert over > 0
    assert value(9.0, terms) > value(3.0, terms)
    assert math.isfinite(value(0.0, terms))


def outbreaks(counts: Any, seed: int) -> Any:
    """Add to each series four outbreaks of 8 standard deviations in two months, over a year ago."""
    rng = np.random.default_rng(seed)
    result = counts.copy()
    for row, values in enumerate(counts):
        height = 4 * np.sqrt(np.nanvar(values) + 0.1)
        for start in rng.integers(0, MONTHS - 14, 4):
            result[row, start : start + 2] += rng.poisson(height, 2)
    return result


def test_the_share_of_past_outbreaks_is_learned_from_the_batch() -> None:
    from baken.methods.signals._pooled_odds import outbreak_odds

    mean = np.full((200, MONTHS), 6.0)
    quiet_ = drawn(mean, 1.5, 3).astype(float)
    quiet_[0, 5] = np.nan
    phi = np.full(200, 1.5)
    assert outbreak_odds(quiet_, mean, phi, (3.5, 1.0)) < 0.002
    assert outbreak_odds(outbreaks(quiet_, 4), mean, phi, (3.5, 1.0)) > 0.015


def test_past_outbreaks_hide_no_wave_of_now() -> None:
    """The limits after past outbreaks are about those without them."""
    counts = town(seed=11)
    clean = pooled_signals(counts, 1).table.upper[:, 0]
    after = pooled_signals(outbreaks(counts, 12), 1).table.upper[:, 0]
    large = means(300).mean(axis=1) > 3
    assert np.median(after[large] / clean[large]) < 1.2


def test_series_without_season_are_fitted_without_in_a_batch_where_half_have_one() -> None:
    from baken.methods.signals._pooled_prior import presence

    rng = np.random.default_rng(5)
    own = np.full((400, 2), 100.0)
    true = rng.normal(0, 0.4, (400, 2)) * (np.arange(400) % 2)[:, None]
    precision, share = presence(true + rng.normal(0, 0.1, (400, 2)), own)
    assert precision == pytest.approx(1 / 0.16, rel=0.25)
    assert share == pytest.approx(0.5, abs=0.08)


def test_offsets_of_a_population_enter_the_search_for_past_outbreaks() -> None:
    """A population that differs by series and period explains what would look like outbreaks."""
    rng = np.random.default_rng(6)
    people = np.where(rng.random((150, MONTHS)) < 0.05, 4000.0, 1000.0)
    counts = rng.poisson(6 * people / 1000)
    table = pooled_signals(counts, 12, batch=PooledBatch(population=people)).table
    assert table.alarm.mean() < 0.02
    ratio = table.expected / (6 * people[:, -12:] / 1000)
    assert np.median(ratio) == pytest.approx(1, abs=0.03)


@pytest.mark.slow
def test_the_level_holds_with_and_without_past_outbreaks_in_small_and_large_batches() -> None:
    for change in (lambda counts, seed: counts, outbreaks):
        for series, seeds in ((30, 80), (300, 12)):
            batches = [pooled_signals(change(town(series, seed), seed), 6) for seed in range(seeds)]
            assert 0.007 < np.mean([signals.table.alarm for signals in batches]) < 0.0125


@pytest.mark.slow
def test_false_discoveries_are_at_most_as_many_as_stated() -> None:
    """Clean batches: the share of batches with any series at q < 0.05 is the false discovery rate."""
    false = [(pooled_signals(town(seed=seed), 1).q < 0.05).any() for seed in range(1000, 1200)]
    assert np.mean(false) <= 0.06


@pytest.mark.slow
def test_no_flood_after_breaks_outages_and_new_boundaries_in_many_batches() -> None:
    told, outage, quiet_rate = [], [], []
    breaks = np.column_stack((np.arange(300), np.full(300, MONTHS - 12)))
    for seed in range(20):
        mean = means(300)
        quiet_rate.append(pooled_signals(drawn(mean, 1.5, seed), 12).table.alarm[:, 5:].mean())
        mean[:, -12:] *= np.where(np.arange(300) % 2 == 0, 0.5, 2.0)[:, None]
        table = pooled_signals(drawn(mean, 1.5, seed), 12, batch=PooledBatch(breaks=breaks)).table
        told.append(table.alarm[:, 5:].mean())
        counts = town(seed=seed).astype(float)
        counts[:, -8] = np.nan
        outage.append(pooled_signals(counts, 7).table.alarm.mean())
    assert np.mean(told) < 1.5 * np.mean(quiet_rate)
    assert np.mean(outage) < 1.5 * np.mean(quiet_rate)
