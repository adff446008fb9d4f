# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A small OpenID Connect provider that really signs and really listens, on this machine."""

from __future__ import annotations

import json
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

CLIENT = "baken-desk"
SECRET = "a secret of the desk"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class Provider:
    """What it says about who signs in, and what a test lets it say wrongly."""

    issuer: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    key: rsa.RSAPrivateKey = KEY
    algorithm: str = "RS256"
    userinfo: dict[str, Any] = field(default_factory=dict)
    status: int = 200
    asked: dict[str, str] = field(default_factory=dict)
    requests: list[dict[str, str]] = field(default_factory=list)

    def authorize(self, address: str) -> dict[str, str]:
        """What the page of the provider would send back, after somebody signed in there."""
        self.asked = dict(parse_qsl(urlsplit(address).query))
        return {"code": "a-code", "state": self.asked["state"]}

    def token(self) -> str:
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": "subject-1",
            "iat": now,
            "exp": now + 300,
            "nonce": self.asked["nonce"],
            **self.claims,
        }
        said = {name: value for name, value in claims.items() if name not in self.without}
        if self.algorithm == "none":
            return jwt.encode(said, "", algorithm="none", headers={"kid": "k1"})
        if self.algorithm == "HS256":
            return jwt.encode(said, SECRET, algorithm="HS256", headers={"kid": "k1"})
        return jwt.encode(said, self.key, algorithm="RS256", headers={"kid": "k1"})

    def proves(self, verifier: str) -> bool:
        """PKCE: only whoever began may finish."""
        digest = urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        return digest == self.asked.get("code_challenge")


def _handler(provider: Provider) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/keys":
                key = json.loads(RSAAlgorithm.to_jwk(KEY.public_key()))
                self._say({"keys": [{**key, "kid": "k1", "alg": "RS256", "use": "sig"}]})
            else:
                self._say({"sub": "subject-1", **provider.userinfo})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            provider.requests.append(form)
            if not provider.proves(form.get("code_verifier", "")) or form.get("client_secret") != SECRET:
                self._say({"error": "invalid_grant"}, 400)
                return
            self._say(
                {"access_token": "a", "token_type": "Bearer", "id_token": provider.token()}, provider.status
            )

        def _say(self, answer: object, status: int = 200) -> None:
            content = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    return Handler


@contextmanager
def running() -> Iterator[Provider]:
    provider = Provider()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(provider))
    provider.issuer = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()


def environment(provider: Provider, **more: str) -> dict[str, str]:
    """What an installation sets."""
    return {
        "BAKEN_OIDC_ISSUER": provider.issuer,
        "BAKEN_OIDC_AUTHORIZATION": f"{provider.issuer}/authorize",
        "BAKEN_OIDC_TOKEN": f"{provider.issuer}/token",
        "BAKEN_OIDC_KEYS": f"{provider.issuer}/keys",
        "BAKEN_OIDC_CLIENT": CLIENT,
        "BAKEN_OIDC_SECRET": SECRET,
        **{f"BAKEN_OIDC_{name}": value for name, value in more.items()},
    }
