# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The second factor: setting it up, showing it, losing it."""

from __future__ import annotations

import re
from base64 import b32encode
from collections.abc import Mapping
from datetime import timedelta

import pytest
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.doors import (
    SECOND,
    SET_UP,
    acts,
    both_factors,
    code_of,
    first_factor,
    forget_last_code,
    with_password,
)
from baken.accounts import second_factor
from baken.accounts.models import Account, AuditEntry

CODE = re.compile(r"<code>([a-z2-9]{5}-[a-z2-9]{5})</code>")


@pytest.fixture
def adviser(people: Mapping[str, Account]) -> Account:
    return with_password(people["adviser"])


def test_the_page_shows_the_key_as_a_picture_and_in_words(adviser: Account) -> None:
    client = first_factor(adviser.username)
    assert client.get(SECOND)["Location"] == SET_UP
    answer = client.get(SET_UP)
    page = answer.content.decode()
    key = b32encode(TOTPDevice.objects.get(user=adviser).bin_key).decode()
    assert key in page.replace(" ", "")
    assert '<svg viewBox="' in page, "one with a width of its own is cut off on a small screen"
    assert "style=" not in page
    assert "<script" not in page
    assert "'none'" in answer["Content-Security-Policy"]
    assert answer["Cache-Control"] == "no-store, private"


def test_the_key_stays_the_same_until_it_is_confirmed(adviser: Account) -> None:
    client = first_factor(adviser.username)
    assert client.get(SET_UP).content.count(b"<svg") == 1
    key = TOTPDevice.objects.get().key
    client.get(SET_UP)
    assert TOTPDevice.objects.get().key == key


def test_ten_recovery_codes_are_shown_once_and_each_works_once(adviser: Account) -> None:
    client = first_factor(adviser.username)
    client.get(SET_UP)
    answer = client.post(SET_UP, {"code": code_of(adviser, confirmed=False)})
    codes = CODE.findall(answer.content.decode())
    assert len(set(codes)) == 10
    assert not CODE.findall(client.get("/werk/account/").content.decode())
    other = first_factor(adviser.username)
    assert other.post(SECOND, {"code": f" {codes[0].upper()} "}).status_code == 302
    assert other.get("/werk/account/").status_code == 200
    assert first_factor(adviser.username).post(SECOND, {"code": codes[0]}).status_code == 422
    assert second_factor.codes_left(adviser) == 9


def test_a_code_of_the_app_works_once(adviser: Account) -> None:
    both_factors(adviser)
    again = first_factor(adviser.username)
    used = code_of(adviser)
    assert again.post(SECOND, {"code": used}).status_code == 422
    assert again.get("/werk/account/")["Location"].startswith(SECOND)


def test_wrong_codes_are_refused_for_longer_each_time(adviser: Account) -> None:
    both_factors(adviser)
    forget_last_code(adviser)
    client = first_factor(adviser.username)
    assert client.post(SECOND, {"code": "000000"}).status_code == 422
    right = client.post(SECOND, {"code": code_of(adviser)})
    assert right.status_code == 422, "within a second after a wrong code none is looked at"
    TOTPDevice.objects.update(throttling_failure_timestamp=timezone.now() - timedelta(seconds=2))
    assert client.post(SECOND, {"code": code_of(adviser)}).status_code == 302
    assert acts(adviser.pk)[-3:] == ["second-factor-refused", "second-factor-refused", "second-factor"]


def test_recovery_codes_cannot_be_guessed_fast_either(adviser: Account) -> None:
    both_factors(adviser)
    client = first_factor(adviser.username)
    for _ in range(3):
        client.post(SECOND, {"code": "aaaaa-aaaaa"})
    assert StaticDevice.objects.get().throttling_failure_count == 1
    assert second_factor.closed_until(adviser) is not None


@pytest.mark.parametrize("code", ["", " ", "½²³456", "١٢٣٤٥٦", "-1", "12345678901234567890", "a\x00b"])
def test_what_is_no_code_is_refused_in_words(adviser: Account, code: str) -> None:
    both_factors(adviser)
    answer = first_factor(adviser.username).post(SECOND, {"code": code})
    assert answer.status_code == 422


def test_whoever_has_a_second_factor_cannot_set_up_another_with_the_password_only(adviser: Account) -> None:
    both_factors(adviser)
    thief = first_factor(adviser.username)
    assert thief.get(SET_UP).status_code == 403
    assert thief.post(SET_UP, {"code": "123456"}).status_code == 403


def test_another_telephone_replaces_the_first(adviser: Account) -> None:
    client = both_factors(adviser)
    old = TOTPDevice.objects.get(confirmed=True).key
    assert client.get(SET_UP).status_code == 200
    done = client.post(SET_UP, {"code": code_of(adviser, confirmed=False)})
    assert len(CODE.findall(done.content.decode())) == 10
    assert TOTPDevice.objects.get().key != old
    assert client.get("/werk/account/").status_code == 200


def test_new_recovery_codes_need_a_code_and_end_the_old_ones(adviser: Account) -> None:
    client = both_factors(adviser)
    forget_last_code(adviser)
    old = set(StaticDevice.objects.get().token_set.values_list("token", flat=True))
    assert client.post("/werk/tweede-factor/herstelcodes/", {"code": "000000"}).status_code == 422
    TOTPDevice.objects.update(throttling_failure_timestamp=None, throttling_failure_count=0)
    page = client.post("/werk/tweede-factor/herstelcodes/", {"code": code_of(adviser)}).content.decode()
    new = {one.replace("-", "") for one in CODE.findall(page)}
    assert len(new) == 10
    assert not new & old
    assert set(StaticDevice.objects.get().token_set.values_list("token", flat=True)) == new


def test_no_key_and_no_code_is_in_the_trail(adviser: Account) -> None:
    both_factors(adviser)
    secrets = {
        TOTPDevice.objects.get().key,
        *StaticDevice.objects.get().token_set.values_list("token", flat=True),
    }
    kept = " ".join(str(value) for one in AuditEntry.objects.values() for value in one.values())
    assert not [one for one in secrets if one in kept]
