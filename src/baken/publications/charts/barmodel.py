# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a caller says about a bar chart."""

from dataclasses import dataclass

from baken.publications.charts.checks import check_id, check_interval, check_number
from baken.publications.charts.linemodel import NumberFormat


@dataclass(frozen=True, slots=True)
class Bar:
    """One row; `value=None` is drawn hatched with `text`, and `emphasised` marks one's own row.

    For a row with a value, `text` replaces the formatted value.
    """

    label: str
    value: float | None
    lower: float | None = None
    upper: float | None = None
    text: str | None = None
    emphasised: bool = False

    def __post_init__(self) -> None:
        check_interval(self.value, self.lower, self.upper)


@dataclass(frozen=True, slots=True)
class RefLine:
    """A value to compare all bars with, e.g. the Netherlands."""

    label: str
    value: float

    def __post_init__(self) -> None:
        check_number(self.value)


@dataclass(frozen=True, slots=True)
class BarChart:
    """Horizontal bars from zero, in the order given."""

    id: str
    title: str
    description: str
    bars: tuple[Bar, ...]
    number_format: NumberFormat
    unit_label: str = ""
    reference: RefLine | None = None
    axis_format: NumberFormat | None = None

    def __post_init__(self) -> None:
        check_id(self.id)
        if not self.bars:
            raise ValueError("a bar chart needs at least one bar, even if its value is missing")
