# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What people decided about one edition before it was built: which findings, and what it corrects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from baken.model.errors import InputError
from baken.model.finding import FindingOverride


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """That an edition takes the place of a published one, what is different in it and why.

    Raises:
        InputError: it does not say what changed, or not why.

    """

    of: date
    what: str
    why: str

    def __post_init__(self) -> None:
        if not self.what.strip() or not self.why.strip():
            raise InputError(
                f"the correction of the edition of {self.of} says not what changed, or not why.",
                do="Write both.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Editorial:
    """The decisions of a day that an edition is built with; part of what it is made of."""

    on: date
    choices: tuple[FindingOverride, ...] = ()
    correction: Correction | None = None
