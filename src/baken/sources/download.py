# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping what comes in, part by part, so that an interrupted download goes on where it stopped."""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from datetime import datetime, timedelta
from hashlib import sha256
from io import FileIO
from pathlib import Path
from threading import Lock
from typing import Self

import msgspec

from baken.model.errors import InputError, StoreError
from baken.sources.client import Client, Reply
from baken.store.blobs import Blobs
from baken.store.lock import writing
from baken.store.received import HeldParts, Part
from baken.store.trouble import writing_to
from baken.store.workspace import Workspace

_LOG = "log.jsonl"
# So many replies may wait in memory until they are kept, and so many are packed at a time.
_AHEAD, _KEEPERS = 4, 2
# A publisher without a stamp may have renewed what it gives, so that only what just came in is used again.
_FRESH = timedelta(hours=1)
_ALWAYS = timedelta.max


class Download:
    """The parts of one question to one publisher, as far as they are in.

    The log of an unfinished download lies under the question and the publisher's own stamp: when either is
    different the download begins anew, so that parts of two states are never put together.
    """

    def __init__(  # noqa: PLR0913 - where, what, from whom, and when
        self,
        workspace: Workspace,
        source: str,
        question: str,
        client: Client,
        *,
        stamped: bool,
        now: Callable[[], datetime],
    ) -> None:
        """Pick up what an earlier run of the same question left.

        Args:
            workspace: where it is kept.
            source: the source.
            question: what is asked, and the publisher's stamp.
            client: who asks.
            stamped: whether the publisher gives a stamp of its newest state.
            now: what time it is.

        """
        self._blobs = Blobs(workspace.blobs)
        self._client = client
        self._now = now
        folder = _folder(workspace, source)
        self._folder = folder / sha256(question.encode()).hexdigest()[:16]
        for other in folder.glob("*"):
            if other != self._folder and other.is_dir():
                shutil.rmtree(other, ignore_errors=True)
        age = _ALWAYS if stamped else _FRESH
        logged = _logged(self._folder / _LOG, self._blobs)
        self._held = {name: part for name, part in logged.items() if abs(now() - part.received) <= age}
        self._used: dict[str, Part] = {}
        self._asked: set[str] = set()
        self._keeper = ThreadPoolExecutor(max_workers=_KEEPERS)
        self._log: FileIO | None = None
        self._writing = Lock()
        self._waiting: deque[Future[Part]] = deque()
        self.resumed = 0
        self.tell: Callable[[Part], None] = lambda _: None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._keeper.shutdown()
        if self._log is not None:
            self._log.close()

    def peek(self, address: str) -> bytes:
        """A reply that is not kept."""
        return self._client.get(address).body

    def part(self, name: str, address: str) -> bytes:
        """The reply as a part; one that an interrupted run kept is not asked for again.

        Raises:
            InputError: the same address is asked for twice under two names: a publisher whose pages lead
                in a circle would never end.

        """
        if address in self._asked:
            raise InputError("the publisher's pages lead in a circle.", where=address, do="Try again later.")
        self._asked.add(address)
        held = self._held.get(name)
        if held is not None and held.address == address:
            body = self._again(held)
            if body is not None:
                return body
        reply = self._client.get(address)
        self._waiting.append(self._keeper.submit(self._keep, name, address, reply, self._now()))
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
        with writing_to(self._folder):
            made = Part(
                name=name,
                address=address,
                sha256=self._blobs.keep(reply.body),
                size=len(reply.body),
                status=reply.status,
                content_type=reply.content_type,
                received=received,
            )
            with self._writing:
                self._write_down(made)
        return made

    def _write_down(self, made: Part) -> None:
        if self._log is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._log = (self._folder / _LOG).open("ab", buffering=0)
        # A line that a killed run did not finish must not spoil this one.
        self._log.write(b"\n" * bool(self._log.tell()) + msgspec.json.encode(made) + b"\n")

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
        return HeldParts(self._blobs, self.parts, known=True)

    def restart(self) -> None:
        """Forget which parts were asked for, to ask for more; what is held is used again."""
        self._settle()
        self._held |= self._used
        self._used, self._asked = {}, set()

    def forget(self) -> None:
        """Remove the log: all of it is in a snapshot now, or known already, or no good."""
        wait(self._waiting)
        shutil.rmtree(self._folder, ignore_errors=True)


@contextmanager
def fetching(workspace: Workspace, source: str) -> Iterator[None]:
    """Be the only one that fetches a source: two at a time would throw away each other's parts.

    Raises:
        StoreError: another program keeps fetching it, or the disk cannot be written.

    """
    with writing(_folder(workspace, source)):
        yield


def _folder(workspace: Workspace, source: str) -> Path:
    return workspace.snapshots / "incoming" / source


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
