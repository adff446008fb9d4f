# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the papers of the policy cycle are made from: plain records without a database.

A progress report, an implementation plan, a programme and an evaluation; those that lean on the rules of the
council stand beside the papers themselves. Words are content as people gave it, in the language of the
municipality; an empty string, an empty tuple or None means *not known*, and the paper says so. An amount of
None is never zero. Sentences about figures are made elsewhere and passed in with their source.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from baken.model.action import Action, MoneyKind
from baken.model.errors import InputError
from baken.model.goal import GoalKind
from baken.model.governance import Body
from baken.model.policy import ThemeKind
from baken.model.stages import IndicatorStage, ThemeStage


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What a paper says of itself.

    ``code`` finds the house style of the municipality. ``day`` is that of the frozen content, not a
    clock's. Without a ``title`` the paper has the one of its kind. ``draft``: not adopted yet, and marked so.
    """

    municipality: str
    day: date
    code: str = ""
    title: str = ""
    number: str = ""
    department: str = ""
    draft: bool = False
    invented: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """The id of a theme or an indicator, and what people call it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence about a figure with the line that says where the figure comes from."""

    text: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """What a person wrote, with the role in which they signed it and the day; no name of a person."""

    paragraphs: tuple[str, ...]
    role: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """A temporary deviation from a plan.

    Raises:
        InputError: it has no reason or decision, or ends before it starts.

    """

    title: str
    reason: str
    start: date
    end: date
    decision: str

    def __post_init__(self) -> None:
        lacking = [name for name in ("title", "reason", "decision") if not getattr(self, name).strip()]
        if lacking:
            raise InputError(
                f"a temporary deviation lacks its {' and '.join(lacking)}.",
                where=self.title,
                do="Say why, and which decision allows it.",
            )
        if self.end < self.start:
            raise InputError(
                f"a temporary deviation ends on {self.end}, before it starts on {self.start}.",
                where=self.title,
                do="Correct one of the two days.",
            )

    def is_active(self, on: date) -> bool:
        """Whether it holds on a day; its first and its last day belong to it."""
        return self.start <= on <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine:
    """A line of money. ``amount`` and the part of it that is new are in euros; None: no document tells.

    ``new_money`` is 0 only where a document says that a line is paid from the existing budget.
    """

    label: str
    kind: MoneyKind
    amount: Decimal | None = None
    new_money: Decimal | None = None
    year: int | None = None
    budget_programme: str = ""
    decision: str = ""
    """The decision that gave the money."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressReport:
    """How far the actions of a plan are. ``on`` is the day on which the states were as they are given."""

    imprint: Imprint
    start: date
    end: date
    on: date
    programme: str
    plan: str
    themes: tuple[Named, ...]
    actions: tuple[Action, ...]
    deviations: tuple[Deviation, ...] = ()
    figures: tuple[Sentence, ...] = ()
    not_evaluable: tuple[str, ...] = ()
    """What cannot be evaluated beside the actions that nobody follows; those are found in the actions."""
    written: tuple[Signed, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetLine:
    """An indicator of a goal: what it is now and what it is to be, both as printed."""

    indicator: str
    now: str = ""
    target: str = ""
    by: str = ""
    source: str = ""
    state: IndicatorStage = IndicatorStage.ADOPTED


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """A goal (kader) of a programme. ``theme`` is an id; ``band`` says within what a goal to hold is held."""

    id: str
    text: str
    kind: GoalKind
    theme: str = ""
    band: str = ""
    targets: tuple[TargetLine, ...] = ()
    vision: tuple[str, ...] = ()
    """The ambitions of the vision of the town to which it contributes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImplementationPlan:
    """The actions that carry out a programme. ``rule`` says when the plan may be deviated from."""

    imprint: Imprint
    start: date
    end: date
    programme: str
    themes: tuple[Named, ...]
    goals: tuple[GoalLine, ...]
    actions: tuple[Action, ...]
    indicators: tuple[Named, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    monitoring: tuple[str, ...] = ()
    rule: tuple[str, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    written: tuple[Signed, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StageLine:
    """Since when a theme is in a stage of its life, and why."""

    stage: ThemeStage
    since: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeLine:
    """A theme of a programme. ``social`` names what it borders on in the social domain, as context only."""

    id: str
    name: str
    kind: ThemeKind = ThemeKind.THEME
    portfolio_holder: str = ""
    origins: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    """The fields of the national standard that it covers."""
    sdgs: tuple[int, ...] = ()
    vision: tuple[str, ...] = ()
    challenges: tuple[str, ...] = ()
    """The broad challenges of the coalition (brede opgaven) that it is part of."""
    social: tuple[str, ...] = ()
    stages: tuple[StageLine, ...] = ()
    text: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerLine:
    """A power and whose it is. The article stands in a paper only if somebody checked it."""

    name: str
    body: Body
    article: str = ""
    checked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Consulted:
    """Who was consulted, and what it changed in the text; ``because`` says why it changed nothing."""

    who: str
    when: str = ""
    how: str = ""
    result: str = ""
    changed: str = ""
    because: str = ""
    themes: tuple[str, ...] = ()
    internal: bool | None = None
    """Whether they belong to the municipality itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactionAnswer:
    """What a faction answered; ``used`` is None until it is weighed, ``because`` says where or why not."""

    faction: str
    text: str
    used: bool | None = None
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilQuestion:
    """A question that was put to the council, with the answers of the factions."""

    text: str
    answers: tuple[FactionAnswer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarLine:
    """A moment of the cycle: in the words that people used, with the first and last day that these allow."""

    what: str
    when: str = ""
    first: date | None = None
    last: date | None = None
    body: Body | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisDocument:
    """A document that a paper rests on; ``held`` is False where it is named and not held."""

    title: str
    publisher: str = ""
    day: str = ""
    held: bool = True
    note: str = ""


class ProgrammeKind(StrEnum):
    """What a programme is called; the content is the same."""

    PROGRAMME = "programme"
    FRAMEWORK = "framework"
    """A kadernota."""
    SAFETY_PLAN = "safety-plan"
    """An integraal veiligheidsplan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammePaper:
    """A programme of several years. ``vision`` is the name of the vision of the town."""

    imprint: Imprint
    start: date
    end: date
    themes: tuple[ThemeLine, ...]
    goals: tuple[GoalLine, ...]
    kind: ProgrammeKind = ProgrammeKind.PROGRAMME
    replaces: str = ""
    adopted: str = ""
    """The decision by which it was adopted."""
    ambition: tuple[str, ...] = ()
    vision: str = ""
    powers: tuple[PowerLine, ...] = ()
    consulted: tuple[Consulted, ...] = ()
    questions: tuple[CouncilQuestion, ...] = ()
    calendar: tuple[CalendarLine, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    basis: tuple[BasisDocument, ...] = ()
    written: tuple[Signed, ...] = ()
    unknown: tuple[str, ...] = ()


class EvaluationOutcome(StrEnum):
    """What follows from an evaluation."""

    CONTINUE = "continue"
    ADJUST_APPROACH = "adjust-approach"
    ADJUST_THEME = "adjust-theme"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationQuestion:
    """A question with the way in which it is answered; open until there is an answer."""

    text: str
    method: str = ""
    answer: str = ""
    source: str = ""

    @property
    def open(self) -> bool:
        """Whether nobody has answered it."""
        return not self.answer.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationReport:
    """An interim or a final evaluation of what ``subject`` names."""

    imprint: Imprint
    subject: str
    start: date
    end: date
    questions: tuple[EvaluationQuestion, ...]
    interim: bool = False
    outcome: EvaluationOutcome | None = None
    conclusion: tuple[str, ...] = ()
    figures: tuple[Sentence, ...] = ()
    themes: tuple[Named, ...] = ()
    actions: tuple[Action, ...] = ()
    written: tuple[Signed, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def unfinished(self) -> bool:
        """Whether it must stay a draft: a question is open, none is asked, or nothing follows from it."""
        return not self.questions or any(one.open for one in self.questions) or self.outcome is None
