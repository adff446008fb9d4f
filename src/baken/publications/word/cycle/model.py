# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What two papers for the council are made from: a section of the budget, and a proposal with its decision.

They know how councils vote, so they stand here and not among the other plain records.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from baken.council.validity import VotingRules
from baken.council.vote import Outcome
from baken.model.cycle_papers import BudgetLine, Imprint, Sentence, Signed
from baken.model.errors import InputError


class ControlMoment(StrEnum):
    """The moments of the planning and control cycle of a year."""

    FRAMEWORK = "framework"
    """The kadernota or kaderbrief."""
    BUDGET = "budget"
    INTERIM = "interim"
    """The bestuursrapportage."""
    ACCOUNTS = "accounts"
    """The jaarstukken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRow:
    """A figure of the budget programme as printed; without a ``value`` the ``note`` may say why.

    ``reference`` is the same figure of the area that the section compares with.
    """

    name: str
    unit: str
    period: str
    value: str = ""
    reference: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlSection:
    """The section of one budget programme at one moment.

    ``snapshot`` is the day at which the figures were frozen. ``basis`` is what prescribes the indicators, and
    ``reference_name`` the area that they are compared with.
    """

    imprint: Imprint
    budget_programme: str
    moment: ControlMoment
    year: int
    snapshot: date
    indicators: tuple[IndicatorRow, ...]
    basis: str = ""
    reference_name: str = ""
    sentences: tuple[Sentence, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    written: tuple[Signed, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FactionVotes:
    """How the members of one faction voted; None where the record does not tell."""

    faction: str
    favour: int | None = None
    against: int | None = None
    absent: int | None = None

    def __post_init__(self) -> None:
        for count in (self.favour, self.against, self.absent):
            if count is not None and count < 0:
                raise InputError(
                    f"{count} is no number of members.", where=self.faction, do="Leave it empty if not known."
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class RollCall:
    """A vote by faction. ``outcome`` is what the record states; ``source`` is the document that shows it."""

    factions: tuple[FactionVotes, ...]
    seats: int | None = None
    outcome: Outcome | None = None
    source: str = ""
    rules: VotingRules = field(default_factory=VotingRules)


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilProposal:
    """A proposal to the council and the decision on it. The points stand once, for both.

    ``tailored``: a proposal outside the calendar (voorstel op maat). ``law`` is the legal basis, only if it
    is checked. ``no_alternatives``: somebody said *N.v.t.*; ``choices`` are those that exist all the same.
    A decision is signed once ``clerk_signed`` and ``chair_signed`` both have a day; no name is held.

    Raises:
        InputError: it names alternatives and says that there are none, or a decision before its proposal.

    """

    imprint: Imprint
    points: tuple[str, ...]
    meeting: date | None = None
    item: str = ""
    college: date | None = None
    portfolio_holders: tuple[str, ...] = ()
    law: str = ""
    tailored: bool = False
    summary: tuple[str, ...] = ()
    reason: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    figures: tuple[Sentence, ...] = ()
    arguments: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    no_alternatives: bool = False
    choices: tuple[str, ...] = ()
    finances: tuple[str, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    next_steps: tuple[str, ...] = ()
    participation: tuple[str, ...] = ()
    annexes: tuple[str, ...] = ()
    """What is added after the decision, which is always the first annex."""
    vote: RollCall | None = None
    clerk_signed: date | None = None
    chair_signed: date | None = None

    def __post_init__(self) -> None:
        if self.alternatives and self.no_alternatives:
            raise InputError(
                "a proposal names alternatives and says that there are none.",
                where=self.imprint.title or self.imprint.number,
                do="Take away one of the two.",
            )
        if self.college is not None and self.meeting is not None and self.college > self.meeting:
            raise InputError(
                f"the executive proposes on {self.college}, after the council meets on {self.meeting}.",
                where=self.imprint.title or self.imprint.number,
                do="Correct one of the two days.",
            )

    @property
    def is_signed(self) -> bool:
        """Whether clerk and chair have both signed."""
        return self.clerk_signed is not None and self.chair_signed is not None

    @property
    def hides_choices(self) -> bool:
        """Whether it says that there are no alternatives although choices exist."""
        return self.no_alternatives and bool(self.choices)
