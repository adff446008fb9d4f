# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong between a client and a publisher, on demand and the same each time.

A rule is written as ``KIND[=NUMBER]@TEXT[#FIRST[xTIMES]]``: the kind of fault, a number that it needs, a text
that the host, path or query must hold, the first of those requests that it strikes and how many from there
(``x*``: all). ``429=2@TypedDataSet#3x2`` refuses the third and fourth request for data, and says to wait 2 s.
"""

from __future__ import annotations

import os
import re
import socket
import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from threading import Event

from baken.model.errors import UsageError
from baken.replay import spoiled
from baken.replay.messages import Reply, Request, as_json

_RULE = re.compile(r"([a-z0-9-]+)(?:=(\d+(?:\.\d+)?))?@([^#]+)(?:#(\d+)(?:x(\d+|\*))?)?")
_PAGE = 10_000
_HTML = b"<!DOCTYPE html><title>Onderhoud</title><p>De dienst is tijdelijk niet beschikbaar.</p>"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request on its way to an answer."""

    answer: Callable[[Request], Reply]
    request: Request
    connection: socket.socket
    number: float | None
    stopping: Event

    def honest(self) -> Reply:
        """The answer as it should be."""
        return self.answer(self.request)

    def seconds(self, usual: float) -> float:
        """The number of the rule as a time."""
        return usual if self.number is None else self.number


Play = Callable[[Exchange, Callable[[Reply], None]], None]


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing that can go wrong. After one that ``ends`` the connection is closed."""

    about: str
    play: Play
    ends: bool = False


@dataclass(slots=True)
class Fault:
    """A kind of fault and the requests that it strikes."""

    kind: Kind
    text: str
    first: int = 1
    times: int | None = 1
    number: float | None = None
    seen: int = 0

    @classmethod
    def parse(cls, rule: str) -> Fault:
        """Read a rule.

        Raises:
            UsageError: it is not one, or its kind is unknown.

        """
        found = _RULE.fullmatch(rule)
        if found is None:
            raise UsageError(f"'{rule}' is not a rule for a fault.", do="Write it as 429@TypedDataSet#3.")
        name, number, text, first, times = found.groups()
        if name not in KINDS:
            raise UsageError(f"unknown fault '{name}'.", do=f"Known: {', '.join(KINDS)}.")
        return cls(
            KINDS[name],
            text,
            first=int(first or 1),
            times=None if times == "*" else int(times or 1),
            number=float(number) if number else None,
        )

    def strikes(self, target: str) -> bool:
        """Count a request, and say whether it is struck."""
        if self.text not in target:
            return False
        self.seen += 1
        return self.seen >= self.first and (self.times is None or self.seen < self.first + self.times)


def find_fault(faults: Sequence[Fault], target: str) -> Fault | None:
    """The first fault that strikes a request; every rule counts it."""
    struck = [fault for fault in faults if fault.strikes(target)]
    return struck[0] if struck else None


def closed_port() -> int:
    """A port of this machine on which nobody listens: connections to it are refused."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _refuse(status: int, words: str) -> Play:
    def play(exchange: Exchange, send: Callable[[Reply], None]) -> None:
        reply = as_json({"error": words}, status)
        if status == 429:
            reply.headers["Retry-After"] = f"{exchange.seconds(1):.0f}"
        send(reply)

    return play


def _change(change: Callable[[list[spoiled.Row]], None]) -> Play:
    return lambda exchange, send: send(spoiled.with_rows(exchange.honest(), change))


def _reset(exchange: Exchange, send: Callable[[Reply], None]) -> None:
    honest = exchange.honest()
    half = honest.content[: honest.size // 2]
    send(replace(honest, body=(half,), headers=honest.headers | {"Content-Length": str(honest.size)}))
    # Closing without waiting for what is still to be sent is what resets a connection.
    exchange.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    os.close(exchange.connection.detach())


def _hang(exchange: Exchange, _: Callable[[Reply], None]) -> None:
    exchange.stopping.wait(exchange.seconds(3600))


def _drip(exchange: Exchange, send: Callable[[Reply], None]) -> None:
    honest, pause = exchange.honest(), exchange.seconds(10) / 20
    content, step = honest.content, max(1, honest.size // 20)

    def pieces() -> Iterator[bytes]:
        for start in range(0, len(content), step):
            yield content[start : start + step]
            exchange.stopping.wait(pause)

    send(replace(honest, stream=pieces(), headers=honest.headers | {"Content-Length": str(honest.size)}))


def _truncate(exchange: Exchange, send: Callable[[Reply], None]) -> None:
    honest = exchange.honest()
    send(replace(honest, body=(honest.content[: honest.size * 2 // 3],)))


def _html(_: Exchange, send: Callable[[Reply], None]) -> None:
    send(Reply(content_type="text/html; charset=utf-8", body=(_HTML,)))


def _repeat(exchange: Exchange, send: Callable[[Reply], None]) -> None:
    rows = int(exchange.seconds(_PAGE))
    earlier = exchange.answer(spoiled.moved(exchange.request, -rows))
    send(spoiled.with_link_of(earlier, exchange.honest()))


def _skip(exchange: Exchange, send: Callable[[Reply], None]) -> None:
    send(exchange.answer(spoiled.moved(exchange.request, int(exchange.seconds(_PAGE)))))


def _bomb(exchange: Exchange, send: Callable[[Reply], None]) -> None:
    stream = spoiled.bomb(int(exchange.seconds(2048)))
    send(Reply(stream=stream, headers={"Content-Encoding": "gzip"}))


KINDS = {
    "429": Kind("too many requests; wait NUMBER seconds [1]", _refuse(429, "too many requests")),
    "500": Kind("an error of the server", _refuse(500, "internal error")),
    "503": Kind("the server is too busy", _refuse(503, "service unavailable")),
    "404": Kind("nothing there", _refuse(404, "not found")),
    "reset": Kind("the connection is reset half way", _reset, ends=True),
    "hang": Kind("no answer for NUMBER seconds [3600], then the end", _hang, ends=True),
    "drip": Kind("the answer takes NUMBER seconds [10]", _drip),
    "truncate": Kind("JSON that breaks off", _truncate),
    "html": Kind("a web page in place of data", _html),
    "repeat": Kind("the rows of the page before, NUMBER back [10000]", _repeat),
    "skip": Kind("the rows of the page after, NUMBER on [10000]", _skip),
    "rename": Kind("the column with figures has another name", _change(spoiled.rename)),
    "code": Kind("a code that no list holds", _change(spoiled.add_code)),
    "duplicate": Kind("a row that stands there twice", _change(spoiled.duplicate)),
    "type": Kind("a text where a number stood", _change(spoiled.retype)),
    "bomb": Kind("a small gzip that becomes NUMBER MiB [2048]", _bomb),
}
"""The kinds of faults, by the name that a rule gives them."""
