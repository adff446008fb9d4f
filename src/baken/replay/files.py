# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Plain files, as a publisher's web server gives them: with a stamp, in part, or not again if unchanged."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from email.utils import formatdate, parsedate_to_datetime
from hashlib import sha256

from baken.replay.messages import Reply, Request

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
_STAMP = 1_767_225_600
"""The same stamp for all files, 1 January 2026: that of a file on disk would differ on every machine."""


class Files:
    """Files of one host by their path; each is read when it is first asked for."""

    def __init__(
        self, host: str, files: Mapping[str, Callable[[], bytes]], content_type: str = "text/csv"
    ) -> None:
        self._host, self._files, self._type = host, files, content_type
        self._held: dict[str, tuple[bytes, str]] = {}

    def serves(self) -> list[str]:
        """The files."""
        return [f"{self._host}{path}" for path in self._files]

    def answer(self, request: Request) -> Reply | None:
        """The file, a part of it, or that it did not change; also without a host before the path."""
        if request.host not in (self._host, "") or request.path not in self._files:
            return None
        content, tag = self._read(request.path)
        headers = {"ETag": tag, "Last-Modified": formatdate(_STAMP, usegmt=True), "Accept-Ranges": "bytes"}
        if _is_known(request, tag):
            return Reply(status=304, content_type=self._type, headers=headers)
        part = _RANGE.fullmatch(request.header("Range"))
        whole = not part or part[0] == "bytes=-" or request.header("If-Range") not in ("", tag)
        if part is None or whole:
            # Said here, so that it is sent as it is: a packed body would need another tag.
            headers["Content-Length"] = str(len(content))
            return Reply(content_type=self._type, body=(content,), headers=headers)
        start, end = _bounds(part[1], part[2], len(content))
        if start >= end:
            headers["Content-Range"] = f"bytes */{len(content)}"
            return Reply(status=416, content_type=self._type, headers=headers)
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{len(content)}"
        return Reply(status=206, content_type=self._type, body=(content[start:end],), headers=headers)

    def _read(self, path: str) -> tuple[bytes, str]:
        if path not in self._held:
            content = self._files[path]()
            self._held[path] = content, f'"{sha256(content).hexdigest()[:32]}"'
        return self._held[path]


def _is_known(request: Request, tag: str) -> bool:
    """Whether the client holds this file already; a tag says more than a date."""
    asked = request.header("If-None-Match")
    if asked:
        return asked.strip() == "*" or tag in [one.strip().removeprefix("W/") for one in asked.split(",")]
    since = request.header("If-Modified-Since")
    try:
        return bool(since) and parsedate_to_datetime(since).timestamp() >= _STAMP
    except ValueError:
        return False


def _bounds(first: str, last: str, size: int) -> tuple[int, int]:
    """From where to where: bytes 5-9, 5- (to the end) or -5 (the last five)."""
    if not first:
        return max(0, size - int(last)), size
    return int(first), min(size, int(last) + 1) if last else size
