# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""No output depends on a true count: with other true counts behind the same cubes every byte is the same."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal

import pytest

from baken.edition import gate
from baken.model.period import Period
from baken.picture.material import Material
from baken.picture.protection import files as small_areas
from baken.picture.protection.material import PublicMaterial, public_material
from edition import whole
from edition.other_truth import keeping, other_truth
from edition.small_material import key
from picture.helpers import EXAMPLE, held

_MOVES = 300


@dataclass(frozen=True)
class Other:
    """Another truth, and what of it may be published."""

    raw: Material
    public: PublicMaterial
    changed: int


@pytest.fixture(scope="module")
def other() -> Other:
    raw, changed = other_truth(held(EXAMPLE), whole.town(), _MOVES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("baken.picture.protection.material.protect", keeping(whole.town()))
        return Other(raw, public_material(raw, key), changed)


def true_counts(material: Material) -> dict[tuple[str, str, Period], Decimal | None]:
    return {one.key: one.value for each in material.holdings.snapshots for one in each.observations}


def test_the_other_truth_is_really_another(other: Other) -> None:
    """Nine of ten hidden counts are others; no figure of the municipality is."""
    before, now = true_counts(held(EXAMPLE)), true_counts(other.raw)
    differing = {one for one in before if before[one] != now[one]}
    assert other.changed > 1000
    assert [one for one in differing if one[1] == EXAMPLE] == []
    hidden = changed = 0
    for one, two in zip(whole.town().cubes, other.public.cubes, strict=True):
        fill = one.rounded.layout.filled
        moved = fill(one.cube.cells.counts) != fill(two.cube.cells.counts)
        hidden += int(one.rounded.secret.sum())
        changed += int((one.rounded.secret & moved).sum())
    assert hidden > 1000
    assert changed > 0.9 * hidden


@pytest.mark.requirement("DEV-11")
def test_public_material_is_the_same_for_another_truth(other: Other) -> None:
    """Quick: all that outputs are made of is the same, field by field."""
    one, two = whole.town().material, other.public.material
    assert small_areas.to_csv(one) == small_areas.to_csv(two)
    assert one.holdings.snapshots == two.holdings.snapshots
    assert one.months == two.months
    assert (one.municipality, one.register, one.outlines, one.on) == (
        two.municipality,
        two.register,
        two.outlines,
        two.on,
    )


@pytest.mark.slow
@pytest.mark.requirement("DEV-11")
def test_every_byte_of_the_edition_is_the_same_for_another_truth(other: Other) -> None:
    files = whole.outputs()
    again = whole.rendered(other.public.material)
    assert files.keys() == again.keys()
    assert [path for path in files if files[path] != again[path]] == []
    beside = gate.passed(whole.town(), files, lambda _: files, key)
    now = gate.passed(other.public, again, lambda _: files, key)
    assert beside.keys() == now.keys()
    differing = {path for path in beside if beside[path] != now[path]}
    # A keyed checksum of the true counts, which confirms no guess, is all that may differ.
    assert differing == {"audit.json"}
    assert without_checksums(beside["audit.json"]) == without_checksums(now["audit.json"])


def without_checksums(audit: bytes) -> object:
    told = json.loads(audit)
    for one in told["cubes"]:
        assert len(one.pop("true_counts")) == len("hmac-sha256:") + 64
    return told


def test_a_trace_of_the_true_counts_would_be_seen(other: Other) -> None:
    """The test itself: material that holds one true count more is not the same."""
    raw = held(EXAMPLE)
    assert small_areas.to_csv(raw) != small_areas.to_csv(other.raw)
