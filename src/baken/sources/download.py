# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping what comes in, part by part, so that an interrupted download goes on where it stopped."""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Self

import msgspec

from baken.model.errors import SourceError, StoreError
from baken.sources.client import Client, Reply
from baken.store.blobs import Blobs
from baken.store.received import HeldParts, Part
from baken.store.workspace import Workspace

_LOG = "log.jsonl"
# So many replies may wait in memory until they are kept.
_AHEAD = 4


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
        self._keeper = ThreadPoolExecutor(max_workers=1)
        self._waiting: deque[Future[Part]] = deque()
        self.resumed = 0
        self.tell: Callable[[Part], None] = lambda _: None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._keeper.shutdown()

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
            body = self._again(held)
            if body is not None:
                return body
        reply = self._client.get(address)
        received = datetime.now(UTC).replace(microsecond=0)
        self._waiting.append(self._keeper.submit(self._keep, name, address, reply, received))
        self._settle(_AHEAD)
        return reply.body

    def _again(self, held: Part) -> bytes | None:
        """What an interrupted run kept; nothing if the disk lost it."""
        try:
            body = self._blobs.get(held.sha256)
        except StoreError:
            self._blobs.drop(held.sha256)
            return None
        self.resumed += 1
        self._use(held)
        return body

    def _keep(self, name: str, address: str, reply: Reply, received: datetime) -> Part:
        """Keep a reply; runs beside the next request, as packing takes as long as asking."""
        made = Part(
            name=name,
            address=address,
            sha256=self._blobs.keep(reply.body),
            size=len(reply.body),
            status=reply.status,
            content_type=reply.content_type,
            received=received,
        )
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / _LOG).open("ab") as handle:
            handle.write(msgspec.json.encode(made) + b"\n")
        return made

    def _settle(self, ahead: int = 0) -> None:
        """Wait until at most so many replies are still being kept."""
        while len(self._waiting) > ahead:
            self._use(self._waiting.popleft().result())

    def _use(self, part: Part) -> None:
        self._used[part.name] = part
        self.tell(part)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that were asked for, by name, once all of them are kept."""
        self._settle()
        return tuple(self._used[name] for name in sorted(self._used))

    def held(self) -> HeldParts:
        """The same, to read from."""
        return HeldParts(self._blobs, self.parts)

    def restart(self) -> None:
        """Forget which parts were asked for, to ask for more; what is held is used again."""
        self._settle()
        self._held |= self._used
        self._used, self._asked = {}, set()

    def forget(self) -> None:
        """Remove the log: all of it is in a snapshot now, or known already, or no good."""
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
