# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The registers of accounts and their roles."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from baken.accounts.models import Account, Assignment
from baken.desk.registers.register import Below, Group, Register

REGISTERS = (
    Register(
        slug="accounts",
        group=Group.ACCESS,
        model=Account,
        columns=("name", "username", "email", "is_active"),
        fields=("username", "name", "email", "subject", "is_active"),
        search=("name", "username", "email"),
        below=(Below(register="rollen", by="account"),),
        about=_("Who may sign in. What somebody may do follows from the roles."),
    ),
    Register(
        slug="rollen",
        group=Group.ACCESS,
        model=Assignment,
        columns=("account", "role", "area", "faction", "department", "start", "end"),
        fields=("account", "role", "area", "faction", "department", "start", "end"),
        filters=("role", "area"),
        about=_("Which role somebody has from when to when, for which district, faction or department."),
    ),
)
