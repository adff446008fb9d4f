# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The files beside the pages: stylesheet, icon, downloads and single charts."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse

from baken.model.text import Language
from baken.picture.picture import SafetyPicture
from baken.publications import charts
from baken.publications.charts import render
from baken.publications.open_data import records, to_csv, to_json
from baken.web import drawings
from baken.web.state import picture

STATIC = Path(__file__).parent / "static"
CHARTS_CSS = Path(charts.__file__).parent / "charts.css"
STYLESHEET = "assets/baken.css"
ICON = "assets/icon.svg"


@cache
def stylesheet(tokens: Path | None = None) -> bytes:
    """The one stylesheet: default tokens, a municipality's own tokens over them, then the rules."""
    parts = [STATIC / "tokens.css", *([tokens] if tokens else []), STATIC / "baken.css", CHARTS_CSS]
    return b"\n".join(part.read_bytes() for part in parts)


def chart_files(safety: SafetyPicture) -> Iterator[tuple[str, bytes]]:
    """Each indicator's line chart as a file of its own."""
    for record in safety.records:
        for language in Language:
            drawn = drawings.line(safety, record, language)
            yield chart_path(record.indicator.id, language), render(drawn, 640).encode()


def chart_path(indicator: str, language: Language) -> str:
    """Where the file of a chart stands."""
    return f"charts/{indicator}-{language.value}.svg"


def fixed_files() -> Iterator[tuple[str, bytes]]:
    """The files that every site has."""
    yield STYLESHEET, stylesheet()
    yield ICON, (STATIC / "icon.svg").read_bytes()


@cache
def _live_files() -> dict[str, bytes]:
    safety = picture()
    rows = records(safety)
    downloads = {"figures.csv": to_csv(rows), "figures.json": to_json(safety, rows)}
    return dict(fixed_files()) | dict(chart_files(safety)) | downloads


def serve_file(request: HttpRequest, name: str) -> HttpResponse:
    """Answer with one of the files beside the pages."""
    del request
    fixed = dict(fixed_files())
    content = fixed.get(name) or _live_files().get(name)
    if content is None:
        raise Http404
    kind, _ = mimetypes.guess_type(name)
    return HttpResponse(content, content_type=kind or "application/octet-stream")
