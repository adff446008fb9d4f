# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Thresholds of indicators: what passes, what is not decided, and the proposal that follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from django.test import Client

from baken.cycle.models import Document, Review, Task
from baken.cycle.papers import pictures
from baken.cycle.rules.thresholds import BELOW, LOOKED_FOR, PASSED, REASONS, look
from baken.model.figure import NotJudged, Supported
from baken.model.observation import Observation
from baken.picture.material import with_snapshots
from baken.picture.picture import SafetyPicture
from baken.web.state import picture

from .written import ROOT, made, page, stepped

ROOM = "/werk/drempels/"


def doubled(name: str) -> SafetyPicture:
    """The picture of 2019 with twice the figure of 2018 of one indicator."""
    material = picture().material
    snapshots = tuple(
        replace(snapshot, observations=tuple(_twice(one, name) for one in snapshot.observations))
        for snapshot in material.snapshots
    )
    return SafetyPicture(with_snapshots(material, snapshots))


def _twice(one: Observation, name: str) -> Observation:
    meant = one.indicator == name and one.area == "GM0935" and one.period.year == 2018
    return replace(one, value=one.value * 2) if meant and one.value is not None else one


@pytest.fixture
def looked(signed_in: Callable[[str], Client], seen_from: Callable[[str], None]) -> str:
    """Three adopted indicators with a threshold as seen from 2019, when nuisance had risen; a theme's id."""
    seen_from("2019-06-01")
    adviser = signed_in("adviser")
    theme = made(
        adviser, "themas", code="winkels", name="Winkels", kind="theme", portfolio_holder="burgemeester"
    )
    for code in ("overlast", "vernieling", "diefstal-uit-woning"):
        one = made(adviser, "indicatoren", code=code, name=code.capitalize(), threshold="5", themes=theme)
        assert stepped(adviser, "indicatoren", one, "pilot")[0] == 302
        assert stepped(adviser, "indicatoren", one, "adopt")[0] == 302
    return theme


@pytest.mark.requirement("OBJ-19", "CYC-10")
def test_a_breach_makes_one_review_for_the_owner_of_the_theme(
    signed_in: Callable[[str], Client], looked: str
) -> None:
    analyst = signed_in("analyst")
    shown = page(analyst, ROOM)
    assert "2017, 2018" in shown
    for _ in range(2):
        assert analyst.post(ROOM).status_code == 302
    review = Review.objects.get()
    assert (review.cause, review.status, review.theme_id) == ("threshold", "open", looked)
    assert review.indicator is not None
    assert review.indicator.code == "overlast"
    assert "burgemeester (Winkels)" in review.what
    assert "%" in review.what
    assert review.title in page(signed_in("mayor"), f"{ROOT}themas/{looked}/")
    assert not Task.objects.exists()


@pytest.mark.usefixtures("looked")
def test_nothing_is_decided_where_it_may_be_chance_or_hard_looking() -> None:
    found = {one.indicator.code: one for one in look(pictures.held_picture().must())}
    assert found["overlast"].why == PASSED
    # Vandalism rose by 10.9 %, more than the threshold; the interval includes no change.
    assert found["vernieling"].why == REASONS[NotJudged.INSIDE_INTERVAL]
    assert found["vernieling"].change is not None
    assert found["vernieling"].change.percent == Decimal("10.9")
    assert [one.indicator.code for one in found.values() if one.breach] == ["overlast"]
    # If it had doubled that would be no chance; how much of it is registered also depends on looking.
    twice = {one.indicator.code: one for one in look(doubled("vernieling"))}["vernieling"]
    assert twice.change is not None
    assert twice.change.supported_direction is Supported.UP
    assert (twice.why, twice.breach) == (LOOKED_FOR, "")


@pytest.mark.usefixtures("looked")
def test_a_worsening_below_the_threshold_asks_for_nothing(signed_in: Callable[[str], Client]) -> None:
    from baken.cycle.models import SteeringIndicator

    SteeringIndicator.objects.filter(code="overlast").update(threshold=Decimal("500"))
    found = {one.indicator.code: one for one in look(pictures.held_picture().must())}
    assert found["overlast"].why == BELOW
    assert signed_in("analyst").post(ROOM).status_code == 302
    assert not Review.objects.exists()


@pytest.mark.usefixtures("looked")
def test_who_does_not_analyse_makes_no_reviews(signed_in: Callable[[str], Client]) -> None:
    for role in ("reader", "clerk", "council-member", "administrator", "mayor"):
        assert signed_in(role).get(ROOM).status_code == 403
        assert signed_in(role).post(ROOM).status_code == 403
    assert not Review.objects.exists()


@pytest.mark.requirement("CYC-10", "EVAL-06")
@pytest.mark.usefixtures("looked")
def test_a_breach_becomes_a_tailored_proposal_outside_the_calendar(
    signed_in: Callable[[str], Client],
) -> None:
    signed_in("analyst").post(ROOM)
    review, adviser = Review.objects.get(), signed_in("adviser")
    assert stepped(signed_in("analyst"), "heroverwegingen", review.pk, "propose")[0] == 403
    assert stepped(adviser, "heroverwegingen", review.pk, "propose")[0] == 302
    review.refresh_from_db()
    proposal = Document.objects.get()
    assert (review.status, review.proposal_id) == ("proposed", proposal.pk)
    assert proposal.kind == "tailored-proposal"
    # The short way: straight to the body that decides.
    assert stepped(adviser, "documenten", proposal.pk, "consult")[0] == 422
    made(adviser, "beslispunten", proposal=proposal.pk, number="1", text="De aanpak van winkels bijstellen.")
    shown = page(adviser, f"/werk/stuk/{proposal.pk}/stuk/")
    assert "buiten de vaste planning" in shown
    assert "De aanpak van winkels bijstellen." in shown
    assert "meldingen van overlast per 1.000 inwoners" in shown
    assert stepped(adviser, "documenten", proposal.pk, "submit")[0] == 302
    # Whoever made a proposal of the own first keeps it.
    assert Document.objects.count() == 1


def test_without_a_picture_the_page_says_so(signed_in: Callable[[str], Client]) -> None:
    pictures.provide(None)
    assert "konden niet worden geladen" in page(signed_in("analyst"), ROOM)
    assert signed_in("analyst").post(ROOM).status_code == 200
    assert not Review.objects.exists()
