# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The first account of an installation: an administrator, who then gives the others access."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from baken.accounts.actor import SYSTEM
from baken.accounts.administering import make_link
from baken.accounts.changes import Asked, create
from baken.accounts.models import Account, Assignment
from baken.model.errors import UsageError
from baken.model.governance import Role

_WHY = "first account of the installation"


def make_administrator(name: str) -> str:
    """Make an administrator and say by which address a password is set; it opens once, for a day.

    Raises:
        UsageError: there is an administrator already, who makes accounts from the desk.

    """
    if Assignment.objects.filter(role=Role.ADMINISTRATOR, withdrawn=False).exists():
        raise UsageError("there is an administrator already.", do="Further accounts are made at the desk.")
    asked = Asked(by=SYSTEM, why=_WHY)
    account = create(Account, {"username": name, "name": name}, asked)
    values = {"account": account, "role": Role.ADMINISTRATOR.value, "start": date.today()}
    create(Assignment, values, asked)
    return f"{name}: set a password at {link_of(account, asked)}"


def link_of(account: Account, asked: Asked) -> str:
    """The address on which a password is set, without the name of the server."""
    return reverse("set-password", args=[account.pk, make_link(account, asked)])
