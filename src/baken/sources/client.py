# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Asking a publisher over HTTP: with time-outs, with patience, and with a limit on what is accepted.

A refused or broken connection, a reply that ends half-way, too many requests (429) and errors of the
server (5xx) are tried again; anything else is said at once.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import TYPE_CHECKING, Self

from baken.model.errors import SourceError

if TYPE_CHECKING:
    import httpx

_AGENT = "baken"
_REDIRECTS = 3
# So many bytes of a refusal are read.
_SAID = 1000
# So much of an address is shown.
_SHOWN = 160
# How a long reply in JSON ends if it is whole: after its list or the address of its next page.
_LONG, _TAIL, _ENDS = 2**16, 64, re.compile(rb'[\]"]\s*\}\s*\Z')
# A try that fails is told when the last has failed, and not by whoever repeats it.
logging.getLogger("stamina").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long to wait, in seconds, how often to try, and how many bytes to accept in one reply."""

    connect: float = 10
    read: float = 30
    reply: float = 300
    attempts: int = 6
    pause: float = 0.5
    longest_pause: float = 60
    largest: int = 256 * 2**20


@dataclass(frozen=True, slots=True)
class Reply:
    """What came in: the bytes without transfer coding, and what the publisher called them."""

    body: bytes
    status: int
    content_type: str


class _AgainError(Exception):
    """A failure that may be over in a moment. ``after`` is how long the publisher asks to wait."""

    def __init__(self, why: str, after: float | None = None) -> None:
        super().__init__(why)
        self.why, self.after = why, after


class Client:
    """One connection to a publisher, kept open between requests."""

    def __init__(
        self, patience: Patience | None = None, tell: Callable[[int], None] = lambda _: None
    ) -> None:
        """Connect to nothing yet. ``tell`` hears of every piece that comes in, in bytes."""
        from urllib.request import getproxies

        import httpx

        from baken.sources.direct import Direct

        self.patience = patience or Patience()
        self._tell = tell
        trust = httpx.create_ssl_context()
        # Through a proxy goes httpx itself.
        direct = {} if getproxies() else dict.fromkeys(("http://", "https://"), Direct(trust))
        self._client = httpx.Client(
            verify=trust,
            mounts=direct,
            timeout=httpx.Timeout(self.patience.read, connect=self.patience.connect),
            headers={"User-Agent": _AGENT, "Accept-Encoding": "gzip"},
            follow_redirects=True,
            max_redirects=_REDIRECTS,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._client.close()

    def get(self, address: str) -> Reply:
        """The reply to one request, after as many tries as patience allows.

        Raises:
            SourceError: the publisher does not answer, refuses, or sends something that is no answer.

        """
        import stamina

        patience = self.patience
        tries = stamina.retry_context(
            on=self._again,
            attempts=patience.attempts,
            timeout=None,
            wait_initial=patience.pause,
            wait_max=min(patience.pause * 16, patience.longest_pause),
            wait_jitter=patience.pause / 2,
        )
        try:
            for attempt in tries:
                with attempt:
                    return self._once(address)
        except _AgainError as error:
            raise SourceError(
                f"{error.why} ({patience.attempts} tries).", where=_place(address), do="Try again later."
            ) from error
        raise AssertionError("unreachable")

    def _again(self, error: Exception) -> bool | float:
        if not isinstance(error, _AgainError):
            return False
        return True if error.after is None else min(error.after, self.patience.longest_pause)

    def _once(self, address: str) -> Reply:
        import httpx

        try:
            with self._client.stream("GET", address) as response:
                self._check_status(response, address)
                body = self._body(response, address)
        except httpx.TimeoutException as error:
            raise _AgainError("the publisher does not answer in time") from error
        except httpx.DecodingError as error:
            raise _AgainError("the reply cannot be unpacked") from error
        except httpx.TooManyRedirects as error:
            raise SourceError("the address leads in a circle.", where=_place(address)) from error
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
            raise SourceError(f"this is no address ({error}).", where=_place(address)) from error
        except httpx.TransportError as error:
            raise _AgainError(f"the connection failed ({_words(error)})") from error
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        _check_kind(kind, body)
        return Reply(body, response.status_code, kind)

    def _check_status(self, response: httpx.Response, address: str) -> None:
        status = response.status_code
        if status == 429 or status >= 500:
            why = "the publisher has too many requests" if status == 429 else "the publisher has a fault"
            raise _AgainError(f"{why} ({status})", _wait(response.headers.get("retry-after", "")))
        if status != 200:
            said = self._said(response)
            raise SourceError(
                f"the publisher answers {status} {response.reason_phrase}" + (f": {said}" if said else "."),
                where=_place(address),
                do="The table may have been renamed or withdrawn; look at the publisher's site.",
            )

    def _said(self, response: httpx.Response) -> str:
        """How a refusal begins: no more of it is read, however long it is or however slowly it comes."""
        start, until = b"", time.monotonic() + self.patience.read
        for piece in response.iter_bytes():
            start += piece[:_SAID]
            if len(start) >= _SAID or time.monotonic() > until:
                break
        text = "".join(letter if letter.isprintable() else " " for letter in start.decode("utf-8", "replace"))
        return "" if "<html" in text.casefold() else " ".join(text.split())[:200]

    def _body(self, response: httpx.Response, address: str) -> bytes:
        # Grows in place: a list of pieces would be held twice when it is put together.
        whole, until = BytesIO(), time.monotonic() + self.patience.reply
        for piece in response.iter_bytes():
            if whole.tell() + len(piece) > self.patience.largest:
                raise SourceError(
                    f"the reply is larger than {self.patience.largest // 2**20} MiB.",
                    where=_place(address),
                    do="Something is wrong with it; nothing of it was kept.",
                )
            if time.monotonic() > until:
                raise _AgainError(f"the reply takes longer than {self.patience.reply:.0f} seconds")
            whole.write(piece)
            self._tell(len(piece))
        return whole.getvalue()


def _check_kind(kind: str, body: bytes) -> None:
    """Refuse a page for people and JSON that ends half-way."""
    import msgspec

    if kind == "text/html":
        raise _AgainError("the publisher sends a web page instead of data")
    # A long reply that ends as it should is read later, page by page, and refused then if it is broken.
    if "json" in kind and (len(body) < _LONG or not _ENDS.search(body[-_TAIL:])):
        try:
            msgspec.json.decode(body, type=msgspec.Raw)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise _AgainError("the reply is not whole: its JSON is broken") from error


def _place(address: str) -> str:
    """The address as a message names it: a question can be longer than a line."""
    return address if len(address) <= _SHOWN else f"{address[:_SHOWN]}..."


def _wait(text: str) -> float | None:
    """Seconds to wait, from a number or a date."""
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def _words(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0].rstrip(".").lower()
