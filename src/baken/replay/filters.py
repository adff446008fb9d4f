# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The language of ``$filter``: read once into a tree, then asked of columns.

A column is asked with a test on one of its values; the table answers with an array of truths. So a table
of millions of rows tests each of its codes once, and never each of its rows.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from baken.replay.messages import RefusedError

Mask = NDArray[np.bool_]
Leaf = Callable[[str, Callable[[Any], bool]], Mask]

_TOKEN = re.compile(r"\s*(?:('(?:[^']|'')*')|(-?\d+(?:\.\d+)?)|(\w+)|([(),]))")
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "gt": operator.gt,
    "ge": operator.ge,
    "lt": operator.lt,
    "le": operator.le,
}
# Which argument names the column: the third version puts it last in substringof.
_SEARCH: dict[str, tuple[int, Callable[[str, str], bool]]] = {
    "startswith": (0, str.startswith),
    "endswith": (0, str.endswith),
    "contains": (0, lambda text, part: part in text),
    "substringof": (1, lambda text, part: part in text),
}


@dataclass(frozen=True, slots=True)
class Holds:
    """One column and what its value must satisfy."""

    column: str
    holds: Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class Both:
    """All parts hold."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


Condition = Holds | Both | Either | Not


def parse(text: str) -> Condition:
    """Read a filter.

    Raises:
        RefusedError: it is not one.

    """
    return _Reader(text).whole()


def evaluate(condition: Condition, leaf: Leaf) -> Mask:
    """The truth for each row, from that of each test."""
    if isinstance(condition, Holds):
        return leaf(condition.column, condition.holds)
    if isinstance(condition, Not):
        return ~evaluate(condition.part, leaf)
    combine = operator.and_ if isinstance(condition, Both) else operator.or_
    return reduce(combine, (evaluate(part, leaf) for part in condition.parts))


class _Reader:
    """A reader by descent: or, and, not, then one comparison, function or bracket."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[str] = []
        at = 0
        while text[at:].strip():
            found = _TOKEN.match(text, at)
            if found is None:
                raise self._wrong(text[at:].strip()[:20])
            self.tokens.append(found[0].strip())
            at = found.end()
        self.at = 0

    def whole(self) -> Condition:
        condition = self._either()
        if self._peek():
            raise self._wrong(self._peek())
        return condition

    def _wrong(self, found: str) -> RefusedError:
        return RefusedError(400, f"Syntax error in the filter '{self.text}' at '{found}'.")

    def _peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def _take(self, expected: str = "") -> str:
        token = self._peek()
        if not token or (expected and token != expected):
            raise self._wrong(token)
        self.at += 1
        return token

    def _either(self) -> Condition:
        parts = [self._both()]
        while self._peek() == "or":
            self._take()
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _both(self) -> Condition:
        parts = [self._one()]
        while self._peek() == "and":
            self._take()
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else Both(tuple(parts))

    def _one(self) -> Condition:
        token = self._peek()
        if token == "not":  # noqa: S105 - a word of the language
            self._take()
            return Not(self._one())
        if token == "(":  # noqa: S105 - a bracket
            self._take()
            inner = self._either()
            self._take(")")
            return inner
        return self._search() if token in _SEARCH else self._comparison()

    def _search(self) -> Condition:
        place, test = _SEARCH[self._take()]
        self._take("(")
        first = self._take()
        self._take(",")
        second = self._take()
        self._take(")")
        column, part = (first, second) if place == 0 else (second, first)
        wanted = self._literal(part)
        if self._peek() == "eq":
            self._take()
            self._take("true")
        return Holds(column, lambda value: isinstance(value, str) and test(value, str(wanted)))

    def _comparison(self) -> Condition:
        column, shape = self._operand()
        word = self._take()
        if word == "in":
            wanted = set(self._list())
            return Holds(column, lambda value: shape(value) in wanted)
        compare = _COMPARE.get(word)
        if compare is None:
            raise self._wrong(word)
        literal = self._literal(self._take())
        return Holds(column, lambda value: _alike(shape(value), literal) and compare(shape(value), literal))

    def _operand(self) -> tuple[str, Callable[[Any], Any]]:
        """A column, or a part of its text."""
        name = self._take()
        if name not in ("substring", "trim") or self._peek() != "(":
            return name, lambda value: value
        self._take("(")
        column = self._take()
        bounds = []
        while self._peek() == ",":
            self._take()
            bounds.append(int(self._literal(self._take())))
        self._take(")")
        if name == "trim":
            return column, str.strip
        start = bounds[0] if bounds else 0
        end = start + bounds[1] if len(bounds) > 1 else None
        return column, lambda value: value[start:end]

    def _list(self) -> list[Any]:
        self._take("(")
        found = [self._literal(self._take())]
        while self._peek() == ",":
            self._take()
            found.append(self._literal(self._take()))
        self._take(")")
        return found

    def _literal(self, token: str) -> Any:  # noqa: ANN401 - a text, a number or nothing
        if token.startswith("'"):
            return token[1:-1].replace("''", "'")
        if token in ("null", "true", "false"):
            return {"null": None, "true": True, "false": False}[token]
        try:
            return float(token) if "." in token else int(token)
        except ValueError:
            raise self._wrong(token) from None


def _alike(value: object, literal: object) -> bool:
    """Whether two values can be compared: a text is never equal to a number."""
    if value is None or literal is None:
        return value is literal
    return isinstance(value, str) == isinstance(literal, str)
