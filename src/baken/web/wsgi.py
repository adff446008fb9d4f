# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The WSGI application of the live site."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any

from csp.utils import build_policy
from django.conf import settings
from django.core.wsgi import get_wsgi_application

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def without_body_on_head(application: Wsgi) -> Wsgi:
    """An application that answers HEAD with the headers alone: Django leaves this to the server."""

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        body = application(environ, start)
        if environ["REQUEST_METHOD"] != "HEAD":
            return body
        if close := getattr(body, "close", None):
            close()
        return []

    return answer


def with_policy(application: Wsgi) -> Wsgi:
    """An application outside Django whose every answer carries the headers that the live site sends."""
    policy = [
        ("Content-Security-Policy", build_policy()),
        ("X-Frame-Options", settings.X_FRAME_OPTIONS),
        ("Referrer-Policy", settings.SECURE_REFERRER_POLICY),
        ("Cross-Origin-Opener-Policy", settings.SECURE_CROSS_ORIGIN_OPENER_POLICY),
        ("X-Content-Type-Options", "nosniff"),
    ]

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        def started(status: str, headers: list[tuple[str, str]], *failure: object) -> object:
            return start(status, [*headers, *policy], *failure)

        return application(environ, started)

    return answer


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.web.settings")
application = without_body_on_head(get_wsgi_application())
