# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Lists that belong to a whole document: votes, abbreviations, articles, documents it names, the press."""

from __future__ import annotations

from collections.abc import Iterator

from baken.council.citations import Citation, citations_by_form
from baken.council.vote import Manner, Matter, Outcome, Side, Vote
from baken.council.vote_table import SideRow, faction_rows, side_rows
from baken.model.text import MONTHS, Text
from baken.picture.checked import Listing
from baken.picture.checks.abbreviations import AbbreviationUse
from baken.picture.checks.attachments import NamedDocument
from baken.picture.checks.media import MediaItem
from baken.picture.document_council import CouncilPart

SIDES = {
    Side.FOR: Text("voor", "in favour"),
    Side.AGAINST: Text("tegen", "against"),
    Side.ABSTAINED: Text("onthouden", "abstained"),
    Side.ABSENT: Text("afwezig", "absent"),
}
OUTCOMES = {
    Outcome.ADOPTED: Text("aangenomen", "adopted"),
    Outcome.REJECTED: Text("verworpen", "rejected"),
    Outcome.TIED: Text("stemmen staken", "tied"),
    Outcome.HELD_OVER: Text("aangehouden", "held over"),
    Outcome.WITHDRAWN: Text("ingetrokken", "withdrawn"),
}
_MATTERS = {
    Matter.PROPOSAL: Text("voorstel", "proposal"),
    Matter.AMENDMENT: Text("amendement", "amendment"),
    Matter.MOTION: Text("motie", "motion"),
    Matter.OTHER: Text("stemming", "vote"),
}
_MANNERS = {
    Manner.UNANIMOUS: Text("met algemene stemmen", "unanimously"),
    Manner.WITHOUT_VOTE: Text("zonder stemming", "without a vote"),
}


def listings(
    text: str,
    council: CouncilPart,
    uses: tuple[AbbreviationUse, ...],
    named: tuple[NamedDocument, ...],
    media: tuple[MediaItem, ...],
) -> tuple[Listing, ...]:
    """The lists that hold anything, in a fixed order; ``text`` is without personal data."""
    found = (
        Listing(id="votes", title=_VOTES, lines=tuple(_votes(council.votes))),
        Listing(id="articles", title=_ARTICLES, lines=tuple(_articles(council.citations))),
        Listing(id="abbreviations", title=_SHORT, lines=tuple(_short(one) for one in uses)),
        Listing(id="documents", title=_NAMED, lines=tuple(_named(one.name, held=one.held) for one in named)),
        Listing(id="media", title=_MEDIA, lines=tuple(_item(one, text) for one in media)),
    )
    return tuple(one for one in found if one.lines)


_VOTES = Text("Stemmen per fractie", "Votes per faction")
_ARTICLES = Text("Artikelen van wetten", "Articles of law")
_SHORT = Text("Afkortingen", "Abbreviations")
_NAMED = Text("Genoemde documenten", "Documents that are named")
_MEDIA = Text(
    "Berichten uit de media: illustratie, geen meting", "Items of the press: illustration, no measurement"
)
_UNKNOWN = Text("betekenis onbekend", "meaning unknown")
_TO_CONFIRM = Text("nog te bevestigen", "to be confirmed")


def vote_words(number: int, vote: Vote) -> Text:
    """What was voted on, when, and what came of it."""
    on, item = vote.meeting.on, vote.meeting.item
    matter = _MATTERS[vote.matter]
    name = f" {vote.number}" if vote.number else ""
    nl, en = [f"{matter.nl}{name}"], [f"{matter.en}{name}"]
    if on:
        month = MONTHS[on.month - 1]
        nl.insert(0, f"{on.day} {month.nl} {on.year}")
        en.insert(0, f"{on.day} {month.en} {on.year}")
    if item:
        nl.insert(len(nl) - 1, f"agendapunt {item}")
        en.insert(len(en) - 1, f"item {item}")
    for words in (vote.manner and _MANNERS.get(vote.manner), vote.outcome and OUTCOMES[vote.outcome]):
        nl += [words.nl] if words else []
        en += [words.en] if words else []
    return Text(f"{number}. {', '.join(nl)}", f"{number}. {', '.join(en)}")


def _votes(votes: tuple[Vote, ...]) -> Iterator[Text]:
    """A line for each vote, and one for each side of it."""
    sides, factions = side_rows(votes), faction_rows(votes)
    for number, vote in enumerate(votes, 1):
        yield vote_words(number, vote)
        for side in (one for one in sides if one.number == number):
            own = [one for one in factions if (one.number, one.side) == (number, side.side)]
            counts = ", ".join(f"{one.faction} {'?' if one.votes is None else one.votes}" for one in own)
            yield _side(side, f": {counts}" if counts else "")


def _side(row: SideRow, counts: str) -> Text:
    word, total = SIDES[row.side], "?" if row.count is None else row.count
    return Text(f"{word.nl} ({total}){counts}", f"{word.en} ({total}){counts}")


def _articles(citations: tuple[Citation, ...]) -> Iterator[Text]:
    """The articles of a law that is named. None is held against the law in force, and each line says so."""
    for form, found in citations_by_form(tuple(one for one in citations if one.law)).items():
        nl, en = (f" ({len(found)} keer)", f" ({len(found)} times)") if len(found) > 1 else ("", "")
        yield Text(f"{form}{nl}: niet aan de wet getoetst", f"{form}{en}: not checked against the law")


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


def _item(one: MediaItem, text: str) -> Text:
    when = "" if one.published is None else f" {one.published.isoformat()}"
    at = "" if one.at is None else f" {one.at.strftime('%H:%M')}"
    headline = " ".join(one.headline.of(text).split())
    return Text(
        f"{one.outlet or 'zonder medium'}{when or ' zonder datum'}{at}: {headline}",
        f"{one.outlet or 'no outlet'}{when or ' no date'}{at}: {headline}",
    )
