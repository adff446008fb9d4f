# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is to be known of an edition before anybody decides about it, as plain data for who shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from baken.model.claim import ClaimVerdict, JudgedClaim
from baken.model.edition import EarlierEdition, EditionStatus
from baken.model.errors import PublicationError
from baken.model.finding import FindingOverride
from baken.model.text import Text
from baken.picture.developments import check_final as check_developments
from baken.picture.finding_rank import RankedFinding
from baken.picture.headline import check_headline
from baken.picture.own_text import REFUSED, OwnSentence, judged_sentences
from baken.picture.picture import SafetyPicture
from baken.publications.revisions.log import log_of
from baken.publications.revisions.words import sentences, summary

LINES = 60


class Ranked(msgspec.Struct, frozen=True, kw_only=True):
    """A finding at its place; nothing for the rank of one that is left out."""

    id: str
    sentence: Text
    subject: str
    rank: int | None
    computed: int | None
    score: float | None
    override: FindingOverride | None = None


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """One claim in a text, with what the figures say of it."""

    words: str
    verdict: str
    reason: Text


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """A text of the edition, where it stands, and its claims; ``refused``: it may not be published."""

    place: Text
    words: str
    claims: tuple[Judged, ...]
    refused: bool


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """The sentence of a finding that is new, different or gone since the edition before."""

    finding: str
    before: Text | None = None
    after: Text | None = None


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """What is different from the edition before; ``more`` lines of figures are not told here."""

    summary: Text
    compared: bool
    figures: tuple[Text, ...] = ()
    more: int = 0
    sentences: tuple[Sentence, ...] = ()


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """All of it. ``problems`` stand in the way of publishing, ``lacks`` only of a final edition."""

    findings: tuple[Ranked, ...]
    texts: tuple[Checked, ...]
    comparison: Comparison
    problems: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    unmatched: tuple[str, ...] = ()


def report_of(picture: SafetyPicture) -> Report:
    """What a public picture says and lacks, and how it differs from the edition before it."""
    ranking, texts = picture.ranking, tuple(_texts(picture))
    lacks = tuple(_refused(_final_checks(picture)))
    final = picture.material.status is EditionStatus.FINAL
    problems = (*_refused((picture.check_publishable,)), *_contradicted(texts), *(lacks if final else ()))
    return Report(
        findings=tuple(_ranked(one) for one in (*ranking.entries, *ranking.left_out)),
        texts=texts,
        comparison=_comparison(picture),
        problems=problems,
        lacks=() if final else lacks,
        unmatched=tuple(one.finding for one in ranking.unmatched),
    )


def _final_checks(picture: SafetyPicture) -> tuple[Callable[[], None], ...]:
    municipality = picture.material.municipality
    return (lambda: check_developments(municipality), lambda: check_headline(picture))


def _refused(checks: tuple[Callable[[], None], ...]) -> Iterator[str]:
    """What each of these checks refuses."""
    for check in checks:
        try:
            check()
        except PublicationError as error:
            yield str(error)


def _contradicted(texts: tuple[Checked, ...]) -> Iterator[str]:
    for one in texts:
        if one.refused:
            verdicts = sorted({claim.verdict for claim in one.claims} & {each.value for each in REFUSED})
            yield f"'{one.words}' ({one.place.en}): {', '.join(verdicts).replace('_', ' ')}."


def _ranked(one: RankedFinding) -> Ranked:
    return Ranked(
        id=one.finding.id,
        sentence=one.finding.sentence,
        subject=one.finding.subject,
        rank=one.rank,
        computed=one.computed,
        score=None if one.score is None else round(one.score.total, 6),
        override=one.override,
    )


def _texts(picture: SafetyPicture) -> Iterator[Checked]:
    found: dict[OwnSentence, list[JudgedClaim]] = {}
    for one, claim in judged_sentences(picture):
        found.setdefault(one, []).append(claim)
    for one, claims in found.items():
        yield Checked(
            place=one.place,
            words=one.words,
            claims=tuple(_judged(one.words, each) for each in claims),
            refused=any(each.verdict in REFUSED for each in claims),
        )


def _judged(words: str, one: JudgedClaim) -> Judged:
    span = one.claim.sentence
    return Judged(
        words=words[span.start : span.end], verdict=ClaimVerdict(one.verdict).value, reason=one.reason
    )


def _comparison(picture: SafetyPicture) -> Comparison:
    newest = log_of(picture).newest
    figures = sentences(picture.material, newest.revisions[:LINES])
    return Comparison(
        summary=summary(newest),
        compared=newest.compared,
        figures=figures,
        more=max(0, len(newest.revisions) - LINES),
        sentences=tuple(_sentences(picture)),
    )


class _Told(msgspec.Struct):
    id: str
    sentence: Text


class _Before(msgspec.Struct):
    findings: tuple[_Told, ...] = ()


def _sentences(picture: SafetyPicture) -> Iterator[Sentence]:
    """The sentences of findings that differ from those of the edition before, where that one is held."""
    before = picture.material.before
    if not isinstance(before, EarlierEdition) or not before.figures:
        return
    then = {one.id: one.sentence for one in msgspec.json.decode(before.figures, type=_Before).findings}
    now = {one.id: one.sentence for one in picture.findings}
    for name in sorted({*then, *now}):
        if then.get(name) != now.get(name):
            yield Sentence(finding=name, before=then.get(name), after=now.get(name))
