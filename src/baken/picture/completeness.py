# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How much of a picture is there, how much of it is current, and the sentence that says so."""

from __future__ import annotations

from dataclasses import dataclass

from baken.model.text import Text

_OLD = Text(
    "Een oud cijfer zegt hoe het was, niet hoe het is.", "An old figure says how it was, not how it is."
)
_STEERED = Text("waarop het veiligheidsprogramma stuurt", "that the safety programme steers by")
_THEMED = Text("die bij de thema's horen", "that belong to the themes")
_NONE = Text(
    "Van de {total} cijfers {which}, is er niet één actueel.",
    "Of the {total} figures {which}, not one is current.",
)
_SOME = Text(
    "Van de {total} cijfers {which}, zijn er {current} actueel.",
    "Of the {total} figures {which}, {current} are current.",
)
_EMPTY = Text("Voor dit beeld zijn nog geen cijfers gekozen.", "No figures are chosen for this picture yet.")
_ALL = Text("Alle {total} cijfers {which}, zijn actueel.", "All {total} figures {which} are current.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """How much of the picture is there and how much of it is current; ids of indicators.

    ``steered`` says that a programme steers by them; without a programme they are those of the themes.
    """

    indicators: tuple[str, ...]
    with_figures: tuple[str, ...]
    current: tuple[str, ...]
    outdated: tuple[str, ...]
    steered: bool = True

    @property
    def percent_current(self) -> int:
        """The share of the indicators with a figure that is young enough, in whole per cents."""
        return round(100 * len(self.current) / len(self.indicators)) if self.indicators else 0

    @property
    def text(self) -> Text:
        """How many are current, and what an old figure is worth where there are any."""
        total, current = len(self.indicators), len(self.current)
        said = _EMPTY if not total else _NONE if not current else _ALL if current == total else _SOME
        which = _STEERED if self.steered else _THEMED
        old = _OLD if self.outdated else Text("", "")

        def filled(sentence: str, which: str, old: str) -> str:
            return f"{sentence.format(total=total, current=current, which=which)} {old}".strip()

        return Text(filled(said.nl, which.nl, old.nl), filled(said.en, which.en, old.en))
