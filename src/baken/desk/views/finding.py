# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Finding the register and the record that an address names, for whoever may see it."""

from __future__ import annotations

from django.http import Http404

from baken.accounts.actor import Actor
from baken.accounts.models import Record
from baken.accounts.rights import Act, covered, named
from baken.desk.registers import REGISTERS, Register


def find_register(slug: str, actor: Actor) -> Register:
    """The register of an address.

    Raises:
        Http404: there is none, or nothing in it is for this person: the two look the same.

    """
    register = REGISTERS.get(slug)
    if register is None or not named(register.model.rights.table(Act.READ), actor):
        raise Http404
    return register


def find_record(register: Register, key: str, actor: Actor) -> Record:
    """One record.

    Raises:
        Http404: there is none, or it is not for this person: the two look the same.

    """
    rows = register.model._default_manager.filter(pk=key)
    found = covered(rows, register.model.rights.table(Act.READ), actor).first()
    if found is None:
        raise Http404
    return found
