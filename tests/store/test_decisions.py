# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A workspace keeps what was published of protected cubes, for its owner's eyes only."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from baken.disclosure.dimension import flat
from baken.disclosure.layout import Layout
from baken.disclosure.rounding.decision import Decision
from baken.disclosure.rounding.protect import protect
from baken.model.errors import EditionError, InputError
from baken.store.decisions import Decisions, Kept
from baken.store.workspace import Workspace

NAME = "politie-misdrijven 2024"


def decision(seed: int = 1) -> Decision:
    layout = Layout((flat("area", ["a", "b", "c"]), flat("code", ["x", "y"])))
    counts = np.random.default_rng(seed).poisson(3, (3, 2))
    made = protect(layout, counts, b"k" * 32)
    return Decision(made.told, counts, made.secret)


def kept(seed: int = 1, version: int = 1) -> Kept:
    return Kept(decision(seed), date(2026, 11, 21), version)


@pytest.fixture
def decisions(tmp_path: Path) -> Decisions:
    return Decisions(Workspace(tmp_path), "GM9999")


def test_what_is_kept_is_read_as_it_was(decisions: Decisions) -> None:
    decisions.add(NAME, 1, kept(1))
    decisions.add(NAME, 2, kept(2, version=2))
    first, second = decisions.of(NAME)
    assert (first.version, second.version, first.on) == (1, 2, date(2026, 11, 21))
    for one, seed in ((first, 1), (second, 2)):
        wanted = decision(seed)
        assert one.decision.answers(wanted.layout, wanted.counts, wanted.told.known, wanted.told.base)
        assert np.array_equal(one.decision.told.published, wanted.told.published)
        assert np.array_equal(one.decision.secret, wanted.secret)
        assert one.decision.told.error_bound == wanted.told.error_bound


def test_another_cube_and_another_municipality_know_nothing_of_it(
    decisions: Decisions, tmp_path: Path
) -> None:
    decisions.add(NAME, 1, kept())
    assert decisions.of("politie-misdrijven 2023") == ()
    assert Decisions(Workspace(tmp_path), "GM0935").of(NAME) == ()


def test_only_the_owner_can_read_it(decisions: Decisions, tmp_path: Path) -> None:
    decisions.add(NAME, 1, kept())
    (path,) = tmp_path.rglob("*.npz")
    assert path.stat().st_mode & 0o077 == 0


def test_of_two_makers_the_second_is_told(decisions: Decisions) -> None:
    decisions.add(NAME, 1, kept(1))
    decisions.add(NAME, 1, kept(1))
    with pytest.raises(EditionError, match=r"in the meantime.*Build the edition again"):
        decisions.add(NAME, 1, kept(2))
    assert len(decisions.of(NAME)) == 1


@pytest.mark.parametrize("damage", [b"", b"PK\x05\x06" + bytes(18), b"not a file of arrays"])
def test_a_damaged_file_is_named_and_never_passed_over(
    decisions: Decisions, tmp_path: Path, damage: bytes
) -> None:
    decisions.add(NAME, 1, kept())
    (path,) = tmp_path.rglob("*.npz")
    path.write_bytes(damage)
    with pytest.raises(InputError, match=r"1\.npz.*back-up"):
        decisions.of(NAME)
