# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Under which licence the figures of an edition can be used: what its sources allow together."""

from __future__ import annotations

from dataclasses import dataclass

from baken.model.text import Text
from baken.picture.material import Material


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence by its name, the address of its text, its name in the list of the EU, and what it asks."""

    id: str
    address: str
    listed: str
    asks: Text


_LISTED = "http://publications.europa.eu/resource/authority/licence/"
FREE = Licence(
    "CC0-1.0",
    "https://creativecommons.org/publicdomain/zero/1.0/",
    f"{_LISTED}CC0",
    Text("Vrij te gebruiken.", "Free to use."),
)
NAMED = Licence(
    "CC-BY-4.0",
    "https://creativecommons.org/licenses/by/4.0/",
    f"{_LISTED}CC_BY_4_0",
    Text(
        "Vrij te gebruiken als u de gemeente en de uitgevers van de bronnen noemt.",
        "Free to use if you name the municipality and the publishers of the sources.",
    ),
)


def licence_of(material: Material) -> Licence:
    """The freest licence that every source allows: without conditions, or with the sources named."""
    used = {one.licence for one in material.snapshots}
    return FREE if used == {FREE.id} else NAMED
