# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A text without its personal data: blotted out, or with a word in their place."""

from __future__ import annotations

from collections.abc import Iterable

from baken.disclosure.personal.hits import Hit, Kind

BLOCK = "█"
_SHORT = {
    Kind.NAME: "naam",
    Kind.AUTHOR: "naam",
    Kind.MAIL: "e-mail",
    Kind.PHONE: "telefoon",
    Kind.BSN: "burgerservicenummer",
    Kind.IBAN: "rekening",
    Kind.PLATE: "kenteken",
    Kind.ADDRESS: "adres",
    Kind.BIRTH: "geboortedatum",
    Kind.CASE: "zaaknummer",
}


def masked(text: str, hits: Iterable[Hit]) -> str:
    """The text with a block for each character of a hit.

    It is as long as before, so that all other places stay right.
    """
    pieces, at = [], 0
    for hit in _in_order(hits):
        start = max(hit.span.start, at)
        end = min(max(hit.span.end, start), len(text))
        pieces += [text[at:start], BLOCK * (end - start)]
        at = max(at, end)
    return "".join(pieces) + text[at:]


def redacted(text: str, hits: Iterable[Hit]) -> str:
    """The text with a word in brackets, such as ``[naam]``, for each hit."""
    pieces, at = [], 0
    for hit in _in_order(hits):
        if hit.span.start < at:
            at = max(at, hit.span.end)
            continue
        pieces += [text[at : hit.span.start], f"[{_SHORT[hit.kind]}]"]
        at = hit.span.end
    return "".join(pieces) + text[at:]


def _in_order(hits: Iterable[Hit]) -> list[Hit]:
    return sorted(hits, key=lambda hit: (hit.span.start, -hit.span.end))
