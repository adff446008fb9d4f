# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A working edition says that it is one; a final edition is refused while something is missing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from baken.edition.build import build
from baken.edition.manifest import read_manifest
from baken.edition.verify import verify
from baken.model.disclosure import NOTHING_SMALL
from baken.model.edition import EditionStatus
from baken.model.errors import PublicationError
from edition.conftest import ON, contents


@pytest.mark.requirement("DOC-05")
def test_a_final_edition_with_developments_that_nobody_scored_is_refused_in_one_line(out: Path) -> None:
    with pytest.raises(PublicationError, match="13 developments of Maastricht have no impact score") as said:
        build("GM0935", out, ON, status=EditionStatus.FINAL)
    assert "\n" not in str(said.value)
    assert not out.exists()


@pytest.mark.requirement("DOC-02")
def test_a_final_edition_with_a_draft_headline_is_refused(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("baken.picture.developments.check_final", lambda _: None)
    with pytest.raises(PublicationError, match="the headline is a draft with no evidence") as said:
        build("GM0935", out, ON, status=EditionStatus.FINAL)
    assert "\n" not in str(said.value)


def without_small_areas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neighbourhoods play no part in what these tests show, and protecting them takes time."""
    monkeypatch.setattr("baken.catalogue.catalogue.Catalogue.disclosure", NOTHING_SMALL)


def test_the_manifest_keeps_the_status_and_both_kinds_can_be_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_small_areas(monkeypatch)
    for status in EditionStatus:
        place = tmp_path / status.value
        build("GM9999", place, ON, status=status)
        assert read_manifest(place).status is status
        assert msgspec.json.decode((place / "figures.json").read_bytes())["status"] == status.value
        assert verify(place).identical, status


def test_an_edition_without_a_status_in_its_manifest_is_a_working_one(out: Path) -> None:
    build("GM0935", out, ON)
    says = msgspec.json.decode((out / "manifest.json").read_bytes())
    del says["status"]
    (out / "manifest.json").write_bytes(msgspec.json.encode(says))
    assert read_manifest(out).status is EditionStatus.WORKING


def test_every_page_of_a_working_edition_says_so_and_no_page_of_a_final_one(
    tmp_path: Path, real_site: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_small_areas(monkeypatch)
    monkeypatch.setattr("baken.edition.build.documents", lambda *_: iter(()))
    for status, said in ((EditionStatus.WORKING, True), (EditionStatus.FINAL, False)):
        place = tmp_path / status.value
        build("GM9999", place, ON, status=status)
        pages = {name: page.decode() for name, page in contents(place).items() if name.endswith(".html")}
        assert len(pages) > 100
        for name, page in pages.items():
            words = "Working edition" if name.startswith("en/") else "Werkversie"
            assert (words in page) == said, (status, name)


def test_the_status_of_an_altered_manifest_is_found_out(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_small_areas(monkeypatch)
    build("GM9999", out, ON)
    manifest = replace(read_manifest(out), status=EditionStatus.FINAL)
    (out / "manifest.json").write_bytes(manifest.to_bytes())
    assert not verify(out).identical
