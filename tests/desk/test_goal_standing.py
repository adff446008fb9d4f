# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What stands beside a goal: the decision that set it, and whether a goal to hold is on course."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import get_language, gettext, override

from baken.accounts import changes
from baken.cycle.models import Goal, SteeringIndicator
from baken.cycle.papers import pictures
from baken.cycle.setup import fill_cycle
from baken.desk.views.goal import course_of
from baken.model.goal import HOLD_STATUS, HoldStatus
from baken.web.state import picture, picture_of
from people import SET_UP

from .test_recording_a_vote import made

CODE = "vernieling"
DECIDED = "/werk/register/besluiten/besluit-mjp-2023-2026/"


@pytest.fixture(autouse=True)
def figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The figures that the project carries, as seen on 1 May 2026."""
    monkeypatch.setattr(settings, "BAKEN_DATE", "2026-05-01")
    monkeypatch.setattr(settings, "BAKEN_WORKSPACE", str(tmp_path))
    picture_of.cache_clear()
    pictures.provide(picture)
    yield
    picture_of.cache_clear()
    pictures.provide(picture)


@pytest.fixture
def hold(signed_in: Callable[[str], Client]) -> Callable[..., Goal]:
    """Make a goal to hold; further values say its band, and ``code`` its indicator."""
    adviser = signed_in("adviser")
    programme = made(
        adviser,
        "documenten",
        kind="programme",
        title="MJP",
        held="held",
        visibility="council",
        start="2027-01-01",
        end="2030-12-31",
    )

    def held(code: str = CODE, **values: str) -> Goal:
        if code:
            known = SteeringIndicator.objects.filter(code=code).first()
            values["indicators"] = str(
                (known or changes.create(SteeringIndicator, {"code": code, "name": code}, SET_UP)).pk
            )
        else:
            values["not_measurable"] = "nog geen meting"
        key = made(adviser, "doelen", document=programme, kind="hold", title="Vasthouden", **values)
        return Goal.objects.get(pk=key)

    return held


def page_of(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.mark.requirement("THEME-16")
def test_within_its_band_a_goal_to_hold_is_on_course(
    signed_in: Callable[[str], Client], hold: Callable[..., Goal]
) -> None:
    newest = pictures.held_picture().newest(CODE)
    assert newest is not None
    bands: Mapping[HoldStatus, tuple[Decimal, Decimal]] = {
        HoldStatus.ON_COURSE: (newest.value, newest.value + 1),
        HoldStatus.OFF_COURSE: (newest.value + 1, newest.value + 2),
    }
    adviser = signed_in("adviser")
    for status, (low, high) in bands.items():
        goal = hold(band_low=str(low), band_high=str(high))
        found = course_of(goal)
        assert found is not None
        assert (found.status, found.why) == (status, "")
        assert (found.value, found.period) == (newest.printed(get_language() or "nl"), newest.period)
        for address in (
            f"/werk/register/doelen/{goal.pk}/",
            f"/werk/doelenboom/?programma={goal.document_id}",
        ):
            page = page_of(adviser, address)
            assert HOLD_STATUS[status].nl in page
            assert f"({newest.period})" in page


@pytest.mark.requirement("THEME-16")
@pytest.mark.parametrize(
    ("code", "band", "why"),
    [
        ("", {}, "It has no indicator with a band."),
        (CODE, {}, "It has no band within which the figure should stay."),
        (
            "eigen-meting",
            {"band_low": "1", "band_high": "2"},
            "The safety picture has no figure of its indicator.",
        ),
    ],
)
def test_without_a_band_or_a_figure_it_cannot_be_told(
    signed_in: Callable[[str], Client], hold: Callable[..., Goal], code: str, band: dict[str, str], why: str
) -> None:
    goal = hold(code, **band)
    with override("nl"):
        found, said = course_of(goal), gettext(why)
    assert found is not None
    assert (found.status, found.why) == (HoldStatus.NOT_KNOWN, said)
    for address in (f"/werk/register/doelen/{goal.pk}/", f"/werk/doelenboom/?programma={goal.document_id}"):
        page = page_of(signed_in("adviser"), address)
        assert said in page
        assert not any(HOLD_STATUS[one].nl in page for one in (HoldStatus.ON_COURSE, HoldStatus.OFF_COURSE))


def test_a_goal_to_improve_has_no_course(hold: Callable[..., Goal]) -> None:
    goal = hold(band_low="1", band_high="2")
    goal.kind = Goal.Kind.IMPROVE
    assert course_of(goal) is None


@pytest.mark.requirement("ROLE-01")
def test_what_the_council_set_leads_to_its_decision(signed_in: Callable[[str], Client]) -> None:
    fill_cycle("GM0935")
    for role in ("adviser", "council-member"):
        browser = signed_in(role)
        for address in (
            "/werk/register/doelen/goal-resultaten-vasthouden/",
            "/werk/doelenboom/?programma=mjp-2023-2026",
        ):
            page = page_of(browser, address)
            assert f'<a href="{DECIDED}">' in page
            assert "31 januari 2023" in page


def test_a_goal_of_a_draft_leads_to_no_decision(
    signed_in: Callable[[str], Client], hold: Callable[..., Goal]
) -> None:
    page = page_of(signed_in("adviser"), f"/werk/register/doelen/{hold().pk}/")
    beside = page[page.index('id="set"') :].partition("</section>")[0]
    assert "/werk/register/besluiten/" not in beside
    assert "Er is geen besluit vastgelegd dat dit vaststelt." in beside


def test_the_tree_says_in_one_line_what_is_missing(signed_in: Callable[[str], Client]) -> None:
    fill_cycle("GM0935")
    page = page_of(signed_in("adviser"), "/werk/doelenboom/?programma=mjp-2023-2026")
    articles = re.findall(r"<article>.*?</article>", page)
    assert len(articles) == 14
    for one in articles:
        assert one.count('class="empty"') <= 1, one
        assert not re.search(r"<dd[^>]*>\s*</dd>|<dl[^>]*>\s*</dl>", one), one
