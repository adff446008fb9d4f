# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of real and of made-up figures for the tests of the picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

from baken.catalogue.catalogue import Catalogue
from baken.model.indicator import Break, ChangeScale
from baken.model.observation import Life, Observation, Precision, Presence
from baken.model.period import Period, PeriodKind
from baken.model.policy import Municipality
from baken.model.snapshot import Snapshot
from baken.model.text import Text
from baken.picture.material import Material, load_material, with_snapshots
from baken.picture.picture import SafetyPicture
from baken.picture.protection.material import public_material
from baken.picture.series import IndicatorPicture

TODAY = date(2026, 11, 21)
MAASTRICHT, EXAMPLE = "GM0935", "GM9999"
PEOPLE = 120_000


@cache
def held(code: str, on: date = TODAY) -> Material:
    """All that is carried of a municipality."""
    return load_material(code, on)


@cache
def picture(code: str, on: date = TODAY) -> SafetyPicture:
    """The picture of what is carried."""
    return SafetyPicture(held(code, on))


@cache
def published(code: str) -> SafetyPicture:
    """The picture of what is carried as it may be published: small counts protected."""
    return SafetyPicture(public_material(held(code), lambda: bytes(32)).material)


@cache
def bare() -> Material:
    """Maastricht with its definitions and areas and without any figure."""
    return load_material(MAASTRICHT, TODAY, snapshots=())


def snapshot(observations: Iterable[Observation], name: str = "made-up") -> Snapshot:
    return Snapshot(
        source=name,
        table="test",
        title=Text("Verzonnen voor een test", "Made up for a test"),
        publisher="test",
        licence="-",
        taken=TODAY,
        sha256="0" * 64,
        observations=tuple(observations),
    )


def made_up(
    observations: Iterable[Observation],
    *,
    catalogue: Catalogue | None = None,
    municipality: Municipality | None = None,
    base: Material | None = None,
) -> SafetyPicture:
    """The picture of these figures only, with parts of the definitions replaced where asked."""
    start = base or bare()
    changed = replace(
        start, catalogue=catalogue or start.catalogue, municipality=municipality or start.municipality
    )
    return SafetyPicture(with_snapshots(changed, (snapshot(observations),)))


def changed_figures(code: str, edit: Callable[[Observation], Observation], on: date = TODAY) -> SafetyPicture:
    """The picture of a municipality with every carried observation passed through ``edit``."""
    material = held(code, on)
    snapshots = tuple(
        replace(one, observations=tuple(edit(seen) for seen in one.observations))
        for one in material.holdings.snapshots
    )
    return SafetyPicture(with_snapshots(material, snapshots))


def period_of(name: str, year: int) -> Period:
    """The year or survey wave that an indicator has."""
    wave = bare().catalogue.indicator(name).is_survey
    return Period(PeriodKind.WAVE if wave else PeriodKind.YEAR, year)


def measured(
    name: str,
    year: int,
    value: str,
    *,
    area: str = MAASTRICHT,
    people: int | None = PEOPLE,
    rounded: bool = False,
    respondents: int | None = None,
    recalculated: bool = False,
    life: Life = Life.FINAL,
    annotation: str = "",
) -> Observation:
    """One figure of an indicator.

    A rate gets the count that belongs to it, ``rounded`` leaves the count out, and without ``people``
    there is neither count nor denominator.
    """
    unit = bare().catalogue.unit_of(bare().catalogue.indicator(name))
    is_rate = unit.change is ChangeScale.PERCENT
    people = people if is_rate else None
    count = round(Decimal(value) * people / unit.factor) if people and not rounded else None
    survey = Precision.SURVEY_WITH_MARGINS if respondents else Precision.SURVEY_WITHOUT_MARGINS
    rate = Precision.RATE_ONLY if count is None else Precision.COUNT
    return Observation(
        indicator=name,
        area=area,
        period=period_of(name, year),
        presence=Presence.VALUE,
        life=life,
        precision=rate if is_rate else survey,
        value=Decimal(value),
        unit=unit.id,
        literal=value,
        count=count,
        denominator=people,
        respondents=respondents,
        recalculated=recalculated,
        annotation=annotation,
    )


def without_value(
    name: str, year: int, presence: Presence = Presence.NOT_MEASURED, area: str = MAASTRICHT
) -> Observation:
    unit = bare().catalogue.indicator(name).unit
    return Observation(indicator=name, area=area, period=period_of(name, year), presence=presence, unit=unit)


def counted(measure: str, area: str, year: int, number: int | None, month: int = 0) -> Observation:
    """One raw count, or a missing one."""
    return Observation(
        indicator=measure,
        area=area,
        period=Period(PeriodKind.MONTH, year, month) if month else Period(PeriodKind.YEAR, year),
        presence=Presence.MISSING if number is None else Presence.VALUE,
        precision=Precision.COUNT,
        value=None if number is None else Decimal(number),
        unit="inhabitants" if measure.startswith("bevolking/") else "count",
        count=number,
    )


def made_up_break(
    day: date, severity: str, bias: str, indicators: tuple[str, ...] = ("hic",), name: str = "test-break"
) -> Break:
    return Break(
        id=name,
        date=day,
        label=Text("Verandering", "Change"),
        explanation=Text("Er is iets veranderd.", "Something changed."),
        severity=severity,  # type: ignore[arg-type]
        bias=bias,  # type: ignore[arg-type]
        source="test",
        indicators=indicators,
    )


def rules(record: IndicatorPicture) -> tuple[str, ...]:
    """The rules whose caveats stand with a record."""
    return tuple(caveat.rule for caveat in record.caveats)


def guidance(record: IndicatorPicture, rule: str) -> Text:
    """The one caveat of a rule."""
    (text,) = (caveat.text for caveat in record.caveats if caveat.rule == rule)
    return text


def all_text(shown: SafetyPicture) -> list[str]:
    """Every generated text of a picture, in both languages."""
    texts = [record.sentence for record in shown.records]
    texts += [caveat.text for record in shown.records for caveat in record.caveats]
    texts += [text for point in shown.highlights for text in (point.sentence, point.rule)]
    texts += [check.explanation for check in shown.statements]
    return [words for text in texts if text for words in (text.nl, text.en)]
