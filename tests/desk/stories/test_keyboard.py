# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The desk by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from .desk import Desk

AREA = "GM9999"
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("desk-keyboard")]
SEEN = """() => {
  const one = document.activeElement, look = getComputedStyle(one), at = one.getBoundingClientRect();
  const outlined = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2;
  return [outlined, at.width > 0 && at.height > 0]; }"""


def _to(page: Page, selector: str, most: int = 120) -> None:
    """Press Tab until something has the focus; each stop on the way is seen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            continue
        outlined, there = page.evaluate(SEEN)
        stop = page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        # In a date the browser itself marks the part that has the focus.
        outlined = outlined or page.evaluate("document.activeElement.type === 'date'")
        assert outlined, f"no focus is seen on {stop}"
        assert there, f"the focus is on nothing that is seen: {stop}"
        if page.evaluate("one => document.activeElement.matches(one)", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector} on {page.url}")


def test_somebody_without_a_mouse_adds_a_document_and_takes_a_step(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL") as context:
        page = context.new_page()
        keys = page.keyboard
        page.goto(f"{address}/werk/aanmelden/")
        _to(page, "button[value='demo-adviser']")
        keys.press("Enter")
        page.wait_for_url(f"{address}/werk/")
        # The first stop leads past the menu.
        keys.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip-link"
        keys.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        page.goto(f"{address}/werk/")
        _to(page, "nav .menu a[href='/werk/deel/cyclus/']")
        keys.press("Enter")
        page.wait_for_url("**/register/documenten/")
        _to(page, "a[href='/werk/register/documenten/nieuw/']")
        keys.press("Enter")
        page.wait_for_url("**/documenten/nieuw/")
        _to(page, "[name='title']")
        keys.type("Getypt stuk")
        _to(page, "form.record-form button.primary")
        keys.press("Enter")
        # The kind was not chosen: the form says so beside the field, which the keyboard reaches.
        page.wait_for_selector("[role='alert']")
        _to(page, "[name='kind']")
        keys.type("raadsvoorstel")
        _to(page, "form.record-form button.primary")
        keys.press("Enter")
        page.wait_for_url(lambda one: not one.endswith("/nieuw/"))
        _to(page, "a[href$='/stap/submit/']")
        keys.press("Enter")
        page.wait_for_url("**/stap/submit/")
        _to(page, "[name='why']")
        keys.type("klaar voor het college")
        keys.press("Tab")
        if page.evaluate("!document.activeElement.matches('form.record-form button.primary')"):
            _to(page, "form.record-form button.primary")
        keys.press("Enter")
        page.wait_for_url(lambda one: "/stap/" not in one)
        assert "voorgelegd" in page.inner_text("main")


@pytest.mark.parametrize("path", ["/werk/register/acties/nieuw/", "/werk/acties/", "/werk/kalender/"])
def test_the_focus_goes_through_a_page_in_order_and_out_again(
    sign_in: Callable[..., Desk], path: str
) -> None:
    page = sign_in("demo-adviser").page
    page.goto(page.url.removesuffix("/werk/") + path)
    order = """() => { const all = [...document.querySelectorAll('*')];
      return document.activeElement === document.body ? -1 : all.indexOf(document.activeElement); }"""
    stops: list[int] = []
    for _ in range(400):
        page.keyboard.press("Tab")
        at = page.evaluate(order)
        if at == -1 or (stops and at == stops[0]):
            break
        stops.append(at)
    else:
        raise AssertionError("the keyboard does not leave this page")
    assert len(stops) > 5
    # Parts of one date field share their element, so a stop may repeat.
    assert stops == sorted(stops)
