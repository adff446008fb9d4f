# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A target on a figure that is unfit to steer by is confirmed before a programme is submitted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from baken.accounts.actor import SYSTEM
from baken.accounts.changes import Asked, change, create
from baken.catalogue.catalogue import load_catalogue
from baken.cycle.models import Document, Goal, SteeringIndicator
from baken.cycle.rules.documents import check_document_step
from baken.model.errors import UsageError
from baken.model.governance import ProductKind

ASKED = Asked(by=SYSTEM, why="proef")


def programme_with_target(code: str) -> tuple[Document, Goal]:
    document = create(
        Document,
        {
            "kind": ProductKind.PROGRAMME.value,
            "title": "Programma 2027-2030",
            "start": date(2027, 1, 1),
            "end": date(2030, 12, 31),
        },
        ASKED,
    )
    indicator = create(SteeringIndicator, {"code": code, "name": code}, ASKED)
    target = {"target": Decimal(500), "target_year": 2030}
    goal = create(Goal, {"document": document, "title": "Minder", "indicators": [indicator], **target}, ASKED)
    return document, goal


@pytest.mark.requirement("THEME-14")
@pytest.mark.usefixtures("db")
def test_a_target_on_an_unfit_figure_is_confirmed_before_the_programme_is_submitted() -> None:
    document, goal = programme_with_target("verward-gedrag")
    caveat = load_catalogue().indicators["verward-gedrag"][-1].target_caveat
    assert caveat is not None
    with pytest.raises(UsageError) as refused:
        check_document_step(document, "submit")
    assert f"'Minder': {caveat.nl}" in str(refused.value)
    change(goal, {"target_confirmed": True}, ASKED)
    check_document_step(document, "submit")


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("code", ["winkeldiefstal", "een-eigen-indicator"])
def test_other_targets_ask_nothing(code: str) -> None:
    check_document_step(programme_with_target(code)[0], "submit")
