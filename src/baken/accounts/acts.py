# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is done at the desk beside changing records, as the audit trail names it, and words for all acts."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from baken.accounts import audit
from baken.accounts.actor import Actor
from baken.accounts.audit import Deed
from baken.accounts.models import Account, AuditEntry, Record
from baken.model.flow import Flow

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


class Door(StrEnum):
    """What happens around signing in, and with what an account signs in with."""

    SIGN_IN = "sign-in"
    SIGN_IN_BY_PROVIDER = "sign-in-by-provider"
    SIGN_IN_REFUSED = "sign-in-refused"
    LOCKED_OUT = "locked-out"
    SIGN_OUT = "sign-out"
    SECOND_FACTOR = "second-factor"
    SECOND_FACTOR_REFUSED = "second-factor-refused"
    SECOND_FACTOR_SET_UP = "second-factor-set-up"
    SECOND_FACTOR_RESET = "second-factor-reset"
    RECOVERY_CODES = "recovery-codes"
    PASSWORD_LINK = "password-link"  # noqa: S105 - the name of an act
    PASSWORD_SET = "password-set"  # noqa: S105 - the name of an act


EXPORT = "export"
STEP = "step:"
_WORDS: dict[str, StrPromise] = {
    "create": _("made"),
    "change": _("changed"),
    "withdraw": _("withdrawn"),
    EXPORT: _("taken out of the desk as a file"),
    "publish-cycle": _("made public what is public of the policy cycle"),
    Door.SIGN_IN: _("signed in with a password"),
    Door.SIGN_IN_BY_PROVIDER: _("signed in at the provider of the municipality"),
    Door.SIGN_IN_REFUSED: _("signing in was refused"),
    Door.LOCKED_OUT: _("locked out after too many attempts"),
    Door.SIGN_OUT: _("signed out"),
    Door.SECOND_FACTOR: _("second factor shown"),
    Door.SECOND_FACTOR_REFUSED: _("second factor was refused"),
    Door.SECOND_FACTOR_SET_UP: _("second factor set up"),
    Door.SECOND_FACTOR_RESET: _("second factor reset"),
    Door.RECOVERY_CODES: _("new recovery codes made"),
    Door.PASSWORD_LINK: _("link for a new password made"),
    Door.PASSWORD_SET: _("password set"),
}


def act_words(act: str, flow: Flow | None = None) -> str:
    """An act in words; a step by the name that its flow gives it."""
    if act.startswith(STEP) and flow is not None:
        for one in flow.transitions:
            if one.name == act.removeprefix(STEP):
                return one.label.in_(get_language() or "nl")
    return str(_WORDS.get(act, act))


def at_the_door(act: Door, by: Actor, account: Account | None = None, why: str = "") -> AuditEntry:
    """Write what happened around signing in. ``account`` is the one that it is about, where it is known."""
    if account is None:
        return audit.write(by, Deed(act=act, kind=Account._meta.label_lower, why=why))
    return audit.write(
        by, Deed(act=act, kind=Account._meta.label_lower, record=account.pk, title=str(account), why=why)
    )


def exported(by: Actor, title: str, kind: type[Record] | None = None, record: str = "") -> AuditEntry:
    """Write that somebody took data out of the desk as a file: whatever answers with a file calls this."""
    label = kind._meta.label_lower if kind else ""
    return audit.write(by, Deed(act=EXPORT, kind=label, record=record, title=title))
