# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Small matters of typesetting: what may not be parted at the end of a line."""

from __future__ import annotations

import re

_BEFORE_SIGN = re.compile(r"(?<=\d) (?=[%€])")
_NARROW = "\u00a0"


def typeset(text: str) -> str:
    """The text with a number and its sign kept on one line."""
    return _BEFORE_SIGN.sub(_NARROW, text)
