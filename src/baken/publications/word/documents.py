# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The papers for the council as Word files that staff can finish."""

from __future__ import annotations

from pathlib import Path

from baken.catalogue.council_papers import house_style
from baken.model.text import Language
from baken.picture.picture import SafetyPicture
from baken.publications.word import words
from baken.publications.word.decision import decision_blocks
from baken.publications.word.indicators import indicator_paper
from baken.publications.word.model import Paper, Part
from baken.publications.word.points import decision_points
from baken.publications.word.proposal import proposal_paper
from baken.publications.word.writing import document_of

TEMPLATE = "proposal.docx"


def proposal_of(safety: SafetyPicture, language: Language, template: Path | None = None) -> bytes:
    """The proposal to the council with the decision as its first annex (.docx).

    Args:
        safety: the picture, of public material.
        language: of the headings and sentences.
        template: a document whose styles, header and footer to use; otherwise ``proposal.docx`` in the folder
            of the municipality, if it has one, or else a sober look.

    """
    return document_of(proposal_paper(safety, language), _house(safety, template))


def decision_of(safety: SafetyPicture, language: Language, template: Path | None = None) -> bytes:
    """The decision alone, with the same points as in the proposal; arguments as in ``proposal_of``."""
    name = safety.material.municipality.name
    blocks = decision_blocks(safety, decision_points(safety, language), language)
    paper = Paper(
        language=language,
        title=words.DECISION_TITLE.in_(language).format(name=name),
        author=name,
        day=safety.material.on,
        parts=(Part(words.DECISION.in_(language), blocks),),
    )
    return document_of(paper, _house(safety, template))


def indicator_table_of(safety: SafetyPicture, language: Language, template: Path | None = None) -> bytes:
    """The tables of indicators with what is said of them; arguments as in ``proposal_of``."""
    return document_of(indicator_paper(safety, language), _house(safety, template))


def _house(safety: SafetyPicture, template: Path | None) -> Path | None:
    return template or house_style(safety.material.municipality.code, TEMPLATE)
