# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Work in blocks: every row once, and whoever waits is told how far it is."""

import pytest

from baken.methods import progress
from baken.methods._threads import in_blocks


@pytest.mark.parametrize("threads", [1, 2, 5])
@pytest.mark.parametrize("rows", [0, 1, 7, 1000])
def test_every_row_is_worked_on_once_and_told(rows: int, threads: int) -> None:
    worked = [0] * rows
    told: list[tuple[int, int]] = []

    def work(first: int, last: int) -> None:
        for row in range(first, last):
            worked[row] += 1

    with progress.told_to(lambda done, all_rows: told.append((done, all_rows))):
        in_blocks(work, rows, threads)
    in_blocks(work, 0, threads)
    assert worked == [1] * rows
    assert told == sorted(told)
    assert told[-1:] == [(rows, rows)][: bool(rows)]


def test_what_goes_wrong_in_a_thread_is_raised() -> None:
    def work(first: int, last: int) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        in_blocks(work, 10, 2)
