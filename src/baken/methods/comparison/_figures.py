# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Why a single count or denominator cannot be judged; plain Python, for methods that a picture calls."""

import math

from baken.methods.reason import Reason

# Above 2^53 a float no longer holds every whole number.
EXACT_UP_TO = 2.0**53


def count_reason(value: float | None) -> Reason:
    """Return why a count cannot be judged; ``JUDGED`` for a whole number of zero or more."""
    reason = _finite_reason(value)
    if reason or value is None:
        return reason
    if value < 0:
        return Reason.NEGATIVE
    if value > EXACT_UP_TO:
        return Reason.TOO_LARGE
    return Reason.JUDGED if float(value).is_integer() else Reason.FRACTIONAL


def exposure_reason(value: float | None, without: Reason = Reason.NO_POPULATION) -> Reason:
    """Return why nothing can be set against a denominator; ``without`` when it is zero or below."""
    reason = _finite_reason(value)
    if reason or value is None:
        return reason
    return Reason.JUDGED if value > 0 else without


def first_reason(*reasons: Reason) -> Reason:
    """Return the first reason that is not ``JUDGED``, or ``JUDGED``."""
    return next((reason for reason in reasons if reason), Reason.JUDGED)


def _finite_reason(value: float | None) -> Reason:
    if value is None or math.isnan(value):
        return Reason.MISSING
    return Reason.INFINITE if math.isinf(value) else Reason.JUDGED
