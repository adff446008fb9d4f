# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Lists that belong to a whole document: votes, abbreviations, documents it names, items of the press."""

from __future__ import annotations

from collections.abc import Iterator

from baken.council.vote import Side, Vote
from baken.model.text import Text
from baken.picture.checked import Listing
from baken.picture.checks.abbreviations import AbbreviationUse
from baken.picture.checks.attachments import NamedDocument
from baken.picture.checks.media import MediaItem

_SIDES = {Side.FOR: Text("voor", "in favour"), Side.AGAINST: Text("tegen", "against")}


def listings(
    votes: tuple[Vote, ...],
    uses: tuple[AbbreviationUse, ...],
    named: tuple[NamedDocument, ...],
    media: tuple[MediaItem, ...],
) -> tuple[Listing, ...]:
    """The lists that hold anything, in a fixed order."""
    found = (
        Listing(id="votes", title=_VOTES, lines=tuple(_votes(votes))),
        Listing(id="abbreviations", title=_SHORT, lines=tuple(_short(one) for one in uses)),
        Listing(id="documents", title=_NAMED, lines=tuple(_named(one.name, held=one.held) for one in named)),
        Listing(id="media", title=_MEDIA, lines=tuple(_item(one) for one in media)),
    )
    return tuple(one for one in found if one.lines)


_VOTES = Text("Stemmen per fractie", "Votes per faction")
_SHORT = Text("Afkortingen", "Abbreviations")
_NAMED = Text("Genoemde documenten", "Documents that are named")
_MEDIA = Text(
    "Berichten uit de media: illustratie, geen meting", "Items of the press: illustration, no measurement"
)
_UNKNOWN = Text("betekenis onbekend", "meaning unknown")
_TO_CONFIRM = Text("nog te bevestigen", "to be confirmed")


def _votes(votes: tuple[Vote, ...]) -> Iterator[Text]:
    for vote in votes:
        for side, word in _SIDES.items():
            totals = vote.faction_totals(side)
            if not totals:
                continue
            counts = ", ".join(f"{name} {'?' if count is None else count}" for name, count in totals.items())
            counted = vote.counted(side)
            total = "?" if counted is None else str(counted)
            yield Text(f"{word.nl} ({total}): {counts}", f"{word.en} ({total}): {counts}")


def _short(one: AbbreviationUse) -> Text:
    if not one.long:
        return Text(f"{one.short}: {_UNKNOWN.nl}", f"{one.short}: {_UNKNOWN.en}")
    sure = one.confirmed or one.explained is not None
    nl, en = ("", "") if sure else (f" ({_TO_CONFIRM.nl})", f" ({_TO_CONFIRM.en})")
    return Text(f"{one.short}: {one.long}{nl}", f"{one.short}: {one.long}{en}")


def _named(name: str, *, held: bool) -> Text:
    return (
        Text(f"{name}: aanwezig", f"{name}: held")
        if held
        else Text(f"{name}: genoemd, niet aanwezig", f"{name}: referred to, not held")
    )


def _item(one: MediaItem) -> Text:
    when = "" if one.published is None else f" {one.published.isoformat()}"
    at = "" if one.at is None else f" {one.at.strftime('%H:%M')}"
    return Text(
        f"{one.outlet or 'zonder medium'}{when or ' zonder datum'}{at}",
        f"{one.outlet or 'no outlet'}{when or ' no date'}{at}",
    )
