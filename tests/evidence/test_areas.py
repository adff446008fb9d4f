# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Areas at a glance: each part for whoever may see it, and the filter on resilience under pressure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from baken.accounts import changes, districts
from baken.cycle.models import ActionRecord, Document, Goal
from baken.evidence.models import AreaTag, Statement
from baken.measures.models import Measure
from baken.model.text import Text
from people import SET_UP, own_district

AREAS = "/werk/gebieden/"
Browser = Callable[[str], Client]


@pytest.fixture
def neighbourhood() -> str:
    """A neighbourhood of the own district."""
    return districts.codes_within(own_district())[1]


@pytest.fixture
def filled(db: None, told: dict[str, Any], neighbourhood: str) -> str:
    """That neighbourhood with a statement, an action and a measure."""
    del db
    changes.create(Statement, {**told, "area": neighbourhood}, SET_UP)
    changes.create(ActionRecord, {"title": "Buurttoezicht", "area": neighbourhood}, SET_UP)
    values = {"kind": "other", "title": "Verlichting hersteld", "area": neighbourhood, "not_traceable": True}
    changes.create(Measure, values, SET_UP)
    return neighbourhood


@pytest.mark.requirement("AREA-05")
def test_a_neighbourhood_shows_figures_signals_actions_and_measures(signed_in: Browser, filled: str) -> None:
    page = signed_in("analyst").get(f"{AREAS}{filled}/").content.decode()
    assert f'href="/buurt/{filled.lower()}.html"' in page
    for title in ("Groep bij het plein", "Buurttoezicht", "Verlichting hersteld"):
        assert title in page
    district = signed_in("analyst").get(f"{AREAS}{own_district()}/").content.decode()
    assert "Groep bij het plein" in district
    assert f"{AREAS}{filled}/" in district


@pytest.mark.requirement("AREA-05")
def test_the_newest_figures_are_those_of_the_public_site(
    signed_in: Browser, neighbourhood: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = SimpleNamespace(
        indicator=SimpleNamespace(name=Text("Inbraken", "Burglaries"), decimals=1),
        unit=SimpleNamespace(label=Text("per 1.000 inwoners", "per 1,000 inhabitants")),
        latest=SimpleNamespace(value=Decimal("12.34"), observation=SimpleNamespace(period="2025")),
    )
    without = SimpleNamespace(indicator=SimpleNamespace(name=Text("Niet gemeten", "")), latest=None)
    local = {neighbourhood: (shown, without)}
    monkeypatch.setattr(
        "baken.desk.views.neighbourhood.picture",
        lambda: SimpleNamespace(local=lambda code: local.get(code, ())),
    )
    page = signed_in("reader").get(f"{AREAS}{neighbourhood}/").content.decode()
    figures = page[page.index('aria-labelledby="figures"') :].split("</section>")[0]
    for words in ("Inbraken", "12,3", "per 1.000 inwoners", "2025"):
        assert words in figures
    assert "Niet gemeten" not in figures
    other = signed_in("reader").get(f"{AREAS}{own_district()}/").content.decode()
    assert 'class="empty"' in other[other.index('aria-labelledby="figures"') :].split("</section>")[0]


@pytest.mark.requirement("AREA-05")
def test_each_part_shows_only_what_somebody_may_see(signed_in: Browser, filled: str) -> None:
    manager = signed_in("area-manager").get(f"{AREAS}{filled}/").content.decode()
    assert "Groep bij het plein" in manager
    elsewhere = changes.create(
        Statement,
        {
            "kind": "statement",
            "strand": "professional",
            "title": "Elders in de stad",
            "who": "wijkagent",
            "area": districts.districts()[1][0],
            "what": "Het is er rustiger dan vorig jaar.",
            "told": date(2026, 4, 1),
            "since_words": "2026-Q1",
            "sure": "high",
        },
        SET_UP,
    )
    other = signed_in("area-manager").get(f"{AREAS}{elsewhere.area}/")
    assert other.status_code == 200
    assert "Elders in de stad" not in other.content.decode()
    assert "Elders in de stad" in signed_in("analyst").get(f"{AREAS}{elsewhere.area}/").content.decode()


def test_for_an_area_team_another_district_is_no_page(
    signed_in: Browser, filled: str, other_district: str
) -> None:
    team = signed_in("area-team")
    assert team.get(f"{AREAS}{filled}/").status_code == 200
    for code in districts.codes_within(other_district):
        assert team.get(f"{AREAS}{code}/").status_code == 404
    assert team.get(f"{AREAS}GM0935/").status_code == 404
    assert team.get(f"{AREAS}BU00000000/").status_code == 404
    listed = team.get(AREAS).content.decode()
    assert f"{AREAS}{filled}/" in listed
    assert f"{AREAS}{other_district}/" not in listed


@pytest.mark.parametrize("role", ["council-member", "facilitator", "administrator"])
def test_who_is_not_inside_sees_no_areas(signed_in: Browser, filled: str, role: str) -> None:
    assert signed_in(role).get(AREAS).status_code == 403
    assert signed_in(role).get(f"{AREAS}{filled}/").status_code == 404


@pytest.mark.requirement("AREA-08")
def test_the_filter_shows_areas_that_a_mark_or_a_goal_calls_under_pressure(
    signed_in: Browser, neighbourhood: str, other_district: str
) -> None:
    browser = signed_in("adviser")
    asked = AREAS + "?veerkracht=1"
    nobody = browser.get(asked).content.decode()
    assert 'class="choices"' not in nobody
    mark = {"area": neighbourhood, "source": "raadsbesluit van 1 juli 2026"}
    changes.create(AreaTag, mark, SET_UP)
    programme = changes.create(Document, {"kind": "programme", "title": "MJP 2027-2030"}, SET_UP)
    values = {"document": programme, "title": "Samen sterker", "tags": "Veerkracht onder druk, wonen"}
    changes.create(Goal, {**values, "area": other_district}, SET_UP)
    changes.create(Goal, {**values, "title": "Zonder gebied"}, SET_UP)
    ended = {"area": districts.districts()[2][0], "source": "besluit", "end": date(2020, 1, 1)}
    changes.create(AreaTag, ended, SET_UP)
    listed = browser.get(asked).content.decode()
    held = [code for code in districts.names() if f'"{AREAS}{code}/"' in listed]
    assert held == [code for code in districts.names() if code in {neighbourhood, other_district}]


@pytest.mark.requirement("AREA-08")
def test_a_mark_needs_a_source(signed_in: Browser, neighbourhood: str) -> None:
    add = "/werk/register/gebiedsmarkeringen/nieuw/"
    values = {"area": neighbourhood, "tag": "veerkracht onder druk", "source": ""}
    assert signed_in("adviser").post(add, values).status_code == 422
    assert signed_in("area-manager").get(add).status_code == 403
    assert not AreaTag.objects.exists()
