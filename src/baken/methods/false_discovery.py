# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""False discovery rate: which of many p values still count when all were looked at."""

import numpy as np
from numpy.typing import ArrayLike

from baken.methods._arrays import FloatArray


def adjusted(p: ArrayLike, dependent: bool = False) -> FloatArray:
    """Return for each p value the smallest false discovery rate at which it would be called a discovery.

    With p sorted upwards, q(i) = min over j >= i of p(j) m c / j; m counts the p values that are not NaN; c
    is 1 (Benjamini and Hochberg: independent or positively dependent tests) or, with ``dependent``, the sum
    of 1/k for k up to m (Benjamini and Yekutieli: any dependence).

    Args:
        p: p values, any shape; NaN is a test that could not be done and does not count.
        dependent: hold the rate under any dependence between the tests.

    Returns:
        An array of the same shape, NaN where p is NaN.

    Raises:
        ValueError: a p value below 0 or above 1.

    Source: Benjamini & Hochberg (1995), JRSS B 57:289-300; Benjamini & Yekutieli (2001), Annals of
    Statistics 29:1165-1188.

    """
    values = np.asarray(p, dtype=np.float64)
    if ((values < 0) | (values > 1)).any():
        raise ValueError("p values must lie between 0 and 1")
    result = np.full(values.shape, np.nan)
    known = ~np.isnan(values)
    total = int(known.sum())
    if not total:
        return result
    order = np.argsort(values[known], kind="stable")
    factor = float((1 / np.arange(1, total + 1)).sum()) if dependent else 1.0
    scaled = values[known][order] * (total * factor) / np.arange(1, total + 1)
    rates = np.empty(total)
    rates[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1)
    result[known] = rates
    return result
