# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Who there are in the government of a municipality: bodies that decide, and roles of people who work.

A body is not a login. A person with a role records what a body decided, with the document that shows it.
"""

from __future__ import annotations

from enum import StrEnum


class Body(StrEnum):
    """A body that decides, or that consults and agrees."""

    COUNCIL = "council"
    EXECUTIVE = "executive"
    MAYOR = "mayor"
    TRIANGLE = "triangle"
    """Municipality, police and prosecutor together: it consults and agrees, and decides nothing."""


class Role(StrEnum):
    """What a person does in the workspace."""

    ADMINISTRATOR = "administrator"
    ANALYST = "analyst"
    ADVISER = "adviser"
    ACTION_OWNER = "action-owner"
    AREA_MANAGER = "area-manager"
    AREA_TEAM = "area-team"
    FACILITATOR = "facilitator"
    CLERK = "clerk"
    """The griffier, who records what the council decided."""
    SECRETARY = "secretary"
    """The gemeentesecretaris, who records what the executive decided."""
    ORDER_OFFICER = "order-officer"
    """The ambtenaar openbare orde en veiligheid, who records what the mayor decided."""
    MAYOR = "mayor"
    EXECUTIVE_MEMBER = "executive-member"
    COUNCIL_MEMBER = "council-member"
    CONTROLLER = "controller"
    PRIVACY_OFFICER = "privacy-officer"
    READER = "reader"


RECORDERS = {
    Body.COUNCIL: Role.CLERK,
    Body.EXECUTIVE: Role.SECRETARY,
    Body.MAYOR: Role.ORDER_OFFICER,
    Body.TRIANGLE: Role.ORDER_OFFICER,
}
"""Which role records what a body decided or agreed."""

BY_AREA = frozenset({Role.AREA_TEAM, Role.AREA_MANAGER})
"""The roles that hold for one district only."""


class ProductKind(StrEnum):
    """The kinds of document and product of the policy cycle."""

    SAFETY_PICTURE = "safety-picture"
    SAFETY_ANALYSIS = "safety-analysis"
    PROGRAMME = "programme"
    IMPLEMENTATION_PLAN = "implementation-plan"
    PROGRESS_REPORT = "progress-report"
    INTERIM_EVALUATION = "interim-evaluation"
    FINAL_EVALUATION = "final-evaluation"
    PROPOSAL = "proposal"
    TAILORED_PROPOSAL = "tailored-proposal"
    """A proposal outside the calendar, with a shorter way (voorstel op maat)."""
    DECISION = "decision"
    REGIONAL_POLICE_PLAN = "regional-police-plan"
    NATIONAL_AGENDA = "national-agenda"
    OTHER = "other"


class Relation(StrEnum):
    """How one document stands to another."""

    BASIS_FOR = "basis-for"
    REPLACES = "replaces"
    IMPLEMENTS = "implements"
    EVALUATES = "evaluates"
    REPORTS_ON = "reports-on"
    PROPOSES = "proposes"
    DECIDES_ON = "decides-on"
