# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""All registers of the desk, by the slug in their address."""

from __future__ import annotations

from baken.accounts.actor import Actor
from baken.accounts.models import Record
from baken.accounts.rights import Act, named
from baken.desk.registers import (
    access,
    actions,
    decisions,
    documents,
    evidence,
    goals,
    measures,
    participation,
    regional,
    reports,
)
from baken.desk.registers.register import Below, Group, Register

ALL: tuple[Register, ...] = (
    *documents.REGISTERS,
    *goals.REGISTERS,
    *regional.REGISTERS,
    *actions.REGISTERS,
    *decisions.REGISTERS,
    *reports.REGISTERS,
    *evidence.REGISTERS,
    *measures.REGISTERS,
    *participation.REGISTERS,
    *access.REGISTERS,
)
REGISTERS: dict[str, Register] = {one.slug: one for one in ALL}
BY_MODEL: dict[type[Record], Register] = {one.model: one for one in ALL}


def readable(actor: Actor) -> tuple[Register, ...]:
    """The registers of which somebody may see any record."""
    return tuple(one for one in ALL if named(one.model.rights.table(Act.READ), actor))


__all__ = ["ALL", "BY_MODEL", "REGISTERS", "Below", "Group", "Register", "readable"]
