# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a correction says on the public page of changes, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from baken.model.editorial import Correction, Editorial
from baken.model.errors import InputError
from baken.model.text import Language
from baken.picture.material import load_material, with_editorial
from baken.picture.picture import SafetyPicture
from baken.picture.protection.material import public_material
from baken.web.pages import Kind, Page
from baken.web.views import render_page

ON = date(2026, 11, 21)


def page(correction: Correction | None, language: Language) -> str:
    editorial = Editorial(on=ON, correction=correction) if correction else None
    public = public_material(load_material("GM0935", ON), lambda: b"x" * 32)
    picture = SafetyPicture(with_editorial(public.material, editorial))
    return render_page(picture, Page(Kind.REVISIONS, language, ""))


def test_a_correction_says_of_which_edition_what_and_why() -> None:
    correction = Correction(
        of=date(2026, 11, 1), what="Het cijfer van 2021 <is> hersteld", why="Een typefout."
    )
    dutch = page(correction, Language.NL)
    assert (
        "Correctie op de editie van 1 november 2026: Het cijfer van 2021 &lt;is&gt; hersteld. Waarom: Een"
        in dutch
    )
    assert "Correction of the edition of 1 November 2026:" in page(correction, Language.EN)


def test_an_edition_that_corrects_nothing_says_nothing_of_it() -> None:
    assert "Correctie op" not in page(None, Language.NL)


@pytest.mark.parametrize(("what", "why"), [("", "b"), ("a", " ")])
def test_a_correction_without_what_or_why_is_none(what: str, why: str) -> None:
    with pytest.raises(InputError, match="not what changed, or not why"):
        Correction(of=ON, what=what, why=why)
