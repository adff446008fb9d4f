# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Walk through the desk as somebody who follows links: which pages there are, one of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from .desk import Desk
from .kinds import kind_of

FILES = ("/download/", "/word/", "/afmelden/", "/bestand/", ".csv", ".xlsx")
HREFS = "[...document.querySelectorAll('a[href]')].map(one => one.href)"


def walk(desk: Desk, most: int = 1000) -> Iterator[tuple[str, int]]:
    """Open one page of each kind, beginning at the first; its address and what it answered."""
    seen, ahead = {kind_of("/werk/")}, ["/werk/"]
    opened = 0
    while ahead and opened < most:
        path = ahead.pop(0)
        answer = desk.page.goto(f"{desk.address}{path}")
        assert answer is not None
        opened += 1
        yield path, answer.status
        for address in desk.page.evaluate(HREFS):
            found = urlsplit(address)
            one = found.path
            if not address.startswith(f"{desk.address}/werk/") or any(name in one for name in FILES):
                continue
            if (kind := kind_of(one)) not in seen:
                seen.add(kind)
                ahead.append(one)
