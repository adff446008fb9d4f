# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A decision as it is recorded: its days in order, and what a count of votes leads to.

The rules are those by which texts are read (``decision`` and ``validity``), held against plain days and
numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from baken.catalogue.law import load_law
from baken.council.decision import Dated, Decision, check_decision
from baken.council.validity import Reading, Source, VotingRules
from baken.council.vote import Meeting
from baken.model.errors import InputError
from baken.model.law import NOT_CHECKED, Article, LawRegister
from baken.model.remark import Remark, Span
from baken.model.text import Text

_NOWHERE = Span(0, 0)
_OF_DATES = {"decision-date", "college-date"}


def check_days(
    *, proposed: date | None = None, decided: date | None = None, meeting: date | None = None
) -> tuple[Remark, ...]:
    """Return what is out of order in the days of a decision; a day that is not known gives nothing.

    Rules: ``decision-date`` (not the day of the meeting) and ``college-date`` (the proposal of the executive
    is not from before the decision), as in ``check_decision``. Both are errors.
    """
    decision = Decision(
        meeting=Meeting(on=meeting, span=_NOWHERE if meeting else None),
        decided=Dated(on=decided, span=_NOWHERE) if decided else None,
        college=Dated(on=proposed, span=_NOWHERE) if proposed else None,
    )
    return tuple(replace(one, places=()) for one in check_decision(decision) if one.rule in _OF_DATES)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteResult:
    """What a count of votes leads to, with the articles of quorum and majority, whether checked or not."""

    reading: Reading
    quorum_article: Article | None
    majority_article: Article | None

    @property
    def words(self) -> Text:
        """Quorum, majority and outcome in a sentence. An article stands there only if it was checked."""
        one = self.reading
        nl, en = _cited(self.majority_article)
        outcome = {"adopted": "aangenomen", "rejected": "verworpen", "tied": "de stemmen staken"}[one.outcome]
        majority = Text(
            f"{one.favour} van {one.cast} stemmen voor, nodig {one.majority}{nl}: {outcome}.",
            f"{one.favour} of {one.cast} votes in favour, needed {one.majority}{en}: {one.outcome}.",
        )
        if one.quorum is None:
            quorum = Text("Het quorum is niet bekend.", "The quorum is not known.")
        else:
            nl, en = _cited(self.quorum_article)
            met = Text("gehaald", "met") if one.quorate else Text("niet gehaald", "not met")
            quorum = Text(f"Quorum {one.quorum}{nl}: {met.nl}.", f"Quorum {one.quorum}{en}: {met.en}.")
        return Text(f"{quorum.nl} {majority.nl}", f"{quorum.en} {majority.en}")


def vote_result(
    favour: int,
    against: int,
    seats: int | None,
    rules: VotingRules | None = None,
    law: LawRegister | None = None,
) -> VoteResult:
    """Judge a count of votes; without the number of seats there is no quorum to judge.

    Raises:
        InputError: a number is below nought, or there are more votes than seats.

    """
    rules, law = rules or VotingRules(), law or load_law()
    if favour < 0 or against < 0 or (seats is not None and seats < favour + against):
        raise InputError(
            f"{favour} votes in favour and {against} against cannot be, with {seats or 'unknown'} seats.",
            do="Correct the numbers.",
        )
    quorum = rules.quorum(seats) if seats else None
    reading = Reading(
        source=Source.CONCLUSION,
        favour=favour,
        against=against,
        majority=rules.majority(favour + against),
        outcome=rules.outcome(favour, against),
        quorum=quorum,
        quorate=favour + against >= quorum if quorum else None,
    )
    return VoteResult(
        reading=reading,
        quorum_article=_held(rules.quorum_article, law),
        majority_article=_held(rules.majority_article, law),
    )


def voting_rules(rules: VotingRules | None = None, law: LawRegister | None = None) -> VotingRules:
    """The rules of a vote in which only checked articles are named.

    The name of one that nobody checked, or that the register does not hold, is replaced by words in both
    languages that say so: remarks put the name into either.
    """
    rules, law = rules or VotingRules(), law or load_law()
    return replace(
        rules,
        quorum_article=_named(rules.quorum_article, law),
        majority_article=_named(rules.majority_article, law),
        abstention_article=_named(rules.abstention_article, law),
    )


def _held(citation: str, law: LawRegister) -> Article | None:
    return next((one for one in law.articles if one.citation == citation), None)


def _named(citation: str, law: LawRegister) -> str:
    article = _held(citation, law)
    return citation if article and article.checked else f"{NOT_CHECKED.nl} / {NOT_CHECKED.en}"


def _cited(article: Article | None) -> tuple[str, str]:
    words = f" ({article.citation})" if article and article.checked else ""
    return words, words
