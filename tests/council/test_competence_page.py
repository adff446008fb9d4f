# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The page about who decides shows what the rules answer."""

from __future__ import annotations

import doctest
from pathlib import Path

from baken.catalogue.governance import load_governance
from baken.model.governance import Body

PAGE = Path(__file__).parents[2] / "docs" / "who-decides.md"


def test_the_examples_of_the_page_work() -> None:
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert (failed, tried) == (0, 7)


def test_the_page_names_the_recorder_of_every_body_and_every_power_that_waits() -> None:
    rules, page = load_governance(), PAGE.read_text("utf-8")
    for body in Body:
        row = next(line for line in page.splitlines() if line.startswith(f"| {body}"))
        assert rules.recorder(body).name.en in row
    waiting = [one.article for one in rules.law.articles if one.needs]
    assert waiting == ["151b", "151c", "154a"]
    assert all(one in page for one in waiting)
