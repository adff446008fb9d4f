# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the methods find when all series, or all areas, of a municipality are looked at together.

Of districts and neighbourhoods only what may be published: nothing of a real municipality yet, because
small counts are not protected against being worked out. Of an invented one everything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from baken.analysis.compare import CompareAnswer, ask_compare
from baken.analysis.compare_questions import held_comparison
from baken.analysis.held import Held
from baken.analysis.hotspots import HotspotAnswer, HotspotQuestion, ask_hotspots
from baken.analysis.kinds import kind_of
from baken.analysis.nearby import placed
from baken.analysis.place_questions import Places, held_places
from baken.analysis.scan import ScanAnswer, ScanQuestion, ask_scan
from baken.analysis.signal_questions import Settings, held_signals
from baken.analysis.signals import SignalAnswer, SignalQuestion, ask_signals
from baken.model.errors import NotHeldError, UsageError
from baken.picture.material import Material

DETECTOR = "pooled"
MONTHS = 12
_FEWEST_AREAS = 3


class Patterns:
    """Answers as a function of the material. Each is worked out when it is first asked for."""

    def __init__(self, material: Material) -> None:
        """Keep the material; nothing is computed yet."""
        self._material = material
        self._root = material.municipality.code
        self._held = Held(
            catalogue=material.catalogue,
            municipality=material.municipality,
            register=material.register,
            reader=None,
            on=material.on,
            snapshots=material.holdings.snapshots,
        )

    @property
    def shows_neighbourhoods(self) -> bool:
        """Whether anything may be said of areas below the municipality."""
        return self._material.municipality.invented

    @cached_property
    def signals(self) -> SignalAnswer | None:
        """The signals of the newest year of months; nothing where no months are held."""
        try:
            question = held_signals(self._held, self._root, (), "", Settings(method=DETECTOR))
        except NotHeldError:
            return None
        if not self.shows_neighbourhoods:
            question = _only(question, self._root)
        return ask_signals(question) if question.series.names else None

    @cached_property
    def comparisons(self) -> tuple[CompareAnswer, ...]:
        """Each indicator among the comparison group, or among the neighbourhoods where that may be shown."""
        return tuple(self._comparisons())

    @cached_property
    def hotspots(self) -> tuple[HotspotAnswer, ...]:
        """Each indicator on the map of neighbourhoods."""
        return tuple(
            ask_hotspots(
                HotspotQuestion(
                    areas=one.areas,
                    name=one.name,
                    factor=one.factor,
                    minimum=one.minimum,
                    caveats=one.caveats,
                )
            )
            for one in self._places(months=0)
        )

    @cached_property
    def clusters(self) -> tuple[ScanAnswer, ...]:
        """For each indicator the groups of neighbourhoods that hold more than their share in the newest months."""
        return tuple(
            ask_scan(
                ScanQuestion(areas=one.areas, name=one.name, minimum=one.minimum, caveats=one.caveats)
            )
            for one in self._places(months=MONTHS)
        )

    def _comparisons(self) -> Iterator[CompareAnswer]:
        levels = ("peers", "neighbourhood") if self.shows_neighbourhoods else ("peers",)
        for name in self._counted:
            for level in levels:
                try:
                    question = held_comparison(self._held, self._root, name, level, "")
                except NotHeldError:
                    continue
                known = (question.areas.cases >= 0).sum() if question.areas.population is not None else 0
                if known >= _FEWEST_AREAS:
                    yield ask_compare(question)
                    break

    def _places(self, months: int) -> Iterator[Places]:
        """The neighbourhoods with the counts of each indicator that is held there."""
        for name in self._counted if self.shows_neighbourhoods else ():
            try:
                found = held_places(self._held, self._root, name, "", months)
            except NotHeldError:
                continue
            outlines = {
                code: self._material.outlines[code]
                for code in found.areas.codes
                if code in self._material.outlines
            }
            yield replace(found, areas=placed(replace(found.areas, outlines=outlines)))

    @cached_property
    def _counted(self) -> tuple[str, ...]:
        """The indicators of the municipality to which counts belong."""
        found = []
        for name in self._material.indicators:
            try:
                kind_of(self._held.catalogue, name)
            except UsageError:
                continue
            found.append(name)
        return tuple(found)


def _only(question: SignalQuestion, area: str) -> SignalQuestion:
    """The same question about the series of one area."""
    series = question.series
    rows = [n for n, code in enumerate(series.areas) if code == area]
    kept = replace(
        series,
        names=tuple(series.names[n] for n in rows),
        areas=tuple(series.areas[n] for n in rows),
        kinds=tuple(series.kinds[n] for n in rows),
        counts=series.counts[rows],
        population=None if series.population is None else series.population[rows],
    )
    return replace(question, series=kept)
