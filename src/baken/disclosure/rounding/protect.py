# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Additive rounding of small counts, drawn from a secret and repaired until nothing can be recomputed.

Method after Langsrud and Heldal, "An algorithm for small count rounding of tabular data", Privacy in
Statistical Databases (2018): inner counts from 1 to base - 1 become 0 or the base, and all other cells are
sums, so that everything published adds up. Which become what is chosen here by simulated annealing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from baken.disclosure.attack.integer import integer
from baken.disclosure.attack.linear import linear
from baken.disclosure.attack.propagation import narrowed
from baken.disclosure.attack.run import attack
from baken.disclosure.knowledge import UNBOUNDED, Knowledge
from baken.disclosure.layout import Counts, Layout
from baken.disclosure.rounding._draw import Limits, Rounding
from baken.disclosure.rounding._repair import alone, limits_of, to_turn, to_widen
from baken.disclosure.rounding.alternatives import Alternatives, Room, alternatives, within
from baken.disclosure.rounding.decision import Decision, alike, last_told
from baken.disclosure.rounding.knowledge import Told, knowledge_of
from baken.disclosure.rounding.options import Options
from baken.disclosure.rounding.rounded import Quality, Repair, Rounded
from baken.disclosure.rounding.seed import seed_of
from baken.disclosure.rounding.versions import all_versions, cells_of_keys

Mask = NDArray[np.bool_]
_WIDENING = 8
"""In each so manieth repair more counts above the base are rounded."""


class NotProtectedError(ValueError):
    """No rounding was found that hides every small count; ``cells`` are those that it does not hide."""

    def __init__(self, cells: Counts) -> None:
        super().__init__(
            f"{len(cells)} small counts can be recomputed from what others have published, however they are "
            f"rounded (the first is cell {cells[0]})."
        )
        self.cells = cells


def protect(  # noqa: PLR0913, PLR0917 - each is one thing that the outcome depends on
    layout: Layout,
    counts: Counts,
    key: bytes,
    options: Options | None = None,
    known: Mask | None = None,
    earlier: Sequence[Decision] = (),
) -> Rounded:
    """Round the small counts of a cube.

    What was published of the same cells before is kept: a count that did not change keeps its figure, unless
    that would tell what another one was before it was corrected.

    Args:
        layout: the cells.
        counts: the true inner counts, shape ``layout.inner_shape``, whole numbers of at least 0.
        key: a secret of at least 16 bytes; the same key and release give the same cube.
        options: base, name of the release, effort.
        known: the cells whose true count is public already, shape ``layout.shape``.
        earlier: what was decided before, the oldest first; the attacker kept all of it.

    Raises:
        ValueError: arrays of another shape, negative counts, a short key.
        NotProtectedError: some small count would be known to who knows the public figures.

    """
    case = _Case.of(layout, counts, options or Options(), known, earlier)
    return _Draws(case, key).done()


@dataclass(frozen=True, slots=True, eq=False)
class _Case:
    """What is to be protected, and against which public figures."""

    layout: Layout
    counts: Counts
    options: Options
    known: Mask
    full: Counts
    secret: Mask
    already_public: int
    earlier: tuple[Decision, ...]

    @classmethod
    def of(
        cls,
        layout: Layout,
        counts: Counts,
        options: Options,
        known: Mask | None,
        earlier: Sequence[Decision],
    ) -> _Case:
        if not np.issubdtype(counts.dtype, np.integer):
            raise ValueError("counts are whole numbers.")
        if counts.size and int(counts.min()) < 0:
            raise ValueError("a count is below zero.")
        full = layout.filled(counts.astype(np.int64))
        known = np.zeros(layout.shape, np.bool_) if known is None else known
        if known.shape != layout.shape:
            raise ValueError(f"the known cells have shape {known.shape}, the layout has {layout.shape}.")
        small = (full > 0) & (full < options.base) & ~known
        given = _follows(layout, full, known, small) | _told_exactly(layout, full, earlier, small)
        secret, public = small & ~given, int(given.sum())
        return cls(layout, counts.astype(np.int64), options, known, full, secret, public, tuple(earlier))

    @property
    def inner_known(self) -> Mask:
        return self.known[tuple(map(slice, self.layout.inner_shape))]

    def rounding(self, widened: Mask) -> Rounding:
        fixed = ((self.counts >= self.options.base) & ~widened) | self.inner_known
        return Rounding.of(self.layout, self.counts, self.options, fixed)

    def told(self, inner: Counts, widened: Mask) -> Told:
        published = self.layout.filled(inner)
        base = self.options.base
        largest = int(np.abs(published - self.full).max(initial=0))
        # A multiple of the base, and never so low that it says something of a single count.
        declared = max(2, -(-largest // base)) * base
        exact = np.where(self.known, self.full, 0)
        return Told(self.layout, published, self.known, exact, widened, base, declared)

    def recomputed(self, told: Told) -> Counts:
        """What the quick attacker finds: so many cells need no search for an alternative."""
        knowledge = knowledge_of(told, self.secret)
        return narrowed(knowledge).recomputed(knowledge.secret)

    def stands(self, told: Told, doubtful: Counts) -> bool:
        """Whether integer programs find two values for each of a few cells without an alternative."""
        secret = np.zeros(self.layout.cells, np.bool_)
        secret[doubtful] = True
        found = integer(knowledge_of(told, secret.reshape(self.layout.shape)))
        return found.complete and not len(found.recomputed(secret))

    def alternatives(self, told: Told) -> Alternatives:
        return alternatives(told, self.full, np.flatnonzero(self.secret))

    def told_apart(self, told: Told) -> Counts:
        """The cells that somebody works out, now or as they were, who kept what was told before."""
        if not self.earlier or any(one.told is told for one in self.earlier):
            return np.zeros(0, np.int64)
        joined = all_versions((*self.earlier, Decision(told, self.counts, self.secret)))
        found = np.array(attack(joined.knowledge).open, np.int64)
        return cells_of_keys(self.layout, joined, found)


@dataclass(frozen=True, slots=True, eq=False)
class _Draw:
    """One try: what is told after it, and what it gives away."""

    told: Told
    exposed: Counts
    found: Alternatives | None

    @classmethod
    def of(cls, case: _Case, inner: Counts, widened: Mask) -> _Draw:
        """Attack the quick way; where that finds nothing, look for the other original of every secret."""
        told = case.told(inner, widened)
        exposed = case.recomputed(told)
        if len(exposed):
            return cls(told, exposed, None)
        found = case.alternatives(told)
        if len(found.missing):
            return cls(told, found.missing, found)
        apart = case.told_apart(told)
        return cls(told, apart, None if len(apart) else found)

    @property
    def rank(self) -> tuple[bool, int]:
        """The lower the better: first that the quick attacker finds nothing."""
        return self.found is None, len(self.exposed)

    @property
    def inner(self) -> Counts:
        """The rounded inner counts."""
        return self.told.published[tuple(map(slice, self.told.layout.inner_shape))]


class _Draws:
    """The draws one after the other: each begins with the best so far."""

    def __init__(self, case: _Case, key: bytes) -> None:
        self.case = case
        # A correction has a random start of its own.
        after = f" after {len(case.earlier)}" if case.earlier else ""
        release = f"{case.options.release}{after}"
        self.seeds = [seed_of(key, release, draw) for draw in range(case.options.draws)]

    def done(self) -> Rounded:
        case = self.case
        first = best = self._kept() or (self._continued() if case.earlier else self._anew())
        for draw in range(1, case.options.draws):
            if best.found is not None and not len(best.exposed):
                return self._rounded(best.told, best.found, (first, draw))
            searched = draw == 1 and not case.earlier
            new = self._within_limits(best) if searched else self._turned(best, draw)
            if searched or new.rank <= best.rank:
                best = new
        if best.found is not None and not case.earlier and case.stands(best.told, best.exposed):
            return self._rounded(best.told, best.found, (first, case.options.draws))
        raise NotProtectedError(best.exposed)

    def _anew(self) -> _Draw:
        case = self.case
        nothing = np.zeros(case.layout.inner_shape, np.bool_)
        rounding = case.rounding(nothing)
        limits = Limits.even(case.layout.cells, case.options.tolerance)
        chosen = rounding.search(rounding.start(self.seeds[0]), limits, self.seeds[0])
        return _Draw.of(case, rounding.rounded(chosen), nothing)

    def _kept(self) -> _Draw | None:
        """What was told before of these very counts, if anything was."""
        case = self.case
        for one in case.earlier:
            if one.answers(case.layout, case.counts, case.known, case.options.base):
                return _Draw(one.told, np.zeros(0, np.int64), case.alternatives(one.told))
        return None

    def _continued(self) -> _Draw:
        """As it was told last; only counts that changed since, or are new, are drawn."""
        case = self.case
        before = last_told(case.earlier[-1], case.layout, case.counts, case.options.base)
        widened = before.widened & (case.counts > case.options.base) & ~case.inner_known
        rounding = case.rounding(widened)
        same = before.same.ravel()[rounding.items]
        chosen = rounding.start(self.seeds[0])
        chosen[same] = before.figures.ravel()[rounding.items[same]] > rounding.floors[same]
        limits = Limits.even(case.layout.cells, case.options.tolerance)
        new = rounding.only(~same, chosen)
        chosen[~same] = new.search(chosen[~same], limits, self.seeds[0])
        return _Draw.of(case, rounding.rounded(chosen), widened)

    def _within_limits(self, best: _Draw) -> _Draw:
        """Search again within limits that leave a choice, from where the last draw ended."""
        case = self.case
        widened = to_widen(best.told, case.counts, alone(best.told, best.exposed))
        rounding = case.rounding(widened)
        start = best.inner.ravel()[rounding.items] > rounding.floors
        before = case.told(rounding.rounded(start), widened)
        limits = limits_of(before, case.counts, case.options.tolerance)
        chosen = rounding.search(start, limits, self.seeds[1], warm=True)
        return _Draw.of(case, rounding.rounded(chosen), widened)

    def _turned(self, best: _Draw, draw: int) -> _Draw:
        """Turn a count near each exposed cell over; now and then round another count above the base."""
        case, widened = self.case, best.told.widened
        if draw % _WIDENING == 0:
            widened = widened | to_widen(best.told, case.counts, best.exposed, draw // _WIDENING)
        rounding = case.rounding(widened)
        start = best.inner.ravel()[rounding.items] > rounding.floors
        items = np.zeros(widened.size, np.bool_)
        items[rounding.items] = True
        turned = to_turn(best.told, items.reshape(widened.shape), best.exposed, self.seeds[draw])
        return _Draw.of(case, rounding.rounded(start ^ turned.ravel()[rounding.items]), widened)

    def _rounded(self, told: Told, found: Alternatives, past: tuple[_Draw, int]) -> Rounded:
        case, (first, draws) = self.case, past
        inner = tuple(map(slice, case.layout.inner_shape))
        is_inner = np.isin(first.exposed, case.layout.inner)
        repair = Repair(
            small=int(case.secret[inner].sum()),
            broken=int(is_inner.sum()),
            broken_sums=int((~is_inner).sum()),
            draws=draws,
            turned=int((told.published[inner] != first.inner).sum()),
            widened=int(told.widened.sum()),
            already_public=case.already_public,
        )
        quality = Quality.between(case.full, told.published)
        return Rounded(told, quality, repair, case.secret, found)


def _follows(layout: Layout, full: Counts, known: Mask, small: Mask) -> Mask:
    """The small cells that follow from the public figures alone, before anything is published here.

    Only cells for which no other table is found at once are looked at by linear programs.
    """
    given = np.zeros(layout.cells, np.bool_)
    if not known.any() or not small.any():
        return given.reshape(layout.shape)
    public = known.ravel()
    lower, upper = np.where(public, full.ravel(), 0), np.where(public, full.ravel(), UNBOUNDED)
    free = ~known[tuple(map(slice, layout.inner_shape))]
    cells = np.flatnonzero(small)
    doubtful = np.zeros(layout.cells, np.bool_)
    doubtful[within(full, cells, Room(layout, free, lower, upper)).missing] = True
    if doubtful.any():
        found = linear(Knowledge(lower, upper, doubtful, layout.equations()))
        given[found.recomputed(doubtful)] = True
    return given.reshape(layout.shape)


def _told_exactly(layout: Layout, full: Counts, earlier: Sequence[Decision], small: Mask) -> Mask:
    """The small cells that were public when they were told before: that cannot be taken back."""
    found = np.zeros(layout.shape, np.bool_)
    for one in earlier:
        if alike(one.layout, layout):
            found |= small & one.told.known & (one.layout.filled(one.counts) == full)
    return found
