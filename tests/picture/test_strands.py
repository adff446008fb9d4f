# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Three strands for each theme: figures, professionals, residents. An empty one stays visible."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from baken.catalogue.frame import checked
from baken.model.errors import InputError
from baken.model.strand import Confidence, Consent, ProfessionalStatement, ResidentSource, ResidentVoice
from baken.model.text import Text
from baken.publications.finding_records import strand_records

from .helpers import EXAMPLE, MAASTRICHT, held, picture

ROLE = Text("wijkagent", "community police officer")


def stated(
    what: str = "Meer fietsen weg bij het station.", role: Text = ROLE, theme: str = "winkelgebied"
) -> ProfessionalStatement:
    return ProfessionalStatement(
        id="x",
        role=role,
        area=EXAMPLE,
        theme=theme,
        what=Text(what, "More bicycles gone at the station."),
        since="2025",
        confidence=Confidence.MEDIUM,
        recorded=date(2026, 1, 1),
    )


@pytest.mark.requirement("SRC-04")
def test_a_professional_states_by_role_what_is_seen_where_since_when_and_how_sure() -> None:
    (one,) = picture(EXAMPLE).theme("winkelgebied").strands.professionals
    assert one.role.nl.startswith("winkelstraatmanager")
    assert (one.area, one.theme, one.since, one.confidence) == (
        "SD9999-centrum",
        "winkelgebied",
        "2024-Q3",
        Confidence.MEDIUM,
    )
    assert one.what.nl
    assert not hasattr(one, "name")


@pytest.mark.requirement("SRC-04")
@pytest.mark.parametrize(
    "what",
    [
        "Volgens mw. De Vries is het erger.",
        "Dhr. Jansen komt hier elke avond.",
        "Bel 06-12345678 voor meer.",
        "Mail naar iemand@voorbeeld.nl over de groep.",
        "Het gaat om 123456782.",
        " ",
    ],
)
def test_a_statement_that_points_at_a_person_or_says_nothing_is_refused(what: str) -> None:
    with pytest.raises(InputError) as refused:
        stated(what)
    assert what.strip() == "" or what not in str(refused.value), "the message repeats no personal data"


@pytest.mark.requirement("SRC-04")
def test_a_role_that_is_a_name_with_a_title_is_refused() -> None:
    with pytest.raises(InputError, match="person"):
        stated(role=Text("mw. Jansen, wijkagent", "police officer"))


def test_a_statement_about_an_unknown_theme_is_refused() -> None:
    material = held(EXAMPLE)
    wrong = replace(material.municipality, professionals=(stated(theme="verkeer"),))
    with pytest.raises(InputError, match=r"unknown theme 'verkeer'"):
        checked(wrong, material.catalogue)


@pytest.mark.requirement("SRC-05", "SRC-12")
@pytest.mark.parametrize("code", [MAASTRICHT, EXAMPLE])
def test_every_theme_has_three_strands_and_an_empty_one_is_named(code: str) -> None:
    rows = strand_records(picture(code))
    assert [one["theme"] for one in rows] == [one.id for one in held(code).municipality.themes]
    for row in rows:
        assert {"figures", "professionals", "residents", "empty"} <= row.keys()
        residents = row["residents"]
        assert isinstance(residents, dict)
        empty = [name for name in ("figures", "professionals") if not row[name]]
        assert row["empty"] == [*empty, *(["residents"] if not any(residents.values()) else [])]
    if code == MAASTRICHT:
        assert all("professionals" in one["empty"] for one in rows), "the documents name no statement"  # type: ignore[operator]


def test_answers_to_a_survey_stand_with_the_residents_and_not_twice() -> None:
    strands = picture(EXAMPLE).theme("buurt-en-beleving").strands
    assert [one.indicator.id for one in strands.survey] == [
        *("onveilig-in-buurt", "rapportcijfer-veiligheid", "tevreden-gemeente")
    ]
    assert not {one.indicator.id for one in strands.survey} & {one.indicator.id for one in strands.figures}
    assert [one.source for one in strands.residents] == [ResidentSource.NEIGHBOURHOOD_TALK]
    assert strands.residents[0].consent is Consent.GROUP
    assert strands.empty == ()


def test_residents_who_can_be_recognised_are_refused() -> None:
    with pytest.raises(InputError, match="person"):
        ResidentVoice(
            id="x",
            source=ResidentSource.PANEL,
            area=EXAMPLE,
            theme="winkelgebied",
            what=Text("Mevrouw Jansen durft niet naar buiten.", "A resident does not dare to go out."),
            held=date(2026, 1, 1),
            consent=Consent.GIVEN,
        )
