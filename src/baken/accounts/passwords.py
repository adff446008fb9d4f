# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Setting passwords: by a link from an administrator, and by the person. None is ever in the trail."""

from __future__ import annotations

from django.contrib.auth.tokens import default_token_generator
from django.db import transaction

from baken.accounts.acts import Door, at_the_door
from baken.accounts.models import Account


def token_for(account: Account) -> str:
    """What opens the page to set a password: once, and for ``PASSWORD_RESET_TIMEOUT`` seconds.

    It no longer opens once a password was set, or once somebody signed in.
    """
    return default_token_generator.make_token(account)


def account_of(key: str, token: str) -> Account | None:
    """The account that a link is for; None where the link is no longer valid, or never was."""
    account = Account.objects.filter(pk=key, is_active=True, withdrawn=False).first()
    return account if account and default_token_generator.check_token(account, token) else None


@transaction.atomic
def set_password(account: Account, password: str) -> None:
    """Give somebody a password. All sessions of the account end by this."""
    account.set_password(password)
    account.save(update_fields=["password"])
    at_the_door(Door.PASSWORD_SET, account.actor(), account)
