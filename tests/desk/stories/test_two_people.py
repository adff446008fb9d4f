# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Two people at one action, and a team of one district with a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .desk import Desk

AREA = "GM9999"
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("desk-two")]


def test_who_saves_second_sees_both_sides_and_loses_nothing(sign_in: Callable[..., Desk]) -> None:
    first, second = sign_in("demo-adviser"), sign_in("demo-adviser")
    action = first.add("acties", title="Verlichting bij het station")
    edit = f"/werk/register/acties/{action}/wijzigen/"
    for one in (first, second):
        one.open(edit)
    first.fill({"what": "Tien lampen vervangen", "why": "offerte"})
    second.fill({"what": "Alle lampen vervangen", "monitoring": "telling per kwartaal", "why": "overleg"})
    first.page.click("form.record-form button.primary")
    first.page.wait_for_url(lambda one: not one.endswith("/wijzigen/"))
    second.page.click("form.record-form button.primary")
    second.page.wait_for_selector("section[aria-labelledby='both']")
    second.check()
    shown = second.page.inner_text("section[aria-labelledby='both']")
    assert "Tien lampen vervangen" in shown
    assert "Alle lampen vervangen" in shown
    assert second.page.input_value("[name='what']") == "Alle lampen vervangen"
    assert second.page.input_value("[name='monitoring']") == "telling per kwartaal"
    # Nothing changed yet; it does when that person says so.
    assert "Tien lampen vervangen" in first.open(f"/werk/register/acties/{action}/")
    second.page.click("form.record-form button.primary")
    second.page.wait_for_url(lambda one: not one.endswith("/wijzigen/"))
    saved = first.open(f"/werk/register/acties/{action}/")
    assert "Alle lampen vervangen" in saved
    assert "telling per kwartaal" in saved
    history = first.open(f"/werk/register/acties/{action}/geschiedenis/")
    assert "Tien lampen vervangen" in history


def test_a_team_writes_for_its_district_by_phone_and_no_person_is_named(
    sign_in: Callable[..., Desk],
) -> None:
    team, adviser = sign_in("demo-area-team", 360), sign_in("demo-adviser")
    seen = {
        "kind": "signal",
        "strand": "area-team",
        "title": "Hangplek bij de markt",
        "who": "opbouwwerker",
        "area": "Voorbeeldwijk Centrum",
        "what": "In de avond staan er groepen bij de markt",
        "told": "2026-04-28",
        "since_words": "sinds maart 2026",
    }
    team.open("/werk/register/waarnemingen/nieuw/")
    seen["sure"] = team.page.locator("[name='sure'] option").nth(1).get_attribute("value") or ""
    # Another district is not offered.
    offered = team.page.locator("[name='area'] option").all_inner_texts()
    assert "Voorbeeldwijk Centrum" in offered
    assert "Voorbeeldwijk Oost" not in offered
    said = team.refused(
        "waarnemingen", **seen | {"what": "Bel mw. Jansen op 06-12345678 of mail j.jansen@voorbeeld.nl"}
    )
    assert "persoon" in said.lower()
    assert team.page.locator("[name='what']").get_attribute("aria-describedby")
    key = team.add("waarnemingen", **seen)
    assert "Hangplek bij de markt" in team.open(f"/werk/register/waarnemingen/{key}/")
    # What was told in another district is not there for this team.
    other = adviser.add(
        "waarnemingen",
        **seen | {"title": "Iets in Oost", "area": "Voorbeeldwijk Oost", "strand": "professional"},
    )
    assert "Iets in Oost" not in team.open("/werk/register/waarnemingen/")
    answer = team.page.goto(f"{team.address}/werk/register/waarnemingen/{other}/")
    assert answer is not None
    assert answer.status == 404
    assert "Iets in Oost" not in team.words
