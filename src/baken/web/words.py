# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Words for what the records say in codes: statuses, directions, arrows, verdicts."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from baken.model.action import MoneyKind
from baken.model.casework import GroupStatus
from baken.model.communication import PlanState
from baken.model.development import ExplanationKind, Horizon, IssueLevel, StatedTrend
from baken.model.event import IncidentKind, RiskClass, SizeClass
from baken.model.figure import Change, NotJudged, Supported
from baken.model.finding import Tone, Verdict
from baken.model.headline import HeadlineStatus
from baken.model.insight import Decider
from baken.model.offence import Initiative
from baken.model.reference import ReferenceKind
from baken.model.strand import Confidence, Consent, ResidentSource
from baken.model.workflow import Step
from baken.picture.headline import EvidenceKind
from baken.picture.intake import IntakeState
from baken.picture.series import Freshness, IndicatorPicture

STATUS: dict[str, Promise] = {
    "measured": _("final"),
    "provisional": _("provisional"),
    "revised": _("revised"),
    "withdrawn": _("withdrawn"),
    "estimated": _("estimated"),
    "not_measured": _("not measured"),
    "impossible": _("cannot exist"),
    "suppressed": _("suppressed"),
    "missing": _("no data"),
    "too_small": _("too few inhabitants for a rate"),
}
VERDICT: dict[str, Promise] = {
    Verdict.HOLDS: _("True for all figures"),
    Verdict.NOT_FOR_ALL: _("Not true for all figures"),
    Verdict.CONTRADICTED: _("The figures say otherwise"),
    Verdict.NOT_SUPPORTED: _("Not supported by the figures held; a newer figure is needed"),
    Verdict.NOT_QUANTIFIED: _("Too vague: say how many, which year and which group"),
}
INITIATIVE: dict[str, Promise] = {
    Initiative.BRENG: _("reported by victims or witnesses (brengdelict)"),
    Initiative.HAAL: _("found by looking (haaldelict)"),
    Initiative.MIXED: _("partly found by looking"),
    Initiative.NONE: _("not applicable"),
}
REFERENCE: dict[str, Promise] = {
    ReferenceKind.TREND_REPORT: _("trend report"),
    ReferenceKind.RESEARCH: _("research"),
    ReferenceKind.PHENOMENON: _("phenomenon study"),
    ReferenceKind.STATISTICS: _("statistics"),
    ReferenceKind.SURVEY: _("survey edition"),
    ReferenceKind.AGENDA: _("national agenda"),
    ReferenceKind.ANALYSIS: _("safety analysis"),
    ReferenceKind.COUNCIL: _("council document"),
    ReferenceKind.MEDIA: _("news report"),
}
CONFIDENCE: dict[str, Promise] = {
    Confidence.LOW: _("not very sure"),
    Confidence.MEDIUM: _("fairly sure"),
    Confidence.HIGH: _("very sure"),
}
RESIDENTS: dict[str, Promise] = {
    ResidentSource.NEIGHBOURHOOD_TALK: _("neighbourhood talk"),
    ResidentSource.PANEL: _("residents' panel"),
    ResidentSource.REPORT: _("reports to the municipality"),
}
CONSENT: dict[str, Promise] = {
    Consent.GIVEN: _("given"),
    Consent.GROUP: _("given for the group as a whole"),
    Consent.NOT_NEEDED: _("not needed, nobody can be recognised"),
}
HORIZON: dict[str, Promise] = {Horizon.NOW: _("now"), Horizon.FUTURE: _("in the future")}
TREND_SAID: dict[str, Promise] = {
    StatedTrend.UP: _("more"),
    StatedTrend.DOWN: _("less"),
    StatedTrend.SHIFT: _("shifting"),
    StatedTrend.NOT_SAID: _("no direction said"),
}
LEVEL: dict[str, Promise] = {
    IssueLevel.LOCAL: _("local"),
    IssueLevel.REGIONAL: _("regional"),
    IssueLevel.NATIONAL: _("national"),
    IssueLevel.CROSS_BORDER: _("cross-border"),
}
HEADLINE: dict[str, Promise] = {HeadlineStatus.DRAFT: _("draft"), HeadlineStatus.FINAL: _("final version")}
EVIDENCE: dict[str, Promise] = {
    EvidenceKind.DOCUMENT: _("document"),
    EvidenceKind.INDICATOR: _("figure"),
    EvidenceKind.FINDING: _("finding"),
    EvidenceKind.GONE: _("finding that this picture does not make any more"),
}
STEP: dict[str, Promise] = {
    Step.COLLECTED: _("collected"),
    Step.CHECKED: _("checked"),
    Step.INTERPRETED: _("interpreted"),
    Step.PUBLISHED: _("published"),
}
DECIDER: dict[str, Promise] = {
    Decider.COUNCIL: _("municipal council"),
    Decider.EXECUTIVE: _("executive of the municipality"),
    Decider.MAYOR: _("mayor"),
}
INCIDENT: dict[str, Promise] = {
    IncidentKind.EXPLOSION: _("explosion"),
    IncidentKind.SHOOTING: _("shooting"),
    IncidentKind.STABBING: _("stabbing"),
    IncidentKind.ARSON: _("arson"),
    IncidentKind.DISORDER: _("disorder"),
    IncidentKind.OTHER: _("another kind"),
}
SIZE: dict[str, Promise] = {
    SizeClass.SMALL: _("up to 100 people"),
    SizeClass.MEDIUM: _("100 to 1,000 people"),
    SizeClass.LARGE: _("more than 1,000 people"),
    SizeClass.UNKNOWN: _("size unknown"),
}
RISK: dict[str, Promise] = {
    RiskClass.LOW: _("low risk"),
    RiskClass.RAISED: _("raised risk"),
    RiskClass.HIGH: _("high risk"),
    RiskClass.UNKNOWN: _("risk unknown"),
}
INTAKE: dict[str, Promise] = {
    IntakeState.WAITING: _("waits for a decision"),
    IntakeState.LATE: _("late: nobody decided within the term"),
    IntakeState.ACCEPTED: _("accepted"),
    IntakeState.REJECTED: _("rejected"),
}
GROUP: dict[str, Promise] = {
    GroupStatus.SEEN: _("seen"),
    GroupStatus.ANALYSED: _("analysed"),
    GroupStatus.WORKED_WITH: _("worked with"),
    GroupStatus.ENDED: _("ended"),
}
EXPLANATION: dict[str, Promise] = {
    ExplanationKind.SOCIETAL: _("society"),
    ExplanationKind.DIGITAL: _("digital"),
    ExplanationKind.ENFORCEMENT: _("own effort"),
    ExplanationKind.LOCAL: _("local context"),
}
PLAN_STATE: dict[str, Promise] = {
    PlanState.COMPLETE: _("complete"),
    PlanState.INCOMPLETE: _("incomplete: the plan has no part on communication"),
    PlanState.UNREAD: _("not known: nobody looked yet whether the plan has a part on communication"),
}
OUTCOME: dict[str, Promise] = {
    "adopted": _("adopted"),
    "amended": _("adopted as amended"),
    "rejected": _("rejected"),
    "noted": _("noted"),
    "agreed": _("agreed"),
}
GOAL: dict[str, Promise] = {
    "improve": _("to improve"),
    "hold": _("to hold"),
    "frame": _("frame"),
    "direction": _("direction"),
}
MONEY: dict[str, Promise] = {
    MoneyKind.STRUCTURAL: _("structural money"),
    MoneyKind.INCIDENTAL: _("incidental money"),
}
DIRECTION: dict[str, Promise] = {
    "lower": _("lower is better"),
    "higher": _("higher is better"),
    "ambiguous": _("neither way is simply good or bad"),
}
KIND: dict[str, Promise] = {
    "objective": _("objective effect indicator"),
    "subjective": _("subjective effect indicator"),
    "context": _("context figure"),
}
FREQUENCY: dict[str, Promise] = {
    "yearly": _("every year"),
    "two-yearly": _("every two years, in odd years"),
    "monthly": _("every month"),
}


@dataclass(frozen=True, slots=True)
class Sign:
    """How a change is shown: an arrow, a word and a tone. Never a colour alone."""

    arrow: str
    word: Promise
    tone: Tone
    judgement: Promise | None


_JUDGEMENTS: dict[Tone, Promise] = {Tone.FAVOURABLE: _("favourable"), Tone.UNFAVOURABLE: _("unfavourable")}


def sign(record: IndicatorPicture) -> Sign:
    """Arrow and word of the main change of a record."""
    arrow, word = arrow_of(record.change)
    return Sign(arrow, word, record.tone, _JUDGEMENTS.get(record.tone))


def arrow_of(change: Change | None) -> tuple[str, Promise]:
    """The arrow and the word of a change: higher or lower only where it is supported."""
    if change is None:
        return "·", _("no comparison")
    if change.supported_direction is Supported.UP:
        return "▲", _("higher")
    if change.supported_direction is Supported.DOWN:
        return "▼", _("lower")
    if change.reason is NotJudged.INSIDE_INTERVAL:
        return "≈", _("about the same")
    return "?", _("not judged")


def start_words(change: Change) -> tuple[str, Promise]:
    """Arrow and word of a change in a list of several starts, where a series break is named as such."""
    if change.reason is NotJudged.BREAK:
        return "?", _("not comparable: series break")
    return arrow_of(change)


def age(freshness: Freshness) -> Promise:
    """Whether a figure is current, in a word."""
    if freshness.months is None:
        return _("no figure")
    return _("current") if freshness.current else _("outdated")
