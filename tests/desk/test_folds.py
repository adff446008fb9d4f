# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Menu and filters are folded on a phone, open by keyboard, and are simply there on a wide screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Browser

from baken.desk.assets import _files

FOLD = '<details class="fold"><summary>'
OPEN = '<details class="fold" open><summary>'
PAGES = ("/werk/register/documenten/", "/werk/kalender/", "/werk/acties/", "/werk/doelenboom/")


@pytest.mark.parametrize("address", PAGES)
def test_filters_are_folded_until_one_is_in_use(signed_in: Callable[[str], Client], address: str) -> None:
    adviser = signed_in("adviser")
    closed = adviser.get(address).content.decode()
    assert closed.count(FOLD) == 3, "the menu, the part of it and the filters"
    assert '</details>\n<form class="filters"' in closed
    assert OPEN not in adviser.get(f"{address}?page=2&q=").content.decode()
    assert adviser.get(f"{address}?op=2026-05-01").content.decode().count(OPEN) == 1


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_what_is_folded_opens_by_keyboard(
    browser: Browser, signed_in: Callable[[str], Client], width: int
) -> None:
    page_as_made = signed_in("adviser").get("/werk/register/documenten/").content.decode()
    style = b"".join(_files()[one] for one in ("baken.css", "desk.css")).decode()
    with browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=True) as context:
        page = context.new_page()
        page.set_content(page_as_made.replace("</head>", f"<style>{style}</style></head>"))
        for shown, number in (("ul.menu", 0), (".part ul", 1), ("form.filters", 2)):
            summary = page.locator(".fold > summary").nth(number)
            if width == 1280:
                assert not summary.is_visible()
                assert page.locator(shown).is_visible()
                continue
            assert not page.locator(shown).is_visible()
            summary.focus()
            page.keyboard.press("Enter")
            assert page.locator(shown).is_visible()
            page.keyboard.press("Tab")
            assert page.evaluate("one => document.activeElement.closest(one) !== null", shown)
            box = summary.bounding_box()
            assert box is not None
            assert box["height"] >= 24
            page.keyboard.press("Shift+Tab")
            page.keyboard.press("Enter")
            assert not page.locator(shown).is_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
