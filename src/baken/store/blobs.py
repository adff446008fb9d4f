# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The bytes as they came in, each under its checksum: kept once, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from baken.model.errors import StoreError
from baken.store.files import write_whole

# Fast, and tables of figures shrink to a fortieth; what is kept is still every byte that came in.
_LEVEL = 1


@dataclass(frozen=True, slots=True)
class Blobs:
    """A folder of compressed files that are named after the SHA-256 of what is in them."""

    root: Path

    def keep(self, data: bytes) -> str:
        """Keep bytes and give their checksum; the same bytes are kept once, or anew if the disk spoiled them.

        They outlive a failure of the power only after ``os.sync``: one for a thousand replies, and not a
        thousand.
        """
        import zstandard

        digest = sha256(data).hexdigest()
        path = self._path(digest)
        if not path.is_file() or not self._is_whole(digest):
            write_whole(path, zstandard.ZstdCompressor(level=_LEVEL).compress(data), lasting=False)
        return digest

    def _is_whole(self, digest: str) -> bool:
        try:
            self.get(digest)
        except StoreError:
            return False
        return True

    def drop(self, digest: str) -> None:
        """Forget bytes that are no longer what they were, so that they can be kept anew."""
        self._path(digest).unlink(missing_ok=True)

    def holds(self, digest: str) -> bool:
        """Whether there is a file of this name."""
        return self._path(digest).is_file()

    def get(self, digest: str, *, known: bool = False) -> bytes:
        """The bytes with this checksum.

        Args:
            digest: the checksum.
            known: they were held against it a moment ago, by this process.

        Raises:
            StoreError: they are not held, or are no longer what they were.

        """
        import zstandard

        path = self._path(digest)
        try:
            data: bytes = zstandard.ZstdDecompressor().decompress(path.read_bytes())
        except (OSError, zstandard.ZstdError) as error:
            raise StoreError(
                f"the received bytes {digest[:12]} cannot be read.",
                where=str(path),
                do="Restore them from a back-up.",
            ) from error
        if not known and sha256(data).hexdigest() != digest:
            raise StoreError(
                f"the received bytes {digest[:12]} have changed.",
                where=str(path),
                do="Restore them from a back-up.",
            )
        return data

    def _path(self, digest: str) -> Path:
        return self.root / digest[:2] / f"{digest}.zst"
