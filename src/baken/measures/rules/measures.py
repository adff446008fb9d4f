# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What each kind of measure may say, what a measure lacks, and whether its effect can be told at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from baken.catalogue.catalogue import load_catalogue
from baken.catalogue.measures import SORTS, MeasureKind
from baken.catalogue.municipality import load_municipality
from baken.measures.rules.power import check_power
from baken.model.policy import Abbreviation

if TYPE_CHECKING:
    from baken.measures.models import Measure

CLOSURE = "closure"
CITY_WIDE = frozenset({MeasureKind.PROSTITUTION, MeasureKind.INTERVENTION_TEAM, MeasureKind.RADICALISATION})
"""Of these only totals of the whole municipality are kept: by area they could point at somebody."""


@dataclass(frozen=True, slots=True)
class Said:
    """An abbreviation in a measure, with what it stands for as far as anybody knows."""

    short: str
    long: str
    confirmed: bool


def check_measure(measure: Measure) -> None:
    """Refuse what the kind of a measure does not allow.

    Raises:
        ValidationError: by field.

    """
    kind = MeasureKind(measure.kind)
    act = measure.act
    if kind is MeasureKind.CLOSURE and not act and (measure.body or measure.power):
        act = CLOSURE
    check_power(act, measure.power, measure.body, measure.ordinance)
    found = dict(_problems(measure, kind))
    if found:
        raise ValidationError(found)


def _problems(measure: Measure, kind: MeasureKind) -> Iterator[tuple[str, str]]:
    if measure.start and measure.end and measure.end < measure.start:
        yield "end", _("This would end before it begins.")
    if bool(measure.report_id) is bool(measure.not_traceable):
        yield (
            "not_traceable",
            _("Name the progress report that tells of it, or tick that it cannot be traced."),
        )
    if kind in CITY_WIDE and measure.area not in {"", settings.BAKEN_AREA}:
        yield "area", _("Of this kind only totals of the whole municipality are kept.")
    for sort in measure.sorts:
        if sort not in SORTS.get(kind, ()):
            yield "sorts", _("'%(sort)s' is not a sort of this kind of measure.") % {"sort": sort}
    if kind is MeasureKind.PROSTITUTION and not set(measure.offences) <= _found_by_looking():
        yield "offences", _("Checks in prostitution are linked to the offence that is found by looking.")


def _found_by_looking() -> set[str]:
    """The codes of which more may be registered because of checks in prostitution, by the catalogue."""
    kinds = load_catalogue(load_municipality(settings.BAKEN_AREA).country).casework
    held = kinds.get("prostitutiecontroles")
    return {code for codes in held.codes.values() for code in codes} if held else set()


def lacks(measure: Measure) -> tuple[str, ...]:
    """What the sheet of a measure still lacks, by the names of its fields: what, who, when, how monitored."""
    empty = {
        "what": not measure.what,
        "themes": not measure.themes.exists(),
        "partners": not measure.partners.exists(),
        "area": not measure.area,
        "start_words": not (measure.start_words or measure.start),
        "monitoring": not is_evaluable(measure),
        "body": bool(measure.power or measure.act) and not measure.body,
    }
    called = {one.name: str(getattr(one, "verbose_name", one.name)) for one in measure._meta.get_fields()}
    return tuple(called[name] for name, absent in empty.items() if absent)


def is_evaluable(measure: Measure) -> bool:
    """Whether an indicator or a way to follow it is named; of any other no effect can be told."""
    return bool(measure.indicator_id or measure.monitoring.strip())


def abbreviations_in(text: str) -> tuple[Said, ...]:
    """The abbreviations of the catalogue that a text uses, in the order of the catalogue."""
    words = {word.strip("()[],.;:'\"") for word in text.split()}
    held: tuple[Abbreviation, ...] = load_catalogue(
        load_municipality(settings.BAKEN_AREA).country
    ).abbreviations
    return tuple(Said(one.short, one.long, one.confirmed) for one in held if one.short in words)
