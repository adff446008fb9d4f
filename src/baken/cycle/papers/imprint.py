# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What every paper of this municipality says of itself, and the words that several papers share."""

from __future__ import annotations

from datetime import date

from django.conf import settings

from baken.accounts.districts import register
from baken.catalogue.governance import load_governance
from baken.catalogue.municipality import load_municipality
from baken.cycle.models import Document
from baken.model.cycle_papers import Imprint
from baken.model.governance import Role
from baken.model.text import Language

SETTLED = frozenset({"adopted", "evaluated", "adjusted", "completed", "ended"})
"""A document in one of these states is no draft any more."""
LANGUAGE = Language.NL
"""The papers repeat what people wrote, and they wrote Dutch."""


def today() -> date:
    """The day of the installation, or today."""
    return date.fromisoformat(settings.BAKEN_DATE) if settings.BAKEN_DATE else date.today()


def imprint_of(document: Document, *, draft: bool | None = None) -> Imprint:
    """Who makes a paper, on which day, and whether it is a draft: unless said, until it is settled."""
    code = settings.BAKEN_AREA
    return Imprint(
        municipality=register()[code].name,
        day=today(),
        code=code,
        title=document.title,
        number=document.number,
        department=document.department,
        draft=document.status not in SETTLED if draft is None else draft,
        invented=load_municipality(code).invented,
    )


def role_name(role: str) -> str:
    """What a role is called in a paper."""
    return load_governance().role(Role(role)).name.in_(LANGUAGE)


def lines_of(text: str) -> tuple[str, ...]:
    """The paragraphs of what somebody typed; none where nothing was typed."""
    return tuple(one.strip() for one in text.splitlines() if one.strip())
