# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Small matters of typesetting: what may not be parted at the end of a line."""

from __future__ import annotations

import re

_BEFORE_SIGN = re.compile(r"(?<=\d) (?=[%€])")
_BEFORE_YEAR = re.compile(r"(?<=[a-z]{3}) (?=\d{4}\b)")
_AFTER_MARK = re.compile(r"(?<=[▲▼]) ")
_FIRM = "\u00a0"


def typeset(text: str) -> str:
    """The text with a number and its sign, a month and its year, a mark and its word kept on one line."""
    for form in (_BEFORE_SIGN, _BEFORE_YEAR, _AFTER_MARK):
        text = form.sub(_FIRM, text)
    return text
