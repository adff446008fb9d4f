# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The one way in which kernels are compiled. Importing this file imports numba."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

from baken.methods.kernels import kept_in

Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(signature: str) -> Callable[[Function], Function]:
    """Compile a function for exactly these types, at import; it releases the lock of Python while it runs.

    Stated types mean that importing the file compiles it (or reads it from where it is kept). Sums are never
    reordered and threads live outside the kernels (``_threads``), so one thread and many give the same bits.
    """
    decorator = njit(signature, cache=kept_in() is not None, nogil=True, error_model="numpy")
    return cast("Callable[[Function], Function]", decorator)
