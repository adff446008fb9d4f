# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Example charts of what a method answered: made up, and the same every time."""

from math import cos, sin, sqrt

from baken.publications.charts import (
    ClassMap,
    ClassShape,
    Fitted,
    FunnelChart,
    FunnelLimit,
    FunnelPoint,
    MapClass,
    Mark,
    RankChart,
    RankRow,
    RefLine,
    SignalChart,
    SignalPanel,
    SignalPanels,
    SignalPoint,
    Span,
    TrendChart,
    TrendPoint,
)

from .examples import block, dutch

NAMES = (
    "Binnenstad",
    "Wyck",
    "Boschstraatkwartier",
    "Statenkwartier",
    "Jekerkwartier",
    "Sint Maartenspoort",
    "Wyckerpoort",
    "Heugemerveld",
    "Wittevrouwenveld",
    "Nazareth",
    "Limmel",
    "Amby",
    "Scharn",
    "Heer",
    "De Heeg",
    "Vroendaal",
    "Randwyck",
    "Heugem",
    "Brusselsepoort",
    "Mariaberg",
    "Malpertuis",
    "Caberg",
    "Oud-Caberg",
    "Pottenberg",
    "Daalhof",
    "Belfort",
    "Biesland",
    "Campagne",
    "Wolder",
    "Boschpoort",
)


def _limit(label: str, width: float, *, outer: bool = False, thin: bool = False) -> FunnelLimit:
    sizes = tuple(float(60 * 1.25**i) for i in range(26))
    away = [width * sqrt(9.0 / size * 1000) for size in sizes]
    lower = tuple(max(0.0, 9.0 - one) for one in away)
    return FunnelLimit(label, sizes, lower, tuple(9.0 + one for one in away), outer, thin)


FUNNEL = FunnelChart(
    "funnel",
    "Drie buurten wijken af",
    "Drie buurten liggen buiten de grenzen.",
    tuple(
        FunnelPoint(name, 400.0 + 330 * ((i * 7) % 30), rate, (rate > 18) - (rate < 1.5), name == "Mariaberg")
        for i, name in enumerate(NAMES)
        for rate in [9 + 5 * sin(i * 2.1) + (14 if i in {0, 1} else 0) - (9 if i == 15 else 0) * cos(0)]
    ),
    (
        _limit("95 %, met overdispersie", 1.96 * 1.6),
        _limit("99,8 %, met overdispersie", 3.09 * 1.6, outer=True),
        _limit("zonder overdispersie", 1.96, thin=True),
        _limit("zonder overdispersie", 3.09, thin=True),
    ),
    9.0,
    "woninginbraken per 1.000 woningen",
    "woningen in de buurt",
    dutch(1),
    dutch(0),
    ("Kruisdonk (geen woningen)", "Maaspoort (te weinig woningen)"),
)


def _month(index: int) -> str:
    months = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
    return f"{months[index % 12]} {2021 + index // 12}"


def monthly(
    level: float, alarms: tuple[int, ...] = (), missing: tuple[int, ...] = ()
) -> tuple[SignalPoint, ...]:
    points = []
    for index in range(60):
        expected = level * (1 + 0.25 * cos(index / 12 * 6.2832)) if index >= 36 else None
        count = float(round(level * (1 + 0.25 * cos(index / 12 * 6.2832) + 0.2 * sin(index * 2.7))))
        upper = None if expected is None else expected + 2.2 * sqrt(expected)
        if index in missing:
            points.append(SignalPoint(_month(index), index, None, expected, upper, text="niet geleverd"))
            continue
        alarm = index in alarms
        points.append(
            SignalPoint(_month(index), index, count + (level if alarm else 0), expected, upper, alarm=alarm)
        )
    return tuple(points)


YEARS = tuple((float(index * 12), str(2021 + index)) for index in range(5))
SIGNALS = SignalChart(
    "signals",
    "Twee signalen",
    "In mei 2024 en in december 2025 waren er meer dan verwacht.",
    monthly(14.0, (40, 59), (47, 48)),
    "woninginbraken per maand",
    dutch(0),
    YEARS,
    (Mark(30.0, "nieuwe registratie"),),
)
SIGNAL_PANELS = SignalPanels(
    "signal-panels",
    "Signalen per thema",
    "Vijf reeksen, waarvan twee met een signaal.",
    tuple(
        SignalPanel(name, monthly(level, alarms, missing), f"december 2025: {level:.0f}")
        for name, level, alarms, missing in (
            ("Woninginbraak", 12.0, (59,), ()),
            ("Fietsendiefstal uit stallingen bij het station", 60.0, (), (50,)),
            ("Mishandeling", 8.0, (45, 58, 59), ()),
            ("Vernieling", 25.0, (), ()),
            ("Straatroof", 2.0, (), (3,)),
        )
    ),
    "aantal per maand; elke grafiek heeft een eigen as",
    dutch(0),
    YEARS,
    (Mark(30.0, "nieuwe registratie"),),
)


def _yearly_fit(first: int, last: int, start: float, step: float) -> tuple[Fitted, ...]:
    return tuple(
        Fitted(
            year,
            start + step * (year - first),
            start + step * (year - first) - 0.7,
            start + step * (year - first) + 0.7,
        )
        for year in range(first, last + 1)
    )


TREND = TrendChart(
    "trend",
    "Minder misdrijven tot 2017, daarna gelijk",
    "De daling is na 2017 gestopt.",
    tuple(
        TrendPoint(
            str(year),
            year,
            value,
            None if value is None else value - 0.6,
            None if value is None else value + 0.6,
            "niet geleverd" if value is None else None,
            excluded=year in {2020, 2021},
            outlier=year == 2013,
        )
        for year, value in zip(
            range(2010, 2026),
            (14.2, 13.1, 12.9, 15.4, 11.2, 10.7, None, 8.6, 8.9, 8.5, 5.9, 6.2, 6.8, 7.0, 6.6, 6.9),
            strict=True,
        )
    ),
    (
        _yearly_fit(2010, 2017, 14.0, -0.76) + _yearly_fit(2018, 2021, 8.7, -0.02),
        _yearly_fit(2022, 2025, 6.8, 0.0),
    ),
    "misdrijven per 1.000 inwoners",
    dutch(1),
    changes=(Mark(2017, "2017 (2016–2018)"),),
    shifts=(Mark(2022, "2022: −21 % (−30 tot −12)"),),
    breaks=(Mark(2018.5, "registratie"),),
    shaded=(Span(2020, 2021, "coronajaren"),),
)
RANKS = RankChart(
    "ranks",
    "Twee buurten boven het gemiddelde",
    "Dertig buurten met hun interval.",
    tuple(
        RankRow(name, None, text="te weinig inwoners")
        if i == 9
        else RankRow(
            name,
            20.0 - 0.5 * i,
            20.0 - 0.5 * i - 2 - i % 5,
            20.0 - 0.5 * i + 3 + i % 4,
            f"{max(1, i - 5)}–{min(30, i + 6)}",
            name == "Mariaberg",
        )
        for i, name in enumerate(NAMES)
    ),
    dutch(1),
    "incidenten per 1.000 inwoners",
    "rang",
    RefLine("gemiddelde", 12.7),
    dutch(0),
)
CLASSES = (
    MapClass("high", "hoog naast hoog", named=True),
    MapClass("low", "laag naast laag", named=True),
    MapClass("high-alone", "hoog tussen laag", named=True),
    MapClass("low-alone", "laag tussen hoog", named=True),
    MapClass("plain", "geen afwijking aangetoond"),
)
_FILLS = (
    *("high", "high", "plain", "low", "high", "plain", None, "low", "plain", "low-alone", "plain", "plain"),
    *("high-alone", "plain", "plain", "low"),
)
CLASS_MAP = ClassMap(
    "classes",
    "Hoog in het zuidwesten",
    "Drie buurten naast elkaar zijn hoog.",
    tuple(
        ClassShape(f"BU{i:02}", f"Boschstraatkwartier {i}", fill, (block(i % 4, i // 4),), text=f"{i},0")
        for i, fill in enumerate(_FILLS)
    ),
    CLASSES,
    "niet beoordeeld",
    "woninginbraken per 1.000 woningen",
    "Grenzen: verzonnen, 2026",
)
CLUSTER_TILES = ClassMap(
    "clusters",
    "Twee clusters",
    "Cluster 1 ligt in het noorden.",
    tuple(
        ClassShape(f"BU{i:02}", f"{NAMES[i]}", fill, x=700.0 * (i % 4), y=500.0 * (i // 4) + 31 * (i % 3))
        for i, fill in enumerate(["cluster-1"] * 3 + ["cluster-2"] * 2 + ["plain"] * 9 + [None, "cluster-3"])
    ),
    (
        MapClass("cluster-1", "cluster 1 (p < 0,001)", "1"),
        MapClass("cluster-2", "cluster 2 (p = 0,01)", "2"),
        MapClass("cluster-3", "cluster 3 (p = 0,04)", "3"),
        MapClass("plain", "buiten een cluster"),
    ),
    "niet beoordeeld",
)
ANALYSED = (FUNNEL, SIGNALS, SIGNAL_PANELS, TREND, RANKS, CLASS_MAP, CLUSTER_TILES)
