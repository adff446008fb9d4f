# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A dictionary that only grows: each text gets a number, and keeps it for ever."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from baken.model.errors import StoreError
from baken.store.index import Dictionary


class Codes:
    """Texts and their numbers, one text a line. What stands past those that count was never finished."""

    def __init__(self, path: Path, held: Dictionary) -> None:
        """Read the lines that count.

        Raises:
            StoreError: the file is not what it was when they were given out.

        """
        self.path = path
        self.texts: list[str] = []
        if held.count:
            lines = path.read_bytes().split(b"\n")[: held.count] if path.is_file() else []
            if _digest(lines) != held.sha256:
                raise StoreError(
                    f"the {held.count} codes that were given out have changed or are lost.",
                    where=str(path),
                    do="Restore the workspace from a back-up.",
                )
            self.texts = [line.decode() for line in lines]
        self.numbers = {text: number for number, text in enumerate(self.texts)}
        self._written = held.count

    def __len__(self) -> int:
        return len(self.texts)

    def number(self, text: str) -> int:
        """The number of a text; a new one gets the next.

        Raises:
            ValueError: the text is empty or holds a line end.

        """
        found = self.numbers.get(text)
        if found is None:
            if text.splitlines() != [text]:
                raise ValueError(f"{text!r} is no code")
            found = self.numbers[text] = len(self.texts)
            self.texts.append(text)
        return found

    def save(self) -> Dictionary:
        """Write the new texts behind the old ones; before an index counts them nobody reads them."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("r+b" if self.path.exists() else "w+b") as handle:
            kept = "".join(f"{text}\n" for text in self.texts[: self._written]).encode()
            handle.seek(len(kept))
            handle.truncate()
            handle.write("".join(f"{text}\n" for text in self.texts[self._written :]).encode())
            handle.flush()
            os.fsync(handle.fileno())
        self._written = len(self.texts)
        return Dictionary(count=len(self.texts), sha256=_digest([text.encode() for text in self.texts]))


def _digest(lines: Iterable[bytes]) -> str:
    return sha256(b"\n".join(lines)).hexdigest()
