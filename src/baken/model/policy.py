# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The frame around the figures: country profile, municipality, themes, programmes and vocabulary."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from baken.model.casework import CaseworkRegister
from baken.model.communication import Communication
from baken.model.development import DevelopmentRegister
from baken.model.event import EventRegister
from baken.model.finding import FindingOverride, Statement
from baken.model.headline import Headline
from baken.model.insight import Insight, PolicyDecision
from baken.model.intervention import EffectStatement, Intervention
from baken.model.offence import FlagChange
from baken.model.phenomenon import PhenomenonRegister
from baken.model.reference import Reference
from baken.model.strand import ProfessionalStatement, ResidentVoice
from baken.model.task import TaskRegister
from baken.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingRules:
    """How a country counts registered crime. Two countries differ in each of these, so none is in code.

    ``rate`` is the id of the unit that the publisher gives rates in; it holds the factor. Without one the
    publisher gives no rates. ``source`` says where the rules are written down and what is to be confirmed.
    """

    unit: Text
    moment: Text
    place: Text
    denominator: Text
    suppression: Text
    source: Text
    rate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """What differs between countries: names, rules of counting, thresholds, marked years, level names.

    ``plan_years`` is how long a plan for safety runs, where a law or custom says so, and ``duty`` what
    obliges a municipality to make one. ``languages`` are those of the publishers' own tables.
    """

    code: str
    name: Text
    languages: tuple[str, ...]
    duty: Text
    counting: CountingRules
    reference_area: str
    minimum_denominator: int
    minimum_count: int
    pandemic_years: tuple[int, ...]
    flat_percent: Decimal
    visitor_shares: tuple[Decimal, ...]
    fresh_months: dict[str, int]
    levels: dict[str, Text]
    plan_years: int | None = None

    def is_called(self, asked: str) -> bool:
        """Whether somebody means the whole country: by its code as an area, or by its name."""
        names = (self.reference_area, self.name.nl, self.name.en)
        return asked.strip().casefold() in {one.casefold() for one in names}


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyField:
    """One field of the national standard for safety policy, with its themes."""

    id: str
    label: Text
    themes: tuple[Text, ...]


class ThemeKind(StrEnum):
    """A theme of the programme, or a point of attention beside the themes."""

    THEME = "theme"
    ATTENTION = "attention"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeLabel:
    """What a document called a theme."""

    label: Text
    document: str
    date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme of one municipality, with the indicators that measure it and the standard fields it covers.

    ``care``: it is about care, so it may hold figures of many people together only, and nothing of a person.
    """

    id: str
    kind: ThemeKind
    name: Text
    labels: tuple[ThemeLabel, ...]
    owner: str
    indicators: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    cross_cutting: bool = False
    care: bool = False
    origins: tuple[str, ...] = ()
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A four-year programme and the indicators that it steers by."""

    id: str
    label: Text
    start: date
    end: date
    adopted: date | None = None
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FocusArea:
    """An area with extra attention. Without a name it is shown as still to be named, and no guess is made."""

    name: str = ""
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitors:
    """How many more people than inhabitants are present on an average day, as a range of shares."""

    low: Decimal
    high: Decimal
    basis: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """What a person wrote beside a figure that stands out, such as why a year is an outlier."""

    indicator: str
    period: str
    text: Text
    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group of municipalities to compare with, and how it was drawn up."""

    id: str
    label: Text
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """An area that a municipality is looked at beside, across a border or not; never one ranking with it.

    With a ``source`` the project carries its figures: ``indicator`` in ``area``, by the definitions of the
    ``country``. Without one ``note`` says why there are none.
    """

    name: str
    country: str
    area: str = ""
    indicator: str = ""
    source: str = ""
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """All that is true of one municipality only.

    ``budget_programme`` is what the part of the budget is called in which the council follows safety.
    ``unexplained`` stands beside an outlier that nobody annotated, where nobody can be asked; without it such
    a figure is not published. ``compare_with`` are the codes of the municipalities that it wants to be held
    beside, the first two in charts. ``references``, ``neighbours`` and all that comes after them stand in
    files of their own beside it.
    """

    code: str
    name: str
    country: str
    reference: str
    within: tuple[str, ...]
    peers: Group
    programmes: tuple[Programme, ...]
    themes: tuple[Theme, ...]
    context: Text
    sources: tuple[str, ...]
    website: str = ""
    compare_with: tuple[str, ...] = ()
    budget_programme: Text | None = None
    invented: bool = False
    focus_areas: tuple[FocusArea, ...] = ()
    visitors: Visitors | None = None
    thresholds: dict[str, Decimal] | None = None
    statements: tuple[Statement, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    flags: tuple[FlagChange, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    unexplained: str = ""
    references: tuple[Reference, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    effects: tuple[EffectStatement, ...] = ()
    overrides: tuple[FindingOverride, ...] = ()
    professionals: tuple[ProfessionalStatement, ...] = ()
    residents: tuple[ResidentVoice, ...] = ()
    register: DevelopmentRegister = field(default_factory=DevelopmentRegister)
    headlines: tuple[Headline, ...] = ()
    tasks: TaskRegister = field(default_factory=TaskRegister)
    insights: tuple[Insight, ...] = ()
    decisions: tuple[PolicyDecision, ...] = ()
    events: EventRegister = field(default_factory=EventRegister)
    intake: PhenomenonRegister = field(default_factory=PhenomenonRegister)
    casework: CaseworkRegister = field(default_factory=CaseworkRegister)
    communication: Communication = field(default_factory=Communication)

    def reference_called(self, name: str) -> Reference | None:
        """The document that bears a name or one of its variants, such as the origin of a theme."""
        return next((one for one in self.references if one.is_called(name)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of the glossary. Terms that are easily confused name each other."""

    term: str
    explanation: Text
    english: str = ""
    synonyms: tuple[str, ...] = ()
    not_to_confuse_with: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation:
    """An abbreviation and what it stands for; without an expansion it says that it is unknown."""

    short: str
    long: str = ""
    confirmed: bool = True
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """A rule of interpretation with its plain explanation and where the rule comes from."""

    id: str
    text: Text
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ForbiddenWords:
    """Words that a rule of interpretation keeps out of sentences about figures, in one language.

    ``pattern`` is a regular expression, capitals aside. ``studied``: the words may stand where an effect was
    studied by comparison. ``looking``: only for what is found by looking.
    """

    rule: str
    language: str
    pattern: str
    studied: bool = False
    looking: bool = False
