# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of accounts and of the audit trail, and for whom they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from unittest.mock import patch

import pytest
from django.contrib.auth.tokens import default_token_generator
from django.test import Client
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.doors import PASSWORD, SIGN_IN, acts, both_factors, browser, first_factor, with_password
from baken.accounts import administering, changes
from baken.accounts.actor import Actor
from baken.accounts.acts import exported
from baken.accounts.audit import breaks
from baken.accounts.changes import Asked, NotAllowedError
from baken.accounts.models import Account, Assignment, AuditEntry
from baken.cycle.models import Document
from baken.model.governance import Role
from people import SET_UP

People = Mapping[str, Account]
SignedIn = Callable[[str], Client]
NEW = "nog een lange nieuwe zin"
LINK = re.compile(r"<code[^>]*>http://localhost(/werk/wachtwoord/[^<]+)</code>")
SEES_TRAIL = {Role.ADMINISTRATOR, Role.PRIVACY_OFFICER}
WAYS = ("link", "tweede-factor", "sessies")


def link_for(signed_in: SignedIn, account: Account) -> str:
    page = signed_in("administrator").post(f"/werk/accounts/{account.pk}/link/", {"why": "nieuw"})
    found = LINK.search(page.content.decode())
    assert found
    return found[1]


@pytest.mark.parametrize("role", list(Role))
def test_only_the_administrator_gives_access(people: People, signed_in: SignedIn, role: Role) -> None:
    client = signed_in(role.value)
    account = people["reader"]
    for way in WAYS:
        address = f"/werk/accounts/{account.pk}/{way}/"
        expected = 200 if role is Role.ADMINISTRATOR else 403 if role is Role.PRIVACY_OFFICER else 404
        assert client.get(address).status_code == expected
        before = AuditEntry.objects.count()
        answer = client.post(address, {"why": "zomaar"})
        assert (answer.status_code in {200, 302}) is (role is Role.ADMINISTRATOR)
        assert (AuditEntry.objects.count() > before) is (role is Role.ADMINISTRATOR)
    listing = client.get("/werk/register/accounts/").status_code
    assert listing == (200 if role in SEES_TRAIL else 404)
    made = client.post("/werk/register/accounts/nieuw/", {"username": "x", "name": "X", "is_active": "on"})
    assert (made.status_code == 302) is (role is Role.ADMINISTRATOR)


@pytest.mark.parametrize("role", list(Role))
def test_the_trail_is_for_two_roles_and_ones_own_account_for_all(signed_in: SignedIn, role: Role) -> None:
    client = signed_in(role.value)
    assert client.get("/werk/spoor/").status_code == (200 if role in SEES_TRAIL else 403)
    assert client.get("/werk/account/").status_code == 200
    assert (b"/werk/spoor/" in client.get("/werk/account/").content) is (role in SEES_TRAIL)


@pytest.mark.parametrize("role", [one for one in Role if one is not Role.ADMINISTRATOR])
def test_what_no_page_offers_is_refused_below_the_pages_too(people: People, role: Role) -> None:
    asked = Asked(by=people[role.value].actor(), why="zomaar")
    for do in (administering.make_link, administering.reset_second_factor, administering.end_sessions):
        with pytest.raises(NotAllowedError):
            do(people["reader"], asked)


def test_a_link_sets_a_password_once(people: People, signed_in: SignedIn) -> None:
    account = people["reader"]
    address = link_for(signed_in, account)
    client = browser()
    assert client.get(address).status_code == 200
    weak = client.post(address, {"new_password1": "kort", "new_password2": "kort"})
    assert weak.status_code == 422
    assert client.post(address, {"new_password1": NEW, "new_password2": NEW}).status_code == 302
    assert client.get(address).status_code == 403
    assert client.post(address, {"new_password1": "a" * 20, "new_password2": "a" * 20}).status_code == 403
    assert first_factor(account.username, NEW).session["_auth_user_id"] == account.pk
    assert acts(account.pk)[-3:] == ["password-link", "password-set", "sign-in"]
    assert AuditEntry.objects.get(act="password-link").why == "nieuw"


def test_a_link_is_valid_for_one_day(people: People, signed_in: SignedIn) -> None:
    address = link_for(signed_in, people["reader"])
    later = datetime.now().timestamp() + 24 * 3600 + 60
    with patch.object(default_token_generator, "_now", lambda: datetime.fromtimestamp(later)):
        assert browser().get(address).status_code == 403
    assert browser().get(address).status_code == 200


def test_a_link_of_somebody_else_or_of_a_closed_account_opens_nothing(
    people: People, signed_in: SignedIn
) -> None:
    address = link_for(signed_in, people["reader"])
    assert browser().get(address.replace(people["reader"].pk, people["mayor"].pk)).status_code == 403
    changes.change(people["reader"], {"is_active": False}, SET_UP)
    assert browser().get(address).status_code == 403
    refused = signed_in("administrator").post(f"/werk/accounts/{people['reader'].pk}/link/", {"why": "x"})
    assert refused.status_code == 422


def test_a_reason_is_needed(people: People, signed_in: SignedIn) -> None:
    client = signed_in("administrator")
    for way in WAYS:
        answer = client.post(f"/werk/accounts/{people['reader'].pk}/{way}/", {"why": " "})
        assert answer.status_code == 422
    assert "password-link" not in acts()


def test_changing_ones_password_needs_the_old_one_and_ends_other_sessions(people: People) -> None:
    account = with_password(people["adviser"])
    client = both_factors(account)
    other = first_factor(account.username)
    form = {"new_password1": NEW, "new_password2": NEW}
    wrong = client.post("/werk/account/wachtwoord/", {"old_password": "iets anders", **form})
    assert wrong.status_code == 422
    done = client.post("/werk/account/wachtwoord/", {"old_password": PASSWORD, **form})
    assert done.status_code == 302
    assert client.get("/werk/account/").status_code == 200
    assert other.get("/werk/tweede-factor/")["Location"].startswith(SIGN_IN)
    assert "_auth_user_id" not in first_factor(account.username).session
    assert acts(account.pk)[-2:] == ["password-set", "sign-in-refused"]


def test_an_account_of_the_provider_has_no_password_to_change(signed_in: SignedIn) -> None:
    assert signed_in("adviser").get("/werk/account/wachtwoord/").status_code == 403


def test_the_administrator_signs_somebody_out_everywhere(people: People, signed_in: SignedIn) -> None:
    account = with_password(people["adviser"])
    clients = [both_factors(account), first_factor(account.username)]
    done = signed_in("administrator").post(f"/werk/accounts/{account.pk}/sessies/", {"why": "laptop kwijt"})
    assert done.status_code == 302
    assert [one.get("/werk/account/")["Location"].startswith(SIGN_IN) for one in clients] == [True, True]
    assert first_factor(account.username).session["_auth_user_id"] == account.pk
    assert AuditEntry.objects.filter(record=account.pk, why="laptop kwijt").exists()


def test_after_a_reset_another_second_factor_is_set_up(people: People, signed_in: SignedIn) -> None:
    account = with_password(people["adviser"])
    client = both_factors(account)
    signed_in("administrator").post(f"/werk/accounts/{account.pk}/tweede-factor/", {"why": "telefoon kwijt"})
    assert client.get("/werk/account/")["Location"].startswith(SIGN_IN)
    assert not TOTPDevice.objects.exists()
    assert not StaticDevice.objects.exists()
    assert both_factors(account).get("/werk/account/").status_code == 200
    assert "second-factor-reset" in acts(account.pk)


def make_document(by: Account, **values: str) -> Document:
    values = {"kind": "programme", "title": "MJP", "held": "held", "visibility": "internal", **values}
    return changes.create(Document, values, Asked(by=by.actor(), why="nieuw"))


def test_the_trail_tells_in_words_who_did_what_when_and_why(people: People, signed_in: SignedIn) -> None:
    moment = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
    with patch("baken.accounts.audit.datetime") as clock:
        clock.now.return_value = moment
        document = make_document(people["adviser"], title="Programma A")
        changes.change(
            document, {"title": "Programma B"}, Asked(by=people["adviser"].actor(), why="andere naam")
        )
    page = signed_in("privacy-officer").get("/werk/spoor/?soort=cycle.document").content.decode()
    for said in ("Programma A", "Programma B", "andere naam", "Test adviser", "beleidsadviseur", "00:30:00"):
        assert said in page
    assert "INVALID" not in page
    assert "2 juli 2026" in page or "2 July 2026" in page
    one_day = signed_in("privacy-officer").get("/werk/spoor/?dag=2026-07-02").content.decode()
    assert "Programma B" in one_day
    assert (
        "Programma B" not in signed_in("privacy-officer").get("/werk/spoor/?dag=2026-07-01").content.decode()
    )


def test_of_what_somebody_does_not_see_the_trail_tells_no_value(people: People, signed_in: SignedIn) -> None:
    document = make_document(people["adviser"], title="Alleen voor advies")
    page = signed_in("administrator").get("/werk/spoor/?soort=cycle.document").content.decode()
    assert "Alleen voor advies" not in page
    assert document.pk in page
    assert "Test adviser" in page
    assert "Alleen voor advies" in signed_in("privacy-officer").get("/werk/spoor/").content.decode()


def test_filters_and_pages(people: People, signed_in: SignedIn) -> None:
    document = make_document(people["adviser"])
    for number in range(60):
        exported(people["analyst"].actor(), f"lijst {number}", Document, document.pk)
    client = signed_in("privacy-officer")
    first = client.get("/werk/spoor/?daad=export").content.decode()
    assert first.count('<article class="trail">') == 50
    second = client.get("/werk/spoor/?daad=export&page=2").content.decode()
    assert second.count('<article class="trail">') == 10
    assert "daad=export&amp;page=1" in second
    assert client.get("/werk/spoor/?wie=analyst").content.decode().count('<article class="trail">') == 50
    both = client.get(f"/werk/spoor/?wie=adviser&record={document.pk}").content.decode()
    assert both.count('<article class="trail">') == 1
    for odd in ("?page=x", "?dag=gisteren", "?soort=x.y", "?page=9999", "?dag=9999-12-31"):
        assert client.get("/werk/spoor/" + odd).status_code == 200


def test_the_page_proves_the_chain(people: People, signed_in: SignedIn) -> None:
    del people
    client = signed_in("privacy-officer")
    held = client.get("/werk/spoor/?keten=1").content.decode()
    last = AuditEntry.objects.order_by("-number")[0]
    assert f"{last.number}:{last.digest}" in held
    with patch("baken.desk.views.trail.audit.breaks", lambda: breaks((1, "0" * 64))):
        broken = client.get("/werk/spoor/?keten=1").content.decode()
    assert "regel 1 is niet de regel die is genoteerd" in broken
    assert "is not the one that was noted" not in broken


def test_steps_of_a_flow_are_told_by_their_name(people: People, signed_in: SignedIn) -> None:
    document = make_document(people["adviser"])
    by = Actor(account="adviser", name="Test adviser", posts=people["adviser"].actor().posts)
    step = document.flow.of(document.status)[0]
    changes.move(document, step.name, Asked(by=by, why="klaar"))
    page = signed_in("privacy-officer").get("/werk/spoor/?soort=cycle.document").content.decode()
    assert step.label.nl in page
    assert f"step:{step.name}" not in re.sub(r'value="[^"]*"', "", page)


def test_my_account_shows_what_happened_with_it(people: People) -> None:
    account = with_password(people["adviser"])
    client = both_factors(account)
    page = client.get("/werk/account/").content.decode()
    assert page.count("<li>") >= 3
    assert "INVALID" not in page
    assert str(timezone.localtime().year) in page


def test_a_role_that_has_not_begun_or_has_ended_gives_no_rights(people: People) -> None:
    assignment = Assignment.objects.get(account=people["adviser"])
    changes.change(assignment, {"end": datetime(2020, 2, 1).date()}, SET_UP)
    assert people["adviser"].actor().posts == ()
