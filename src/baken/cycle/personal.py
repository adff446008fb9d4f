# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Refusing personal data in the fields of a record; reasons of changes are read by ``accounts.changes``."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models

from baken.accounts.personal import persons_in
from baken.disclosure.personal.hits import Kind


def refuse_persons(
    record: models.Model, names: Iterable[str], allowed: frozenset[Kind] = frozenset()
) -> None:
    """Refuse personal data in fields of a record.

    Args:
        record: whose fields are read.
        names: the fields with free text.
        allowed: kinds that may stand there, such as an address in a field that few people see.

    Raises:
        ValidationError: by field; it names kind and place and does not repeat what was found.

    """
    found = {name: told for name in names if (told := persons_in(getattr(record, name), allowed))}
    if found:
        raise ValidationError(found)
