# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The log-linear trend as a problem of least squares, around a flexible fit, without autocorrelation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from baken.methods._arrays import FloatArray
from baken.methods.trend._correlation import LEAST_DEGREES, lag_one
from baken.methods.trend._glm import Fit, fitted
from baken.methods.trend._hinges import Problem
from baken.methods.trend._model import Window
from baken.methods.trend._number import best_sets

# Rounds of searching and fitting again; the hinges seldom move after the second.
_ROUNDS = 4
# Knots of the first flexible fit.
_KNOTS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Linearised:
    """A problem of least squares, the best hinges for each number, and the correlation taken out.

    ``response`` (n,) and ``season`` (n, s) are on the log scale before weighting, with ``weights`` (n,).
    """

    problem: Problem
    found: list[tuple[int, ...]]
    correlation: float
    response: FloatArray
    weights: FloatArray


def hinge_columns(places: FloatArray, hinges: NDArray[np.int64]) -> FloatArray:
    """Return max(place - hinge, 0), shape (n, hinges)."""
    columns: FloatArray = np.maximum(places[:, None] - hinges[None, :], 0.0)
    return columns


def with_hinges(window: Window, hinges: NDArray[np.int64]) -> Fit | None:
    """Return the fit of a window with these hinges added to its columns."""
    added = hinge_columns(window.places.astype(np.float64), hinges)
    return fitted(np.concatenate([window.columns, added], axis=1), window.counts, window.exposure)


def linearised(window: Window, candidates: NDArray[np.int64], apart: int, most: int) -> Linearised | None:
    """Return the trend as least squares, with its best hinges; None when it cannot be fitted.

    The response is eta + (y - mu) / mu with weights mu, at the fit with the most hinges: one problem for all
    numbers of hinges, so that their residual squares compare. Weights of log rates as in Kim and others
    (2000), but a count of 0 needs no correction. With enough periods the correlation of neighbouring
    residuals of that fit is taken out of response and columns.

    Source: Kim, Fay, Feuer & Midthune (2000), 2.1 and 4; Prais & Winsten (1954), Cowles Commission 383.
    """
    spread = np.linspace(0, max(0, len(candidates) - 1), _KNOTS + 2)[1:-1].astype(np.int64)
    knots = candidates[np.unique(spread)] if len(candidates) else candidates
    best: tuple[int, ...] | None = None
    answer: Linearised | None = None
    # A flexible fit may not exist where a stretch is without cases; the straight line then serves.
    fit = with_hinges(window, knots) or with_hinges(window, candidates[:0])
    for _ in range(_ROUNDS):
        if fit is None:
            return answer
        answer = _around(window, fit, (candidates, apart, most))
        if answer.found[-1] == best:
            return answer
        best = answer.found[-1]
        fit = with_hinges(window, candidates[list(best)])
    return answer


def _around(window: Window, fit: Fit, search: tuple[NDArray[np.int64], int, int]) -> Linearised:
    candidates, apart, most = search
    places = window.places.astype(np.float64)
    correlation = 0.0
    if window.options.autocorrelation and fit.degrees >= LEAST_DEGREES:
        correlation = max(0.0, lag_one(fit.pearson_residuals, fit.basis, places))
    response = np.log(fit.mean / window.exposure) + fit.pearson_residuals / np.sqrt(fit.mean)
    root = np.sqrt(fit.mean)[:, None]
    base = np.linalg.qr(_whitened(window.columns * root, places, correlation))[0]
    rest = [
        column - base @ (base.T @ column)
        for column in (
            _whitened(response[:, None] * root, places, correlation),
            _whitened(hinge_columns(places, candidates) * root, places, correlation),
        )
    ]
    problem = Problem(rest[0][:, 0], rest[1], candidates, apart, base)
    return Linearised(problem, best_sets(problem, most), correlation, response, fit.mean)


def _whitened(columns: FloatArray, places: FloatArray, correlation: float) -> FloatArray:
    """Take an autoregression of order one out of the rows; a gap of d periods weakens it to its d-th
    power."""
    if correlation <= 0:
        return columns
    link = (correlation ** np.diff(places))[:, None]
    later = (columns[1:] - link * columns[:-1]) / np.sqrt(1 - link**2)
    return np.concatenate([columns[:1], later])
