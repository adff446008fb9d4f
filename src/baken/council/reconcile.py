# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether what a text says of a vote agrees with itself, with the seats of the council, and with the
rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from baken.council.validity import Council, Reading, VotingRules, counted, read_outcomes
from baken.council.vote import Manner, Outcome, Place, Side, SideList, StatedCount, Vote, Voter
from baken.model.remark import Remark, Span, Weight
from baken.model.text import Text

_SIDES = {
    Side.FOR: Text("voor", "in favour"),
    Side.AGAINST: Text("tegen", "against"),
    Side.ABSTAINED: Text("onthouding", "abstained"),
    Side.ABSENT: Text("afwezig", "absent"),
}
_OUTCOMES = {
    Outcome.ADOPTED: Text("aangenomen", "adopted"),
    Outcome.REJECTED: Text("verworpen", "rejected"),
    Outcome.TIED: Text("de stemmen staken", "the vote is tied"),
    Outcome.HELD_OVER: Text("aangehouden", "held over"),
    Outcome.WITHDRAWN: Text("ingetrokken", "withdrawn"),
}
_DECIDED = {Outcome.ADOPTED, Outcome.REJECTED, Outcome.TIED}


def reconcile(
    vote: Vote, council: Council | None = None, rules: VotingRules | None = None
) -> tuple[Remark, ...]:
    """Return what does not agree in a vote; each contradiction with all its places.

    Rules: ``vote-totals`` (named, stated and concluded numbers), ``vote-outcome``, ``vote-quorum``,
    ``vote-seats``, ``vote-faction``, ``vote-named-twice``, ``vote-both-sides``, ``vote-abstention``,
    ``vote-unanimous`` and ``vote-without-number``.
    """
    council, rules = council or Council(), rules or VotingRules()
    readings = read_outcomes(vote, council, rules)
    return tuple(
        remark
        for check in (
            _totals(vote, council, readings),
            _outcome(vote, readings),
            _seats(vote, council, rules, readings),
            _factions(vote, council),
            _twice(vote),
            _manner(vote, rules),
        )
        for remark in check
    )


@dataclass(frozen=True, slots=True)
class _Number:
    """A number for one side, what says it, and where."""

    count: int
    said: Text
    span: Span


def _numbers(vote: Vote, side: Side, council: Council) -> list[_Number]:
    found = []
    named = counted(vote, side, council)
    if named is not None:
        spans = [one.span for one in vote.lists if one.side == side]
        whole = Span(min(one.start for one in spans), max(one.end for one in spans))
        found.append(_Number(named, Text(f"{named} genoemd", f"{named} named"), whole))
    for one in vote.stated:
        if one.side == side:
            found.append(_Number(one.count, _said(one), one.span))
    return found


def _said(one: StatedCount) -> Text:
    if one.place is Place.LIST:
        return Text(f"{one.count} vermeld bij de lijst", f"{one.count} stated at the list")
    return Text(f"{one.count} in de conclusie", f"{one.count} concluded")


def _totals(vote: Vote, council: Council, readings: tuple[Reading, ...]) -> Iterator[Remark]:
    for side in Side:
        numbers = _numbers(vote, side, council)
        if len({one.count for one in numbers}) < 2:
            continue
        why = _explained(vote, side, numbers, council)
        same = _same_outcome(readings)
        name = _SIDES[side]
        yield Remark(
            rule="vote-totals",
            weight=Weight.ERROR,
            message=Text(
                f"De aantallen {name.nl} spreken elkaar tegen: {', '.join(one.said.nl for one in numbers)}."
                f"{why.nl}{same.nl}",
                f"The numbers {name.en} contradict each other: {', '.join(one.said.en for one in numbers)}."
                f"{why.en}{same.en}",
            ),
            places=tuple(one.span for one in numbers),
            settle=Text("Verbeter het aantal, of stel het vast uit de opname van de vergadering.",
                        "Correct the number, or establish it from the recording of the meeting."),
        )  # fmt: skip


def _explained(vote: Vote, side: Side, numbers: list[_Number], council: Council) -> Text:  # noqa: PLR0911 - one cause after another
    """The likely cause, if one fits exactly; what a person is to check, never a correction."""
    first = numbers[0].count
    odd = next(one.count for one in numbers if one.count != first)
    other = {Side.FOR: Side.AGAINST, Side.AGAINST: Side.FOR}.get(side)
    others = [one.count for one in _numbers(vote, other, council)] if other else []
    away = [one.count for one in _numbers(vote, Side.ABSENT, council)]
    for count in others:
        if first + count == odd and count:
            return Text(
                f" {first} + {count} = {odd}: dat is het aantal uitgebrachte stemmen.",
                f" {first}+{count}={odd} equals votes cast.",
            )
    for count in away:
        if first + count == odd and count:
            return Text(
                f" {first} + {count} = {odd}: de afwezigen lijken meegeteld.",
                f" {first}+{count}={odd}: the absent seem to have been counted.",
            )
    if odd in others and first not in others:
        return Text(
            f" {odd} is het aantal aan de andere kant: voor en tegen lijken verwisseld.",
            f" {odd} is the number of the other side: the sides seem to have been swapped.",
        )
    if str(first)[::-1] == str(odd) and first != odd:
        return Text(" De cijfers lijken verwisseld.", " The digits seem to have been swapped.")
    if _named_twice(vote, side) and first - len(_named_twice(vote, side)) == odd:
        return Text(" Een lid staat dubbel in de lijst.", " A member is in the list twice.")
    if odd - first in {1, 2} and len(numbers) > 1:
        return Text(" Er lijkt een naam te ontbreken.", " A name seems to be missing.")
    return Text("", "")


def _same_outcome(readings: tuple[Reading, ...]) -> Text:
    outcomes = {one.outcome for one in readings}
    if len(readings) < 2:
        return Text("", "")
    if len(outcomes) > 1:
        return Text(" De uitslag hangt ervan af.", " The outcome depends on it.")
    one = _OUTCOMES[next(iter(outcomes))]
    return Text(
        f" De uitslag is in elke lezing gelijk: {one.nl}.",
        f" The outcome is the same in every reading: {one.en}.",
    )


def _said_places(vote: Vote) -> list[SideList | StatedCount]:
    return [*vote.stated, *vote.lists]


def _outcome(vote: Vote, readings: tuple[Reading, ...]) -> Iterator[Remark]:
    if vote.outcome not in _DECIDED or vote.outcome_span is None:
        return
    said = _OUTCOMES[vote.outcome]
    for one in readings:
        tied = {one.outcome, vote.outcome} == {Outcome.TIED, Outcome.REJECTED}
        if one.outcome == vote.outcome or tied:
            continue
        follows = _OUTCOMES[one.outcome]
        spans = [here.span for here in _said_places(vote) if here.side in {Side.FOR, Side.AGAINST}]
        yield Remark(
            rule="vote-outcome",
            weight=Weight.ERROR,
            message=Text(
                f"Er staat '{said.nl}', maar {one.favour} voor en {one.against} tegen is: {follows.nl} "
                f"(nodig: {one.majority}).",
                f"It says '{said.en}', but {one.favour} in favour and {one.against} against is: {follows.en} "
                f"(needed: {one.majority}).",
            ),
            places=(vote.outcome_span, *spans),
        )
        return


def _seats(
    vote: Vote, council: Council, rules: VotingRules, readings: tuple[Reading, ...]
) -> Iterator[Remark]:
    seats = council.seats
    if not seats:
        return
    for one in readings:
        if one.cast > seats:
            yield Remark(
                rule="vote-seats",
                weight=Weight.ERROR,
                message=Text(
                    f"{one.cast} stemmen is meer dan de {seats} zetels van de raad.",
                    f"{one.cast} votes is more than the {seats} seats of the council.",
                ),
                places=(vote.span,),
            )
            return
    for one in readings:
        if one.quorate is False:
            yield Remark(
                rule="vote-quorum",
                weight=Weight.WARNING,
                message=Text(
                    f"{one.cast} stemmen is minder dan het quorum van {one.quorum} ({rules.quorum_article}).",
                    f"{one.cast} votes is below the quorum of {one.quorum} ({rules.quorum_article}).",
                ),
                places=(vote.span,),
            )
            return


def _factions(vote: Vote, council: Council) -> Iterator[Remark]:
    totals: dict[str, tuple[int, Span]] = {}
    for side in (Side.FOR, Side.AGAINST, Side.ABSTAINED):
        for voter in vote.voters(side):
            count, span = totals.get(voter.faction, (0, voter.span))
            totals[voter.faction] = (count + 1, span)
        for whole in vote.factions(side):
            if whole.count is None and council.seats_of(whole.faction) is None:
                yield _without_number(whole.faction, whole.span)
            count, span = totals.get(whole.faction, (0, whole.span))
            totals[whole.faction] = (count + (whole.count or 0), span)
    for name, (count, span) in totals.items():
        seats = council.seats_of(name)
        if council.factions and name and seats is None:
            yield Remark(
                rule="vote-faction",
                weight=Weight.WARNING,
                message=Text(f"De fractie {name} is niet bekend.", f"The faction {name} is not known."),
                places=(span,),
            )
        elif seats is not None and count > seats:
            yield Remark(
                rule="vote-faction",
                weight=Weight.ERROR,
                message=Text(
                    f"{count} stemmen van {name} is meer dan de {seats} zetels van die fractie.",
                    f"{count} votes of {name} is more than the {seats} seats of that faction.",
                ),
                places=(span,),
            )


def _without_number(faction: str, span: Span) -> Remark:
    return Remark(
        rule="vote-without-number",
        weight=Weight.NOTE,
        message=Text(
            f"De fractie {faction} staat er zonder aantal leden: er valt niets te tellen.",
            f"The faction {faction} is named without a number of members: nothing can be counted.",
        ),
        places=(span,),
    )


def _named_twice(vote: Vote, side: Side) -> list[tuple[Voter, Voter]]:
    seen: dict[tuple[str, ...], Voter] = {}
    found = []
    for voter in vote.voters(side):
        key = (*voter.key, voter.title.value)
        if key in seen:
            found.append((seen[key], voter))
        seen.setdefault(key, voter)
    return found


def _twice(vote: Vote) -> Iterator[Remark]:
    for side in Side:
        for first, second in _named_twice(vote, side):
            name = _SIDES[side]
            yield Remark(
                rule="vote-named-twice",
                weight=Weight.WARNING,
                message=Text(
                    f"{_called(second)} staat twee keer bij '{name.nl}': dubbel, of twee leden met een naam.",
                    f"{_called(second)} is named twice under '{name.en}': doubled, or two members of "
                    f"one name.",
                ),
                places=(first.span, second.span),
            )
    seen = {voter.key: (side, voter) for side in reversed(Side) for voter in vote.voters(side)}
    for side in Side:
        for voter in vote.voters(side):
            other, first = seen[voter.key]
            if other != side:
                one, two = _SIDES[other], _SIDES[side]
                yield Remark(
                    rule="vote-both-sides",
                    weight=Weight.ERROR,
                    message=Text(
                        f"{_called(voter)} staat bij '{one.nl}' en bij '{two.nl}'.",
                        f"{_called(voter)} is named under '{one.en}' and under '{two.en}'.",
                    ),
                    places=(first.span, voter.span),
                )


def _called(voter: Voter) -> str:
    return f"{voter.name} ({voter.faction})" if voter.faction else voter.name


def _manner(vote: Vote, rules: VotingRules) -> Iterator[Remark]:
    abstained = [one.span for one in _said_places(vote) if one.side is Side.ABSTAINED]
    stated = [one.count for one in vote.stated if one.side is Side.ABSTAINED]
    if abstained and not rules.abstention_allowed and (vote.lists or any(stated)):
        yield Remark(
            rule="vote-abstention",
            weight=Weight.NOTE,
            message=Text(
                f"Een lid dat meedoet stemt voor of tegen ({rules.abstention_article}); een "
                f"onthouding telt niet "
                "als stem.",
                f"A member who takes part votes for or against ({rules.abstention_article}); an "
                f"abstention is no "
                "vote.",
            ),
            places=tuple(abstained),
        )
    against = [one for one in vote.lists if one.side is Side.AGAINST]
    against_stated = [one for one in vote.stated if one.side is Side.AGAINST and one.count]
    if vote.manner is Manner.UNANIMOUS and vote.outcome_span and (against or against_stated):
        yield Remark(
            rule="vote-unanimous",
            weight=Weight.WARNING,
            message=Text(
                "Er staat dat het unaniem was, maar er staan ook stemmen tegen.",
                "It says that the vote was unanimous, but there are votes against.",
            ),
            places=(vote.outcome_span, *(one.span for one in against), *(one.span for one in against_stated)),
        )
