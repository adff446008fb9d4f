# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What changes in the world around the figures: developments in clusters, with impact and horizon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baken.model.errors import InputError
from baken.model.text import Text

HIGHEST_IMPACT = 5


class Horizon(StrEnum):
    """When a development matters."""

    NOW = "now"
    FUTURE = "future"


class IssueLevel(StrEnum):
    """At which level an issue plays and is dealt with."""

    LOCAL = "local"
    REGIONAL = "regional"
    NATIONAL = "national"
    CROSS_BORDER = "cross-border"


class StatedTrend(StrEnum):
    """Which way a development goes by the words of its document. It is not a measurement."""

    UP = "up"
    DOWN = "down"
    SHIFT = "shift"
    NOT_SAID = "not said"


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """How much a development matters for safety, from 1 to 5, by whom, when and why.

    Raises:
        InputError: the score is none, or it says not who gave it and why.

    """

    score: int
    author: str
    date: date
    reason: Text

    def __post_init__(self) -> None:
        if not 1 <= self.score <= HIGHEST_IMPACT:
            raise InputError(f"{self.score} is no impact.", do=f"Give 1 to {HIGHEST_IMPACT}.")
        if not self.author.strip() or not self.reason.nl.strip():
            raise InputError("an impact score says not who gave it and why.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Development:
    """One development, in the words of its document.

    ``original`` is literal, mistakes of language included; ``corrected`` says it without them and is empty
    where there are none. ``part_of`` names the development that it is a part of. ``evidence`` names
    documents, and ``indicators`` figures, that bear on it. ``illustrations`` names news reports: they show
    what is meant, measure nothing and never count. ``level`` is empty where nobody said at which level it is.
    """

    id: str
    cluster: str
    original: str
    name: Text
    horizon: tuple[Horizon, ...]
    document: str
    place: str = ""
    corrected: str = ""
    trend: StatedTrend = StatedTrend.NOT_SAID
    impact: Impact | None = None
    theme: str = ""
    part_of: str = ""
    evidence: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    illustrations: tuple[str, ...] = ()
    level: IssueLevel | None = None

    @property
    def evidence_count(self) -> int:
        """How many documents and indicators bear on it; news reports do not count."""
        return len(self.evidence) + len(self.indicators)

    @property
    def is_flagged(self) -> bool:
        """Whether its original wording has a mistake of language."""
        return bool(self.corrected) and self.corrected != self.original


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """A group of developments, as a document puts them together."""

    id: str
    original: str
    name: Text
    document: str
    place: str = ""


class ExplanationKind(StrEnum):
    """The kinds of explanation of what figures do."""

    SOCIETAL = "societal"
    DIGITAL = "digital"
    ENFORCEMENT = "enforcement"
    LOCAL = "local context"


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What a document, or a rule, thinks that goes together with the figures. A hypothesis, never a cause."""

    id: str
    kind: ExplanationKind
    name: Text
    original: str = ""
    document: str = ""
    place: str = ""
    developments: tuple[str, ...] = ()
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DevelopmentRegister:
    """The clusters, developments and explanations of one municipality, as its documents give them."""

    clusters: tuple[Cluster, ...] = ()
    developments: tuple[Development, ...] = ()
    explanations: tuple[Explanation, ...] = ()

    def in_cluster(self, cluster: str) -> tuple[Development, ...]:
        """The developments of a cluster in the order of the document; of one with parts only the parts."""
        found = [one for one in self.developments if one.cluster == cluster]
        wholes = {one.part_of for one in found}
        return tuple(one for one in found if one.id not in wholes)

    def on(self, horizon: Horizon) -> tuple[Development, ...]:
        """The developments that matter at a horizon."""
        return tuple(one for one in self.developments if horizon in one.horizon)

    def at(self, level: IssueLevel | None) -> tuple[Development, ...]:
        """The developments at a level; without one those of which no level is known."""
        return tuple(one for one in self.developments if one.level is level)

    @property
    def without_impact(self) -> tuple[Development, ...]:
        """Those that nobody scored yet; the parts of a scored one included."""
        return tuple(one for one in self.developments if one.impact is None)
