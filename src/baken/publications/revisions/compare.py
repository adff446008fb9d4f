# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Two editions of one municipality compared, figure by figure, as they were published."""

from __future__ import annotations

from collections.abc import Iterator

from baken.model.revision import (
    DefinitionRevision,
    Revision,
    RevisionKind,
    RevisionReason,
    Said,
    SourceRevision,
)
from baken.publications.revisions.told import Figure, Told

_REVISED, _PROVISIONAL = "revised", "provisional"


def revisions_between(before: Told, after: Told) -> tuple[Revision, ...]:
    """Every figure that is different, by indicator, area and period; none where all figures are the same.

    Of a figure its value, margin, status and the version of its definition are compared. A value that no
    longer stands in the edition is not said again: there may be a reason why it went.
    """
    old, new = before.by_key, after.by_key
    last = _last_periods(before)
    found = []
    for key in sorted(old.keys() | new.keys()):
        was, now = old.get(key), new.get(key)
        kind = _kind(was, now)
        if kind is None:
            continue
        reason = _reason(was, now, last.get(key[:2], ""), _same_sources(before, after, was, now))
        then = said_of(was) if was else None
        found.append(
            Revision(
                indicator=key[0],
                area=key[1],
                period=key[2],
                kind=kind,
                reason=reason,
                before=bare(then) if then and kind is RevisionKind.WITHDRAWN else then,
                after=said_of(now) if now else None,
            )
        )
    return tuple(found)


def _last_periods(told: Told) -> dict[tuple[str, ...], str]:
    """The newest period of each series; of one series all periods are written alike."""
    found: dict[tuple[str, ...], str] = {}
    for one in told.figures:
        place = (one.indicator, one.area)
        found[place] = max(found.get(place, ""), one.period)
    return found


def _kind(was: Figure | None, now: Figure | None) -> RevisionKind | None:
    had, has = (one is not None and one.value is not None for one in (was, now))
    if has and not had:
        return RevisionKind.NEW
    if had and not has:
        return RevisionKind.WITHDRAWN
    if was is None or now is None:
        return RevisionKind.STATUS
    if (was.value, was.interval, was.version) != (now.value, now.interval, now.version):
        return RevisionKind.CHANGED
    return RevisionKind.STATUS if was.status != now.status else None


def _reason(was: Figure | None, now: Figure | None, last: str, same_sources: bool) -> RevisionReason:
    if now is None:
        return RevisionReason.LEFT_OUT
    if was is None:
        return RevisionReason.PERIOD if last and now.period > last else RevisionReason.ADDED
    if was.version != now.version:
        return RevisionReason.DEFINITION
    if now.status == _REVISED:
        return RevisionReason.REVISED
    if was.status == _PROVISIONAL and was.status != now.status and now.value is not None:
        return RevisionReason.FINAL
    return RevisionReason.METHOD if same_sources else RevisionReason.SOURCE


def _same_sources(before: Told, after: Told, was: Figure | None, now: Figure | None) -> bool:
    """Whether a figure comes from the same data as before."""
    if was is None or now is None:
        return False
    old, new = (
        {told.get(one) for one in figure.snapshots}
        for told, figure in ((before.checksums, was), (after.checksums, now))
    )
    return old == new


def said_of(one: Figure) -> Said:
    """What an edition says of a figure."""
    if one.value is None:
        return Said(status=one.status, version=one.version)
    ends = (one.interval.lower, one.interval.upper) if one.interval else (None, None)
    return Said(status=one.status, version=one.version, value=one.value, lower=ends[0], upper=ends[1])


def bare(one: Said) -> Said:
    """The same without its number."""
    return Said(status=one.status, version=one.version)


def definitions_between(before: Told, after: Told) -> tuple[DefinitionRevision, ...]:
    """Every indicator whose definition is new, different or gone, by its id."""
    found = []
    for name in sorted(before.indicators.keys() | after.indicators.keys()):
        was, now = before.indicators.get(name), after.indicators.get(name)
        if was == now:
            continue
        kind = RevisionKind.CHANGED
        if was is None or now is None:
            kind = RevisionKind.NEW if was is None else RevisionKind.WITHDRAWN
        numbers = (one.versions[-1].version if one and one.versions else 0 for one in (was, now))
        found.append(DefinitionRevision(indicator=name, kind=kind, before=next(numbers), after=next(numbers)))
    return tuple(found)


def sources_between(before: Told, after: Told) -> tuple[SourceRevision, ...]:
    """Every snapshot that is new, holds other data or is no longer used, by its id."""
    return tuple(_sources(before.checksums, after.checksums))


def _sources(old: dict[str, str], new: dict[str, str]) -> Iterator[SourceRevision]:
    for name in sorted(old.keys() | new.keys()):
        if name not in old:
            yield SourceRevision(snapshot=name, kind=RevisionKind.NEW)
        elif name not in new:
            yield SourceRevision(snapshot=name, kind=RevisionKind.WITHDRAWN)
        elif old[name] != new[name]:
            yield SourceRevision(snapshot=name, kind=RevisionKind.CHANGED)
