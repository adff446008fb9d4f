# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a programme wants: ambitions, goals under them, and how it is known whether a goal is reached.

The chain from effort to impact is the logic model of programme evaluation (W.K. Kellogg Foundation, *Logic
Model Development Guide*, 2004): what is done, what that delivers, what it changes, and what that is for.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum

from baken.model.action import Action
from baken.model.errors import InputError, UsageError
from baken.model.text import Text


class GoalKind(StrEnum):
    """Whether a goal is to make something better, or to hold what was reached (resultaten vasthouden).

    A frame (kader) and a direction (richting) say neither: they bound or point the way.
    """

    IMPROVE = "improve"
    HOLD = "hold"
    FRAME = "frame"
    DIRECTION = "direction"


GOAL_KINDS = {
    GoalKind.IMPROVE: Text("verbeteren", "improve"),
    GoalKind.HOLD: Text("vasthouden", "hold"),
    GoalKind.FRAME: Text("kader", "frame"),
    GoalKind.DIRECTION: Text("richting", "direction"),
}


class LinkKind(StrEnum):
    """What outside the programme a goal contributes to."""

    CITY_VISION = "city-vision"
    """An ambition of the vision of the city (stadsvisie, omgevingsvisie)."""
    COALITION = "coalition"
    """A broad task of the coalition (brede opgave)."""
    SDG = "sdg"
    """A sustainable development goal of the United Nations, by its number."""
    OTHER = "other"


LINKS = {
    LinkKind.CITY_VISION: Text("ambitie van de stadsvisie", "ambition of the city vision"),
    LinkKind.COALITION: Text("brede opgave van de coalitie", "broad task of the coalition"),
    LinkKind.SDG: Text("duurzaam ontwikkelingsdoel (SDG)", "sustainable development goal (SDG)"),
    LinkKind.OTHER: Text("iets anders", "something else"),
}


class HoldStatus(StrEnum):
    """How a goal to hold stands."""

    ON_COURSE = "on-course"
    OFF_COURSE = "off-course"
    NOT_KNOWN = "not-known"


HOLD_STATUS = {
    HoldStatus.ON_COURSE: Text("op koers: binnen de marge", "on course: within the band"),
    HoldStatus.OFF_COURSE: Text("niet op koers: buiten de marge", "off course: outside the band"),
    HoldStatus.NOT_KNOWN: Text("niet bekend", "not known"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalLink:
    """One thing outside the programme, by its kind and id; ``name`` is what it is called."""

    kind: LinkKind
    id: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Between which values a result is held, both included; None leaves that end open.

    Raises:
        InputError: both ends are open, or the lower end is the higher one.

    """

    low: Decimal | None = None
    high: Decimal | None = None

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise InputError("a band needs a lowest or a highest value.")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise InputError(f"the band begins at {self.low}, above its end at {self.high}.")

    def __contains__(self, value: Decimal) -> bool:
        above = self.low is None or value >= self.low
        return above and (self.high is None or value <= self.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectChain:
    """From effort (inzet) to output (prestatie), outcome (effect) and impact; empty where nobody said it."""

    effort: str = ""
    output: str = ""
    outcome: str = ""
    impact: str = ""

    def missing(self) -> tuple[str, ...]:
        """The names of the steps that nobody filled in, in their order."""
        return tuple(one.name for one in fields(self) if not getattr(self, one.name).strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambition:
    """What the city strives for, above its goals."""

    id: str
    title: str
    text: str = ""
    links: tuple[ExternalLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A goal (doel, kader) of a programme.

    ``indicators`` are ids. ``target`` is the value that ``target_indicator`` is to have in ``target_year``;
    that indicator may be left out where there is one only. ``band`` belongs to a goal to hold and is about
    the same indicator. ``not_yet_measurable`` is the reason why nothing measures the goal yet. ``monitors``,
    ``adjustments`` and ``reports`` are ids of what follows the goal, changed course because of it, and
    accounts for it.

    Raises:
        InputError: what it says contradicts itself; the line says what.

    """

    id: str
    title: str
    kind: GoalKind = GoalKind.IMPROVE
    ambition: str = ""
    theme: str = ""
    indicators: tuple[str, ...] = ()
    band: Band | None = None
    target: Decimal | None = None
    target_year: int | None = None
    target_indicator: str = ""
    not_yet_measurable: str = ""
    links: tuple[ExternalLink, ...] = ()
    chain: EffectChain = EffectChain()
    monitors: tuple[str, ...] = ()
    adjustments: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        steered = self.target is not None or self.band is not None
        wrong = {
            "has a band, but is no goal to hold.": self.band is not None and self.kind is not GoalKind.HOLD,
            "has a target without a year.": self.target is not None and self.target_year is None,
            "has a year without a target.": self.target is None and self.target_year is not None,
            "steers by an indicator that is not one of its own.": self.target_indicator != ""
            and self.target_indicator not in self.indicators,
            "has a target or band, and does not say on which of its indicators.": steered
            and not self.steered_by,
            "has indicators and says that it cannot be measured yet.": bool(self.indicators)
            and bool(self.not_yet_measurable.strip()),
        }
        for said, found in wrong.items():
            if found:
                raise InputError(f"the goal {said}", where=f"goal '{self.id}'")

    @property
    def steered_by(self) -> str:
        """The indicator that the target and the band are about; empty where there is none."""
        return self.target_indicator or (self.indicators[0] if len(self.indicators) == 1 else "")

    @property
    def can_be_measured(self) -> bool:
        """Whether it has an indicator."""
        return bool(self.indicators)

    @property
    def is_settled(self) -> bool:
        """Whether it has an indicator, or says why it cannot be measured yet."""
        return self.can_be_measured or bool(self.not_yet_measurable.strip())


def hold_status(goal: Goal, value: Decimal | None) -> HoldStatus:
    """Whether a goal to hold is on course: the value lies within its band, ends included.

    Args:
        goal: a goal to hold.
        value: the newest figure of the indicator that it steers by; None where there is none.

    Raises:
        UsageError: it is a goal to improve.

    """
    if goal.kind is not GoalKind.HOLD:
        raise UsageError(f"the goal '{goal.id}' is one to improve: it has no band.")
    if value is None or goal.band is None:
        return HoldStatus.NOT_KNOWN
    return HoldStatus.ON_COURSE if value in goal.band else HoldStatus.OFF_COURSE


def chain_of(action: Action, goal: Goal | None = None) -> EffectChain:
    """The chain of an action: its own effort and intended effect; output and impact are those of its goal."""
    above = goal.chain if goal else EffectChain()
    return EffectChain(
        effort=action.what or action.title, output=above.output, outcome=action.effect, impact=above.impact
    )
