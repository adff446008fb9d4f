# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The line that dates an item of the press: outlet or author, day, and often the time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cache

from baken.catalogue.lexicon_media import MediaLexicon

_NEAR = 3
# What dates an item holds no more characters.
_LONGEST = 160
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Stamp:
    """When an item of the press appeared. Offsets are those of the searched text, ``published`` may lack."""

    start: int
    end: int
    published: date | None
    at: time | None = None


def find_stamp(text: str, lexicon: MediaLexicon) -> Stamp | None:
    """The first date of publication in a block, with the time if it has one; a day alone counts too."""
    if not _YEAR.search(text):
        return None  # Most blocks hold no year, which is quickly seen.
    for match in _pattern(lexicon).finditer(text):
        day = _day(match, lexicon)
        if day:
            hour = match["hour"]
            at = time(int(hour), int(match["minute"])) if hour and int(hour) < 24 else None
            return Stamp(*match.span(), day, at)
    return None


def is_stamp_block(text: str, lexicon: MediaLexicon) -> bool:
    """Whether a block does nothing but date an item: with a time, an outlet or a desk."""
    stamp = find_stamp(text, lexicon) if len(text) <= _LONGEST else None
    if not stamp:
        return False
    before = text[: stamp.start].strip(" •|,·-–").lower()
    after = _edited(lexicon).sub("", text[stamp.end :]).strip(" •|,·-–.")
    if after:
        return False
    named = outlet_in(before, lexicon) or before in lexicon.desks
    return bool(named) or (stamp.at is not None and len(before) < 80)


def outlet_in(text: str, lexicon: MediaLexicon) -> str:
    """The name of the outlet that stands in a text, the longest first, or nothing."""
    match = _outlets(lexicon).search(text)
    if not match:
        return ""
    return next(name for name in lexicon.outlets if name.lower() == match[0].lower())


def byline_zone(texts: Sequence[str], listed: Sequence[bool], lexicon: MediaLexicon) -> list[bool]:
    """Of each passage whether it dates an item of the press or stands within three of one that does.

    Items of lists and rows of tables (``listed``) are never part of one.
    """
    zone = [False] * len(texts)
    for index in (index for index, text in enumerate(texts) if is_stamp_block(text, lexicon)):
        for near in range(max(0, index - _NEAR), min(len(texts), index + _NEAR + 1)):
            zone[near] = zone[near] or not listed[near]
    return zone


@cache
def _pattern(lexicon: MediaLexicon) -> re.Pattern[str]:
    weekdays, months = "|".join(lexicon.weekdays), "|".join(lexicon.months)
    return re.compile(
        rf"(?:\b(?:{weekdays}),? )?(?<![\d-])(?:(?P<d>\d{{1,2}}) (?P<month>{months}) (?P<y>(?:19|20)\d\d)"
        r"|(?P<d2>\d{1,2})[-/](?P<m2>\d{1,2})[-/](?P<y2>(?:19|20)\d\d)"
        r"|(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d))(?![\d-])"
        r"(?:,? (?:om )?(?P<hour>\d{1,2})[:.](?P<minute>[0-5]\d)(?: uur)?)?",
        re.IGNORECASE,
    )


def _day(match: re.Match[str], lexicon: MediaLexicon) -> date | None:
    if match["month"]:
        month = lexicon.months.index(match["month"].lower()) + 1
        parts = (int(match["y"]), month, int(match["d"]))
    elif match["y2"]:
        parts = (int(match["y2"]), int(match["m2"]), int(match["d2"]))
    else:
        parts = (int(match["y3"]), int(match["m3"]), int(match["d3"]))
    try:
        return date(*parts)
    except ValueError:
        return None


@cache
def _outlets(lexicon: MediaLexicon) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(lexicon.outlets, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{names})(?![\w-])", re.IGNORECASE)


@cache
def _edited(lexicon: MediaLexicon) -> re.Pattern[str]:
    words = "|".join(lexicon.edited)
    return re.compile(rf"[•|·,]?\s*\b(?:{words})\b[^•|]*", re.IGNORECASE)
