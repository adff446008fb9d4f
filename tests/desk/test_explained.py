# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Pages explain themselves in one plain sentence to whoever sees them for the first time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils.html import escape
from django.utils.translation import gettext, override

from baken.desk.templatetags.desk import day_said, moment_said

ORDER = (
    "The order is: first the meeting, then its agenda item with the proposal, then the decision on that item."
)
EDITION = (
    "An edition is the safety picture as seen on one day: it is built, its findings are decided about, and "
    "from its publication on nothing about it changes."
)
THRESHOLD = (
    "A threshold is the change, in per cent or in points, from which somebody must judge whether the course "
    "should change; it decides nothing by itself, and it is filled in at the indicator."
)
QUEUE = (
    "Each task says what has to be fetched or asked by which day; open it, do it, and fill in the day on "
    "which it was done: then it leaves this list."
)
FIRST = (
    "There is no edition yet. Begin one first: choose its day, build it, and then decide about its findings."
)
OTHERS = "There is no edition yet. An analyst begins the first one."


@pytest.fixture(autouse=True)
def _own_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "BAKEN_WORKSPACE", str(tmp_path))


@pytest.mark.parametrize(
    ("role", "address", "msgids"),
    [
        ("clerk", "/werk/register/vergaderingen/", [ORDER]),
        ("clerk", "/werk/register/agendapunten/", [ORDER]),
        ("clerk", "/werk/register/besluiten/", [ORDER]),
        ("analyst", "/werk/edities/", [EDITION, FIRST]),
        ("adviser", "/werk/edities/", [EDITION, OTHERS]),
        ("analyst", "/werk/drempels/", [THRESHOLD]),
        ("analyst", "/werk/wachtrij/", [QUEUE]),
    ],
)
def test_a_page_says_what_it_is_for(
    signed_in: Callable[[str], Client], role: str, address: str, msgids: list[str]
) -> None:
    answer = signed_in(role).get(address)
    assert answer.status_code == 200
    page = answer.content.decode()
    with override("nl"):
        for one in msgids:
            assert gettext(one) in page or escape(gettext(one)) in page, one


def test_days_that_were_kept_as_text_are_told_in_words() -> None:
    with override("nl"):
        assert day_said("2026-05-01") == "1 mei 2026"
        assert moment_said("2026-05-01T22:30:00+00:00") == "2 mei 2026, 00:30"
    with override("en"):
        assert day_said("2026-05-01") == "1 May 2026"
