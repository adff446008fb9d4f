# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What stands beside a theme: where it comes from, how it is looked at, and what is done."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.conf import settings

from baken.accounts.actor import Actor
from baken.accounts.rights import Act, covered
from baken.catalogue.municipality import load_municipality
from baken.council.action_counts import count_by_theme
from baken.cycle.models import ActionRecord, Prioritisation, SteeringIndicator, Theme
from baken.cycle.plain import plain_action
from baken.desk.extra import show_beside
from baken.picture.theme_rank import CRITERIA, EQUAL, Criterion, ThemeRanking, rank_themes


def _theme(theme: Theme, actor: Actor) -> dict[str, Any]:
    known = {one.id: one for one in load_municipality(settings.BAKEN_AREA).themes}
    told = known.get(theme.code)
    rows = covered(
        ActionRecord.objects.filter(withdrawn=False, theme=theme), ActionRecord.rights.table(Act.READ), actor
    )
    actions = [
        plain_action(one)
        for one in rows.select_related("goal", "lead", "theme").prefetch_related("co_owners")
    ]
    return {
        "labels": told.labels if told else (),
        "public_page": f"/thema/{theme.code}.html" if told else "",
        "without_origin": not (theme.origins.exists() or theme.origin_words),
        "without_holder": not theme.portfolio_holder,
        "count": count_by_theme(actions, (theme.code,))[0],
        "steering": covered(
            theme.steering.filter(withdrawn=False), SteeringIndicator.rights.table(Act.READ), actor
        ),
        "areas": sorted({one.area_name for one in actions if one.area_name}),
    }


def _priorities(record: Prioritisation, actor: Actor) -> dict[str, Any]:
    del actor
    names = {one.code: one.name for one in Theme.objects.all()}
    ranking = ranking_of(record)
    return {
        "order": [names.get(one, one) for one in record.order],
        "criteria": list(CRITERIA.values()),
        "weights": [ranking.weights[one] for one in Criterion] if ranking else [],
        "ranked": [
            (names.get(one.theme, one.theme), one, [record.scores[one.theme].get(each) for each in Criterion])
            for one in (ranking.ranked if ranking else ())
        ],
        "unranked": [names.get(one, one) for one, _ in (ranking.unranked if ranking else ())],
    }


def ranking_of(record: Prioritisation) -> ThemeRanking | None:
    """The order that follows from the scores of a record; None where it has none."""
    if not record.scores:
        return None
    scores = {
        theme: {one: _number(given.get(one.value)) for one in Criterion}
        for theme, given in record.scores.items()
    }
    given = {one: _number(record.weights.get(one.value)) for one in Criterion}
    weights = {one: value if value is not None else EQUAL[one] for one, value in given.items()}
    return rank_themes(scores, weights)


def _number(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


show_beside(Theme, "desk/extra/theme.html", _theme)
show_beside(Prioritisation, "desk/extra/prioritisation.html", _priorities)
