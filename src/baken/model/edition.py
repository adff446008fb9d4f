# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether an edition is a working version or the final one."""

from __future__ import annotations

from enum import StrEnum


class EditionStatus(StrEnum):
    """A working edition may have gaps and says that it is one; a final one is checked for them."""

    WORKING = "working"
    FINAL = "final"
