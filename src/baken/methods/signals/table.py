# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What every detector answers: for each series and monitored period what was seen and what was expected."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from baken.methods._arrays import FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class SignalTable:
    """Arrays of shape (series, monitored periods).

    ``first`` is the place of the first monitored period in the input. ``upper`` is the highest count that is
    no alarm on its own, ``p`` the chance of at least the observed count if nothing changed, ``score`` how far
    the count lies above what was expected, on the method's own scale (each page says which). What a method
    does not give, or cannot judge, is NaN; ``reason`` (int8, see ``Reason``) says why it cannot, and is 0
    where it was judged. There is no alarm where nothing was judged.
    """

    first: int
    observed: FloatArray
    expected: FloatArray
    upper: FloatArray
    p: FloatArray
    score: FloatArray
    alarm: NDArray[np.bool_]
    reason: NDArray[np.int8]
