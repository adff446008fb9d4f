# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a picture rests on beside tables of figures: reports, research, survey editions, council documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baken.model.text import Text


class ReferenceKind(StrEnum):
    """The kinds of document and source. The words are those of the data files."""

    TREND_REPORT = "trend report"
    RESEARCH = "research"
    PHENOMENON = "phenomenon study"
    STATISTICS = "statistics"
    SURVEY = "survey edition"
    AGENDA = "national agenda"
    ANALYSIS = "safety analysis"
    COUNCIL = "council document"
    MEDIA = "media"


# What must be known before a document of a kind counts as cited.
_NEEDED = {
    ReferenceKind.TREND_REPORT: ("publisher", "year", "address", "reliability", "valid_until"),
    ReferenceKind.RESEARCH: ("publisher", "year", "method"),
    ReferenceKind.PHENOMENON: ("publisher", "year", "method"),
    ReferenceKind.SURVEY: ("publisher", "year"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One document or source that a text of the municipality names.

    ``names`` are other names that documents give the same one. ``address`` is a link or a file.
    ``cited`` is false where a text names only a kind, such as "national trend reports": then nothing more
    is known of it and nothing is filled in. ``named_in`` says which text names it and where.
    """

    id: str
    kind: ReferenceKind
    title: str
    named_in: str
    cited: bool = True
    names: tuple[str, ...] = ()
    publisher: str = ""
    year: int | None = None
    published: date | None = None
    address: str = ""
    method: Text | None = None
    reliability: Text | None = None
    valid_until: date | None = None
    note: Text | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """What a citation of this kind needs and this one lacks; of one that is not cited, nothing."""
        needed = _NEEDED.get(self.kind, ()) if self.cited else ()
        return tuple(name for name in needed if not getattr(self, name))

    def is_called(self, name: str) -> bool:
        """Whether a text means this one: its title or one of its other names, capitals aside."""
        return name.casefold() in {one.casefold() for one in (self.title, *self.names)}
