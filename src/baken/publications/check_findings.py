# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The claims and remarks of a checked document as numbered findings, in words, for every form it takes.

Claims come first, in the order of the text; then the remarks, rule by rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from baken.model.claim import Claim, HeldFigure, JudgedClaim
from baken.model.remark import Remark, Span
from baken.model.text import Text
from baken.picture.checked import CheckedDocument
from baken.publications import check_words as words
from baken.publications.check_masking import Masked, masked
from baken.publications.check_names import Names
from baken.publications.check_rules import family
from baken.publications.check_words import Mark, filled, joined

_LONGEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One claim or remark: its mark, its places in the text and everything that is said of it, masked.

    ``quote`` is the sentence of a claim or the words at the first place of a remark; empty where a remark
    names no place. ``where`` are the places in words. ``group`` is the verdict or the family of the rule.
    """

    number: int
    mark: Mark
    group: str
    places: tuple[Span, ...]
    quote: str
    where: tuple[Text, ...]
    said: Text
    facts: tuple[Text, ...] = ()
    carried: Text | None = None
    settle: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that is said about a document. ``title`` is its name as it may be shown."""

    checked: CheckedDocument
    names: Names
    mask: Masked
    title: Text
    judged: tuple[tuple[Finding, JudgedClaim], ...]
    noted: tuple[tuple[Finding, Remark], ...]

    @property
    def claims(self) -> tuple[Finding, ...]:
        """The claims."""
        return tuple(one for one, _ in self.judged)

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
    order: dict[str, int] = {}
    for one in sorted(checked.remarks, key=lambda one: words.WEIGHTS[one.weight].rank):
        order.setdefault(family(one.rule), len(order))
    remarks = sorted(checked.remarks, key=lambda one: (order[family(one.rule)], one.places[:1]))
    maker = _Maker(checked, names, mask)
    name = mask.title(checked.document.name)
    return Findings(
        checked=checked,
        names=names,
        mask=mask,
        title=Text(name, name) if name else words.NAMELESS,
        judged=tuple((maker.claim(number, one), one) for number, one in enumerate(claims, 1)),
        noted=tuple((maker.remark(number, one), one) for number, one in enumerate(remarks, len(claims) + 1)),
    )


def _span_of(claim: Claim) -> Span:
    """Where a claim stands: its words, or its sentence where it names none."""
    return claim.words if claim.words.start < claim.words.end else claim.sentence


@dataclass(frozen=True, slots=True)
class _Maker:
    checked: CheckedDocument
    names: Names
    mask: Masked

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
            facts=tuple(self.mask.both(fact) for fact in self.facts(one)),
            carried=self.mask.both(one.carried) if one.carried else None,
            settle=self.mask.both(one.settle) if one.settle else None,
        )

    def remark(self, number: int, one: Remark) -> Finding:
        return Finding(
            number=number,
            mark=words.WEIGHTS[one.weight],
            group=family(one.rule),
            places=one.places,
            quote=self.quote(one.places[0]) if one.places else "",
            where=tuple(self.where(place) for place in one.places),
            said=self.mask.both(one.message),
            settle=self.mask.both(one.settle) if one.settle else None,
        )

    def quote(self, span: Span) -> str:
        """The words at a place, cut off where they run on too long to be read."""
        text = self.mask.quote(Span(span.start, min(span.end, span.start + 10 * _LONGEST)))
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"

    def where(self, span: Span) -> Text:
        """The place in words; nothing where the document does not know it."""
        inside = span.start < len(self.checked.document.text)
        return self.checked.document.place(span).words if inside else Text("", "")

    def facts(self, one: JudgedClaim) -> Iterator[Text]:
        """How the words were read, the figures held against them, and which of them go which way."""
        yield self._read_as(one.claim)
        for figure in one.figures:
            yield self._figure(figure)
        yield from self._sides(one)

    def _sides(self, one: JudgedClaim) -> Iterator[Text]:
        """Which indicators go which way; of a claim about one the verdict says it already."""
        sides = (
            (words.AGREEING, one.agreeing),
            (words.DISAGREEING, one.disagreeing),
            (words.UNPROVEN, one.unproven),
            (words.UNHELD, one.unheld),
        )
        if len({name for _, ids in sides for name in ids}) < 2:
            return
        for form, ids in sides:
            if ids:
                yield filled(form, names=joined([self.names.indicator(name) for name in ids]))

    def _read_as(self, claim: Claim) -> Text:
        parts = [self.names.indicator(name) for name in claim.indicators]
        area = self.names.area(claim.area)
        parts.append(Text(area, area))
        if claim.start or claim.end:
            ends = dict.fromkeys(str(one) for one in (claim.start, claim.end) if one)
            parts.append(Text("-".join(ends), "-".join(ends)))
        return filled(words.READ_AS, kind=words.KINDS[claim.kind], parts=joined(parts))

    def _figure(self, one: HeldFigure) -> Text:
        return filled(
            words.FIGURE,
            name=self.names.indicator(one.indicator),
            area=self.names.area(one.area),
            period=one.period,
            value=self.names.value(one.value, one.unit),
            age=words.age_words(one.months_old),
        )
