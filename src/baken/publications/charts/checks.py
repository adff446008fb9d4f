# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Refuses input that would give a misleading or an unsafe picture."""

import math
import re
from collections.abc import Collection

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def check_id(value: str) -> None:
    """Raise ValueError when a chart id cannot safely be part of an XML id and of `url(#...)`."""
    if not _ID.fullmatch(value):
        raise ValueError(f"chart id {value!r} must be a letter followed by letters, digits, - or _")


def check_number(value: float | None) -> None:
    """Raise ValueError for NaN and infinity: a missing figure is None, so that it is shown as missing."""
    if value is not None and not math.isfinite(value):
        raise ValueError("a figure must be finite; use None for a missing one")


def check_interval(value: float | None, lower: float | None, upper: float | None) -> None:
    """Raise ValueError when a value and its interval contradict each other."""
    for number in (value, lower, upper):
        check_number(number)
    if (lower is None) != (upper is None):
        raise ValueError("an interval needs both a lower and an upper end")
    if value is None and lower is not None:
        raise ValueError("a missing value has no interval")
    if lower is not None and upper is not None and lower > upper:
        raise ValueError("the lower end of an interval lies above its upper end")


def check_href(href: str | None) -> None:
    """Raise ValueError for a link that could run a script: only http(s) and relative addresses."""
    # Browsers ignore control characters and blanks inside a scheme, so "java\nscript:" is refused too.
    if href is None:
        return
    if any(ord(character) <= 32 for character in href):
        raise ValueError("a link may not contain blanks or control characters")
    scheme = _SCHEME.match(href)
    if scheme and scheme.group(1).lower() not in {"http", "https"}:
        raise ValueError(f"a link may not use the scheme {scheme.group(1)!r}")


def check_rings(code: str, rings: tuple[tuple[tuple[float, float], ...], ...]) -> None:
    """Raise ValueError for a ring of fewer than three points, or a point that is not finite."""
    if any(len(ring) < 3 for ring in rings):
        raise ValueError(f"area {code!r} has no outline")
    if not all(math.isfinite(number) for ring in rings for point in ring for number in point):
        raise ValueError("a point must be finite")


def check_areas(codes: Collection[str]) -> None:
    """Raise ValueError for a map without areas, or with one twice."""
    if not codes:
        raise ValueError("a map needs at least one area")
    if len(set(codes)) != len(codes):
        raise ValueError("an area stands twice on the map")
