# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What time it is for what comes in: that of the machine, or a fixed one to make the same bytes again."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from baken.model.errors import UsageError

VARIABLE = "SOURCE_DATE_EPOCH"


def now() -> datetime:
    """The time in whole seconds; what ``SOURCE_DATE_EPOCH`` says (seconds since 1970) if it is set.

    Raises:
        UsageError: it is set to something else.

    """
    said = os.environ.get(VARIABLE, "")
    if not said:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(said), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(
            f"{VARIABLE} says '{said}', which is no number of seconds since 1970.",
            do="Correct it or unset it.",
        ) from error
