# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The picture that the live site shows: loaded once per process, from the settings."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from baken.picture.material import load_material, with_before, with_cycle
from baken.picture.picture import SafetyPicture
from baken.picture.protection.material import public_material
from baken.publications.revisions.choosing import earlier_edition
from baken.store.cycle_snapshots import CycleSnapshots
from baken.store.decisions import Decisions
from baken.store.published import Published
from baken.store.reader import Reader
from baken.store.workspace import Workspace


def picture() -> SafetyPicture:
    """The picture of the municipality that ``BAKEN_AREA`` names, as seen on ``BAKEN_DATE`` or today."""
    return picture_of(settings.BAKEN_AREA, settings.BAKEN_DATE, settings.BAKEN_WORKSPACE)


@lru_cache(maxsize=1)
def picture_of(area: str, day: str, workspace: str) -> SafetyPicture:
    """The picture of a municipality from a workspace, which a process makes once."""
    on = date.fromisoformat(day) if day else date.today()
    held = _workspace(workspace)
    material = load_material(area, on, reader=Reader(held))
    decisions = Decisions(held, area)
    public = public_material(material, held.secret, decisions.of)
    public.remember(decisions)
    published = Published(held, material.municipality.code)
    before = earlier_edition(SafetyPicture(public.material), published)
    return SafetyPicture(with_before(public.material, before))


def current() -> SafetyPicture:
    """The same picture with what is public of the policy cycle now, which the desk can add to at any time."""
    held = picture()
    newest = _cycles(held).last(held.material.on)
    return _with_cycle(held, newest) if newest else held


@lru_cache(maxsize=1)
def _with_cycle(held: SafetyPicture, digest: str) -> SafetyPicture:
    return SafetyPicture(with_cycle(held.material, _cycles(held).named(digest)))


def _cycles(held: SafetyPicture) -> CycleSnapshots:
    return CycleSnapshots(_workspace(settings.BAKEN_WORKSPACE), held.material.municipality.code)


def _workspace(place: str) -> Workspace:
    return Workspace.find(Path(place) if place else None)
