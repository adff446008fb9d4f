# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The key message above a picture: a text with versions, each by somebody, on a day, with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baken.model.errors import InputError
from baken.model.text import Text


class HeadlineStatus(StrEnum):
    """A draft may still lack evidence; a final headline may not."""

    DRAFT = "draft"
    FINAL = "final"


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """One version of the headline. A change is a new version; the older ones stay.

    ``evidence`` names what carries it: a document of the references, an indicator, or a finding by its id
    (``change/winkeldiefstal/GM9999``). ``document`` and ``place`` say where the words stand.

    Raises:
        InputError: it says nothing, not who wrote it, or is final without evidence.

    """

    version: int
    text: Text
    author: str
    date: date
    status: HeadlineStatus
    evidence: tuple[str, ...] = ()
    document: str = ""
    place: str = ""

    def __post_init__(self) -> None:
        if not self.text.nl.strip() or not self.text.en.strip() or not self.author.strip():
            raise InputError(f"version {self.version} of the headline says nothing, or not who wrote it.")
        if self.version < 1:
            raise InputError(f"{self.version} is no version of the headline.", do="Count from 1.")
        if self.status is HeadlineStatus.FINAL and not self.evidence:
            raise InputError(
                f"version {self.version} of the headline is final and has no evidence.",
                do="Name at least one document, indicator or finding, or make it a draft.",
            )

    @property
    def findings(self) -> tuple[str, ...]:
        """The findings among its evidence: only their ids hold a slash."""
        return tuple(name for name in self.evidence if "/" in name)

    @property
    def held(self) -> tuple[str, ...]:
        """The documents and indicators among its evidence."""
        return tuple(name for name in self.evidence if "/" not in name)
