# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What an administrator does for whoever cannot get in or must get out: each with its reason in the trail."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from baken.accounts import changes, passwords, second_factor
from baken.accounts.acts import Door, at_the_door
from baken.accounts.changes import Asked, NotAllowedError
from baken.accounts.models import Account
from baken.accounts.rights import Act
from baken.model.errors import UsageError


@transaction.atomic
def make_link(account: Account, asked: Asked) -> str:
    """What opens the page on which somebody sets a password, to be handed over by the administrator.

    Raises:
        NotAllowedError: somebody is no administrator.
        UsageError: there is no reason, or the account may not sign in.

    """
    _check(account, asked)
    if not account.is_active:
        raise UsageError(_("This account may not sign in."), do=_("Change the account first."))
    at_the_door(Door.PASSWORD_LINK, asked.by, account, asked.why)
    return passwords.token_for(account)


@transaction.atomic
def reset_second_factor(account: Account, asked: Asked) -> None:
    """Remove somebody's second factor, such as after a lost telephone, and end all his sessions.

    Raises:
        NotAllowedError: somebody is no administrator.
        UsageError: there is no reason.

    """
    _check(account, asked)
    second_factor.forget(account)
    at_the_door(Door.SECOND_FACTOR_RESET, asked.by, account, asked.why)
    end_sessions(account, asked)


@transaction.atomic
def end_sessions(account: Account, asked: Asked) -> None:
    """Sign somebody out everywhere.

    Raises:
        NotAllowedError: somebody is no administrator.
        UsageError: there is no reason.

    """
    _check(account, asked)
    now = Asked(by=asked.by, why=asked.why)
    changes.change(account, {"signed_out": timezone.now()}, now)


def _check(account: Account, asked: Asked) -> None:
    if not changes.may(account, Act.CHANGE, asked.by):
        raise NotAllowedError(_("Only an administrator does this."))
    if not asked.why.strip():
        raise UsageError(_("This needs a reason."), do=_("Say why."))
    changes.check_reason(asked)
