# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The page that says who may do what is the one that the rights make."""

from __future__ import annotations

from desk.roles_table import PAGE, page


def test_the_page_of_roles_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "renew it: python tests/desk/roles_table.py"


def test_it_names_every_step_with_whom_it_is_for() -> None:
    said = page()
    assert "| step *Adopt* | " in said
    assert "clerk (kind: programme or decision)" in said
    assert "own district" in said
    assert "(pk" not in said
