# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The members and factions of one list of a vote, in any of the ways in which clerks write them.

Two grammars occur. By member: ``dhr. Jansen (VVD), mw. De Vries (SP)``. By faction: ``VVD (5)``,
``VVD (Jansen, De Vries)``, ``VVD: Jansen, De Vries`` or ``VVD 5``. Which one a list follows is judged
over the
whole list, so that one odd name does not turn it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from baken.council.dutch import NUMBER, PARTICLES, plain, read_number, tidy
from baken.council.pieces import Piece, cut
from baken.council.vote import FactionVote, Side, SideList, Title, Voter
from baken.model.remark import Span

_COUNT = re.compile(rf"({NUMBER})(?:\s*(?:x|leden|lid|stemmen|stem|zetels?|raadsleden))?", re.IGNORECASE)
_TRAILING = re.compile(r"^(?P<name>.*\S)\s+(?P<count>[0-9]{1,3})$", re.DOTALL)
_LEADING = re.compile(r"^(?P<count>[0-9]{1,3})\s*(?:x\s*)?(?P<name>[^\W\d].*)$", re.DOTALL)
_ALL = re.compile(r"(?P<all>beiden?|allen|alle\s+\w+)(?:\s+van)?\s+(?:de\s+)?(?P<name>.+)", re.DOTALL)
_FACTION_WORD = re.compile(
    r"\b(?:partij|lijst|fractie|groep|belang(?:en)?|leefbaar|lokaal|stads?\w*|dorps\w*|gemeente\w*|burger\w*|"
    r"senioren|ouderen|vereniging|samen|progressief|liberaal|christen\w*|forum|volt|denk|bbb|vooruit)\b",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[A-Z]{2}|[a-z][A-Z]|[0-9]|[:+/&]")
_FACTION_LEAD = re.compile(
    r"^(?:(?:namens|door|van|ook|door)\s+)?(?:(?:de|het)\s+)?(?:fracties?\s+(?:van\s+)?)?(?:(?:de|het)\s+(?=[A-Z]))?",
    re.IGNORECASE,
)
_FACTION_TAIL = re.compile(r"(?:\s*-?\s*fractie|,)$", re.IGNORECASE)
_INITIALS = re.compile(r"^((?:[A-Z][a-z]?\.\s?-?){1,6}|[A-Z]{1,4}(?=\s))\s*")
_DEGREE = re.compile(r"^(?:(?:drs|dr|ir|ing|prof|mr|bc)\.?\s+)+", re.IGNORECASE)
_TITLES = {"sir": Title.SIR, "madam": Title.MADAM, "": Title.NONE}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListHint:
    """What is known of a list before it is read.

    ``by_faction`` is what the words in front of it say (*de fracties van*, *de leden*); None if nothing.
    ``factions`` are names that are known for sure, in any capitals. ``strict`` refuses a list that holds
    anything but names, because it was found in running text.
    """

    by_faction: bool | None = None
    by_line: bool = False
    strict: bool = False
    factions: frozenset[str] = frozenset()

    def knows(self, name: str) -> bool:
        """Whether this is the name of a known faction."""
        return tidy(name).casefold() in self.factions


def read_list(text: str, span: Span, side: Side, hint: ListHint | None = None) -> SideList:
    """Read the members and factions between two offsets; pieces that are neither are left out."""
    hint = hint or ListHint()
    pieces = cut(text, span.start, span.end, by_line=hint.by_line)
    by_faction = _is_by_faction(text, pieces, hint)
    reader = _by_faction if by_faction else _by_member
    voters, factions, refused = reader(text, pieces, hint)
    if hint.strict and refused:
        return SideList(side=side, span=span)
    return SideList(side=side, span=span, voters=tuple(voters), factions=tuple(factions))


def looks_like_faction(words: str, hint: ListHint | None = None) -> bool:
    """Whether words look like the name of a faction rather than of a member: *D66*, *PvdA*, *Lijst
    Jansen*."""
    name = _faction_name(words)
    if hint and hint.knows(name):
        return True
    return bool(_FACTION_WORD.search(plain(name)) or _CAPITALS.search(_INITIALS.sub("", plain(name))))


_Read = tuple[list[Voter], list[FactionVote], int]


def _is_by_faction(text: str, pieces: list[Piece], hint: ListHint) -> bool:
    if any(one.title for one in pieces):
        return False
    if any(re.search(r"\w\s*:\s", plain(one.words(text))) for one in pieces):
        return True
    inners = [tidy(one.inner(text)) for one in pieces if one.brackets]
    if inners:
        return _brackets_by_faction([(one, text) for one in pieces if one.brackets], hint)
    if hint.by_faction is not None:
        return hint.by_faction
    words = [tidy(one.words(text)) for one in pieces]
    liked = sum(looks_like_faction(one, hint) or bool(_TRAILING.match(one)) for one in words)
    return liked * 2 >= len(words) and bool(words)


def _brackets_by_faction(bracketed: list[tuple[Piece, str]], hint: ListHint) -> bool:
    """Whether the brackets hold numbers or members, and the factions stand in front of them."""
    score = 0.0
    inners = [tidy(piece.inner(text)) for piece, text in bracketed]
    for (piece, text), inner in zip(bracketed, inners, strict=True):
        head = tidy(piece.words(text))
        if _COUNT.fullmatch(plain(inner)):
            score -= 3
            continue
        score += 2 * hint.knows(inner) - 2 * hint.knows(head)
        score += looks_like_faction(inner, hint) - looks_like_faction(head, hint)
        score -= 2 * (bool(re.search(r",|\ben\b", inner)) and not hint.knows(inner))
        score -= 2 * bool(re.search(r"\b(?:dhr|mw|mevrouw|heer|mevr)\b", inner))
        first = head.split(" ", 1)[0]
        score += bool(_INITIALS.match(plain(head))) + (plain(first).casefold() in PARTICLES)
        score -= bool(_INITIALS.match(plain(inner)))
    repeated = len(inners) - len({one.casefold() for one in inners})
    return (score - 0 < 0 and repeated <= len(inners) / 2) or score < -len(inners)


def _by_member(text: str, pieces: list[Piece], hint: ListHint) -> _Read:
    voters: list[Voter] = []
    refused = 0
    running = ""
    for piece in pieces:
        running = piece.title if piece.plural else ("" if piece.title else running)
        inner = piece.inner(text)
        everyone = _ALL.fullmatch(tidy(inner))
        faction = _faction_name(everyone["name"] if everyone else inner)
        if "," in faction and not hint.knows(faction):
            parts = [one.strip() for one in faction.split(",")]
            faction = next((one for one in parts if looks_like_faction(one, hint)), parts[0])
        voter = _voter(text, piece, faction, piece.title or running)
        if voter is None:
            refused += 1
            continue
        voters.append(voter)
        if everyone:
            _spread(voters, faction, 2 if everyone["all"].startswith("beide") else len(voters))
    return voters, [], refused


def _spread(voters: list[Voter], faction: str, most: int) -> None:
    """Give the last members that have no faction this one: *Jansen en De Vries (beiden VVD)*."""
    for place in range(len(voters) - 2, max(-1, len(voters) - 1 - most), -1):
        if voters[place].faction:
            return
        old = voters[place]
        voters[place] = Voter(
            name=old.name, faction=faction, span=old.span, title=old.title, initials=old.initials
        )


def _by_faction(text: str, pieces: list[Piece], hint: ListHint) -> _Read:
    voters: list[Voter] = []
    factions: list[FactionVote] = []
    refused = 0
    current = ""
    for piece in _rejoined(text, pieces, hint):
        words = piece.words(text)
        colon = re.search(r":\s+|:$", plain(words))
        if colon:
            current = _faction_name(words[: colon.start()])
            piece = _after(piece, piece.start + colon.end())  # noqa: PLW2901 - the rest of the same piece
            words = piece.words(text)
        if current:
            refused += _held_by(text, piece, current, voters, factions)
        elif piece.brackets and not _COUNT.fullmatch(plain(tidy(piece.inner(text)))):
            name = _faction_name(words)
            inside = cut(text, *piece.brackets[0])
            read = [_voter(text, one, name, one.title) for one in inside]
            voters += [one for one in read if one]
            refused += read.count(None)
        else:
            whole = _whole(piece, words, piece.inner(text))
            factions += [whole] if whole else []
            refused += whole is None
    return voters, factions, refused


def _held_by(text: str, piece: Piece, faction: str, voters: list[Voter], factions: list[FactionVote]) -> int:
    """Take a piece that stands behind *faction:*; 1 if it is neither number nor member."""
    words = tidy(piece.words(text)) or tidy(piece.inner(text))
    count = _COUNT.fullmatch(plain(words))
    if count:
        number = read_number(count[1])
        factions.append(FactionVote(faction=faction, count=number, span=Span(piece.start, piece.end)))
        return 0
    voter = _voter(text, piece, faction, piece.title)
    if voter:
        voters.append(voter)
    return int(voter is None and bool(words))


def _after(piece: Piece, start: int) -> Piece:
    start = min(start, piece.end)
    return Piece(start=start, end=piece.end, mark=piece.mark, brackets=piece.brackets)


def _rejoined(text: str, pieces: list[Piece], hint: ListHint) -> list[Piece]:
    """Put the names of factions back together that hold the word *en*: *Jong en Vrij (3)*.

    In a list that is set off by commas or brackets, *en* parts two factions only before the last one.
    """
    commas = any(one.mark in {",", ";"} for one in pieces)
    joined: list[Piece] = []
    for place, piece in enumerate(pieces):
        last = joined[-1] if joined else None
        inner_end = last and last.brackets
        whole = last is not None and hint.knows(text[last.start : piece.end])
        middle = (
            commas
            and place < len(pieces) - 1
            and not (last and looks_like_faction(last.words(text)) and looks_like_faction(piece.words(text)))
        )
        if last and piece.mark == "en" and not inner_end and (whole or (middle and not hint.factions)):
            last.end, last.brackets = piece.end, piece.brackets
        else:
            joined.append(piece)
    return joined


def _whole(piece: Piece, words: str, inner: str) -> FactionVote | None:
    """A faction as a whole, with the number of its members where the text gives it."""
    name, count = words, None
    if inner:
        found = _COUNT.fullmatch(plain(tidy(inner)))
        count = read_number(found[1]) if found else None
    else:
        for pattern in (_TRAILING, _LEADING):
            found = pattern.match(tidy(words))
            if found and not re.fullmatch(r"(?i)lijst|partij|groep", found["name"]):
                name, count = found["name"], int(found["count"])
                break
    name = _faction_name(name)
    if not name or not re.search(r"[^\W\d_]", name) or _is_prose(name):
        return None
    return FactionVote(faction=name, count=count, span=Span(piece.start, piece.end))


def _is_prose(name: str) -> bool:
    words = name.split()
    small = sum(word[0].islower() and word not in PARTICLES and word not in {"en", "voor"} for word in words)
    return len(words) > 7 or small > 1 or not any(letter.isupper() or letter.isdigit() for letter in name)


def _faction_name(words: str) -> str:
    """The name of a faction without *de fractie van* and quotes; its own punctuation is kept."""
    name = tidy(words).strip(" \"'„“”‘’,;")
    name = _FACTION_LEAD.sub("", name, count=1) if not name.startswith(("De ", "Het ")) else name
    if name.casefold().startswith(("de fractie", "het fractie")):
        name = _FACTION_LEAD.sub("", name, count=1)
    return _FACTION_TAIL.sub("", name).strip() or tidy(words)


def _voter(text: str, piece: Piece, faction: str, title: str) -> Voter | None:
    """A member, or None where the words are no name."""
    words = tidy(piece.words(text))
    words = _DEGREE.sub("", words)
    initials = piece.before
    found = _INITIALS.match(plain(words))
    if found and found.end() < len(words):
        initials = initials or found[1].strip()
        words = words[found.end() :]
    if not _is_name(words):
        return None
    return Voter(
        name=words,
        faction=faction,
        span=Span(piece.start, piece.end),
        title=_TITLES[title],
        initials=tidy(initials),
    )


def _is_name(words: str) -> bool:
    """Whether words can be a surname: capitals, with particles in small letters."""
    parts = re.split(r"\s+", words.strip())
    if not words.strip() or len(parts) > 7 or re.search(r"[0-9:;!?]", words):
        return False
    proper = [one for one in parts if plain(one).casefold() not in PARTICLES]
    big = [one for one in proper if any(letter.isupper() for letter in re.split(r"['-]", plain(one))[0][:1])]
    other = [
        one
        for one in proper
        if one not in big and not re.match(r"(?:['a-z]{1,2}'|[a-z]{1,3}-)[A-Z]", plain(one))
    ]
    return not other and bool(proper)
