# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The figures as the pages and the charts that can be downloaded say them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from web.dom import Node, parse

from .said import Edition, Said, number, read_page

_INDICATOR = {"nl": "indicator/", "en": "en/indicator/"}
_OWN = {"nl": ("stadsdeel/", "buurt/"), "en": ("en/district/", "en/neighbourhood/")}
_THEME = {"nl": ("index.html", "thema/"), "en": ("en/index.html", "en/theme/")}
_POINT = re.compile(r"^(\d{4}): ([\d.,\u2212]+)")


def _pages(edition: Edition, *starts: str) -> Iterator[tuple[str, Node]]:
    for path, content in edition.files.items():
        if path.endswith(".html") and path.startswith(starts):
            yield path, read_page(content)


def _key(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".html")


def _heads(table: Node) -> list[str]:
    return [one.text for one in table.one("thead").all("th")]


def in_indicator_tables(edition: Edition, language: str) -> Iterator[Said]:
    """The rows of the table under the chart of each indicator, with the column of the reference."""
    for path, tree in _pages(edition, _INDICATOR[language]):
        table = tree.one("table", "wide")
        heads = _heads(table)
        for row in table.rows():
            yield Said(path, (_key(path), edition.town, row[0]), number(row[1], language))
            if len(heads) == 6:
                assert edition.areas(language)[heads[4]] == edition.reference, (path, heads)
                yield Said(path, (_key(path), edition.reference, row[0]), number(row[4], language))


def in_records(edition: Edition, language: str) -> Iterator[Said]:
    """The newest figures on the pages of areas and of themes: the large number with unit and period."""
    areas = {code.lower(): code for code in edition.areas(language).values()}
    names = edition.names(language)
    starts = (*_OWN[language], _THEME[language][1])
    for path, tree in _pages(edition, *starts):
        area = areas.get(_key(path), edition.town)
        for record in tree.all("li", "record"):
            value = record.all("span", "value")
            if value:
                period = re.search(r"(\d{4})$", record.one("span", "unit").text)
                assert period, path
                place = (names[record.one("h3").text], area, period[1])
                yield Said(path, place, number(value[0].text, language))


def in_cards(edition: Edition, language: str) -> Iterator[Said]:
    """The newest figures in the tables of the start page."""
    names = edition.names(language)
    (page,) = (tree for path, tree in _pages(edition, _THEME[language][0]))
    for card in page.all("article", "card"):
        for row in (row for table in card.all("table") for row in table.rows()):
            found = re.search(r"^(\S+)(?: %)? \((\d{4})\)$", row[1])
            if found:
                place = (names[row[0]], edition.town, found[2])
                yield Said("start page", place, number(found[1], language))


def in_charts(edition: Edition, language: str) -> Iterator[Said]:
    """What the points of the line charts say when they are asked: first the reference, then the town."""
    for path, content in edition.files.items():
        found = re.fullmatch(rf"charts/(.+)-{language}\.svg", path)
        if not found:
            continue
        for point in parse(content.decode().partition("?>")[2] or content.decode()).all("g", "bk-point"):
            said = _POINT.match(point.one("title").text)
            own = any("bk-marker-1" in one.classes for one in point)
            # How much the police looked stands below some charts, in columns.
            effort = any("bk-column" in one.classes for one in point)
            if said and not effort and found[1] in edition.told["indicators"]:
                area = edition.town if own else edition.reference
                yield Said(path, (found[1], area, said[1]), number(said[2], language))
