# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where residents can go with what happens to them: the telephone numbers that somebody checked."""

from __future__ import annotations

from baken.picture.contacts import directory_of
from baken.publications.book.model import Block, Facts, Paragraph, Section
from baken.publications.residents import words
from baken.publications.residents.chapters import Edition


def where_to_go(edition: Edition) -> Section:
    """Each issue with the number to call, and the website of the municipality where one is known."""
    material, language = edition.safety.material, edition.language
    numbers: dict[str, list[str]] = {}
    for shown in directory_of(material):
        for one in shown.contacts[:1]:
            if one.reach.phone:
                numbers.setdefault(one.reach.phone, []).append(shown.issue.name.in_(language))
    pairs = [(number, "; ".join(issues)) for number, issues in numbers.items()]
    if material.municipality.website:
        pairs.append((edition.said(words.GO_WEBSITE), material.municipality.website))
    block: Block = Facts(tuple(pairs)) if pairs else Paragraph(edition.said(words.GO_NOBODY))
    return Section(edition.said(words.GO), (block,))
