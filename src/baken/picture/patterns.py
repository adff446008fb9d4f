# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the methods find when all series, or all areas, of a municipality are looked at together.

Of districts and neighbourhoods only what the material may give: of public material the protected counts of
years, and no months. What else is held of a real municipality is for inside.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from baken.analysis.caveats import caveats
from baken.analysis.compare import CompareAnswer, CompareQuestion, ask_compare
from baken.analysis.compare_questions import held_comparison
from baken.analysis.held import Held
from baken.analysis.hotspots import HotspotAnswer, ask_hotspots
from baken.analysis.kinds import kind_of
from baken.analysis.nearby import placed
from baken.analysis.place_questions import Places, held_places
from baken.analysis.scan import ScanAnswer, ask_scan
from baken.analysis.signal_questions import Settings, held_signals
from baken.analysis.signals import SignalAnswer, SignalQuestion, ask_signals
from baken.model.errors import NotHeldError, UsageError
from baken.model.finding import Caveat
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
            snapshots=(*material.holdings.snapshots, *material.months),
        )
        self._comparisons: dict[str, CompareAnswer] = {}
        self._hotspots: dict[str, HotspotAnswer] = {}
        self._clusters: dict[str, ScanAnswer | None] = {}

    @property
    def shows_neighbourhoods(self) -> bool:
        """Whether anything may be said of areas below the municipality."""
        return self._material.public or self._material.municipality.invented

    @cached_property
    def signals(self) -> SignalAnswer | None:
        """The signals of the newest year of months; nothing where no months are held."""
        try:
            question = held_signals(self._held, self._root, (), "", Settings(method=DETECTOR))
        except NotHeldError:
            return None
        if self._material.public or not self.shows_neighbourhoods:
            question = _only(question, self._root)
        return ask_signals(question) if question.series.names else None

    @cached_property
    def comparable(self) -> Mapping[str, CompareQuestion]:
        """Each indicator to compare: among the group, or among neighbourhoods where that may be shown."""
        return {name: found for name in self._counted if (found := self._comparison(name)) is not None}

    @cached_property
    def placed(self) -> Mapping[str, Places]:
        """Each indicator of which the counts of neighbourhoods may be shown, in the newest year."""
        names = self._counted if self.shows_neighbourhoods else ()
        return {name: found for name in names if (found := self._places(name, 0)) is not None}

    def comparison(self, name: str) -> CompareAnswer:
        """How the areas compare on one of the comparable indicators."""
        if name not in self._comparisons:
            self._comparisons[name] = ask_compare(self.comparable[name])
        return self._comparisons[name]

    def hotspots(self, name: str) -> HotspotAnswer:
        """Which neighbourhoods stand out together with their neighbours, on one of the placed indicators."""
        if name not in self._hotspots:
            self._hotspots[name] = ask_hotspots(self.placed[name].hotspots())
        return self._hotspots[name]

    def clusters(self, name: str) -> ScanAnswer | None:
        """Which neighbourhoods together hold more than their share, now; nothing where too little is held."""
        if name not in self._clusters:
            # Months of neighbourhoods are never published: the year that may be is looked at as a whole.
            found = self._places(name, 0 if self._material.public else MONTHS)
            self._clusters[name] = None if found is None else ask_scan(found.scan())
        return self._clusters[name]

    def _comparison(self, name: str) -> CompareQuestion | None:
        for level in ("peers", "neighbourhood") if self.shows_neighbourhoods else ("peers",):
            try:
                question = held_comparison(self._held, self._root, name, level, "")
            except NotHeldError:
                continue
            if question.areas.population is not None and (question.areas.cases >= 0).sum() >= _FEWEST_AREAS:
                return replace(question, caveats=self._public(question.caveats, level))
        return None

    def _places(self, name: str, months: int) -> Places | None:
        """The neighbourhoods with the counts of an indicator, in a year or in the newest months."""
        try:
            found = held_places(self._held, self._root, name, "", months)
        except NotHeldError:
            return None
        known = self._material.outlines
        outlines = {code: known[code] for code in found.areas.codes if code in known}
        areas = placed(replace(found.areas, outlines=outlines))
        return replace(found, areas=areas, caveats=self._public(found.caveats, "neighbourhood"))

    def _public(self, said: tuple[Caveat, ...], level: str) -> tuple[Caveat, ...]:
        """The caveats of an answer; of protected figures nothing is for inside only."""
        if not self._material.public or level != "neighbourhood":
            return said
        return (*(one for one in said if one.rule != "internal"), *caveats("protected"))

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
    """The same question about the series of one area, of which nothing is for inside only."""
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
    caveats = tuple(one for one in question.caveats if one.rule != "internal")
    return replace(question, series=kept, districts={}, caveats=caveats)
