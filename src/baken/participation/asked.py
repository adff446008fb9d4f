# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The fixed questions that a municipality puts to its council, in the words of its deck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from baken.accounts.words import said
from baken.catalogue.council_papers import load_presentation
from baken.model.text import Text

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


def questions() -> tuple[Text, ...]:
    """The questions of this municipality; none where it holds none."""
    return load_presentation(settings.BAKEN_AREA).questions


def question_choices() -> list[tuple[int, StrPromise]]:
    """The questions as what a form offers, numbered from 1."""
    return [(number, said(text)) for number, text in enumerate(questions(), 1)]
