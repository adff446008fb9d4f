# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Rounding half up, the way published Dutch tables round."""

import math
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

from baken.methods._checks import check_decimals

# Wide enough for any float with all its decimals, so that quantize never overflows.
_WIDE = Context(prec=400)


def half_up(value: float, decimals: int = 0) -> float:
    """Round to a number of decimals; a tie goes away from zero (2.5 -> 3, -2.5 -> -3).

    Python's ``round`` and numpy send ties to the even neighbour and see 2.675 as 2.67499...; published
    tables do neither. The value is first read at nine decimals more than asked for, so that binary
    noise from a subtraction or division (0.24999999999997) does not decide a tie.

    Args:
        value: one number; NaN and infinity are returned as they are.
        decimals: decimals to keep, 0 to 12.

    Returns:
        The rounded number; never -0.0.

    Raises:
        ValueError: decimals is not a whole number from 0 to 12.

    Source: IEEE 754-2019, 4.3.1 (roundTiesToAway); ROUND_HALF_UP in the General Decimal Arithmetic
    Specification (Cowlishaw).
    """
    check_decimals(decimals)
    if not math.isfinite(value):
        return float(value)
    exact = Decimal(repr(float(value)))
    without_noise = exact.quantize(Decimal(1).scaleb(-decimals - 9), ROUND_HALF_EVEN, _WIDE)
    rounded = without_noise.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _WIDE)
    return float(rounded) + 0.0  # adding zero turns -0.0 into 0.0
