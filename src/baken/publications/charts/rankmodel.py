# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a caller says about a chart of areas with their intervals, sorted (a caterpillar)."""

from dataclasses import dataclass

from baken.publications.charts.barmodel import RefLine
from baken.publications.charts.checks import check_id, check_interval
from baken.publications.charts.linemodel import NumberFormat


@dataclass(frozen=True, slots=True)
class RankRow:
    """One area with its estimate and interval; ``text`` says more at its end, e.g. "rang 1–3".

    A row whose ``value`` is None stands hatched at the foot, with ``text`` as the reason.
    """

    label: str
    value: float | None
    lower: float | None = None
    upper: float | None = None
    text: str = ""
    emphasised: bool = False

    def __post_init__(self) -> None:
        check_interval(self.value, self.lower, self.upper)


@dataclass(frozen=True, slots=True)
class RankWords:
    """The words of the key."""

    interval: str = "waarde met 95%-interval"
    apart: str = "interval zonder het gemiddelde"


@dataclass(frozen=True, slots=True)
class RankChart:
    """Areas with their intervals, highest first, whatever the order given; ``text_label`` heads the texts."""

    id: str
    title: str
    description: str
    rows: tuple[RankRow, ...]
    number_format: NumberFormat
    unit_label: str = ""
    text_label: str = ""
    reference: RefLine | None = None
    axis_format: NumberFormat | None = None
    words: RankWords = RankWords()

    def __post_init__(self) -> None:
        check_id(self.id)
        if not self.rows:
            raise ValueError("a chart of ranks needs at least one row, even if its value is missing")
