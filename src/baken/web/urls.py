# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the live site: the same as those of the files of an edition."""

from __future__ import annotations

from django.urls import URLPattern, path

from baken.model.text import Language
from baken.web.assets import serve_file
from baken.web.pages import KEYED, Kind, Page
from baken.web.views import show


def _patterns(language: Language) -> list[URLPattern]:
    found = []
    for kind in Kind:
        values = {"kind": kind.value, "language": language.value}
        if kind in KEYED:
            folder = Page(kind, language, "x").path.removesuffix("x.html")
            found.append(path(f"{folder}<slug:key>.html", show, values, name=f"{kind}-{language}"))
        else:
            found.append(path(Page(kind, language).path, show, values, name=f"{kind}-{language}"))
    return found


urlpatterns = [
    path("", show, {"kind": Kind.HOME.value, "language": Language.NL.value}),
    path("en/", show, {"kind": Kind.HOME.value, "language": Language.EN.value}),
    *_patterns(Language.NL),
    *_patterns(Language.EN),
    path("<path:name>", serve_file),
]
