# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Articles of law that a text cites, in one form, and the entry of the register that each of them means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from baken.catalogue.law import load_law
from baken.council.dutch import ORDINALS, plain, read_ordinal, tidy
from baken.model.law import Article, LawRegister
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
_CITED = (
    rf"(?:(?:het\s+)?(?P<before>{_ORDINAL})\s+lid\s*,?\s+van\s+)?"
    rf"\b(?:[Aa]rt(?:ikel(?:en)?|t?\.|\b))\s*(?P<article>{_ARTICLE})"
    rf"(?P<more>(?:\s*(?:,|en|of|t/m)\s+(?:artikel\s+)?{_ARTICLE}(?!\s*lid)){{0,12}}){_MEMBER}{_LETTER}"
    r"(?:\s*,)?(?:\s+(?:van|uit|der|in)\s+)?(?:(?:de|het)\s+)?\s*"
)
_NUMBER = re.compile(_ARTICLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LawNames:
    """How laws are called: the other names of each, beside the one that is used.

    They are those of the register of legal bases (`baken.catalogue.law`), unless others are given.
    """

    others: Mapping[str, str] = field(default_factory=lambda: load_law().other_names)

    def one(self, law: str) -> str:
        """The one name of a law, capitals and accents aside."""
        law = tidy(law)
        names = {plain(other).casefold(): name for other, name in self.others.items()}
        names |= {plain(name).casefold(): name for name in self.others.values()}
        return names.get(plain(law).casefold(), law[:1].upper() + law[1:])


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


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of a citation, with the names of laws that do not look like one, such as *Wet Bibob*.

    Long names are also known in small letters; another year makes it another law.
    """
    longest = sorted(names, key=len, reverse=True)
    words = {name: r"\s+".join(map(re.escape, name.split())) + r"(?!\w)" for name in longest}
    unusual = [words[name] for name in longest if not re.fullmatch(_LAW, name)]
    small = "|".join(words[name] for name in longest if len(name) > 6)
    known = [*unusual, _LAW, rf"(?i:{small})(?!\s+[12][0-9]{{3}})"] if small else [*unusual, _LAW]
    return re.compile(rf"{_CITED}(?P<law>{'|'.join(known)})?")


def _each(text: str, names: LawNames) -> Iterator[Citation]:
    pattern = _pattern(tuple(sorted({plain(name) for pair in names.others.items() for name in pair})))
    for found in pattern.finditer(plain(text)):
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What a written citation means: ``form`` is its one form, ``article`` None where the register lacks it.

    ``why`` says which entry it is, or why there is none.
    """

    written: str
    form: str
    article: Article | None
    why: Text


def resolve(written: str, register: LawRegister | None = None) -> Resolved:
    """Find the one entry of the register that a written citation means, however it is spelt.

    A member or letter that the register does not hold apart belongs to its article, and an article to its law
    where the register holds that as a whole. The other way round nothing is assumed.
    """
    register = register or load_law()
    names = LawNames(others=register.other_names)
    forms = citations_by_form(read_citations(written, names))
    if len(forms) > 1:
        why = Text(
            f"Hier staan {len(forms)} artikelen; geef er een tegelijk.",
            f"These are {len(forms)} articles; give one at a time.",
        )
        return Resolved(written=written, form="", article=None, why=why)
    one = next(iter(forms.values()))[0] if forms else None
    if one is not None and not one.law:
        why = Text(f"Bij {one.form} staat niet welke wet.", f"For {one.form} no law is named.")
        return Resolved(written=written, form=one.form, article=None, why=why)
    law = one.law if one else names.one(re.sub(r"^(?:de|het)\s+", "", tidy(written)))
    form = one.form if one else law
    cited = {entry.citation: entry for entry in register.articles}
    found = next((cited[name] for name in _wider(one, law) if name in cited), None)
    return Resolved(written=written, form=form, article=found, why=_meant(form, found, one, register))


def _wider(one: Citation | None, law: str) -> Iterator[str]:
    """The forms that hold a citation, the narrowest first."""
    if one is not None:
        yield one.form
        if one.member:
            yield f"artikel {one.article} lid {one.member} {law}"
        yield f"artikel {one.article} {law}"
    yield law


def _meant(form: str, found: Article | None, one: Citation | None, register: LawRegister) -> Text:
    if found is not None and found.citation == form:
        return Text(f"{form} staat in het register.", f"{form} is in the register.")
    if found is not None:
        return Text(
            f"{form} valt in het register onder {found.citation}.",
            f"{form} falls under {found.citation} in the register.",
        )
    laws = {law.id: law.name for law in register.laws}
    near = [
        entry.citation
        for entry in register.articles
        if one is not None and laws[entry.law] == one.law and entry.article == one.article
    ]
    nl, en = (f" Wel: {', '.join(near)}.", f" It holds: {', '.join(near)}.") if near else ("", "")
    return Text(
        f"{form or 'Dit'} staat niet in het register van grondslagen.{nl}",
        f"{form or 'This'} is not in the register of legal bases.{en}",
    )
