# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given

from baken.disclosure.attack.witness import Effort
from baken.disclosure.certificates.check import checked
from baken.disclosure.certificates.file import (
    read_certificates,
    read_knowledge,
    write_certificates,
    write_knowledge,
)
from baken.disclosure.certificates.find import certified
from baken.disclosure.knowledge import Knowledge, Values
from disclosure.attack.tables import hidden_more, possible, rounded, small
from disclosure.city import needs_tables


@given(small(signs=(-2, -1, 1, 2)))
def test_every_cell_that_can_differ_has_a_certificate_and_no_other_has(
    case: tuple[Knowledge, Values],
) -> None:
    knowledge, _ = case
    tables = possible(knowledge)
    for width in (1, 2):
        certificates, _ = certified(knowledge, Effort(width=width))
        outcome = checked(knowledge, certificates)
        apart = tables.max(axis=0) - tables.min(axis=0)
        assert outcome.problems == ()
        assert outcome.missing.tolist() == np.flatnonzero(knowledge.secret & (apart < width)).tolist()
        for move in range(certificates.moves):
            assert (tables == certificates.alternative(move)).all(axis=1).any()


@needs_tables
@pytest.mark.parametrize("width", [1, 2])
def test_certificates_of_a_rounded_table_are_checked_in_far_less_than_a_second(width: int) -> None:
    knowledge, _, _ = rounded("2d", 3)
    certificates, outcome = certified(knowledge, Effort(width=width))
    before = time.process_time()
    assert checked(knowledge, certificates).problems == ()
    assert time.process_time() - before < 1
    assert len(certificates.cells) + len(outcome.fallen) == knowledge.secret.sum() > 1_318


@needs_tables
def test_the_same_figures_give_the_same_file_and_the_file_proves_the_same(tmp_path: Path) -> None:
    knowledge, _, _ = hidden_more("g3d")
    for name in ("first", "second"):
        certificates, _ = certified(knowledge)
        write_certificates(tmp_path / name, certificates)
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()
    write_knowledge(tmp_path / "published", knowledge)
    published = read_knowledge(tmp_path / "published")
    assert checked(published, read_certificates(tmp_path / "first")).proven


@needs_tables
def test_nothing_that_was_changed_passes() -> None:
    knowledge, _, _ = hidden_more("g3d")
    good, _ = certified(knowledge)
    step = good.step.copy()
    step[0] += 1
    table = good.table.copy()
    table[good.cell[0]] += 1
    fewer = replace(good, cells=good.cells[1:], low=good.low[1:], high=good.high[1:])
    for wrong, problem in [
        (replace(good, made_for="0" * 64), "other published figures"),
        (replace(good, step=step), "a move"),
        (replace(good, table=table), "table|equation"),
        (replace(good, high=good.low), "not 1 apart"),
        (replace(good, width=1000), "not 1000 apart"),
        (replace(good, cell=np.full_like(good.cell, 10**9)), "out of range"),
        (replace(good, cell=np.zeros_like(good.cell)), "twice"),
        (replace(good, start=good.start[::-1].copy()), "do not fit"),
        (replace(good, low=good.low[1:]), "same length"),
    ]:
        (found,) = checked(knowledge, wrong).problems
        assert any(word in found for word in problem.split("|"))
    assert checked(knowledge, fewer).missing.tolist() == [good.cells[0]]
    assert not checked(knowledge, fewer).proven


def test_a_file_of_something_else_is_refused_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "x.npz"
    file.write_bytes(b"PK nothing")
    with pytest.raises(ValueError, match="does not hold baken certificates 1"):
        read_certificates(file)
    np.savez(file, form=np.zeros(1, np.int64))
    with pytest.raises(ValueError, match="does not hold baken knowledge 1"):
        read_knowledge(file)
    with file.open("wb") as handle:
        np.save(handle, np.zeros(1, np.int64))
    with pytest.raises(ValueError, match="does not hold baken certificates 1"):
        read_certificates(file)


def test_a_file_that_would_fill_the_memory_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("baken.disclosure.certificates.file._MOST", 100)
    np.savez(tmp_path / "x.npz", form=np.zeros(100, np.int64))
    with pytest.raises(ValueError, match="does not hold baken certificates 1"):
        read_certificates(tmp_path / "x.npz")


@needs_tables
@pytest.mark.slow
@pytest.mark.parametrize("kind", ["hidden", "rounded"])
def test_the_whole_cube_is_certified_in_half_a_minute(kind: str) -> None:
    knowledge, _, _ = hidden_more("3d") if kind == "hidden" else rounded("3d", 3)
    before = time.process_time()
    certificates, outcome = certified(knowledge)
    assert time.process_time() - before < 30
    assert not len(outcome.undecided)
    assert checked(knowledge, certificates).missing.tolist() == [one.cell for one in outcome.fallen]
