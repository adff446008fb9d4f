# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of a desk that documents filled are valid HTML, as each role finds them by following links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from baken.desk.filling import fill
from baken.model.governance import Role
from desk.roles_town import Town
from desk.roles_world import World
from desk.test_valid_html import Pages, kept, kind_of, wrong
from people import make_person
from web.test_valid_html import CHECKERS, Check

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LINK = re.compile(r'href="(/werk/[^"?#]*)')


def _found(browser: Client, pages: Pages) -> None:
    """Keep a page of each kind to which a link leads."""
    seen, ahead = {kind_of("/werk/")}, ["/werk/"]
    while ahead:
        place = ahead.pop()
        answer = browser.get(place)
        if not answer.get("Content-Type", "").startswith("text/html"):
            continue
        kept(pages, kind_of(place), answer)
        for one in dict.fromkeys(LINK.findall(answer.content.decode())):
            if (kind := kind_of(one)) not in seen:
                seen.add(kind)
                ahead.append(one)


@pytest.fixture(scope="module")
def filled(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Pages]:
    """What each role finds by following links from its first page."""
    del django_db_setup
    pages: Pages = {}
    with django_db_blocker.unblock(), transaction.atomic():
        town = Town(world=World(), people={role: make_person(role) for role in Role})
        fill(settings.BAKEN_AREA, demo=False)
        for role in Role:
            _found(town.browser(role), pages)
        yield pages
        transaction.set_rollback(True)


@CHECKERS
def test_a_desk_that_documents_filled_is_valid(filled: Pages, check: Check, tmp_path: Path) -> None:
    assert len(filled) > 150
    assert wrong(check, filled, tmp_path) == []
