# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages say: the rules of interpretation as a reader meets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from statistics import mean

import pytest

from baken.model.offence import FlagChange, Initiative
from baken.model.text import Language
from baken.picture.material import load_material
from baken.picture.picture import SafetyPicture
from baken.web.pages import Kind, Page
from baken.web.views import render_page

from .dom import Node, parse
from .sites import MAASTRICHT, Site

MOVED = re.compile(r"\b(?:stijg\w*|gestegen|daling\w*|daalt|dalen|daalde\w*|gedaald)\b", re.IGNORECASE)
JUDGED = re.compile(r"\b(?:on)?gunstig\w*|\b(?:un)?favourable\b", re.IGNORECASE)


def fact(page: Node, name: str) -> Node:
    """What stands beside a term in the definition of an indicator."""
    section = page.one("section", aria_labelledby="definition")
    children = [one for one in section.one("dl").children if isinstance(one, Node)]
    return children[[one.text for one in children].index(name) + 1]


def section(page: Node, name: str) -> Node:
    return page.one("section", aria_labelledby=name)


def caveats(page: Node) -> list[str]:
    return [one.text for one in page.one("ul", "caveats").all("li")]


def number(text: str) -> float:
    return float(text.replace(".", "").replace(",", ".").replace("−", "-").replace("%", "").strip())


def shown(site: Site) -> Iterator[tuple[str, Node]]:
    """Every place in Dutch where a figure stands with its sign and its sentence."""
    for path in site.dutch:
        page = site.tree(path)
        yield from ((path, one) for one in page.all("li", "record") + page.all("li", "point"))
        if path.startswith("indicator/"):
            lead = page.one("main").all("p")[1:3]
            yield path, Node("div", {}, list(lead))


def test_a_change_that_is_not_supported_is_never_called_a_rise_or_a_fall(site: Site) -> None:
    places = list(shown(site))
    signs = {one.one("span", "sign").text for _, one in places}
    assert {sign[0] for sign in signs} >= {"▼", "≈"}
    for path, place in places:
        sign = place.one("span", "sign").text
        if sign[0] not in "▲▼":
            assert not MOVED.search(place.text), (path, place.text)
            assert not JUDGED.search(place.text), (path, place.text)


def test_a_sign_is_an_arrow_with_a_word_and_favours_only_what_has_a_better_side(site: Site) -> None:
    for path in site.dutch:
        for sign in site.tree(path).all("span", "sign"):
            arrow, word = sign.text.split(maxsplit=1)
            assert arrow in "▲▼≈?·"
            assert word
            toned = sign.classes & {"sign-favourable", "sign-unfavourable"}
            assert bool(toned) == bool(JUDGED.search(word)), (path, sign.text)


@pytest.mark.requirement("RULE-02")
def test_a_rise_of_what_is_found_by_looking_is_neutral_and_says_why(example: Site) -> None:
    page = example.page(Kind.INDICATOR, "drugshandel")
    sign = page.one("main").one("span", "sign")
    assert sign.text == "▲ hoger"
    assert "sign-neutral" in sign.classes
    assert "Als je kijkt, zie je meer" in page.one("p", "lead").text
    assert any(one.startswith("Als je kijkt, zie je meer.") for one in caveats(page))
    for kind, key in ((Kind.HOME, ""), (Kind.THEME, "ondermijning")):
        links = [one for one in example.page(kind, key).all("a") if one.text == "Drugshandel"]
        assert links
    for path, place in shown(example):
        if "Drugshandel" in place.text[:20] or path.endswith("drugshandel.html"):
            assert not JUDGED.search(place.text)
            assert place.one("span", "sign").classes == {"sign", "sign-neutral"}


@pytest.mark.requirement("RULE-04")
def test_the_number_of_checks_stands_under_the_registrations_and_is_not_called_their_cause(
    example: Site,
) -> None:
    page = example.page(Kind.INDICATOR, "drugshandel")
    years = [row[0] for row in section(page, "figures").rows()]
    for width in ("bk-wide", "bk-narrow"):
        chart = page.one("figure").one("svg", width)
        assert "Aantal controles" in [one.text for one in chart.all("text")]
        assert len(chart.all("rect", "bk-column")) == len(years)
    said = next(one for one in caveats(page) if "extra controles" in one)
    assert "kan daarmee samenhangen" in said
    assert "zegt dit cijfer niet" in said
    told = " ".join((page.one("p", "lead").text, said.partition("Regel uit")[0], page.one("figure").text))
    assert not re.search(r"\b(?:effect|dankzij|veroorzaakt|leidt tot|gevolg van)\b", told)
    others = [one for one in example.dutch if one.startswith("indicator/") and "drugshandel" not in one]
    assert all(not example.tree(one).all("rect", "bk-column") for one in others)


@pytest.mark.requirement("SUB-05")
def test_a_year_without_a_survey_is_a_gap_and_never_zero(maastricht: Site) -> None:
    page = maastricht.page(Kind.INDICATOR, "onveilig-in-buurt")
    rows = {row[0]: row for row in section(page, "figures").rows()}
    assert list(rows) == ["2021", "2020", "2019", "2018", "2017"]
    for year in ("2018", "2020"):
        assert rows[year][1] == "niet gemeten"
        assert not any(re.match(r"[\d−]", cell) for cell in rows[year][1:])
    measured = [number(row[1]) for row in rows.values() if row[1] != "niet gemeten"]
    assert measured == [18.7, 20.5, 24.2]
    assert round(mean(measured), 2) == 21.13
    for width in ("bk-wide", "bk-narrow"):
        chart = page.one("figure").one("svg", width)
        hatched = [one.one("title").text for one in chart.all("rect", "bk-missing")]
        assert hatched == ["2018: niet gemeten", "2020: niet gemeten"]
        assert len(chart.all(cls="bk-marker")) == 3
        points = [one.text for mark in chart.all(cls="bk-marker") for one in mark.all("title")]
        # On a phone nobody points at a mark; the table has the figures.
        assert points == (["2017: 24,2", "2019: 20,5", "2021: 18,7"] if width == "bk-wide" else [])
        assert chart.all(cls="bk-line") == []


@pytest.mark.requirement("TRAP-16")
def test_the_new_survey_is_marked_between_2019_and_2021_and_the_change_is_not_judged(
    maastricht: Site,
) -> None:
    page = maastricht.page(Kind.INDICATOR, "onveilig-in-buurt")
    for width in ("bk-wide", "bk-narrow"):
        chart = page.one("figure").one("svg", width)
        years = {
            one.text: float(one.attrs["x"]) for one in chart.all("text", "bk-tick") if len(one.text) == 4
        }
        (line,) = chart.all("line", "bk-break")
        assert years["2019"] < float(line.attrs["x1"]) < years["2021"]
        assert chart.one("text", "bk-break-label").text == "Enquête vernieuwd"
    assert page.one("main").one("span", "sign").text == "? niet beoordeeld"
    assert any(
        "alleen vergelijkbaar na omrekening met de factoren van het CBS" in one for one in caveats(page)
    )


@pytest.mark.requirement("AREA-03")
def test_areas_with_extra_attention_stay_unnamed_until_a_document_names_them(maastricht: Site) -> None:
    focus = section(maastricht.page(Kind.AREAS), "focus")
    assert [one.text for one in focus.all("li")] == ["Naam nog te bevestigen"] * 2
    names = {area.name for area in maastricht.picture.local_areas}
    assert [name for name in names if re.search(rf"\b{re.escape(name)}\b", focus.text)] == []
    english = section(maastricht.page(Kind.AREAS, language=Language.EN), "focus")
    assert [one.text for one in english.all("li")] == ["Name to be confirmed"] * 2


@pytest.mark.requirement("OBJ-02")
def test_a_source_names_who_published_and_who_registered(maastricht: Site) -> None:
    def said(name: str) -> str:
        return fact(maastricht.page(Kind.INDICATOR, name), "Gepubliceerd door").text

    for name in ("hic", "vermogensdelicten", "overlast"):
        assert said(name).startswith("waarstaatjegemeente.nl; oorspronkelijk geregistreerd door Politie."), (
            name
        )
    halt = said("halt")
    assert halt.startswith("waarstaatjegemeente.nl; oorspronkelijk geregistreerd door Stichting Halt.")
    assert "noemt politiecijfers als bron. Dit cijfer komt van Stichting Halt." in halt


@pytest.mark.requirement("TRAP-05")
def test_rows_called_victimisation_are_shown_as_registered_with_the_label_in_the_definition(
    maastricht: Site,
) -> None:
    named = [one for one in maastricht.picture.records if "slachtofferschap" in one.indicator.label.nl]
    assert {one.indicator.id for one in named} == {"hic", "vermogensdelicten"}
    for record in named:
        page = maastricht.page(Kind.INDICATOR, record.indicator.id)
        assert "geregistreerd" in page.one("p", "lead").text
        assert fact(page, "Letterlijk label").text == record.indicator.label.nl
        heard = (page.one("h1"), page.one("p", "lead"), page.one("figure"), section(page, "figures"))
        assert not any("slachtofferschap" in one.text for one in heard)
        assert any(one.startswith("Het woord slachtofferschap in het label is dat") for one in caveats(page))


@pytest.mark.requirement("TRAP-06")
def test_the_glossary_tells_the_two_meanings_of_schaalscore_apart(site: Site) -> None:
    terms = glossary(site.page(Kind.GLOSSARY), "main")
    portal, survey = terms["schaalscore (portaal)"], terms["schaalscore (Veiligheidsmonitor)"]
    assert "registraties per 1.000 inwoners" in portal
    assert "0 tot 10" in survey
    assert "Niet te verwarren met: schaalscore (Veiligheidsmonitor)" in portal
    assert "Niet te verwarren met: schaalscore (portaal)" in survey


def glossary(page: Node, part: str) -> dict[str, str]:
    inside = page.one("main") if part == "main" else section(page, part)
    children = [one for one in inside.one("dl").children if isinstance(one, Node)]
    terms = (one.one("span").text if one.all("span") else one.text for one in children[::2])
    return dict(zip(terms, (one.text for one in children[1::2]), strict=True))


@pytest.mark.requirement("TRAP-30")
def test_the_glossary_expands_bbv(site: Site) -> None:
    meaning = glossary(site.page(Kind.GLOSSARY), "short")["BBV"]
    assert meaning.startswith("Besluit begroting en verantwoording provincies en gemeenten")


@pytest.mark.requirement("TRAP-28")
def test_abbreviations_are_listed_and_those_without_a_source_are_flagged(site: Site) -> None:
    listed = glossary(site.page(Kind.GLOSSARY), "short")
    assert {"irt", "OOV", "AOV", "PmG", "THOR", "MJP", "HIC", "BBV", "GM", "P&C", "LWA", "OM"} <= set(listed)
    for one in site.picture.material.catalogue.abbreviations:
        assert ("(nog te bevestigen)" in listed[one.short]) is not one.confirmed, one.short
    assert {"AOV", "GM", "LWA"} <= {name for name, text in listed.items() if "nog te bevestigen" in text}
    assert "nog te bevestigen" not in listed["OM"]


@pytest.mark.requirement("RULE-05")
def test_every_type_of_offence_has_a_flag_with_who_set_it_and_when(site: Site) -> None:
    offences, nuisance = section(site.page(Kind.SOURCES), "register").all("table")
    police = offences.rows()
    assert len(police) == 58 + 1
    assert all(re.fullmatch(r"\d\.\d+\.\d+", row[0]) for row in police)
    assert {"E33", "E35"} <= {row[0] for row in nuisance.rows()}
    assert [row[0] for row in police if row[2] == "niet van toepassing"] == ["0.0.0"]
    flags = {row[2] for row in police} - {"niet van toepassing"}
    assert flags == {
        "gemeld door slachtoffers of getuigen (brengdelict)",
        "gevonden door te zoeken (haaldelict)",
        "deels gevonden door te zoeken",
    }
    assert all(re.match(r".+, \d{4}-\d{2}-\d{2}", row[3]) for row in police)


@pytest.mark.requirement("RULE-05")
def test_a_changed_flag_is_shown_with_both_hands(maastricht: Site) -> None:
    material = maastricht.picture.material
    key = ("politie-misdrijven", "3.1.1")
    known = material.catalogue.registrations[key]
    last = FlagChange(
        code="3.1.1",
        initiative=Initiative.MIXED,
        author="Proef",
        date=date(2026, 12, 1),
        reason="Nieuw onderzoek",
    )
    changed = replace(known, initiative=Initiative.MIXED, history=(*known.history, last))
    catalogue = replace(material.catalogue, registrations=material.catalogue.registrations | {key: changed})
    picture = SafetyPicture(replace(material, catalogue=catalogue))
    page = parse(render_page(picture, Page(Kind.SOURCES, Language.NL)))
    (row,) = [row for row in section(page, "register").rows() if row[0] == "3.1.1"]
    assert row[2] == "deels gevonden door te zoeken"
    assert known.history[0].author in row[3]
    assert row[3].endswith("Proef, 2026-12-01: Nieuw onderzoek")


@pytest.mark.requirement("RULE-14")
@pytest.mark.parametrize("name", ["winkeldiefstal", "zakkenrollerij", "geweld"])
def test_a_rate_that_visitors_raise_has_a_range_with_visitors_counted(example: Site, name: str) -> None:
    page = example.page(Kind.INDICATOR, name)
    rows = section(page, "visitors").rows()
    assert rows[0][0] == "geen"
    assert len(rows) >= 3
    assert all(re.fullmatch(r"\+\d+ %", row[0]) for row in rows[1:])
    rates = [number(row[1]) for row in rows]
    assert rates == sorted(rates, reverse=True)
    assert rates[0] > rates[-1]
    assert rows[0][1] == section(page, "figures").rows()[0][1]
    assert any(one.startswith("Ook bezoekers worden slachtoffer") for one in caveats(page))


@pytest.mark.requirement("TRAP-10", "TRAP-11")
def test_labels_that_are_narrower_than_the_police_code_carry_a_note(site: Site) -> None:
    codes = fact(site.page(Kind.INDICATOR, "vermogensdelicten"), "Codes").all("li")
    notes = {one.text.split()[0]: one.text for one in codes}
    assert "Telt ook motoren, bestelauto's en vrachtauto's. Dat is ruimer dan autodiefstal." in notes["1.2.2"]
    assert "De klassen noemen alleen personenauto's." in notes["1.2.1"]


@pytest.mark.requirement("TRAP-14")
def test_the_change_is_shown_from_every_start_together(maastricht: Site) -> None:
    rows = section(maastricht.page(Kind.INDICATOR, "overlast"), "starts").rows()
    shown_changes = {row[0]: row[2] for row in rows}
    assert shown_changes["2017"] == "−0,6 %"
    assert shown_changes["2018"] == "−12,8 %"
    assert shown_changes["2020 (coronajaar)"] == "−24,0 %"


@pytest.mark.requirement("TRAP-19")
@pytest.mark.parametrize(
    ("on", "yearly", "survey"),
    [
        (date(2023, 1, 31), "actueel: 2021", "actueel: 2021"),
        (date(2023, 3, 1), "verouderd: 2021", "actueel: 2021"),
        (date(2024, 3, 1), "verouderd: 2021", "verouderd: 2021"),
    ],
)
def test_a_badge_says_how_old_a_figure_is_on_the_day(on: date, yearly: str, survey: str) -> None:
    picture = SafetyPicture(load_material(MAASTRICHT, on))
    for name, expected in (("overlast", yearly), ("onveilig-in-buurt", survey)):
        page = parse(_rendered(picture, name))
        assert page.one("main").one("span", "badge").text == expected
        aged = any("ouder dan afgesproken" in one for one in caveats(page))
        assert aged == expected.startswith("verouderd")


def _rendered(picture: SafetyPicture, name: str) -> str:
    return render_page(picture, Page(Kind.INDICATOR, Language.NL, name))


@pytest.mark.requirement("TRAP-19")
def test_every_figure_on_the_site_has_its_age_beside_it(site: Site) -> None:
    for path, place in shown(site):
        (badge,) = place.all("span", "badge")
        assert re.fullmatch(r"(?:actueel|verouderd): \d{4}", badge.text), path
    words = {badge.text.split(":")[0] for _, place in shown(site) for badge in place.all("span", "badge")}
    assert words == ({"verouderd"} if site.code == MAASTRICHT else {"actueel"})


@pytest.mark.parametrize(("kind", "key"), [(Kind.HOME, ""), (Kind.AREAS, "")])
def test_the_map_of_a_town_without_local_figures_hatches_every_neighbourhood(
    maastricht: Site, kind: Kind, key: str
) -> None:
    page = maastricht.page(kind, key)
    codes = {one.split("/")[1] for one in maastricht.dutch if one.startswith("buurt/")}
    # The start page has the map at its small width only.
    for width in ("bk-narrow",) if kind is Kind.HOME else ("bk-wide", "bk-narrow"):
        tiles = page.all("figure")[-1].one("svg", width).all("g", "bk-tile")
        assert len(tiles) == 44
        assert {one.one("a").attrs["href"].rpartition("/")[2] for one in tiles} == codes
        assert all(one.one("a").one("title").text.endswith(": geen gegevens") for one in tiles)
        assert all("hatch" in one.one("rect", "bk-missing").attrs["fill"] for one in tiles)
        assert not any(re.search(r"\d", one.text) for one in tiles)


SMALL = ("BU99990500", "BU99990501")


@pytest.mark.parametrize("code", SMALL)
def test_a_small_neighbourhood_has_no_rate_and_the_page_says_why(example: Site, code: str) -> None:
    main = example.page(Kind.NEIGHBOURHOOD, code).one("main")
    assert main.all("span", "value") == []
    assert main.all("span", "sign") == []
    assert "Bij minder dan 500 inwoners staan hier geen cijfers per 1.000 inwoners" in main.text
    text = main.text.partition("Cijfers")[2].partition("Waar kan ik terecht")[0]
    assert "Niet getoond voor dit gebied" in text
    assert not re.search(r"\d", text)


def test_every_other_neighbourhood_has_rates_and_the_map_hatches_the_small_ones(example: Site) -> None:
    tiles = example.page(Kind.AREAS).all("figure")[-1].one("svg", "bk-wide").all("g", "bk-tile")
    hatched = {one.one("a").attrs["href"] for one in tiles if one.all("rect", "bk-missing")}
    assert hatched == {f"buurt/{code.lower()}.html" for code in SMALL}
    for area in example.picture.local_areas:
        if area.code not in SMALL and area.code.startswith("BU"):
            assert example.page(Kind.NEIGHBOURHOOD, area.code).all("span", "value"), area.code


def test_an_area_page_names_what_the_area_lies_in(site: Site) -> None:
    for area in site.picture.local_areas:
        if area.code.startswith("BU"):
            line = site.page(Kind.NEIGHBOURHOOD, area.code).one("main").one("p", "muted")
            assert line.one("a").attrs["href"].startswith("../stadsdeel/"), area.code


def test_a_threshold_that_was_passed_names_who_must_look(example: Site) -> None:
    said = example.page(Kind.THEME, "winkelgebied").one("p", "notice-strong").text
    assert said.startswith("Drempel overschreden: Winkeldiefstal was 3,9 in 2025, boven de drempel van 3,5")
    assert "burgemeester" in said


def test_a_municipality_brings_its_own_style_as_a_file(maastricht: Site, example: Site) -> None:
    own, default = (site.files["assets/baken.css"].decode() for site in (example, maastricht))
    assert own.index("#0f2f52") < own.index("#4a2a63"), "the own tokens stand after the defaults"
    assert "#4a2a63" not in default


@pytest.mark.requirement("CASE-05")
@pytest.mark.parametrize("language", list(Language))
def test_wherever_a_rate_stands_the_page_says_who_is_no_inhabitant(site: Site, language: Language) -> None:
    note = site.picture.material.catalogue.guidance["border"].text.in_(language)
    rates = [one for one in site.picture.records if one.unit.denominator and not one.indicator.is_survey]
    assert rates
    for record in site.picture.records:
        page = site.page(Kind.INDICATOR, record.indicator.id, language)
        assert any(one.startswith(note) for one in caveats(page)) is (record in rates), record.indicator.id
    assert note in site.page(Kind.HOME, language=language).text
    names = {one.indicator.id for one in rates}
    for theme in site.picture.material.municipality.themes:
        shown = names & {one.indicator.id for one in site.picture.theme(theme.id).records}
        assert (note in site.page(Kind.THEME, theme.id, language).text) is bool(shown), theme.id
    for area in site.picture.local_areas:
        kind = Kind.DISTRICT if area.code.startswith("SD") else Kind.NEIGHBOURHOOD
        shown = names & {one.indicator.id for one in site.picture.local(area.code) if one.latest}
        assert (note in site.page(kind, area.code, language).text) is bool(shown), area.code
