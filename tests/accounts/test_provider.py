# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Signing in at a provider, against one that really signs."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from accounts.doors import SECOND, acts, browser
from accounts.local_provider import CLIENT, OTHER_KEY, Provider, environment, running
from baken.accounts import changes
from baken.accounts.models import Account, AuditEntry
from baken.desk.provider_settings import provider_settings
from baken.model.errors import UsageError
from people import SET_UP

BEGIN = "/werk/aanmelden/organisatie/"
BACK = "/werk/aanmelden/organisatie/terug/"
Use = Callable[..., None]


@pytest.fixture(scope="module")
def listening() -> Iterator[Provider]:
    with running() as provider:
        yield provider


@pytest.fixture
def provider(listening: Provider) -> Provider:
    listening.__dict__.update(Provider(issuer=listening.issuer).__dict__)
    return listening


@pytest.fixture
def use(provider: Provider, settings: Settings) -> Use:
    """Set the desk up with the provider."""

    def do(**more: str) -> None:
        for name, value in provider_settings(environment(provider, **more)).items():
            setattr(settings, name, value)
        backend = "baken.accounts.provider.ProviderBackend"
        settings.AUTHENTICATION_BACKENDS = [*settings.AUTHENTICATION_BACKENDS, backend]

    return do


@pytest.fixture
def adviser(people: Mapping[str, Account]) -> Account:
    return changes.change(people["adviser"], {"subject": "subject-1", "email": "a@gemeente.nl"}, SET_UP)


def walk(provider: Provider, client: Client, **more: str) -> Any:
    """From the button to the provider and back."""
    away = client.get(BEGIN, more)
    assert away["Location"].startswith(f"{provider.issuer}/authorize?")
    return client.get(BACK, provider.authorize(away["Location"]))


def inside(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_without_a_provider_there_is_no_such_page(people: Mapping[str, Account]) -> None:
    del people
    assert browser().get(BEGIN).status_code == 404
    assert browser().get(BACK).status_code == 404
    assert BEGIN not in browser().get("/werk/aanmelden/").content.decode()


def test_a_good_token_signs_in_and_our_second_factor_is_asked(
    provider: Provider, use: Use, adviser: Account
) -> None:
    use()
    client = browser()
    assert BEGIN in client.get("/werk/aanmelden/").content.decode()
    answer = walk(provider, client, next="/werk/kalender/")
    assert answer["Location"] == "/werk/kalender/"
    assert client.session["_auth_user_id"] == adviser.pk
    assert client.get("/werk/account/")["Location"].startswith(SECOND)
    assert acts(adviser.pk)[-1] == "sign-in-by-provider"


def test_state_nonce_and_pkce_are_sent(provider: Provider, use: Use, adviser: Account) -> None:
    del adviser
    use()
    walk(provider, browser())
    assert provider.asked["code_challenge_method"] == "S256"
    assert len(provider.asked["state"]) >= 32
    assert len(provider.asked["nonce"]) >= 32
    assert provider.asked["response_type"] == "code"
    assert provider.requests[0]["code_verifier"]


@pytest.mark.parametrize(
    ("trusted", "claims", "is_open"),
    [
        ("mfa", {"amr": ["pwd", "mfa"]}, True),
        ("mfa", {"amr": ["pwd"]}, False),
        ("mfa", {"amr": "mfa"}, False),
        ("mfa", {}, False),
        ("", {"amr": ["mfa"]}, False),
        ("", {"acr": ""}, False),
        ("http://eidas.europa.eu/LoA/high", {"acr": "http://eidas.europa.eu/LoA/high"}, True),
        ("http://eidas.europa.eu/LoA/high", {"acr": "http://eidas.europa.eu/LoA/low"}, False),
    ],
)
@pytest.mark.usefixtures("adviser")
def test_the_installation_says_whether_the_second_factor_of_the_provider_counts(
    provider: Provider, use: Use, trusted: str, claims: dict[str, Any], is_open: bool
) -> None:
    use(SECOND_FACTOR=trusted)
    provider.claims = claims
    client = browser()
    walk(provider, client)
    assert inside(client)
    assert (client.get("/werk/account/").status_code == 200) is is_open


NOW = int(time.time())


WRONG: dict[str, dict[str, Any]] = {
    "another nonce": {"claims": {"nonce": "another"}},
    "no nonce": {"without": ("nonce",)},
    "for another application": {"claims": {"aud": "another-application"}},
    "for several, and not said for which": {"claims": {"aud": [CLIENT, "another-application"]}},
    "for several, and first another": {"claims": {"aud": [CLIENT, "another"], "azp": "another"}},
    "handed to another": {"claims": {"azp": "another-application"}},
    "for nobody": {"without": ("aud",)},
    "by another provider": {"claims": {"iss": "https://elders.nl"}},
    "by nobody": {"without": ("iss",)},
    "expired": {"claims": {"exp": NOW - 3600, "iat": NOW - 7200}},
    "without an end": {"without": ("exp",)},
    "not yet valid": {"claims": {"nbf": NOW + 36000}},
    "of somebody unknown": {"claims": {"sub": "somebody-unknown"}},
    "of nobody": {"without": ("sub",)},
    "signed with another key": {"key": OTHER_KEY},
    "not signed": {"algorithm": "none"},
    "signed with the secret of the desk": {"algorithm": "HS256"},
    "the provider fails": {"status": 500},
    "the provider tells about another": {"userinfo": {"sub": "somebody-else"}},
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_whatever_is_wrong_with_a_token_nobody_gets_in(
    provider: Provider, use: Use, adviser: Account, wrong: dict[str, Any]
) -> None:
    use(USERINFO=f"{provider.issuer}/userinfo")
    for name, value in wrong.items():
        setattr(provider, name, value)
    client = browser()
    answer = walk(provider, client)
    assert answer.status_code == 403
    assert not inside(client)
    assert acts()[-1] == "sign-in-refused"
    assert Account.objects.filter(subject="subject-1").get() == adviser
    assert not Account.objects.filter(subject="somebody-unknown").exists(), (
        "nobody gets an account by signing in"
    )


def test_a_state_works_once_and_only_in_the_session_that_began(
    provider: Provider, use: Use, adviser: Account
) -> None:
    del adviser
    use()
    client = browser()
    back = provider.authorize(client.get(BEGIN)["Location"])
    other = browser()
    other.get(BEGIN)
    assert other.get(BACK, back).status_code == 400
    assert other.get(BACK, {"code": "a-code"}).status_code == 403
    assert not inside(other)
    assert client.get(BACK, back).status_code == 302
    assert client.get(BACK, back).status_code in {400, 403}


def test_a_code_in_the_address_of_the_password_form_is_not_looked_at(
    provider: Provider, use: Use, adviser: Account
) -> None:
    del adviser
    use()
    client = browser()
    provider.authorize(client.get(BEGIN)["Location"])
    form = {"username": "adviser", "password": "fout wachtwoord"}
    answer = client.post("/werk/aanmelden/?code=a-code&state=x", form)
    assert answer.status_code == 422
    assert provider.requests == []


@pytest.mark.parametrize(
    ("match", "claims", "gets_in"),
    [
        ("email", {"sub": "s", "email": "A@gemeente.nl"}, True),
        ("email", {"sub": "s", "email": "a@gemeente.nl", "email_verified": False}, False),
        ("email", {"sub": "s"}, False),
        ("username", {"sub": "s", "preferred_username": "Adviser"}, True),
        ("username", {"sub": "s", "preferred_username": "iemand"}, False),
        ("subject", {"sub": "s", "email": "a@gemeente.nl", "preferred_username": "adviser"}, False),
    ],
)
@pytest.mark.usefixtures("adviser")
def test_an_account_is_found_as_the_installation_says(
    provider: Provider, use: Use, match: str, claims: dict[str, Any], gets_in: bool
) -> None:
    use(MATCH=match)
    changes.change(Account.objects.get(subject="subject-1"), {"subject": ""}, SET_UP)
    provider.claims = claims
    client = browser()
    walk(provider, client)
    assert inside(client) is gets_in


def test_an_address_does_not_open_an_account_of_another_subject(
    provider: Provider, use: Use, adviser: Account
) -> None:
    del adviser
    use(MATCH="email")
    provider.claims = {"sub": "another", "email": "a@gemeente.nl"}
    client = browser()
    walk(provider, client)
    assert not inside(client)


@pytest.mark.parametrize("end", ["withdraw", "close"])
def test_an_account_that_may_not_sign_in_gets_in_at_no_provider(
    provider: Provider, use: Use, adviser: Account, end: str
) -> None:
    use(SECOND_FACTOR="mfa")
    provider.claims = {"amr": ["mfa"]}
    client = browser()
    walk(provider, client)
    assert client.get("/werk/account/").status_code == 200
    if end == "withdraw":
        changes.withdraw(adviser, SET_UP)
    else:
        changes.change(adviser, {"is_active": False}, SET_UP)
    assert client.get("/werk/account/").status_code == 302
    again = browser()
    walk(provider, again)
    assert not inside(again)


def test_failures_at_the_provider_lock_nobody_out(provider: Provider, use: Use, adviser: Account) -> None:
    """All of a municipality may come from one address, and the provider has a lock of its own."""
    del adviser
    use()
    provider.claims = {"sub": "unknown"}
    for _ in range(7):
        assert walk(provider, browser()).status_code == 403
    provider.claims = {}
    client = browser()
    walk(provider, client)
    assert inside(client)


def test_signing_out_goes_on_to_the_provider(provider: Provider, use: Use, adviser: Account) -> None:
    del adviser
    use(SECOND_FACTOR="mfa", LOGOUT=f"{provider.issuer}/logout")
    provider.claims = {"amr": ["mfa"]}
    client = browser()
    walk(provider, client)
    answer = client.post("/werk/afmelden/")
    assert answer["Location"].startswith(f"{provider.issuer}/logout?client_id={CLIENT}&post_logout")
    assert not inside(client)


def test_no_token_is_in_the_trail_or_the_session(provider: Provider, use: Use, adviser: Account) -> None:
    del adviser
    use()
    client = browser()
    walk(provider, client)
    kept = " ".join(str(value) for one in AuditEntry.objects.values() for value in one.values())
    assert "eyJ" not in kept
    assert "eyJ" not in str(dict(client.session.items()))


def test_half_a_provider_is_refused_in_one_line() -> None:
    whole = environment(Provider(issuer="https://login.example"))
    assert provider_settings({}) == {}
    for name in ("TOKEN", "SECRET", "KEYS", "CLIENT", "AUTHORIZATION"):
        part = {key: value for key, value in whole.items() if key != f"BAKEN_OIDC_{name}"}
        with pytest.raises(UsageError, match=f"lacks BAKEN_OIDC_{name}"):
            provider_settings(part)
    with pytest.raises(UsageError, match="listen in"):
        provider_settings({**whole, "BAKEN_OIDC_TOKEN": "http://login.example/token"})
    with pytest.raises(UsageError, match="subject, email, username"):
        provider_settings({**whole, "BAKEN_OIDC_MATCH": "anything"})
