# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The last part of a paper: its sources, and the terms and abbreviations that it uses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from baken.model.text import Text
from baken.picture.picture import SafetyPicture
from baken.publications.book import appendices
from baken.publications.book.model import Facts
from baken.publications.report_model import Table
from baken.publications.word.model import Block, Paper, Part


def with_sources(safety: SafetyPicture, paper: Paper, title: Text) -> Paper:
    """The paper with a part about its sources, and below it what its words mean."""
    language = paper.language
    blocks: list[Block] = []
    for section in appendices.chapters(safety, language):
        blocks += [one for one in section.blocks if isinstance(one, Table)]
    part = Part(title.in_(language), tuple(blocks), page=True)
    return replace(paper, parts=(*paper.parts, part, *_terms(safety, paper)))


def _terms(safety: SafetyPicture, paper: Paper) -> Iterator[Part]:
    for one in appendices.abbreviations(safety, tuple(paper.texts()), paper.language):
        yield Part(one.title, tuple(each for each in one.blocks if isinstance(each, Facts)), level=2)
