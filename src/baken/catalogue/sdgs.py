# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The Sustainable Development Goals by number, from ``sdgs.yaml``: the same in every country."""

from __future__ import annotations

from functools import cache

import msgspec

from baken.catalogue.catalogue import DATA
from baken.catalogue.files import load
from baken.model.text import Text


class Sdg(msgspec.Struct, frozen=True, kw_only=True):
    """One goal: ``id`` is its number."""

    id: str
    label: Text


@cache
def load_sdgs() -> tuple[Sdg, ...]:
    """All seventeen in order."""
    return load(tuple[Sdg, ...], DATA / "sdgs.yaml")
