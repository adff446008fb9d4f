# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a municipality holds for its papers to the council is read, or is empty, or is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from baken.catalogue.catalogue import DATA
from baken.catalogue.council_papers import (
    Presentation,
    Proposal,
    house_style,
    load_presentation,
    load_proposal,
)
from baken.model.errors import InputError


def test_what_is_held_is_read_and_what_is_not_is_empty() -> None:
    held = load_presentation("GM0935")
    assert held.title is not None
    assert (held.title.nl, len(held.questions), held.document) == (
        "Veiligheidsopgaven van vandaag en morgen",
        3,
        "veiligheidsbeeld 2026",
    )
    assert load_proposal("GM0935") == Proposal()
    assert load_presentation("GM0000") == Presentation()
    assert len(load_proposal("GM9999").points) == 2
    assert house_style("GM9999", "slides.pptx") is None


def test_a_wrong_file_is_named_and_a_template_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "nl" / "municipalities" / "GM9999"
    shutil.copytree(DATA / "nl" / "municipalities" / "GM9999", folder)
    (folder / "presentation.yaml").write_text("titel: {nl: a, en: b}\n")
    (folder / "slides.pptx").write_bytes(b"")
    with pytest.raises(InputError, match=r"presentation\.yaml|titel"):
        load_presentation("GM9999", tmp_path)
    assert house_style("GM9999", "slides.pptx", tmp_path) == folder / "slides.pptx"
