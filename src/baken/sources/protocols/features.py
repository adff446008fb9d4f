# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Collections of areas with their outlines: OGC API Features.

A reply is GeoJSON with a page of features and, where more follow, a link to the next page. The moment of
the reply (``timeStamp``) says nothing of the data and is not read. How many features there are in all
(``numberMatched``) is optional; where it is given, all of them must have come.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

import msgspec

from baken.areas.geojson import polygons
from baken.areas.load import load_register
from baken.areas.outlines import Outline
from baken.catalogue.municipality import municipalities
from baken.model.errors import InputError
from baken.sources.contract import Ask, Getter, Parts, Sink


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """One collection: the properties with the code and the name of an area, and how its codes begin."""

    code: str
    name: str
    prefix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """Where the collections stand, and under which properties an area's code, name and parent stand.

    ``path`` follows the publisher's address; ``{year}`` in it stands for ``year``. ``municipality`` is the
    property with the code of the municipality, ``stated`` one with the year of a feature. ``leave_out`` names
    properties and the values with which a feature is no area of its own, such as open water.
    """

    path: str
    year: int
    municipality: str
    collections: dict[str, Collection]
    stated: str = ""
    leave_out: dict[str, str] = field(default_factory=dict)
    page: int = 1000

    def address(self, base: str, collection: str) -> str:
        """The address of the features of a collection."""
        path = self.path.format(year=self.year)
        return f"{base.rstrip('/')}/{path}/collections/{collection}/items"


@dataclass(frozen=True, slots=True)
class FeatureAdapter:
    """Fetches collections of areas. It has outlines and no figures."""

    features: Features
    publisher: str = ""

    def modified(self, get: Getter, base: str) -> str:
        """Nothing: the protocol has no stamp of the newest state."""
        del get, base
        return ""

    def classification(self, parts: Parts) -> str:
        """The year of the division that the areas stand in."""
        del parts
        return str(self.features.year)

    def download(self, ask: Ask, get: Getter, base: str) -> None:
        """Keep every page of every collection, of one municipality or of the whole country.

        Raises:
            InputError: a reply is no page of features, or the pages go round in a circle.

        """
        for name in self.features.collections:
            address = self.features.address(base, name)
            query = {"f": "json", "limit": str(self.features.page)}
            if ask.municipality:
                query[self.features.municipality] = ask.municipality
            wanted, asked, number = f"{address}?{urlencode(query)}", set[str](), 0
            while wanted:
                asked.add(wanted)
                number += 1
                part = f"items/{name}/{number:06}"
                following = _next(_page(get.part(part, wanted), part), address, part)
                if following in asked:
                    raise InputError("the link to the next page leads back.", where=part)
                wanted = following

    def read(self, ask: Ask, parts: Parts, sink: Sink) -> None:
        """Check every outline, and name the areas that the register does not know or that have no outline.

        Raises:
            InputError: a reply is not what the publisher promised; names the part and what is wrong.

        """
        found = self.outlines(parts)
        sink.note(f"{len(found)} areas with their outlines.")
        if ask.municipality not in municipalities():
            return
        register = load_register(ask.municipality)
        for code, one in found.items():
            if code not in register.areas:
                sink.unmapped(code, one.name)
        prefixes = tuple(one.prefix for one in self.features.collections.values())
        for code in sorted({one.child for one in register.memberships} - set(found)):
            if code.startswith(prefixes) and register[code].validity.end is None:
                sink.note(f"there is no outline of {code} ({register[code].name}).")

    def outlines(self, parts: Parts) -> dict[str, Outline]:
        """The outline of every area in the parts of a snapshot, by its code.

        Raises:
            InputError: pages are missing, or a feature is not what was promised; names the feature.

        """
        found: dict[str, Outline] = {}
        for name, collection in self.features.collections.items():
            for place, feature in self._features(name, parts):
                one = self._outline(collection, feature, place)
                if one is None:
                    continue
                if one.code in found:
                    # Loose parts of one area may stand as features of their own.
                    held = found[one.code].polygons
                    one = Outline(one.code, one.name, (*held, *one.polygons), one.source)
                found[one.code] = one
        return found

    def _features(self, name: str, parts: Parts) -> Iterator[tuple[str, dict[str, Any]]]:
        """The features of a collection, each with how a message names it."""
        total, promised, part = 0, None, f"items/{name}/"
        for part in parts.names(f"items/{name}/"):
            page = _page(parts[part], part)
            promised = page.get("numberMatched", promised)
            for feature in page["features"]:
                total += 1
                if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
                    raise InputError("this is not a feature with properties.", where=f"{part}, no. {total}")
                yield part, feature
        if total == 0:
            raise InputError(f"there is not one feature of '{name}'.", where=part)
        if promised not in (None, total):
            raise InputError(f"{total} of the {promised} features of '{name}' came.", where=part)

    def _outline(self, collection: Collection, feature: dict[str, Any], part: str) -> Outline | None:
        says: dict[str, Any] = feature["properties"]
        code = says.get(collection.code)
        if not isinstance(code, str) or not code.strip():
            raise InputError(
                f"feature '{feature.get('id')}' has no '{collection.code}' (it has: {', '.join(says)}).",
                where=part,
            )
        code = code.strip()
        if any(says.get(name) == value for name, value in self.features.leave_out.items()):
            return None
        if not code.startswith(collection.prefix):
            raise InputError(f"'{code}' does not begin with {collection.prefix}.", where=part)
        name = says.get(collection.name)
        if not isinstance(name, str):
            raise InputError(f"{code} has no '{collection.name}'.", where=part)
        year = says.get(self.features.stated, self.features.year)
        source = f"{self.publisher}, {year}" if self.publisher else str(year)
        return Outline(code, name, polygons(feature.get("geometry"), f"{part}, {code}"), source)


def _page(data: bytes, part: str) -> Mapping[str, Any]:
    """One reply as what it says.

    Raises:
        InputError: it is no collection of features, or not all that it returned are in it.

    """
    try:
        page = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"the reply is not JSON ({error}).", where=part) from error
    if not isinstance(page, dict) or not isinstance(page.get("features"), list):
        raise InputError("the reply is not a collection of features.", where=part)
    came = len(page["features"])
    if page.get("numberReturned", came) != came:
        raise InputError(f"{came} of {page['numberReturned']} features came.", where=part)
    return page


def _next(page: Mapping[str, Any], address: str, part: str) -> str:
    """The address of the next page at the base that we were told, whatever host the link names."""
    for link in page.get("links") or ():
        if isinstance(link, dict) and link.get("rel") == "next":
            target = urlsplit(str(link.get("href", "")))
            collection = urlsplit(address).path.rsplit("/collections/", 1)[1]
            if target.path and not target.path.endswith(f"/collections/{collection}"):
                raise InputError(f"the next page is of something else: {target.path}.", where=part)
            return f"{address}?{target.query}"
    return ""
