# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which fields hold one value out of a list that the desk knows: people choose a name, nobody types a code.

The lists are those of the catalogue, the law register and the records. What a record holds that is in no list
any more, or never was, such as words out of a spreadsheet, stays and is shown as it is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.utils.translation import get_language

from baken.accounts.models import Assignment, Record
from baken.catalogue.catalogue import load_catalogue
from baken.catalogue.cycle_records import load_cycle_records
from baken.catalogue.governance import load_governance
from baken.cycle.models import (
    ActionRecord,
    Document,
    EvaluationQuestion,
    Party,
    SteeringIndicator,
    Theme,
)
from baken.model.law import Article, ArticleKind, workspace_words

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The list of one field. ``own``: words that the list does not hold may be written as well."""

    offered: Callable[[], Pairs]
    own: bool = False


def _powers() -> Pairs:
    """The powers of the law register, each kept as people cite it: so it stands in papers and files."""
    return [(_cited(one), words) for one, words in _articles()]


def _articles() -> list[tuple[Article, str]]:
    language = get_language() or "nl"
    found = (one for one in load_governance().law.articles if one.kind is ArticleKind.POWER)
    return [(one, workspace_words(one).in_(language)) for one in found]


def _cited(article: Article) -> str:
    longest: int | None = ActionRecord._meta.get_field("power").max_length
    return article.citation if longest is None or len(article.citation) <= longest else article.id


def _indicators() -> Pairs:
    """The indicators that are steered by, then the others of the catalogue."""
    steered = SteeringIndicator.objects.filter(withdrawn=False).values_list("code", "name")
    held = {str(code): str(name) for code, name in steered}
    return [*held.items(), *(one for one in _catalogue() if one[0] not in held)]


def _catalogue() -> Pairs:
    language = get_language() or "nl"
    held = load_catalogue().indicators.items()
    return sorted(((code, found[-1].name.in_(language)) for code, found in held), key=lambda one: one[1])


def _not_steered() -> Pairs:
    """The indicators of the catalogue of which there is no record; a code stands for one record only."""
    taken = set(SteeringIndicator.objects.values_list("code", flat=True))
    return [one for one in _catalogue() if one[0] not in taken]


def _told_factions() -> Pairs:
    """The factions that the files of the municipality tell, and those of which somebody has a role already.

    Whoever gives access sees no contents of the desk, so the records of factions are not offered.
    """
    return _names({*_told(settings.BAKEN_AREA)[0], *_given("faction")})


def _told_departments() -> Pairs:
    """The departments, in the same way."""
    return _names({*_told(settings.BAKEN_AREA)[1], *_given("department")})


@lru_cache(maxsize=4)
def _told(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """Factions and departments as the files of a municipality tell them."""
    held = load_cycle_records(code)
    votes = (one for each in held.decisions.decisions for one in (*each.favour, *each.against))
    departments = (one.name for one in held.work.parties if one.kind == Party.Kind.DEPARTMENT)
    return frozenset(one.faction for one in votes if one.faction), frozenset(departments)


def _given(name: str) -> set[str]:
    """What roles were given for."""
    return set(Assignment.objects.filter(withdrawn=False).exclude(**{name: ""}).values_list(name, flat=True))


def _departments() -> Pairs:
    rows = Party.objects.filter(withdrawn=False, kind=Party.Kind.DEPARTMENT)
    return _names(rows.values_list("name", flat=True))


def _names(names: Iterable[str]) -> Pairs:
    return [(one, one) for one in sorted(names)]


LISTS: dict[tuple[type[Record], str], Listed] = {
    (ActionRecord, "power"): Listed(offered=_powers),
    (ActionRecord, "indicator"): Listed(offered=_indicators),
    (EvaluationQuestion, "indicator"): Listed(offered=_indicators),
    (SteeringIndicator, "code"): Listed(offered=_not_steered, own=True),
    (Assignment, "faction"): Listed(offered=_told_factions, own=True),
    (Assignment, "department"): Listed(offered=_told_departments, own=True),
    (Document, "department"): Listed(offered=_departments, own=True),
}
CODES_FROM: dict[tuple[type[Record], str], str] = {
    (Theme, "code"): "name",
    (SteeringIndicator, "code"): "name",
}
"""The field that a code is made from where nobody chose or wrote one."""
_KNOWN: dict[tuple[type[Record], str], Callable[[], Pairs]] = {
    (ActionRecord, "power"): lambda: [(one.id, words) for one, words in _articles()] + _powers(),
    (ActionRecord, "indicator"): _indicators,
    (EvaluationQuestion, "indicator"): _indicators,
}


def named_in_list(kind: type[Record], name: str, value: str) -> str:
    """What a value of such a field is called; what no list holds as it is written."""
    known = _KNOWN.get((kind, name))
    return dict(known()).get(value, value) if known else value
