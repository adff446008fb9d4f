# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a step asks beside its reason, by kind of record and step; each module adds its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from baken.accounts.actor import Actor
from baken.accounts.models import Record
from baken.desk.forms import StepForm


class StepWords(StepForm):
    """The reason of a step, and for some steps fields of their own."""

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:  # noqa: ANN401 - what forms take
        """Most ask the same of everybody."""
        del actor
        super().__init__(*args, **options)

    @property
    def values(self) -> Mapping[str, Any]:
        """What the step brings to the record."""
        return {}


STEP_WORDS: dict[tuple[type[Record], str], type[StepWords]] = {}
