# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Fetching the descriptions of municipalities from CBS. What they say is no figure, so there are no rows."""

from __future__ import annotations

import json
from urllib.parse import urljoin, urlsplit

from baken.areas.boundary_changes import BoundaryChanges, Side
from baken.model.errors import InputError
from baken.sources.cbs_gebiedswijzigingen.changes import BESIDE, CODES, PROPERTIES, TABLE, load_changes
from baken.sources.contract import Adapter, Ask, Getter, Parts, Sink

_ROOT = "/odata/v1/CBS/"
_NEXT = "@odata.nextLink"


def adapter() -> Adapter:
    """How this source is fetched."""
    return BoundaryChangesAdapter()


class BoundaryChangesAdapter:
    """The codes of two tables of CBS with their descriptions: the full one and the short one beside it."""

    def modified(self, get: Getter, base: str) -> str:
        """The stamps of both tables, the full one first."""
        return " ".join(_stamp(get, _address(base, table, PROPERTIES)) for table in (TABLE, BESIDE))

    def classification(self, parts: Parts) -> str:
        """Nothing: what happened in one year stays so in the next."""
        return ""

    def download(self, ask: Ask, get: Getter, base: str) -> None:
        """Keep the properties and the codes of both tables; a part of the country would lack one side."""
        for table in (TABLE, BESIDE):
            get.part(f"{table}/{PROPERTIES}/000001", _address(base, table, PROPERTIES))
            _pages(get, base, table)

    def read(self, ask: Ask, parts: Parts, sink: Sink) -> None:
        """Check that the descriptions can be read, and note what they hold."""
        for note in _notes(load_changes(parts)):
            sink.note(note)


def _pages(get: Getter, base: str, table: str) -> None:
    """Keep page after page, to the last."""
    address, seen = _address(base, table, CODES), set[str]()
    while address:
        if address in seen:
            raise InputError("the pages go round in a circle.", where=address)
        seen.add(address)
        link = _object(get.part(f"{table}/{CODES}/{len(seen):06d}", address), address).get(_NEXT)
        address = _rebased(urljoin(address, str(link)), base) if link else ""


def _address(base: str, table: str, what: str) -> str:
    return f"{base.rstrip('/')}{_ROOT}{table}/{what}"


def _rebased(link: str, base: str) -> str:
    """The address of a next page at the same host as the first, whatever host the reply names."""
    parts = urlsplit(link)
    path = parts.path[max(0, parts.path.find(_ROOT)) :]
    return f"{base.rstrip('/')}{path}{'?' if parts.query else ''}{parts.query}"


def _stamp(get: Getter, address: str) -> str:
    return str(_object(get.peek(address), address).get("Modified") or "")


def _object(reply: bytes, address: str) -> dict[str, object]:
    try:
        found = json.loads(reply)
    except ValueError as error:
        raise InputError(f"the reply is not JSON ({error}).", where=address) from error
    if not isinstance(found, dict):
        raise InputError("the reply is not a JSON object.", where=address)
    return found


def _notes(changes: BoundaryChanges) -> list[str]:
    moved = [one for one in changes.transfers if not one.kept]
    single = [one for one in moved if one.stated_by is not Side.BOTH]
    return [
        f"{len(moved)} transfers between municipalities up to {changes.last}, {len(single)} of them "
        f"stated by one side only; {len(changes.transfers) - len(moved)} parts that a municipality kept; "
        f"{len(changes.renames)} changes of code.",
        *changes.remarks,
    ]
