# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Signing in at the municipality's own provider, by OpenID Connect (Core 1.0, section 3.1.3.7).

mozilla-django-oidc does the walk with state, nonce and PKCE, and checks the signature. It does not check for
whom and by whom a token was made, so this module does. Nobody gets an account or a right by signing in: the
account must exist, and what it may do follows from its roles.
"""

from __future__ import annotations

import logging
from typing import Any

import jwt
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from mozilla_django_oidc.auth import OIDCAuthenticationBackend
from requests import RequestException

from baken.accounts.models import Account

LOG = logging.getLogger(__name__)
Claims = dict[str, Any]
_MALFORMED = (AttributeError, TypeError, ValueError)


class ProviderBackend(OIDCAuthenticationBackend):  # type: ignore[misc] # it has no types
    """Finds the account of whoever the provider let in, and says whether both factors were shown."""

    def authenticate(self, request: HttpRequest | None, **kwargs: Any) -> Account | None:  # noqa: ANN401
        """The account; None: none, or the token is wrong in a way that the log of the server tells."""
        # Only the page to which the provider sends people back asks with these. Without them a password form
        # with a code in its address would come here, past the state.
        if not kwargs.get("nonce") or not kwargs.get("code_verifier"):
            return None
        try:
            found: Account | None = super().authenticate(request, **kwargs)
        except (SuspiciousOperation, jwt.PyJWTError, RequestException, LookupError, *_MALFORMED) as error:
            LOG.warning("signing in at the provider failed: %s", error)
            return None
        return found if found and self.user_can_authenticate(found) else None

    def _verify_jws(self, payload: str, key: Any) -> Claims:  # noqa: ANN401
        """Check the signature, the times, and that the token was made by the provider for this desk."""
        return jwt.decode(
            payload,
            key,
            algorithms=[self.OIDC_RP_SIGN_ALGO],
            audience=self.OIDC_RP_CLIENT_ID,
            issuer=settings.BAKEN_OIDC_ISSUER,
            leeway=30,
            options={"require": ["exp", "iat", "aud", "iss", "sub"]},
        )

    def verify_token(self, token: str, **kwargs: Any) -> Claims:  # noqa: ANN401
        """The claims of a token that holds in every respect."""
        claims: Claims = super().verify_token(token, **kwargs)
        several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
        if claims.get("azp", None if several else self.OIDC_RP_CLIENT_ID) != self.OIDC_RP_CLIENT_ID:
            raise SuspiciousOperation("the token was made for another application")
        return claims

    def get_userinfo(self, access_token: str, id_token: str, payload: Claims) -> Claims:
        """What the token says, and what the provider tells further where it is asked."""
        if not self.OIDC_OP_USER_ENDPOINT:
            return payload
        told: Claims = super().get_userinfo(access_token, id_token, payload)
        if told.get("sub") != payload["sub"]:
            raise SuspiciousOperation("the provider tells about somebody else")
        return {**told, **payload}

    def verify_claims(self, claims: Claims) -> bool:
        """Whether the claims name somebody in the way that the installation looks for."""
        return bool(claims.get("sub"))

    def get_or_create_user(self, access_token: str, id_token: str, payload: Claims) -> Account | None:
        """The one account of somebody; never a new one."""
        found: Account | None = super().get_or_create_user(access_token, id_token, payload)
        if found:
            found.shown_both = trusted_with_both(payload)  # type: ignore[attr-defined] # told to the page
        return found

    def filter_users_by_claims(self, claims: Claims) -> Any:  # noqa: ANN401
        """The accounts that the claims name. An account with another subject is somebody else's."""
        accounts = Account.objects.filter(withdrawn=False)
        subject = str(claims["sub"])
        match settings.BAKEN_OIDC_MATCH:
            case "email" if claims.get("email") and claims.get("email_verified") is not False:
                return accounts.filter(email__iexact=claims["email"], subject__in=("", subject))
            case "username" if claims.get("preferred_username"):
                name = claims["preferred_username"]
                return accounts.filter(username__iexact=name, subject__in=("", subject))
            case "subject":
                return accounts.filter(subject=subject)
        return accounts.none()

    def get_user(self, user_id: str) -> Account | None:
        """The account of a session, as long as it may sign in."""
        found: Account | None = super().get_user(user_id)
        return found if found and self.user_can_authenticate(found) else None


def trusted_with_both(claims: Claims) -> bool:
    """Whether the provider says that it saw a second factor, in words that the installation trusts.

    ``amr`` (RFC 8176) lists the ways in which somebody showed who he is; ``acr`` names a level.
    """
    amr = claims.get("amr")
    ways = {str(one) for one in amr} if isinstance(amr, list) else set()
    return bool((ways | {str(claims.get("acr", ""))}) & settings.BAKEN_OIDC_SECOND_FACTOR)
