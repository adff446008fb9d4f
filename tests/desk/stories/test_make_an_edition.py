# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""An edition from its first build to its correction; each build is a real one, of Voorbeeldstad."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .desk import Desk

AREA = "GM9999"
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("desk-edition")]
PATIENCE = 300_000
"""How long a build may take, in milliseconds; on two busy cores it took 30 to 60 seconds."""
FURTHER = """seen => {
  const bar = document.querySelector('#bar');
  return bar === null ? 101 : Number(bar.value) > seen && Number(bar.value); }"""
"""How far it is once that is further; 101 where the page no longer tells, because it is done."""


def _begin(desk: Desk, **values: str) -> str:
    """A new draft; where it is."""
    desk.fill({"on": "2026-05-01", **values})
    desk.press("form.record-form button.primary")
    return desk.page.url.removeprefix(desk.address)


def _build(desk: Desk, why: str) -> list[int]:
    """Build, and look on until it is done without touching the page; how far it was each time."""
    desk.page.fill("#why", why)
    assert "wordt gebouwd" in desk.press("form.record-form button.primary")
    seen = [-1]
    while seen[-1] <= 100:
        seen.append(desk.page.wait_for_function(FURTHER, arg=seen[-1], timeout=PATIENCE).json_value())
    desk.page.wait_for_load_state()
    desk.check()
    return seen[1:-1]


def _decide(desk: Desk, place: int, choice: str, reason: str, rank: str = "") -> str:
    """Decide about the finding on a place of the list; what the page says."""
    card = desk.page.locator("ol.findings > li").nth(place - 1)
    card.locator("summary").click()
    card.locator("[name='choice']").select_option(choice)
    card.locator("[name='rank']").fill(rank)
    card.locator("[name='reason']").fill(reason)
    return desk.press(f"ol.findings > li:nth-child({place}) button")


def _findings(desk: Desk) -> list[str]:
    """The sentences in their order, without the number of their place."""
    said = desk.page.locator("ol.findings > li > p:first-child").all_inner_texts()
    return [one.partition(". ")[2] if one[0].isdigit() else one for one in said]


def _way(desk: Desk, place: str) -> str:
    """What stands in the way of publishing."""
    desk.open(place)
    return desk.page.inner_text("section[aria-labelledby='blocks']")


@pytest.fixture
def desks(sign_in: Callable[..., Desk]) -> tuple[Desk, Desk, Desk]:
    """An analyst at a screen, the same with a phone, and an adviser with one."""
    return sign_in("demo-analyst"), sign_in("demo-analyst", 360), sign_in("demo-adviser", 360)


def test_an_edition_is_built_decided_about_published_and_corrected(
    desks: tuple[Desk, Desk, Desk], home: Path
) -> None:
    analyst, phone, adviser = desks
    analyst.open("/werk/edities/nieuw/")
    place = _begin(analyst)
    assert "nog niet gebouwd" in _way(analyst, place)
    seen = _build(analyst, "de eerste versie")
    assert len(seen) > 3, seen
    assert "eerste editie" in analyst.words
    first = _findings(analyst)

    # What is in the way is said; the page that publishes has no button until it is gone.
    assert f"Over {len(first)} bevindingen is nog niet besloten." in _way(analyst, place)
    analyst.open(f"{place}publiceren/")
    assert analyst.page.locator("main form").count() == 0
    _decided(phone, place, first)
    adviser.open(place)
    assert adviser.page.locator("main form").count() == 0
    assert "de raad vroeg ernaar" in adviser.words

    # What was decided changes the edition, so it is built once more; then it is in the new order.
    assert "bouw deze editie opnieuw" in _way(analyst, place).lower()
    _build(analyst, "met onze keuzes")
    second = _findings(analyst)
    assert second[:2] == [first[0], first[4]]
    assert first[1] in second[-2:]
    assert "Weggelaten in deze versie." in analyst.words
    assert "Niets." in _way(analyst, place)

    phone.open(place)
    _published(analyst, place, home)
    _refused(phone, analyst, place)
    _corrected(analyst, adviser, place, home)


def _decided(phone: Desk, place: str, first: list[str]) -> None:
    """Accept, leave out and move a finding, each with its reason, and accept the others."""
    phone.open(place)
    assert _findings(phone) == first
    assert "reden" in _decide(phone, 5, "move", "zonder plaats").lower()
    _decide(phone, 1, "accept", "klopt met de cijfers")
    _decide(phone, 2, "leave-out", "staat al in de bijlage")
    said = _decide(phone, 5, "move", "de raad vroeg ernaar", rank="2")
    for reason in ("klopt met de cijfers", "staat al in de bijlage", "de raad vroeg ernaar"):
        assert reason in said
    phone.page.fill("#rest", "gezien en akkoord")
    assert "overgenomen" in phone.press("form:has(#rest) button").lower()


def _published(analyst: Desk, place: str, home: Path) -> None:
    """Publish with a reason; the edition stands in the workspace and shows its own pages."""
    analyst.open(f"{place}publiceren/")
    analyst.page.click("form.record-form button.primary")
    analyst.check()
    assert not (home / "editions" / "current").exists()
    analyst.page.fill("[name='why']", "vrijgegeven")
    assert "gepubliceerd" in analyst.press("form.record-form button.primary").lower()
    assert (home / "editions" / "current" / "manifest.json").is_file()
    analyst.open(f"{place}inzien/index.html")
    assert "Voorbeeldstad" in analyst.words


def _refused(stale: Desk, analyst: Desk, place: str) -> None:
    """A page that was open before it was published changes nothing any more."""
    stale.page.fill("#why", "toch nog iets")
    with stale.page.expect_navigation() as answer:
        stale.page.click("form.record-form button.primary")
    assert answer.value.status == 409
    stale.check()
    assert stale.page.locator("[role='alert']").count() == 1
    assert "gepubliceerd" in analyst.open(place)
    assert analyst.page.locator("main form").count() == 0


def _corrected(analyst: Desk, adviser: Desk, place: str, home: Path) -> None:
    """A correction is a new edition, which says what is different from the published one and why."""
    before = (home / "editions" / "current").resolve()
    analyst.open(place)
    analyst.press("main a[href*='correction_of=']")
    analyst.press("form.record-form button.primary")
    assert analyst.page.locator("[role='alert']").count() == 1, "one without what and why is refused"
    told = {"what_changed": "De volgorde van de bevindingen", "why_changed": "Een vergissing"}
    correction = _begin(analyst, **told)
    assert correction != place
    assert "Een vergissing" in analyst.words
    _build(analyst, "de correctie")
    # Decisions came along; only what the correction changes is different.
    assert "Niets." in _way(analyst, correction)
    compared = analyst.page.inner_text("section[aria-labelledby='changes']")
    assert "eerste editie" not in compared
    analyst.open(f"{correction}publiceren/")
    analyst.page.fill("[name='why']", "hersteld")
    analyst.press("form.record-form button.primary")
    after = (home / "editions" / "current").resolve()
    assert after != before
    assert before.is_dir()
    adviser.open("/werk/edities/")
    listed = adviser.page.locator("tbody tr").all_inner_texts()
    assert ["gepubliceerd" in one for one in listed] == [True, True]
    adviser.open(f"{correction}inzien/wijzigingen.html")
    assert "De volgorde van de bevindingen" in adviser.words
