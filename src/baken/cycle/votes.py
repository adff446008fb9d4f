# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Taking over the votes of a decision from the words of the minutes, and judging what they lead to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from baken.accounts.changes import Asked, change, create
from baken.council.ledger_decision import VoteResult, vote_result, voting_rules
from baken.council.membership import Membership as Held
from baken.council.membership import faction_on
from baken.council.reconcile import reconcile
from baken.council.roll_call import read_votes
from baken.council.validity import Council
from baken.council.vote import Side, Voter
from baken.council.vote import Vote as Read
from baken.cycle.models import Decision, Faction, Membership, Vote
from baken.model.errors import InputError
from baken.model.text import Text

_SIDES = {Side.FOR: Vote.Choice.FOR, Side.AGAINST: Vote.Choice.AGAINST}


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """The votes that a text names. ``remarks`` say what in the text does not add up."""

    read: Read
    voters: tuple[tuple[Vote.Choice, Voter], ...]
    remarks: tuple[Text, ...]

    def stated(self, side: Side) -> int | None:
        """How many votes the conclusion of the text says; the last that it states."""
        found = [one.count for one in self.read.stated if one.side is side]
        return found[-1] if found else None


def read_minutes(text: str, seats: int | None) -> Taken:
    """The votes that minutes name.

    Raises:
        InputError: no vote by name is in the text, or several are.

    """
    found = [one for one in read_votes(text) if any(side.voters for side in one.lists)]
    if len(found) != 1:
        raise InputError(
            _("The text holds %(count)d votes by name.") % {"count": len(found)},
            do=_("Give the lines of one vote."),
        )
    vote = found[0]
    voters = tuple(
        (_SIDES[one.side], voter) for one in vote.lists if one.side in _SIDES for voter in one.voters
    )
    remarks = reconcile(vote, Council(seats=seats), voting_rules())
    return Taken(read=vote, voters=voters, remarks=tuple(one.message for one in remarks))


def take_over(decision: Decision, taken: Taken, asked: Asked) -> int:
    """Record the votes of a decision, with the faction that each member had on its day.

    A member of whom no faction is known on that day gets the one that the minutes name.

    Returns: how many votes were recorded.

    Raises:
        InputError: votes are recorded already, the decision has no day, or a member was in another faction.

    """
    if decision.votes.filter(withdrawn=False).exists():
        raise InputError(_("Votes of this decision are recorded already."), do=_("Withdraw them first."))
    if decision.taken is None:
        raise InputError(_("This decision has no day yet."), do=_("Fill it in first."))
    held = [_plain(one) for one in Membership.objects.filter(withdrawn=False).select_related("faction")]
    for choice, voter in taken.voters:
        faction = _faction(voter, decision.taken, held, asked)
        values = {
            "decision": decision,
            "title": voter.title.value,
            "member": voter.name,
            "faction": faction,
            "choice": choice,
        }
        create(Vote, values, asked)
    stated = {"stated_for": taken.stated(Side.FOR), "stated_against": taken.stated(Side.AGAINST)}
    change(decision, stated, Asked(by=asked.by, why=asked.why))
    return len(taken.voters)


def _faction(voter: Voter, on: date, held: list[Held], asked: Asked) -> Faction:
    known = faction_on(held, voter.name, on)
    if known is not None and known != voter.faction:
        raise InputError(
            _("%(member)s was in %(known)s on that day, the minutes say %(said)s.")
            % {"member": voter.name, "known": known, "said": voter.faction},
            do=_("Check the memberships."),
        )
    faction = Faction.objects.filter(name=voter.faction, withdrawn=False).first()
    if faction is None:
        faction = create(Faction, {"name": voter.faction}, asked)
    if known is None:
        create(Membership, {"member": voter.name, "faction": faction, "start": on}, asked)
        held.append(Held(member=voter.name, faction=voter.faction, start=on))
    return faction


def _plain(one: Membership) -> Held:
    return Held(member=one.member, faction=one.faction.name, start=one.start, end=one.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The votes of a decision by faction and together; ``differs`` where other totals were stated."""

    by_faction: tuple[tuple[str, int, int], ...]
    result: VoteResult
    differs: bool


def count(decision: Decision) -> Counted | None:
    """Count the votes that are recorded; None where there are none."""
    votes = list(decision.votes.filter(withdrawn=False).select_related("faction"))
    if not votes:
        return None
    favour = Counter(one.faction.name for one in votes if one.choice == Vote.Choice.FOR)
    against = Counter(one.faction.name for one in votes if one.choice == Vote.Choice.AGAINST)
    seats = decision.item.meeting.seats if decision.item else None
    stated = (decision.stated_for, decision.stated_against)
    counted = (favour.total(), against.total())
    return Counted(
        by_faction=tuple(_rows(favour, against)),
        result=vote_result(*counted, seats),
        differs=stated not in {(None, None), counted},
    )


def _rows(favour: Counter[str], against: Counter[str]) -> Iterator[tuple[str, int, int]]:
    names = sorted({*favour, *against}, key=lambda one: (-favour[one] - against[one], one))
    yield from ((one, favour[one], against[one]) for one in names)
