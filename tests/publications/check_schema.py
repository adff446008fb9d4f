# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The form of ``baken check --json``, as docs/check.md describes it: no field more, none less."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

Count = Annotated[int, msgspec.Meta(ge=0)]
Code = Annotated[str, msgspec.Meta(min_length=1)]
Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d\d-\d\d$")]
Verdict = Literal[
    "supported", "partly", "contradicted", "not_judgeable", "cause_without_source", "too_general"
]
Weight = Literal["error", "warning", "note"]


class Strict(msgspec.Struct, forbid_unknown_fields=True):
    """An object of which every field is there and no other."""


class Words(Strict):
    """A text in both languages."""

    nl: str
    en: str


class DocumentRecord(Strict):
    """What was read."""

    name: str
    form: Literal["text", "markdown", "word", "pdf", "slides"]
    pages: Count
    unread_pages: Count
    characters: Count
    language: Literal["nl", "en", "de", "fr"] | None


class Area(Strict):
    """The municipality."""

    code: Code
    name: str


class Remarks(Strict):
    """How many remarks have each weight."""

    error: Count
    warning: Count
    note: Count


class Summary(Strict):
    """How much was found."""

    claims: Count
    verdicts: dict[Verdict, Count]
    state_figure: Count
    hold_figure: Count
    remarks: Remarks


class Place(Strict):
    """Where something stands."""

    page: int | None
    line: int | None
    heading: str | None
    start: Count
    end: Count


class NamedPlace(Place):
    """A place with the words at it."""

    words: str


class Ends(Strict):
    """A period."""

    start: str | None
    end: str | None


class Stated(Strict):
    """A figure that the document gives."""

    value: float
    before: float | None
    unit: Code
    decimals: Count
    exactness: Literal["exact", "about", "at least", "at most"]


class Held(Strict):
    """A figure that is held against a claim."""

    indicator: Code
    area: Code
    period: Code
    value: float
    unit: Code
    months_old: int
    snapshots: list[Code]


class ClaimRecord(Strict):
    """A claim."""

    number: int
    kind: Literal["level", "direction", "comparison", "cause", "result"]
    sentence: str
    words: str
    place: Place
    indicators: list[Code]
    group: str
    area: Code
    period: Ends
    way: Literal["down", "up", "same", "better", "worse"] | None
    about: str
    against: list[str]
    marks: list[Code]
    verdict: Verdict
    reason: Words
    states_figure: bool
    stated: Stated | None
    figures: list[Held]
    agreeing: list[Code]
    disagreeing: list[Code]
    flat: list[Code]
    unchanged: list[Code]
    unproven: list[Code]
    unheld: list[Code]
    unjudged: list[Code]
    outdated: list[Code]
    carried: Words | None
    settle: Words | None
    newer: Words | None


class RemarkRecord(Strict):
    """A remark."""

    number: int
    rule: Code
    weight: Weight
    message: Words
    settle: Words | None
    masked: bool
    places: list[NamedPlace]


class ListingRecord(Strict):
    """A list about the whole document."""

    id: Code
    title: Words
    lines: list[Words]


class FactionRecord(Strict):
    """How a faction voted."""

    faction: Code
    votes: Count | None
    path: Code


class SideRecord(Strict):
    """One side of a vote."""

    side: Literal["for", "against", "abstained", "absent"]
    named: Count | None
    listed: Count | None
    concluded: Count | None
    factions: list[FactionRecord]


class VoteRecord(Strict):
    """A vote."""

    number: Count
    meeting: Day | None
    item: str | None
    matter: Literal["proposal", "amendment", "motion", "other"]
    mark: str | None
    manner: Literal["counted", "unanimous", "without a vote"] | None
    outcome: Literal["adopted", "rejected", "tied", "held over", "withdrawn"] | None
    sides: list[SideRecord]


class AgendaRecord(Strict):
    """An item of an agenda."""

    meeting: Day
    item: Code
    path: Code
    votes: list[Count]
    decision: bool


class DecisionRecord(Strict):
    """A decision."""

    state: Literal["unsigned", "signed"]
    missing: list[Words]
    day: Day | None
    college_day: Day | None
    body: str | None
    public: bool
    points: Count
    case_number: str | None
    department: str | None


class CouncilRecord(Strict):
    """What was read of the council."""

    votes: list[VoteRecord]
    agenda: list[AgendaRecord]
    decision: DecisionRecord | None


class CheckRecord(Strict):
    """All that is said of one document."""

    document: DocumentRecord
    area: Area
    date: Day
    date_known: bool
    summary: Summary
    claims: list[ClaimRecord]
    remarks: list[RemarkRecord]
    listings: list[ListingRecord]
    council: CouncilRecord | None


def read_record(text: str) -> CheckRecord:
    """The record, which must be of this form."""
    return msgspec.json.decode(text, type=CheckRecord)
