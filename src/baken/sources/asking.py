# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""From the words of a person to what is asked of a publisher."""

from __future__ import annotations

import re

from baken.areas.load import find_area
from baken.catalogue.catalogue import load_catalogue
from baken.catalogue.municipality import load_municipality
from baken.model.errors import UnknownAreaError, UsageError
from baken.model.period import Period
from baken.sources.contract import Ask

_ANY_MUNICIPALITY = re.compile(r"GM[0-9]{4}")


def ask_for(area: str, since: str = "") -> Ask:
    """What to ask for an area, and since when.

    Args:
        area: code or name of a municipality, also of one that the catalogue does not know yet; or the
            country's code or name for everything.
        since: the first period; nothing for all.

    Raises:
        UsageError: nobody knows the area, or it is a part of a municipality; or the period is none.

    """
    try:
        first = Period.parse(since) if since else None
    except ValueError as error:
        raise UsageError(f"{error}.", do="Use --since 2015 or --since 2015-01.") from None
    country = load_catalogue().country
    if country.is_called(area):
        return Ask(since=first)
    if _ANY_MUNICIPALITY.fullmatch(area.strip().upper()):
        return _municipality(area.strip().upper(), country.reference_area, first)
    try:
        municipality, found = find_area(area)
    except UnknownAreaError:
        raise UsageError(
            f"unknown area '{area}'.",
            do="A municipality that Baken has no folder of is asked for by its code, such as GM0344.",
        ) from None
    if found != municipality:
        name = load_municipality(municipality).name
        raise UsageError(
            f"'{area}' is a part of {name}; publishers are asked for a whole one.", do=f"Use {name}."
        )
    return _municipality(municipality, country.reference_area, first)


def _municipality(code: str, country: str, since: Period | None) -> Ask:
    """A municipality and what it is compared with; one that the catalogue does not know, with the country."""
    try:
        known = load_municipality(code)
    except UnknownAreaError:
        return Ask(municipality=code, beside=(country,), since=since)
    peers = known.peers.members if known.peers else ()
    beside = dict.fromkeys((known.reference, *known.within, *peers))
    beside.pop(code, None)
    return Ask(municipality=code, beside=tuple(beside), since=since)
