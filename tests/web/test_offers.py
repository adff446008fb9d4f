# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Under each chart and map stand its files, with their form and size; every link leads to a file."""

from __future__ import annotations

import posixpath
import re

import pytest

from baken.web.pages import Kind

from .dom import Node
from .sites import EXAMPLE, Site

_FORM = re.compile(r"\((CSV|JSON|PNG|SVG), (\d+(?:[.,]\d)?) ([kM])B\)$")
_CHARTED = (Kind.HOME, Kind.INDICATOR, Kind.AREAS, Kind.DISTRICT)


def offered(page: Node) -> list[Node]:
    return [link for one in page.all("p", "downloads") for link in one.all("a")]


def test_every_file_under_a_chart_is_there_and_as_large_as_it_says(site: Site) -> None:
    seen = set()
    for page in site.samples():
        if page.kind not in _CHARTED:
            continue
        for link in offered(site.tree(page.path)):
            said = _FORM.search(link.text)
            assert said, (page.path, link.text)
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), link.attrs["href"]))
            assert path.endswith(said[1].lower())
            size = float(said[2].replace(",", ".")) * (1_000_000 if said[3] == "M" else 1_000)
            assert len(site.files[path]) == pytest.approx(size, abs=max(600, 0.06 * size)), (page.path, path)
            assert "download" in link.attrs
            seen.add(said[1])
    assert seen == {"CSV", "JSON", "PNG", "SVG"}


def test_the_chart_of_an_indicator_has_all_four_forms(site: Site) -> None:
    for page in site.samples():
        if page.kind is Kind.INDICATOR:
            first = site.tree(page.path).all("p", "downloads")[0]
            forms = [said[1] for link in first.all("a") if (said := _FORM.search(link.text))]
            assert forms == ["CSV", "JSON", "PNG", "SVG"]


def test_the_districts_at_two_moments_stand_on_the_page_with_their_table(site: Site) -> None:
    for page in site.samples():
        if page.kind is not Kind.INDICATOR:
            continue
        shown = site.tree(page.path).all("section", aria_labelledby="districts")
        assert len(shown) == (site.code == EXAMPLE)
        for section in shown:
            rows = section.one("table").rows()
            assert len(rows) == 6
            assert all(len(row) == 4 and all(row) for row in rows)
