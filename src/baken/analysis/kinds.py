# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is counted: an indicator, or one measure, with who finds it and where its series breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from baken.analysis.periods import moment, name_of, start_of
from baken.catalogue.catalogue import DENOMINATORS, Catalogue
from baken.model.errors import UsageError
from baken.model.indicator import Break, Indicator
from baken.model.offence import Initiative, RegistrationType
from baken.model.text import Text

_INHABITANTS = "bevolking/inwoners"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One thing that is counted. ``measures`` are added; ``people`` is the population that belongs under it.

    ``rules`` are rules of reading that always belong to it, such as ``e33``.
    """

    id: str
    label: Text
    measures: tuple[str, ...]
    initiative: Initiative
    breaks: tuple[Break, ...]
    people: str = _INHABITANTS
    factor: int = 1000
    visitors: bool = False
    rules: tuple[str, ...] = ()

    @property
    def found_by_looking(self) -> bool:
        """Whether the police find all of it by looking (haaldelict)."""
        return self.initiative is Initiative.HAAL

    @property
    def caveats(self) -> tuple[str, ...]:
        """The rules that must be read with any figure of it."""
        looked = {Initiative.HAAL: ("haal",), Initiative.MIXED: ("mixed",)}.get(self.initiative, ())
        return (*looked, "registered", *self.rules, *(("visitors",) if self.visitors else ()))


def kind_of(catalogue: Catalogue, asked: str) -> Kind:
    """What is meant by an indicator (``hic``) or a measure (``politie-misdrijven/1.1.1``).

    Raises:
        UsageError: nobody knows it, or it is no count.

    """
    system, slash, code = asked.partition("/")
    if slash:
        return _measure(catalogue, catalogue.registration(system, code))
    indicator = catalogue.indicator(asked)
    if not _countable(catalogue, indicator):
        known = sorted(name for name, each in catalogue.indicators.items() if _countable(catalogue, each[-1]))
        raise UsageError(
            f"'{asked}' is published as a rate or a survey; no counts per area belong to it.",
            do=f"With counts: {', '.join(known)}; or politie-misdrijven/1.1.1.",
        )
    return _indicator(catalogue, indicator)


def all_kinds(catalogue: Catalogue) -> tuple[Kind, ...]:
    """Every registered measure of the catalogue."""
    return tuple(_measure(catalogue, one) for one in catalogue.registrations.values())


def break_places(kind: Kind, periods: Sequence[str]) -> dict[int, Break]:
    """The breaks that lie within a series: for each the place of the first period that it is counted anew.

    A period in which the new way of counting began belongs to it when at least half of it does.
    """
    found: dict[int, Break] = {}
    middles = [_middle(one) for one in periods]
    for one in sorted(kind.breaks, key=lambda each: each.date):
        if one.severity == "note":
            continue
        after = [n for n, day in enumerate(middles) if day is not None and day >= one.date]
        if after and after[0] > 0:
            found[after[0]] = one
    return found


def _countable(catalogue: Catalogue, one: Indicator) -> bool:
    return bool(one.numerator) and (one.system, one.numerator[0]) in catalogue.registrations


def _measure(catalogue: Catalogue, one: RegistrationType) -> Kind:
    name = f"{one.system}/{one.code}"
    return Kind(
        id=name,
        label=one.label,
        measures=(name,),
        initiative=Initiative.MIXED if one.is_total else one.initiative,
        breaks=_breaks(catalogue, name, one.system, {one.code}),
        rules=_rules(one.system, (one.code,)),
    )


def _indicator(catalogue: Catalogue, one: Indicator) -> Kind:
    unit = catalogue.unit_of(one)
    types = [catalogue.registration(one.system, code) for code in one.numerator]
    return Kind(
        id=one.id,
        label=one.name,
        measures=tuple(f"{one.system}/{code}" for code in one.numerator),
        initiative=_initiative(types),
        breaks=_breaks(catalogue, one.id, one.system, {*one.numerator, *one.covers}),
        people=DENOMINATORS.get(unit.denominator or "", _INHABITANTS),
        factor=unit.factor if unit.denominator else 1000,
        visitors=one.visitors,
        rules=_rules(one.system, one.numerator),
    )


def _rules(system: str, codes: Sequence[str]) -> tuple[str, ...]:
    clustered = ("repeat-callers",) if system == "politie-overlast" else ()
    return (*clustered, *(("e33",) if tuple(codes) == ("E33",) else ()))


def _initiative(types: Sequence[RegistrationType]) -> Initiative:
    """Found by looking if all of it is; mixed if part of it is, or for a total of everything."""
    found = {Initiative.MIXED if one.is_total else one.initiative for one in types}
    if found == {Initiative.HAAL}:
        return Initiative.HAAL
    return Initiative.MIXED if found & {Initiative.HAAL, Initiative.MIXED} else Initiative.BRENG


def _breaks(catalogue: Catalogue, name: str, system: str, codes: set[str]) -> tuple[Break, ...]:
    return tuple(one for one in catalogue.breaks if one.concerns(name, system, codes))


def _middle(period: str) -> date | None:
    start = start_of(period)
    if start is None:
        return None
    at = moment(period)
    after = start_of(name_of(at.number + 1, at.per_year)) or start
    return start + timedelta(days=(after - start).days // 2)
