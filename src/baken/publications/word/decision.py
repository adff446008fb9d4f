# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The decision of the council: the same points as in the proposal, with places for day and signatures."""

from __future__ import annotations

import re

from baken.catalogue.council_papers import load_proposal
from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.publications.book.model import Paragraph
from baken.publications.book.words import day_in
from baken.publications.word import words
from baken.publications.word.model import Block, Field, Line, Point, Points

_NUMBER = re.compile(r"^\d+\. ")


def decision_blocks(
    safety: SafetyPicture, points: tuple[Point, ...], language: Language
) -> tuple[Block, ...]:
    """The text of the decision, without its heading."""
    material = safety.material
    name = material.municipality.name
    held = load_proposal(material.municipality.code)
    college = day_in(held.college, language) if held.college else ""
    meeting = day_in(held.meeting, language) if held.meeting else ""
    # The country names its law first and then what it asks.
    law = material.catalogue.country.duty.in_(language).partition(":")[0]
    author, clerk = words.AUTHOR, words.CLERK
    clerk_signs, chair_signs = (one.in_(language) for one in words.SIGNED)
    return (
        Paragraph(words.COUNCIL.in_(language).format(name=name.upper())),
        Line(
            (
                words.SEEN.in_(language),
                field(words.COLLEGE_DAY, author, language, college),
                words.OF_DEPARTMENT.in_(language),
                field(words.DEPARTMENT, author, language, held.department),
                words.NO.in_(language),
                field(words.NUMBER, author, language, held.number),
                ";",
            )
        ),
        Line((words.LOOKED.in_(language), field(words.LEGAL, words.LAWYER, language, law), ";")),
        Paragraph(words.DECIDES.in_(language)),
        points_or_field(points, language),
        Line(
            (words.ALDUS.in_(language).format(name=name), field(words.DAY, clerk, language, meeting), "."),
        ),
        Line((clerk_signs,)),
        Line((chair_signs,)),
    )


def points_or_field(points: tuple[Point, ...], language: Language) -> Block:
    """The points, or a place for the first where none is known."""
    if points:
        return Points(points)
    name = words.POINT.in_(language).format(number=1)
    return Field(name, words.AUTHOR.in_(language))


def field(name: Text, who: Text, language: Language, filled: str = "") -> Field:
    """A place to fill in, or what is known already."""
    return Field(_NUMBER.sub("", name.in_(language)), who.in_(language), filled)
