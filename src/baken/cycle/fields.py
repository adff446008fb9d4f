# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Fields that several kinds of record share."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.accounts.districts import names
from baken.accounts.words import said
from baken.model.flow import Flow
from baken.model.text import Text

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

    CharBase = models.CharField[str, str]
else:
    CharBase = models.CharField


class AreaField(CharBase):
    """The code of an area of this municipality; empty: none is known."""

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - what Django's fields take
        """A short text that may be empty."""
        super().__init__(*args, **({"max_length": 30, "blank": True} | options))

    def validate(self, value: str | None, model_instance: models.Model | None) -> None:
        """Refuse a code that no register knows."""
        super().validate(value, model_instance)
        if value and value not in names():
            raise ValidationError(
                _("There is no area '%(code)s' in this municipality."), params={"code": value}
            )


class IdsField(models.JSONField):
    """A list of ids, such as those of indicators in the catalogue."""

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - what Django's fields take
        """An empty list at first."""
        given: dict[str, Any] = {"default": list, "blank": True} | options
        super().__init__(*args, **given)


def choices(labels: Iterable[tuple[StrEnum, Text]]) -> list[tuple[str, StrPromise]]:
    """What a field with a few values offers."""
    return [(value.value, said(text)) for value, text in labels]


def status_field(flow: Flow) -> models.CharField[str, str]:
    """The state of a record in its flow."""
    return models.CharField(
        _("status"),
        max_length=30,
        default=flow.start.value,
        editable=False,
        choices=choices(flow.labels.items()),
    )
