# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The claims and remarks of a checked document as numbered findings, in words, for every form it takes.

Claims come first, in the order of the text; then the remarks by family of rules. Remarks of one rule and one
weight are one finding.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from baken.documents.whereabouts import Whereabouts
from baken.model.claim import Claim, ClaimVerdict, JudgedClaim
from baken.model.remark import Remark, Span
from baken.model.text import Text
from baken.picture.checked import CheckedDocument
from baken.publications import check_words as words
from baken.publications.check_facts import figure_words, read_as, sides
from baken.publications.check_masking import Masked, masked
from baken.publications.check_names import Names
from baken.publications.check_rules import family
from baken.publications.check_words import Mark

_LONGEST = 300
_FIRST = (ClaimVerdict.CONTRADICTED, ClaimVerdict.PARTLY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One remark within a finding: its words, and its places as numbers within those of the finding."""

    quote: str
    places: range
    said: Text
    settle: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A claim, or the remarks of one rule: its mark, its places in the text and what is said of it, masked.

    ``quote`` is the sentence of a claim or the words at the first place of a remark; empty where a remark
    names no place. ``where`` are the places in words. ``group`` is the verdict or the family of the rule.
    ``said`` is nothing where the remarks of a rule each say something else: then ``entries`` do. ``read``,
    ``figures`` and ``sides`` are how a claim was read and what it was held against.
    """

    number: int
    mark: Mark
    group: str
    places: tuple[Span, ...]
    quote: str
    where: tuple[Text, ...]
    said: Text | None
    read: Text | None = None
    figures: tuple[Text, ...] = ()
    sides: tuple[Text, ...] = ()
    carried: Text | None = None
    settle: Text | None = None
    newer: Text | None = None
    entries: tuple[Entry, ...] = ()

    @property
    def facts(self) -> tuple[Text, ...]:
        """How it was read, the figures held against it, and which of them go which way."""
        return (*((self.read,) if self.read else ()), *self.figures, *self.sides)

    @property
    def times(self) -> int:
        """How many claims or remarks it stands for."""
        return max(1, len(self.entries))


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that is said about a document. ``title`` is its name as it may be shown."""

    checked: CheckedDocument
    names: Names
    mask: Masked
    title: Text
    judged: tuple[tuple[Finding, JudgedClaim], ...]
    noted: tuple[tuple[Finding, tuple[Remark, ...]], ...]

    @property
    def claims(self) -> tuple[Finding, ...]:
        """The claims, in the order of the text."""
        return tuple(one for one, _ in self.judged)

    @property
    def claims_first(self) -> tuple[Finding, ...]:
        """The claims, those that the figures contradict or carry only in part before the others."""
        first = [one for verdict in _FIRST for one in self.claims if one.group == verdict]
        return (*first, *(one for one in self.claims if one.group not in _FIRST))

    @property
    def remarks(self) -> tuple[Finding, ...]:
        """The remarks."""
        return tuple(one for one, _ in self.noted)

    @property
    def every(self) -> tuple[Finding, ...]:
        """Claims and remarks."""
        return self.claims + self.remarks

    def grouped(self) -> dict[str, list[Finding]]:
        """The remarks by family of rules, in the order of their numbers."""
        found: dict[str, list[Finding]] = {}
        for one in self.remarks:
            found.setdefault(one.group, []).append(one)
        return found


def findings_of(checked: CheckedDocument, names: Names) -> Findings:
    """Everything that is said about a document, in both languages."""
    mask = masked(checked)
    claims = sorted(checked.claims, key=lambda one: _span_of(one.claim))
    maker = _Maker(checked, names, mask, Whereabouts(checked.document, mask.text))
    rules = enumerate(_by_rule(checked.remarks), len(claims) + 1)
    name = mask.title(checked.document.name)
    return Findings(
        checked=checked,
        names=names,
        mask=mask,
        title=Text(name, name) if name else words.NAMELESS,
        judged=tuple((maker.claim(number, one), one) for number, one in enumerate(claims, 1)),
        noted=tuple((maker.rule(number, remarks), remarks) for number, remarks in rules),
    )


def _by_rule(remarks: Iterable[Remark]) -> list[tuple[Remark, ...]]:
    """The remarks of each rule: families with the heaviest remark first, heavier rules first in a family."""
    order: dict[str, int] = {}
    rules: dict[tuple[str, int, bool], list[Remark]] = {}
    ranked = sorted(remarks, key=lambda one: (words.WEIGHTS[one.weight].rank, one.places))
    for one in ranked:
        order.setdefault(family(one.rule), len(order))
        rules.setdefault((one.rule, words.WEIGHTS[one.weight].rank, one.masked), []).append(one)
    in_order = sorted(rules, key=lambda key: order[family(key[0])])
    return [tuple(rules[key]) for key in in_order]


def _span_of(claim: Claim) -> Span:
    """Where a claim stands: its words, or its sentence where it names none."""
    return claim.words if claim.words.start < claim.words.end else claim.sentence


@dataclass(frozen=True, slots=True)
class _Maker:
    checked: CheckedDocument
    names: Names
    mask: Masked
    whereabouts: Whereabouts

    def claim(self, number: int, one: JudgedClaim) -> Finding:
        place = _span_of(one.claim)
        sentence = one.claim.sentence if one.claim.sentence.start < one.claim.sentence.end else place
        return Finding(
            number=number,
            mark=words.VERDICTS[one.verdict],
            group=one.verdict,
            places=(place,),
            quote=self.quote(sentence),
            where=(self.where(place),),
            said=self.mask.both(one.reason),
            read=self.mask.both(read_as(one.claim, self.names)),
            figures=tuple(self.mask.both(figure_words(figure, self.names)) for figure in one.figures),
            sides=tuple(self.mask.both(side) for side in sides(one, self.names)),
            carried=self.maybe(one.carried),
            settle=self.maybe(one.settle),
            newer=self.maybe(one.newer),
        )

    def rule(self, number: int, remarks: tuple[Remark, ...]) -> Finding:
        """The remarks of one rule; what they all say is said once."""
        first, places = remarks[0], tuple(place for one in remarks for place in one.places)
        messages, settling = {one.message for one in remarks}, {one.settle for one in remarks}
        return Finding(
            number=number,
            mark=words.WEIGHTS[first.weight],
            group=family(first.rule),
            places=places,
            quote=self.quote(first.places[0]) if first.places else "",
            where=tuple(self.where(place) for place in places),
            said=self.mask.both(first.message) if len(messages) == 1 else None,
            settle=self.maybe(first.settle) if len(settling) == 1 else None,
            entries=self.entries(remarks) if len(remarks) > 1 else (),
        )

    def entries(self, remarks: tuple[Remark, ...]) -> tuple[Entry, ...]:
        found, at = [], 0
        for one in remarks:
            places = range(at, at + len(one.places))
            quote = self.quote(one.places[0]) if one.places else ""
            said, settle = self.mask.both(one.message), self.maybe(one.settle)
            found.append(Entry(quote=quote, places=places, said=said, settle=settle))
            at = places.stop
        return tuple(found)

    def maybe(self, text: Text | None) -> Text | None:
        return self.mask.both(text) if text else None

    def quote(self, span: Span) -> str:
        """The words at a place, cut off where they run on too long to be read; line ends are spaces."""
        text = self.mask.quote(Span(span.start, min(span.end, span.start + 10 * _LONGEST)))
        text = " ".join(text.split())
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"

    def where(self, span: Span) -> Text:
        """The place in words; nothing where the document does not know it."""
        inside = span.start < len(self.checked.document.text)
        return self.mask.both(self.whereabouts.place(span).words) if inside else Text("", "")
