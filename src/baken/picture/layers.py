# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The layers of an area: what residents live with as one whole, read side by side and never added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from baken.model.indicator import Indicator
from baken.model.layer import Layer
from baken.picture.series import IndicatorPicture

if TYPE_CHECKING:
    from baken.picture.picture import SafetyPicture


@dataclass(frozen=True, slots=True)
class AreaLayer:
    """One layer in one area.

    ``records`` have a figure of the area itself; ``whole`` have one of the municipality only; ``missing``
    have neither.
    """

    layer: Layer
    records: tuple[IndicatorPicture, ...]
    whole: tuple[IndicatorPicture, ...]
    missing: tuple[Indicator, ...]

    @property
    def is_held(self) -> bool:
        """Whether anything of this layer is known of the area itself."""
        return bool(self.records)


def layers_of(picture: SafetyPicture, area: str) -> tuple[AreaLayer, ...]:
    """All layers of an area in their order, those of which nothing is held included."""
    return tuple(_layer(picture, one, area) for one in picture.material.catalogue.layers)


def _layer(picture: SafetyPicture, layer: Layer, area: str) -> AreaLayer:
    root = picture.material.municipality.code
    here, whole, missing = [], [], []
    for name in layer.indicators:
        own = picture.record(name, area)
        if own.latest is not None:
            here.append(own)
        elif picture.record(name, root).latest is not None:
            whole.append(picture.record(name, root))
        else:
            missing.append(own.indicator)
    return AreaLayer(layer, tuple(here), tuple(whole), tuple(missing))
