# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Editions of made-up figures of a real register of areas, and logs of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from baken.model.edition import EarlierEdition, EditionStatus, Predecessor
from baken.picture.material import Material, with_before
from baken.picture.picture import SafetyPicture
from baken.publications.open_data import records, to_json
from baken.publications.revisions.log import log_of
from baken.publications.revisions.log import to_json as log_json
from baken.publications.revisions.told import Figure, Key, Margin, Told
from picture.helpers import TODAY

EARLIER = date(2026, 5, 1)
INDICATORS, AREAS, PERIODS = (
    ("hic", "fietsendiefstal"),
    ("GM0935", "SD0935-centrum", "BU09350000"),
    ("2023", "2024"),
)
_STATUSES = ("measured", "provisional", "revised")


@st.composite
def figures(draw: st.DrawFn, key: Key) -> Figure:
    """A figure with or without a value."""
    value = draw(st.one_of(st.none(), st.integers(0, 3), st.sampled_from([0.5, 1.25])))
    margin = draw(st.one_of(st.none(), st.builds(Margin, st.just(0.1), st.sampled_from([2.0, 3.0]))))
    status = (
        draw(st.sampled_from(_STATUSES))
        if value is not None
        else draw(st.sampled_from(["missing", "suppressed"]))
    )
    return Figure(
        indicator=key[0],
        area=key[1],
        period=key[2],
        status=status,
        version=draw(st.integers(1, 2)),
        value=value,
        interval=margin if value is not None else None,
        snapshots=("source/table@2026-01-01",),
    )


@st.composite
def tellings(draw: st.DrawFn, on: date = TODAY) -> Told:
    """What an edition tells: some of a few figures."""
    keys = [(name, area, period) for name in INDICATORS for area in AREAS for period in PERIODS]
    chosen = draw(st.lists(st.sampled_from(keys), unique=True))
    found = tuple(draw(figures(key)) for key in chosen)
    return Told(date=on, status=EditionStatus.WORKING, figures=found, indicators={})


def figures_of(material: Material) -> bytes:
    """The figures of an edition of this material."""
    picture = SafetyPicture(material)
    return to_json(picture, records(picture))


def first_edition(material: Material, changed: dict[bytes, bytes] | None = None) -> EarlierEdition:
    """The first edition of a material, on an earlier day; in its figures some words are others."""
    earlier = replace(material, on=material.on, before=None)
    told = figures_of(earlier)
    for old, new in (changed or {}).items():
        assert told.count(old) == 1, old
        told = told.replace(old, new)
    log = log_json(log_of(SafetyPicture(earlier)))
    return EarlierEdition(predecessor=Predecessor(date=EARLIER, manifest="0" * 64), figures=told, log=log)


def after(material: Material, earlier: EarlierEdition) -> SafetyPicture:
    """The picture that comes after an edition."""
    return SafetyPicture(with_before(material, earlier))
