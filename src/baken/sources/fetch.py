# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Fetching: ask a publisher, keep the bytes, read them, and put what changed in force in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from baken.model.errors import InputError, SourceError, UsageError
from baken.model.observation import Observation
from baken.sources.adapters import adapter
from baken.sources.client import Client, Patience
from baken.sources.contract import Adapter, Ask
from baken.sources.description import SourceFile
from baken.sources.download import Download
from baken.sources.health import Health, write_health
from baken.sources.registry import source as find_source
from baken.store.columns import Batch
from baken.store.merge import Changes, Scope
from baken.store.reader import Reader
from baken.store.received import Part, Received
from baken.store.workspace import Workspace
from baken.store.writer import Writer, writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a fetch is: parts and bytes that came in, rows that were read."""

    parts: int = 0
    size: int = 0
    rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a fetch did. Without ``received`` nothing had changed since ``last``."""

    source: str
    received: Received | None
    last: Received | None
    changes: Changes
    resumed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where to ask and how: a stand-in for the publishers, patience, who hears of progress, and the time."""

    base_url: str = ""
    patience: Patience | None = None
    tell: Callable[[Progress], None] = lambda _: None
    now: Callable[[], datetime] = lambda: datetime.now(UTC).replace(microsecond=0)


def fetch(workspace: Workspace, name: str, ask: Ask, setting: Setting | None = None) -> Outcome:
    """Fetch one source into a workspace.

    Args:
        workspace: where it is kept.
        name: the source.
        ask: which areas, and since when.
        setting: where to ask and how.

    Raises:
        UsageError: the source is unknown or cannot be fetched.
        SourceError: the publisher does not answer, or not as it promises.
        InputError: a reply says something that cannot be.
        StoreError: it cannot be written. In each case the store is as it was.

    """
    setting = setting or Setting()
    found = find_source(name)
    if not found.can_be_fetched:
        raise UsageError(f"'{name}' cannot be fetched: the project carries it.", do="See: baken sources")
    fetching = _Fetching(workspace, found, ask, setting)
    try:
        outcome = fetching.run()
    except Exception as error:
        # What went wrong must be said also where it cannot be written down.
        with suppress(OSError):
            write_health(workspace, name, Health(at=setting.now(), failed=str(error)))
        raise
    write_health(workspace, name, Health(at=setting.now()))
    return outcome


def stand_in(base_url: str, base: str) -> str:
    """The address to ask: the publisher's, or that of its stand-in with the publisher's host behind it."""
    if not base_url:
        return base
    parts = urlsplit(base)
    return f"{base_url.rstrip('/')}/{parts.netloc}{parts.path}".rstrip("/")


class _Fetching:
    def __init__(self, workspace: Workspace, source: SourceFile, ask: Ask, setting: Setting) -> None:
        self.workspace, self.source, self.ask, self.setting = workspace, source, ask, setting
        self.adapter: Adapter = adapter(source)
        self.base = stand_in(setting.base_url, source.base)
        self.progress = Progress()

    def run(self) -> Outcome:
        with Client(self.setting.patience) as client:
            stamp = self.adapter.modified(_Peek(client), self.base)
            last = Reader(self.workspace).newest(self.source.id, str(self.ask))
            if last is not None and stamp and last.modified == stamp and last.base == self.base:
                return self._unchanged(last)
            question = f"{self.base} {self.ask} {stamp}"
            with Download(self.workspace, self.source.id, question, client) as download:
                download.tell = self._came_in
                try:
                    ask = self._download(download)
                    received = self._received(download, stamp)
                    if last is not None and last.digest == received.digest:
                        download.forget()
                        return self._unchanged(last)
                    outcome = self._store(download, received, ask, last)
                except InputError:
                    # What came in is no good: asked again it may be.
                    download.forget()
                    raise
                download.forget()
                return outcome

    def _unchanged(self, last: Received) -> Outcome:
        return Outcome(source=self.source.id, received=None, last=last, changes=Changes(same=last.rows))

    def _came_in(self, part: Part) -> None:
        self._tell(replace(self.progress, parts=self.progress.parts + 1, size=self.progress.size + part.size))

    def _tell(self, progress: Progress) -> None:
        self.progress = progress
        self.setting.tell(progress)

    def _download(self, download: Download) -> Ask:
        """Download, and once more from the beginning when the areas have been divided anew since."""
        self.adapter.download(self.ask, download, self.base)
        before = Reader(self.workspace).newest(self.source.id)
        now = self.adapter.classification(download.held())
        if before is None or before.classification == now or self.ask.since is None:
            return self.ask
        whole = replace(self.ask, since=None)
        download.restart()
        self.adapter.download(whole, download, self.base)
        return whole

    def _received(self, download: Download, stamp: str) -> Received:
        now = self.setting.now()
        source = self.source
        return Received(
            id="",
            source=source.id,
            table=source.table,
            title=source.title,
            publisher=source.publisher,
            licence=source.licence,
            note=source.note,
            taken=now.date(),
            received=now,
            base=self.base,
            asked=str(self.ask),
            modified=stamp,
            classification=self.adapter.classification(download.held()),
            parts=download.parts,
            invented=source.invented,
            replaces=source.replaces,
        )

    def _store(self, download: Download, received: Received, ask: Ask, last: Received | None) -> Outcome:
        with writer(self.workspace) as at:
            sink = _Sink(at, self._rows)
            self.adapter.read(ask, download.held(), sink)
            if not len(at.staging) and not download.parts:
                raise SourceError("the publisher sent nothing.", where=self.base)
            full = replace(received, unmapped=tuple(sink.places), notes=tuple(sink.notes))
            stored, changes = at.commit(full, _scope(at, ask))
        return Outcome(
            source=self.source.id, received=stored, last=last, changes=changes, resumed=download.resumed
        )

    def _rows(self, number: int) -> None:
        self._tell(replace(self.progress, rows=number))


class _Peek:
    """Looks at a publisher before anything is kept."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def peek(self, address: str) -> bytes:
        return self._client.get(address).body

    def part(self, name: str, address: str) -> bytes:
        return self.peek(address)


class _Sink:
    """Where an adapter puts its rows: the writer of the store."""

    def __init__(self, at: Writer, tell: Callable[[int], None]) -> None:
        self._at, self._tell = at, tell
        self.places: dict[str, None] = {}
        self.notes: dict[str, None] = {}

    def measure(self, name: str) -> int:
        return self._at.measures.number(name)

    def area(self, code: str) -> int:
        return self._at.areas.number(code)

    def add(self, batch: Batch) -> None:
        self._at.staging.add(batch)
        self._tell(len(self._at.staging))

    def add_observations(self, observations: Iterable[Observation]) -> None:
        self._at.staging.add_observations(observations)
        self._tell(len(self._at.staging))

    def unmapped(self, code: str, name: str) -> None:
        self.places[f"{code} {name}".strip()] = None

    def note(self, text: str) -> None:
        self.notes[text] = None


def _scope(at: Writer, ask: Ask) -> Scope:
    """What the snapshot speaks about: only there does a row that is absent count as withdrawn."""
    since = ask.since.year if ask.since else 0
    if ask.municipality is None:
        return Scope(None, since)
    return Scope(tuple(n for code, n in at.areas.numbers.items() if ask.covers(code)), since)
