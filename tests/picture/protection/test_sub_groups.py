# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Violence against groups of people: small numbers, of which no attribute of a person is stored."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from baken.areas.load import load_register
from baken.catalogue.catalogue import load_catalogue
from baken.model.errors import InputError
from baken.model.observation import Observation
from baken.picture.material import load_material
from baken.picture.protection.material import public_material
from baken.sources.figure_table import COLUMNS, read_figure_table

from ..helpers import EXAMPLE, TODAY, counted, snapshot

AREA, OTHER = "BU99990100", "BU99990101"
# Violence, street robbery and, as codes of their own, what is done to somebody for who they are.
STREET, DISCRIMINATION, SEXUAL = (f"politie-misdrijven/{code}" for code in ("1.4.6", "3.7.1", "1.4.1"))
PERSONAL = (
    "gender",
    "sex",
    "age",
    "orientation",
    "origin",
    "religion",
    "victim",
    "suspect",
    "name",
    "address",
)


@pytest.mark.requirement("DEV-11")
def test_counts_below_the_threshold_are_suppressed_and_those_of_a_group_at_any_size() -> None:
    counts = {(STREET, AREA): 3, (STREET, OTHER): 40}
    counts |= {(one, area): 250 for one in (DISCRIMINATION, SEXUAL) for area in (AREA, OTHER)}
    rows = [
        replace(counted(measure, area, 2024, number), snapshot="made-up/test@2026-11-21")
        for (measure, area), number in counts.items()
    ]
    material = load_material(EXAMPLE, TODAY, snapshots=(snapshot(rows),))
    assert all(material.catalogue.disclosure.protects(one) for one in (DISCRIMINATION, SEXUAL))
    public = public_material(material, lambda: b"a secret of thirty-two characters").material
    told = {
        (one.indicator, one.area): one.value
        for each in public.holdings.snapshots
        for one in each.observations
        if one.area in (AREA, OTHER)
    }
    assert told[STREET, OTHER] == 40
    assert told[STREET, AREA] in (0, 5)
    assert {name for name, _ in told} == {STREET}


@pytest.mark.requirement("DEV-11")
def test_no_attribute_of_a_person_can_be_stored(tmp_path: Path) -> None:
    assert not {*(one.name for one in fields(Observation)), *COLUMNS} & set(PERSONAL)
    catalogue, areas = load_catalogue(), load_register(EXAMPLE).areas
    head, row = "indicator,area,period,value,status,unit", f"{STREET},{AREA},2024,7,measured,count"
    table = tmp_path / "cijfers.csv"
    table.write_text(f"{head}\n{row}\n", "utf-8")
    assert len(read_figure_table(table, catalogue, areas, "x")) == 1
    for column in PERSONAL:
        table.write_text(f"{head},{column}\n{row},x\n", "utf-8")
        with pytest.raises(InputError, match=column):
            read_figure_table(table, catalogue, areas, "x")
