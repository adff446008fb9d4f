# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Setting cards as PNG, all of one edition in one run. The same cards give the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from baken.publications.cards.model import Card
from baken.publications.cards.words import with_words
from baken.publications.charts import LineChart, render
from baken.publications.fonts import own_fonts
from baken.publications.pdf.letters import readable
from baken.publications.report_words import typeset

_LAYOUT = Path(__file__).parent / "card.typ"
_DOTS_PER_INCH = 128
"""The page is 688 points wide, so a picture is about 1,220 px wide."""


def pictures_of(cards: Sequence[Card]) -> list[bytes]:
    """Each card as a PNG with the letters of a package, never of the machine."""
    if not cards:
        return []
    import typst  # noqa: PLC0415 - a large library that few commands need

    charts = {_name(at): _drawn(one).encode() for at, one in enumerate(cards)}
    told = [_record(at, one) for at, one in enumerate(cards)]
    with own_fonts() as fonts:
        # Several files are given as one dictionary; the types of the library do not say so yet.
        project: Any = {"main": _LAYOUT.read_bytes(), "cards.json": msgspec.json.encode(told), **charts}
        made: Any = typst.compile(
            project, format="png", ppi=_DOTS_PER_INCH, font_paths=[fonts], ignore_system_fonts=True
        )
    pages: list[bytes] = [made] if isinstance(made, bytes) else list(made)
    return [with_words(page, card) for page, card in zip(pages, cards, strict=True)]


def _drawn(card: Card) -> str:
    """The chart without its unit, which the line above it says."""
    chart = card.chart
    return render(replace(chart, unit_label="") if isinstance(chart, LineChart) else chart, card.width)


def _name(at: int) -> str:
    return f"chart-{at}.svg"


def _record(at: int, card: Card) -> dict[str, object]:
    return {
        "language": card.language.value,
        "title": typeset(readable(card.title)),
        "measure": typeset(readable(card.measure)),
        "image": _name(at),
        "feet": [typeset(readable(one)) for one in card.feet],
    }
