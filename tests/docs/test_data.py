# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The page about data says of each source what its ``source.yaml`` says."""

from __future__ import annotations

import re
from typing import Any

import pytest

from baken.catalogue.files import read_csv
from baken.sources.registry import ROOT, source, sources

from .pages import DOCS

PAGE = (DOCS / "data.md").read_text("utf-8")


@pytest.mark.parametrize("name", sources())
def test_a_source_has_a_row_that_says_what_it_is(name: Any) -> None:
    one = source(name)
    rows = [sum(1 for _ in read_csv(ROOT / name / file, ("indicator",))) for file in one.files]
    number = str(sum(rows)) if rows else "made by a program" if one.is_carried else "when fetched"
    taken = one.taken.isoformat() if one.taken else "when fetched"
    cells = (f"`{name}`", one.table, one.publisher, one.licence, taken, number)
    assert f"| {' | '.join(cells)} |" in PAGE


@pytest.mark.parametrize("name", sources())
def test_a_source_has_a_section_with_its_coverage_and_its_traps(name: Any) -> None:
    section = re.search(rf"^## `{name}`(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert section
    assert "*Coverage.*" in section[1]
    assert "*Traps.*\n\n- " in section[1]


def test_the_page_names_no_source_that_is_not_there() -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)) == set(sources())
