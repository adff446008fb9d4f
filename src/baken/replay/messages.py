# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What goes over the wire: what is asked, what is answered, and who answers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import parse_qsl, quote, urlencode

JSON = "application/json; charset=utf-8"
Chunk = bytes | memoryview


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a client asks. ``base`` is where links in the answer point to; empty: to the publisher itself."""

    host: str
    path: str
    query: str = ""
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    base: str = ""

    @property
    def parameters(self) -> dict[str, str]:
        """The parameters of the query; the last one counts where a name stands twice."""
        return dict(parse_qsl(self.query, keep_blank_values=True))

    @property
    def target(self) -> str:
        """Path and query, as they are matched with and logged."""
        return f"{self.path}?{self.query}" if self.query else self.path

    def header(self, name: str) -> str:
        """A header of the request, or an empty text."""
        return self.headers.get(name, "")

    def address(self, path: str, parameters: Mapping[str, Any] | None = None, scheme: str = "https") -> str:
        """A link to a path of the same publisher."""
        query = urlencode(parameters or {}, quote_via=quote, safe="$,'()")
        start = (
            f"{self.base}/{self.host}" if self.base and self.host else self.base or f"{scheme}://{self.host}"
        )
        return start + path + (f"?{query}" if query else "")


@dataclass(slots=True, kw_only=True)
class Reply:
    """What is answered: the parts of the body, or a ``stream`` of unknown length."""

    status: int = 200
    content_type: str = JSON
    body: Sequence[Chunk] = ()
    headers: dict[str, str] = field(default_factory=dict)
    stream: Iterator[bytes] | None = None

    @property
    def size(self) -> int:
        """The length of the body in bytes."""
        return sum(len(chunk) for chunk in self.body)

    @property
    def content(self) -> bytes:
        """The body in one piece."""
        return b"".join(self.body)


class Site(Protocol):
    """One publisher, or a part of one."""

    def answer(self, request: Request) -> Reply | None:
        """The answer, or nothing where the path is not one of this site."""

    def serves(self) -> list[str]:
        """One line for each thing that can be asked for."""


class RefusedError(Exception):
    """A request that the publisher would refuse too."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


def as_json(value: object, status: int = 200, content_type: str = JSON) -> Reply:
    """A reply with a value as compact JSON."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Reply(status=status, content_type=content_type, body=(text.encode(),))
