# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A proposal and the decision that goes with it: their points, dates, signatures and marks."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from baken.council.dutch import plain, tidy
from baken.council.meeting import DATE, date_of, read_meeting
from baken.council.proposal_sections import PROPOSAL_ORDER, read_sections
from baken.council.signing import Role, Signature, SigningState, missing_of, signing_state
from baken.council.vote import Meeting
from baken.model.remark import Remark, Span, Weight
from baken.model.text import Text

_LONGEST = 6000
_POINTS = re.compile(
    r"^[ \t\f]*(?:[0-9]{1,2}[.)]?[ \t]+)?(?:beslispunten|beslispunt|gevraagd besluit|voorgesteld "
    r"besluit|voorstel|"
    r"(?:de|uw) (?:gemeente)?raad (?:wordt|voor te stellen)[^\n]{0,60}|wij stellen (?:u|de raad) "
    r"voor[^\n]{0,30})[ \t]*:?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_DECIDES = re.compile(
    r"^[ \t\f]*(?:de raad[ \t]+)?(?:besluit|besluiten|b e s l u i t)[ \t]*:?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ALDUS = re.compile(
    r"\baldus\s+(?:besloten|vastgesteld|gedaan)\b(?P<words>[^.;]{0,240}?)(?P<when>" + DATE + r")",
    re.IGNORECASE,
)
_END = re.compile(r"\baldus\s+(?:besloten|vastgesteld)\b", re.IGNORECASE)
_COLLEGE = re.compile(
    r"\bvoorstel(?:len)?\s+van\s+(?:het\s+)?(?:college(?:\s+van)?\s*)?(?:burgemeester\s+(?:en|&)\s+wethouders|b\s?&\s?w|b\s+en\s+w)?"
    r"[^.;0-9]{0,60}?(?:d\.?\s?d\.?|van|dd\.?)\s*(?P<when>" + DATE + r")",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"\b(?:zaak(?:nummer|nr\.?)|registratie(?:nummer|nr\.?)|reg\.\s?nr\.?|kenmerk|dossiernummer|documentnummer|"
    r"voorstelnummer|nummer|no\.|nr\.)\s*:?\s*(?P<number>[A-Z]{0,5}[-/.]?[0-9][\w./-]{2,24}[0-9])",
    re.IGNORECASE,
)
_DEPARTMENT = re.compile(
    r"\b(?:organisatieonderdeel\s*:?|(?:afdeling|directie|team"
    r"|domein)\s*:)\s+(?P<name>[A-Z][^,;.:\n]*(?:\n[ \t]*[a-z][^,;.:\n]*)?)"
)
_ROLE = re.compile(
    r"\b(?P<role>(?:de\s+)?(?:plv\.?\s+|waarnemend\s+|plaatsvervangend\s+)?(?:griffier|voorzitter))"
    r"(?:\s*[,:]|(?=[ \t]*(?:\n|\||$|de\s+(?:griffier|voorzitter)\b)))",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"^[ \t\f]*(?:(?P<number>[0-9]{1,2})[.)]|(?P<letter>[a-z])[.)]|(?P<bullet>[-–•*]))[ \t]+(?=\S)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPoint:
    """One numbered point; points without a number count from 1."""

    number: int
    words: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A day with the place where it stands."""

    on: date
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a document holds of a proposal and its decision; what it does not hold is None or empty.

    ``body`` is who decided and ``public`` whether it says that the meeting was public.
    """

    meeting: Meeting
    proposed: tuple[DecisionPoint, ...] = ()
    drafted: tuple[DecisionPoint, ...] = ()
    decided: Dated | None = None
    body: str = ""
    public: bool = False
    college: Dated | None = None
    case_number: str = ""
    case_span: Span | None = None
    department: str = ""
    department_span: Span | None = None
    signatures: tuple[Signature, ...] = ()

    @property
    def state(self) -> SigningState:
        """Unsigned until the name and day of both clerk and chair are there."""
        return signing_state(self.signatures)


def read_decision(text: str) -> Decision:
    """Read what a document holds of a proposal and its decision."""
    words = plain(text)
    decided = _ALDUS.search(words)
    college = _COLLEGE.search(words)
    case = _CASE.search(words)
    department = _DEPARTMENT.search(words)
    said = tidy(decided["words"]) if decided else ""
    body = re.search(r"\bdoor\s+(?:de\s+|het\s+)?(?P<body>raad|gemeenteraad|college)", said, re.IGNORECASE)
    return Decision(
        meeting=read_meeting(text),
        proposed=_proposed(text, words),
        drafted=_drafted(text, words),
        decided=_dated(decided),
        body=body["body"].casefold() if body else "",
        public="openbare" in said.casefold(),
        college=_dated(college),
        case_number=case["number"] if case else "",
        case_span=Span(*case.span("number")) if case else None,
        department=tidy(text[slice(*department.span("name"))]) if department else "",
        department_span=Span(*department.span("name")) if department else None,
        signatures=_signatures(words, decided.end(), date_of(decided)) if decided else (),
    )


def _dated(found: re.Match[str] | None) -> Dated | None:
    on = date_of(found) if found else None
    return Dated(on=on, span=Span(*found.span("when"))) if found and on else None


def _proposed(text: str, words: str) -> tuple[DecisionPoint, ...]:
    headings = [one.span.start for one in read_sections(text, PROPOSAL_ORDER)]
    for found in _POINTS.finditer(words):
        end = min([one for one in headings if one > found.end()], default=found.end() + _LONGEST)
        points = _points(text, words, (found.end(), min(end, len(words), found.end() + _LONGEST)))
        if points:
            return points
    return ()


def _drafted(text: str, words: str) -> tuple[DecisionPoint, ...]:
    end = _END.search(words)
    if end is None:
        return ()
    before = list(_DECIDES.finditer(words, max(0, end.start() - _LONGEST), end.start()))
    return _points(text, words, (before[-1].end(), end.start())) if before else ()


def _points(text: str, words: str, place: tuple[int, int]) -> tuple[DecisionPoint, ...]:
    """Numbered points that count on from 1; else points with a letter or bullet; else the first paragraph."""
    items = list(_ITEM.finditer(words, *place))
    if not items:
        body = re.compile(r"\S[^\n]*(?:\n[ \t]*\S[^\n]*)*").search(words, *place)
        return _cut(text, [(1, *body.span())]) if body else ()
    kept: list[re.Match[str]] = []
    until = place[1]
    for one in items:
        if one["number"] and int(one["number"]) != len(kept) + 1:
            until = one.start()
            break
        kept.append(one)
    ends = [one.start() for one in kept[1:]] + [until]
    return _cut(
        text,
        [
            (n, one.end(), _paragraph(words, one.end(), end))
            for n, (one, end) in enumerate(zip(kept, ends, strict=True), 1)
        ],
    )


def _paragraph(words: str, start: int, end: int) -> int:
    """Where a point ends: at a gap of two empty lines, if not before."""
    gap = re.compile(r"\n[ \t]*\n[ \t]*\n").search(words, start, end)
    return gap.start() if gap else end


def _cut(text: str, places: list[tuple[int, int, int]]) -> tuple[DecisionPoint, ...]:
    return tuple(
        DecisionPoint(
            number=number,
            words=tidy(text[start:end]),
            span=Span(start, start + len(text[start:end].rstrip())),
        )
        for number, start, end in places
        if text[start:end].strip()
    )


def _signatures(words: str, start: int, decided: date | None) -> tuple[Signature, ...]:
    """The places to sign behind the decision, each with the place of the name that belongs to it.

    One without a day of its own has that of the decision.
    """
    roles = list(_ROLE.finditer(words, start, min(len(words), start + 600)))
    if not roles:
        return ()
    between = words[roles[0].end() : roles[-1].start()]
    on_one_line = len(roles) > 1 and "\n" not in between and not _NAME_BEGINS.search(between)
    names = list(_names(words, roles[-1].end())) if on_one_line else []
    found = []
    for place, one in enumerate(roles):
        if on_one_line:
            name, limit = names[place] if place < len(names) else None, one.end()
        else:
            limit = roles[place + 1].start() if place + 1 < len(roles) else one.end() + 120
            name = next(iter(_names(words[:limit], one.end())), None)
        day = _DAY.search(words, one.end(), limit)
        role = Role.CLERK if "griffier" in one["role"].casefold() else Role.CHAIR
        on = date_of(day) if day else decided
        found.append(Signature(role=role, span=Span(*one.span()), name=name, on=on))
    return tuple(found)


_DAY = re.compile(DATE, re.IGNORECASE)
_NAME_BEGINS = re.compile(r"(?<!\w)(?!De\b)[A-Z█]")
_NEXT_NAME = re.compile(r"(?<=[a-z]{2}) (?=[A-Z]\.)")
_BLOT = "█"
"""What stands in place of a name that was blotted out before the text was read."""
_NAME = re.compile(
    rf"{_BLOT}[{_BLOT} ]*|(?:[A-Z][\w'.-]*|van|de|der|den|ten|ter|mr\.|drs\.|dr\.|ir\.)"
    r"(?:[ ](?=\S)(?:[A-Z][\w'.-]*|van|de|der|den|ten|ter))*"
)


# Lines that may stand behind the places to sign and hold no name.
_NO_NAME = re.compile(
    r"^[ \t]*(?:bijlagen?|afschrift|kopie|cc|datum|zaak|dossier|contact|portefeuille|paraaf|pagina)\b",
    re.IGNORECASE | re.MULTILINE,
)


def _names(words: str, start: int) -> Iterator[Span]:
    end = min(len(words), start + 200)
    other = _NO_NAME.search(words, start, end)
    for found in _NAME.finditer(words, start, other.start() if other else end):
        # Two names beside each other: the second begins with initials or a title of its own.
        cuts = [found.start(), *(cut.end() for cut in _NEXT_NAME.finditer(words, *found.span())), found.end()]
        for first, last in itertools.pairwise(cuts):
            if any(letter.isupper() or letter == _BLOT for letter in words[first:last]):
                yield Span(first, first + len(words[first:last].rstrip()))


def check_decision(decision: Decision) -> tuple[Remark, ...]:
    """Return what does not agree in a decision.

    Rules: ``decision-point-differs``, ``decision-point-missing``, ``decision-date`` (not the day of the
    meeting), ``college-date`` (the proposal is younger than the decision) and ``decision-unsigned``.
    """
    return (*compare_points(decision.proposed, decision.drafted), *_dates(decision), *_unsigned(decision))


def compare_points(
    proposed: tuple[DecisionPoint, ...], drafted: tuple[DecisionPoint, ...]
) -> tuple[Remark, ...]:
    """Compare the points of a proposal with those of its draft decision word by word.

    Capitals and the marks at the ends of words do not count. Without points on one side there is nothing to
    compare.
    """
    if not proposed or not drafted:
        return ()
    remarks = []
    others = {one.number: one for one in drafted}
    for one in proposed:
        other = others.pop(one.number, None)
        remarks += [_missing(one, "draft")] if other is None else _difference(one, other)
    remarks += [_missing(one, "proposal") for one in others.values()]
    return tuple(remarks)


def _missing(one: DecisionPoint, where: str) -> Remark:
    nl = {"draft": "in het raadsbesluit", "proposal": "in het voorstel"}[where]
    return Remark(
        rule="decision-point-missing",
        weight=Weight.ERROR,
        message=Text(
            f"Beslispunt {one.number} staat niet {nl}.", f"Decision point {one.number} is not in the {where}."
        ),
        places=(one.span,),
    )


def _bare(words: str) -> list[str]:
    return [bare for word in words.split() if (bare := word.strip(".,;:\"'()“”‘’").casefold())]


def _difference(one: DecisionPoint, other: DecisionPoint) -> list[Remark]:
    first, second = _bare(one.words), _bare(other.words)
    changes = [
        (" ".join(first[a:b]), " ".join(second[c:d]))
        for kind, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
        if kind != "equal"
    ]
    if not changes:
        return []
    nl = "; ".join(
        f"'{a}' werd '{b}'" if a and b else (f"'{a}' verviel" if a else f"'{b}' kwam erbij")
        for a, b in changes
    )
    en = "; ".join(
        f"'{a}' became '{b}'" if a and b else (f"'{a}' left out" if a else f"'{b}' added") for a, b in changes
    )
    return [
        Remark(
            rule="decision-point-differs",
            weight=Weight.ERROR,
            message=Text(
                f"Beslispunt {one.number} verschilt: {nl}.", f"Decision point {one.number} differs: {en}."
            ),
            places=(one.span, other.span),
        )
    ]


def _dates(decision: Decision) -> Iterator[Remark]:
    decided, meeting, college = decision.decided, decision.meeting, decision.college
    if decided and meeting.on and meeting.span and decided.on != meeting.on:
        yield Remark(
            rule="decision-date",
            weight=Weight.ERROR,
            message=Text(
                f"Het besluit is van {decided.on}, de vergadering van {meeting.on}.",
                f"The decision is of {decided.on}, the meeting of {meeting.on}.",
            ),
            places=(meeting.span, decided.span),
        )
    day = decided.on if decided else meeting.on
    span = decided.span if decided else meeting.span
    if college and day and span and college.on >= day:
        yield Remark(
            rule="college-date",
            weight=Weight.ERROR,
            message=Text(
                f"Het voorstel van het college ({college.on}) is niet van voor het besluit ({day}).",
                f"The proposal of the executive ({college.on}) is not from before the decision ({day}).",
            ),
            places=(college.span, span),
        )


def _unsigned(decision: Decision) -> Iterator[Remark]:
    if decision.decided and decision.state is SigningState.UNSIGNED:
        missing = missing_of(decision.signatures)
        nl, en = (", ".join(words) for words in ([one.nl for one in missing], [one.en for one in missing]))
        yield Remark(
            rule="decision-unsigned",
            weight=Weight.NOTE,
            message=Text(
                f"Het besluit is niet ondertekend. Nog niet vastgelegd: {nl}.",
                f"The decision is unsigned. Not recorded yet: {en}.",
            ),
            places=(decision.decided.span, *(one.span for one in decision.signatures if not one.name)),
        )
