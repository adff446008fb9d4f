# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The language of the desk: what the reader chose, or Dutch. Public pages have theirs in their address."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import override

from baken.model.text import Language

COOKIE = "baken-language"


class DeskLanguage:
    """Answers in the language of the cookie."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        """Stand around what answers."""
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in one language."""
        chosen = request.COOKIES.get(COOKIE, "")
        language = Language(chosen) if chosen in set(Language) else Language.NL
        with override(language):
            return self.answer(request)
