# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The files beside the pages: stylesheet, icon, downloads and single charts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from whitenoise.media_types import MediaTypes  # type: ignore[import-untyped]

from baken.catalogue.municipality import municipalities
from baken.picture.picture import SafetyPicture
from baken.publications import charts
from baken.publications.chart_files import CHARTS, MAPS, chart_files
from baken.publications.charts.lean import base_rules
from baken.publications.cycle_files import cycle_files
from baken.publications.datasets.outputs import SERIES, is_dataset
from baken.publications.datasets.series import series_files
from baken.publications.forms import makers
from baken.publications.open_data import records, to_csv, to_json
from baken.publications.revisions.files import revision_files
from baken.web import feeds
from baken.web.feeds import feed_files
from baken.web.pages import Kind, Page
from baken.web.state import current, picture

STATIC = Path(__file__).parent / "static"
CHARTS_CSS = Path(charts.__file__).parent / "charts.css"
STYLESHEET = "assets/baken.css"
ICON = "assets/icon.svg"
SCRIPT = "assets/baken.js"
_TYPES = MediaTypes(
    extra_types={
        ".csv": "text/csv",
        ".jsonld": "application/ld+json",
        ".parquet": "application/vnd.apache.parquet",
        ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }
)
# How many seconds a page or file may be kept.
MAX_AGE = 300
# The kinds of page that say how large a chart or a map is as a file.
_CHARTED = (Kind.HOME, Kind.INDICATOR, Kind.AREAS, Kind.DISTRICT)
NOT_FOUND = f"""<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Niet gevonden - Not found</title>
<link rel="stylesheet" href="/{STYLESHEET}">
<link rel="icon" href="/{ICON}" type="image/svg+xml">
</head>
<body>
<main class="page-content">
<h1>Niet gevonden <span lang="en">/ Not found</span></h1>
<p>Deze pagina bestaat niet; ga naar <a href="/">het overzicht</a>.</p>
<p lang="en">This page does not exist; go to <a href="/">the overview</a>.</p>
</main>
</body>
</html>
""".encode()


@cache
def stylesheet(tokens: Path | None = None) -> bytes:
    """The one stylesheet: default tokens, a municipality's own tokens over them, then the rules."""
    parts = [STATIC / "tokens.css", *([tokens] if tokens else []), STATIC / "baken.css", CHARTS_CSS]
    return b"\n".join([*(part.read_bytes() for part in parts), base_rules().encode()])


def own_tokens(safety: SafetyPicture) -> Path | None:
    """The municipality's own token set (``tokens.css`` in its folder of data), if it has one."""
    folder = municipalities().get(safety.material.municipality.code)
    path = folder / "tokens.css" if folder else None
    return path if path and path.is_file() else None


def fixed_files(safety: SafetyPicture) -> Iterator[tuple[str, bytes]]:
    """The files that every site has, in the municipality's own style."""
    yield STYLESHEET, stylesheet(own_tokens(safety))
    yield ICON, (STATIC / "icon.svg").read_bytes()
    yield SCRIPT, (STATIC / "baken.js").read_bytes()


@cache
def _live_style() -> dict[str, bytes]:
    """What every page asks for, apart from the downloads, which take seconds to make."""
    return dict(fixed_files(picture()))


@cache
def _live_downloads() -> dict[str, bytes]:
    safety = picture()
    rows = records(safety)
    figures = {"figures.csv": to_csv(rows), "figures.json": to_json(safety, rows), **series_files(rows)}
    return figures | revision_files(safety) | dict(feed_files(safety))


@cache
def _live_charts() -> dict[str, bytes]:
    return dict(chart_files(picture()))


@cache
def _live_document(path: str) -> bytes:
    return makers(picture())[path]()


@cache
def _live_datasets() -> dict[str, bytes]:
    # Tables for machines bring a library that few visitors need.
    from baken.publications.datasets.making import datasets_of  # noqa: PLC0415

    made = {path: _live_document(path) for path in makers(picture())}
    return datasets_of(picture(), _live_downloads() | made)


def live_sizes(page: Page) -> dict[str, int]:
    """How large the files are that a page offers: those of charts take a second to make, all of them some
    seconds, once.
    """
    if page.kind is Kind.DOWNLOADS:
        documents = {path: _live_document(path) for path in makers(picture())}
        made = _live_downloads() | _live_charts() | documents | _live_datasets()
    elif page.kind is Kind.PROGRAMME:
        made = _live_cycle()
    else:
        made = _live_downloads() | _live_charts() if page.kind in _CHARTED else {}
    return {path: len(content) for path, content in made.items()}


def _live_cycle() -> dict[str, bytes]:
    """What is public of the policy cycle now: the desk can add to it, so it is not kept."""
    return dict(cycle_files(current().material.cycle))


def _live(name: str) -> bytes | None:
    """One of the files beside the pages; nobody waits for a document that he did not ask for."""
    if name.startswith((CHARTS, MAPS)):
        return _live_charts().get(name)
    if name in makers(picture()):
        return _live_document(name)
    content = _live_style().get(name) or _live_downloads().get(name) or _live_cycle().get(name)
    if content is None and is_dataset(name) and not name.startswith(SERIES):
        return _live_datasets().get(name)
    return content


def content_type(name: str) -> str:
    """What a file says it is: the same on every machine."""
    kind = feeds.TYPE if feeds.is_feed(name) else str(_TYPES.get_type(name))
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind == "application/json" else kind


def serve_file(request: HttpRequest, name: str) -> HttpResponse:
    """Answer with one of the files beside the pages."""
    del request
    content = _live(name)
    if content is None:
        raise Http404
    return HttpResponse(content, content_type=content_type(name))
