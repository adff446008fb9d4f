# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The decision of the council: the same points as in the proposal, with places for day and signatures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from baken.catalogue.council_papers import load_proposal
from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.publications.book.model import Paragraph
from baken.publications.book.words import day_in
from baken.publications.word import words
from baken.publications.word.model import Block, Field, Line, Point, Points

_NUMBER = re.compile(r"^\d+\. ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a decision, as printed; what is empty is left to be filled in.

    ``college`` and ``meeting`` are days. ``signed`` is what stands behind the places of clerk and chair.
    """

    name: str
    college: str = ""
    meeting: str = ""
    department: str = ""
    number: str = ""
    law: str = ""
    signed: tuple[str, str] = ("", "")


def decision_blocks(
    safety: SafetyPicture, points: tuple[Point, ...], language: Language
) -> tuple[Block, ...]:
    """The text of the decision, without its heading."""
    material = safety.material
    held = load_proposal(material.municipality.code)
    known = Known(
        name=material.municipality.name,
        college=day_in(held.college, language) if held.college else "",
        meeting=day_in(held.meeting, language) if held.meeting else "",
        department=held.department,
        number=held.number,
        # The country names its law first and then what it asks.
        law=material.catalogue.country.duty.in_(language).partition(":")[0],
    )
    return decision_text(known, points, language)


def decision_text(known: Known, points: tuple[Point, ...], language: Language) -> tuple[Block, ...]:
    """The text of a decision of the council from what is known of it, without its heading."""
    name = known.name
    author, clerk = words.AUTHOR, words.CLERK
    return (
        Paragraph(words.COUNCIL.in_(language).format(name=name.upper())),
        Line(
            (
                words.SEEN.in_(language),
                field(words.COLLEGE_DAY, author, language, known.college),
                words.OF_DEPARTMENT.in_(language),
                field(words.DEPARTMENT, author, language, known.department),
                words.NO.in_(language),
                field(words.NUMBER, author, language, known.number),
                ";",
            )
        ),
        Line((words.LOOKED.in_(language), field(words.LEGAL, words.LAWYER, language, known.law), ";")),
        Paragraph(words.DECIDES.in_(language)),
        points_or_field(points, language),
        Line(
            (
                words.ALDUS.in_(language).format(name=name),
                field(words.DAY, clerk, language, known.meeting),
                ".",
            ),
        ),
        *(
            Line((f"{who.in_(language)} {said}",) if said else (who.in_(language),))
            for who, said in zip(words.SIGNED, known.signed, strict=True)
        ),
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
