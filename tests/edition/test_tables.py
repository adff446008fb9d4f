# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of an edition tell what anybody may know of its protected cubes, and nothing else."""

from __future__ import annotations

import io
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pytest

from baken.analysis.attacking import attacked
from baken.analysis.protected_files import CERTIFICATES, read_protected
from baken.disclosure.attack.propagation import narrowed
from baken.disclosure.certificates.check import checked
from baken.disclosure.certificates.file import read_certificates
from baken.disclosure.rounding.knowledge import knowledge_of
from baken.edition.tables import cube_files, folder_of, published_table
from baken.model.errors import EditionError
from baken.picture.protection.release import Protected
from edition.small_material import town
from edition.whole import town as whole_town


def protected() -> Protected:
    (cube,) = town().cubes
    return cube


def written(cube: Protected, place: Path) -> Path:
    (files,) = cube_files([cube])
    for path, content in files.files.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_bytes(content)
    return place / files.folder


def test_a_cube_has_a_folder_of_its_own() -> None:
    (files,) = cube_files([protected()])
    assert files.folder == "protected/politie-misdrijven-2024"
    assert sorted(files.files) == [
        f"{files.folder}/{name}" for name in ("certificates.npz", "rule.json", "table.csv")
    ]
    assert folder_of("Eigen / Tabel (nieuw) 2025") == "protected/eigen-tabel-nieuw-2025"


def test_two_cubes_in_one_folder_are_refused() -> None:
    with pytest.raises(EditionError, match="two tables would be called protected/politie-misdrijven-2024"):
        cube_files([protected(), protected()])


def test_what_is_read_is_what_was_told(tmp_path: Path) -> None:
    for cube in (protected(), *(one for one in whole_town().cubes if one.cube.year in {2019, 2024})):
        told, table = cube.rounded.told, read_protected(written(cube, tmp_path))
        read = table.told()
        np.testing.assert_array_equal(read.published, told.published)
        np.testing.assert_array_equal(read.widened, told.widened)
        assert (read.base, read.error_bound) == (told.base, told.error_bound)
        for mine, theirs in zip(read.bounds(), told.bounds(), strict=True):
            np.testing.assert_array_equal(mine, theirs)
        bounds = narrowed(table.knowledge())
        np.testing.assert_array_equal(bounds.lower, cube.bounds.lower)
        np.testing.assert_array_equal(bounds.upper, cube.bounds.upper)


def test_each_count_that_may_be_small_has_a_certificate_and_no_attack_succeeds(tmp_path: Path) -> None:
    folder = written(protected(), tmp_path)
    table = read_protected(folder)
    result = checked(table.knowledge(), read_certificates(folder / CERTIFICATES))
    assert not result.problems
    bounds = narrowed(table.knowledge())
    assert not (bounds.lower < bounds.upper)[result.missing].any()
    assert attacked(table).safe
    assert attacked(table).uncertain == int((bounds.lower < bounds.upper).sum())


def test_every_secret_count_is_among_those_that_may_be_small() -> None:
    for cube in (protected(), *whole_town().cubes):
        may_be_small = published_table(cube).knowledge().secret
        assert not (cube.rounded.secret.ravel() & ~may_be_small).any()


def test_what_only_the_owner_knows_changes_no_byte() -> None:
    cube = protected()
    rounded = cube.rounded
    counts = cube.cube.cells.counts
    told = rounded.told
    # Other true counts behind the same published ones: every hidden one has become a true zero, or the base.
    inner = told.published[tuple(map(slice, counts.shape))]
    others = replace(cube.cube, cells=replace(cube.cube.cells, counts=inner))
    blind = replace(cube, cube=others, rounded=replace(rounded, secret=np.zeros_like(rounded.secret)))
    assert (counts != inner).any()
    assert cube_files([blind]) == cube_files([cube])


def test_no_hidden_count_stands_in_a_table() -> None:
    for cube in (protected(), *whole_town().cubes):
        table = published_table(cube)
        counts = table.counts[table.shown != "exact"]
        assert not ((counts > 0) & (counts < table.base)).any()
        true = cube.cube.layout.filled(cube.cube.cells.counts)
        hidden = cube.rounded.secret & (table.counts == true)
        # A small count of which the true number stood there would be published.
        assert not hidden.any()


def test_the_municipality_stands_exactly_and_parts_that_are_not_held_are_absent() -> None:
    cube = next(one for one in whole_town().cubes if one.cube.name == "politie-overlast 2019")
    table = published_table(cube)
    assert set(table.shown[-1].ravel()) == {"exact"}
    missing = ~cube.cube.cells.held
    inner = tuple(map(slice, missing.shape))
    assert missing.any()
    assert set(table.shown[inner][missing]) == {"absent"}
    assert (table.counts[table.shown == "absent"] == -1).all()
    # Everybody sees which they are: somebody who reckons with that works out nothing either.
    knowledge = knowledge_of(cube.rounded.told, cube.rounded.secret)
    assert not knowledge.upper.reshape(table.layout.shape)[inner][missing].any()
    assert not len(narrowed(knowledge).recomputed(knowledge.secret))


def test_no_table_is_of_a_protected_category() -> None:
    rules = whole_town().material.catalogue.disclosure
    for cube in whole_town().cubes:
        codes = cube.cube.layout.dimensions[1].codes
        assert not [code for code in codes if rules.protects(f"{cube.cube.system}/{code}")]


def test_the_same_cube_gives_the_same_bytes_on_another_day(monkeypatch: pytest.MonkeyPatch) -> None:
    before = cube_files([protected()])
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: (2033, 5, 18, 3, 33, 20, 2, 138, 0))
    assert cube_files([protected()]) == before
    (files,) = before
    with ZipFile(io.BytesIO(files.files[f"{files.folder}/{CERTIFICATES}"])) as packed:
        assert {one.date_time for one in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        # Nothing is compressed: that would depend on a library.
        assert {one.compress_type for one in packed.infolist()} == {0}


def test_the_tables_of_a_whole_municipality_are_small() -> None:
    files = cube_files(whole_town().cubes)
    assert len(files) == 16
    assert sum(len(content) for one in files for content in one.files.values()) < 400_000
    assert len({sha256(content).digest() for one in files for content in one.files.values()}) == 48
