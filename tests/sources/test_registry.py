# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The carried sources and the tables from the municipality's own hand, as snapshots."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from baken.areas.load import load_register
from baken.catalogue import files
from baken.catalogue.catalogue import load_catalogue
from baken.catalogue.municipality import load_municipality
from baken.model.errors import InputError, UsageError
from baken.picture.material import load_material
from baken.sources import registry
from baken.sources.registry import ROOT, carried, own_table, source, sources

TODAY = date(2026, 11, 21)
HEADER = "indicator,area,period,value,status,unit"
AREAS = load_register("GM0935").areas


def own(folder: Path, *rows: str, name: str = "own.csv") -> Path:
    path = folder / name
    path.write_text("\n".join((HEADER, *rows)) + "\n", "utf-8")
    return path


def test_every_folder_with_a_description_is_a_source_under_its_own_name() -> None:
    assert set(sources()) == {path.parent.name for path in ROOT.glob("*/source.yaml")}
    for name, found in sources().items():
        assert found.id == name
        assert found.title.nl
        assert found.title.en
        assert found.publisher
        assert found.licence
        assert found.note.nl


@pytest.mark.parametrize("code", ["GM0935", "GM9999"])
def test_every_source_of_a_municipality_exists(code: str) -> None:
    named = load_municipality(code).sources
    assert named
    assert {source(name).id for name in named} == {*named}


def test_a_source_that_nobody_knows_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"unknown source 'cbs'.*cbs_bevolking"):
        source("cbs")
    with pytest.raises(UsageError, match="unknown source"):
        carried(["cbs"], load_catalogue(), AREAS)


def test_a_snapshot_carries_the_checksum_of_its_file_and_its_figures_carry_the_snapshot() -> None:
    (found,) = carried(["raadsvoorstel_2023"], load_catalogue(), AREAS)
    path = ROOT / "raadsvoorstel_2023/figures.csv"
    assert found.sha256 == sha256(path.read_bytes()).hexdigest()
    assert len(found.observations) == 55
    assert {one.snapshot for one in found.observations} == {found.id}
    assert found.id.startswith("raadsvoorstel_2023/")
    assert found.id.endswith(f"@{found.taken}")
    assert not any(letter.isspace() for letter in found.id), "ids are joined with spaces"
    assert not found.invented


def test_a_source_without_files_makes_its_figures_and_says_that_it_is_invented() -> None:
    register = load_register("GM9999")
    (first,) = carried(["voorbeeldstad"], load_catalogue(), register.areas)
    (second,) = carried(["voorbeeldstad"], load_catalogue(), register.areas)
    assert first == second
    assert first.invented
    assert {one.snapshot for one in first.observations} == {first.id}


def test_a_table_from_the_municipalitys_own_hand_becomes_a_snapshot(tmp_path: Path) -> None:
    path = own(tmp_path, "hic,GM0935,2024,1.9,measured,per_1000_inhabitants")
    found = own_table(path, TODAY, load_catalogue(), AREAS)
    assert found.id == "eigen-tabel/own@2026-11-21"
    assert found.sha256 == sha256(path.read_bytes()).hexdigest()
    assert [one.snapshot for one in found.observations] == [found.id]
    assert "own.csv" in found.title.nl


def test_an_own_table_is_read_beside_the_carried_ones(tmp_path: Path) -> None:
    path = own(tmp_path, "hic,GM0935,2024,1.9,measured,per_1000_inhabitants")
    series = load_material("GM0935", TODAY, [path]).holdings.series("hic", "GM0935")
    assert [one.period.year for one in series] == [2017, 2018, 2019, 2020, 2021, 2024]


def test_an_own_figure_that_is_already_carried_is_refused_and_both_are_named(tmp_path: Path) -> None:
    path = own(tmp_path, "hic,GM0935,2021,1.9,measured,per_1000_inhabitants")
    with pytest.raises(InputError, match="held twice") as refused:
        load_material("GM0935", TODAY, [path])
    assert "eigen-tabel/own@2026-11-21" in str(refused.value)
    assert "raadsvoorstel_2023/" in str(refused.value)


def test_an_own_table_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.csv"):
        own_table(tmp_path / "nowhere.csv", TODAY, load_catalogue(), AREAS)


def test_an_own_table_with_a_wrong_row_is_refused_whole(tmp_path: Path) -> None:
    good, bad = "hic,GM0935,2024,1.9,measured,per_1000_inhabitants", "hic,GM0935,2025,,measured,percent"
    with pytest.raises(InputError, match=r"own\.csv, line 3"):
        load_material("GM0935", TODAY, [own(tmp_path, good, bad)])


def test_an_own_figure_of_a_year_that_is_not_over_is_refused(tmp_path: Path) -> None:
    path = own(tmp_path, "hic,GM0935,2026,1.9,measured,per_1000_inhabitants")
    with pytest.raises(InputError, match=r"own\.csv, line 2: hic of 2026 cannot be known on 2026-11-21"):
        own_table(path, TODAY, load_catalogue(), AREAS)
    assert own_table(path, date(2026, 12, 31), load_catalogue(), AREAS).observations


def test_a_carried_figure_is_not_of_a_period_that_was_not_over_when_it_was_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = source("raadsvoorstel_2023")
    early = replace(given, taken=date(2021, 12, 30))
    monkeypatch.setattr(registry, "sources", lambda: {given.id: early})
    with pytest.raises(InputError, match="of 2021 cannot be known on 2021-12-30"):
        carried([given.id], load_catalogue(), AREAS)


@pytest.mark.parametrize("kind", ["folder", "pipe", "device"])
def test_an_own_table_that_is_no_ordinary_file_is_refused_without_reading_it(
    tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "own.csv"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    with pytest.raises(InputError, match=r"own\.csv: this is a folder, a pipe or a device"):
        own_table(path, TODAY, load_catalogue(), AREAS)


def test_an_own_table_that_is_too_large_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = own(tmp_path, "hic,GM0935,2024,1.9,measured,per_1000_inhabitants")
    os.truncate(path, files.LARGEST + 1)
    with pytest.raises(InputError, match=r"own\.csv: the file is larger than 20 MiB"):
        own_table(path, TODAY, load_catalogue(), AREAS)
