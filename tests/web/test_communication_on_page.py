# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where residents can go, what was done on a theme, how they were heard: as the pages show it."""

from __future__ import annotations

import re

import pytest

from baken.model.area import AreaLevel
from baken.model.text import Language
from baken.web.pages import Kind

from .dom import Node
from .sites import Site


def links(node: Node) -> set[str]:
    return {one.attrs.get("href", "") for one in node.all("a")}


@pytest.mark.requirement("COM-03")
def test_the_directory_goes_by_issue_with_numbers_that_a_telephone_can_dial(site: Site) -> None:
    page = site.page(Kind.CONTACT).one("main")
    own = {"GM0935": "tel:14043", "GM9999": "tel:140999"}[site.code]
    assert links(page.one("section", aria_labelledby="danger")) == {"tel:112"}
    assert "tel:09008844" in links(page.one("section", aria_labelledby="police"))
    for issue in ("street", "policy", "error"):
        assert own in links(page.one("section", aria_labelledby=issue)), issue
    english = site.page(Kind.CONTACT, language=Language.EN).one("main")
    assert "There is danger now" in english.text
    assert {one for one in links(english) if one.startswith("tel:")} == {
        one for one in links(page) if one.startswith("tel:")
    }


def test_a_number_that_nobody_checked_is_nowhere_on_the_site(example: Site) -> None:
    held = {one.id: one for one in example.picture.material.municipality.communication.contacts}
    hidden = held["youth-desk"].reach
    assert all(f"tel:{hidden.dial}".encode() not in example.files[path] for path in example.paths)
    assert all(hidden.phone.encode() not in example.files[path] for path in example.paths)


def test_every_page_leads_to_where_to_go(site: Site) -> None:
    for page in site.samples():
        there = page.to(Kind.CONTACT)
        assert there in links(site.tree(page.path).one("footer")), page.path


@pytest.mark.requirement("AREA-07")
def test_each_district_shows_its_own_role_and_no_private_data(example: Site) -> None:
    material = example.picture.material
    boxes = {}
    for area in example.picture.local_areas:
        if area.level is AreaLevel.DISTRICT:
            section = example.page(Kind.DISTRICT, area.code).one("section", aria_labelledby="contact")
            found = [one for one in links(section) if one.startswith("mailto:")]
            assert len(found) == 1, area.code
            boxes[area.code] = found[0]
            assert "wijkteam" in section.text
    assert len(set(boxes.values())) == len(boxes) == 5
    roles = {one.reach.mailbox for one in material.municipality.communication.districts}
    roles |= {one.reach.mailbox for one in material.municipality.communication.contacts}
    shown = {one for path in example.paths for one in links(example.tree(path)) if one.startswith("mailto:")}
    assert shown <= {f"mailto:{one}" for one in roles if one}


@pytest.mark.requirement("AREA-07")
def test_where_the_contact_of_a_district_is_not_known_the_page_says_so_and_names_the_municipality(
    maastricht: Site,
) -> None:
    section = maastricht.page(Kind.DISTRICT, "SD0935-centrum").one("section", aria_labelledby="contact")
    assert "de stadsdeelregisseur" in section.text
    assert "Hoe u die bereikt, is nog niet bekend." in section.text
    assert "tel:14043" in links(section)
    assert not [one for one in links(section) if one.startswith("mailto:")]


@pytest.mark.requirement("COM-01")
def test_each_theme_page_has_done_result_next_and_the_day_of_its_update(site: Site) -> None:
    for theme in site.picture.material.municipality.themes:
        section = site.page(Kind.THEME, theme.id).one("section", aria_labelledby="account")
        assert [one.text for one in section.all("h3")] == [
            "Wat is gedaan",
            "Wat het resultaat is",
            "Wat komt er nog",
        ]
        assert re.search(r"Bijgewerkt op \d{1,2} [a-z]+ 20\d\d\.", section.text), theme.id
    empty = site.page(Kind.THEME, site.picture.material.municipality.themes[0].id, Language.EN)
    assert "What comes next" in empty.text


@pytest.mark.requirement("COM-02")
def test_without_a_study_the_page_says_that_we_do_not_know_and_with_one_how_sure_it_is(
    example: Site, maastricht: Site
) -> None:
    assert "We weten het niet" in maastricht.page(Kind.THEME, "ondermijning").one("main").text
    text = example.page(Kind.THEME, "buurt-en-beleving").one("section", aria_labelledby="account").text
    assert "Het echte verschil ligt waarschijnlijk tussen" in text
    assert "Of dit door de aanpak komt, weten we niet" in text


@pytest.mark.requirement("PART-03")
def test_the_pages_say_that_there_was_a_survey_and_no_talk(maastricht: Site, example: Site) -> None:
    said = (
        "Alleen een enquête, geen rechtstreeks gesprek. Inwoners zijn gevraagd met: Veiligheidsmonitor 2021."
    )
    assert said in maastricht.page(Kind.INSIGHTS).one("section", aria_labelledby="participation").text
    theme = maastricht.page(Kind.THEME, "overlast-en-beleving")
    assert said in theme.one("section", aria_labelledby="residents").text
    talked = example.page(Kind.INSIGHTS).one("section", aria_labelledby="participation").text
    assert "Met inwoners is gesproken" in talked
    english = maastricht.page(Kind.INSIGHTS, language=Language.EN)
    assert "Survey, no direct dialogue." in english.one("section", aria_labelledby="participation").text


@pytest.mark.requirement("COM-05")
def test_the_two_goals_stand_on_the_page_with_their_measures(maastricht: Site) -> None:
    section = maastricht.page(Kind.INSIGHTS).one("section", aria_labelledby="communication")
    goals = [one for one in section.one("ol").children if isinstance(one, Node) and one.tag == "li"]
    assert len(goals) == 2
    assert all(one.all("li") for one in goals)
    assert section.text.count("nog niet gemeten") == 4
    assert section.text.count("nog niet bekend") == 3


@pytest.mark.requirement("COM-07")
def test_an_annual_plan_without_communication_is_said_to_be_incomplete(example: Site) -> None:
    lines = {
        one.text
        for one in example.page(Kind.INSIGHTS).one("section", aria_labelledby="communication").all("li")
    }
    assert (
        "Uitvoeringsplan Veiligheid 2025 (verzonnen): onvolledig: in het plan staat niets over communicatie"
        in lines
    )
