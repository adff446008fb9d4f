# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The page that follows one figure: its steps are run, and it passes through every room of the picture."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .pages import DOCS, ROOT, blocks, run_session

PAGE = DOCS / "follow-one-figure.md"
ROOMS = ("sources", "store", "picture", "web", "publications", "edition")


def test_every_step_prints_what_the_page_says(tmp_path: Path) -> None:
    session = "\n".join(block.text for block in blocks(PAGE) if block.language == "pycon")
    assert session.count(">>>") > 30
    run_session(session, tmp_path)


def test_a_step_that_prints_something_else_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="Expected"):
        run_session(">>> 1 + 1\n3\n", tmp_path)


@pytest.mark.parametrize("room", ROOMS)
def test_the_figure_passes_through_every_room(room: str) -> None:
    assert f"`src/baken/{room}/" in PAGE.read_text("utf-8")


def test_every_step_names_its_file_and_function() -> None:
    steps = re.split(r"^## \d+\. ", PAGE.read_text("utf-8"), flags=re.MULTILINE)[1:]
    assert len(steps) == 10
    for step in steps[1:-1]:
        named = re.findall(r"`(\w+)`\s+in\s+`(src/baken/[\w/]+\.py)`", step)
        assert named, step
        for name, file in named:
            assert re.search(rf"^(def|class) {name}\b", (ROOT / file).read_text("utf-8"), re.MULTILINE)
