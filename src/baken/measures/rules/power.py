# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Whose power a measure rests on: refused where the body does not hold it, with the reason."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.catalogue.governance import load_governance
from baken.council.competence import Verdict, may_take, may_use
from baken.model.governance import Body
from baken.model.law import NEEDS, Need


def check_power(act: str, power: str, body: str, ordinance: str) -> None:
    """Refuse a body that does not hold the power, a power that the act cannot rest on, a missing ordinance.

    Args:
        act: a measure of the governance of the country, such as a closure; empty: none.
        power: the id of an article; empty: none is named.
        body: who decided; empty: it is not told.
        ordinance: the ordinance of the council that gives the power, as it is named.

    Raises:
        ValidationError: by field.

    """
    rules = load_governance()
    strange = (power and power not in rules.law.by_id) or (act and rules.measure_called(act) is None)
    # Of a power, act or body that does not exist the field itself says so.
    if strange or not (act or power) or (body and body not in set(Body)):
        return
    if not body:
        raise ValidationError({"body": _("Say which body holds this power and used it.")})
    held = Body(body)
    if act:
        verdict = may_take(act, held, power=power, ordinance=ordinance)
    else:
        verdict = may_use(power, held, ordinance=ordinance)
    if not verdict.allowed:
        raise ValidationError({_field(verdict, held): verdict.why.in_(get_language() or "nl")})


def _field(verdict: Verdict, body: Body) -> str:
    """The field that a refusal is about."""
    if NEEDS[Need.ORDINANCE] in verdict.needs:
        return "ordinance"
    theirs = any(body in one.holders for one in verdict.basis)
    return "power" if theirs or verdict.needs else "body"
