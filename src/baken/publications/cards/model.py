# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a picture to share says: plain values in one language."""

from __future__ import annotations

from dataclasses import dataclass

from baken.model.text import Language
from baken.publications.charts import Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A chart that can stand anywhere: nothing around it is needed to read it.

    ``title`` is the message and ``measure`` what is measured, where, and how the chart is read. ``feet`` are
    lines below it: the source, and which edition this is. ``alternative`` says in words what the chart shows.
    Without a title and feet it is the chart alone. ``width`` is the one that the chart is drawn at in px; it
    fills the picture whatever that is, so that a smaller one gives larger letters.
    """

    language: Language
    title: str
    measure: str
    chart: Chart
    feet: tuple[str, ...]
    alternative: str = ""
    width: int = 640
