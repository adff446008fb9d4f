# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The chapters of the book say how residents were heard, in the words of the pages."""

from __future__ import annotations

import pytest

from baken.model.text import Language
from baken.picture.participation import participation
from baken.publications.book.model import Paragraph
from baken.publications.book.themes import chapters
from picture.helpers import EXAMPLE, MAASTRICHT, published


@pytest.mark.requirement("PART-03")
@pytest.mark.parametrize("code", [MAASTRICHT, EXAMPLE])
def test_each_theme_says_whether_residents_were_asked_by_survey_or_spoken_with(code: str) -> None:
    safety = published(code)
    found = tuple(chapters(safety, {}, Language.EN))
    themes = safety.material.municipality.themes
    assert len(found) == len(themes)
    for chapter, theme in zip(found, themes, strict=True):
        section = next(one for one in chapter.sections if one.title == "What residents say")
        assert section.blocks[0] == Paragraph(participation(safety, theme.id).said.en)
