# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""From actions that their owner tells about to a frozen progress report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from .desk import Desk

AREA = "GM9999"
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("desk-progress")]
TEXT = "De gesprekken met de ondernemers verlopen volgens plan."


@pytest.mark.requirement("EVAL-04")
def test_an_owner_tells_and_the_adviser_freezes_the_report(
    sign_in: Callable[..., Desk], tmp_path: Path
) -> None:
    owner, adviser = sign_in("demo-action-owner"), sign_in("demo-adviser")
    plan = adviser.find("documenten", "Uitvoeringsplan+Veiligheid+2026")
    # Two actions of the owner's own department, and one of another.
    own = {"plan": plan, "lead": "Afdeling Veiligheid (verzonnen)", "theme": "Ondermijning"}
    late = adviser.add("acties", title="Gesprekken met ondernemers", end="2026-03-31", **own)
    stuck = adviser.add("acties", title="Panden op de lijst", end="2026-09-30", **own)
    other = adviser.add(
        "acties", title="Werk van een ander", plan=plan, lead="Afdeling Jeugd (verzonnen)", end="2026-09-30"
    )
    assert owner.step("acties", late, "begin", "eerste gesprek gevoerd")
    assert owner.step("acties", stuck, "block", "de lijst is er nog niet")
    owner.open(f"/werk/register/acties/{other}/")
    assert owner.page.locator("a[href*='/stap/']").count() == 0
    board = adviser.open(f"/werk/acties/?plan={plan}")
    late_part, stuck_part = board.index("Te laat ("), board.index("Geblokkeerd (")
    assert "Gesprekken met ondernemers" in board[late_part:stuck_part]
    assert "Panden op de lijst" in board[stuck_part : board.index("Al lang niets gemeld (")]
    assert "de lijst is er nog niet" in board

    document = adviser.add(
        "documenten", kind="progress-report", title="Voortgang voorjaar 2026", visibility="council"
    )
    report = adviser.add(
        "rapportages", kind="progress", document=document, plan=plan, start="2026-01-01", end="2026-04-30"
    )
    text = adviser.add("teksten", report=report, position="1", text=TEXT)
    assert not adviser.step("rapportages", report, "close")
    adviser.open(f"/werk/ondertekenen/{text}/")
    adviser.press("form.record-form button.primary, main form button")
    assert owner.step("acties", late, "finish", "alle gesprekken gevoerd")
    assert adviser.step("rapportages", report, "close"), adviser.words
    assert "afgerond en bevroren" in adviser.words

    adviser.open(f"/werk/register/rapportages/{report}/")
    with adviser.page.expect_download() as taken:
        adviser.page.click("a[href$='/word/']")
    file = tmp_path / "report.docx"
    taken.value.save_as(file)
    paper = docx.Document(str(file))
    rows = [[cell.text for cell in row.cells] for table in paper.tables for row in table.rows]
    said = "\n".join([*(one.text for one in paper.paragraphs), *(" | ".join(row) for row in rows)])
    assert TEXT in said
    assert any("Panden op de lijst" in " ".join(row) and "geblokkeerd" in " ".join(row) for row in rows)
    # Frozen: there is no way left to change it.
    adviser.open(f"/werk/register/rapportages/{report}/")
    assert adviser.page.locator("a[href$='/wijzigen/']").count() == 0
