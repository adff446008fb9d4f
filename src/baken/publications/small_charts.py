# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Small multiples: several series in one unit beside each other, with one shared axis from zero."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from baken.model.area import AreaLevel
from baken.model.number import format_number
from baken.model.text import Language, Text
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture
from baken.publications.charts import Panel, SmallMultiples
from baken.publications.drawing import marks_of, number, points_of, spans_of, years_of

FEWEST, MOST = 2, 8
_WIDEST_SPREAD = 10
"""Where the highest panel is so many times as high as the lowest, one axis hides what the lowest does."""

_FROM_TO = Text(
    "{name} van {first} ({start}) naar {last} ({end})", "{name} from {first} ({start}) to {last} ({end})"
)
_ONLY = Text("{name} {first} ({start})", "{name} {first} ({start})")
_NOTHING = Text("{name} geen gegevens", "{name} no data")
_DISTRICTS = Text("{name} per stadsdeel", "{name} by district")


def theme_multiples(
    safety: SafetyPicture, title: str, records: Sequence[IndicatorPicture], language: Language
) -> Iterator[SmallMultiples]:
    """The indicators of a theme, those of one unit and one counting system together, since only their heights
    can be held against each other; none for an indicator that is alone.
    """
    groups: dict[tuple[str, str], list[IndicatorPicture]] = {}
    for one in records:
        if one.measured:
            groups.setdefault((one.unit.id, one.indicator.system), []).append(one)
    for found in groups.values():
        held = [(one.indicator.name.in_(language), one) for one in _alike(found)[:MOST]]
        if len(held) >= FEWEST:
            yield _multiples(safety, (f"klein-{held[0][1].indicator.id}", title), held, language)


def district_multiples(
    safety: SafetyPicture, record: IndicatorPicture, language: Language
) -> SmallMultiples | None:
    """One indicator in each district, with a panel that says so where nothing is held of one."""
    areas = [one for one in safety.local_areas if one.level is AreaLevel.DISTRICT]
    held = [(area.name, safety.record(record.indicator.id, area.code)) for area in areas]
    if sum(bool(one.measured) for _, one in held) < FEWEST or len(held) > MOST:
        return None
    title = _DISTRICTS.in_(language).format(name=record.indicator.name.in_(language))
    return _multiples(safety, (f"klein-{record.indicator.id}", title), held, language)


def _alike(records: Sequence[IndicatorPicture]) -> list[IndicatorPicture]:
    """Those that one axis can show: none is so much lower than the highest that nothing of it is seen."""
    tops = {one.indicator.id: max(float(each.value or 0) for each in one.measured) for one in records}
    highest = max(tops.values())
    return [one for one in records if tops[one.indicator.id] * _WIDEST_SPREAD >= highest]


def _multiples(
    safety: SafetyPicture,
    named: tuple[str, str],
    held: Sequence[tuple[str, IndicatorPicture]],
    language: Language,
) -> SmallMultiples:
    key, title = named
    first = next(one for _, one in held if one.measured)
    years = years_of(figure for _, one in held for figure in one.figures)
    decimals = max(one.indicator.decimals for _, one in held)
    return SmallMultiples(
        id=key,
        title=title,
        description=f"{title}, {first.unit.label.in_(language)}: "
        + "; ".join(_course(name, one, language) for name, one in held)
        + ".",
        panels=tuple(
            Panel(name, tuple(points_of(one.figures, years, language)), tuple(marks_of(one, years, language)))
            for name, one in held
        ),
        unit_label=first.unit.label.in_(language),
        number_format=number(decimals, language),
        shaded=tuple(spans_of(safety.material.catalogue.country.pandemic_years, years, language)),
        axis_format=number(0, language),
    )


def _course(name: str, record: IndicatorPicture, language: Language) -> str:
    """The first and the last figure of a panel in words."""
    if not record.measured:
        return _NOTHING.in_(language).format(name=name)
    first, last = (
        (format_number(one.value or 0, record.indicator.decimals, language), one.observation.period)
        for one in (record.measured[0], record.measured[-1])
    )
    form = _ONLY if len(record.measured) == 1 else _FROM_TO
    return form.in_(language).format(name=name, first=first[0], start=first[1], last=last[0], end=last[1])
