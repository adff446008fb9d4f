# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a caller says about a chart of two moments, with a line for each area."""

from dataclasses import dataclass
from enum import StrEnum

from baken.publications.charts.checks import check_id, check_interval
from baken.publications.charts.linemodel import NumberFormat


class Slope(StrEnum):
    """What may be said of a change: more than chance, about the same, or nothing."""

    CHANGED = "changed"
    SAME = "same"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Moment:
    """A figure with its interval; ``value=None`` is a missing one."""

    value: float | None
    lower: float | None = None
    upper: float | None = None

    def __post_init__(self) -> None:
        check_interval(self.value, self.lower, self.upper)


@dataclass(frozen=True, slots=True)
class SlopeRow:
    """One area at both moments. ``said`` stands with its name, such as "▲ hoger".

    Where one of the two figures is missing there is no line, and ``said`` is the reason.
    """

    label: str
    start: Moment
    end: Moment
    slope: Slope = Slope.OPEN
    said: str = ""
    emphasised: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether both figures are there."""
        return self.start.value is not None and self.end.value is not None


@dataclass(frozen=True, slots=True)
class SlopeWords:
    """The words of the key."""

    changed: str = "meer dan toeval"
    same: str = "ongeveer gelijk"
    open: str = "niet beoordeeld"
    own: str = ""


@dataclass(frozen=True, slots=True)
class SlopeChart:
    """Two moments side by side on one axis from zero, with a line for each area."""

    id: str
    title: str
    description: str
    moments: tuple[str, str]
    rows: tuple[SlopeRow, ...]
    number_format: NumberFormat
    unit_label: str = ""
    words: SlopeWords = SlopeWords()

    def __post_init__(self) -> None:
        check_id(self.id)
        if not self.rows:
            raise ValueError("a slope chart needs at least one row, even if its figures are missing")
        if any(row.emphasised for row in self.rows[1:]):
            raise ValueError("only the first row of a slope chart may stand out")
