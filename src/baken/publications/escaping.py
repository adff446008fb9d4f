# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Text made safe for markup; apart from the charts, so that who draws nothing need not load them."""

from __future__ import annotations

import re

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile(f'[&<>"]|{_ILLEGAL.pattern}')


def escape(text: str) -> str:
    """Make any text safe in XML content and in a double-quoted attribute."""
    if not _SPECIAL.search(text):
        return text
    clean = _ILLEGAL.sub("\ufffd", text)
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
