# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The sheet with all figures is read back without loss, as it is and after LibreOffice rewrote the file."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from baken.model.observation import Precision, Presence
from baken.model.text import Language
from baken.publications.workbook.making import workbook_of
from baken.sources.own.reading import OwnReading
from picture.helpers import EXAMPLE, MAASTRICHT, made_up, measured, published, without_value

from .books import comparable, made, observations, read_back

OFFICE = shutil.which("soffice")
CASES = [(MAASTRICHT, Language.NL), (EXAMPLE, Language.NL), (MAASTRICHT, Language.EN)]


@cache
def reread(code: str, language: Language = Language.NL) -> OwnReading:
    with TemporaryDirectory() as folder:
        return read_back(made(code, language), published(code), Path(folder))


@pytest.mark.parametrize(("code", "language"), CASES)
def test_what_is_read_back_is_what_was_published(code: str, language: Language) -> None:
    safety = published(code)
    found = reread(code, language)
    assert found.sheet == {"nl": "Cijfers", "en": "Figures"}[language]
    assert [comparable(one) for one in found.observations] == observations(safety)
    assert found.rows == len(observations(safety)) > 250


def test_what_is_read_back_covers_every_kind_of_figure() -> None:
    """The invented town has each kind, so the comparison above is one of all of them."""
    found = reread(EXAMPLE).observations
    assert {one.presence for one in found} >= {Presence.VALUE, Presence.NOT_MEASURED, Presence.SUPPRESSED}
    assert {one.precision for one in found} == {Precision.COUNT, Precision.SURVEY_WITH_MARGINS}
    assert any(one.annotation for one in found)
    assert any(one.respondents for one in found)
    assert any(one.value == 0 for one in found)


def test_protected_counts_come_back_with_how_far_they_can_be_off() -> None:
    found = reread(EXAMPLE)
    small = [one for one in found.observations if one.area.startswith("BU") and one.count is not None]
    assert small
    assert all(0 <= one.spread <= one.spread_limit > 0 for one in small)
    count = sum(one.spread_limit > 0 for one in found.observations)
    assert found.notes == (f"figures with a protected count: {count}; each can be off by its 'spread'",)


def test_withheld_figures_come_back_as_suppressed_without_anything_behind_them() -> None:
    found = reread(EXAMPLE).observations
    withheld = [one for one in found if one.literal == "too_small"]
    assert withheld
    for one in withheld:
        assert (one.presence, one.value, one.count, one.denominator) == (
            Presence.SUPPRESSED,
            None,
            None,
            None,
        )


WORDS = ["=1+1", "+31 43", "-0,6", "@SUM(A1)", "'x", "#N/B", "TRUE", "2021-01-01", "0012"]


def test_words_of_people_come_back_as_they_were_typed(tmp_path: Path) -> None:
    given = [measured("hic", 2017 + n, "1.3", annotation=words) for n, words in enumerate(WORDS)]
    safety = made_up([*given, without_value("onveilig-in-buurt", 2018)])
    found = read_back(workbook_of(safety, Language.NL), safety, tmp_path)
    assert [comparable(one) for one in found.observations] == observations(safety)
    assert [one.annotation for one in found.observations if one.indicator == "hic"] == WORDS


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_opens_it_and_loses_nothing(tmp_path: Path) -> None:
    safety = published(MAASTRICHT)
    (tmp_path / "editie.xlsx").write_bytes(made(MAASTRICHT))
    done = subprocess.run(
        [
            *(str(OFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"),
            *("--convert-to", "ods", "--outdir", str(tmp_path), str(tmp_path / "editie.xlsx")),
        ],
        capture_output=True,
        check=False,
        timeout=240,
    )
    rewritten = tmp_path / "editie.ods"
    if done.returncode or not rewritten.exists():
        pytest.skip("LibreOffice could not be started here")
    found = read_back(rewritten.read_bytes(), safety, tmp_path, "weer.ods")
    assert [comparable(one) for one in found.observations] == observations(safety)
