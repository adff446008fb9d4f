# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Pages of each kind, as each role finds them by following links: accessible, fitting, in one language."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .crawl import walk
from .desk import Desk

AREA = "GM9999"
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("desk-pages")]
ROLES = ("demo-adviser", "demo-clerk", "demo-area-team", "demo-administrator")
FEWEST = 20
"""Kinds of pages: the administrator, who sees least, finds these."""
SAVE = {"nl": "Opslaan", "en": "Save"}


def _walk(desk: Desk, language: str, most: int) -> int:
    opened = 0
    for path, status in walk(desk, most):
        assert status == 200, (path, status)
        desk.check()
        assert desk.page.get_attribute("html", "lang") == language, path
        assert "INVALID" not in desk.page.content(), path
        button = desk.page.locator("form.record-form button.primary")
        if path.endswith(("/nieuw/", "/wijzigen/")):
            assert button.inner_text() == SAVE[language], path
        opened += 1
    return opened


def test_the_first_pages_of_an_adviser_can_be_used_by_phone(sign_in: Callable[..., Desk]) -> None:
    assert _walk(sign_in("demo-adviser", 360), "nl", 15) == 15


@pytest.mark.slow
@pytest.mark.parametrize("role", ROLES)
def test_each_kind_of_page_can_be_used(sign_in: Callable[..., Desk], role: str, width: int) -> None:
    assert _walk(sign_in(role, width), "nl", 1000) >= FEWEST


@pytest.mark.slow
def test_each_kind_of_page_can_be_used_in_english(sign_in: Callable[..., Desk]) -> None:
    desk = sign_in("demo-adviser", 360)
    desk.page.click("button[name='language'][value='en']")
    desk.page.wait_for_selector("html[lang='en']")
    assert _walk(desk, "en", 1000) >= FEWEST
