# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Every kind of page of the desk is valid HTML, by the checkers that look at the public site too.

One page of each kind, as somebody sees it who may: lists, records, forms, steps, histories, the pages of
their own, refusals, and what is said about a form that was sent in empty. They are those of a town with a
record of every kind; in the long tier of every register of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import resolve

from baken.accounts.changes import Asked
from baken.accounts.models import Account
from baken.desk.editions import making
from baken.desk.editions.choosing import accept_rest
from baken.desk.models import EditionDraft
from baken.model.governance import Role
from desk.editions.conftest import ON, analyst, at_once, built, stand_in, workspace
from desk.roles_asking import everything
from desk.roles_expected import NO_SUCH_WAY
from desk.roles_town import Town, town, undone
from people import BACKEND
from web.test_valid_html import CHECKERS, Check

__all__ = ["analyst", "at_once", "built", "stand_in", "town", "workspace"]
pytestmark = pytest.mark.django_db
Pages = dict[str, bytes]


def pattern_of(address: str) -> str:
    """Which pattern an address has."""
    return "-".join(re.findall(r"\w+", resolve(address).route))


def kind_of(address: str) -> str:
    """Which kind of page an address is: its pattern with the register and the step that it is of."""
    named = [str(value) for name, value in resolve(address).kwargs.items() if name in {"slug", "name"}]
    return "-".join([pattern_of(address), *named])


def kept(pages: Pages, name: str, answer: Any) -> None:
    """Keep a page, if it is the first of its kind that answers so."""
    # An answer that only says that an address takes no such question has no page.
    if answer.get("Content-Type", "").startswith("text/html") and answer.content:
        pages.setdefault(f"{name}-{answer.status_code}", answer.content)


def wrong(check: Check, pages: Pages, folder: Path) -> list[str]:
    """What a checker says about pages."""
    paths = [folder / f"{name}.html" for name in pages]
    for path, page in zip(paths, pages.values(), strict=True):
        path.write_bytes(page)
    return [one.replace(f"{folder}/", "") for one in check(paths)]


def of_town(town: Town, name_of: Callable[[str], str]) -> Pages:
    """A page of the town with each name, and each form sent in empty."""
    pages: Pages = {}
    for role in Role:
        browser = town.browser(role)
        for ask in everything(town.world, town.people[role].actor()):
            name = name_of(ask.address)
            if all(f"{name}-{status}" in pages for status in ask.get):
                continue
            kept(pages, name, browser.get(ask.address))
            if NO_SUCH_WAY not in ask.post:
                with undone():
                    kept(pages, f"{name}-empty", browser.post(ask.address, {}))
    return pages


@pytest.fixture(scope="module")
def samples(town: Town) -> Pages:
    """A page of each address of the town, of one register only."""
    return of_town(town, pattern_of)


@pytest.fixture(scope="module")
def every_kind(town: Town) -> Pages:
    """A page of each kind of the town, of every register and every step."""
    return of_town(town, kind_of)


@pytest.fixture
def people(town: Town) -> Mapping[str, Account]:
    """The people of the town, who are there as long as it stands."""
    return {role.value: one for role, one in town.people.items()}


@pytest.fixture
def way_in(people: Mapping[str, Account], settings: LazySettings) -> Pages:
    """The pages of signing in: for anybody, after a wrong password, of a demonstration, the second factor."""
    pages: Pages = {}
    nobody = Client(HTTP_HOST="localhost")
    place, second = "/werk/aanmelden/", "/werk/tweede-factor/instellen/"
    kept(pages, "nobody", nobody.get(place))
    kept(pages, "wrong", nobody.post(place, {"username": "reader", "password": "x"}))
    settings.BAKEN_DEMO = True
    kept(pages, "demonstration", nobody.get(place))
    half = Client(HTTP_HOST="localhost")
    half.force_login(people["reader"], backend=BACKEND)
    kept(pages, "second", half.get(second))
    kept(pages, "second-wrong", half.post(second, {}))
    return pages


@pytest.fixture
def editions(built: EditionDraft, analyst: Asked, signed_in: Callable[[str], Client]) -> Pages:
    """The pages of an edition: as it was built, with a refusal, before it is published, and after."""
    pages: Pages = {}
    # Those of the town were never begun by anybody.
    EditionDraft.objects.exclude(pk=built.pk).update(withdrawn=True)
    browser, place = signed_in("analyst"), f"/werk/edities/{built.pk}/"
    kept(pages, "list", browser.get("/werk/edities/"))
    kept(pages, "new", browser.get("/werk/edities/nieuw/"))
    kept(pages, "new-empty", browser.post("/werk/edities/nieuw/", {}))
    kept(pages, "built", browser.get(place))
    kept(pages, "refused", browser.post(f"{place}bouwen/", {}))
    kept(pages, "read", signed_in("adviser").get(place))
    kept(pages, "blocked", browser.get(f"{place}publiceren/"))
    accept_rest(built, "akkoord", ON, analyst)
    kept(pages, "decided", browser.get(place))
    kept(pages, "ready", browser.get(f"{place}publiceren/"))
    making.publish_draft(built, ON, analyst)
    kept(pages, "published", browser.get(place))
    return pages


@CHECKERS
def test_a_page_of_each_address_is_valid(samples: Pages, check: Check, tmp_path: Path) -> None:
    assert len(samples) > 40
    assert wrong(check, samples, tmp_path) == []


@CHECKERS
def test_the_way_in_is_valid(way_in: Pages, check: Check, tmp_path: Path) -> None:
    assert len(way_in) == 5
    assert wrong(check, way_in, tmp_path) == []


@CHECKERS
def test_the_pages_of_an_edition_are_valid(editions: Pages, check: Check, tmp_path: Path) -> None:
    assert len(editions) == 10
    assert wrong(check, editions, tmp_path) == []


@pytest.mark.slow
@CHECKERS
def test_a_page_of_each_kind_is_valid(every_kind: Pages, check: Check, tmp_path: Path) -> None:
    assert len(every_kind) > 300
    assert wrong(check, every_kind, tmp_path) == []
