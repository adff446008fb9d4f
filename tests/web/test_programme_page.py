# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of the policy cycle says what a snapshot of what is public tells, and nothing more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.http import Http404
from django.test.utils import override_settings

from baken.model.action import ActionStatus
from baken.model.public_cycle import PublicAction, PublicCycle
from baken.model.text import Language
from baken.picture.material import load_material, with_cycle
from baken.picture.picture import SafetyPicture
from baken.store.cycle_snapshots import CycleSnapshots
from baken.store.workspace import Workspace
from baken.web import state
from baken.web.pages import Kind, Page, all_pages
from baken.web.programme import MOST_ACTIONS
from baken.web.views import render_page
from public_cycles import ACTIONS, CYCLE, HOMES, NOW, SHOPS, kept, on

from .dom import Node, parse
from .sites import EXAMPLE, TODAY, Site

MOST_BYTES = 50_000


@pytest.fixture(scope="module")
def picture() -> SafetyPicture:
    return SafetyPicture(load_material(EXAMPLE, TODAY))


def shown(picture: SafetyPicture, cycle: PublicCycle, kind: Kind = Kind.PROGRAMME, key: str = "") -> Node:
    held = SafetyPicture(with_cycle(picture.material, kept(cycle)))
    return parse(render_page(held, Page(kind, Language.NL, key))).one("main")


def words(node: Node) -> str:
    return " ".join(node.text.split())


def menu(page: Node) -> list[str]:
    return [one.text.strip() for one in page.one("ul", "menu").all("a")]


def test_the_menu_leads_to_it_only_where_something_is_public(maastricht: Site, example: Site) -> None:
    assert "Programma" in menu(example.page(Kind.HOME))
    assert "Programme" in menu(example.page(Kind.HOME, language=Language.EN))
    assert "Programma" not in menu(maastricht.page(Kind.HOME))
    assert Kind.PROGRAMME not in {page.kind for page in all_pages(maastricht.picture)}
    assert "programma.html" not in maastricht.files
    assert not [path for path in maastricht.files if "policy-cycle" in path]


def test_without_a_snapshot_there_is_no_such_page(picture: SafetyPicture) -> None:
    for language in Language:
        with pytest.raises(Http404):
            render_page(picture, Page(Kind.PROGRAMME, language))


def test_programmes_stand_in_order_with_term_and_decision(example: Site) -> None:
    page = example.page(Kind.PROGRAMME).one("main")
    titles = [one.text for one in page.all("h2")]
    assert titles[:2] == [
        "Meerjarenprogramma Voorbeeldstad 2025-2028",
        "Meerjarenprogramma Voorbeeldstad 2029-2032",
    ]
    now, straks = (words(one) for one in page.all("section", "card")[:2])
    assert "Looptijd: 1 januari 2025 tot en met 31 december 2028." in now
    assert "Stand: vastgesteld. Geldt nu." in now
    assert "Vaststellen van het programma 2025-2028: vastgesteld, 10 december 2024." in now
    assert "Het programma vast te stellen." in now
    assert "De wettelijke grondslag is nog niet gecontroleerd." in now
    assert "Er is geen looptijd bekend. Stand: in voorbereiding." in straks
    assert "Verwacht: eind 2028." in straks


@pytest.mark.requirement("LAW-03")
def test_what_the_council_did_not_set_is_never_called_set(example: Site, picture: SafetyPicture) -> None:
    straks = words(example.page(Kind.PROGRAMME).one("main").all("section", "card")[1])
    assert "geen besluit van de raad bekend" in straks
    assert "Er zijn geen doelen die de raad heeft vastgesteld." in straks
    assert "Meer samen met buren" in straks
    assert "Stand: vastgesteld" not in straks
    assert "Geldt nu" not in straks
    # A status that somebody filled in at the desk is no decision.
    alone = replace(CYCLE, decisions=(), goals=(), documents=(NOW,), actions=(), money=(), moments=())
    said = words(shown(picture, alone))
    assert "vastgesteld" not in said.replace("die de raad heeft vastgesteld", "")
    assert "Geldt nu" not in said


@pytest.mark.requirement("LAW-03")
def test_a_goal_that_nobody_set_cannot_be_in_it() -> None:
    with pytest.raises(ValueError, match="no decision of the council set the goal 'Het winkelgebied"):
        replace(CYCLE, decisions=())
    rejected = replace(CYCLE.decisions[0], outcome="rejected")
    with pytest.raises(ValueError, match="no decision of the council"):
        replace(CYCLE, decisions=(rejected,))
    with pytest.raises(ValueError, match="no public document 'mjp-nu'"):
        replace(CYCLE, documents=CYCLE.documents[2:])


def test_a_programme_is_in_force_within_its_term_only(picture: SafetyPicture) -> None:
    past = replace(NOW, end=date(2025, 12, 31))
    documents = tuple(past if one is NOW else one for one in CYCLE.documents)
    assert "Geldt nu" not in words(shown(picture, replace(CYCLE, documents=documents)))


@pytest.mark.requirement("VOTE-05")
def test_votes_stand_by_faction_and_by_name_with_what_was_stated(example: Site) -> None:
    page = example.page(Kind.PROGRAMME).one("main")
    table = next(one for one in page.all("table") if "Stemmen per fractie" in one.text)
    assert table.rows() == [
        ["Stadspartij", "2", "0"],
        ["Dorpsbelang", "0", "1"],
        ["Lijst Haven", "1", "0"],
        ["Samen", "3", "1"],
    ]
    said = words(page)
    assert "Het verslag noemt 4 stemmen voor en 1 tegen." in said
    assert "Met naam noemt het verslag 3 leden voor en 1 tegen." in said
    assert "mw. Van Velden (Stadspartij)" in said
    assert "Tegen: dhr. Nuyts (Dorpsbelang)" in said


def test_goals_lead_to_their_indicators_or_say_why_they_cannot_be_measured(example: Site) -> None:
    page = example.page(Kind.PROGRAMME).one("main")
    goals = {one.one("strong").text: one for one in page.all("li") if one.all("strong")}
    measured = goals["Het winkelgebied blijft veilig"]
    assert [one.attrs["href"] for one in measured.all("a")] == ["indicator/zakkenrollerij.html"]
    assert "Streefwaarde: 1,50" in words(measured)
    assert "in 2028" in words(measured)
    assert "tot en met 2,25" in words(measured)
    assert "Eigen telling van meldingen (hier is geen cijfer van)" in words(measured)
    assert "Nog niet meetbaar" not in measured.text
    assert "Nog niet meetbaar: Het programma noemt geen indicator." in words(goals["Bewoners doen mee"])


def test_actions_are_counted_by_theme_and_late_is_that_of_the_snapshot(example: Site) -> None:
    page = example.page(Kind.PROGRAMME).one("main")
    table = next(one for one in page.all("table") if "Acties per thema" in one.text)
    heads = [" ".join(one.text.split()) for one in table.one("thead").all("th")]
    assert heads == [
        "Thema",
        "klaar",
        "in uitvoering",
        "geblokkeerd",
        "niet begonnen",
        "gestopt",
        "waarvan te laat",
    ]
    assert table.rows() == [
        ["Buurt en beleving", "0", "0", "0", "1", "0", "0"],
        ["Winkelgebied", "1", "1", "0", "0", "0", "1"],
        ["geen thema", "0", "0", "0", "0", "1", "0"],
    ]
    assert "Verlichting achter de winkels (in uitvoering; te laat; uiterlijk 30 juni 2026)" in words(page)
    assert "Toezicht op marktdagen (klaar; Handhaving)" in words(page)
    assert "naar de stand van 1 oktober 2026" in words(page)
    # A plan of which no action is known says so.
    assert "Geen openbaar document noemt de acties van dit plan." in words(page)


@pytest.mark.requirement("FIN-02")
def test_missing_money_is_not_zero(example: Site) -> None:
    said = words(example.page(Kind.PROGRAMME).one("main"))
    assert (
        "Extra toezicht: bedrag staat niet in de stukken, soort geld staat niet in de stukken, nieuw geld, "
        "begroting van 2025" in said
    )
    assert "Wijkbudget: € 25.000, structureel geld" in said
    assert "€ 0" not in said


def test_the_calendar_keeps_the_words(example: Site) -> None:
    page = example.page(Kind.PROGRAMME).one("main")
    table = next(one for one in page.all("table") if "Momenten die" in one.text)
    rows = [[" ".join(cell.split()) for cell in row] for row in table.rows()]
    assert ["Evaluatie van het plan", "begin 2027 (uiterlijk 31 maart 2027)", "Uitvoeringsplan 2026"] in rows
    assert rows[-1][:2] == ["Zonder dag", "geen datum bekend"]


def test_what_people_wrote_stays_dutch_on_the_english_page(example: Site) -> None:
    page = example.page(Kind.PROGRAMME, language=Language.EN).one("main")
    for said in (
        "Bewoners doen mee",
        "Wijkbudget",
        "Toezicht op marktdagen",
        "begin 2027",
        "Raadsvoorstel 2025",
    ):
        found = [one for one in page if said in one.text and one.attrs.get("lang") == "nl"]
        assert found, said
    assert "In force." in page.text


def test_a_theme_shows_its_goals_and_actions(example: Site) -> None:
    page = example.page(Kind.THEME, SHOPS).one("main")
    goals = page.one("section", aria_labelledby="goals")
    assert "Het winkelgebied blijft veilig" in goals.text
    assert "programma.html#doc-mjp-nu" in goals.all("a")[-1].attrs["href"]
    done, _, ahead = page.one("section", aria_labelledby="account").all("div", "layer")
    assert "Actie gedaan: Toezicht op marktdagen (1 september 2026)" in words(done)
    assert "Actie die te laat is: Verlichting achter de winkels (30 juni 2026)" in words(ahead)
    assert "Buurtgesprekken" not in page.text
    other = example.page(Kind.THEME, HOMES).one("main")
    assert "Actie die nog moet beginnen: Buurtgesprekken (Q4 2026)" in words(other)
    assert not other.all("section", aria_labelledby="goals")
    english = example.page(Kind.THEME, SHOPS, Language.EN).one("main")
    assert "Action done:" in english.text


def test_a_long_plan_stays_below_the_budget_and_says_how_many_more(picture: SafetyPicture) -> None:
    many = tuple(
        PublicAction(
            id=f"x{number}",
            plan="plan",
            title=f"Actie nummer {number} met een naam zoals mensen die geven aan wat zij doen",
            status=ActionStatus.IN_PROGRESS,
            late=False,
            theme=SHOPS,
            lead="Afdeling Veiligheid en Leefbaarheid",
            end_words="uiterlijk eind van het vierde kwartaal",
        )
        for number in range(MOST_ACTIONS + 140)
    )
    cycle = replace(CYCLE, actions=(*ACTIONS, *many))
    held = SafetyPicture(with_cycle(picture.material, kept(cycle)))
    html = render_page(held, Page(Kind.PROGRAMME, Language.NL))
    assert len(html.encode()) <= MOST_BYTES
    assert "Nog 144 acties staan in de tabel (CSV)." in html


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Workspace]:
    state.picture_of.cache_clear()
    own = {"BAKEN_AREA": EXAMPLE, "BAKEN_DATE": TODAY.isoformat(), "BAKEN_WORKSPACE": str(tmp_path)}
    with override_settings(**own):
        yield Workspace(tmp_path)
    state.picture_of.cache_clear()


def test_the_live_site_shows_what_is_made_public_at_once(served: Workspace) -> None:
    cycles = CycleSnapshots(served, EXAMPLE)
    assert state.current() is state.picture()
    assert state.current().material.cycle is None
    first = cycles.keep(CYCLE)
    assert state.current().material.cycle == first
    assert state.current() is state.current()
    second = cycles.keep(replace(CYCLE, money=()))
    assert state.current().material.cycle == second
    # What was made public on a later day than that from which the site looks is not there yet.
    cycles.keep(on(date(2027, 1, 1)))
    assert state.current().material.cycle == second
