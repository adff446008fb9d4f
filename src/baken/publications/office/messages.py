# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a slide about an indicator or a theme says in its title: no more than the changes carry."""

from __future__ import annotations

from collections.abc import Sequence

from baken.model.figure import Change, NotJudged, Supported
from baken.model.indicator import ChangeScale
from baken.model.number import format_number
from baken.model.offence import Initiative
from baken.model.text import Language, Text
from baken.picture.series import IndicatorPicture
from baken.publications.book.words import JUDGED

_LOOKED_FOR = (Initiative.HAAL, Initiative.MIXED)
_HIGHER, _LOWER = (
    Text("hoger dan in {start}", "higher than in {start}"),
    Text("lager dan in {start}", "lower than in {start}"),
)
_MORE = Text("meer geregistreerd dan in {start}", "more registered than in {start}")
_LESS = Text("minder geregistreerd dan in {start}", "fewer registered than in {start}")
_SAME = Text("ongeveer gelijk aan {start}", "about the same as in {start}")
_OPEN = Text("verandering sinds {start} niet beoordeeld", "change since {start} not judged")
_NO_COMPARISON = Text("geen vergelijking met eerder", "no comparison with before")
_NO_FIGURE = Text("geen cijfer", "no figure")
_PANDEMIC = Text("gemeten met coronajaar {years}", "with pandemic year {years}")
_CHANGED = Text(
    "{name}: {count} van {total} cijfers veranderd, meer dan door toeval",
    "{name}: {count} of {total} figures changed, by more than chance",
)
_NONE_CHANGED = Text(
    "{name}: geen van {total} cijfers aantoonbaar veranderd",
    "{name}: none of {total} figures clearly changed",
)
_SOME_PANDEMIC = Text("deels gemeten met coronajaren", "partly with pandemic years")
_FEWEST = 2
_VALUE = Text("In {period}: {value}{unit}", "In {period}: {value}{unit}")


def message(record: IndicatorPicture, language: Language) -> str:
    """The name and what happened, such as "Winkeldiefstal: hoger dan in 2022 (ongunstig)"."""
    name = record.indicator.name.in_(language)
    if record.latest is None:
        return f"{name}: {_NO_FIGURE.in_(language)}"
    if record.change is None:
        return f"{name}: {_NO_COMPARISON.in_(language)}"
    judged = JUDGED.get(record.tone)
    marks = [judged.in_(language)] if judged else []
    if record.change.pandemic:
        years = ", ".join(map(str, record.change.pandemic_years))
        marks.append(_PANDEMIC.in_(language).format(years=years))
    said = _direction(record, record.change).in_(language).format(start=record.change.start)
    return f"{name}: {said}" + (f" ({'; '.join(marks)})" if marks else "")


def _direction(record: IndicatorPicture, change: Change) -> Text:
    looked_for = record.initiative in _LOOKED_FOR
    if change.supported_direction is Supported.UP:
        return _MORE if looked_for else _HIGHER
    if change.supported_direction is Supported.DOWN:
        return _LESS if looked_for else _LOWER
    return _SAME if change.reason is NotJudged.INSIDE_INTERVAL else _OPEN


def together(name: str, records: Sequence[IndicatorPicture], language: Language) -> str:
    """The name of a theme and how many of its figures changed; one figure says nothing of a theme.

    It names no direction: figures of one theme can go different ways.
    """
    held = [one for one in records if one.latest is not None]
    if len(held) < _FEWEST:
        return name
    moved = [
        one.change for one in held if one.change is not None and one.change.supported_direction is not None
    ]
    form = _CHANGED if moved else _NONE_CHANGED
    said = form.in_(language).format(name=name, count=len(moved), total=len(held))
    return f"{said} ({_SOME_PANDEMIC.in_(language)})" if any(one.pandemic for one in moved) else said


def newest(record: IndicatorPicture, language: Language) -> str:
    """The newest value with its unit and period, or nothing."""
    latest = record.latest
    if latest is None or latest.value is None:
        return ""
    value = format_number(latest.value, record.indicator.decimals, language)
    # The name of a mark says that it is one; its scale beside it would read as another value.
    unit = "" if record.unit.change is ChangeScale.POINTS else f" ({record.unit.label.in_(language)})"
    return _VALUE.in_(language).format(value=value, unit=unit, period=latest.observation.period)
