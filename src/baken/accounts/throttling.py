# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What counts as one guesser: an account name, capitals aside, at one address.

django-axes counts the failures and refuses; it asks these functions, which the settings name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any

from django.conf import settings
from django.http import HttpRequest


def account_name(request: HttpRequest, credentials: Mapping[str, Any] | None) -> str | None:
    """The name that was tried, however it is written. Otherwise capitals give new chances."""
    tried = (credentials or {}).get("username") or request.POST.get("username") or ""
    return unicodedata.normalize("NFKC", str(tried)).strip().casefold()[:150] or None


def client_address(request: HttpRequest) -> str:
    """The address of whoever asks.

    Behind ``BAKEN_PROXIES`` proxies it is what the outermost of these saw: each adds to the right of the
    header, and whatever stands left of that was written by the client itself, so it proves nothing.
    """
    direct = str(request.META.get("REMOTE_ADDR") or "")
    proxies: int = settings.BAKEN_PROXIES
    seen = [one.strip() for one in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    found = seen[-proxies] if 0 < proxies <= len(seen) else direct
    return _address(found) or _address(direct) or "0.0.0.0"  # noqa: S104 - no address is listened at


def by_provider(request: HttpRequest, credentials: Mapping[str, Any] | None) -> bool:
    """Whether no name was tried: a provider has its own lock, and its users may share one address."""
    return account_name(request, credentials) is None


def _address(text: str) -> str:
    try:
        return str(ip_address(text))
    except ValueError:
        return ""
