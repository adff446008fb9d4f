# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Articles of law that a text cites, in one form: *artikel 38b lid 1 Politiewet 2012*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from baken.council.dutch import ORDINALS, plain, read_ordinal, tidy
from baken.model.remark import Remark, Span, Weight
from baken.model.text import Text

_ORDINAL = r"(?:[0-9]{1,2}(?:e|de|ste)|" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + ")"
_ARTICLE = r"[0-9]{1,4}(?::[0-9]{1,4})?(?:\.[0-9]{1,3})*[a-z]{0,2}\b"
_MEMBER = rf"(?:,?\s*(?:lid\s+(?P<lid>[0-9]{{1,2}})|(?P<lid2>{_ORDINAL})\s+lid))?"
_LETTER = r"(?:\s*,?\s*(?:aanhef\s+en\s+)?(?:onder(?:deel)?|sub|letter)\s+(?P<letter>[a-z0-9]{1,2})\b)?"
# A verb or a link ends the name of an act: "de Wet tijdelijk huisverbod is van kracht".
_STOP = (
    r"(?!(?:is|zijn|was|wordt|worden|werd|kan|kunnen|mag|mogen|moet|moeten|heeft|hebben|stelt|stellen|geeft|geldt|"
    r"bepaalt|biedt|waarin|waarmee|waarbij|dat|die|dit|zoals|alsmede|alsook|of|als|om|maar|dan|ook|niet|"
    r"en(?=\s+(?:de|het|een|art|artikel|in|op|van|bij)\b))\b)"
)
_LAW = (
    rf"(?:Wet(?:\s+{_STOP}[a-z]+){{1,9}}(?:\s+[12][0-9]{{3}})?|Algemene\s+(?:wet|plaatselijke\s+verordening)"
    r"(?:\s+(?!(?:is|en|van|of|voor|zijn|kan|mag)\b)[a-z]{2,})?|Wetboek\s+van\s+[A-Z]?[a-z]+|[A-Z][A-Za-z-]*(?:wet|besluit|verordening|regeling|verdrag|reglement)"
    r"(?:\s+[12][0-9]{3})?|Grondwet|[A-Z][A-Za-z]{0,5}[A-Zvb]{1,3}\b)"
)
_CITED = re.compile(
    rf"(?:(?:het\s+)?(?P<before>{_ORDINAL})\s+lid\s*,?\s+van\s+)?"
    rf"\b(?:[Aa]rt(?:ikel(?:en)?|t?\.|\b))\s*(?P<article>{_ARTICLE})"
    rf"(?P<more>(?:\s*(?:,|en|of|t/m)\s+(?:artikel\s+)?{_ARTICLE}(?!\s*lid)){{0,12}}){_MEMBER}{_LETTER}"
    rf"(?:\s*,)?(?:\s+(?:van|uit|der|in)\s+)?(?:(?:de|het)\s+)?\s*(?P<law>{_LAW})?"
)
_NUMBER = re.compile(_ARTICLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LawNames:
    """How laws are called: the other names of each, beside the one that is used.

    Configuration: it is to be checked against the law in force, and can be extended by whoever uses it.
    """

    others: Mapping[str, str] = field(
        default_factory=lambda: {
            "Politiewet": "Politiewet 2012",
            "Awb": "Algemene wet bestuursrecht",
            "APV": "Algemene plaatselijke verordening",
            "Wth": "Wet tijdelijk huisverbod",
            "Sr": "Wetboek van Strafrecht",
            "Sv": "Wetboek van Strafvordering",
            "AVG": "Algemene verordening gegevensbescherming",
        }
    )

    def one(self, law: str) -> str:
        """The one name of a law, capitals aside."""
        law = tidy(law)
        names = {other.casefold(): name for other, name in self.others.items()}
        names |= {name.casefold(): name for name in self.others.values()}
        return names.get(law.casefold(), law[:1].upper() + law[1:])


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One article that is cited. ``law`` is empty where the text names none; ``member`` is the *lid*.

    ``written`` is the law as the text writes it.
    """

    article: str
    law: str
    span: Span
    written: str = ""
    member: int | None = None
    letter: str = ""

    @property
    def form(self) -> str:
        """The one form; citations of the same article have the same one."""
        parts = [f"artikel {self.article}"]
        parts += [f"lid {self.member}"] if self.member else []
        parts += [f"onder {self.letter}"] if self.letter else []
        return " ".join([*parts, self.law] if self.law else parts)


def read_citations(text: str, names: LawNames | None = None) -> tuple[Citation, ...]:
    """Return the articles that a text cites, in its order; a series gives one record for each article."""
    return tuple(_each(text, names or LawNames()))


def citations_by_form(citations: tuple[Citation, ...]) -> dict[str, tuple[Citation, ...]]:
    """The citations of each article together, however it is written."""
    forms: dict[str, list[Citation]] = {}
    for one in citations:
        forms.setdefault(one.form, []).append(one)
    return {form: tuple(found) for form, found in forms.items()}


def check_citations(citations: tuple[Citation, ...]) -> tuple[Remark, ...]:
    """Return a note for each article of which the law goes by two names (``law-two-names``).

    An abbreviation beside its full name is no second name.
    """
    remarks = []
    articles: dict[tuple[str, str], list[Citation]] = {}
    for one in citations:
        if one.written:
            articles.setdefault((one.article, one.law), []).append(one)
    for same in articles.values():
        one = same[0]
        names = {other.written.casefold(): other.written for other in same if not _is_short(other.written)}
        if len(names) > 1:
            quoted = " en ".join(f"'{name}'" for name in names.values())
            remarks.append(
                Remark(
                    rule="law-two-names",
                    weight=Weight.NOTE,
                    message=Text(
                        f"De wet van artikel {one.article} heet in de tekst niet overal hetzelfde: {quoted}.",
                        f"The law of article {one.article} goes by more than one name: "
                        f"{quoted.replace(' en ', ' and ')}.",
                    ),
                    places=tuple(other.span for other in same),
                    settle=Text(f"Schrijf overal '{one.law}'.", f"Write '{one.law}' throughout."),
                )
            )
    return tuple(remarks)


def _is_short(law: str) -> bool:
    """Whether the name of a law is an abbreviation: *Awb*, *APV*, *Sr*."""
    return len(law) <= 6 and " " not in law and not law.casefold().endswith("wet")


def _each(text: str, names: LawNames) -> Iterator[Citation]:
    for found in _CITED.finditer(plain(text)):
        written = tidy(found["law"] or "")
        law = names.one(written) if written else ""
        lid = found["lid"] or found["lid2"] or found["before"]
        member = (int(lid) if lid.isdigit() else read_ordinal(lid)) if lid else None
        numbers = [found["article"], *_NUMBER.findall(found["more"])]
        for place, article in enumerate(numbers):
            last = place == len(numbers) - 1
            yield Citation(
                article=article,
                law=law,
                written=written,
                member=member if last else None,
                letter=(found["letter"] or "") if last else "",
                span=Span(found.start(), len(text[: found.end()].rstrip(" ,\n"))),
            )
