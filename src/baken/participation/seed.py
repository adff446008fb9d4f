# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in who took part in the programmes of a municipality, as its folder of data tells it."""

from __future__ import annotations

from baken.accounts.changes import Asked, change, create
from baken.catalogue.participation import load_participation
from baken.cycle.models import Document, Party
from baken.model.errors import NotHeldError
from baken.model.governance import ProductKind
from baken.model.participation import EarlierName, NamedContribution, NamedParty, ParticipationLog
from baken.participation.models import Contribution


def fill(area: str, asked: Asked) -> int:
    """Make the parties and contributions that are not there yet; what people changed since stays theirs.

    Returns: how many records were made.

    Raises:
        NotHeldError: the programme that the log is about is not among the documents.

    """
    log = load_participation(area)
    if not log.contributions and not log.parties:
        return 0
    before = Party.objects.count() + Contribution.objects.count()
    parties = {one.name: _party(one, asked) for one in log.parties}
    for one in log.parties:
        _members(parties[one.name], one, parties, asked)
    if log.contributions:
        programme = _programme(log)
        for each in log.contributions:
            _contribution(f"{area}-{log.programme_from}-{each.id}", each, log, programme, parties, asked)
    return Party.objects.count() + Contribution.objects.count() - before


def _party(named: NamedParty, asked: Asked) -> Party:
    """The party by its name; one that is there already is not touched."""
    found = Party.objects.filter(name__iexact=named.name).first()
    if found is not None:
        return found
    values = {
        "name": named.name,
        "kind": named.kind,
        "domain": named.domain,
        "aliases": [_alias(one) for one in named.aliases],
        "source": named.source,
        "note": named.note,
    }
    return create(Party, values, asked)


def _alias(one: EarlierName) -> dict[str, str]:
    """An earlier name as the party keeps it; what is not known is not there."""
    days = {"named_on": one.named_on, "until": one.until}
    words = {"name": one.name, "short": one.short, "note": one.note}
    told = {name: day.isoformat() for name, day in days.items() if day}
    return {name: word for name, word in words.items() if word} | told


def _members(party: Party, named: NamedParty, parties: dict[str, Party], asked: Asked) -> None:
    if named.members and not party.members.exists():
        change(party, {"members": [parties[name] for name in named.members]}, asked)


def _programme(log: ParticipationLog) -> Document:
    rows = Document.objects.filter(
        kind=ProductKind.PROGRAMME, start=log.programme_from, withdrawn=False
    ).order_by("pk")
    found = rows.first()
    if found is None:
        raise NotHeldError(
            f"there is no programme from {log.programme_from} among the documents.",
            do="Take in the documents first.",
        )
    return found


def _contribution(  # noqa: PLR0913, PLR0917 - the parts of one record
    key: str,
    named: NamedContribution,
    log: ParticipationLog,
    programme: Document,
    parties: dict[str, Party],
    asked: Asked,
) -> None:
    if Contribution.objects.filter(pk=key).exists():
        return
    values = {
        "id": key,
        "about": programme,
        "party": parties[named.party],
        "named_as": named.named_as,
        "via": parties[named.via] if named.via else None,
        "when_words": named.when,
        "how": named.how,
        "result": named.result,
        "source": named.source or f"{log.document}, {log.place}",
        "note": named.note,
    }
    create(Contribution, values, asked)
