# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Two editions differ in the figures that differ, and in no others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from msgspec.structs import replace as with_fields

from baken.model.edition import EditionStatus
from baken.model.revision import RevisionKind, RevisionReason
from baken.publications.revisions.compare import revisions_between, sources_between
from baken.publications.revisions.told import Figure, Margin, Told, _Source, read_told, told_by
from picture.helpers import MAASTRICHT, published

from .made import figures_of, tellings

KEY = ("hic", "GM0935", "2023")
FIGURE = Figure(
    *KEY, status="measured", version=1, value=1.4, interval=Margin(1.2, 1.6), snapshots=("a/b@2026-01-01",)
)


def told(*figures: Figure, digest: str = "0") -> Told:
    sources = (_Source("a/b@2026-01-01", digest),)
    return Told(date(2026, 1, 1), EditionStatus.WORKING, figures, {}, sources)


def what_is_said(one: Told) -> dict[tuple[str, str, str], object]:
    return {each.key: (each.value, each.interval, each.status, each.version) for each in one.figures}


@given(before=tellings(), after=tellings())
@settings(max_examples=200, deadline=None)
def test_nothing_is_logged_exactly_where_all_figures_are_the_same(before: Told, after: Told) -> None:
    old, new = what_is_said(before), what_is_said(after)
    differing = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
    found = revisions_between(before, after)
    assert {one.key for one in found} == differing
    assert len(found) == len(differing)
    assert (found == ()) == (old == new)


@given(before=tellings(), after=tellings())
@settings(max_examples=100, deadline=None)
def test_every_number_of_a_revision_stands_in_one_of_the_editions(before: Told, after: Told) -> None:
    old, new = before.by_key, after.by_key
    for one in revisions_between(before, after):
        if one.after is not None:
            assert (one.after.value, one.after.status) == (new[one.key].value, new[one.key].status)
        if one.before is not None and one.kind is not RevisionKind.WITHDRAWN:
            assert (one.before.value, one.before.status) == (old[one.key].value, old[one.key].status)


def test_a_value_that_went_is_not_said_again() -> None:
    gone = with_fields(FIGURE, value=None, interval=None, status="suppressed")
    for after in (told(), told(gone)):
        (one,) = revisions_between(told(FIGURE), after)
        assert one.kind is RevisionKind.WITHDRAWN
        assert one.before is not None
        assert (one.before.value, one.before.lower, one.before.upper) == (None, None, None)


def test_kinds_and_reasons() -> None:
    later = with_fields(FIGURE, period="2024")
    cases = [
        ((FIGURE,), (FIGURE, later), "1", RevisionKind.NEW, RevisionReason.PERIOD),
        ((later,), (FIGURE, later), "1", RevisionKind.NEW, RevisionReason.ADDED),
        (
            (FIGURE,),
            (with_fields(FIGURE, value=1.5, version=2),),
            "1",
            RevisionKind.CHANGED,
            RevisionReason.DEFINITION,
        ),
        ((FIGURE,), (with_fields(FIGURE, value=1.5),), "1", RevisionKind.CHANGED, RevisionReason.SOURCE),
        ((FIGURE,), (with_fields(FIGURE, value=1.5),), "0", RevisionKind.CHANGED, RevisionReason.METHOD),
        (
            (FIGURE,),
            (with_fields(FIGURE, value=1.5, status="revised"),),
            "1",
            RevisionKind.CHANGED,
            RevisionReason.REVISED,
        ),
        (
            (with_fields(FIGURE, status="provisional"),),
            (FIGURE,),
            "1",
            RevisionKind.STATUS,
            RevisionReason.FINAL,
        ),
        ((FIGURE,), (), "1", RevisionKind.WITHDRAWN, RevisionReason.LEFT_OUT),
    ]
    for before, after, digest, kind, reason in cases:
        (one,) = revisions_between(told(*before), told(*after, digest=digest))
        assert (one.kind, one.reason) == (kind, reason)


def test_a_snapshot_with_other_data_is_named() -> None:
    assert sources_between(told(), told()) == ()
    (one,) = sources_between(told(), told(digest="1"))
    assert (one.snapshot, one.kind) == ("a/b@2026-01-01", RevisionKind.CHANGED)


def test_what_a_picture_tells_is_what_stands_in_its_open_data() -> None:
    picture = published(MAASTRICHT)
    assert told_by(picture) == read_told(figures_of(picture.material))
    assert len(told_by(picture).figures) > 200
    assert revisions_between(told_by(picture), read_told(figures_of(replace(picture.material)))) == ()
