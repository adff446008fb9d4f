# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the fields of measures offer: powers and bodies of the law register, codes of offences, sorts.

They are asked for when a form is made, so that a change of the catalogue needs no change of the tables.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.catalogue.governance import load_governance
from baken.catalogue.measures import SORTS, offence_codes
from baken.catalogue.municipality import load_municipality
from baken.model.law import ArticleKind, workspace_words

Offered = list[tuple[str, str]]


def powers() -> Offered:
    """The powers of the law register; one that nobody checked says so."""
    rules = load_governance()
    return [
        (one.id, workspace_words(one).in_(_language()))
        for one in rules.law.articles
        if one.kind is ArticleKind.POWER
    ]


def acts() -> Offered:
    """The measures that take a power, such as a closure."""
    return [(one.id, one.name.in_(_language())) for one in load_governance().measures]


def offences() -> Offered:
    """The codes of offences and nuisance of this country."""
    country = load_municipality(settings.BAKEN_AREA).country
    return [(code, f"{code} {name.in_(_language())}") for code, name in offence_codes(country).items()]


def sorts() -> Offered:
    """The sorts within the kinds of measure."""
    return [(name, name) for names in SORTS.values() for name in names]


class ChosenField(models.JSONField):
    """A list of ids, each out of a list that is asked for when it is needed."""

    def __init__(self, *args: Any, offered: Callable[[], Offered] = list, **options: Any) -> None:  # noqa: ANN401
        """An empty list at first."""
        self.offered = offered
        given: dict[str, Any] = {"default": list, "blank": True, **options}
        super().__init__(*args, **given)

    def deconstruct(self) -> Any:  # noqa: ANN401 - what Django's fields give
        """What a migration writes down: also where the list comes from."""
        name, path, args, options = super().deconstruct()
        return name, path, args, {**options, "offered": self.offered}

    def validate(self, value: Any, model_instance: models.Model | None) -> None:  # noqa: ANN401
        """Refuse what the list does not hold."""
        super().validate(value, model_instance)
        known = {name for name, _words in self.offered()}
        for one in value if isinstance(value, list) else [value]:
            if one not in known:
                raise ValidationError(_("'%(name)s' is not in the list."), params={"name": one})

    def formfield(self, **options: Any) -> forms.MultipleChoiceField:  # noqa: ANN401
        """A list out of which several can be chosen."""
        return forms.MultipleChoiceField(
            choices=self.offered, label=self.verbose_name, required=not self.blank, help_text=self.help_text
        )


def _language() -> str:
    return get_language() or "nl"
