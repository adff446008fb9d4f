# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Random numbers inside kernels: one short stream for each seed and index, whatever thread asks for it.

The generator is splitmix64: a counter and a mixing function, 64 bits of state, which passes BigCrush. A
stream for item i of seed s begins at a mix of both, so streams do not depend on how work is divided.

Source: G. Steele, D. Lea and C. Flood (2014), OOPSLA, Fast splittable pseudorandom number generators.
"""

import numpy as np

from baken.methods._compiled import compiled

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)
_S30, _S27, _S31, _S11, _S32 = (np.uint64(shift) for shift in (30, 27, 31, 11, 32))


@compiled("uint64(uint64)")
def mixed(state: np.uint64) -> np.uint64:
    """Return the random number that belongs to a state."""
    value = (state ^ (state >> _S30)) * _FIRST
    value = (value ^ (value >> _S27)) * _SECOND
    return value ^ (value >> _S31)


@compiled("uint64(uint64)")
def after(state: np.uint64) -> np.uint64:
    """Return the next state of a stream: ``state = after(state); number = mixed(state)``."""
    return state + _GOLDEN


@compiled("uint64(uint64, uint64)")
def stream(seed: np.uint64, item: np.uint64) -> np.uint64:
    """Return the first state of the stream of an item."""
    return mixed(mixed(seed + _GOLDEN) ^ mixed(item * _FIRST + _SECOND))


@compiled("float64(uint64)")
def uniform(number: np.uint64) -> float:
    """Return a number in [0, 1) from 64 random bits."""
    return float(number >> _S11) * (1.0 / 9007199254740992.0)


@compiled("int64(uint64, int64)")
def below(number: np.uint64, limit: int) -> int:
    """Return a whole number from 0 to limit - 1 from the upper 32 of 64 random bits; limit below 2**31.

    The chance of each differs from 1/limit by less than limit / 2**32 of it.
    """
    return int(((number >> _S32) * np.uint64(limit)) >> _S32)
