# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Fetching: ask a publisher, keep the bytes, read them, and put what changed in force in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import takewhile
from urllib.parse import urlsplit

from baken.model.errors import BakenError, InputError, SourceError, StoreError, UsageError
from baken.model.observation import Observation
from baken.sources.adapters import adapter, read_parts
from baken.sources.client import Client, Patience
from baken.sources.clock import now
from baken.sources.contract import Adapter, Ask
from baken.sources.description import SourceFile
from baken.sources.download import Download, fetching
from baken.sources.health import Health, write_health
from baken.sources.registry import source as find_source
from baken.store.columns import Batch
from baken.store.merge import Changes, Scope
from baken.store.reader import Reader
from baken.store.received import Part, Received
from baken.store.workspace import Workspace
from baken.store.writer import Writer, writer

# What ``str(Ask)`` writes before the first period.
_SINCE = " since "


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
    now: Callable[[], datetime] = now


def fetch(workspace: Workspace, name: str, ask: Ask, setting: Setting | None = None) -> Outcome:
    """Fetch one source into a workspace.

    Args:
        workspace: where it is kept.
        name: the source.
        ask: which areas, and since when.
        setting: where to ask and how.

    Raises:
        UsageError: the source is unknown or cannot be fetched.
        SourceError: the publisher does not answer, or not as it promises, or the code of the source fails.
        InputError: a reply says something that cannot be.
        StoreError: it cannot be written. In each case the store is as it was.

    """
    setting = setting or Setting()
    found = find_source(name)
    if not found.can_be_fetched:
        raise UsageError(f"'{name}' cannot be fetched: the project carries it.", do="See: baken sources")
    try:
        outcome = _Fetching(workspace, found, ask, setting).run()
    except (StoreError, OSError):
        # A full disk, or another program that writes, says nothing of the source.
        raise
    except BakenError as error:
        _remember(workspace, name, Health(at=setting.now(), failed=str(error)))
        raise
    except Exception as error:
        said = _mistake(name, error)
        _remember(workspace, name, Health(at=setting.now(), failed=str(said)))
        raise said from error
    _remember(workspace, name, Health(at=setting.now()))
    return outcome


def _mistake(name: str, error: Exception) -> SourceError:
    return SourceError(
        f"the code of this source has a mistake ({type(error).__name__}: {error}).",
        where=name,
        do="Tell its maker, with what --verbose shows; nothing was changed.",
    )


def _remember(workspace: Workspace, name: str, health: Health) -> None:
    """Write down how it went, if that can be: what came in, or what went wrong, is said in any case."""
    with suppress(OSError):
        write_health(workspace, name, health)


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
        self.resumed = 0

    def run(self) -> Outcome:
        with fetching(self.workspace, self.source.id), Client(self.setting.patience) as client:
            try:
                return self._once(client)
            except InputError:
                if not self.resumed:
                    raise
            # What an earlier run left may be what is no good: all of it is asked for once more.
            self.progress, self.resumed = Progress(), 0
            return self._once(client)

    def _once(self, client: Client) -> Outcome:
        stamp = self.adapter.modified(_Peek(client), self.base)
        last = Reader(self.workspace).newest(self.source.id, str(self.ask))
        if last is not None and stamp and self._is_of(stamp, last):
            return self._unchanged(last)
        question = f"{self.base} {self.ask} {stamp}"
        with Download(
            self.workspace, self.source.id, question, client, stamped=bool(stamp), now=self.setting.now
        ) as download:
            download.tell = self._came_in
            try:
                ask = self._download(download)
                received = self._received(download, stamp)
                if last is not None and all(one.digest == received.digest for one in self._from(last)):
                    outcome = self._unchanged(last)
                else:
                    outcome = self._store(download, received, ask, last)
            except InputError:
                # What came in is no good: asked again it may be.
                self.resumed = download.resumed
                download.forget()
                raise
            download.forget()
            return outcome

    def _is_of(self, stamp: str, last: Received) -> bool:
        return last.base == self.base and all(one.modified == stamp for one in self._from(last))

    def _from(self, last: Received) -> list[Received]:
        """A snapshot, and all that came after it of the same source to other questions.

        These may have put something else in force, so that they too must be of the publisher's present state.
        """
        held = Reader(self.workspace).snapshots_of(self.source.id)
        return [last, *takewhile(lambda one: one.id != last.id, held)]

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
        whole = replace(self.ask, since=None)
        if self.ask.since is None or not self._is_divided_anew(whole, download):
            return self.ask
        download.restart()
        self.adapter.download(whole, download, self.base)
        return whole

    def _is_divided_anew(self, whole: Ask, download: Download) -> bool:
        """Whether what is held of these areas stands in another division than what came in.

        Where nothing is held for the same question, whatever is held of the source counts: it may be of an
        area that is asked for too.
        """
        now = self.adapter.classification(download.held())
        held = list(Reader(self.workspace).snapshots_of(self.source.id))
        same = [one for one in held if one.asked.partition(_SINCE)[0] in (str(whole), str(Ask()))]
        return any(one.classification != now for one in same[:1] or held)

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
            read_parts(self.adapter, ask, download.held(), sink, self.source.id)
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
