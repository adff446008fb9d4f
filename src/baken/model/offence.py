# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is registered: types of offence and classes of nuisance, with who finds them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baken.model.text import Text


class Initiative(StrEnum):
    """Who brings an offence to light.

    A *brengdelict* is brought to the police by a victim or witness. A *haaldelict* is found by the police
    when they look: more of it registered may mean more looking. ``NONE`` is for totals.
    """

    BRENG = "breng"
    HAAL = "haal"
    MIXED = "mix"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagChange:
    """A change of the initiative flag of one code, with who, when and why."""

    code: str
    initiative: Initiative
    author: str
    date: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationType:
    """A type of offence or a class of nuisance in one counting system."""

    code: str
    system: str
    label: Text
    classes: tuple[str, ...]
    initiative: Initiative
    note: str
    is_total: bool = False
    history: tuple[FlagChange, ...] = ()
