# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A record with a script in every text: no page shows it as anything but words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from baken.model.governance import Role
from desk.roles_asking import everything
from desk.roles_town import Town, standing

pytestmark = pytest.mark.django_db
SCRIPT = "<script>zz"


@pytest.fixture(scope="module")
def marked_town(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Town]:
    """A town in which every text begins with markup."""
    del django_db_setup
    with standing(django_db_blocker, SCRIPT) as found:
        yield found


@pytest.mark.parametrize("role", [Role.ADVISER, Role.ORDER_OFFICER, Role.ADMINISTRATOR, Role.COUNCIL_MEMBER])
def test_markup_in_any_field_is_shown_as_words(marked_town: Town, role: Role) -> None:
    """A record with a script in every text, in every list, page, form, step, history and table."""
    actor, browser = marked_town.people[role].actor(), marked_town.browser(role)
    said = 0
    for ask in everything(marked_town.world, actor):
        page = browser.get(ask.address)
        if not page.get("Content-Type", "").startswith("text/html"):
            continue
        text = page.content.decode()
        assert SCRIPT not in text, ask.address
        said += text.count("&lt;script&gt;zz")
    assert said > 50
