# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables in the fourth version of OData, as datasets.cbs.nl serves them: one observation a row.

The identifier of a table is written as its publisher writes it; in another case nothing is found, without
a word about it. What a table says of itself is served as it was recorded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from baken.replay.columns import Layout
from baken.replay.messages import RefusedError, Reply, Request, as_json
from baken.replay.odata import Chosen, Options, picked, rows_reply
from baken.replay.tables import Table

HOST = "datasets.cbs.nl"
ROOT = "/odata/v1/CBS"
PAGE = 100_000
_PATH = re.compile(ROOT + r"(?:/([^/]+))?(?:/([^/]*))?(/\$count)?/?")
Items = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, kw_only=True)
class Dataset:
    """One table: its properties, its other collections by name, and its observations if there are any."""

    properties: Mapping[str, Any]
    collections: Mapping[str, Items]
    observations: Table | None = None


class OData4:
    """The catalogue of CBS in version 4; a table is read when it is first asked for."""

    def __init__(
        self, datasets: Mapping[str, Callable[[], Dataset]], catalogue: Items = (), *, page: int = PAGE
    ) -> None:
        self._datasets, self._catalogue, self._page = datasets, catalogue, page
        self._layouts: dict[tuple[str, tuple[str, ...]], Layout] = {}

    def serves(self) -> list[str]:
        """The tables."""
        return [f"{HOST}{ROOT}/{name}" for name in self._datasets]

    def answer(self, request: Request) -> Reply | None:
        """The answer; also without a host before the path."""
        found = _PATH.fullmatch(request.path) if request.host in (HOST, "") else None
        if found is None:
            return None
        name, collection, count = found.groups()
        try:
            if name in (None, "Datasets"):
                return self._list(request, "Datasets", self._catalogue, "")
            read = self._datasets.get(name)
            if read is None:
                return self._nothing(request, name, collection or "")
            return self._collection(request, read(), name, collection or "", bool(count))
        except RefusedError as refused:
            return _refusal(refused)

    def _nothing(self, request: Request, name: str, collection: str) -> Reply:
        """A table in another case is empty; one that nobody has is not found."""
        if name.lower() in map(str.lower, self._datasets):
            return as_json({"@odata.context": _context(request, name, collection), "value": []})
        raise RefusedError(404, f"The dataset '{name}' does not exist.")

    def _collection(self, request: Request, dataset: Dataset, name: str, what: str, count: bool) -> Reply:
        if what == "Properties":
            return as_json({"@odata.context": _context(request, name, what), **dataset.properties})
        if what == "Observations":
            return self._rows(request, dataset, name, count)
        if not what:
            names = ["Properties", *dataset.collections, "Observations"]
            value = [{"name": one, "kind": "EntitySet", "url": one} for one in names]
            return as_json({"@odata.context": _context(request, name, ""), "value": value})
        items = dataset.collections.get(what)
        if items is None:
            raise RefusedError(404, f"Resource not found for the segment '{what}'.")
        return self._list(request, what, items, name)

    def _list(self, request: Request, what: str, items: Items, name: str) -> Reply:
        options = Options.of(request)
        value = picked(items, options)
        head: dict[str, Any] = {"@odata.context": _context(request, name, what)}
        if options.count:
            head["@odata.count"] = len(value)
        return as_json(head | {"value": value})

    def _rows(self, request: Request, dataset: Dataset, name: str, count: bool) -> Reply:
        table = dataset.observations
        if table is None:
            return as_json({"@odata.context": _context(request, name, "Observations"), "value": []})
        options = Options.of(request)
        chosen = Chosen.of(table, options, self._page)
        if count:
            body = str(len(chosen.found)).encode()
            return Reply(content_type="text/plain; charset=utf-8", body=(body,))
        key = (table.id, options.select)
        if key not in self._layouts:
            self._layouts[key] = table.layout(options.select)
        rows = self._layouts[key].render(chosen.found.page(chosen.start, chosen.stop))
        head: dict[str, Any] = {"@odata.context": _context(request, name, "Observations")}
        if options.count:
            head["@odata.count"] = len(chosen.found)
        return rows_reply(head, rows, _next(request, chosen))


def _next(request: Request, chosen: Chosen) -> dict[str, str]:
    if not chosen.after:
        return {}
    kept = {name: text for name, text in request.parameters.items() if name not in ("$skip", "$top")}
    return {"@odata.nextLink": request.address(request.path, kept | chosen.after)}


def _context(request: Request, name: str, what: str) -> str:
    root = f"{ROOT}/{name}" if name else ROOT
    return request.address(f"{root}/$metadata") + (f"#{what}" if what else "")


def _refusal(refused: RefusedError) -> Reply:
    return as_json({"error": {"code": "", "message": refused.message}}, refused.status)
