# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Signing in with a password, and what stands in the trail of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from axes.models import AccessAttempt
from django.contrib.auth import hashers
from django.test import RequestFactory
from django.urls import get_resolver
from django.utils import timezone
from pytest_django import Settings

from accounts.doors import (
    PASSWORD,
    SECOND,
    SIGN_IN,
    acts,
    both_factors,
    browser,
    code_of,
    first_factor,
    with_password,
)
from accounts.doors import SET_UP as SECOND_SET_UP
from baken.accounts import changes
from baken.accounts.models import Account, AuditEntry
from baken.accounts.throttling import account_name, client_address
from baken.model.errors import BakenError
from people import SET_UP

People = Mapping[str, Account]


@pytest.fixture
def adviser(people: People) -> Account:
    return with_password(people["adviser"])


def test_with_the_first_factor_only_nothing_of_the_desk_is_reached(adviser: Account) -> None:
    client = first_factor(adviser.username)
    for address in (
        "/werk/",
        "/werk/register/documenten/",
        "/werk/kalender/",
        "/werk/account/",
        "/werk/spoor/",
    ):
        answer = client.get(address)
        assert answer.status_code == 302, address
        assert answer["Location"].startswith(SECOND)
    assert client.post("/werk/register/documenten/nieuw/", {"title": "x"})["Location"].startswith(SECOND)


def test_both_factors_open_the_desk(adviser: Account) -> None:
    client = both_factors(adviser)
    assert client.get("/werk/account/").status_code == 200
    assert acts(adviser.pk) == ["create", "sign-in", "second-factor-set-up"]


def test_the_session_gets_another_number_at_each_factor(adviser: Account) -> None:
    client = browser()
    session = client.session
    session["planted"] = "before"
    session.save()
    before = session.session_key
    client.post(SIGN_IN, {"username": adviser.username, "password": PASSWORD})
    between = client.session.session_key
    assert between != before
    assert "planted" not in client.session
    client.get(SECOND_SET_UP)
    client.post(SECOND_SET_UP, {"code": code_of(adviser, confirmed=False)})
    assert client.get("/werk/account/").status_code == 200
    assert client.session.session_key not in {before, between}


def test_capitals_in_the_name_do_not_matter(adviser: Account) -> None:
    assert first_factor(adviser.username.upper()).session.get("_auth_user_id") == adviser.pk


def test_two_names_that_differ_in_capitals_only_are_refused(adviser: Account) -> None:
    with pytest.raises(changes.ValidationError):
        changes.create(Account, {"username": adviser.username.upper(), "name": "x"}, SET_UP)


def test_unknown_names_get_the_same_answer_and_cost_the_same_work(adviser: Account) -> None:
    pages, work, entries = [], [], []
    for name in (adviser.username, "nobody-has-this"):
        client = browser()
        client.get(SIGN_IN)
        before = AuditEntry.objects.count()
        with patch.object(
            hashers.ScryptPasswordHasher,
            "encode",
            autospec=True,
            side_effect=hashers.ScryptPasswordHasher.encode,
        ) as hashed:
            answer = client.post(SIGN_IN, {"username": name, "password": "fout wachtwoord"})
        page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode()).replace(
            name, ""
        )
        pages.append((answer.status_code, page))
        work.append(hashed.call_count)
        entries.append(AuditEntry.objects.count() - before)
    assert pages[0] == pages[1]
    assert work[0] == work[1] == 1
    assert entries == [1, 1]


def test_what_was_typed_as_a_name_is_not_kept(adviser: Account) -> None:
    first_factor("per ongeluk mijn wachtwoord")
    first_factor(adviser.username, "fout wachtwoord")
    refused = AuditEntry.objects.filter(act="sign-in-refused").order_by("number")
    assert [one.record for one in refused] == ["", adviser.pk]
    kept = " ".join(str(value) for one in AuditEntry.objects.values() for value in one.values())
    assert "ongeluk" not in kept
    assert "fout wachtwoord" not in kept


@pytest.mark.parametrize("state", [{"is_active": False}, "withdrawn", "no role"])
def test_who_may_no_longer_sign_in_is_refused_and_his_session_ends(adviser: Account, state: object) -> None:
    client = both_factors(adviser)
    if isinstance(state, dict):
        changes.change(adviser, state, SET_UP)
    elif state == "withdrawn":
        changes.withdraw(adviser, SET_UP)
    else:
        changes.withdraw(adviser.assignments.get(), SET_UP)
    ended = client.get("/werk/account/")
    assert ended.status_code == (403 if state == "no role" else 302)
    assert client.get("/werk/account/")["Location"].startswith(SIGN_IN)
    if state != "no role":
        again = browser().post(SIGN_IN, {"username": adviser.username, "password": PASSWORD})
        assert again.status_code == 422


def test_a_session_is_over_after_eight_hours_of_whatever_use(adviser: Account) -> None:
    client = both_factors(adviser)
    session = client.session
    session["since"] -= 8 * 3600 - 60
    session.save()
    assert client.get("/werk/account/").status_code == 200
    session = client.session
    session["since"] -= 60
    session.save()
    assert client.get("/werk/account/")["Location"].startswith(SIGN_IN)


def test_the_cookies_are_for_the_server_only(adviser: Account, settings: Settings) -> None:
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    client = browser()
    client.get(SIGN_IN)
    answer = client.post(SIGN_IN, {"username": adviser.username, "password": PASSWORD})
    for name in ("sessionid", "csrftoken"):
        cookie = answer.cookies[name]
        assert cookie["httponly"]
        assert cookie["secure"]
        assert cookie["samesite"] == "Lax"


def test_signing_out_ends_the_session_and_stands_in_the_trail(adviser: Account) -> None:
    client = both_factors(adviser)
    number = client.cookies["sessionid"].value
    assert client.post("/werk/afmelden/").status_code == 302
    client.cookies["sessionid"] = number
    assert client.get("/werk/account/")["Location"].startswith(SIGN_IN)
    assert acts(adviser.pk)[-1] == "sign-out"


def test_a_link_of_somebody_else_signs_nobody_out(adviser: Account) -> None:
    client = both_factors(adviser)
    assert client.get("/werk/afmelden/").status_code == 405
    assert client.get("/werk/account/").status_code == 200


@pytest.mark.parametrize(
    "there", ["https://elders.nl/", "//elders.nl", "/werk//elders.nl", "/elders", "javascript:x"]
)
def test_after_signing_in_nobody_is_sent_elsewhere(adviser: Account, there: str) -> None:
    answer = browser().post(SIGN_IN, {"username": adviser.username, "password": PASSWORD, "next": there})
    assert answer["Location"] == "/werk/"


def test_five_failures_lock_a_name_at_an_address_for_a_quarter_of_an_hour(adviser: Account) -> None:
    client = browser()
    codes = [
        client.post(SIGN_IN, {"username": name, "password": "fout wachtwoord"}).status_code
        for name in ("adviser", "ADVISER", "Adviser ", "adViser", "adviser")
    ]
    assert codes == [422, 422, 422, 422, 429]
    locked = client.post(SIGN_IN, {"username": adviser.username, "password": PASSWORD})
    assert locked.status_code == 429
    assert "kwartier" in locked.content.decode() or "quarter" in locked.content.decode()
    assert "_auth_user_id" not in client.session
    assert first_factor(adviser.username, address="192.0.2.8").session["_auth_user_id"] == adviser.pk
    assert acts(adviser.pk).count("sign-in-refused") == 5
    assert acts(adviser.pk).count("locked-out") == 1
    # Trying on while locked does not make it last longer, and fills no trail.
    assert set(AccessAttempt.objects.values_list("failures_since_start", flat=True)) == {5}
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=15, seconds=1))
    assert client.post(SIGN_IN, {"username": adviser.username, "password": PASSWORD}).status_code == 302


def test_axes_keeps_no_password(adviser: Account) -> None:
    first_factor(adviser.username, "fout wachtwoord")
    kept = " ".join(str(one) for one in AccessAttempt.objects.values_list("post_data", "get_data"))
    assert "fout wachtwoord" not in kept


@pytest.mark.parametrize(
    ("proxies", "header", "found"),
    [
        (0, "203.0.113.9", "192.0.2.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "6.6.6.6, 203.0.113.9", "203.0.113.9"),
        (2, "6.6.6.6, 203.0.113.9, 198.51.100.2", "203.0.113.9"),
        (2, "203.0.113.9", "192.0.2.1"),
        (1, "nonsense", "192.0.2.1"),
        (1, "", "192.0.2.1"),
        (1, "2001:db8::1", "2001:db8::1"),
    ],
)
def test_the_address_behind_proxies_cannot_be_made_up(
    settings: Settings, proxies: int, header: str, found: str
) -> None:
    settings.BAKEN_PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=header)
    assert client_address(request) == found


@pytest.mark.parametrize("name", ["Jan", " jan ", "JAN", "ｊan"])
def test_one_name_however_it_is_written(name: str) -> None:
    assert account_name(RequestFactory().post("/"), {"username": name}) == "jan"


def test_every_address_is_closed_unless_it_must_be_open() -> None:
    """A new page is closed by itself: these are all that say otherwise."""
    found: dict[str, set[str]] = {"open": set(), "first": set()}
    pending: list[Any] = list(get_resolver().url_patterns)
    while pending:
        one = pending.pop()
        if hasattr(one, "url_patterns"):
            pending += one.url_patterns
            continue
        if getattr(one.callback, "open_to_all", False):
            found["open"].add(one.name)
        if getattr(one.callback, "first_factor_only", False):
            found["first"].add(one.name)
    ways_in = {"sign-in", "demo-sign-in", "provider-begin", "provider-callback", "set-password"}
    assert ways_in <= found["open"]
    assert found["open"] - ways_in == {"language", "desk-asset"}
    assert found["first"] == {"sign-out", "second-factor", "second-factor-set-up"}


def test_the_demonstration_lets_nobody_in_elsewhere(adviser: Account, settings: Settings) -> None:
    settings.BAKEN_DEMO = False
    client = browser()
    assert client.post("/werk/aanmelden/demonstratie/", {"account": "adviser"}).status_code == 404
    settings.BAKEN_DEMO = True
    assert client.post("/werk/aanmelden/demonstratie/", {"account": "adviser"}).status_code == 302
    assert client.get("/werk/account/").status_code == 200
    settings.BAKEN_DEMO = False
    assert client.get("/werk/account/")["Location"].startswith(SECOND)


def test_the_only_administrator_stays(people: People) -> None:
    administrator = people["administrator"]
    for refused in (
        lambda: changes.change(administrator, {"is_active": False}, SET_UP),
        lambda: changes.withdraw(administrator, SET_UP),
        lambda: changes.withdraw(administrator.assignments.get(), SET_UP),
        lambda: changes.change(administrator.assignments.get(), {"role": "reader"}, SET_UP),
    ):
        with pytest.raises((changes.ValidationError, BakenError)):
            refused()
    assert Account.objects.get(pk=administrator.pk).is_active
