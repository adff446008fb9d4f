# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The participation log of the programme 2023-2026: who, when, how, with what result, as far as told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from baken.accounts.changes import change, create, withdraw
from baken.catalogue.participation import load_participation
from baken.cycle.models import Document, Party, Theme
from baken.model.errors import InputError, NotHeldError, UsageError
from baken.participation.counting import CIVIL_SOCIETY, domains_of, inside_and_outside
from baken.participation.handling import untraced
from baken.participation.models import Contribution, TextChange
from baken.participation.seed import fill
from people import SET_UP


@pytest.fixture
def earlier(db: None) -> Document:
    del db
    values = {
        "kind": "programme",
        "title": "MJP 2023-2026",
        "start": date(2023, 1, 1),
        "end": date(2026, 12, 31),
    }
    return create(Document, values, SET_UP)


@pytest.mark.requirement("PART-01")
def test_the_log_lists_the_eight_contributors_of_the_proposal(earlier: Document) -> None:
    made = fill("GM0935", SET_UP)
    held = Contribution.objects.filter(about=earlier)
    assert {one.named_as for one in held} == {
        "Leefbare Wijken Aanpak gebiedsteams",
        "Stichting Trajekt",
        "woningcorporaties",
        "het Zorg- en Veiligheidshuis",
        "strategische vertegenwoordigers van verschillende gemeentelijke beleidsdisciplines",
        "Handhaven Openbare Ruimte",
        "de partners van de Lokale Driehoek (politie en OM)",
        "De inwoners in de stad",
    }
    assert made == 8 + 13
    assert all("paragraaf 8" in one.source and one.how for one in held)


def test_what_the_proposal_does_not_tell_is_empty_and_not_traced(earlier: Document) -> None:
    fill("GM0935", SET_UP)
    for one in Contribution.objects.all():
        assert (one.when_words, one.start, one.result, one.no_change) == ("", None, "", "")
    assert len(untraced(earlier)) == 8


def test_taking_in_twice_makes_nothing_twice_and_keeps_what_people_wrote(earlier: Document) -> None:
    del earlier
    fill("GM0935", SET_UP)
    trajekt = Contribution.objects.get(named_as="Stichting Trajekt")
    change(trajekt, {"result": "Meer aandacht voor buurten"}, SET_UP)
    assert fill("GM0935", SET_UP) == 0
    trajekt.refresh_from_db()
    assert trajekt.result == "Meer aandacht voor buurten"


@pytest.mark.django_db
def test_without_the_programme_it_says_what_to_do_first() -> None:
    with pytest.raises(NotHeldError, match="Take in the documents first"):
        fill("GM0935", SET_UP)


@pytest.mark.django_db
def test_a_municipality_without_a_log_has_none() -> None:
    assert fill("GM9999", SET_UP) == 0
    assert not Party.objects.exists()


@pytest.mark.requirement("ROLE-07", "ROLE-08", "ROLE-12")
def test_partners_have_their_kind(earlier: Document) -> None:
    del earlier
    fill("GM0935", SET_UP)
    kinds = dict(Party.objects.values_list("name", "kind"))
    assert {kinds["Stichting Trajekt"], kinds["Woningcorporaties"]} <= CIVIL_SOCIETY
    assert kinds["Zorg- en Veiligheidshuis"] == "care"
    assert (kinds["Scholen"], kinds["Woningcorporaties"], kinds["Ondernemers"]) == (
        "school",
        "housing",
        "business",
    )


@pytest.mark.requirement("ROLE-08")
def test_a_contribution_is_dated_and_linked(earlier: Document) -> None:
    fill("GM0935", SET_UP)
    partner = Party.objects.get(name="Zorg- en Veiligheidshuis")
    (held,) = partner.contributions.all()
    change(held, {"when_words": "zomer 2022", "start": date(2022, 6, 1), "end": date(2022, 8, 31)}, SET_UP)
    held.refresh_from_db()
    assert (held.about, held.start) == (earlier, date(2022, 6, 1))
    with pytest.raises(ValidationError, match="end"):
        change(held, {"end": date(2022, 5, 1)}, SET_UP)


@pytest.mark.requirement("ROLE-09")
def test_the_log_tells_inside_from_outside(earlier: Document) -> None:
    fill("GM0935", SET_UP)
    inside = {one.named_as for one in Contribution.objects.select_related("party") if one.party.internal}
    assert inside == {
        "strategische vertegenwoordigers van verschillende gemeentelijke beleidsdisciplines",
        "Handhaven Openbare Ruimte",
    }
    assert inside_and_outside(earlier) == (2, 6)


@pytest.mark.requirement("ROLE-10")
def test_the_earlier_name_stands_with_the_party_and_no_day_is_made_up(earlier: Document) -> None:
    del earlier
    fill("GM0935", SET_UP)
    (alias,) = Party.objects.get(name="THOR").aliases
    assert (alias["name"], alias["short"], alias["named_on"]) == (
        "Handhaven Openbare Ruimte",
        "HOR",
        "2022-12-20",
    )
    assert "until" not in alias


@pytest.mark.requirement("ROLE-11")
def test_the_local_triangle_has_its_three_members(earlier: Document) -> None:
    del earlier
    fill("GM0935", SET_UP)
    members = Party.objects.get(name="Lokale Driehoek").members.values_list("name", flat=True)
    assert set(members) == {"Politie", "Openbaar Ministerie", "Gemeente Maastricht"}


@pytest.fixture
def contribution(programme: Document) -> Contribution:
    party = create(Party, {"name": "Woonpunt", "kind": "housing", "domain": "wonen"}, SET_UP)
    return create(Contribution, {"about": programme, "party": party, "how": "gesprek"}, SET_UP)


def is_traced(one: Contribution) -> bool:
    return one.traced


@pytest.mark.requirement("PART-02", "PART-13")
def test_a_contribution_changed_themes_or_nothing_with_a_reason_and_never_both(
    contribution: Contribution, themes: tuple[Theme, Theme], programme: Document
) -> None:
    assert is_traced(contribution) is False
    found = {
        "contribution": contribution,
        "theme": themes[0],
        "document": programme,
        "place": "4.2",
        "what": "doel",
    }
    changed = create(TextChange, found, SET_UP)
    assert is_traced(contribution)
    assert domains_of(themes[0]) == ("wonen",)
    with pytest.raises(ValidationError, match="no_change"):
        change(contribution, {"no_change": "paste niet"}, SET_UP)
    with pytest.raises(UsageError, match="traced back"):
        withdraw(contribution, SET_UP)
    withdraw(changed, SET_UP)
    assert not is_traced(contribution)
    none = change(contribution, {"no_change": "stond er al"}, SET_UP)
    assert none.traced
    with pytest.raises(ValidationError, match="contribution"):
        create(TextChange, {**found, "contribution": none}, SET_UP)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("parties: [{name: A, kind: onbekend}]", "unknown kind 'onbekend'"),
        ("parties: [{name: A, kind: group, members: [B]}]", "party 'B' is not described"),
        (
            "programme_from: 2023-01-01\nparties: [{name: A, kind: care}]\n"
            "contributions: [{id: x, party: B, named_as: b}]",
            "'B'",
        ),
        (
            "programme_from: 2023-01-01\nparties: [{name: A, kind: care}]\n"
            "contributions: [{id: x, party: A, named_as: a}, {id: x, party: A, named_as: a}]",
            "'x' stands here twice",
        ),
        (
            "parties: [{name: A, kind: care}]\ncontributions: [{id: x, party: A, named_as: a}]",
            "programme_from",
        ),
    ],
)
def test_a_wrong_file_is_named_with_what_is_wrong(tmp_path: Path, written: str, said: str) -> None:
    folder = tmp_path / "nl" / "municipalities" / "GM0001"
    folder.mkdir(parents=True)
    (folder / "municipality.yaml").touch()
    (folder / "participation.yaml").write_text(written, encoding="utf-8")
    with pytest.raises(InputError, match=r"participation\.yaml") as refused:
        load_participation("GM0001", tmp_path)
    assert said in str(refused.value)
