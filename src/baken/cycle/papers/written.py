# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What people wrote for a report: only what was checked and signed stands in a paper."""

from __future__ import annotations

from collections.abc import Iterator

from baken.cycle.models import Report, ReportText
from baken.cycle.papers.imprint import LANGUAGE, lines_of, role_name
from baken.model.cycle_papers import Signed
from baken.model.text import Text

_UNSIGNED = Text(
    "Een tekst over {theme} is nog niet ondertekend en staat daarom niet in dit stuk.",
    "A text on {theme} is not signed yet and therefore does not stand in this paper.",
)
_WHOLE = Text("het geheel", "the whole")
_ANSWERED = Text(
    "Bij ‘{words}’: {reason} Toelichting van de schrijver: {answer}",
    "On ‘{words}’: {reason} The writer explains: {answer}",
)


def texts_of(report: Report) -> list[ReportText]:
    """The texts of a report, those on the whole first and then by theme."""
    rows = report.texts.filter(withdrawn=False).select_related("theme")
    return sorted(rows, key=lambda one: (one.theme is not None, str(one.theme or ""), one.position, one.pk))


def signed_texts(report: Report) -> tuple[Signed, ...]:
    """The texts that somebody signed, each with the theme that it is about."""
    return tuple(
        Signed(paragraphs=tuple(_paragraphs(one)), role=role_name(one.signed_by), day=one.signed_on)
        for one in texts_of(report)
        if one.signed_by and one.signed_on
    )


def unsigned_texts(report: Report) -> tuple[str, ...]:
    """That texts are still to be signed, one line for each."""
    return tuple(
        _UNSIGNED.in_(LANGUAGE).format(theme=one.theme.name if one.theme else _WHOLE.in_(LANGUAGE))
        for one in texts_of(report)
        if not one.signed_by
    )


def _paragraphs(one: ReportText) -> Iterator[str]:
    """The text; what the figures say against it stands below it, with the answer of the writer."""
    first, *others = lines_of(one.text)
    yield f"{one.theme.name}: {first}" if one.theme else first
    yield from others
    answers = one.checked.get("answers", {})
    for found in one.checked.get("found", ()):
        if answer := answers.get(found["key"]):
            reason = Text(**found["reason"]).in_(LANGUAGE)
            yield _ANSWERED.in_(LANGUAGE).format(words=found["words"], reason=reason, answer=answer)
