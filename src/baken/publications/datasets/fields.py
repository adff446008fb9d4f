# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What each column of ``figures.csv`` holds: its type, what its values keep to, and what it means."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from baken.model.area import AreaLevel
from baken.model.indicator import Direction, IndicatorKind
from baken.model.observation import Life, Precision, Presence
from baken.model.period import PeriodKind
from baken.model.text import Text


class Kind(StrEnum):
    """The types of columns, by their names in a Table Schema."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One column. ``needed``: it is never empty. ``one_of`` are all values that it can have."""

    name: str
    means: Text
    kind: Kind = Kind.STRING
    needed: bool = False
    one_of: tuple[str, ...] = ()
    lowest: int | None = None
    pattern: str = ""


_STATUSES = tuple(
    dict.fromkeys(
        (
            *("measured", "provisional", "revised", "withdrawn", "estimated", "too_small"),
            *(one.value for one in Presence),
        )
    )
)


def _field(name: str, nl: str, en: str, kind: Kind = Kind.STRING) -> Field:
    return Field(name=name, means=Text(nl, en), kind=kind)


def _needed(name: str, nl: str, en: str, kind: Kind = Kind.STRING, pattern: str = "") -> Field:
    return Field(name=name, means=Text(nl, en), kind=kind, needed=True, pattern=pattern)


def _chosen(name: str, values: tuple[str, ...], nl: str, en: str) -> Field:
    return Field(name=name, means=Text(nl, en), needed=True, one_of=values)


def _counted(name: str, nl: str, en: str, lowest: int = 0) -> Field:
    return Field(name=name, means=Text(nl, en), kind=Kind.INTEGER, lowest=lowest)


def _values(kind: type[StrEnum]) -> tuple[str, ...]:
    return tuple(one.value for one in kind)


_PERIOD = "[0-9]{4}(-(Q[1-4]|0[1-9]|1[0-2]))?"
FIELDS = (
    _needed("indicator", "id van de indicator", "id of the indicator"),
    Field(
        name="version",
        means=Text("versie van de definitie", "version of the definition"),
        kind=Kind.INTEGER,
        needed=True,
        lowest=1,
    ),
    _needed("label", "naam zoals de uitgever hem geeft", "name as the publisher gives it"),
    _needed("label_en", "dezelfde naam in het Engels", "the same name in English"),
    _needed("name", "korte naam", "short name"),
    _chosen("kind", _values(IndicatorKind), "soort indicator", "kind of indicator"),
    _needed("area", "code van het gebied", "code of the area"),
    _needed("area_name", "naam van het gebied", "name of the area"),
    _chosen("area_level", _values(AreaLevel), "soort gebied", "kind of area"),
    _needed(
        "period", "periode: 2021, 2021-Q2 of 2021-03", "period: 2021, 2021-Q2 or 2021-03", pattern=_PERIOD
    ),
    _chosen("period_kind", _values(PeriodKind), "soort periode", "kind of period"),
    _needed("period_start", "eerste dag van de periode", "first day of the period", Kind.DATE),
    _needed("period_end", "laatste dag van de periode", "last day of the period", Kind.DATE),
    _field(
        "value",
        "het cijfer; leeg waar er geen is, en dan zegt status waarom",
        "the figure; empty where there is none, and then status says why",
        Kind.NUMBER,
    ),
    _field("literal", "zoals de uitgever het drukte", "as the publisher printed it"),
    _needed("unit", "id van de eenheid", "id of the unit"),
    _needed("unit_label", "eenheid in woorden", "unit in words"),
    _chosen(
        "status",
        _STATUSES,
        "waarom er geen cijfer is, of hoe definitief het is",
        "why there is no figure, or how final it is",
    ),
    _chosen(
        "presence",
        _values(Presence),
        "of er iets gemeten is, en zo niet waarom",
        "whether something was measured, and if not why",
    ),
    _chosen("life", _values(Life), "hoe definitief het cijfer is", "how final the figure is"),
    _chosen(
        "precision", _values(Precision), "wat er van de zekerheid bekend is", "what is known of its certainty"
    ),
    _counted("count", "aantal achter het cijfer", "count behind the figure"),
    _counted("denominator", "op hoeveel, zoals inwoners", "out of how many, such as inhabitants", 1),
    _counted("respondents", "aantal antwoorden", "number of respondents", 1),
    _counted(
        "spread",
        "hoeveel een beschermd aantal hoogstens afwijkt van het echte; leeg: niet door ons afgerond",
        "how far a protected count can be off at most; empty: not rounded by us",
    ),
    _counted(
        "spread_limit",
        "hoeveel een som van zulke aantallen hoogstens afwijkt",
        "how far a sum of such counts can be off at most",
    ),
    _field("interval_lower", "ondergrens van de marge", "lower limit of the margin", Kind.NUMBER),
    _field("interval_upper", "bovengrens van de marge", "upper limit of the margin", Kind.NUMBER),
    _field(
        "interval_level", "kans waarvoor de marge geldt", "probability that the margin is for", Kind.NUMBER
    ),
    _field("interval_method", "hoe de marge is berekend", "how the margin was computed"),
    _counted("implied_count_low", "laagste aantal dat hierbij past", "lowest count that fits this"),
    _counted("implied_count_high", "hoogste aantal dat hierbij past", "highest count that fits this"),
    _needed("outlier", "of het een uitschieter is", "whether it is an outlier", Kind.BOOLEAN),
    _field("codes", "getelde codes, gescheiden door '; '", "codes counted, separated by '; '"),
    _field("counting_system", "telsysteem van de codes", "counting system of the codes"),
    _chosen("direction", _values(Direction), "welke kant beter is", "which way is better"),
    _needed("publisher", "uitgever", "publisher"),
    _needed("origin", "wie het als eerste registreerde", "who registered it first"),
    _field("context_nl", "wat erbij gelezen moet worden", "what must be read with it, in Dutch"),
    _field("context_en", "wat erbij gelezen moet worden, in het Engels", "what must be read with it"),
    _field("annotation", "wat een mens erbij schreef", "what a person wrote beside it"),
    _field(
        "snapshots",
        "opnamen waar het uit komt, gescheiden door '; '",
        "snapshots that it comes from, separated by '; '",
    ),
    _needed("invented", "of de gemeente verzonnen is", "whether the municipality is invented", Kind.BOOLEAN),
    _needed("address", "adres in de editie", "address in the edition"),
)
KEY = ("indicator", "area", "period")
