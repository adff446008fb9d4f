# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is said of a checked document in a few sentences, before everything else."""

from __future__ import annotations

from baken.catalogue.lexicon_language import load_languages
from baken.model.remark import Weight
from baken.model.text import Text
from baken.picture.checked import CheckedDocument
from baken.publications import check_words as words
from baken.publications.check_words import Mark, filled


def about(checked: CheckedDocument) -> Text:
    """What area it is about and on which day it speaks."""
    form = words.ABOUT if checked.said_known else words.ABOUT_UNDATED
    return filled(form, area=checked.area_name or checked.area, day=words.day_words(checked.said))


def claims_said(checked: CheckedDocument) -> Text:
    """How many claims it holds; of a text in another language, that it was not looked through for any."""
    number = len(checked.claims)
    form = words.MANY_CLAIMS if number > 1 else (words.ONE_CLAIM if number else words.NO_CLAIMS)
    said = filled(form, number=number)
    if not checked.is_foreign:
        return said
    foreign = _foreign(checked)
    return Text(f"{foreign.nl} {said.nl}", f"{foreign.en} {said.en}") if number else foreign


def _foreign(checked: CheckedDocument) -> Text:
    """That it is in another language than claims are looked for in."""
    names = {one.code: one.name for one in load_languages()}
    language, own = (names.get(code, Text(code, code)) for code in (checked.language, checked.read_in))
    return filled(words.FOREIGN, language=language, own=own)


def figures_said(checked: CheckedDocument) -> Text | None:
    """How many claims state a figure and for how many one is held; nothing where there is no claim."""
    number = len(checked.claims)
    if not number:
        return None
    held = sum(bool(one.figures) for one in checked.claims)
    stated = number - len(checked.without_figure)
    return filled(words.STATED, number=number, stated=stated, held=held)


def unread_said(checked: CheckedDocument) -> Text | None:
    """How many pages were not read, if any."""
    number = checked.document.unread_pages
    return filled(words.UNREAD, number=number) if number else None


def verdict_counts(checked: CheckedDocument) -> list[tuple[Mark, int]]:
    """How many claims got each verdict, without those that none got; what needs work comes first."""
    counts = checked.verdicts
    return [(words.VERDICTS[one], counts[one]) for one in words.IN_ORDER if counts[one]]


def weight_counts(checked: CheckedDocument) -> list[tuple[Mark, int]]:
    """How many remarks have each weight, without those that none has."""
    counts = {one: sum(remark.weight is one for remark in checked.remarks) for one in Weight}
    return [(words.WEIGHTS[one], counts[one]) for one in Weight if counts[one]]
