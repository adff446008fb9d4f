# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in meetings, decisions, factions and votes by name, beside the totals that a document states."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from baken.catalogue.cycle_entries import DecisionEntry, MeetingEntry, VoterEntry
from baken.catalogue.cycle_records import DecisionFile
from baken.cycle.models import AgendaItem, Agreement, Decision, Faction, Meeting, Membership, Vote
from baken.cycle.setup.documents import document_of
from baken.cycle.setup.putting import Putter


def slug(words: str) -> str:
    """Words as part of an id: letters and digits, with hyphens between them."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def put_decisions(putter: Putter, told: DecisionFile) -> None:
    """Meetings with their items, then decisions with their votes."""
    for meeting in told.meetings:
        _put_meeting(putter, meeting)
    for one in told.decisions:
        decision = _put_decision(putter, one)
        for choice, voter in _voters(one):
            values = {
                "decision": decision,
                "member": voter.member,
                "title": voter.title,
                "faction": _faction(putter, voter.faction, one.source),
                "choice": choice,
            }
            putter.put(Vote, f"{one.id[:30]}-{slug(voter.member)[:28]}", values, one.source)
        putter.take(decision, one.steps)
    for agreement in told.agreements:
        names = ("dated", "title", "parties", "agenda", "agreed")
        values = {name: getattr(agreement, name) for name in names}
        putter.put(Agreement, agreement.id, values, agreement.source)


def put_memberships(putter: Putter, told: DecisionFile) -> None:
    """Who belonged to which faction: as told with its days, and else from the day of the first vote on."""
    known = set()
    for entry in told.memberships:
        known.add(entry.member)
        values = {"member": entry.member, "start": entry.start, "end": entry.end}
        values["faction"] = _faction(putter, entry.faction, entry.source)
        putter.put(Membership, f"{slug(entry.member)[:40]}-{entry.start}", values, entry.source)
    for decision in sorted((one for one in told.decisions if one.taken), key=lambda one: str(one.taken)):
        for _, voter in _voters(decision):
            if voter.member in known:
                continue
            known.add(voter.member)
            faction = _faction(putter, voter.faction, decision.source)
            values = {"member": voter.member, "faction": faction, "start": decision.taken, "end": None}
            putter.put(Membership, f"{slug(voter.member)[:40]}-{decision.taken}", values, decision.source)


def _put_meeting(putter: Putter, one: MeetingEntry) -> None:
    names = ("body", "dated", "public", "seats", "note")
    meeting = putter.put(Meeting, one.id, {name: getattr(one, name) for name in names}, one.source)
    for item in one.items:
        values = {
            "meeting": meeting,
            "number": item.number,
            "title": item.title,
            "proposal": document_of(item.proposal),
        }
        putter.put(AgendaItem, f"{one.id}-{item.number}", values, one.source)


def _put_decision(putter: Putter, one: DecisionEntry) -> Decision:
    names = ("title", "body", "taken", "outcome", "stated_for", "stated_against", "note")
    signed = ("signed_first", "signed_first_on", "signed_second", "signed_second_on")
    values = {name: getattr(one, name) for name in (*names, *signed)} | {
        "item": AgendaItem.objects.get(pk=f"{one.meeting}-{one.item}") if one.item else None,
        "about": document_of(one.about),
        "proposal": document_of(one.proposal),
        "shown_by": document_of(one.shown_by),
        "evidence": one.source,
    }
    return putter.put(Decision, one.id, values, one.source)


def _voters(one: DecisionEntry) -> Iterator[tuple[Vote.Choice, VoterEntry]]:
    yield from ((Vote.Choice.FOR, voter) for voter in one.favour)
    yield from ((Vote.Choice.AGAINST, voter) for voter in one.against)


def _faction(putter: Putter, name: str, source: str) -> Faction:
    return putter.put_named(Faction, slug(name)[:60], {"name": name}, source)
