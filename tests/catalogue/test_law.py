# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The legal basis register: what it holds, what it refuses, and that nothing unchecked reaches the public."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from baken.catalogue.catalogue import DATA
from baken.catalogue.cycle_rules import load_cycle_rules
from baken.catalogue.governance import load_governance
from baken.catalogue.law import cited, load_law
from baken.council.citations import LawNames, citations_by_form, read_citations, resolve
from baken.model.errors import InputError, NotHeldError, UsageError
from baken.model.governance import RECORDERS, Body, ProductKind
from baken.model.law import (
    BASIS_NOT_CHECKED,
    Article,
    ArticleKind,
    Check,
    Law,
    Mark,
    Need,
    public_citation,
    public_words,
    workspace_words,
)

LAW = load_law()
CHECKED = Check(on=date(2026, 12, 1), by="jurist", source="wetten.overheid.nl")
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def ids(articles: tuple[Article, ...]) -> list[str]:
    return [one.id for one in articles]


def test_the_register_holds_what_the_policy_cycle_rests_on() -> None:
    numbers = {
        "politiewet": ["38b-1", "39-1", "11", "13", "18", "19", "20"],
        "gemeentewet": ["20", "30", "108", "151b", "151c", "154a", "172", "172a", "172b"],
        "wvr": ["4", "5", "39"],
        "bbv": ["25"],
    }
    wanted = {f"{law}-{one}" for law, named in numbers.items() for one in named}
    wanted |= {f"gemeentewet-{one}" for one in ("174a", "174b", "175", "176")}
    wanted |= {"opiumwet-13b", "wth", "bibob", "wvggz", "alcoholwet", "wom", "wgs", "avg"}
    assert wanted <= set(LAW.by_id)


@pytest.mark.requirement("LAW-07")
def test_the_powers_of_the_mayor_and_nobody_elses() -> None:
    mayor = set(ids(LAW.held_by(Body.MAYOR)))
    assert {f"gemeentewet-{one}" for one in ("172", "151b", "151c", "174a", "175")} <= mayor
    assert mayor & set(ids(LAW.held_by(Body.EXECUTIVE))) == {"bibob"}
    assert LAW.held_by(Body.COUNCIL) == LAW.held_by(Body.TRIANGLE) == ()


def test_powers_that_an_ordinance_must_give() -> None:
    assert {one.id for one in LAW.articles if Need.ORDINANCE in one.needs} == {
        "gemeentewet-151b",
        "gemeentewet-151c",
        "gemeentewet-154a",
    }


@pytest.mark.parametrize("article", LAW.articles, ids=lambda one: one.id)
def test_what_nobody_checked_is_marked_inside_and_not_told_outside(article: Article) -> None:
    assert article.checked is None
    inside = workspace_words(article)
    assert inside.nl == f"{article.citation}: {article.gives.nl} (niet gecontroleerd)"
    assert inside.en.endswith(" (not checked)")
    outside = public_words(article)
    assert outside == BASIS_NOT_CHECKED
    for secret in (article.citation, article.gives.nl, article.gives.en):
        assert secret not in outside.nl + outside.en
    assert public_citation(article) == ""


def test_a_checked_article_is_told_without_the_note() -> None:
    one = replace(LAW.article("opiumwet-13b"), checked=CHECKED)
    assert public_citation(one) == "artikel 13b Opiumwet"
    assert public_words(one) == workspace_words(one)
    assert public_words(one).en.startswith("artikel 13b Opiumwet: acting against drugs")
    assert "opiumwet-13b" not in ids(replace(LAW, articles=(one,)).unchecked)
    assert len(LAW.unchecked) == len(LAW.articles)


@pytest.mark.parametrize("article", LAW.articles, ids=lambda one: one.id)
def test_each_citation_is_in_the_form_in_which_texts_are_read(article: Article) -> None:
    assert resolve(article.citation).article is article
    if article.article:
        assert [one.form for one in read_citations(article.citation)] == [article.citation]
        assert resolve(article.citation.lower()).article is article


@pytest.mark.parametrize("law", LAW.laws, ids=lambda one: one.id)
def test_every_name_of_a_law_leads_to_one(law: Law) -> None:
    names = LawNames()
    for name in (law.name, *law.others):
        assert names.one(name) == law.name
        assert [one.law for one in read_citations(f"zie artikel 7 van de {name}.")] == [law.name]


@pytest.mark.requirement("LAW-06")
@pytest.mark.parametrize(
    ("written", "entry"),
    [
        ("artikel 38b, eerste lid van de Politiewet", "politiewet-38b-1"),
        ("art. 38b lid 1 Politiewet 2012", "politiewet-38b-1"),
        ("het eerste lid van artikel 38b van de Politiewet", "politiewet-38b-1"),
        ("artikel 39 lid 1 politiewet 2012", "politiewet-39-1"),
        ("artikel 172, derde lid, Gemeentewet", "gemeentewet-172"),
        ("art. 13b, lid 1, onder a van de Opiumwet", "opiumwet-13b"),
        ("artikel 2 lid 1 Wth", "wth"),
        ("de Wet tijdelijk huisverbod", "wth"),
        ("artikel 3 Wet Bibob", "bibob"),
        ("artikel 5 van de Wet veiligheidsregio\u2019s", "wvr-5"),
        ("artikel 25 BBV", "bbv-25"),
    ],
)
def test_any_spelling_leads_to_one_entry(written: str, entry: str) -> None:
    found = resolve(written)
    assert found.article is LAW.article(entry), found.why.nl


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("artikel 38b Politiewet", "niet in het register van grondslagen. Wel: artikel 38b lid 1"),
        ("artikel 38b lid 2 Politiewet", "artikel 38b lid 2 Politiewet 2012 staat niet in het register"),
        ("artikel 38b lid 1 Politiewet 1993", "Politiewet 1993 staat niet in het register"),
        ("artikel 38b lid 1 politiewet 1993", "Bij artikel 38b lid 1 staat niet welke wet."),
        ("artikel 5", "Bij artikel 5 staat niet welke wet."),
        ("artikelen 151b en 151c Gemeentewet", "geef er een tegelijk"),
        ("Gemeentewet", "Gemeentewet staat niet in het register"),
        ("", "Dit staat niet in het register"),
    ],
)
def test_what_the_register_does_not_hold_is_said(written: str, words: str) -> None:
    found = resolve(written)
    assert found.article is None
    assert words in found.why.nl


@pytest.mark.skipif(not SEEDS.exists(), reason="the documents beside the project are not there")
@pytest.mark.requirement("LAW-06")
def test_every_article_that_the_proposal_cites_is_one_of_two_entries() -> None:
    text = next(SEEDS.glob("004_*.txt")).read_text("utf-8")
    forms = citations_by_form(read_citations(text))
    assert {form: resolve(form).article for form in forms} == {
        "artikel 38b lid 1 Politiewet 2012": LAW.article("politiewet-38b-1"),
        "artikel 39 lid 1 Politiewet 2012": LAW.article("politiewet-39-1"),
    }


def test_each_entry_says_where_its_content_comes_from() -> None:
    assert all(one.marks and one.source for one in LAW.articles)
    documents = {one.id for one in LAW.articles if Mark.DOCUMENT in one.marks}
    assert documents == {
        "politiewet-38b-1",
        "politiewet-39-1",
        "opiumwet-13b",
        "wth",
        "wvr-4",
        "wvr-5",
    }
    assert LAW.article("gemeentewet-30").marks == (Mark.GENERAL,)


def test_the_duties_of_the_calendar_are_those_of_the_register() -> None:
    duties = load_cycle_rules().renewal
    assert duties
    for one in duties:
        article = resolve(one.article).article
        assert article is not None
        assert (article.citation, article.years) == (one.article, one.years)
        assert (article.checked is not None) == one.backing.checked
        holders = [load_governance().body(body).called.nl for body in article.holders]
        assert [each.nl for each in one.adopted_by] == (holders or [each.nl for each in article.parties])


def test_an_unknown_article_and_an_unknown_country_are_refused() -> None:
    with pytest.raises(UsageError, match=r"'politiewet-99' is not in the register.*law\.yaml"):
        LAW.article("politiewet-99")
    with pytest.raises(NotHeldError, match=r"no register of legal bases is held for 'de'"):
        load_law("de")
    with pytest.raises(NotHeldError, match=r"who decides what is not written down for 'de'"):
        load_governance("de")


def changed(folder: Path, name: str, old: str, new: str) -> Path:
    """A copy of the two files with one change; the old words must be there."""
    (folder / "nl").mkdir()
    for one in ("law.yaml", "governance.yaml"):
        shutil.copy(DATA / "nl" / one, folder / "nl" / one)
    path = folder / "nl" / name
    words = path.read_text("utf-8")
    assert old in words
    path.write_text(words.replace(old, new, 1), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "member: 1\n",
            "member: 2\n",
            "'politiewet-38b-1' is cited as 'artikel 38b lid 1 Politiewet 2012', not",
        ),
        (
            "    law: opiumwet\n",
            "    law: tabakswet\n",
            "'opiumwet-13b' belongs to the unknown law 'tabakswet'",
        ),
        (
            "- id: politiewet-39-1",
            "- id: politiewet-11",
            "the id of an article 'politiewet-11' stands here twice",
        ),
        ("others: [Gemw]", "others: [politiewet]", "the name of a law 'politiewet' stands here twice"),
        ("    holders: [mayor]\n", "", "'politiewet-11' is a power of nobody"),
        ("    kind: duty\n", "    kind: rule\n", "'politiewet-38b-1' has a term of years"),
        ("years: 4", "years: 0", "'politiewet-38b-1' has a term of years"),
        (
            "source: raadsvoorstel Maastricht 2023, onder 1\n",
            "source: ''\n",
            "'politiewet-39-1' says not in two languages",
        ),
        ("holders: [council]", "holders: [raad]", "holders"),
        (
            "    marks: [S, W]\n",
            "    marks: [S, W]\n    checked: {on: 2026-12-01, by: '', source: x}\n",
            "was checked, but it says not by whom",
        ),
        ("    article: 38b\n    member: 1\n", "    member: 1\n", "is a member of no article"),
    ],
)
def test_a_register_that_cannot_be_is_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    root = changed(tmp_path, "law.yaml", old, new)
    with pytest.raises(InputError, match=r"law\.yaml") as refused:
        load_law("nl", root)
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "basis: [politiewet-38b-1]\n    years",
            "basis: [politiewet-38b]\n    years",
            "'politiewet-38b', which is not",
        ),
        ("powers: [wth]", "powers: []", "measure 'house-ban' rests on no power"),
        ("powers: [wth]", "powers: [wth, bibob]", "measure 'house-ban' rests on powers of different bodies"),
        ("powers: [wth]", "powers: [gemeentewet-108]", "rests on powers of different bodies, or of none"),
        (
            "    bodies: [council]\n",
            "    bodies: [triangle]\n",
            "is left to the triangle, which decides nothing",
        ),
        (
            "records: [council]",
            "records: [council, mayor]",
            "the recorder of the body 'mayor' stands here twice",
        ),
        (", records: [council]", "", "the recorder of the body 'council' is missing"),
        ("- id: national-agenda", "- id: other", "the kind of product 'national-agenda' is missing"),
        ("synonyms: [veiligheidsagenda]", "synonyms: [IVP]", "more than one product is called 'ivp'"),
        ("    act: adopts\n", "", "product 'programme' has bodies without an act"),
        ("kinds: [programme]", "kinds: [implementation-plan]", "must come before itself"),
        ("    years: 4\n", "    years: 0\n", "runs for less than a year"),
        (
            "    consulted: [council]\n",
            "    consulted: [council]\n    act: adopts\n    bodies: [council]\n",
            "at once",
        ),
    ],
)
def test_rules_that_cannot_be_are_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    root = changed(tmp_path, "governance.yaml", old, new)
    with pytest.raises(InputError, match=r"governance\.yaml") as refused:
        load_governance("nl", root)
    assert words in str(refused.value)


def test_the_names_of_bodies_roles_and_products_are_found_as_people_write_them() -> None:
    rules = load_governance()
    found = [
        rules.body_called(one) for one in ("raad", "Het  college", "B&W", "driehoek", "mayor", "politie")
    ]
    assert found == [Body.COUNCIL, Body.EXECUTIVE, Body.EXECUTIVE, Body.TRIANGLE, Body.MAYOR, None]
    for name in ("MJP", "IVP", "integraal veiligheidsplan", "kadernota", "programme"):
        assert rules.kind_called(name) is ProductKind.PROGRAMME
    assert rules.kind_called("uitvoeringsprogramma") is ProductKind.IMPLEMENTATION_PLAN
    assert rules.kind_called("folder") is None
    assert {body: rules.recorder(body).id for body in Body} == RECORDERS
    assert [rules.role_called(one) for one in ("griffier", "gemeentesecretaris", "AOV")] == [
        RECORDERS[Body.COUNCIL],
        RECORDERS[Body.EXECUTIVE],
        RECORDERS[Body.MAYOR],
    ]


def test_the_supreme_command_of_the_mayor_is_told_with_its_source() -> None:
    rules = load_governance()
    one = next(each for each in rules.body(Body.MAYOR).competences if each.id == "supreme-command")
    assert one.text.nl == "Voert het opperbevel bij rampen, branden of grootschalige calamiteiten."
    assert one.source == "presentatie Maastricht 2026, rollen en taken"
    assert [LAW.article(name).kind for name in one.basis] == [ArticleKind.POWER] * 3


def test_a_citation_is_made_of_article_member_and_law() -> None:
    laws = {one.id: one for one in LAW.laws}
    assert cited(LAW.article("politiewet-38b-1"), laws["politiewet"]) == "artikel 38b lid 1 Politiewet 2012"
    assert cited(LAW.article("wth"), laws["wth"]) == "Wet tijdelijk huisverbod"
