# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Each number about a small area, in every output, is in the protected cubes or follows from them.

All outputs are walked: what a reader sees, hears or downloads. Numbers are worked out anew from the cubes
(``SmallNumbers``). What only a model gives (margins, expected numbers) is named by its column.
A small whole number may be allowed by chance; that none depends on a true count is shown by
``test_non_interference``.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from baken.edition import gate
from edition import whole
from edition.small_material import key
from edition.small_numbers import SmallNumbers, printed, rounded
from edition.walking import READERS, Line, numbers, walk
from picture.helpers import EXAMPLE, held
from web.dom import Node, parse

_AREA_PAGE = re.compile(r"(?:buurt|neighbourhood|stadsdeel|district)/([a-z0-9-]+)\.html$")
_MODELLED = re.compile(r"(?:vergelijking|comparison|hotspots|clusters)/([a-z0-9-]+)\.html$")
_ASIDE = re.compile(
    # How much areas differ more than by chance: one number about all of them.
    r"\(\d+[.,]\d (?:keer|times)\)"
    # How many people took part in a conversation, from the municipality's own register of conversations.
    r"|(?:aantal deelnemers|people who took part): \d+|(?<=20\d\d) \(\d+ (?:mensen|people)\)"
    # Telephone numbers, from the directory of the country and that of the municipality.
    r"|(?<=gevaar: |er now: )112\b|(?<=\()14 0\d{3}(?=, )"
    # How large a download is.
    r"|\((?:CSV|JSON|PNG|SVG), \d+(?:[.,]\d)? [kM]B\)"
    # The page of a chapter, in the contents of a book.
    r"|(?:\. ?){3,}\d+$"
)
# What a model expects is told with a decimal in a sentence, and often without one in a table.
_EXPECTED = re.compile(r"(\d[\d.,]*) (?:te verwachten waren|were expected)")
FURNITURE = {
    0: "a count of nothing",
    1: "the first of January, the day of the population",
    21: "the day of the picture",
    95: "the level of a margin",
    500: "the fewest inhabitants for a rate",
    1000: "so many inhabitants",
    2026: "the year of the picture and of the population",
    **dict.fromkeys(range(2018, 2026), "a year"),
}
MODEL = {
    **dict.fromkeys(("Geschat per 1.000", "Estimated per 1,000"), "shrunk towards all areas"),
    **dict.fromkeys(("95%-marge", "95 % margin"), "a margin of the model"),
    **dict.fromkeys(("Plaats", "Place"), "places that an area can have"),
    **dict.fromkeys(("Kans op vals alarm", "Chance of a false alarm"), "a chance"),
    **dict.fromkeys(("Verwacht", "Expected"), "what the rest of the town leads to expect"),
    **dict.fromkeys(("Keer elders", "Times elsewhere"), "divided by what is expected"),
    "p": "a chance",
    **dict.fromkeys(("Groep", "Group"), "the number of a row"),
    **dict.fromkeys(("Oordeel", "Judgement", "Gevonden", "Found"), "words"),
}
COUNT = {"Aantal", "Count", "Gevallen", "Cases"}
PEOPLE = {"Inwoners", "Inhabitants"}
RATE = {"Per 1.000", "Per 1,000", "Waarde", "Value"}
YEAR = re.compile(r"20\d\d")
"""The column of a year holds rates."""
WORDS = {"Verandering", "Change"}
AREAS = {"Gebied", "Area", "Gebieden", "Areas", "Buurt", "Neighbourhood"}


@cache
def known() -> SmallNumbers:
    return SmallNumbers(whole.town(), held(EXAMPLE))


@cache
def of_area(area: str) -> set[Decimal]:
    return known().of_area(area)


@cache
def files() -> dict[str, bytes]:
    made = whole.outputs()
    return made | gate.passed(whole.town(), made, lambda _: made, key)


@cache
def figures() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(files()["figures.json"])["figures"]
    return found


@cache
def small() -> dict[str, str]:
    """The areas below the municipality and their codes, by name and by code."""
    areas = [one for one in held(EXAMPLE).register.areas.values() if one.level.is_part]
    return {one.name: one.code for one in areas} | {one.code: one.code for one in areas}


@cache
def municipal() -> set[Decimal]:
    """What is said of the municipality and of those that it is compared with; the margins of all."""
    exact: list[Any] = list(FURNITURE)
    for one in figures():
        if one["area"] not in small():
            exact += [one["value"], one["count"], one["denominator"]]
            exact += (one["interval"] or {}).values() if not one["interval"] else _ends(one)
    return printed(exact)


@cache
def margins() -> dict[str, set[Decimal]]:
    """The margins of figures of each small area, which hold its figure."""
    found: dict[str, list[Any]] = {code: [] for code in small().values()}
    for one in figures():
        if one["area"] in found and one["interval"]:
            low, high = _ends(one)
            assert low <= one["value"] + 0.05
            assert one["value"] <= high + 0.05
            # A record has one decimal more than a page, where what was not rounded is rounded once.
            found[one["area"]] += [end + step for end in (low, high) for step in (-0.005, 0, 0.005)]
    return {area: printed(ends) for area, ends in found.items()}


def _ends(record: dict[str, Any]) -> tuple[float, float]:
    return record["interval"]["lower"], record["interval"]["upper"]


def test_every_form_of_output_can_be_walked() -> None:
    forms = {path.rpartition(".")[2] for path in whole.outputs()}
    assert forms <= set(READERS), f"no reader for {forms - set(READERS)}"
    assert sum(1 for _ in walk(whole.outputs())) > 50_000


@pytest.mark.requirement("DEV-11")
def test_every_record_of_a_small_area_follows_from_the_cubes() -> None:
    checked = 0
    for one in figures():
        if one["area"] not in small():
            continue
        year, area = one["period"], one["area"]
        definition = next(each for each in known().indicators(year) if each.id == one["indicator"])
        rate = known().rate(definition, area, year)
        if one["value"] is None:
            assert one["count"] is None
            continue
        assert rate is not None, (one["indicator"], area, year, one["value"], one["count"])
        assert one["count"] == known().count(definition, [area], year)
        assert Decimal(str(one["value"])) == rounded(rate, definition.decimals)
        assert one["denominator"] in {known().people.get((m, area, year)) for m in _measures()}
        assert one["literal"] in {"", str(one["value"])}
        checked += 1
    assert checked > 1000


def _measures() -> set[str]:
    return {measure for measure, _, _ in known().people}


@pytest.mark.requirement("DEV-11")
def test_both_tables_of_figures_say_the_same() -> None:
    names = ("indicator", "area", "period", "value", "count", "denominator")
    rows = csv.DictReader(io.StringIO(files()["figures.csv"].decode(), newline=""))
    table = [tuple(row[name] for name in names) for row in rows]
    told = [tuple("" if one[name] is None else str(one[name]) for name in names) for one in figures()]
    assert [_as_numbers(row) for row in table] == [_as_numbers(row) for row in told]


def _as_numbers(row: tuple[str, ...]) -> tuple[object, ...]:
    return (*row[:3], *(Decimal(cell) if cell else None for cell in row[3:]))


@pytest.mark.requirement("DEV-11")
def test_every_row_of_the_protected_figures_is_in_a_cube_or_is_population() -> None:
    found = 0
    for row in csv.DictReader(io.StringIO(files()["small-areas.csv"].decode(), newline="")):
        if row["for_signals"] == "1":
            assert row["area"] == EXAMPLE
        elif row["value"]:
            place = (row["indicator"], row["area"], row["period"])
            assert int(row["value"]) == known().counts.get(place, known().people.get(place)), place
            found += 1
    assert found > 3000


def unexplained(line: Line) -> set[Decimal]:
    """The numbers of a line about small areas that nothing published explains."""
    areas = {small()[name] for name in _names().findall(line.words)}
    page = _AREA_PAGE.search(line.path)
    if page:
        here = next(code for code in small().values() if code.lower() == page[1])
        # The map of a district says the figures of its neighbourhoods without their names.
        areas |= {here, *known().leaves.get(here, ())}
    if not areas:
        return set()
    allowed = set(municipal()).union(*(of_area(area) | margins()[area] for area in areas))
    if _MODELLED.search(line.path):
        allowed |= modelled(line.path)
    words = _ASIDE.sub("", line.words)
    expected = _EXPECTED.search(words)
    if expected and {rounded(one, 0) for one in numbers(expected[1], line.dutch)} <= allowed:
        words = _EXPECTED.sub("", words)
    return {number for number in numbers(words, line.dutch) if number not in allowed}


@cache
def _names() -> re.Pattern[str]:
    names = sorted(small(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


@cache
def modelled(path: str) -> set[Decimal]:
    """The numbers of the columns of a page that a model gives, and the counts of its groups."""
    dutch, found = Line(path, "").dutch, set[Decimal]()
    for heads, row in _rows(path):
        for head, cell in zip(heads, row, strict=True):
            if head in MODEL or head in COUNT:
                found.update(numbers(cell, dutch))
    # Rounded once more in a sentence; "99,8%" is the outer limit.
    return found | printed(found) | printed(found, 0) | {Decimal("99.8")}


def _rows(path: str) -> Iterator[tuple[list[str], list[str]]]:
    for table in parse(files()[path].decode()).all("table"):
        heads = [one.text for one in _head(table)]
        if AREAS & set(heads):
            for row in table.rows():
                yield heads, row


def _head(table: Node) -> list[Node]:
    return table.one("thead").all("th")


@pytest.mark.requirement("DEV-11")
def test_every_number_on_a_page_or_map_of_small_areas_is_explained() -> None:
    pages = {
        path: content for path, content in files().items() if not path.endswith((".csv", ".json", ".npz"))
    }
    lines = [line for line in walk(pages) if unexplained(line)]
    assert [f"{line.path}: {line.words} {unexplained(line)}" for line in lines] == []


@pytest.mark.requirement("DEV-11")
def test_every_table_of_areas_says_protected_counts() -> None:
    """The columns of tables of areas, one by one: a column that is not known here fails."""
    checked = 0
    for path in files():
        if not path.endswith(".html") or b"<table" not in files()[path]:
            continue
        for heads, row in _rows(path):
            plain = {head for head in heads if not YEAR.fullmatch(head)}
            assert plain <= {*MODEL, *COUNT, *PEOPLE, *RATE, *WORDS, *AREAS}, (path, heads)
            checked += _check_row(path, dict(zip(heads, row, strict=True)))
    assert checked > 300


def _check_row(path: str, row: dict[str, str]) -> int:
    dutch = Line(path, "").dutch
    said = next(cell for head, cell in row.items() if head in AREAS)
    areas = [small()[name] for name in _names().findall(said)]
    counts = [int(one) for head, cell in row.items() if head in COUNT for one in numbers(cell, dutch)]
    people = [int(one) for head, cell in row.items() if head in PEOPLE for one in numbers(cell, dutch)]
    rated = [cell for head, cell in row.items() if head in RATE or YEAR.fullmatch(head)]
    rates = [one for cell in rated for one in numbers(cell, dutch)]
    page = _MODELLED.search(path)
    if counts and page and not re.search(r"\d+ (?:andere|others)", said):
        assert counts[0] in {
            known().count(one, areas, year)
            for year in known().years
            for one in known().indicators(year)
            if one.id == page[1]
        }, (path, row)
    for number in people:
        assert number in {
            known().people.get((measure, areas[0], year)) for measure in _measures() for year in _years()
        }
    for one in rates:
        assert one in (of_area(areas[0]) if areas else municipal()), (path, row)
    return len(counts) + len(people) + len(rates)


def _years() -> set[str]:
    return {year for _, _, year in known().people}


def test_a_true_number_on_a_page_is_seen() -> None:
    """How sharp the walk is: a true rate with two decimals on the page of its area is nearly always seen.

    A small whole number, or a rate with one decimal, is often allowed by chance: there it is the gate that
    compares every byte, and ``test_non_interference``.
    """
    planted = seen = 0
    for one in whole.town().cubes:
        layout = one.rounded.layout
        true = layout.filled(one.cube.cells.counts)
        for a, c, p in zip(*one.rounded.secret.nonzero(), strict=True):
            area, code, year = layout.codes(
                int(a * layout.shape[1] * layout.shape[2] + c * layout.shape[2] + p)
            )
            people = known().people.get(("bevolking/inwoners", area, year))
            path = next((path for path in files() if path.endswith(f"buurt/{area.lower()}.html")), "")
            if not people or not path or code not in one.measured:
                continue
            rate = rounded(Decimal(int(true[a, c, p])) * 1000 / people, 2)
            planted += 1
            seen += bool(unexplained(Line(path, f"Er waren {rate} gevallen per 1.000.".replace(".", ",", 1))))
    assert planted > 200
    assert seen / planted > 0.8
