# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The claims of a text, each held against the figures: text in, findings with their places out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from baken.catalogue.lexicon_claims import load_claim_lexicon
from baken.catalogue.lexicon_media import load_media
from baken.catalogue.lexicon_personal import load_personal
from baken.documents.document import BlockKind, Document, text_document
from baken.model.claim import Claim, JudgedClaim
from baken.model.remark import Span
from baken.picture.checks.personal import masked_document, personal_remarks
from baken.picture.claims.find import claims_of
from baken.picture.claims.judge import judge
from baken.picture.claims.patterns import patterns_of
from baken.picture.claims.reading import About, Reading
from baken.picture.claims.sentences import read_spans
from baken.picture.picture import SafetyPicture

_NOWHERE = Span(0, 0)
_ANYTHING = About()
# Figures in a table are read by whoever imports it; a row asserts nothing in words.
_READ = (BlockKind.HEADING, BlockKind.ITEM, BlockKind.PARAGRAPH, BlockKind.NOTE)


def check_text(text: str, picture: SafetyPicture, said: date) -> tuple[JudgedClaim, ...]:
    """The claims of a text, in order, with what the figures say of each.

    Personal data is blotted out before it is read, so that nobody's age is taken for a figure.

    Args:
        text: what somebody writes, such as a paragraph of a proposal. Places are offsets in
            ``text_document(text).text``, which joins lines that belong together.
        picture: of the municipality that the text is about.
        said: the day on which the text speaks: figures of later periods do not count.
    """
    document, country = text_document(text), picture.material.municipality.country
    personal = personal_remarks(document, load_personal(country), load_media(country))
    return check_claims(masked_document(document, personal), picture, said)


def check_claims(
    document: Document,
    picture: SafetyPicture,
    said: date,
    *,
    about: About = _ANYTHING,
    apart: tuple[Span, ...] = (),
) -> tuple[JudgedClaim, ...]:
    """The same for a document.

    Sentences that name no area are about that of ``about``, or else the municipality; those that name no
    subject speak of its indicator, or else of nothing that is measured. Those in the places ``apart``
    (headlines of the press) are left out.

    A country for whose language nobody has written the words yet gives no claims.
    """
    lexicon = load_claim_lexicon(picture.material.municipality.country)
    if lexicon is None:
        return ()
    code = about.area or picture.material.municipality.code
    reading = Reading(picture, said, patterns_of(lexicon), code, about.indicator)
    judged: dict[Claim, JudgedClaim] = {}
    return tuple(_judged(claim, reading, judged) for claim in _claims(document, reading, apart))


def _judged(claim: Claim, reading: Reading, before: dict[Claim, JudgedClaim]) -> JudgedClaim:
    """The verdict on a claim; documents say the same again, in their summary or in a list."""
    plain = replace(claim, sentence=_NOWHERE, words=_NOWHERE)
    if plain not in before:
        before[plain] = judge(claim, reading.picture, reading.said)
    return replace(before[plain], claim=claim)


def _claims(document: Document, reading: Reading, apart: tuple[Span, ...]) -> Iterator[Claim]:
    """The claims in order; a sentence that stands in the document more than once is read once."""
    starts, ends = sorted(span.start for span in apart), sorted(span.end for span in apart)
    read: dict[str, tuple[Claim, ...]] = {}
    for block in document.blocks:
        # What begins before the end of a block and does not end before it lies over the block.
        is_apart = bisect_left(starts, block.span.end) > bisect_right(ends, block.span.start)
        if block.kind not in _READ or is_apart:
            continue
        for span in read_spans(document.text, block.span):
            words = span.of(document.text)
            if words not in read:
                read[words] = tuple(claims_of(words, Span(0, len(words)), reading))
            yield from (_moved(claim, span) for claim in read[words])


def _moved(claim: Claim, sentence: Span) -> Claim:
    """The claim of a sentence that was read by itself, at its place in the document."""
    start = sentence.start
    words = Span(start + claim.words.start, start + claim.words.end)
    return replace(claim, sentence=sentence, words=words)
