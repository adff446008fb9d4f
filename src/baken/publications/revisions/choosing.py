# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which edition comes before a picture: the one that stands in its place, or the last that is remembered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from baken.model.edition import EarlierEdition, Predecessor
from baken.publications.revisions.compare import revisions_between
from baken.publications.revisions.told import read_told, told_by

if TYPE_CHECKING:
    from baken.picture.picture import SafetyPicture
    from baken.store.published import Published, Remembered


def earlier_edition(
    picture: SafetyPicture, published: Published, standing: Predecessor | None = None
) -> EarlierEdition | None:
    """The edition before a picture, with what it said; nothing for the first edition.

    An edition of the same day with the same figures is this edition itself, made again: then the one before
    that counts. So does the one before an edition of a later day. Editions are compared only where the
    workspace remembers that it published them: side by side, figures that another workspace protected would
    tell too much. Where it remembers none at all, the one that stands there is named and not compared.

    Args:
        picture: what is to be published.
        published: the editions that the workspace remembers.
        standing: the edition in whose place it comes.

    Raises:
        StoreError: what the workspace remembers cannot be read.

    """
    on, found = picture.material.on, standing
    if standing is None or published.named(standing.manifest) is None:
        newest = published.newest(on)
        found = newest.predecessor if newest else standing
    while found is not None:
        held = published.named(found.manifest)
        if held is None:
            return EarlierEdition(predecessor=replace(found, compared=False)) if found.date <= on else None
        if held.on <= on:
            earlier = published.earlier(held)
            if held.on < on or not _same_figures(earlier, picture):
                return earlier
        found = held.before
    return None


def _same_figures(earlier: EarlierEdition, picture: SafetyPicture) -> bool:
    return not revisions_between(read_told(earlier.figures), told_by(picture))


def named_edition(published: Published, predecessor: Predecessor | None) -> EarlierEdition | None:
    """The edition that a manifest names as the one before.

    Raises:
        StoreError: what the workspace remembers of it cannot be read.

    """
    if predecessor is None:
        return None
    held: Remembered | None = published.named(predecessor.manifest) if predecessor.compared else None
    return published.earlier(held) if held else EarlierEdition(predecessor=predecessor)
