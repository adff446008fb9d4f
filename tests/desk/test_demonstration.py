# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A demonstration lets anybody in, so it is made where nobody real works."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from django.conf import LazySettings
from django.test import Client

from baken.accounts.models import Account
from baken.desk.demo import make_demo_accounts
from baken.model.errors import UsageError


def test_there_is_no_demonstration_where_people_have_accounts(
    people: Mapping[str, Account], settings: LazySettings
) -> None:
    settings.BAKEN_DEMO = True
    with pytest.raises(UsageError, match="another workspace"):
        make_demo_accounts("GM0935")
    assert not Account.objects.filter(username__startswith="demo-").exists()
    assert people


def test_the_way_in_of_a_demonstration_is_closed_elsewhere(signed_in: Callable[[str], Client]) -> None:
    browser = signed_in("reader")
    assert browser.post("/werk/aanmelden/demonstratie/", {"account": "administrator"}).status_code == 404
