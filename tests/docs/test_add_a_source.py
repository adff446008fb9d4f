# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The pages that say how to add a thing, followed step by step in a copy of the project."""

from __future__ import annotations

from pathlib import Path

from .pages import DOCS, copied_project, follow

DATA = "src/baken/catalogue/data/nl"
TOWN = f"{DATA}/municipalities/GM9999/municipality.yaml"


def test_the_steps_to_add_a_source_work(tmp_path: Path) -> None:
    done = follow(DOCS / "add-a-source.md", copied_project(tmp_path))
    folder = "src/baken/sources/demo_geweld"
    table = f"{folder}/figures.csv"
    carried = [f"{folder}/source.yaml", table, TOWN, "console", table, "console"]
    by_protocol = ["src/baken/sources/demo_huizen/source.yaml", "pycon"]
    own = "src/baken/sources/demo_tellingen"
    assert done == [*carried, *by_protocol, f"{own}/source.yaml", f"{own}/source.py", "pycon"]


def test_the_steps_to_add_an_indicator_work(tmp_path: Path) -> None:
    done = follow(DOCS / "add-an-indicator.md", copied_project(tmp_path))
    assert done == [f"{DATA}/indicators/fietsendiefstal.yaml", TOWN, "console", "pycon"]


def test_the_steps_to_add_a_publication_work(tmp_path: Path) -> None:
    done = follow(DOCS / "add-a-publication.md", copied_project(tmp_path))
    assert done == ["src/baken/publications/plain_text.py", "pycon"]
