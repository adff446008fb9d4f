# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The files beside the pages of the desk. Nothing comes from elsewhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import django_htmx
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from baken.catalogue.municipality import municipalities
from baken.desk.access import is_open
from baken.web.assets import MAX_AGE, content_type, stylesheet
from baken.web.assets import STATIC as PUBLIC

STATIC = Path(__file__).parent / "static"
_HTMX = Path(django_htmx.__file__).parent / "static" / "django_htmx" / "htmx-2.min.js"


@cache
def _files() -> dict[str, bytes]:
    folder = municipalities().get(settings.BAKEN_AREA)
    tokens = folder / "tokens.css" if folder else None
    return {
        "baken.css": stylesheet(tokens if tokens and tokens.is_file() else None),
        "desk.css": (STATIC / "desk.css").read_bytes(),
        "icon.svg": (PUBLIC / "icon.svg").read_bytes(),
        "htmx.js": _HTMX.read_bytes(),
    }


@is_open
@require_safe
@cache_control(max_age=MAX_AGE, public=True)
def asset(request: HttpRequest, name: str) -> HttpResponse:
    """Answer with one file."""
    del request
    content = _files().get(name)
    if content is None:
        raise Http404
    return HttpResponse(content, content_type=content_type(name))
