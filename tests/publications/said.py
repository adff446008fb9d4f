# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What each form of an edition says of a figure: which place it names, and the number as it is printed.

The names come from ``figures.json`` alone: a reader of a form knows nothing of what made it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, cached_property
from typing import Any

from baken.model.number import parse_number
from web.dom import Node, parse

Place = tuple[str, str, str]
"""Indicator, area and period."""


@dataclass(frozen=True)
class Said:
    """One number in one form; without a value the form says in words that there is none."""

    where: str
    place: Place
    value: Decimal | None
    printed: bool = True
    """Whether people read it, with the decimals of its indicator; a machine reads all decimals."""


class Edition:
    """The files of an edition, and the figures of which each form tells."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.told: dict[str, Any] = json.loads(files["figures.json"])

    @cached_property
    def figures(self) -> dict[Place, dict[str, Any]]:
        return {(one["indicator"], one["area"], one["period"]): one for one in self.told["figures"]}

    @property
    def town(self) -> str:
        return str(self.told["municipality"])

    def names(self, language: str) -> dict[str, str]:
        """The indicators by name."""
        return {one["name"][language]: name for name, one in self.told["indicators"].items()}

    @cache  # noqa: B019 - an edition lives as long as the tests
    def areas(self, language: str) -> dict[str, str]:
        """The areas by name; a page says what the reference is called in its language."""
        found = {one["area_name"]: one["area"] for one in self.told["figures"]}
        pages = (
            tree.one("table", "wide").one("thead").all("th")
            for path, content in self.files.items()
            if path.startswith({"nl": "indicator/", "en": "en/indicator/"}[language])
            for tree in [read_page(content)]
        )
        return found | {heads[4].text: self.reference for heads in pages if len(heads) == 6}

    @cached_property
    def reference(self) -> str:
        """The country, by its code."""
        return str(next(one["area"] for one in self.told["figures"] if one["area_level"] == "country"))

    def decimals(self, indicator: str) -> int:
        return int(self.told["indicators"][indicator]["versions"][-1]["decimals"])

    def exact(self, place: Place) -> Decimal | None:
        """The value as the open data has it; None too where nothing is held."""
        value = self.figures[place]["value"] if place in self.figures else None
        return None if value is None else Decimal(str(value))

    def expected(self, one: Said) -> Decimal | None:
        """What a form must say: the value, rounded half up to the decimals of its indicator when printed."""
        value = self.exact(one.place)
        if value is None or not one.printed:
            return value
        return value.quantize(Decimal(1).scaleb(-self.decimals(one.place[0])), rounding=ROUND_HALF_UP)

    def faults(self, found: Iterable[Said]) -> list[str]:
        """What a form says otherwise than the figures do; one decimal too many or too few is otherwise."""
        return [
            f"{one.where}: {one.place} is {one.value}, not {wanted}"
            for one in found
            if (wanted := self.expected(one)) != one.value
            or (one.printed and None not in (wanted, one.value) and str(wanted) != str(one.value))
        ]

    def held(self, *areas: str) -> set[Place]:
        """The places in these areas that have a value."""
        return {
            place for place, one in self.figures.items() if place[1] in areas and one["value"] is not None
        }

    def newest(self, *areas: str) -> set[Place]:
        """The place of the newest value of each series of these areas."""
        last: dict[tuple[str, str], Place] = {}
        for place in sorted(self.held(*areas), key=lambda one: self.figures[one]["period_end"]):
            last[place[:2]] = place
        return set(last.values())


@cache
def read_page(content: bytes) -> Node:
    """A page as a tree, read once."""
    return parse(content.decode())


def number(words: str, language: str) -> Decimal | None:
    """A number as people print it; None where words say that there is none."""
    bare = words.strip().removesuffix("%").strip()
    return parse_number(bare, language) if any(sign.isdigit() for sign in bare) else None


def places(found: Iterable[Said], *, with_value: bool = True) -> set[Place]:
    """Of which figures a form tells."""
    return {one.place for one in found if one.value is not None or not with_value}
