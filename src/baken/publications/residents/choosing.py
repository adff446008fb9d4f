# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which figures the edition for residents shows: one or two of each theme, and what residents were asked.

Within a theme what stands out goes first; within that the newest, then the order of the points, then figures
that can be held against the reference, then the order of the theme. Nothing that is reserved is ever shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from baken.model.policy import Theme
from baken.picture.picture import SafetyPicture
from baken.picture.series import IndicatorPicture

EACH, ALL = 2, 10
"""So many figures of one theme and of all themes together, so that it stays short on paper."""


@dataclass(frozen=True, slots=True)
class ThemeTold:
    """A theme with the figures that are told of it.

    ``asked``: it has figures of a survey, told elsewhere. ``held``: it has figures, told here or not.
    """

    theme: Theme
    records: tuple[IndicatorPicture, ...]
    asked: bool
    held: bool


def may_be_told(safety: SafetyPicture, record: IndicatorPicture) -> bool:
    """Whether a record is of the municipality, exact, and of no kind that is kept from small areas or people.

    The edition is read by everybody in haste, so it leaves out what is protected anywhere, also where the
    figure of the whole municipality is public.
    """
    indicator, rules = record.indicator, safety.material.catalogue.disclosure
    codes = [f"{indicator.system}/{code}" for code in indicator.numerator]
    reserved = rules.protects(indicator.id) or (codes and all(rules.protects(one) for one in codes))
    exact = all(not one.observation.spread_limit for one in record.figures)
    own = record.area.code == safety.material.municipality.code
    return own and exact and not reserved


def told_records(safety: SafetyPicture) -> tuple[IndicatorPicture, ...]:
    """Every record that may be told and has a figure."""
    return tuple(one for one in safety.records if one.latest is not None and may_be_told(safety, one))


def themes_told(safety: SafetyPicture) -> tuple[ThemeTold, ...]:
    """The themes in their order, each with its most telling figures. A figure is told once.

    Each theme gets its first figure before any gets a second one, until there is no more room.
    """
    candidates = _candidates(safety)
    room = [0] * len(candidates)
    for turn in range(EACH):
        for place, found in enumerate(candidates):
            room[place] += len(found) > turn and sum(room) < ALL
    told = []
    for theme, found, places in zip(safety.material.municipality.themes, candidates, room, strict=True):
        asked = any(one.indicator.is_survey for one in safety.theme_records(theme))
        told.append(ThemeTold(theme, tuple(found[:places]), asked, bool(found)))
    return tuple(told)


def _candidates(safety: SafetyPicture) -> list[list[IndicatorPicture]]:
    """The figures of each theme in the order in which they are told, without those of an earlier theme."""
    points = {one.indicator: place for place, one in enumerate(safety.highlights)}
    allowed = {one.indicator.id for one in told_records(safety)}
    found: list[list[IndicatorPicture]] = []
    for theme in safety.material.municipality.themes:
        records = [
            one
            for one in safety.theme_records(theme)
            if one.indicator.id in allowed and not one.indicator.is_survey
        ]
        allowed -= {one.indicator.id for one in records}
        found.append(sorted(records, key=lambda one: _order(one, points)))
    return found


def _order(record: IndicatorPicture, points: dict[str, int]) -> tuple[bool, int, int, bool]:
    place = points.get(record.indicator.id, len(points))
    newest = record.latest.observation.period.year if record.latest else 0
    return place == len(points), -newest, place, record.comparison is None


def asked_records(safety: SafetyPicture) -> tuple[IndicatorPicture, ...]:
    """What residents were asked, in the order of the themes."""
    return tuple(one for one in told_records(safety) if one.indicator.is_survey)
