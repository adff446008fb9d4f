# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Loose words of time as days, by what the rules of the country say that they mean."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

from baken.council.fuzzy_dates import Bound, DateEnds, FuzzyDate, read_dates
from baken.cycle.calendar.moments import Moment
from baken.model.cycle_rules import LooseWords
from baken.model.errors import InputError
from baken.model.remark import Span
from baken.model.text import Text


def ends_of(loose: LooseWords) -> DateEnds:
    """What loose words mean, as the reader of dates takes it."""
    return DateEnds(**{one.name: getattr(loose, one.name) for one in fields(DateEnds)})


def said(words: str, loose: LooseWords, on: date | None = None) -> FuzzyDate:
    """The date that some words name; words that name none are kept with both ends open.

    Args:
        words: such as *uiterlijk begin 2027*.
        loose: what loose words mean.
        on: the day of the document, for words that look from it (*voor de zomer*).

    Raises:
        InputError: they name more than one date.

    """
    found = read_dates(words, on, ends_of(loose))
    if len(found) > 1:
        raise InputError(f"'{words}' names {len(found)} dates.", do="Give each of them a moment of its own.")
    if found:
        return found[0]
    return FuzzyDate(words=words, span=Span(0, len(words)), earliest=None, latest=None, bound=Bound.OPEN)


def in_year(template: str, year: int) -> str:
    """The words of a rule for one year: {year}, {next} and {last} are that year, the next and the last."""
    return (
        template.replace("{year}", str(year))
        .replace("{next}", str(year + 1))
        .replace("{last}", str(year - 1))
    )


def titled(title: Text, year: int) -> Text:
    """The title of a rule for one year."""
    return Text(in_year(title.nl, year), in_year(title.en, year))


def timed(moment: Moment, words: str, loose: LooseWords, on: date | None = None) -> Moment:
    """A moment with the days that some words allow, as a document or a rule puts them.

    Raises:
        InputError: the words name more than one date.

    """
    when = said(words, loose, on)
    return replace(moment, words=when.words, earliest=when.earliest, latest=when.latest)
