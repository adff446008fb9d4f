# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One theme whole: its figures, and the documents and studies that it rests on, in one answer."""

from __future__ import annotations

from dataclasses import dataclass

from baken.model.development import Development
from baken.model.finding import Caveat, Review
from baken.model.indicator import Indicator
from baken.model.policy import Municipality, Theme
from baken.model.reference import Reference, ReferenceKind
from baken.picture.series import IndicatorPicture
from baken.picture.strands import Strands

QUALITATIVE = (
    ReferenceKind.PHENOMENON,
    ReferenceKind.TREND_REPORT,
    ReferenceKind.RESEARCH,
    ReferenceKind.ANALYSIS,
    ReferenceKind.MEDIA,
)
"""The kinds that say in words what lies behind figures: studies, and signals such as news reports."""


@dataclass(frozen=True, slots=True)
class Documents:
    """What a theme rests on beside figures.

    ``found`` are the documents that are known, each once. ``other`` are origins that no list of documents
    describes. ``kinds_not_named`` are the kinds of study or signal of which none is named for the theme.
    """

    found: tuple[Reference, ...]
    other: tuple[str, ...]
    kinds_not_named: tuple[ReferenceKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemePicture:
    """Everything that is known of one theme, figures and words.

    ``records`` stand in the order of the theme; ``without_figures`` are its indicators for which nothing is
    held. ``reviews`` are figures beyond a threshold, each with its record. ``together`` is what must be read
    because its figures stand together, such as that two of them overlap.
    """

    theme: Theme
    records: tuple[IndicatorPicture, ...]
    without_figures: tuple[Indicator, ...]
    reviews: tuple[tuple[Review, IndicatorPicture], ...]
    documents: Documents
    strands: Strands
    developments: tuple[Development, ...] = ()
    together: tuple[Caveat, ...] = ()


def documents_of(municipality: Municipality, theme: Theme) -> Documents:
    """The documents that a theme comes from, and the kinds of study or signal that are not among them."""
    called = {name: municipality.reference_called(name) for name in theme.origins}
    found = tuple({one.id: one for one in called.values() if one}.values())
    # A text that names a kind without a title names no document.
    named = {one.kind for one in found if one.cited}
    return Documents(
        found=found,
        other=tuple(name for name, one in called.items() if one is None),
        kinds_not_named=tuple(kind for kind in QUALITATIVE if kind not in named),
    )
