# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A table of counts made safe to publish, by rounding or by hiding cells, with what proves it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from baken.analysis.count_tables import CountTable
from baken.disclosure.attack.run import attack
from baken.disclosure.knowledge import UNBOUNDED, Knowledge
from baken.disclosure.layout import Counts, Layout
from baken.disclosure.rounding.knowledge import Told, knowledge_of
from baken.disclosure.rounding.options import Options
from baken.disclosure.rounding.protect import NotProtectedError, protect
from baken.disclosure.suppression.primary import Threshold
from baken.disclosure.suppression.secondary import Table, suppressed
from baken.model.errors import PublicationError

Mask = NDArray[np.bool_]


class Method(StrEnum):
    """How small counts are protected."""

    ROUNDING = "rounding"
    SUPPRESSION = "suppression"


class Shown(StrEnum):
    """What is told of a cell; of an absent one nothing is held, and the sums count it as none."""

    EXACT = "exact"
    ROUNDED = "rounded"
    HIDDEN = "hidden"
    WIDENED = "widened"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, eq=False)
class ProtectedTable:
    """What is published of a table: counts and what is told of each, in the shape of the layout.

    A hidden or absent cell has count -1. ``base`` is the base of the rounding, or the smallest count that is
    shown. ``known`` marks the cells that others have published.
    """

    layout: Layout
    method: Method
    base: int
    counts: Counts
    shown: NDArray[np.str_]
    known: Mask
    largest_error: int

    @classmethod
    def of_told(cls, told: Told, held: Mask, known: Mask) -> ProtectedTable:
        """A rounded table as it is published.

        Args:
            told: what the rounding tells.
            held: the cells of which every part is held, shape of the layout.
            known: the cells that others have published or that are sums of those; the same shape.

        """
        layout = told.layout
        lower, upper = told.bounds()
        shown = np.where((lower < upper).reshape(layout.shape), Shown.ROUNDED, Shown.EXACT).astype("<U8")
        inner = tuple(map(slice, layout.inner_shape))
        shown[inner] = np.where(told.widened, Shown.WIDENED, shown[inner])
        shown[known] = Shown.EXACT
        absent = ~held & ~known
        shown[absent] = Shown.ABSENT
        counts = np.where(absent, -1, told.shown)
        return cls(layout, Method.ROUNDING, told.base, counts, shown, known, told.error_bound)

    def knowledge(self) -> Knowledge:
        """What anybody knows of the table. Secret is every cell that may be a small count, as far as told."""
        if self.method is Method.SUPPRESSION:
            hidden = (self.shown == Shown.HIDDEN).ravel()
            lower = np.where(hidden, 1, self.counts.ravel())
            upper = np.where(hidden, UNBOUNDED, self.counts.ravel())
            return Knowledge(lower, upper, hidden, self.layout.equations())
        told = knowledge_of(self.told())
        small = (told.lower < told.upper) & (told.lower < self.base)
        return Knowledge(told.lower, told.upper, small, told.equations)

    def public(self) -> Knowledge:
        """What anybody knows without the table: the cells that others have published."""
        known = ((self.known & (self.counts >= 0)) | self.absent).ravel()
        counts = np.where(known, np.maximum(self.counts.ravel(), 0), 0)
        secret = np.zeros(self.layout.cells, np.bool_)
        return Knowledge(counts, np.where(known, counts, UNBOUNDED), secret, self.layout.equations())

    @property
    def absent(self) -> Mask:
        """The parts of which nothing is held, and sums of those alone; shape of the layout."""
        there = self.shown[tuple(map(slice, self.layout.inner_shape))] != Shown.ABSENT
        return np.asarray(self.layout.filled(there.astype(np.int64)) == 0)

    def told(self) -> Told:
        """A rounded table as the rounding tells it."""
        inner = tuple(map(slice, self.layout.inner_shape))
        exact = np.where(self.known, self.counts, 0)
        return Told(
            layout=self.layout,
            published=self.layout.filled(np.maximum(self.counts[inner], 0)),
            known=self.known | self.absent,
            exact=exact,
            widened=np.asarray(self.shown[inner] == Shown.WIDENED),
            base=self.base,
            error_bound=self.largest_error,
        )


def protected(
    table: CountTable, method: Method, base: int, key: bytes, known: Mask | None = None
) -> ProtectedTable:
    """Protect the counts from 1 to ``base`` - 1 of a table.

    Raises:
        PublicationError: a count cannot be hidden, because it follows from what others have published.

    """
    given = np.zeros(table.layout.shape, np.bool_) if known is None else known
    if method is Method.SUPPRESSION:
        return _hidden(table, base, given)
    return _rounded(table, base, key, given)


def _rounded(table: CountTable, base: int, key: bytes, known: Mask) -> ProtectedTable:
    layout = table.layout
    try:
        found = protect(layout, table.counts, key, Options(base=base), known)
    except NotProtectedError as error:
        raise _follows(layout, int(error.cells[0])) from error
    told = found.told
    if not attack(knowledge_of(told, found.secret)).lost:
        raise _follows(layout, int(np.flatnonzero(found.secret)[0]))
    return ProtectedTable.of_told(told, np.ones(layout.shape, np.bool_), known)


def _hidden(table: CountTable, least: int, known: Mask) -> ProtectedTable:
    layout = table.layout
    full = layout.filled(table.counts)
    sensitive = np.asarray(Threshold(least).sensitive(full))
    found = suppressed(Table.of(layout, table.counts, sensitive, known))
    if len(found.lost):
        raise _follows(layout, int(found.lost[0]))
    hidden = found.hidden.reshape(layout.shape)
    shown = np.where(hidden, Shown.HIDDEN, Shown.EXACT).astype("<U8")
    made = ProtectedTable(layout, Method.SUPPRESSION, least, np.where(hidden, -1, full), shown, known, 0)
    told = made.knowledge()
    outcome = attack(Knowledge(told.lower, told.upper, (sensitive & ~known).ravel(), told.equations))
    if not outcome.lost:
        raise _follows(layout, outcome.fallen[0].cell if outcome.fallen else int(outcome.undecided[0]))
    return made


def _follows(layout: Layout, cell: int) -> PublicationError:
    return PublicationError(
        f"it is not shown that the count of {' '.join(layout.codes(cell))} stays hidden.",
        do="Publish fewer sums or larger groups, or leave this cell's row out.",
    )
