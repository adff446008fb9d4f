# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The result of a vote by faction: what the numbers lead to, and whether that is what was stated."""

from __future__ import annotations

from collections.abc import Iterator

from baken.council.vote import Outcome
from baken.model.text import Language, Text
from baken.publications.book.model import Paragraph
from baken.publications.report_model import Cell, Table
from baken.publications.word.cycle import words
from baken.publications.word.cycle.model import FactionVotes, RollCall
from baken.publications.word.cycle.said import missing, or_open
from baken.publications.word.model import Block

RESULT = Text("Uitslag van de stemming", "Result of the vote")
_BY_FACTION = Text("Stemmen per fractie", "Votes by faction")
_FACTION = Text("Fractie", "Faction")
_COLUMNS = (Text("Voor", "In favour"), Text("Tegen", "Against"), Text("Afwezig", "Absent"))
_NOT_TOLD = Text("staat er niet", "not told")
_STATED = Text("Volgens het stuk is het voorstel {outcome}.", "The record says that it was {outcome}.")
_NOT_STATED = Text("Het stuk zegt niet wat de uitslag was.", "The record does not say what the outcome was.")
_COUNTED = Text(
    "Uitgebracht zijn {cast} stemmen: {favour} voor en {against} tegen. Voor aanneming waren er {majority} "
    "nodig. De getallen leiden tot: {outcome}.",
    "{cast} votes were cast: {favour} in favour and {against} against. {majority} were needed to adopt. The "
    "numbers lead to: {outcome}.",
)
_NOT_COUNTED = Text(
    "Niet van elke fractie is bekend hoe zij stemde. Er is daarom niets uit op te maken over de meerderheid.",
    "Not of every faction is it known how it voted. So nothing follows on the majority.",
)
_DIFFERS = Text(
    "Let op: de getallen leiden tot een andere uitslag dan het stuk noemt.",
    "Note: the numbers lead to another outcome than the record states.",
)
_QUORUM = Text(
    "De raad telt {seats} leden; voor een geldige stemming moeten er ten minste {quorum} meedoen. Dat was "
    "{met}.",
    "The council has {seats} members; at least {quorum} must take part in a valid vote. This was {met}.",
)
_MET, _UNMET = Text("zo", "so"), Text("niet zo", "not so")
_NO_SEATS = Text(
    "Hoeveel leden de raad telt, is niet opgegeven; het quorum is niet te bepalen.",
    "How many members the council has is not given; the quorum cannot be determined.",
)
OUTCOMES = {
    Outcome.ADOPTED: Text("aangenomen", "adopted"),
    Outcome.REJECTED: Text("verworpen", "rejected"),
    Outcome.TIED: Text("geëindigd in gelijke stemmen", "tied"),
    Outcome.HELD_OVER: Text("aangehouden", "held over"),
    Outcome.WITHDRAWN: Text("ingetrokken", "withdrawn"),
}


def vote_blocks(vote: RollCall, language: Language) -> Iterator[Block]:
    """The votes by faction with what follows from them; unknown numbers are not counted as nought."""
    yield _table(vote, language)
    if vote.outcome is None:
        yield missing(_NOT_STATED, language)
    else:
        outcome = OUTCOMES[vote.outcome].in_(language)
        yield Paragraph(_STATED.in_(language).format(outcome=outcome))
    yield from _computed(vote, language)
    yield Paragraph(words.SOURCE.in_(language).format(source=or_open(vote.source, language)))


def _table(vote: RollCall, language: Language) -> Table:
    headers = tuple(one.in_(language) for one in (_FACTION, *_COLUMNS))
    rows = [_row(one.faction, _numbers(one), language) for one in vote.factions]
    sums = tuple(_sum([_numbers(one)[place] for one in vote.factions]) for place in range(3))
    rows.append(_row(words.TOGETHER.in_(language), sums, language))
    return Table(_BY_FACTION.in_(language), headers, tuple(rows), frozenset({1, 2, 3}))


def _numbers(one: FactionVotes) -> tuple[int | None, int | None, int | None]:
    return one.favour, one.against, one.absent


def _sum(numbers: list[int | None]) -> int | None:
    """The sum, or None where one is unknown or there is none."""
    known = [one for one in numbers if one is not None]
    return sum(known) if known and len(known) == len(numbers) else None


def _row(name: str, numbers: tuple[int | None, ...], language: Language) -> tuple[Cell, ...]:
    none = _NOT_TOLD.in_(language)
    figures = (Cell(none, missing=True) if one is None else Cell(str(one), numeric=True) for one in numbers)
    return (Cell(name), *figures)


def _computed(vote: RollCall, language: Language) -> Iterator[Block]:
    favour = _sum([one.favour for one in vote.factions])
    against = _sum([one.against for one in vote.factions])
    if favour is None or against is None:
        yield missing(_NOT_COUNTED, language)
        return
    cast = favour + against
    found = vote.rules.outcome(favour, against)
    said = _COUNTED.in_(language).format(
        cast=cast,
        favour=favour,
        against=against,
        majority=vote.rules.majority(cast),
        outcome=OUTCOMES[found].in_(language),
    )
    yield Paragraph(said)
    yield _quorum(vote, cast, language)
    if vote.outcome is not None and vote.outcome is not found:
        yield missing(_DIFFERS, language)


def _quorum(vote: RollCall, cast: int, language: Language) -> Block:
    if vote.seats is None:
        return missing(_NO_SEATS, language)
    quorum = vote.rules.quorum(vote.seats)
    met = (_MET if cast >= quorum else _UNMET).in_(language)
    return Paragraph(_QUORUM.in_(language).format(seats=vote.seats, quorum=quorum, met=met))
