# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from baken.cycle.papers import pictures
from baken.web.state import picture, picture_of

from .written import Written, made, plan_with_actions, report_on, stepped

SIGN = "/werk/ondertekenen/"
TEXT = "De wijkteams werken samen met de woningcorporaties."


@pytest.fixture(autouse=True)
def seen_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """The figures that the project carries, as seen on 1 May 2027 or another day."""

    def day(said: str) -> None:
        monkeypatch.setattr(settings, "BAKEN_DATE", said)
        monkeypatch.setattr(settings, "BAKEN_WORKSPACE", str(tmp_path))
        picture_of.cache_clear()
        pictures.provide(picture)

    day("2027-05-01")
    yield day
    picture_of.cache_clear()
    pictures.provide(picture)


@pytest.fixture
def held(signed_in: Callable[[str], Client]) -> Written:
    """A plan with three actions, and a report on it that is being written."""
    adviser = signed_in("adviser")
    return report_on(adviser, plan_with_actions(adviser))


@pytest.fixture
def closed(signed_in: Callable[[str], Client], held: Written) -> Written:
    """The same with one signed text, closed."""
    adviser = signed_in("adviser")
    text = made(adviser, "teksten", report=held.report, theme=held.theme, position="1", text=TEXT)
    assert adviser.post(f"{SIGN}{text}/").status_code == 302
    status, said = stepped(adviser, "rapportages", held.report, "close")
    assert status == 302, said
    return held
