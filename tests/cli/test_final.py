# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken build --final``: refused in one line while something is missing."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from .conftest import Run


@pytest.mark.requirement("DOC-05")
def test_a_final_edition_of_maastricht_is_refused_in_one_line(run: Run, tmp_path: Path, site: None) -> None:
    answer = run("build", "GM0935", "--date", "2026-11-21", "--final", "--out", "edition")
    assert answer.code == 1
    assert "13 developments of Maastricht have no impact score" in answer.error_line
    assert not (tmp_path / "edition").exists()


def test_the_invented_town_has_a_final_edition(run: Run, tmp_path: Path, site: None) -> None:
    answer = run("build", "GM9999", "--date", "2026-11-21", "--final", "--out", "edition")
    assert (answer.code, answer.err) == (0, "")
    assert "GM9999 on 2026-11-21 (final edition): " in answer.out
    manifest = msgspec.json.decode((tmp_path / "edition/manifest.json").read_bytes())
    assert manifest["status"] == "final"
    assert run("verify", "edition").code == 0
