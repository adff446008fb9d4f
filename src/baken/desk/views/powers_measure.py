# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the page of a measure says beside its fields: whose power, which offences, what is lacking."""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language

from baken.accounts.actor import Actor
from baken.accounts.words import BODIES
from baken.catalogue.governance import load_governance
from baken.desk.extra import show_beside
from baken.measures.fields import offences
from baken.measures.models import Measure
from baken.measures.rules.measures import abbreviations_in, is_evaluable, lacks
from baken.model.law import workspace_words


def _extra(measure: Measure, actor: Actor) -> dict[str, Any]:
    del actor
    article = load_governance().law.by_id.get(measure.power)
    names = dict(offences())
    return {
        "article": workspace_words(article).in_(get_language() or "nl") if article else "",
        "holders": [BODIES[one] for one in article.holders] if article else [],
        "codes": [names.get(code, code) for code in measure.offences],
        "said": abbreviations_in(f"{measure.title} {measure.what}"),
        "lacks": lacks(measure),
        "evaluable": is_evaluable(measure),
    }


show_beside(Measure, "desk/extra/measure.html", _extra)
