# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the bench says of a goal, and that a rival which fails leaves our own figures standing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

import bench
import bench_disclosure
import bench_disclosure_inputs

from disclosure.city import needs_tables

MINE = {"cells": 3, "sensitive": 9, "recomputable": 0, "processor": 0.5}


@pytest.mark.parametrize(
    ("bound", "held"),
    [("most", (1, 2)), ("least", (2, 3)), ("below", (1,)), ("above", (3,)), ("exactly", (2,))],
)
def test_a_goal_holds_as_its_bound_says(bound: str, held: tuple[int, ...]) -> None:
    found = [bench.bounded(bench.measurement("x", value, "s", 2), bound) for value in (1, 2, 3)]
    assert tuple(one.value for one in found if one.met) == held
    assert bench.bounded(bench.measurement("x", 1, "s", None), bound).met is None


def test_a_reference_of_zero_has_no_ratio() -> None:
    assert bench.measurement("x", 0, "cells", 0, ("other", 0)).ratio is None
    assert bench.measurement("x", 1, "cells", 0, ("other", 4)).ratio == 0.25


def test_every_bench_of_disclosure_control_runs_under_its_pattern() -> None:
    assert {name for name in bench.BENCHES if "disclosure" in name} == {
        f"disclosure-{name}" for name in bench_disclosure.BENCHES
    }


@pytest.mark.parametrize(
    ("code", "lines", "said"),
    [
        (-11, "", "ended with -11"),
        (0, "", "ended with 0"),
        (0, '{"absent": "other"}\n', "other is not installed"),
    ],
)
def test_a_rival_that_gives_no_answer_is_left_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], code: int, lines: str, said: str
) -> None:
    done = subprocess.CompletedProcess(["x"], code, lines)
    monkeypatch.setattr(bench_disclosure, "_process", lambda *_, **__: done)
    assert bench_disclosure.rival("suppression", "2d") is None
    assert said in capsys.readouterr().err


def test_a_rival_that_does_not_end_is_left_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def endless(*_: str, patience: float) -> None:
        raise subprocess.TimeoutExpired("x", patience)

    monkeypatch.setattr(bench_disclosure, "_process", endless)
    assert bench_disclosure.rival("personal") is None
    assert "no answer in 300 s" in capsys.readouterr().err


def test_without_the_rival_our_own_figures_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_disclosure, "own", lambda *_: MINE)
    monkeypatch.setattr(bench_disclosure, "rival", lambda *_: None)
    found = list(bench_disclosure.suppression_rivals())
    assert {one.value for one in found} == {3, 0, 0.5}
    assert all(one.rival is None for one in found)


def test_without_the_tables_one_line_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(bench_disclosure, "TABLES", tmp_path / "none")
    assert list(bench.BENCHES["disclosure-rounding"]()) == []
    assert "rounding is not measured" in capsys.readouterr().err


@needs_tables
@pytest.mark.parametrize(
    ("name", "cells", "sensitive"), [("z3", 1_125, 308), ("sosialFiktiv", 11_775, 1_897)]
)
def test_the_tables_with_overlapping_groups(name: str, cells: int, sensitive: int) -> None:
    table = bench_disclosure_inputs.to_suppress(name)
    assert len(table.values) == cells
    assert int(table.sensitive.sum()) == sensitive
