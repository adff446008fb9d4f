# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The headline: versions, evidence, and what a final edition asks of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from baken.catalogue.frame import checked
from baken.model.errors import InputError, PublicationError
from baken.model.headline import Headline, HeadlineStatus
from baken.model.text import Text
from baken.picture.final import check_final
from baken.picture.headline import EvidenceKind, check_headline, earlier, evidence_of, headline_of
from baken.picture.picture import SafetyPicture
from baken.publications.register_records import headline_record

from .helpers import EXAMPLE, MAASTRICHT, held, picture

FINAL, DRAFT = HeadlineStatus.FINAL, HeadlineStatus.DRAFT


def headline(**changes: Any) -> Headline:
    given: dict[str, Any] = {
        "version": 1,
        "text": Text("Meer winkeldiefstal", "More shoplifting"),
        "author": "afdeling Veiligheid",
        "date": date(2026, 3, 1),
        "status": DRAFT,
    }
    return Headline(**(given | changes))


def with_headlines(*versions: Headline, code: str = EXAMPLE) -> SafetyPicture:
    material = held(code)
    return SafetyPicture(replace(material, municipality=replace(material.municipality, headlines=versions)))


@pytest.mark.requirement("DOC-02")
def test_a_headline_without_evidence_cannot_be_final() -> None:
    with pytest.raises(InputError, match="is final and has no evidence"):
        headline(status=FINAL)
    draft = headline()
    with pytest.raises(InputError, match="is final and has no evidence"):
        replace(draft, status=FINAL)
    assert replace(draft, status=FINAL, evidence=("winkeldiefstal",)).status is FINAL


@pytest.mark.requirement("DOC-02")
def test_the_headline_of_the_picture_of_2026_is_a_draft_with_no_evidence() -> None:
    found = headline_of(held(MAASTRICHT))
    assert found is not None
    assert found.text.nl == "Toenemende druk op openbare orde & veiligheid"
    assert (found.version, found.status, found.evidence) == (1, DRAFT, ())
    assert (found.document, found.place) == ("veiligheidsbeeld 2026", "regel 7")
    with pytest.raises(PublicationError, match="version 1 of the headline is a draft with no evidence"):
        check_headline(picture(MAASTRICHT))


@pytest.mark.requirement("DOC-02")
def test_a_change_is_a_new_version_with_its_own_author_and_day_and_the_older_one_stays() -> None:
    found, before = headline_of(held(EXAMPLE)), earlier(held(EXAMPLE))
    assert found is not None
    assert (found.version, found.status, [one.version for one in before]) == (2, FINAL, [1])
    assert all(one.author and one.date for one in (found, *before))
    seen_before = headline_of(held(EXAMPLE, date(2026, 2, 20)))
    assert seen_before is not None
    assert seen_before.version == 1
    assert headline_of(held(EXAMPLE, date(2026, 1, 1))) is None


def test_evidence_is_a_document_an_indicator_or_a_finding_and_each_is_said_in_words() -> None:
    found = headline_of(held(EXAMPLE))
    assert found is not None
    evidence = evidence_of(picture(EXAMPLE), found)
    assert [one.kind for one in evidence] == [
        EvidenceKind.FINDING,
        EvidenceKind.INDICATOR,
        EvidenceKind.DOCUMENT,
    ]
    assert "winkeldiefstallen" in evidence[0].said.nl
    record = headline_record(picture(EXAMPLE))
    assert record is not None
    assert record["status"] == "final"


def test_evidence_that_does_not_exist_is_refused_as_the_file_is_read() -> None:
    material = held(EXAMPLE)
    wrong = replace(material.municipality, headlines=(headline(evidence=("niets",)),))
    with pytest.raises(InputError, match="'niets', which is no document and no indicator"):
        checked(wrong, material.catalogue)


@pytest.mark.parametrize(
    ("second", "words"),
    [({"version": 3}, "without a gap"), ({"version": 2, "date": date(2026, 1, 1)}, "older than version 1")],
)
def test_versions_count_on_and_do_not_go_back_in_time(second: dict[str, Any], words: str) -> None:
    material = held(EXAMPLE)
    wrong = replace(material.municipality, headlines=(headline(), headline(**second)))
    with pytest.raises(InputError, match=words):
        checked(wrong, material.catalogue)


def test_a_final_edition_needs_the_findings_that_carry_its_headline() -> None:
    gone = headline(status=FINAL, evidence=("change/niets/GM9999",))
    with pytest.raises(PublicationError, match="a finding that this picture does not make"):
        check_headline(with_headlines(gone))


def test_a_final_headline_may_not_say_what_the_figures_contradict() -> None:
    text = Text("Winkeldiefstal is tussen 2022 en 2025 gedaald", "Shoplifting fell between 2022 and 2025")
    wrong = headline(status=FINAL, evidence=("winkeldiefstal",), text=text)
    with pytest.raises(PublicationError, match="the figures contradict version 1"):
        check_headline(with_headlines(wrong))


def test_a_final_edition_needs_scored_developments_and_a_final_headline() -> None:
    check_final(picture(EXAMPLE))
    with pytest.raises(PublicationError, match="developments of Maastricht have no impact score"):
        check_final(picture(MAASTRICHT))
    with pytest.raises(PublicationError, match="has no headline"):
        check_final(with_headlines())


@pytest.mark.parametrize("changes", [{"author": " "}, {"text": Text("", "")}, {"version": 0}])
def test_a_headline_that_says_nothing_or_not_who_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        headline(**changes)
