# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Actions from a spreadsheet in a browser: a fault with its row, a look first, and nothing twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desk.test_actions_in_a_spreadsheet import UPLOAD, workbook

from .desk import Desk

AREA = "GM9999"
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("desk-spreadsheet")]


def _rows(theme: str) -> list[dict[str, object]]:
    """Two actions, the second with a theme that may be written wrongly."""
    return [
        {"Actie": "Ronde langs winkels", "Thema": "Ondermijning", "Klaar": "Q3 2026"},
        {"Actie": "Folder over sloten", "Thema": theme, "Klaar": "Q4 2026"},
    ]


def _look(desk: Desk, file: Path, plan: str) -> str:
    desk.open(UPLOAD)
    desk.page.select_option("select[name='plan']", plan)
    desk.page.set_input_files("input[name='file']", file)
    return desk.press("form.record-form button")


def test_a_file_is_refused_seen_taken_over_and_then_changes_nothing(
    sign_in: Callable[..., Desk], tmp_path: Path
) -> None:
    adviser = sign_in("demo-adviser")
    plan = adviser.find("documenten", "Uitvoeringsplan+Veiligheid+2027")
    file = tmp_path / "acties.xlsx"
    file.write_bytes(workbook(_rows("Ondermijnig")))
    said = _look(adviser, file, plan)
    assert "rij 3" in said.lower()
    assert adviser.page.locator("button[name='take']").count() == 0
    file.write_bytes(workbook(_rows("Ondermijning")))
    assert "Folder over sloten" in _look(adviser, file, plan)
    assert "Folder over sloten" not in adviser.open("/werk/register/acties/?q=Folder+over+sloten").replace(
        "“Folder over sloten”", ""
    )
    _look(adviser, file, plan)
    adviser.press("button[name='take']")
    assert adviser.find("acties", "Folder+over+sloten")
    with adviser.page.expect_download() as taken:
        adviser.page.evaluate(f"location.href = '/werk/acties/download/?plan={plan}'")
    out = tmp_path / "uit.xlsx"
    taken.value.save_as(out)
    again = _look(adviser, out, plan)
    assert "Dit bestand wijzigt niets." in again, again
    assert adviser.page.locator("button[name='take']").count() == 0
