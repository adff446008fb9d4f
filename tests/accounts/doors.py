# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""People with a password and a second factor, as the tests of signing in need them."""

from __future__ import annotations

from time import time

from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from baken.accounts.models import Account, AuditEntry

PASSWORD = "een lange zin die past"
SIGN_IN = "/werk/aanmelden/"
SECOND = "/werk/tweede-factor/"
SET_UP = "/werk/tweede-factor/instellen/"


def browser(address: str = "192.0.2.7") -> Client:
    return Client(HTTP_HOST="localhost", REMOTE_ADDR=address)


def with_password(account: Account) -> Account:
    account.set_password(PASSWORD)
    account.save(update_fields=["password"])
    return account


def code_of(account: Account, *, confirmed: bool = True, later: int = 0) -> str:
    """The code that an app shows; ``later`` half minutes from now."""
    device = TOTPDevice.objects.get(user=account, confirmed=confirmed)
    clock = TOTP(device.bin_key)
    clock.time = time() + 30 * later
    return f"{clock.token():06d}"


def first_factor(name: str, password: str = PASSWORD, address: str = "192.0.2.7") -> Client:
    found = browser(address)
    found.post(SIGN_IN, {"username": name, "password": password})
    return found


def both_factors(account: Account) -> Client:
    """Signed in with a password, with a second factor that was just set up."""
    found = first_factor(account.username)
    found.get(SET_UP)
    found.post(SET_UP, {"code": code_of(account, confirmed=False)})
    return found


def forget_last_code(account: Account) -> None:
    """As if half a minute went by: a code is used once, and the next one is not there yet."""
    TOTPDevice.objects.filter(user=account).update(last_t=-1)


def acts(record: str | None = None) -> list[str]:
    entries = AuditEntry.objects.order_by("number")
    return list((entries.filter(record=record) if record else entries).values_list("act", flat=True))
