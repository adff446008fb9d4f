# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the live site: the same as those of the files of an edition."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseNotFound
from django.urls import URLPattern, path
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from baken.model.text import Language
from baken.web.assets import MAX_AGE, NOT_FOUND, serve_file
from baken.web.pages import KEYED, Kind, Page
from baken.web.views import show

_kept = cache_control(max_age=MAX_AGE, public=True)
_page = require_safe(show)
_file = require_safe(_kept(serve_file))


def _patterns(language: Language) -> list[URLPattern]:
    found = []
    for kind in Kind:
        values = {"kind": kind.value, "language": language.value}
        if kind in KEYED:
            folder = Page(kind, language, "x").path.removesuffix("x.html")
            found.append(path(f"{folder}<slug:key>.html", _page, values, name=f"{kind}-{language}"))
        else:
            found.append(path(Page(kind, language).path, _page, values, name=f"{kind}-{language}"))
    return found


urlpatterns = [
    path("", _page, {"kind": Kind.HOME.value, "language": Language.NL.value}),
    path("en/", _page, {"kind": Kind.HOME.value, "language": Language.EN.value}),
    *_patterns(Language.NL),
    *_patterns(Language.EN),
    path("<path:name>", _file),
]


def handler404(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer that there is no such page, in both languages."""
    del request, exception
    return HttpResponseNotFound(NOT_FOUND)


def handler400(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer in plain text: the host that was asked for may not be ours."""
    del request, exception
    return HttpResponseBadRequest("Bad request.\n", content_type="text/plain; charset=utf-8")
