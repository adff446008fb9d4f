# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A dictionary that only grows: each text gets a number, and keeps it for ever."""

from __future__ import annotations

import os
from pathlib import Path

from baken.model.errors import StoreError


class Codes:
    """Texts and their numbers, one text a line. What stands past ``count`` was never finished."""

    def __init__(self, path: Path, count: int) -> None:
        """Read the first ``count`` lines.

        Raises:
            StoreError: the file holds fewer lines than have been given out.

        """
        self.path = path
        self.texts: list[str] = []
        if count:
            lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
            if len(lines) < count:
                raise StoreError(
                    f"{len(lines)} codes where {count} were given out.",
                    where=str(path),
                    do="Restore the workspace from a back-up.",
                )
            self.texts = lines[:count]
        self.numbers = {text: number for number, text in enumerate(self.texts)}
        self._written = count

    def __len__(self) -> int:
        return len(self.texts)

    def number(self, text: str) -> int:
        """The number of a text; a new one gets the next.

        Raises:
            ValueError: the text is empty or holds a line end.

        """
        found = self.numbers.get(text)
        if found is None:
            if not text or len(text.splitlines()) != 1:
                raise ValueError(f"{text!r} is no code")
            found = self.numbers[text] = len(self.texts)
            self.texts.append(text)
        return found

    def save(self) -> None:
        """Write the new texts behind the old ones; before an index counts them nobody reads them."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("r+b" if self.path.exists() else "w+b") as handle:
            kept = "".join(f"{text}\n" for text in self.texts[: self._written]).encode()
            handle.seek(len(kept))
            handle.truncate()
            handle.write("".join(f"{text}\n" for text in self.texts[self._written :]).encode())
            handle.flush()
            os.fsync(handle.fileno())
