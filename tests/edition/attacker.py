# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody can know who has all files of an edition and everything that is public beside it.

Each file is read by itself, without any of the program that made it: what it says of a count becomes bounds
of that count. A count is named by its counting system, its codes ("1.1.1", or "1.1.1+1.4.6" of a sum), its
area and its year, so that the same count in two files is one unknown.
"""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any, cast

import numpy as np

from baken.areas.register import AreaRegister
from baken.disclosure.attack.join import Joined, Part, joined
from baken.disclosure.equations import Equations
from baken.disclosure.knowledge import UNBOUNDED, Knowledge
from baken.methods.rates.poisson_limits import poisson_limits
from baken.model.area import AreaLevel
from web.dom import parse

Key = tuple[str, str, str, str]
"""Counting system, codes, area, year."""
Range = tuple[int, int]
ELSEWHERE, REST, TOTAL = "elsewhere", "rest", "0.0.0"
PEOPLE = "bevolking/inwoners"
ANY: Range = (0, int(UNBOUNDED))
_MONTHS = 12
_COUNT_OF = {"Aantal": "count", "Gevallen": "count", "Waarde": "rate", "Per 1.000": "rate"}
_YEAR = re.compile(r"\b(20\d\d)\b")


def keys_of(known: Joined) -> tuple[Key, ...]:
    """The counts of what is known, in the order of its cells."""
    return cast("tuple[Key, ...]", known.keys)


def codes_of(codes: Iterable[str]) -> str:
    """The name of a sum of codes."""
    return "+".join(sorted(codes))


@dataclass(eq=False)
class Read:
    """What one file says: bounds of counts. Where it says two things of one count both hold."""

    name: str
    bounds: dict[Key, Range] = field(default_factory=dict)

    def say(self, key: Key, low: int, high: int) -> None:
        old = self.bounds.get(key, ANY)
        self.bounds[key] = max(old[0], low), min(old[1], high)

    def part(self) -> Part:
        keys = list(self.bounds)
        ends = np.array([self.bounds[key] for key in keys], np.int64).reshape(-1, 2)
        no = Equations.joined([])
        return Part(self.name, keys, Knowledge(ends[:, 0], ends[:, 1], np.zeros(len(keys), bool), no))


@dataclass(frozen=True, eq=False)
class Attacker:
    """Who has the directory of an edition, the register of areas, and exact figures from elsewhere.

    He even knows ``widened``, which no file tells: which counts are above the base, so that he
    sees which of those were rounded too.
    """

    edition: Path
    register: AreaRegister
    public: Mapping[Key, int]
    widened: frozenset[Key] = frozenset()

    def knowledge(self, extra: Iterable[Read] = ()) -> Joined:
        """All together: each file, what is public, and every sum that these counts make."""
        read = [self.small_areas(), self.open_data("figures.csv"), self.open_data("figures.json")]
        beside = Read("public")
        for key, count in self.public.items():
            beside.say(key, count, count)
        read += [self.pages(), beside, *extra]
        together = joined([one.part() for one in read if one.bounds])
        return together.with_sums(self._sums(keys_of(together)))

    # -- the files ------------------------------------------------------------------------------------------

    def small_areas(self) -> Read:
        """small-areas.csv: counts by code, how far each can lie from the true one, and municipal months."""
        found, base = Read("small-areas.csv"), self.rule["base"]
        months: dict[Key, list[int]] = {}
        for row in csv.DictReader(io.StringIO(self._text("small-areas.csv"))):
            system, _, code = row["indicator"].partition("/")
            if row["indicator"] == PEOPLE or row["value"] == "" or not code:
                continue
            key = (system, code, row["area"], row["period"][:4])
            count, spread = int(row["value"]), int(row["spread"])
            if row["for_signals"] == "1":
                months.setdefault(key, []).append(count)
                continue
            found.say(key, count - spread, count + spread)
            if not spread or code == TOTAL or not self._is_leaf(row["area"]):
                continue
            if key in self.widened:
                found.say(key, max(base + 1, count - base + 1), count + base - 1)
            elif count <= base:
                found.say(key, *((0, base - 1) if count == 0 else (1, base)))
        for key, counts in months.items():
            if len(counts) == _MONTHS:
                found.say(key, sum(counts), sum(counts))
        return found

    def open_data(self, name: str) -> Read:
        """figures.json or figures.csv: counts and rates of indicators, with margins and counts behind."""
        found = Read(name)
        for row in self._figures(name):
            if row["period_kind"] != "year" or not row["codes"] or not self._is_here(row["area"]):
                continue
            key = (row["counting_system"], codes_of(row["codes"]), row["area"], row["period"])
            for low, high in self._said(row, key):
                found.say(key, max(0, low), high)
        return found

    def pages(self) -> Read:
        """Every table of every page whose rows are areas: counts and rates as people see them."""
        found = Read("pages")
        for path in sorted(self.edition.glob("**/*.html")):
            if "<table" not in (text := path.read_text("utf-8")):
                continue
            for table in parse(text).all("table"):
                self._of_table(table, found)
        return found

    # -- what stands in them --------------------------------------------------------------------------------

    @cached_property
    def rule(self) -> dict[str, Any]:
        """The rule that the edition says it follows."""
        found: dict[str, Any] = json.loads(self._text("audit.json"))["rule"]
        return found

    @cached_property
    def errors(self) -> dict[str, int]:
        """The largest error of each cube, by its name."""
        return {one["name"]: one["largest_error"] for one in json.loads(self._text("audit.json"))["cubes"]}

    def _figures(self, name: str) -> Iterator[dict[str, Any]]:
        if name.endswith(".json"):
            yield from json.loads(self._text(name))["figures"]
            return
        for row in csv.DictReader(io.StringIO(self._text(name))):
            flat: dict[str, Any] = {column: value or None for column, value in row.items()}
            ends = flat["interval_lower"], flat["interval_upper"]
            limits = dict(zip(("lower", "upper"), ends, strict=True))
            implied = flat["implied_count_low"], flat["implied_count_high"]
            yield flat | {
                "codes": row["codes"].replace(";", " ").split(),
                "interval": limits | {"method": flat["interval_method"]} if ends[0] else None,
                "implied_count": implied if implied[0] else None,
            }

    def _said(self, row: dict[str, Any], key: Key) -> Iterator[Range]:
        """Every way in which one figure says something of its count."""
        if row["value"] is None or row["denominator"] is None:
            return
        people, error = int(row["denominator"]), 0
        if row["implied_count"] and row["count"] is not None:
            error = self._error(key)
        if row["count"] is not None:
            yield int(row["count"]) - error, int(row["count"]) + error
        if row["implied_count"]:
            yield int(row["implied_count"][0]), int(row["implied_count"][1])
        yield _around(_of_rate(str(row["value"]), people), error)
        if row["interval"]:
            yield _of_margin(row["interval"], people, self._digits[row["indicator"]])

    def _error(self, key: Key) -> int:
        return self.errors.get(f"{key[0]} {key[3]}", 0)

    def _of_table(self, table: Any, found: Read) -> None:
        titles = table.all("caption")
        year = _YEAR.search(titles[0].text) if titles else None
        heads = [one.text for one in table.all("th") if one.attrs.get("scope", "col") == "col"]
        name = self._indicator(titles[0].text) if titles else None
        if year is None or name is None or not heads:
            return
        people = self._people
        for cells in table.rows():
            area = self._named.get(cells[0])
            for head, cell in zip(heads, cells, strict=False):
                kind = _COUNT_OF.get(head)
                number = cell.replace(".", "").replace(",", ".")
                if area is None or kind is None or not re.fullmatch(r"\d+(\.\d+)?", number):
                    continue
                key = (name[0], name[1], area, year[1])
                if kind == "count":
                    seen: Range = (int(number), int(number))
                elif (area, year[1]) in people:
                    seen = _of_rate(number, people[area, year[1]])
                else:
                    continue
                low, high = _around(seen, self._error(key))
                found.say(key, max(0, low), high)

    @cached_property
    def _named(self) -> dict[str, str]:
        names = [one.name for one in self.register.areas.values()]
        return {one.name: code for code, one in self.register.areas.items() if names.count(one.name) == 1}

    @cached_property
    def _people(self) -> dict[tuple[str, str], int]:
        rows = csv.DictReader(io.StringIO(self._text("small-areas.csv")))
        return {
            (row["area"], row["period"]): int(row["value"])
            for row in rows
            if row["indicator"] == PEOPLE and row["value"]
        }

    @cached_property
    def _definitions(self) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = json.loads(self._text("figures.json"))["indicators"]
        return found

    @cached_property
    def _digits(self) -> dict[str, int]:
        """How many decimals the margins of each indicator have."""
        return {name: max(one["versions"][-1]["decimals"] + 2, 2) for name, one in self._definitions.items()}

    def _indicator(self, title: str) -> tuple[str, str] | None:
        """The counting system and codes of the indicator that a title begins with."""
        named = [
            (one["name"][language], one)
            for one in self._definitions.values()
            for language in ("nl", "en")
            if title.startswith(one["name"][language])
        ]
        if not named:
            return None
        _, found = max(named, key=lambda each: len(each[0]))
        return (
            (found["versions"][-1]["counting_system"], codes_of(found["codes"])) if found["codes"] else None
        )

    # -- sums -----------------------------------------------------------------------------------------------

    def _sums(self, keys: Iterable[Key]) -> list[tuple[Key, list[tuple[Key, int]]]]:
        """Groups of areas and the municipality, sums of codes, and the total with what it counts beside."""
        there = set(keys)
        sums: dict[Key, list[tuple[Key, int]]] = {}
        for system, year in sorted({(key[0], key[3]) for key in there}):
            here = {key for key in there if (key[0], key[3]) == (system, year)}
            leaves = sorted({key[2] for key in here if self._is_leaf(key[2])})
            if not leaves:
                continue
            codes = sorted({part for key in here for part in key[1].split("+")})
            groups = {
                area: of for area, of in self._groups(leaves).items() if any(k[2] == area for k in here)
            }
            groups[self.register.root] = [*leaves, ELSEWHERE]
            made = {key[1] for key in here if "+" in key[1]}
            for area in (*groups, *leaves, ELSEWHERE):
                for name in made:
                    parts = [((system, code, area, year), 1) for code in name.split("+")]
                    sums[system, name, area, year] = parts
                if TOTAL in codes:
                    beside = [((system, one, area, year), 1) for one in codes if one != TOTAL]
                    sums[system, TOTAL, area, year] = [*beside, ((system, REST, area, year), 1)]
            for area, of in groups.items():
                for code in [one for one in codes if one != TOTAL] + ([REST] if TOTAL in codes else []):
                    sums[system, code, area, year] = [((system, code, one, year), 1) for one in of]
        return list(sums.items())

    def _groups(self, leaves: list[str]) -> dict[str, list[str]]:
        """The areas that are sums of others, with those of them that there are figures of."""
        found = {
            code: sorted(self.register.leaves(code, division) & set(leaves))
            for division in self.register.divisions
            for code in self.register.areas
            if code != self.register.root and self.register.leaves(code, division) != {code}
        }
        return {code: of for code, of in found.items() if of}

    def _is_here(self, area: str) -> bool:
        return area == self.register.root or self.register[area].level.is_part

    def _is_leaf(self, area: str) -> bool:
        known = self.register.areas.get(area)
        return known is not None and known.level is AreaLevel.NEIGHBOURHOOD

    def _text(self, name: str) -> str:
        return (self.edition / name).read_text("utf-8")


def _around(seen: Range, error: int) -> Range:
    return seen[0] - error, seen[1] + error


def _of_rate(text: str, people: int) -> Range:
    """The counts that a rate per 1,000, as printed, can stand for."""
    value, half = Decimal(text), Decimal(1).scaleb(-_decimals(text)) / 2
    low, high = ((value + sign * half) * people / 1000 for sign in (-1, 1))
    return math.ceil(low), math.floor(high)


def _decimals(text: str) -> int:
    return len(text.partition(".")[2])


def _of_margin(margin: dict[str, Any], people: int, digits: int) -> Range:
    """The counts that the ends of an exact margin, printed to so many digits, can stand for.

    The lower end is that of the least count behind the figure, the upper end that of the most.
    """
    ends = [float(margin[name]) * people / 1000 for name in ("lower", "upper")]
    slack = 0.50001 * 10**-digits * people / 1000
    low = _first(lambda count: poisson_limits(count)[0] >= ends[0] - slack)
    high = _first(lambda count: poisson_limits(count)[1] > ends[1] + slack) - 1
    return low, high


def _first(holds: Any) -> int:
    """The first whole number for which something holds that goes on to hold."""
    high = 1
    while not holds(high):
        high *= 2
    low = -1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high
