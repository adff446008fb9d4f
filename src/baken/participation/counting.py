# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Counts over what came in: answers per theme, domains per theme, and what residents have a part in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from baken.cycle.models import ActionRecord, Document, Party, Theme
from baken.participation.asked import questions
from baken.participation.models import Contribution, CouncilInput, TextChange, ThemeCode

# The council proposal calls these parties together the middle field of society.
CIVIL_SOCIETY = frozenset({Party.Kind.SOCIAL, Party.Kind.HOUSING, Party.Kind.SCHOOL, Party.Kind.BUSINESS})


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """How many answers are about a theme: per question in its order, and together.

    An answer about two themes counts under both, so the totals add up to more than the answers.
    """

    theme: Theme
    per_question: tuple[int, ...]

    @property
    def total(self) -> int:
        """All questions together."""
        return sum(self.per_question)


def theme_counts(answers: Iterable[CouncilInput]) -> tuple[ThemeCount, ...]:
    """The answers per theme, the most first; answers without a theme stand in none of them."""
    numbers = range(1, len(questions()) + 1)
    codes = ThemeCode.objects.filter(withdrawn=False, input__in=list(answers)).select_related(
        "theme", "input"
    )
    found: dict[Theme, list[int]] = {}
    for one in codes:
        found.setdefault(one.theme, []).append(one.input.question)
    counted = [
        ThemeCount(theme, tuple(given.count(number) for number in numbers)) for theme, given in found.items()
    ]
    return tuple(sorted(counted, key=lambda one: (-one.total, one.theme.name)))


def uncoded(answers: Iterable[CouncilInput]) -> int:
    """How many answers nobody put under a theme."""
    coded = set(ThemeCode.objects.filter(withdrawn=False).values_list("input_id", flat=True))
    return sum(one.pk not in coded for one in answers)


def domains_of(theme: Theme) -> tuple[str, ...]:
    """The domains that a theme involves: as it says itself, and of the parties that changed its text."""
    own = [part.strip() for part in theme.domains.replace(";", ",").split(",") if part.strip()]
    changes = TextChange.objects.filter(theme=theme, withdrawn=False).select_related("contribution__party")
    given = sorted({one.contribution.party.domain for one in changes} - {""})
    return tuple(dict.fromkeys((*own, *given)))


def inside_and_outside(document: Document) -> tuple[int, int]:
    """How many contributions to a document came from the municipality itself, and how many from others."""
    rows = Contribution.objects.filter(about=document, withdrawn=False).select_related("party")
    inside = sum(one.party.internal for one in rows)
    return inside, len(rows) - inside


def residents_in_actions(plan: Document | None = None) -> tuple[int, int]:
    """How many actions give residents a part, or are led or shared by them; and how many there are."""
    rows = ActionRecord.objects.filter(withdrawn=False)
    if plan is not None:
        rows = rows.filter(plan=plan)
    residents = Q(lead__kind=Party.Kind.RESIDENTS) | Q(co_owners__kind=Party.Kind.RESIDENTS)
    return rows.filter(~Q(residents="") | residents).distinct().count(), rows.count()
