# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the environment says of the municipality's OpenID Connect provider, as mozilla-django-oidc asks.

Without ``BAKEN_OIDC_ISSUER`` there is no provider, and no page offers one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from baken.model.errors import UsageError

_PREFIX = "BAKEN_OIDC_"
_NEEDED = {
    "AUTHORIZATION": "OIDC_OP_AUTHORIZATION_ENDPOINT",
    "TOKEN": "OIDC_OP_TOKEN_ENDPOINT",
    "KEYS": "OIDC_OP_JWKS_ENDPOINT",
    "CLIENT": "OIDC_RP_CLIENT_ID",
    "SECRET": "OIDC_RP_CLIENT_SECRET",
}
_ADDRESSES = ("ISSUER", "AUTHORIZATION", "TOKEN", "KEYS", "USERINFO", "LOGOUT")
_SCOPES = {"subject": "openid", "email": "openid email", "username": "openid profile"}
OWN_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


def provider_settings(environment: Mapping[str, str]) -> dict[str, Any]:
    """The settings of a provider; empty where there is none.

    Raises:
        UsageError: a part is missing, or an address could be listened in on.

    """
    said = {
        name.removeprefix(_PREFIX): value.strip()
        for name, value in environment.items()
        if name.startswith(_PREFIX) and value.strip()
    }
    if "ISSUER" not in said:
        return {}
    if missing := [_PREFIX + one for one in _NEEDED if one not in said]:
        raise UsageError(
            f"the provider for signing in lacks {', '.join(missing)}.", do="Set it, or none at all."
        )
    for one in _ADDRESSES:
        _check_address(_PREFIX + one, said.get(one, ""))
    match = said.get("MATCH", "subject")
    if match not in _SCOPES:
        raise UsageError(f"{_PREFIX}MATCH is '{match}'.", do=f"Choose one of: {', '.join(_SCOPES)}.")
    return {
        "BAKEN_OIDC": True,
        "BAKEN_OIDC_NAME": said.get("NAME", ""),
        "BAKEN_OIDC_ISSUER": said["ISSUER"],
        "BAKEN_OIDC_MATCH": match,
        "BAKEN_OIDC_SECOND_FACTOR": frozenset(said.get("SECOND_FACTOR", "").split()),
        "BAKEN_OIDC_LOGOUT": said.get("LOGOUT", ""),
        **{setting: said[one] for one, setting in _NEEDED.items()},
        "OIDC_OP_USER_ENDPOINT": said.get("USERINFO", ""),
        "OIDC_RP_SCOPES": said.get("SCOPES", _SCOPES[match]),
        "OIDC_RP_SIGN_ALGO": said.get("ALGORITHM", "RS256"),
        "OIDC_AUTHENTICATION_CALLBACK_URL": "provider-callback",
        "OIDC_CREATE_USER": False,
        "OIDC_USE_NONCE": True,
        "OIDC_USE_PKCE": True,
        "OIDC_TIMEOUT": 10,
    }


def _check_address(name: str, address: str) -> None:
    parts = urlsplit(address)
    if address and parts.scheme != "https" and parts.hostname not in OWN_MACHINE:
        raise UsageError(f"{name} is '{address}', which others can listen in on.", do="Use an https address.")
