# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Asking each publisher for a little, to see whether it still answers as we expect, and keeping the answers.

What is asked is what ``baken fetch`` asks, of one municipality and from last year on; nothing goes into the
store. The answers can be served again by ``baken replay --recorded``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

from baken.model.errors import BakenError
from baken.model.observation import Observation
from baken.model.period import Period, PeriodKind
from baken.replay.recorded import Recording, write_recordings
from baken.sources.adapters import adapter, read_parts
from baken.sources.asking import ask_for
from baken.sources.client import Client, Patience, Reply
from baken.sources.contract import Ask
from baken.sources.description import SourceFile
from baken.sources.fetch import stand_in
from baken.sources.registry import sources
from baken.store.columns import Batch
from baken.store.workspace import Workspace

FOLDER = "probes"
# A probe is a question by the way: whoever waits for it does not want to wait for six tries.
_PATIENCE = Patience(attempts=2, reply=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Probed:
    """What one publisher answered: the rows that could be read, or what was not as expected."""

    source: str
    rows: int
    problem: str
    recorded: str

    @property
    def as_expected(self) -> bool:
        """Whether its answers have the shape that we expect."""
        return not self.problem


def probe(
    workspace: Workspace, area: str, base_url: str = "", patience: Patience = _PATIENCE
) -> tuple[Probed, ...]:
    """Ask every publisher of a real source for a little.

    Args:
        workspace: in its folder ``probes`` the answers are kept.
        area: the municipality to ask about.
        base_url: a stand-in to ask instead.
        patience: how long to wait and how often to try.

    Raises:
        UnknownAreaError: nobody knows the municipality.

    """
    ask = ask_for(area)
    since = Period(PeriodKind.YEAR, date.today().year - 1)
    ask = Ask(municipality=ask.municipality, beside=ask.beside[:1], since=since)
    folder = workspace.root / FOLDER
    chosen = [one for one in sources().values() if one.can_be_fetched and not one.invented]
    return tuple(_probe(one, ask, base_url, patience, folder) for one in chosen)


def _probe(source: SourceFile, ask: Ask, base_url: str, patience: Patience, folder: Path) -> Probed:
    asked, found, problem = adapter(source), _Counted(), ""
    base = stand_in(base_url, source.base)
    with Client(patience) as client:
        heard = _Heard(client)
        try:
            asked.modified(heard, base)
            asked.download(ask, heard, base)
            read_parts(asked, ask, heard, found, source.id)
        except BakenError as error:
            problem = str(error)
    if heard.replies:
        answers = heard.replies.items()
        write_recordings(folder, {_recording(address, base_url, one): one.body for address, one in answers})
    return Probed(
        source=source.id, rows=found.rows, problem=problem, recorded=str(folder) if heard.replies else ""
    )


def _recording(address: str, base_url: str, reply: Reply) -> Recording:
    """Where a reply came from, as the publisher itself is called."""
    rest = address.removeprefix(base_url.rstrip("/") + "/") if base_url else ""
    parts = urlsplit(f"https://{rest}" if rest else address)
    return Recording(
        host=parts.netloc,
        path=unquote(parts.path),
        query=parts.query,
        status=reply.status,
        content_type=reply.content_type,
    )


class _Heard:
    """Asks, and remembers every reply and part."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.replies: dict[str, Reply] = {}
        self._parts: dict[str, bytes] = {}

    def peek(self, address: str) -> bytes:
        self.replies[address] = self._client.get(address)
        return self.replies[address].body

    def part(self, name: str, address: str) -> bytes:
        self._parts[name] = self.peek(address)
        return self._parts[name]

    def names(self, start: str = "") -> list[str]:
        return sorted(name for name in self._parts if name.startswith(start))

    def __getitem__(self, name: str) -> bytes:
        return self._parts[name]


@dataclass(slots=True)
class _Counted:
    """Takes rows, and only counts them."""

    rows: int = 0
    _numbers: dict[str, int] = field(default_factory=dict)

    def measure(self, name: str) -> int:
        return self._numbers.setdefault(name, len(self._numbers))

    def area(self, code: str) -> int:
        return self.measure(code)

    def add(self, batch: Batch) -> None:
        self.rows += len(batch)

    def add_observations(self, observations: Iterable[Observation]) -> None:
        self.rows += sum(1 for _ in observations)

    def unmapped(self, code: str, name: str) -> None:
        """Which areas have no place here is said when they are fetched."""

    def note(self, text: str) -> None:
        """What is odd is said when it is fetched."""
