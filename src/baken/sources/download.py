# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping what comes in, part by part, so that an interrupted download goes on where it stopped."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import msgspec

from baken.model.errors import SourceError
from baken.sources.client import Client
from baken.store.blobs import Blobs
from baken.store.received import HeldParts, Part
from baken.store.workspace import Workspace

_LOG = "log.jsonl"


class Download:
    """The parts of one question to one publisher, as far as they are in.

    The log of an unfinished download lies under the question and the publisher's own stamp: when either is
    different the download begins anew, so that parts of two states are never put together.
    """

    def __init__(self, workspace: Workspace, source: str, question: str, client: Client) -> None:
        """Pick up what an earlier run of the same question left."""
        self._blobs = Blobs(workspace.blobs)
        self._client = client
        folder = workspace.snapshots / "incoming" / source
        self._folder = folder / sha256(question.encode()).hexdigest()[:16]
        for other in folder.glob("*"):
            if other != self._folder:
                shutil.rmtree(other, ignore_errors=True)
        self._held = _logged(self._folder / _LOG, self._blobs)
        self._used: dict[str, Part] = {}
        self._asked: set[str] = set()
        self.resumed = 0
        self.tell: Callable[[Part], None] = lambda _: None

    def peek(self, address: str) -> bytes:
        """A reply that is not kept."""
        return self._client.get(address).body

    def part(self, name: str, address: str) -> bytes:
        """The reply as a part; one that an interrupted run kept is not asked for again.

        Raises:
            SourceError: the same address is asked for twice under two names: a publisher whose pages lead
                in a circle would never end.

        """
        if address in self._asked:
            raise SourceError("the publisher's pages lead in a circle.", where=address, do="Try again later.")
        self._asked.add(address)
        held = self._held.get(name)
        if held is not None and held.address == address:
            self.resumed += 1
            return self._use(held, self._blobs.get(held.sha256))
        reply = self._client.get(address)
        digest = self._blobs.keep(reply.body)
        made = Part(
            name=name,
            address=address,
            sha256=digest,
            size=len(reply.body),
            status=reply.status,
            content_type=reply.content_type,
            received=datetime.now(UTC).replace(microsecond=0),
        )
        self._log(made)
        return self._use(made, reply.body)

    def _use(self, part: Part, body: bytes) -> bytes:
        self._used[part.name] = part
        self.tell(part)
        return body

    def _log(self, part: Part) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / _LOG).open("ab") as handle:
            handle.write(msgspec.json.encode(part) + b"\n")
            handle.flush()
            os.fsync(handle.fileno())

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that were asked for, by name."""
        return tuple(self._used[name] for name in sorted(self._used))

    def held(self) -> HeldParts:
        """The same, to read from."""
        return HeldParts(self._blobs, self.parts)

    def restart(self) -> None:
        """Forget which parts were asked for, to ask for more; what is held is used again."""
        self._held |= self._used
        self._used, self._asked = {}, set()

    def done(self) -> None:
        """Remove the log: all of it is in a snapshot now, or known already."""
        shutil.rmtree(self._folder, ignore_errors=True)


def _logged(path: Path, blobs: Blobs) -> dict[str, Part]:
    """What an interrupted run wrote down; a line that was not finished does not count."""
    found: dict[str, Part] = {}
    lines = path.read_bytes().splitlines() if path.is_file() else []
    for line in lines:
        try:
            part = msgspec.json.decode(line, type=Part)
        except msgspec.MsgspecError:
            continue
        if blobs.holds(part.sha256):
            found[part.name] = part
    return found
