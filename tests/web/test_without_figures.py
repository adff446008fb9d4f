# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A municipality of which no figure is held has all its pages, and they say so."""

from __future__ import annotations

import pytest

from baken.model.text import Language
from baken.picture.material import load_material
from baken.picture.picture import SafetyPicture
from baken.picture.protection.material import public_material
from baken.web.pages import Kind, Page, all_pages
from baken.web.render import render_site

from .dom import parse
from .sites import EXAMPLE, MAASTRICHT, TODAY


def without_figures(code: str) -> SafetyPicture:
    return SafetyPicture(
        public_material(load_material(code, TODAY, snapshots=()), lambda: bytes(32)).material
    )


@pytest.mark.parametrize("code", [MAASTRICHT, EXAMPLE])
def test_every_page_is_there(code: str) -> None:
    safety = without_figures(code)
    files = dict(render_site(safety, {}))
    for page in all_pages(safety):
        text = parse(files[page.path].decode()).one("main").text
        assert len(text) > 50, page.path


def test_a_development_names_the_indicator_that_has_no_figures() -> None:
    safety = without_figures(EXAMPLE)
    files = dict(render_site(safety, {}))
    text = parse(files[Page(Kind.DEVELOPMENTS, Language.NL).path].decode()).one("main").text
    named = [name for one in safety.material.municipality.register.developments for name in one.indicators]
    assert named
    assert "(geen gegevens)" in text
