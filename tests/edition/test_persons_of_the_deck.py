# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A document with a suspect and journalists cannot be published until they are redacted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from baken.disclosure.personal.hits import Kind
from baken.disclosure.personal.masking import redacted
from baken.disclosure.personal.scan import scan_text
from baken.edition.personal import check_personal
from baken.model.errors import PublicationError
from baken.picture.material import load_material
from edition.conftest import ON

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason=f"the supplied documents are not at {SEEDS}")
# The lines of the document on which a suspect and journalists are named; no name stands here.
SUSPECT, JOURNALISTS = 126, (108, 110, 130)


@pytest.mark.requirement("DEV-20", "TRAP-29")
def test_the_persons_of_the_deck_block_publication_until_they_are_redacted() -> None:
    text = next(SEEDS.glob("000_*.txt")).read_text("utf-8")
    material = load_material("GM0935", ON)
    with pytest.raises(PublicationError, match="personal data") as refused:
        check_personal({"deck.txt": text.encode()}, material)
    hits = scan_text(text)
    named = [hit for hit in hits if hit.kind in (Kind.NAME, Kind.AUTHOR)]
    lines = {text.count("\n", 0, hit.span.start) + 1: hit.span.of(text) for hit in named}
    assert {SUSPECT, *JOURNALISTS} <= set(lines)
    # First name, initial and age, as one find.
    assert re.fullmatch(r"[A-Z]\w+ [A-Z]\. \(\d\d\)", lines[SUSPECT])
    for words in lines.values():
        assert words not in str(refused.value)
    clean = redacted(text, hits)
    for words in lines.values():
        assert words not in clean
    check_personal({"deck.txt": clean.encode()}, material)


@pytest.mark.requirement("DEV-20", "TRAP-29")
@pytest.mark.parametrize("line", [SUSPECT, *JOURNALISTS])
def test_each_of_them_alone_blocks_publication(line: int) -> None:
    text = next(SEEDS.glob("000_*.txt")).read_text("utf-8").split("\n")[line - 1]
    with pytest.raises(PublicationError, match="personal data"):
        check_personal({"line.txt": text.encode()}, load_material("GM0935", ON))
