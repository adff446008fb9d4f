# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One question about a theme gives its figures and the documents and studies that it rests on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from baken.model.errors import UsageError
from baken.model.reference import ReferenceKind
from baken.picture.themes import QUALITATIVE, documents_of

from .helpers import EXAMPLE, MAASTRICHT, held, picture

MUNICIPALITY = held(MAASTRICHT).municipality


@pytest.mark.requirement("SRC-12")
def test_one_query_gives_figures_and_words() -> None:
    shown = picture(EXAMPLE).theme("ondermijning")
    assert [one.indicator.id for one in shown.records] == ["drugshandel"]
    assert shown.records[0].latest
    assert [one.kind for one in shown.documents.found] == [ReferenceKind.ANALYSIS, ReferenceKind.PHENOMENON]
    assert shown.documents.kinds_not_named == (
        ReferenceKind.TREND_REPORT,
        ReferenceKind.RESEARCH,
        ReferenceKind.MEDIA,
    )


def test_a_theme_has_its_missing_indicators_and_its_reviews() -> None:
    shown = picture(EXAMPLE).theme("winkelgebied")
    assert [one.indicator for one, _ in shown.reviews] == ["winkeldiefstal"]
    assert [record.indicator.id for _, record in shown.reviews] == ["winkeldiefstal"]
    for theme in held(EXAMPLE).municipality.themes:
        found = picture(EXAMPLE).theme(theme.id)
        with_figures = {one.indicator.id for one in found.records}
        assert with_figures | {one.id for one in found.without_figures} == set(theme.indicators)
        assert not with_figures & {one.id for one in found.without_figures}


def test_a_strand_without_a_document_is_named_and_nothing_is_filled_in() -> None:
    found = documents_of(MUNICIPALITY, MUNICIPALITY.themes[-1])
    assert [one.kind for one in found.found] == [ReferenceKind.AGENDA]
    assert found.kinds_not_named == QUALITATIVE


def test_a_kind_without_a_title_names_no_study() -> None:
    theme = replace(MUNICIPALITY.themes[0], origins=("wetenschappelijk studies",))
    found = documents_of(MUNICIPALITY, theme)
    assert [one.id for one in found.found] == ["onderzoek-overheid-en-wetenschap"]
    assert ReferenceKind.RESEARCH in found.kinds_not_named


def test_two_names_of_one_document_are_one_document() -> None:
    names = ("Veiligheidsmonitor 2021", "Integrale Veiligheidsmonitor 2021", "van horen zeggen")
    found = documents_of(MUNICIPALITY, replace(MUNICIPALITY.themes[0], origins=names))
    assert [one.id for one in found.found] == ["veiligheidsmonitor-2021"]
    assert found.other == ("van horen zeggen",)


def test_an_unknown_theme_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"Maastricht has no theme 'verkeer'.*veelvoorkomende-criminaliteit"):
        picture(MAASTRICHT).theme("verkeer")
