# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How old the figures of a document are on the day of the decision, per table and per sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from baken.catalogue.lexicon_language import DocumentLexicon
from baken.documents.document import Document
from baken.model.period import whole_months
from baken.model.remark import Remark, Span, Weight
from baken.model.text import Text
from baken.picture.checks._sentences import sentences

_YEAR = r"(?:19|20)\d\d"
_HEADER = re.compile(rf"(?:[^\d\n|]{{0,60}}[|\s])?{_YEAR}(?:[\s|]+{_YEAR}){{1,30}}\s*$")
_SOURCE_NEAR = 3


@dataclass(frozen=True, slots=True)
class FiguresAge:
    """The newest year of the figures at one place, and how many whole months it had ended at the decision.

    ``limit`` is the number of months up to which such figures count as fresh.
    """

    place: Span
    newest: int
    months: int
    limit: int
    table: bool

    @property
    def is_old(self) -> bool:
        """Whether the figures are older than the limit."""
        return self.months > self.limit


def figures_ages(
    document: Document, decided: date, limits: dict[str, int], lexicon: DocumentLexicon
) -> tuple[FiguresAge, ...]:
    """The age of the figures of each table and each sentence with a figure and a year, in order.

    ``limits`` gives months by frequency (``yearly``, ``two-yearly``), as the country's profile has them.
    """
    found = [*_tables(document, decided, limits, lexicon), *_in_sentences(document, decided, limits, lexicon)]
    return tuple(sorted(found, key=lambda age: age.place))


def ageing_remarks(
    document: Document, decided: date, limits: dict[str, int], lexicon: DocumentLexicon
) -> tuple[Remark, ...]:
    """A remark on each table or sentence, a warning where it is too old, and on a text without any."""
    ages = figures_ages(document, decided, limits, lexicon)
    if not ages and not re.search(lexicon.figure, document.text, re.IGNORECASE):
        return (
            Remark(
                rule="ageing-no-figures",
                weight=Weight.WARNING,
                message=Text(
                    "Dit document bevat geen gemeten cijfer met een jaar.",
                    "This document holds no measured figure with a year.",
                ),
                settle=Text(
                    "Geef bij een bewering over veiligheid het cijfer en het jaar.",
                    "Give figure and year with a claim.",
                ),
            ),
        )
    return tuple(_remark(age) for age in ages)


def _remark(age: FiguresAge) -> Remark:
    what = Text("Deze tabel", "This table") if age.table else Text("Deze zin", "This sentence")
    old = (
        Text(", ouder dan de grens van", ", older than the limit of")
        if age.is_old
        else Text("; de grens is", "; the limit is")
    )
    return Remark(
        rule="ageing-old" if age.is_old else "ageing-age",
        weight=Weight.WARNING if age.is_old else Weight.NOTE,
        message=Text(
            f"{what.nl}: het nieuwste jaar is {age.newest}, bij het besluit {age.months} maanden oud"
            f"{old.nl} {age.limit}.",
            f"{what.en}: the newest year is {age.newest}, {age.months} months old at the decision"
            f"{old.en} {age.limit}.",
        ),
        places=(age.place,),
        settle=Text(
            "Neem nieuwere cijfers op of zeg waarom die er niet zijn.",
            "Take newer figures or say why there are none.",
        )
        if age.is_old
        else None,
    )


def _tables(
    document: Document, decided: date, limits: dict[str, int], lexicon: DocumentLexicon
) -> Iterator[FiguresAge]:
    for number, block in enumerate(document.blocks):
        words = block.span.of(document.text)
        if len(words) > 400 or not _HEADER.fullmatch(words):
            continue
        years = sorted({int(year) for year in re.findall(_YEAR, words)})
        first = max(0, number - _SOURCE_NEAR)
        around = document.text[document.blocks[first].span.start : block.span.end]
        yield _age(block.span, years[-1], decided, _limit(around, limits, lexicon), table=True)


def _limit(around: str, limits: dict[str, int], lexicon: DocumentLexicon) -> int:
    return limits["two-yearly" if re.search(lexicon.two_yearly, around, re.IGNORECASE) else "yearly"]


def _in_sentences(
    document: Document, decided: date, limits: dict[str, int], lexicon: DocumentLexicon
) -> Iterator[FiguresAge]:
    figure = re.compile(lexicon.figure, re.IGNORECASE)
    in_year = re.compile(
        rf"(?<![\w./-])(?:{lexicon.before_year}) ({_YEAR})(?!\s?[-–]\s?\d|-\d|\w)", re.IGNORECASE
    )
    for span in sentences(document):
        words = span.of(document.text)
        years = [int(found) for found in in_year.findall(words)]
        past = [year for year in years if year <= decided.year]
        if past and figure.search(words):
            yield _age(span, max(past), decided, _limit(words, limits, lexicon), table=False)


def _age(place: Span, year: int, decided: date, limit: int, *, table: bool) -> FiguresAge:
    return FiguresAge(place, year, max(0, whole_months(date(year, 12, 31), decided)), limit, table)
