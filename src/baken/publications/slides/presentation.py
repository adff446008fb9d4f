# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The slides of an edition as a file that council staff can edit."""

from __future__ import annotations

from pathlib import Path

from baken.catalogue.council_papers import house_style
from baken.model.text import Language
from baken.picture.picture import SafetyPicture
from baken.publications.slides.content import deck_of
from baken.publications.slides.writing import presentation_of


def slides_of(safety: SafetyPicture, language: Language, template: Path | None = None) -> bytes:
    """The picture as a presentation (.pptx, 16:9).

    Args:
        safety: the picture, of public material.
        language: of the slides.
        template: a presentation whose look to use; otherwise ``slides.pptx`` in the folder of the
            municipality, if it has one, or else a sober look.

    Raises:
        InputError: the template has no layout with a title.

    """
    held = template or house_style(safety.material.municipality.code, "slides.pptx")
    return presentation_of(deck_of(safety, language), held)
