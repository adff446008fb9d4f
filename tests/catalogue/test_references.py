# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a municipality's texts name beside figures: each kind of source, and what a citation must hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from baken.catalogue.catalogue import load_catalogue
from baken.catalogue.frame import checked
from baken.catalogue.municipality import load_municipality
from baken.model.development import DevelopmentRegister
from baken.model.errors import InputError
from baken.model.policy import Municipality, Neighbour
from baken.model.reference import Reference, ReferenceKind
from baken.model.text import Text

MAASTRICHT = load_municipality("GM0935")
BY_ID = {one.id: one for one in MAASTRICHT.references}
TREND = Reference(
    id="trend",
    kind=ReferenceKind.TREND_REPORT,
    title="Trends",
    named_in="test",
    publisher="CBS",
    year=2025,
    published=date(2025, 3, 1),
    address="https://example.org/trends.pdf",
    reliability=Text("officiële statistiek", "official statistics"),
    valid_until=date(2027, 3, 1),
)
RESEARCH = Reference(
    id="onderzoek",
    kind=ReferenceKind.RESEARCH,
    title="Onderzoek",
    named_in="test",
    publisher="WODC",
    year=2024,
    method=Text("dossieronderzoek", "study of files"),
)


def with_reference(one: Reference) -> Municipality:
    return replace(MAASTRICHT, references=(*MAASTRICHT.references, one))


def test_maastricht_names_every_kind_of_source() -> None:
    assert {one.kind for one in MAASTRICHT.references} == set(ReferenceKind)
    assert all(one.named_in for one in MAASTRICHT.references)
    assert checked(MAASTRICHT, load_catalogue()) is MAASTRICHT


def test_where_a_text_names_no_title_nothing_is_filled_in() -> None:
    for name in ("landelijke-trendrapportages", "onderzoek-overheid-en-wetenschap", "fenomeenonderzoek"):
        one = BY_ID[name]
        assert not one.cited
        assert (one.publisher, one.year, one.address, one.missing) == ("", None, "", ())


@pytest.mark.requirement("SRC-01")
@pytest.mark.parametrize("lacking", ["publisher", "year", "address", "reliability", "valid_until"])
def test_a_trend_report_is_cited_with_publisher_date_address_reliability_and_validity(lacking: str) -> None:
    checked(with_reference(TREND), load_catalogue())
    nothing = "" if lacking in ("publisher", "address") else None
    poor = replace(TREND, **{lacking: nothing})  # type: ignore[arg-type]
    assert poor.missing == (lacking,)
    with pytest.raises(InputError, match=rf"reference 'trend' \(trend report\) lacks {lacking}"):
        checked(with_reference(poor), load_catalogue())


@pytest.mark.requirement("SRC-02")
def test_research_is_cited_with_its_method_and_year() -> None:
    checked(with_reference(RESEARCH), load_catalogue())
    with pytest.raises(InputError, match=r"'onderzoek' \(research\) lacks year, method"):
        checked(with_reference(replace(RESEARCH, year=None, method=None)), load_catalogue())


@pytest.mark.requirement("SRC-13")
def test_a_phenomenon_study_is_a_kind_of_its_own() -> None:
    assert ReferenceKind("phenomenon study") is ReferenceKind.PHENOMENON
    assert BY_ID["fenomeenonderzoek"].kind is ReferenceKind.PHENOMENON


@pytest.mark.requirement("SRC-19")
def test_the_origin_of_a_theme_has_a_kind_and_science_is_one_of_them() -> None:
    kinds = {
        theme.id: {found.kind for name in theme.origins if (found := MAASTRICHT.reference_called(name))}
        for theme in MAASTRICHT.themes
    }
    assert kinds["ondermijning"] == {ReferenceKind.ANALYSIS}
    assert kinds["gedigitaliseerde-criminaliteit"] == {ReferenceKind.AGENDA}
    first = MAASTRICHT.themes[0]
    science = replace(first, origins=("wetenschappelijk studies",))
    alone = replace(MAASTRICHT, themes=(science,), register=DevelopmentRegister(), decisions=())
    assert checked(alone, load_catalogue())
    found = MAASTRICHT.reference_called("wetenschappelijk studies")
    assert found
    assert found.kind is ReferenceKind.RESEARCH


def test_an_origin_that_is_no_reference_is_refused() -> None:
    odd = replace(MAASTRICHT.themes[0], origins=("van horen zeggen",))
    with pytest.raises(InputError, match="comes from 'van horen zeggen', which is not among the references"):
        checked(replace(MAASTRICHT, themes=(odd,)), load_catalogue())


@pytest.mark.requirement("SRC-20")
def test_a_survey_edition_keeps_the_names_that_documents_give_it() -> None:
    first = MAASTRICHT.reference_called("Integrale Veiligheidsmonitor 2021")
    second = MAASTRICHT.reference_called("Veiligheidsmonitor 2021")
    assert first is not None
    assert first is second
    assert (first.kind, first.year) == (ReferenceKind.SURVEY, 2021)


def test_a_neighbour_has_figures_or_says_why_not() -> None:
    bare = Neighbour(name="Nergens", country="be")
    with pytest.raises(InputError, match="neighbour 'Nergens' has neither figures nor a note"):
        checked(replace(MAASTRICHT, neighbours=(bare,)), load_catalogue())
