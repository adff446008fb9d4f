# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a caller says about a funnel plot: rates of areas against how many people they are of."""

from dataclasses import dataclass

from baken.publications.charts.checks import check_id, check_number
from baken.publications.charts.linemodel import NumberFormat


@dataclass(frozen=True, slots=True)
class FunnelPoint:
    """One area. ``beyond`` is 1 above the outer limits, -1 below them and 0 between them."""

    name: str
    population: float
    value: float
    beyond: int = 0
    emphasised: bool = False

    def __post_init__(self) -> None:
        for number in (self.population, self.value):
            check_number(number)
        if self.population <= 0:
            raise ValueError("a funnel plot needs a population above zero")
        if self.beyond not in {-1, 0, 1}:
            raise ValueError("an area lies above (1), between (0) or below (-1) the limits")


@dataclass(frozen=True, slots=True)
class FunnelLimit:
    """One pair of limits along rising populations; ``thin`` sets those without overdispersion apart."""

    label: str
    population: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    outer: bool = False
    thin: bool = False

    def __post_init__(self) -> None:
        if len({len(self.population), len(self.lower), len(self.upper)}) != 1:
            raise ValueError("limits need a lower and an upper end for every population")
        for number in (*self.population, *self.lower, *self.upper):
            check_number(number)


@dataclass(frozen=True, slots=True)
class FunnelWords:
    """The words of the key and of the notes under the plot; ``more`` ends a list of very many names."""

    mean: str = "gemiddelde van alle gebieden"
    between: str = "gebied binnen de grenzen"
    above: str = "boven de buitenste grens"
    below: str = "onder de buitenste grens"
    unnamed: str = "Ook buiten de buitenste grens"
    not_judged: str = "Niet te beoordelen"
    more: str = "en {number} andere, zie de tabel"


@dataclass(frozen=True, slots=True)
class FunnelChart:
    """A funnel plot. Areas beyond the limits are named from the first to the last, as far as there is room.

    ``not_judged`` names the areas that have no place in the plot, with the reason. ``population_label`` says
    what lies along the x axis, ``unit_label`` what along the y axis.
    """

    id: str
    title: str
    description: str
    points: tuple[FunnelPoint, ...]
    limits: tuple[FunnelLimit, ...]
    mean: float
    unit_label: str
    population_label: str
    number_format: NumberFormat
    population_format: NumberFormat
    not_judged: tuple[str, ...] = ()
    words: FunnelWords = FunnelWords()
    axis_format: NumberFormat | None = None

    def __post_init__(self) -> None:
        check_id(self.id)
        check_number(self.mean)
        if not self.points:
            raise ValueError("a funnel plot needs at least one area that can be judged")
