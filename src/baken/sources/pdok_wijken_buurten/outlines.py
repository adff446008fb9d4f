# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The outlines in a snapshot of this source."""

from __future__ import annotations

from baken.areas.outlines import Outline
from baken.sources.contract import Parts
from baken.sources.protocols.features import FeatureAdapter
from baken.sources.registry import source

SOURCE = "pdok_wijken_buurten"


def read_outlines(parts: Parts) -> dict[str, Outline]:
    """The outline of every area in the parts of a snapshot, by its code.

    Raises:
        InputError: pages are missing, or a feature is not what was promised; names the feature.

    """
    described = source(SOURCE)
    if described.features is None:
        return {}
    return FeatureAdapter(described.features, described.publisher).outlines(parts)
