# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The site as files: the same views, rendered once each."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from baken.picture.picture import SafetyPicture


def render_site(picture: SafetyPicture, beside: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield (relative path, content) for every page and every file that only the pages need.

    Args:
        picture: what the pages show.
        beside: the figures and documents that the pages offer, by path; the pages say how large they are.

    """
    set_up()
    # Django must be set up before anything that uses its templates is imported.
    from baken.publications.chart_files import chart_files  # noqa: PLC0415
    from baken.web.assets import fixed_files  # noqa: PLC0415
    from baken.web.feeds import feed_files  # noqa: PLC0415
    from baken.web.pages import all_pages  # noqa: PLC0415
    from baken.web.views import render_page  # noqa: PLC0415

    yield from fixed_files(picture)
    charts = dict(chart_files(picture))
    yield from charts.items()
    yield from feed_files(picture)
    sizes = {path: len(content) for path, content in {**beside, **charts}.items()}
    for page in all_pages(picture):
        yield page.path, render_page(picture, page, sizes).encode()


def set_up() -> None:
    """Get Django ready to make pages, once in a process."""
    import django  # noqa: PLC0415
    from django.apps import apps  # noqa: PLC0415

    if not apps.ready:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.web.settings")
        django.setup()
