# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What both versions of OData share: the options of a query, lists of small things, pages of rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from baken.replay.filters import Condition, Mask, evaluate, parse
from baken.replay.messages import JSON, RefusedError, Reply, Request
from baken.replay.rows import Found
from baken.replay.tables import Table

_KNOWN = ("$format", "$filter", "$select", "$top", "$skip", "$count")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a query asks of a collection."""

    condition: Condition | None = None
    select: tuple[str, ...] = ()
    top: int | None = None
    skip: int = 0
    count: bool = False

    @classmethod
    def of(cls, request: Request) -> Options:
        """Read the query.

        Raises:
            RefusedError: it holds an option that is not spoken here, or one that cannot be.

        """
        given = request.parameters
        unknown = [name for name in given if name.startswith("$") and name not in _KNOWN]
        if unknown:
            raise RefusedError(400, f"The query option '{unknown[0]}' is not supported.")
        return cls(
            condition=parse(given["$filter"]) if given.get("$filter", "").strip() else None,
            select=tuple(name.strip() for name in given.get("$select", "").split(",") if name.strip()),
            top=_whole(given, "$top"),
            skip=_whole(given, "$skip") or 0,
            count=given.get("$count") == "true",
        )


def _whole(given: Mapping[str, str], name: str) -> int | None:
    text = given.get(name)
    if text is None:
        return None
    if not text.isascii() or not text.isdigit():
        raise RefusedError(400, f"'{text}' is no value of the query option '{name}'.")
    return int(text)


def picked(items: Sequence[Mapping[str, Any]], options: Options) -> list[dict[str, Any]]:
    """The items of a small list that a query asks for.

    Raises:
        RefusedError: the filter or the choice names something that no item has.

    """
    names = {name for item in items for name in item}

    def leaf(column: str, holds: Callable[[Any], bool]) -> Mask:
        _refuse_unknown([column], names)
        return np.array([bool(holds(item.get(column))) for item in items], dtype=np.bool_)

    kept = list(items)
    if options.condition is not None and items:
        mask = evaluate(options.condition, leaf)
        kept = [item for item, wanted in zip(items, mask, strict=True) if wanted]
    end = None if options.top is None else options.skip + options.top
    if items:
        _refuse_unknown(options.select, names)
    return [_with(item, options.select) for item in kept[options.skip : end]]


def _with(item: Mapping[str, Any], select: Sequence[str]) -> dict[str, Any]:
    return {name: value for name, value in item.items() if not select or name in select}


def _refuse_unknown(asked: Iterable[str], names: set[str]) -> None:
    unknown = [name for name in asked if name not in names]
    if unknown:
        raise RefusedError(400, f"Could not find a property named '{unknown[0]}'.")


@dataclass(frozen=True, slots=True)
class Chosen:
    """One page of the rows that a query asks for."""

    found: Found
    start: int
    stop: int
    after: dict[str, str]
    """The options that the next page is asked with; none after the last."""

    @classmethod
    def of(cls, table: Table, options: Options, page: int) -> Chosen:
        """Work out which rows stand on the page; what is asked for in all may be larger than a page."""
        found = table.rows.find(options.condition, table.keys)
        wanted = len(found) if options.top is None else min(len(found), options.skip + options.top)
        stop = min(wanted, options.skip + page)
        after = {"$skip": str(stop)} if stop < wanted else {}
        if after and options.top is not None:
            after["$top"] = str(options.skip + options.top - stop)
        return cls(found, options.skip, stop, after)


def rows_reply(head: Mapping[str, Any], rows: memoryview, tail: Mapping[str, Any]) -> Reply:
    """A reply with rows that are JSON already."""
    start = json.dumps(head, ensure_ascii=False, separators=(",", ":"))[:-1] + ',"value":['
    end = "]" + "".join(f",{json.dumps(name)}:{json.dumps(value)}" for name, value in tail.items()) + "}"
    return Reply(content_type=JSON, body=(start.encode(), rows, end.encode()))
