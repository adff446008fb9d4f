# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Fields that hold lists or tables, and how each is asked and told in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.accounts import districts
from baken.accounts.words import BODIES
from baken.catalogue.catalogue import load_catalogue
from baken.catalogue.law import load_law
from baken.catalogue.sdgs import load_sdgs  # sorted by ruff
from baken.cycle.models import Theme
from baken.desk.inputs import Column, Grid, Pairs, SomeOf, Table, names_of, number
from baken.model.governance import Body
from baken.picture.theme_rank import CRITERIA, EQUAL, HIGHEST, LOWEST

_FURTHER = 3
"""Empty rows below the earlier names that a party holds."""


def asked(field: models.Field[Any, Any], held: object) -> forms.Field | None:
    """The form field of one field; None where Django's own will do. ``held`` is what the record holds."""
    make = _FIELDS.get(field.name)
    if make is None or not isinstance(field, models.JSONField):
        return None
    made = make(held)
    made.label, made.required = field.verbose_name, False
    return made


def told(name: str, value: object) -> str:
    """One value of such a field in words; what is not known stays as it is written."""
    if name == "aliases" and isinstance(value, Mapping):
        return _alias_in_words(value)
    offered = _OFFERED.get(name)
    return dict(offered()).get(str(value), str(value)) if offered else str(value)


def is_told(name: str) -> bool:
    """Whether ``told`` has words for values of this field."""
    return name in _OFFERED or name == "aliases"


def scores_in_words(name: str, value: Mapping[str, Any]) -> list[str]:
    """The scores of each theme, or the weight of each criterion, in words."""
    criteria = dict(_criteria())
    if name == "weights":
        return [f"{criteria.get(key, key)}: {one}" for key, one in value.items()]
    themes = dict(_themes())
    return [
        f"{themes.get(key, key)}: "
        + ", ".join(f"{criteria.get(each, each)} {score}" for each, score in one.items())
        for key, one in value.items()
    ]


def _some_of(offered: Callable[[], Pairs]) -> Callable[[object], forms.Field]:
    def make(held: object) -> forms.Field:
        made = SomeOf(choices=offered())
        made.keep(held if isinstance(held, list) else ())
        return made

    return make


def _language() -> str:
    return get_language() or "nl"


def _articles() -> Pairs:
    return [(one.id, one.citation) for one in load_law().articles]


def _sdgs() -> Pairs:
    return [(one.id, f"{one.id}. {one.label.in_(_language())}") for one in load_sdgs()]


def _standard_fields() -> Pairs:
    return [(one.id, one.label.in_(_language())) for one in load_catalogue().fields]


def _areas() -> Pairs:
    return list(districts.names().items())


def _bodies() -> Pairs:
    return [(one.value, str(BODIES[one])) for one in Body]


def _themes() -> Pairs:
    return names_of(Theme, "code", "name")


def _criteria() -> Pairs:
    return [(one.value, text.in_(_language())) for one, text in CRITERIA.items()]


def _order(held: object) -> forms.Field:
    del held
    place = Column("place", _("Place"), "number", "1")
    grid = Grid(
        _themes(), [place], lambda codes: {one: {"place": at} for at, one in enumerate(codes or (), 1)}
    )
    return Table(
        grid=grid,
        read=_read_order,
        blank=[],
        help_text=_("1 comes first. A theme without a place is not in the order."),
    )


def _read_order(typed: dict[str, dict[str, str]]) -> list[str]:
    places = {theme: number(cells["place"], Decimal(1), Decimal(1000)) for theme, cells in typed.items()}
    if len(set(places.values())) < len(places):
        raise ValidationError(_("Two themes have the same place."))
    return sorted(places, key=places.__getitem__)


def _scores(held: object) -> forms.Field:
    del held
    columns = [Column(one, title, "number", str(LOWEST), str(HIGHEST)) for one, title in _criteria()]
    grid = Grid(_themes(), columns, lambda scores: scores or {})
    return Table(
        grid=grid,
        read=_read_scores,
        blank={},
        help_text=_("From 1 (least) to 5 (most reason for priority). Empty is not known."),
    )


def _read_scores(typed: dict[str, dict[str, str]]) -> dict[str, dict[str, int | float]]:
    low, high = Decimal(LOWEST), Decimal(HIGHEST)
    return {
        theme: {one: number(said, low, high) for one, said in cells.items()} for theme, cells in typed.items()
    }


def _weights(held: object) -> forms.Field:
    del held
    weight = Column("weight", _("Weight"), "number", "0")
    shown = lambda weights: {one: {"weight": value} for one, value in (weights or {}).items()}  # noqa: E731 - one line
    grid = Grid(_criteria(), [weight], shown)
    assumed = next(iter(EQUAL.values()))
    return Table(
        grid=grid,
        read=_read_weights,
        blank={},
        help_text=_("An empty weight counts as %(one)s.") % {"one": assumed},
    )


def _read_weights(typed: dict[str, dict[str, str]]) -> dict[str, int | float]:
    return {one: number(cells["weight"], Decimal(0), Decimal(1000)) for one, cells in typed.items()}


def _aliases(held: object) -> forms.Field:
    count = (len(held) if isinstance(held, list) else 0) + _FURTHER
    rows = [(str(at), _("Earlier name %(n)d") % {"n": at}) for at in range(1, count + 1)]
    columns = [
        Column("name", _("Name")),
        Column("short", _("Short name")),
        Column("named_on", _("Named so on"), "date"),
        Column("until", _("Until"), "date"),
        Column("note", _("Note")),
    ]
    grid = Grid(rows, columns, lambda names: {str(at): one for at, one in enumerate(names or (), 1)})
    return Table(grid=grid, read=_read_aliases, blank=[])


def _read_aliases(typed: dict[str, dict[str, str]]) -> list[dict[str, str]]:
    for cells in typed.values():
        if "name" not in cells:
            raise ValidationError(_("An earlier name has no name."))
        for one in ("named_on", "until"):
            _day(cells.get(one))
    return list(typed.values())


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise ValidationError(_("'%(words)s' is no day."), params={"words": words}) from None


def _alias_in_words(one: Mapping[str, Any]) -> str:
    told = [f"{one.get('name', '')}" + (f" ({one['short']})" if one.get("short") else "")]
    for key, words in (("named_on", _("named so on %(day)s")), ("until", _("until %(day)s"))):
        if one.get(key):
            told.append(words % {"day": date_format(date.fromisoformat(one[key]), "j F Y")})
    return ", ".join([*told, one["note"]] if one.get("note") else told)


_OFFERED: dict[str, Callable[[], Pairs]] = {
    "legal_basis": _articles,
    "sdgs": _sdgs,
    "fields": _standard_fields,
    "areas": _areas,
    "bodies": _bodies,
    "order": _themes,
}
_FIELDS: dict[str, Callable[[object], forms.Field]] = {
    **{name: _some_of(offered) for name, offered in _OFFERED.items()},
    "order": _order,
    "scores": _scores,
    "weights": _weights,
    "aliases": _aliases,
}
