# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What changed, in plain sentences with the old and the new figure."""

from __future__ import annotations

import pytest

from baken.model.edition import EditionStatus
from baken.model.revision import (
    DefinitionRevision,
    EditionEntry,
    Revision,
    RevisionKind,
    RevisionReason,
    Said,
)
from baken.publications.revisions.words import definition_sentence, measure, sentence, sentences, summary
from picture.helpers import MAASTRICHT, TODAY, held

from .made import EARLIER

OLD = Said(status="measured", version=1, value=1.4, lower=1.2, upper=1.6)


def said(value: float | None, status: str = "measured", version: int = 1, upper: float = 1.6) -> Said:
    if value is None:
        return Said(status=status, version=version)
    return Said(status=status, version=version, value=value, lower=1.2, upper=upper)


def revision(kind: RevisionKind, reason: RevisionReason, before: Said | None, after: Said | None) -> Revision:
    return Revision(
        indicator="hic", area=MAASTRICHT, period="2021", kind=kind, reason=reason, before=before, after=after
    )


@pytest.mark.parametrize(
    ("one", "dutch"),
    [
        (
            revision(RevisionKind.NEW, RevisionReason.PERIOD, None, said(1.3, "provisional")),
            "Maastricht, 2021: nieuw cijfer, 1,3 (voorlopig).",
        ),
        (
            revision(RevisionKind.CHANGED, RevisionReason.SOURCE, OLD, said(1.3)),
            "Maastricht, 2021: nu 1,3, was 1,4. De bron gaf andere gegevens.",
        ),
        (
            revision(RevisionKind.CHANGED, RevisionReason.DEFINITION, OLD, said(1.3, version=2)),
            "Maastricht, 2021: nu 1,3, was 1,4. De definitie is anders: versie 2 in plaats van 1.",
        ),
        (
            revision(RevisionKind.CHANGED, RevisionReason.METHOD, OLD, said(1.43)),
            "Maastricht, 2021: nu 1,43, was 1,40. De gegevens en de definitie bleven gelijk; "
            "de berekening of de afronding is anders.",
        ),
        (
            revision(RevisionKind.CHANGED, RevisionReason.SOURCE, OLD, said(1.4, upper=1.8)),
            "Maastricht, 2021: het cijfer bleef 1,4; de 95%-marge is nu 1,20 tot 1,80, was 1,20 tot 1,60. "
            "De bron gaf andere gegevens.",
        ),
        (
            revision(RevisionKind.STATUS, RevisionReason.FINAL, said(1.4, "provisional"), OLD),
            "Maastricht, 2021: het cijfer is nu definitief, was voorlopig (1,4).",
        ),
        (
            revision(RevisionKind.STATUS, RevisionReason.ADDED, None, said(None, "missing")),
            "Maastricht, 2021: nu geen gegevens, was niet in de editie.",
        ),
        (
            revision(RevisionKind.WITHDRAWN, RevisionReason.LEFT_OUT, said(None), None),
            "Maastricht, 2021: het cijfer is vervallen.",
        ),
        (
            revision(RevisionKind.WITHDRAWN, RevisionReason.SOURCE, said(None), said(None, "suppressed")),
            "Maastricht, 2021: het cijfer is vervallen (afgeschermd).",
        ),
        (
            revision(RevisionKind.CHANGED, RevisionReason.REVISED, said(None), said(None)),
            "Maastricht, 2021: gewijzigd. Het cijfer is herzien.",
        ),
    ],
)
def test_sentences(one: Revision, dutch: str) -> None:
    text = sentence(held(MAASTRICHT), one)
    assert text.nl == dutch
    assert text.en.startswith("Maastricht, 2021: ")
    assert text.en != text.nl


def test_a_reason_that_all_changes_have_in_common_is_said_once() -> None:
    one = revision(RevisionKind.CHANGED, RevisionReason.SOURCE, OLD, said(1.3))
    other = revision(RevisionKind.CHANGED, RevisionReason.METHOD, OLD, said(1.3))
    new = revision(RevisionKind.NEW, RevisionReason.PERIOD, None, said(1.3))
    assert [line.nl for line in sentences(held(MAASTRICHT), [one, new, one])] == [
        "Maastricht, 2021: nu 1,3, was 1,4.",
        "Maastricht, 2021: nieuw cijfer, 1,3.",
        "Maastricht, 2021: nu 1,3, was 1,4.",
        "De bron gaf andere gegevens.",
    ]
    assert [line.nl.count(". ") for line in sentences(held(MAASTRICHT), [one, other])] == [1, 1]
    assert len(sentences(held(MAASTRICHT), [one])) == 1


def test_an_indicator_that_is_gone_is_named_by_its_id() -> None:
    assert measure(held(MAASTRICHT), "nergens").nl == "nergens"
    assert measure(held(MAASTRICHT), "hic").nl.endswith("(per 1.000 inwoners)")


def test_editions_in_a_sentence() -> None:
    entry = EditionEntry(number=1, on=TODAY, status=EditionStatus.WORKING)
    assert summary(entry).nl.startswith("Dit is de eerste editie.")
    unknown = EditionEntry(number=1, on=TODAY, status=EditionStatus.WORKING, since=EARLIER)
    assert summary(unknown).nl.startswith("De editie van 1 mei 2026 is niet bewaard")
    more = {"on": TODAY, "status": EditionStatus.WORKING, "compared": True}
    same = EditionEntry(number=2, since=EARLIER, **more)  # type: ignore[arg-type]
    assert (
        summary(same).nl
        == "Vergeleken met de editie van 1 mei 2026 veranderde geen cijfer en geen definitie."
    )
    changes = (revision(RevisionKind.CHANGED, RevisionReason.SOURCE, OLD, said(1.3)),)
    defined = (DefinitionRevision(indicator="hic", kind=RevisionKind.CHANGED, before=1, after=2),)
    today = EditionEntry(number=2, since=TODAY, revisions=changes, definitions=defined, **more)  # type: ignore[arg-type]
    assert summary(today).nl == (
        "Vergeleken met de vorige editie van dezelfde dag: 1 gewijzigd cijfer, 1 andere definitie."
    )
    assert definition_sentence(held(MAASTRICHT), defined[0]).nl.endswith("(versie 2, was 1).")
