# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The observations that a workspace holds for one municipality, beside those that the project carries.

Where two sources say something of the same figure, one goes first: a newer state of a source before what
the project carries of it, and a source that replaces another before that other. Where neither does, both
stay, and whoever puts them together is told. A month never stands beside its own year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from baken.areas.register import AreaRegister
from baken.catalogue.catalogue import DENOMINATORS, Catalogue
from baken.model.area import AreaLevel
from baken.model.observation import Observation
from baken.model.period import Period, PeriodKind
from baken.model.snapshot import Snapshot
from baken.store.reader import Reader

OWN = "eigen-"
_WHOLE = (PeriodKind.YEAR, PeriodKind.WAVE)
Key = tuple[str, str, Period]


def held(reader: Reader, on: date, catalogue: Catalogue, register: AreaRegister) -> tuple[Snapshot, ...]:
    """The snapshots of a workspace, with all that a picture of these areas on that day can use."""
    measures = _measures(catalogue)
    by_snapshot: dict[str, list[Observation]] = {}
    for source in reader.sources:
        people = reader.observations(source, register.areas, DENOMINATORS.values(), on)
        counts = reader.observations(source, register.areas, measures, on)
        for one in filter(partial(_of_this_area, register), (*people, *counts)):
            by_snapshot.setdefault(one.snapshot, []).append(one)
    return tuple(
        replace(reader.snapshot(name).as_snapshot(), observations=tuple(found))
        for name, found in sorted(by_snapshot.items())
    )


def _of_this_area(register: AreaRegister, one: Observation) -> bool:
    """Whether a figure is about an area as it is: a municipality of before a merger is another one."""
    area = register[one.area]
    return area.level is not AreaLevel.MUNICIPALITY or one.period.start >= area.validity.start


def combined(carried: Iterable[Snapshot], fetched: Iterable[Snapshot]) -> tuple[Snapshot, ...]:
    """Both together, each figure from the source that goes first."""
    fetched = tuple(fetched)
    newer = {(one.source, key) for one in fetched for key in _keys(one)}
    kept = [_only(one, {key for key in _keys(one) if (one.source, key) not in newer}) for one in carried]
    together = [*kept, *fetched]
    together = [_not_replaced(one, together) for one in together]
    years = {(key[0], key[1], key[2].year) for one in together for key in _keys(one) if _is_whole(key)}
    together = [
        _only(one, {k for k in _keys(one) if _is_whole(k) or (k[0], k[1], k[2].year) not in years})
        for one in together
    ]
    return tuple(one for one in together if one.observations)


def _measures(catalogue: Catalogue) -> list[str]:
    """Every indicator, and every measure that one is made of or divided by."""
    found: dict[str, None] = dict.fromkeys(catalogue.indicators)
    for versions in catalogue.indicators.values():
        for one in versions:
            found |= dict.fromkeys(f"{one.system}/{code}" for code in one.numerator)
    return list(found)


def _not_replaced(snapshot: Snapshot, others: Iterable[Snapshot]) -> Snapshot:
    """What of a snapshot no source that replaces it says in its place."""
    better = {key for one in others if snapshot.source in one.replaces for key in _keys(one)}
    return _only(snapshot, set(_keys(snapshot)) - better) if better else snapshot


def _keys(snapshot: Snapshot) -> Iterator[Key]:
    return (one.key for one in snapshot.observations)


def _is_whole(key: Key) -> bool:
    return key[2].kind in _WHOLE


def _only(snapshot: Snapshot, keys: set[Key]) -> Snapshot:
    kept = tuple(one for one in snapshot.observations if one.key in keys)
    return replace(snapshot, observations=kept)
