# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How often things happen in Voorbeeldstad and Voorbeeldland, before anything was planted."""

from __future__ import annotations

from dataclasses import dataclass

from baken.sources.voorbeeldstad.town import CITY, LAND, Kind

FIRST, LAST = 2018, 2025
YEARS = range(FIRST, LAST + 1)
Eight = tuple[float, float, float, float, float, float, float, float]

_EVEN = (1.0,) * 12
_WINTER = (1.25, 1.15, 1.0, 0.9, 0.85, 0.8, 0.8, 0.85, 0.95, 1.05, 1.15, 1.25)
_SUMMER = (0.75, 0.8, 0.9, 1.0, 1.1, 1.2, 1.2, 1.15, 1.15, 1.05, 0.9, 0.8)
_SAME: Eight = (1, 1, 1, 1, 1, 1, 1, 1)


def _kinds(centre: float, flats: float, rural: float, business: float) -> dict[Kind, float]:
    """Rates relative to a neighbourhood of houses. A business park has few inhabitants, so a high rate."""
    return {
        Kind.CENTRE: centre,
        Kind.FLATS: flats,
        Kind.HOMES: 1.0,
        Kind.RURAL: rural,
        Kind.BUSINESS: business,
    }


_EVERYWHERE = _kinds(1, 1, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """How one measure comes about: per 1,000 inhabitants a year in 2018, in the town and in the land."""

    measure: str
    rate: float
    land: float
    years: Eight = _SAME
    season: tuple[float, ...] = _EVEN
    kinds: dict[Kind, float]


# The rest of a total is what is registered under codes that the town does not publish. It has no code itself.
OFFENCES_REST, NUISANCE_REST = "politie-misdrijven/rest", "politie-overlast/rest"
OFFENCES_TOTAL, NUISANCE_TOTAL = "politie-misdrijven/0.0.0", "politie-overlast/0.0.0"
# Exists only for the municipality as a whole, as in reality; in the neighbourhoods it is part of the rest.
SEXUAL = Process(
    measure="politie-misdrijven/1.4.1",
    rate=0.8,
    land=0.7,
    years=(1, 1, 0.95, 1.05, 1.15, 1.15, 1.2, 1.3),
    kinds=_EVERYWHERE,
)

PROCESSES = (
    Process(
        measure="politie-misdrijven/1.1.1",
        rate=3.0,
        land=2.2,
        years=(1, 0.95, 0.72, 0.6, 0.72, 0.8, 0.62, 0.5),
        season=_WINTER,
        kinds=_kinds(1.1, 1.1, 1.4, 1),
    ),
    Process(
        measure="politie-misdrijven/1.1.2",
        rate=1.3,
        land=1.4,
        years=(1, 0.95, 0.8, 0.65, 0.68, 0.7, 0.72, 0.74),
        kinds=_kinds(0.7, 1.2, 1.5, 4),
    ),
    Process(
        measure="politie-misdrijven/1.2.1",
        rate=3.0,
        land=2.1,
        years=(1, 0.95, 0.7, 0.55, 0.58, 0.6, 0.61, 0.62),
        season=_WINTER,
        kinds=_kinds(1.3, 1.4, 0.5, 12),
    ),
    Process(
        measure="politie-misdrijven/1.2.2",
        rate=0.5,
        land=0.4,
        years=(1, 0.95, 0.85, 0.75, 0.8, 0.8, 0.85, 0.9),
        kinds=_kinds(1, 1.2, 0.8, 10),
    ),
    Process(
        measure="politie-misdrijven/1.2.3",
        rate=3.6,
        land=3.0,
        years=(1, 0.97, 0.75, 0.62, 0.68, 0.74, 0.85, 0.97),
        season=_SUMMER,
        kinds=_kinds(2.6, 1.2, 0.4, 8),
    ),
    # The same rate everywhere, so that the factors of the planted hotspots are exact.
    Process(
        measure="politie-misdrijven/1.2.4",
        rate=0.7,
        land=0.6,
        years=(1, 1, 0.4, 0.45, 0.8, 0.9, 0.9, 0.95),
        season=_SUMMER,
        kinds=_EVERYWHERE,
    ),
    Process(
        measure="politie-misdrijven/1.4.6",
        rate=0.3,
        land=0.25,
        years=(1, 1, 0.7, 0.7, 0.8, 0.85, 0.8, 0.75),
        kinds=_kinds(2.5, 1.3, 0, 1),
    ),
    Process(
        measure="politie-misdrijven/1.4.7",
        rate=0.08,
        land=0.07,
        years=(1, 0.95, 0.8, 0.75, 0.75, 0.8, 0.75, 0.7),
        kinds=_kinds(2, 1, 1, 10),
    ),
    # The trade itself never changes: all that does is how much is looked for (see truths).
    Process(measure="politie-misdrijven/3.1.1", rate=0.9, land=1.0, kinds=_kinds(1.8, 1.3, 1, 6)),
    Process(
        measure=OFFENCES_REST,
        rate=27.0,
        land=29.0,
        years=(1, 1, 0.95, 0.92, 0.95, 0.96, 0.97, 0.98),
        kinds=_kinds(2.0, 1.2, 0.8, 14),
    ),
    Process(
        measure="politie-overlast/E33",
        rate=4.5,
        land=5.2,
        years=(1, 1.06, 1.15, 1.2, 1.22, 1.25, 1.28, 1.3),
        kinds=_kinds(1.8, 1.3, 0.6, 4),
    ),
    Process(
        measure="politie-overlast/E35",
        rate=5.2,
        land=5.0,
        years=(1, 0.98, 1.45, 1.15, 1, 1, 1.02, 1.04),
        season=_SUMMER,
        kinds=_kinds(1.4, 1.5, 0.7, 5),
    ),
    Process(
        measure="politie-overlast/E38",
        rate=2.0,
        land=1.6,
        years=(1, 1, 1.3, 1.2, 1.05, 1, 1, 1),
        season=_SUMMER,
        kinds=_kinds(2.6, 1.2, 0.3, 4),
    ),
    Process(
        measure="politie-overlast/E41",
        rate=0.9,
        land=0.8,
        years=(1, 1.02, 1.1, 1.1, 1.1, 1.12, 1.12, 1.14),
        kinds=_kinds(3, 1.2, 0.2, 5),
    ),
    Process(measure=NUISANCE_REST, rate=7.0, land=6.5, season=_SUMMER, kinds=_kinds(2, 1.3, 0.8, 6)),
)

# Published as a rate, without codes: expected number per 1,000 inhabitants (Halt: aged 12 to 17).
RATES: dict[tuple[str, str], Eight] = {
    ("winkeldiefstal", CITY): (3.2, 3.3, 2.5, 2.4, 2.7, 2.7, 3.2, 3.8),
    ("winkeldiefstal", LAND): (2.5, 2.6, 2.1, 2.0, 2.3, 2.5, 2.6, 2.7),
    ("geweld", CITY): (6.0, 6.1, 5.4, 5.1, 5.4, 5.3, 5.3, 5.2),
    ("geweld", LAND): (5.1, 5.1, 4.8, 4.6, 4.8, 4.9, 5.0, 5.0),
    ("vernieling", CITY): (6.0, 6.2, 7.0, 6.6, 6.3, 6.2, 6.2, 6.1),
    ("vernieling", LAND): (6.6, 6.7, 7.6, 7.3, 7.0, 6.9, 6.8, 6.8),
    ("halt", CITY): (18, 19, 27, 18, 17, 17, 18, 17),
    ("halt", LAND): (16, 17, 21, 17, 16, 16, 16, 16),
}
# The share of the police registrations that remains in the CBS counts, where only the most serious counts.
CBS_SHARE = 0.955
# Inhabitants of Voorbeeldland in 2018 and what is added a year; the share aged 12 to 17 in both.
LAND_PEOPLE, LAND_GROWTH = 612_400, 3_150
YOUTH_PER_1000 = {CITY: 66, LAND: 69}

# Value and number of respondents. The survey is held in odd years only.
Wave = tuple[str, int]
SURVEY: dict[tuple[str, str], dict[int, Wave]] = {
    ("onveilig-in-buurt", CITY): {
        2019: ("23.4", 1840),
        2021: ("21.2", 2105),
        2023: ("23.1", 2230),
        2025: ("18.9", 2410),
    },
    ("onveilig-in-buurt", LAND): {
        2019: ("17.1", 3720),
        2021: ("15.9", 3655),
        2023: ("16.4", 3810),
        2025: ("16.2", 3905),
    },
    ("rapportcijfer-veiligheid", CITY): {
        2019: ("6.9", 1840),
        2021: ("7.0", 2105),
        2023: ("7.0", 2230),
        2025: ("7.2", 2410),
    },
    ("rapportcijfer-veiligheid", LAND): {
        2019: ("7.2", 3720),
        2021: ("7.3", 3655),
        2023: ("7.3", 3810),
        2025: ("7.3", 3905),
    },
    ("tevreden-gemeente", CITY): {
        2019: ("36.2", 1840),
        2021: ("38.7", 2105),
        2023: ("39.5", 2230),
        2025: ("40.3", 2410),
    },
    ("tevreden-gemeente", LAND): {
        2019: ("37.0", 3720),
        2021: ("38.1", 3655),
        2023: ("38.4", 3810),
        2025: ("38.0", 3905),
    },
}
