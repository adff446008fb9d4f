# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""In which year's division of areas a table stands, as its texts say."""

from __future__ import annotations

import re
from collections.abc import Iterable

_TITLE = re.compile(r"(?:gemeenten?|wijk(?:en)?(?: en |, )buurt(?:en)?) (20[0-9]{2})\b", re.IGNORECASE)
_TEXT = re.compile(r"indeling(?: van)?(?: 1 januari)? (20[0-9]{2})\b", re.IGNORECASE)


def division(titles: Iterable[str], texts: Iterable[str | None]) -> str:
    """The first year that a title names, or else a text; nothing if none does.

    A text counts only where it speaks of a division: it can also name another table with its year.
    """
    found = (match[1] for title in titles if (match := _TITLE.search(title)))
    said = (match[1] for text in texts if text and (match := _TEXT.search(text)))
    return next(found, None) or next(said, "")
