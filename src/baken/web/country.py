# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The first page of the editions of a whole country: every municipality, by its first letter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from unicodedata import normalize

from baken.catalogue.catalogue import load_catalogue
from baken.catalogue.municipality import municipality_names
from baken.catalogue.profile import listed
from baken.model.text import Language
from baken.web.render import set_up


@dataclass(frozen=True, slots=True)
class Entry:
    """One municipality in the list, with the folder of its edition and where it lies."""

    name: str
    folder: str
    province: str

    @property
    def letter(self) -> str:
        """The letter that people look under: without an accent, and the H of 's-Hertogenbosch."""
        plain = normalize("NFKD", self.name.removeprefix("'s-").removeprefix("'t "))
        return plain[0].upper()


def country_pages(country: str, codes: Iterable[str], on: date) -> dict[str, bytes]:
    """The pages in each language and their stylesheet, by path.

    Args:
        country: the code of the country in the catalogue.
        codes: the municipalities of which there is an edition.
        on: the day from which the editions look.

    """
    set_up()
    # Django must be set up before anything that uses its templates is imported.
    from django.template.loader import render_to_string  # noqa: PLC0415
    from django.utils.translation import override  # noqa: PLC0415

    from baken.web.assets import ICON, STATIC, STYLESHEET, stylesheet  # noqa: PLC0415

    names, known = municipality_names(), listed()
    entries = [
        Entry(names[code], code.lower(), known[code].province if code in known else "") for code in codes
    ]
    entries.sort(key=lambda one: (one.letter, one.name))
    letters = [(letter, list(found)) for letter, found in groupby(entries, key=lambda one: one.letter)]
    files = {STYLESHEET: stylesheet(), ICON: (STATIC / "icon.svg").read_bytes()}
    for language in Language:
        up, here = ("", "index.html") if language is Language.NL else ("../", "en/index.html")
        context = {
            "language": language,
            "up": up,
            "here": here,
            "country": load_catalogue(country).country.name.in_(language),
            "letters": letters,
            "number": len(entries),
            "on": on,
            "stylesheet": STYLESHEET,
            "icon": ICON,
        }
        with override(language):
            files[here] = render_to_string("baken/country.html", context).encode()
    return files
