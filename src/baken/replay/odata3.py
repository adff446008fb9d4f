# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables in the third version of OData, as opendata.cbs.nl and dataderden.cbs.nl serve them.

Two services give the same table. ``ODataApi`` gives at most 10,000 rows and refuses a query that leaves
more; ``ODataFeed`` gives any number, in pages with a link to the next. Keys are padded with spaces, and a
filter on a key without them finds nothing. The words and the status of a refusal are our own: no refusal of
the real servers was at hand to compare with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from baken.replay.columns import Layout
from baken.replay.messages import JSON, RefusedError, Reply, Request, as_json
from baken.replay.odata import Chosen, Options, picked, rows_reply
from baken.replay.tables import Code, Dimension, Table

CAP = 10_000
_PATH = re.compile(r"/(ODataApi|ODataFeed)/odata/([^/]+)(?:/([^/]*))?(/\$count)?/?", re.IGNORECASE)
_CATALOGUE = re.compile(r"/ODataCatalog(?:/(Tables)?)?", re.IGNORECASE)
_DATA = ("TypedDataSet", "UntypedDataSet")
Shelf = Mapping[str, Callable[[], Table]]


class OData3:
    """One host with tables; a table is made when it is first asked for.

    ``page`` is the number of rows on a page of the feed.
    """

    def __init__(self, host: str, tables: Shelf, *, page: int = CAP) -> None:
        self.host, self._tables, self._page = host, tables, page
        self._layouts: dict[tuple[str, str, tuple[str, ...]], Layout] = {}

    def serves(self) -> list[str]:
        """The tables."""
        return [f"{self.host}/ODataFeed/odata/{name}" for name in self._tables]

    def answer(self, request: Request) -> Reply | None:
        """The answer; also without a host before the path, for clients that cannot put one there."""
        if request.host not in (self.host, ""):
            return None
        found = _PATH.fullmatch(request.path)
        if found is None:
            return self._catalogue(request) if _CATALOGUE.fullmatch(request.path) else None
        service, name, collection, count = found.groups()
        table = self._tables.get(name)
        if table is None:
            return None if request.host == "" else _refusal(404, f"The table '{name}' does not exist.")
        try:
            asked = _Asked(
                request=request,
                table=table(),
                root=request.path[: found.end(2)],
                name=collection or "",
                feed=service.lower() == "odatafeed",
                count=bool(count),
            )
            return self._collection(asked)
        except RefusedError as refused:
            return _refusal(refused.status, refused.message)

    def _collection(self, asked: _Asked) -> Reply:
        _insist_on_json(asked)
        if not asked.name:
            return asked.contents()
        options = Options.of(asked.request)
        if options.skip and not asked.feed:
            raise RefusedError(400, "The query option '$skip' is not supported; use ODataFeed.")
        head = {"odata.metadata": asked.link("$metadata") + f"#Cbs.OData.WebAPI.{asked.name}"}
        if asked.name in _DATA:
            return self._rows(asked, options, head)
        return as_json(head | {"value": picked(_items(asked.table, asked.name), options)})

    def _rows(self, asked: _Asked, options: Options, head: Mapping[str, str]) -> Reply:
        key = (asked.table.id, asked.name, options.select)
        layout = self._layouts.get(key)
        if layout is None:
            layout = asked.table.layout(options.select, typed=asked.name == "TypedDataSet")
            self._layouts[key] = layout
        chosen = Chosen.of(asked.table, options, self._page if asked.feed else CAP)
        if asked.count:
            body = str(len(chosen.found)).encode()
            return Reply(content_type="text/plain; charset=utf-8", body=(body,))
        if chosen.after and not asked.feed:
            raise RefusedError(
                400, f"The query leaves {len(chosen.found)} rows, which exceeds the maximum of {CAP} rows."
            )
        rows = layout.render(chosen.found.page(chosen.start, chosen.stop))
        return rows_reply(head, rows, asked.next(chosen.after))

    def _catalogue(self, request: Request) -> Reply:
        listed = [{"ID": n, **table().facts} for n, table in enumerate(self._tables.values())]
        context = request.address("/ODataCatalog/$metadata", scheme="http") + "#Cbs.OData.Catalog.Table"
        try:
            return as_json({"odata.metadata": context, "value": picked(listed, Options.of(request))})
        except RefusedError as refused:
            return _refusal(refused.status, refused.message)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """One collection of one table, by one of the two services."""

    request: Request
    table: Table
    root: str
    name: str
    feed: bool
    count: bool

    def link(self, name: str) -> str:
        """A link to another collection of the table."""
        return self.request.address(f"{self.root}/{name}", scheme="http")

    def contents(self) -> Reply:
        """Which collections there are."""
        names = ["TableInfos", "UntypedDataSet", "TypedDataSet", "DataProperties", "CategoryGroups"]
        names += [dimension.name for dimension in self.table.dimensions]
        value = [{"name": name, "url": self.link(name)} for name in names]
        return as_json({"odata.metadata": self.link("$metadata"), "value": value})

    def next(self, after: Mapping[str, str]) -> dict[str, str]:
        """The link to the next page, if there is one."""
        if not after:
            return {}
        given = self.request.parameters
        kept = {name: text for name, text in given.items() if name not in ("$skip", "$top")}
        return {"odata.nextLink": self.request.address(self.request.path, kept | dict(after), scheme="http")}


def _insist_on_json(asked: _Asked) -> None:
    """The feed speaks Atom unless JSON is asked for; Atom is not spoken here."""
    kind = asked.request.parameters.get("$format", "")
    is_json = kind == "json" or "application/json" in asked.request.header("Accept")
    if kind not in ("", "json") or (asked.feed and not asked.count and not is_json):
        raise RefusedError(406, "Only JSON is served here; ask for $format=json.")


def _items(table: Table, name: str) -> list[dict[str, Any]]:
    if name == "TableInfos":
        return [dict(table.facts)]
    if name == "DataProperties":
        return [{"odata.type": f"Cbs.OData.{one['Type']}", **one} for one in table.properties]
    if name == "CategoryGroups":
        return []
    dimension = next((one for one in table.dimensions if one.name == name), None)
    if dimension is None:
        raise RefusedError(404, f"Resource not found for the segment '{name}'.")
    return [_code(code, dimension) for code in dimension.codes]


def _code(code: Code, dimension: Dimension) -> dict[str, Any]:
    described = {"Key": code.key, "Title": code.title, "Description": None, **code.more}
    if dimension.kind in ("Dimension", "GeoDimension"):
        described.setdefault("CategoryGroupID", None)
    return described


def _refusal(status: int, message: str) -> Reply:
    said = {"code": "", "message": {"lang": "en-US", "value": message}}
    return as_json({"odata.error": said}, status, JSON)
