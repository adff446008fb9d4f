# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Nobody types a code: fields that hold one of a list offer its names, and what is stored is never lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client
from django.utils import translation

from baken.accounts import changes
from baken.accounts.models import Assignment
from baken.catalogue.catalogue import load_catalogue
from baken.catalogue.law import load_law
from baken.cycle.models import ActionRecord, Document, Faction, Party, SteeringIndicator, Theme
from baken.desk.inputs import MOST_TO_CHOOSE, OneOf
from baken.desk.registers import ALL
from baken.desk.registers.lists import CODES_FROM, LISTS
from baken.model.law import ArticleKind
from people import SET_UP

from .test_recording_a_vote import ROOT, made

CAMERAS = next(one for one in load_law().articles if one.id == "gemeentewet-151c")


def field_of(page: str, name: str) -> str:
    """The control of one field, with its options."""
    found = re.search(
        rf'<select[^>]*name="{name}".*?</select>|<input[^>]*name="{name}"[^>]*>(?:<datalist.*?</datalist>)?',
        page,
        re.S,
    )
    assert found, name
    return unescape(found[0])


def form(browser: Client, slug: str, key: str = "", language: str = "nl") -> str:
    """The form of a record, or of a new one."""
    address = f"{ROOT}{slug}/{key}/wijzigen/" if key else f"{ROOT}{slug}/nieuw/"
    return browser.get(address, headers={"accept-language": language}).content.decode()


@pytest.fixture
def adviser(signed_in: Callable[[str], Client]) -> Client:
    """A browser of somebody who writes plans."""
    return signed_in("adviser")


def test_every_list_belongs_to_a_field_that_a_form_asks() -> None:
    asked = {(one.model, name) for one in ALL for name in one.fields}
    assert set(LISTS) <= asked
    assert set(CODES_FROM) <= asked


def test_an_action_offers_powers_and_indicators_by_name(adviser: Client) -> None:
    changes.create(SteeringIndicator, {"code": "samenwerking", "name": "Samenwerking met partners"}, SET_UP)
    page = form(adviser, "acties")
    power, indicator = field_of(page, "power"), field_of(page, "indicator")
    powers = [one for one in load_law().articles if one.kind is ArticleKind.POWER]
    assert power.count("<option") == len(powers) + 1
    assert f'value="{CAMERAS.citation}"' in power
    assert "cameratoezicht" in power
    assert '<option value="samenwerking">Samenwerking met partners</option>' in indicator
    assert '<option value="winkeldiefstal">Winkeldiefstal</option>' in indicator
    english = load_catalogue().indicator("winkeldiefstal").name.en
    adviser.cookies["django_language"] = "en"
    with translation.override("en"):
        assert english in dict(LISTS[ActionRecord, "indicator"].offered()).values()


def test_what_was_chosen_is_shown_by_its_name(adviser: Client) -> None:
    key = made(adviser, "acties", title="Camera's", power=CAMERAS.citation, indicator="winkeldiefstal")
    held = ActionRecord.objects.get(pk=key)
    assert (held.power, held.indicator) == (CAMERAS.citation, "winkeldiefstal")
    page = unescape(adviser.get(f"{ROOT}acties/{key}/").content.decode())
    assert "cameratoezicht" in page
    assert "Winkeldiefstal" in page
    # An id of the law register that somebody wrote before there was a list.
    changes.change(held, {"power": "gemeentewet-151c"}, SET_UP)
    assert "cameratoezicht" in adviser.get(f"{ROOT}acties/{key}/").content.decode()


@pytest.mark.parametrize("field", ["power", "indicator"])
def test_a_value_out_of_no_list_is_refused_in_one_line(adviser: Client, field: str) -> None:
    answer = adviser.post(f"{ROOT}acties/nieuw/", {"title": "Toezicht", field: "<b>verzonnen"})
    assert answer.status_code == 422
    wrong = answer.context["form"].errors
    assert list(wrong) == [field]
    assert len(wrong[field]) == 1
    assert "<b>verzonnen" in wrong[field][0]
    assert "<b>verzonnen" not in answer.content.decode()
    assert not ActionRecord.objects.exists()


def test_what_is_stored_and_in_no_list_stays_and_says_so(adviser: Client) -> None:
    key = made(adviser, "acties", title="Toezicht")
    held = ActionRecord.objects.get(pk=key)
    changes.change(held, {"power": "APV, artikel 2:74", "indicator": "vroeger"}, SET_UP)
    page = form(adviser, "acties", key)
    assert re.search(
        r'value="APV, artikel 2:74" selected>APV, artikel 2:74 \([^)]+\)<', field_of(page, "power")
    )
    values = {
        "title": "Toezicht in de stad",
        "power": "APV, artikel 2:74",
        "indicator": "vroeger",
        "why": "beter",
    }
    saved = adviser.post(f"{ROOT}acties/{key}/wijzigen/", values)
    assert saved.status_code == 302
    held.refresh_from_db()
    assert (held.title, held.power, held.indicator) == ("Toezicht in de stad", "APV, artikel 2:74", "vroeger")


def test_a_long_list_is_searched_by_name() -> None:
    offered = [(f"code-{n}", f"Naam {n}") for n in range(MOST_TO_CHOOSE + 1)]
    asked = OneOf(offered, "code-7", required=False)
    shown = asked.widget.render("indicator", asked.prepare_value("code-7"), {"id": "id_indicator"})
    assert 'value="Naam 7"' in shown
    assert 'list="id_indicator-list"' in shown
    assert '<datalist id="id_indicator-list">' in shown
    assert shown.count("<option") == len(offered)
    assert [asked.clean(one) for one in ("naam 40", "code-40", "")] == ["code-40", "code-40", ""]


def test_equal_names_are_told_apart_by_their_code() -> None:
    asked = OneOf([("a", "Overlast"), ("b", "Overlast"), ("c", "Geweld")], "")
    assert asked.clean("overlast (b)") == "b"
    assert list(asked.shown.values()) == ["Overlast (a)", "Overlast (b)", "Geweld"]


def test_a_code_is_made_from_the_name(adviser: Client) -> None:
    theme = made(adviser, "themas", name="Zorg én veiligheid", kind="theme")
    assert Theme.objects.get(pk=theme).code == "zorg-en-veiligheid"
    values = {"name": "Zorg", "kind": "theme", "code": "", "why": "korter"}
    assert adviser.post(f"{ROOT}themas/{theme}/wijzigen/", values).status_code == 302
    # What others name a theme by stays when it is called something else.
    assert (Theme.objects.get().name, Theme.objects.get().code) == ("Zorg", "zorg-en-veiligheid")
    again = adviser.post(f"{ROOT}themas/nieuw/", {"name": "Zorg én veiligheid", "kind": "theme"})
    assert list(again.context["form"].errors) == ["code"]


def test_an_indicator_of_the_catalogue_is_chosen_once(adviser: Client) -> None:
    name = load_catalogue().indicator("winkeldiefstal").name.nl
    assert f'value="{name}"' in field_of(form(adviser, "indicatoren"), "code")
    made(adviser, "indicatoren", code=name, name="Winkeldiefstal in de stad")
    assert SteeringIndicator.objects.get().code == "winkeldiefstal"
    assert f'value="{name}"' not in field_of(form(adviser, "indicatoren"), "code")


def test_a_role_is_given_for_a_faction_or_department_that_the_files_tell(
    signed_in: Callable[[str], Client],
) -> None:
    administrator = signed_in("administrator")
    changes.create(Faction, {"name": "Geheime fractie"}, SET_UP)
    page = form(administrator, "rollen")
    assert 'value="D66"' in field_of(page, "faction")
    assert 'value="Veiligheid en Leefbaarheid"' in field_of(page, "department")
    # Whoever gives access sees no records of the desk, but does see what roles were given for.
    assert "Geheime fractie" not in page
    account = Assignment.objects.get(role="council-member").account
    values = {"account": account.pk, "role": "council-member", "faction": "Nieuw", "start": "2026-01-01"}
    assert administrator.post(f"{ROOT}rollen/nieuw/", values).status_code == 302
    assert 'value="Nieuw"' in field_of(form(administrator, "rollen"), "faction")


def test_the_department_of_a_document_is_suggested(adviser: Client) -> None:
    changes.create(Party, {"name": "THOR", "kind": "department"}, SET_UP)
    changes.create(Party, {"name": "Politie", "kind": "police"}, SET_UP)
    assert re.findall(r'<option value="(\w+)"', field_of(form(adviser, "documenten"), "department")) == [
        "THOR"
    ]


def test_a_record_that_was_withdrawn_stays_where_it_is_named(adviser: Client) -> None:
    theme = changes.create(Theme, {"code": "oud", "name": "Oud thema"}, SET_UP)
    party = changes.create(Party, {"name": "HOR", "kind": "department"}, SET_UP)
    key = made(adviser, "acties", title="Toezicht", theme=theme.pk, co_owners=party.pk)
    for one in (theme, party):
        changes.withdraw(one, SET_UP)
    page = form(adviser, "acties", key)
    assert re.search(r"selected>Oud thema \([^)]+\)<", field_of(page, "theme"))
    values = {"title": "Toezicht in de stad", "theme": theme.pk, "co_owners": party.pk, "why": "beter"}
    assert adviser.post(f"{ROOT}acties/{key}/wijzigen/", values).status_code == 302
    held = ActionRecord.objects.get()
    assert (held.theme_id, list(held.co_owners.all())) == (theme.pk, [party])
    # Somewhere else it is not offered.
    assert "Oud thema" not in form(adviser, "acties")
    other = adviser.post(f"{ROOT}acties/nieuw/", {"title": "Nieuw", "theme": theme.pk})
    assert list(other.context["form"].errors) == ["theme"]


def test_a_choice_that_the_list_lost_does_not_stop_another_change(adviser: Client) -> None:
    key = made(adviser, "documenten", title="Nota", kind="other", held="held", visibility="internal")
    Document.objects.filter(pk=key).update(kind="memo-of-old")
    page = form(adviser, "documenten", key)
    assert '<option value="memo-of-old" selected>memo-of-old</option>' in field_of(page, "kind")
    values = {
        "title": "Nota 2",
        "kind": "memo-of-old",
        "held": "held",
        "visibility": "internal",
        "why": "beter",
    }
    held = Document.objects.get(pk=key)
    changes.change(held, {"title": "Nota 2"}, SET_UP)
    held.refresh_from_db()
    assert (held.title, held.kind) == ("Nota 2", "memo-of-old")
    # Nobody else gets it.
    refused = adviser.post(f"{ROOT}documenten/nieuw/", values)
    assert list(refused.context["form"].errors) == ["kind"]


def test_a_filter_on_something_that_no_list_holds_says_so(adviser: Client) -> None:
    page = adviser.get(f"{ROOT}acties/?theme=%3Cb%3Eweg&status=").content.decode()
    assert re.search(r'value="<b>weg" selected><b>weg \([^)]+\)<', field_of(page, "theme"))
    assert "<b>weg" not in page
