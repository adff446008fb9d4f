# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A document held against the figures: its claims, each judged, and what else was found in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from baken.documents.document import Document
from baken.model.claim import ClaimVerdict, JudgedClaim
from baken.model.remark import Remark, Weight
from baken.model.text import Text
from baken.picture.checks.personal import masked
from baken.picture.document_council import CouncilPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list that belongs to the whole document, such as the abbreviations, with a line for each entry."""

    id: str
    title: Text
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedDocument:
    """A document with what the checks found, in the order of the text.

    ``said`` is the day on which the document speaks and ``said_known`` whether the document gives it or the
    caller did (otherwise it is the day of the picture). ``area`` is the area its sentences are about when
    they name none. ``council`` is what was read of votes and decisions. ``language`` is the code of the
    language it is written in, empty where that is not clear, and ``read_in`` that in which claims are looked
    for. Nothing of ``document.text`` may be shown unmasked: use
    ``shown``.
    """

    document: Document
    area: str
    area_name: str
    said: date
    said_known: bool
    claims: tuple[JudgedClaim, ...]
    remarks: tuple[Remark, ...]
    listings: tuple[Listing, ...] = ()
    council: CouncilPart | None = None
    language: str = ""
    read_in: str = ""

    @property
    def shown(self) -> str:
        """The text with personal data blotted out; as long as the original, so that places stay right."""
        return masked(self.document.text, self.remarks)

    @property
    def is_foreign(self) -> bool:
        """Whether it is written in another language than claims are looked for in."""
        return bool(self.language) and self.language != self.read_in

    @property
    def verdicts(self) -> dict[ClaimVerdict, int]:
        """How many claims got each verdict, all verdicts named."""
        found = Counter(one.verdict for one in self.claims)
        return {verdict: found[verdict] for verdict in ClaimVerdict}

    @property
    def without_figure(self) -> tuple[JudgedClaim, ...]:
        """The claims for which the document states no figure."""
        return tuple(one for one in self.claims if not one.claim.states_figure)

    @property
    def errors(self) -> tuple[Remark, ...]:
        """The remarks that a final document cannot have."""
        return tuple(one for one in self.remarks if one.weight is Weight.ERROR)
