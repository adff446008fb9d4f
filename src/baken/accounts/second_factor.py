# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The second factor: a code that changes every half minute (TOTP, RFC 6238), and recovery codes on paper.

Codes can be used once. After a wrong code the next is refused for 1, 2, 4, 8 ... seconds.
"""

from __future__ import annotations

from base64 import b32encode
from datetime import datetime
from secrets import choice

import segno
from django.db import transaction
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from baken.accounts.acts import Door, at_the_door
from baken.accounts.models import Account

RECOVERY_CODES = 10
_LENGTH = 10
# Without what is easily misread: 0 and o, 1 and l and i.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def has_one(account: Account) -> bool:
    """Whether somebody has set up a second factor."""
    return bool(TOTPDevice.objects.filter(user=account, confirmed=True).exists())


def begin(account: Account) -> TOTPDevice:
    """A key that somebody is about to take over into an app; the same one until it is confirmed."""
    return TOTPDevice.objects.get_or_create(
        user=account, confirmed=False, defaults={"name": account.username}
    )[0]


def key_in_words(device: TOTPDevice) -> str:
    """The key as people type it over, in groups of four."""
    key = b32encode(device.bin_key).decode()
    return " ".join(key[at : at + 4] for at in range(0, len(key), 4))


def drawing(device: TOTPDevice) -> str:
    """The key as a QR code: one path of SVG, without any style or script."""
    made: str = segno.make(device.config_url, micro=False, error="m").svg_inline(
        light="#fff", svgclass="qr", lineclass=None, omitsize=True
    )
    return made


@transaction.atomic
def confirm(account: Account, code: str) -> tuple[Device, list[str]] | None:
    """Take the key into use, in place of an earlier one, and give new recovery codes; None: a wrong code."""
    device = _locked(TOTPDevice.objects.filter(user=account, confirmed=False))
    if device is None or not device.verify_token(_plain(code)):
        return None
    TOTPDevice.objects.filter(user=account, confirmed=True).delete()
    device.confirmed = True
    device.save()
    at_the_door(Door.SECOND_FACTOR_SET_UP, account.actor(), account)
    return device, _new_codes(account)


@transaction.atomic
def check(account: Account, code: str) -> Device | None:
    """The device that a code is of, with the code used up; None: a wrong code, or one too soon after it."""
    said = _plain(code)
    kind = TOTPDevice if said.isdigit() and len(said) < _LENGTH else StaticDevice
    device = _locked(kind.objects.filter(user=account, confirmed=True))
    return device if device is not None and device.verify_token(said) else None


def closed_until(account: Account) -> datetime | None:
    """Until when no code is looked at, after wrong ones; None: codes are looked at."""
    found = [
        told["locked_until"]
        for kind in (TOTPDevice, StaticDevice)
        for device in kind.objects.filter(user=account)
        if (told := device.verify_is_allowed()[1])
    ]
    return max(found, default=None)


@transaction.atomic
def new_codes(account: Account) -> list[str]:
    """Ten other recovery codes; the earlier ones are no longer valid."""
    at_the_door(Door.RECOVERY_CODES, account.actor(), account)
    return _new_codes(account)


def codes_left(account: Account) -> int:
    """How many recovery codes somebody has not used yet."""
    return sum(one.token_set.count() for one in StaticDevice.objects.filter(user=account))


def forget(account: Account) -> None:
    """Remove the second factor: at the next sign-in somebody sets up another."""
    TOTPDevice.objects.filter(user=account).delete()
    StaticDevice.objects.filter(user=account).delete()


def _new_codes(account: Account) -> list[str]:
    device = StaticDevice.objects.get_or_create(user=account, defaults={"name": account.username})[0]
    device.token_set.all().delete()
    codes = ["".join(choice(_LETTERS) for _ in range(_LENGTH)) for _ in range(RECOVERY_CODES)]
    for code in codes:
        device.token_set.create(token=code)
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def _plain(code: str) -> str:
    """A code as it is kept, however somebody groups it."""
    return "".join(code.lower().replace("-", "").split())


def _locked(devices: object) -> Device | None:
    """The device, held until this check is over: of two at once with the same code only one may succeed."""
    return devices.select_for_update().first()  # type: ignore[attr-defined] # a query of an untyped model
