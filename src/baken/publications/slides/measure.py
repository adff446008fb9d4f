# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How much room words take, by the widths of the letters of Helvetica, which Arial and Liberation Sans share.

No font of a machine is asked, so the same words fit, or do not, everywhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

LINE = 1.2
"""The height of a line in sizes of its letters."""

_WIDTHS = {
    191: "'",
    222: "ijl‘’",
    260: "|",
    278: " !,./:;[]\\ftI",
    333: "()-r`“”",
    334: "{}",
    350: "•",
    355: '"',
    389: "*",
    469: "^",
    500: "ckvsxyzJ",
    556: "#$0123456789?_abdeghnopquL–€",
    584: "+<=>~−±≈",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "mM",
    889: "%",
    944: "W",
    1000: "—…▲▼",
    1015: "@",
}
_LETTERS = {letter: width / 1000 for width, letters in _WIDTHS.items() for letter in letters}
_UNKNOWN = 1.0
_BOLD = 1.08
_EDGE = 1e-6


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line in points, for letters of ``size`` points."""
    total = sum(_LETTERS.get(one, _UNKNOWN) for one in _bare(text))
    return total * size * (_BOLD if bold else 1)


def _bare(text: str) -> str:
    """The letters without their accents, which take no room."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(one for one in apart if not unicodedata.combining(one))


def lines(text: str, room: float, size: float, *, bold: bool = False) -> int:
    """On how many lines a text stands in so many points; a word that is too long is broken."""
    count, used = 1, 0.0
    space = width(" ", size, bold=bold)
    for word in text.split():
        wide = width(word, size, bold=bold)
        if used and used + space + wide <= room + _EDGE:
            used += space + wide
            continue
        if used:
            count += 1
        count += int(wide // room) if wide > room else 0
        used = wide % room if wide > room else wide
    return count


def height(texts: Iterable[str], room: float, size: float, gap: float = 0.0) -> float:
    """The height in points of paragraphs below each other, each with a gap behind it."""
    return sum(lines(one, room, size) * size * LINE + gap for one in texts)
