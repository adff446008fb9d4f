# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What was planted in the figures of Voorbeeldstad, exactly, for tests of methods to compare with.

Factors multiply the expected number; what was drawn differs from it by chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from baken.model.figure import Supported
from baken.model.period import Period, PeriodKind


@dataclass(frozen=True, slots=True)
class Hotspot:
    """A neighbourhood in which the rate per inhabitant is a multiple of that in all others, always."""

    measure: str
    area: str
    factor: float


@dataclass(frozen=True, slots=True)
class Wave:
    """A temporary rise in neighbourhoods that touch, from and up to and including a day."""

    measure: str
    areas: tuple[str, ...]
    start: date
    end: date
    factor: float


@dataclass(frozen=True, slots=True)
class RegistrationBreak:
    """From a date on more is registered everywhere, while nothing else changed."""

    measures: tuple[str, ...]
    start: date
    factor: float
    catalogue: str


@dataclass(frozen=True, slots=True)
class Split:
    """From a date on one neighbourhood is two; the old one ended the day before."""

    before: str
    after: tuple[str, ...]
    start: date


@dataclass(frozen=True, slots=True)
class Effect:
    """An intervention that changes a rate in some neighbourhoods from a date on, and not in the others."""

    intervention: str
    measure: str
    areas: tuple[str, ...]
    start: date
    factor: float


@dataclass(frozen=True, slots=True)
class Looking:
    """Registrations that follow the number of checks: the phenomenon itself does not change.

    Expected registrations are proportional to ``unasked + (1 - unasked) * checks / checks of 2018``;
    ``unasked`` is the share of the registrations of 2018 that no check brought to light.
    """

    intervention: str
    measure: str
    checks: dict[int, int]
    unasked: float

    def factor(self, year: int) -> float:
        """What the checks of a year do to the registrations, with 2018 as 1."""
        return self.unasked + (1 - self.unasked) * self.checks[year] / self.checks[2018]


HOTSPOTS = (
    Hotspot("politie-misdrijven/1.2.4", "BU99990000", 12.0),
    Hotspot("politie-misdrijven/1.2.4", "BU99990002", 5.0),
)

BURGLARY_WAVE = Wave(
    measure="politie-misdrijven/1.1.1",
    areas=("BU99990300", "BU99990301", "BU99990302"),
    start=date(2024, 10, 1),
    end=date(2025, 1, 31),
    factor=6.0,
)

# It falls together with a break that the catalogue holds, so that the picture knows of it.
ONLINE_REPORTS = RegistrationBreak(
    measures=("politie-misdrijven/1.1.2", "politie-misdrijven/1.2.3"),
    start=date(2019, 1, 1),
    factor=1.3,
    catalogue="digid-app-2019",
)

OEFENVELD = Split(before="BU99990303", after=("BU99990304", "BU99990305"), start=date(2022, 1, 1))

# All neighbourhoods of the district Voorbeeldwijk Oost and none outside it.
YOUTH_WORK = Effect(
    intervention="jongerenwerk-oost",
    measure="politie-overlast/E35",
    areas=("BU99990200", "BU99990201", "BU99990202", "BU99990203"),
    start=date(2023, 7, 1),
    factor=0.6,
)

DRUG_CHECKS = Looking(
    intervention="controles-drugs",
    measure="politie-misdrijven/3.1.1",
    checks={2018: 120, 2019: 118, 2020: 72, 2021: 84, 2022: 121, 2023: 175, 2024: 236, 2025: 298},
    unasked=0.4,
)

_JANUARY_2023 = Period(PeriodKind.MONTH, 2023, 1)
_AUGUST_2019 = Period(PeriodKind.MONTH, 2019, 8)

# Two cells, so that subtracting what is published from the municipality's year gives neither.
SUPPRESSED = (
    ("politie-overlast/E33", "BU99990101", _JANUARY_2023),
    ("politie-overlast/E33", "BU99990501", _JANUARY_2023),
)
# One month of the nuisance table never arrived for one neighbourhood.
MISSING = tuple(
    (f"politie-overlast/{code}", "BU99990402", _AUGUST_2019) for code in ("E33", "E35", "E38", "E41", "0.0.0")
)
# Neighbourhoods with fewer than 500 inhabitants.
SMALL = ("BU99990500", "BU99990501")
# A figure that was published before with five registrations less, and the year it was revised.
REVISED = ("geweld", "GM9999", Period(PeriodKind.YEAR, 2022))
REVISED_BY = 5
PROVISIONAL_YEAR = 2025

# What the intervals carry between 2023 and 2025 in the municipality; nothing where they include no change.
# ``drugshandel`` rises because of the checks. Halt is the same in both years.
SINCE_2023: dict[str, Supported | None] = {
    "vermogensdelicten": Supported.UP,
    "winkeldiefstal": Supported.UP,
    "drugshandel": Supported.UP,
    "hic": Supported.DOWN,
    "diefstal-uit-woning": Supported.DOWN,
    "onveilig-in-buurt": Supported.DOWN,
    "halt": None,
    "overlast": None,
    "geweld": None,
    "vernieling": None,
    "tevreden-gemeente": None,
}
