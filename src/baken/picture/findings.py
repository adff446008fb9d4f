# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is found in the record of one indicator in one area: its level, change, trend and comparison.

Nothing is computed here. A finding puts together what the record already says, so that it can be ranked,
cited and held against a claim. Its sentence can be read on its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from baken.methods.reason import Reason
from baken.model.figure import Change, Figure, Interval
from baken.model.finding import Finding, FindingFigure, FindingKind, Mark
from baken.model.observation import Life
from baken.model.offence import Initiative
from baken.model.text import Language, Text
from baken.picture.sentences import change_sentence, compared, level, without_pandemic
from baken.picture.series import IndicatorPicture
from baken.picture.trend_words import trend_sentence
from baken.picture.trends import IndicatorTrend

TREND_METHOD = "log-linear quasi-Poisson with t"
# An id is source/table@date. A table's name may hold spaces, so ids are told apart by their date.
_SNAPSHOT_ID = re.compile(r"\S.*?@\d{4}-\d{2}-\d{2}")


def findings_of(record: IndicatorPicture, reference: Text) -> tuple[Finding, ...]:
    """Everything that a record says, each thing once; nothing where it has no figure that may be shown.

    Args:
        record: one indicator in one area.
        reference: what the area that it is compared with is called.

    """
    return tuple(_found(record, reference))


def _found(record: IndicatorPicture, reference: Text) -> Iterator[Finding]:
    latest = record.latest
    if latest is None:
        return
    yield _level(record, latest)
    if record.change is not None:
        yield _change(record, latest, record.change)
    if record.trend is not None:
        yield _trend(record, record.trend)
    if record.comparison is not None:
        yield _comparison(record, latest, reference)


def without_pandemic_years(record: IndicatorPicture) -> Finding | None:
    """The change of a record without pandemic years, where its main one starts or ends in such a year."""
    if record.latest is None or record.ordinary_change is None:
        return None
    found = _change(record, record.latest, record.ordinary_change)
    return replace(found, id=id_of(FindingKind.CHANGE, found.subject, found.area, "without-pandemic"))


def id_of(kind: FindingKind, subject: str, area: str, *more: str) -> str:
    """The id of a finding: the same for the same kind, subject and area, whatever the figures are."""
    return "/".join((kind.value, subject, area, *more))


def snapshots_of(figures: Iterable[Figure | None]) -> tuple[str, ...]:
    """The ids of the snapshots behind some figures, each once."""
    found = [name for one in figures if one for name in _SNAPSHOT_ID.findall(one.observation.snapshot)]
    return tuple(sorted(set(found)))


def in_both(said: Callable[[Language], str]) -> Text:
    """The same thing said in each language."""
    return Text(said(Language.NL), said(Language.EN))


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _base(record: IndicatorPicture, kind: FindingKind) -> Finding:
    """What every finding of a record has in common, with nothing said yet."""
    return Finding(
        id=id_of(kind, record.indicator.id, record.area.code),
        kind=kind,
        subject=record.indicator.id,
        area=record.area.code,
        areas=(record.area.code,),
        periods=(),
        figures=(),
        sentence=Text("", ""),
        marks=_marks(record),
        caveats=record.caveats,
    )


def _marks(record: IndicatorPicture) -> tuple[Mark, ...]:
    latest = record.latest
    conditions = {
        Mark.FOUND_BY_LOOKING: record.initiative in (Initiative.HAAL, Initiative.MIXED),
        Mark.PROVISIONAL: latest is not None and latest.observation.life is Life.PROVISIONAL,
        Mark.OUTDATED: not record.freshness.current,
    }
    return tuple(mark for mark, holds in conditions.items() if holds)


def _value(record: IndicatorPicture, name: str, one: Figure | None) -> tuple[FindingFigure, ...]:
    if one is None or one.value is None:
        return ()
    return (FindingFigure(name, float(one.value), record.unit.id, record.indicator.decimals),)


def _level(record: IndicatorPicture, latest: Figure) -> Finding:
    return replace(
        _base(record, FindingKind.LEVEL),
        periods=(latest.observation.period,),
        figures=_value(record, "value", latest),
        sentence=in_both(lambda language: level(record, latest, language)),
        interval=latest.interval,
        method=latest.interval.method if latest.interval else "",
        snapshots=snapshots_of((latest,)),
    )


def _change(record: IndicatorPicture, latest: Figure, change: Change) -> Finding:
    start, end = record.at(change.start), record.at(change.end)
    difference = FindingFigure(
        "difference", float(change.observed_change), record.unit.id, record.indicator.decimals
    )
    percent = () if change.percent is None else (FindingFigure("percent", float(change.percent), "percent"),)
    base = _base(record, FindingKind.CHANGE)
    return replace(
        base,
        periods=(change.start, change.end),
        figures=(*_value(record, "before", start), *_value(record, "value", end), difference, *percent),
        sentence=in_both(
            lambda language: _joined(
                level(record, latest, language),
                change_sentence(record, language),
                without_pandemic(record, language),
            )
        ),
        interval=change.interval,
        supported=change.supported_direction,
        reason=change.reason.value if change.reason else "",
        method=change.interval.method if change.interval else "",
        tone=record.tone,
        marks=(*base.marks, *_marks_of_change(record, change)),
        snapshots=snapshots_of((start, end)),
    )


def _marks_of_change(record: IndicatorPicture, change: Change) -> Iterator[Mark]:
    if any(one.id in change.breaks and one.severity != "note" for one in record.breaks):
        yield Mark.BREAK
    if change.pandemic:
        yield Mark.PANDEMIC
        ordinary = record.ordinary_change
        lasts = ordinary is not None and ordinary.supported_direction is change.supported_direction
        if change.supported_direction is not None and not lasts:
            yield Mark.PANDEMIC_ONLY


def _trend(record: IndicatorPicture, trend: IndicatorTrend) -> Finding:
    base = _base(record, FindingKind.TREND)
    within = [one for one in record.measured if not one.observation.period < trend.start]
    name = record.indicator.name
    # Without the change before it, so that it can be read on its own.
    said = trend_sentence(trend, record.initiative)
    return replace(
        base,
        periods=(trend.start, trend.end),
        figures=()
        if trend.percent is None
        else (FindingFigure("percent per year", trend.percent, "percent"),),
        sentence=Text(
            f"{name.nl}, {record.area.name}. {said.nl}", f"{name.en}, {record.area.name}. {said.en}"
        ),
        interval=_limits(trend),
        supported=trend.direction,
        reason="" if trend.reason is Reason.JUDGED else trend.reason.name.lower(),
        method=TREND_METHOD,
        marks=(*base.marks, *_marks_of_trend(trend)),
        snapshots=snapshots_of(within),
    )


def _limits(trend: IndicatorTrend) -> Interval | None:
    if trend.lower is None or trend.upper is None:
        return None
    return Interval(trend.lower, trend.upper, TREND_METHOD)


def _marks_of_trend(trend: IndicatorTrend) -> Iterator[Mark]:
    if trend.stopped or trend.biased:
        yield Mark.BREAK
    if trend.ordinary is not None:
        yield Mark.PANDEMIC
        if trend.direction is not None and trend.ordinary.direction is not trend.direction:
            yield Mark.PANDEMIC_ONLY


def _comparison(record: IndicatorPicture, latest: Figure, reference: Text) -> Finding:
    found = record.comparison
    if found is None:
        raise ValueError(f"{record.indicator.id} {record.area.code} is compared with nothing")
    other = next((one for one in record.reference if one.observation.period == found.period), None)
    base = _base(record, FindingKind.COMPARISON)
    return replace(
        base,
        areas=(found.area, found.reference),
        periods=(found.period,),
        figures=(
            *_value(record, "value", latest),
            *_value(record, "reference", other),
            FindingFigure("ratio", found.ratio, "ratio", 2),
        ),
        sentence=in_both(
            lambda language: _joined(
                level(record, latest, language), compared(found, reference, record, language)
            )
        ),
        interval=found.interval,
        supported=found.supported,
        reason="" if found.supported else "no interval" if found.interval is None else "may be chance",
        method=found.interval.method if found.interval else "",
        snapshots=snapshots_of((latest, other)),
    )
