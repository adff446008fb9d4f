# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a summary says and the body does not, and activities that no report backs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from baken.catalogue.lexicon_language import DocumentLexicon
from baken.documents.document import Block, BlockKind, Document
from baken.model.remark import Remark, Span, Weight
from baken.model.text import Text
from baken.picture.checks.theme_lists import theme_lists

_NUMBER = re.compile(r"(?<![\w.,-])\d+(?:[.,]\d+)*(?:\s?%)?(?![\w-])")


def summary_remarks(document: Document, lexicon: DocumentLexicon) -> tuple[Remark, ...]:
    """Names of themes and numbers of the summary that the rest of the document does not have."""
    summary = _summary(document, lexicon)
    if summary is None:
        return ()
    body = document.text[: summary.start] + document.text[summary.end :]
    plain = _plain(body)
    found = [*_themes(document, lexicon, summary, plain), *_numbers(document.text, summary, body, lexicon)]
    return tuple(sorted(found, key=lambda remark: remark.places))


def activity_remarks(document: Document, lexicon: DocumentLexicon) -> tuple[Remark, ...]:
    """A remark for each activity of a list of what was done that names no report it comes from."""
    announced = re.compile(lexicon.activities, re.IGNORECASE)
    reports = re.compile(lexicon.reports, re.IGNORECASE)
    live = [link.span for link in document.links if link.target.strip() not in {"", "#"}]
    return tuple(
        Remark(
            rule="activity-not-traceable",
            weight=Weight.WARNING,
            message=Text(
                "Deze activiteit is niet te herleiden: zij noemt geen rapportage.",
                "This activity is not traceable: it names no report.",
            ),
            places=(block.span,),
            settle=Text("Noem de rapportage en de bladzijde.", "Name the report and the page."),
        )
        for block in _activities(document, announced)
        if not reports.search(block.span.of(document.text))
        and not any(block.span.start <= link.start < block.span.end for link in live)
    )


def _summary(document: Document, lexicon: DocumentLexicon) -> Span | None:
    """From the heading of the summary up to the next heading."""
    title = re.compile(rf"(?:\d+\.?\s+)?(?:{lexicon.summary})\W*", re.IGNORECASE)
    for number, block in enumerate(document.blocks):
        if len(block.span.of(document.text)) < 60 and title.fullmatch(block.span.of(document.text)):
            after = document.blocks[number + 1 :]
            end = next((one.span.start for one in after if one.kind is BlockKind.HEADING), len(document.text))
            return Span(block.span.start, end)
    return None


def _themes(document: Document, lexicon: DocumentLexicon, summary: Span, body: str) -> Iterator[Remark]:
    for themes in theme_lists(document, lexicon):
        for theme in themes.names if summary.start <= themes.place.start < summary.end else ():
            if _plain(theme.name) not in body:
                yield Remark(
                    rule="summary-theme",
                    weight=Weight.ERROR,
                    message=Text(
                        f"De samenvatting noemt thema '{theme.name}', de tekst niet: zij loopt achter.",
                        f"The summary names theme '{theme.name}', the body does not: it is stale.",
                    ),
                    places=(theme.place,),
                    settle=Text("Pas de samenvatting of de tekst aan.", "Change the summary or the body."),
                )


def _numbers(text: str, summary: Span, body: str, lexicon: DocumentLexicon) -> Iterator[Remark]:
    """Numbers, and months with their year, that only the summary has."""
    date = re.compile(rf"\b(?:\d{{1,2}} )?(?:{'|'.join(lexicon.months)}) (?:19|20)\d\d\b", re.IGNORECASE)
    dates = list(date.finditer(text, summary.start, summary.end))
    inside = [match.span() for match in dates]
    numbers = (
        match
        for match in _NUMBER.finditer(text, summary.start, summary.end)
        if not any(start <= match.start() < end for start, end in inside)
    )
    known = {match[0].replace(" ", "") for match in _NUMBER.finditer(body)}
    known_dates = {match[0].lower() for match in date.finditer(body)}
    for match in dates:
        if match[0].lower() not in known_dates:
            yield _only_here(match)
    for match in numbers:
        if match[0].replace(" ", "") not in known:
            yield _only_here(match)


def _only_here(match: re.Match[str]) -> Remark:
    return Remark(
        rule="summary-number",
        weight=Weight.NOTE,
        message=Text(
            f"De samenvatting noemt '{match[0]}', de tekst zelf niet.",
            f"The summary says '{match[0]}', the body does not.",
        ),
        places=(Span(*match.span()),),
        settle=Text(
            "Een samenvatting geeft alleen wat in de tekst staat.", "A summary holds only what the body says."
        ),
    )


def _plain(text: str) -> str:
    """The words in small letters; brackets stay, for what stands in them is no part of a name."""
    return " ".join(re.findall(r"\w+|[()]", text.lower()))


def _activities(document: Document, announced: re.Pattern[str]) -> Iterator[Block]:
    """The items between a heading about what was done and the next heading."""
    within = False
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            within = bool(announced.search(block.span.of(document.text)))
        elif within and block.kind is BlockKind.ITEM:
            yield block
