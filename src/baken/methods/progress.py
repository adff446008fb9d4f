# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How far a calculation is, for whoever waits for it. A method has several steps; each goes from 0 to all."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[int, int], None]
"""Called with how many rows of a step are done, and how many there are."""

_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def told_to(listener: Listener) -> Iterator[None]:
    """Tell a listener, inside this block and in this thread, how far calculations are."""
    before = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(before)


def tell(done: int, rows: int) -> None:
    """Say that so many of the rows of this step are done."""
    listener = _listener.get()
    if listener is not None:
        listener(done, rows)
