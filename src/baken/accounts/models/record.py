# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What all records of the workspace have in common."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.accounts.rights import Rights
from baken.model.flow import Flow


def new_id() -> str:
    """An id that says nothing and can be made without asking the database."""
    return uuid.uuid4().hex[:12]


class Record(models.Model):
    """A record that is made, changed and withdrawn through ``baken.accounts.changes`` only, never deleted.

    ``version`` counts the changes, so that two people who edit at once do not overwrite each other.
    ``flow``, with the field ``status``, is the state machine of a kind of record that has one.
    """

    id = models.CharField(max_length=60, primary_key=True, default=new_id, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    withdrawn = models.BooleanField(_("withdrawn"), default=False, editable=False)

    rights: ClassVar[Rights]
    flow: ClassVar[Flow | None] = None
    untraced: ClassVar[frozenset[str]] = frozenset()
    """Fields of which the audit trail keeps no values."""

    class Meta:
        abstract = True

    def hindrances(self) -> tuple[str, ...]:
        """What stands in the way of withdrawing this record; one sentence each."""
        return ()

    def step_values(self, step: str, why: str) -> Mapping[str, object]:
        """What a step sets beside the status, such as the reason that stands beside it."""
        del step, why
        return {}

    def check_step(self, step: str) -> None:
        """Refuse a step that the record is not ready for.

        Raises:
            BakenError: what is in the way, and what to do.

        """
