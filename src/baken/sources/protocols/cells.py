# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which cells of a table have come in. Each may come once, and of a full table all must."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Cells:
    """One bit for each combination of keys, so that a country fits in a few megabytes."""

    def __init__(self, *sizes: int) -> None:
        """Take the number of keys of each dimension; the last runs fastest."""
        import numpy as np

        self.sizes = sizes
        self.total = prod(sizes)
        self.count = 0
        self._bits = np.zeros((self.total + 7) // 8, dtype=np.uint8)

    def numbers(self, *keys: NDArray[np.intp]) -> NDArray[np.int64]:
        """The number of the cell of each row."""
        import numpy as np

        number = np.zeros(len(keys[0]), dtype=np.int64)
        for size, key in zip(self.sizes, keys, strict=True):
            number = number * size + key
        return number

    def take(self, numbers: NDArray[np.int64]) -> int | None:
        """Mark cells as come in; the answer is one that came before, or nothing if all are new."""
        import numpy as np

        byte, bit = numbers >> 3, (1 << (numbers & 7)).astype(np.uint8)
        before = self._bits[byte] & bit
        if before.any():
            return int(numbers[np.flatnonzero(before)[0]])
        if len(numbers) > 1 and not (np.diff(numbers) > 0).all():
            order = np.sort(numbers)
            same = np.flatnonzero(np.diff(order) == 0)
            if len(same):
                return int(order[same[0]])
        np.bitwise_or.at(self._bits, byte, bit)
        self.count += len(numbers)
        return None

    def lacking(self) -> int | None:
        """The first cell that has not come in, or nothing if all have."""
        import numpy as np

        if self.count == self.total:
            return None
        open_bits = np.unpackbits(~self._bits, bitorder="little", count=self.total)
        return int(np.argmax(open_bits))

    def keys(self, number: int) -> tuple[int, ...]:
        """The keys of a cell, one for each dimension."""
        found: list[int] = []
        for size in reversed(self.sizes):
            number, key = divmod(number, size)
            found.append(key)
        return tuple(reversed(found))
